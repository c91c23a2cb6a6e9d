/** Pages of a list that is all here: 1 2 3, next; and which rows are shown. */
import { Pagination } from '@mantine/core'
import { usePortalTexts } from './texts/index.ts'

interface PagerProps {
  readonly rows: number
  readonly perPage: number
  /** From 1. */
  readonly page: number
  readonly onPage: (page: number) => void
}

export function Pager({ rows, perPage, page, onPage }: PagerProps) {
  const t = usePortalTexts()
  const pages = Math.ceil(rows / perPage)
  const labels = { first: '', last: '', previous: t('previous'), next: t('next') }
  return (
    <div className="fj-pager">
      {pages > 1 && (
        <nav aria-label={t('pages')}>
          <Pagination
            total={pages} value={page} onChange={onPage} siblings={1} size={44} radius="md"
            getItemProps={(number) => ({ 'aria-label': t('pageWhat', { page: number }) })}
            getControlProps={(control) => ({ 'aria-label': labels[control] })}
          />
        </nav>
      )}
      <p className="fj-small fj-quiet" role="status">
        {t('rows', { from: (page - 1) * perPage + 1, to: Math.min(page * perPage, rows), count: rows })}
      </p>
    </div>
  )
}
