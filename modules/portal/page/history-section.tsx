/** Image Download history, in the account page. POR-13. */
import { useState } from 'react'
import { EmptyState, LinkButton, Problem, RowsSkeleton, useRoomForTable } from '../../../platform/web/kit/index.ts'
import type { RequestView } from '../contract.ts'
import { useRequests } from './data.ts'
import { HistoryCards, HistoryTable } from './history-list.tsx'
import { Pager } from './pager.tsx'
import { newestFirst, sorted, type Sorting } from './sorting.ts'
import { usePortalTexts } from './texts/index.ts'
import './portal.css'

const PAGE_ROWS = 10

export function HistorySection() {
  const t = usePortalTexts()
  const { data: requests, error, refetch } = useRequests()
  if (requests === undefined && error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  if (requests === undefined) return <RowsSkeleton rows={4} height={64} />
  if (requests.length === 0) {
    return (
      <EmptyState title={t('historyEmptyTitle')} action={<LinkButton to="/exams">{t('toExams')}</LinkButton>}>
        <p>{t('historyEmpty')}</p>
      </EmptyState>
    )
  }
  return <History requests={requests} />
}

function History({ requests }: { readonly requests: readonly RequestView[] }) {
  const t = usePortalTexts()
  const hasRoom = useRoomForTable()
  const [sorting, setSorting] = useState<Sorting>(newestFirst)
  const [wished, setPage] = useState(1)
  // The list may have become shorter meanwhile.
  const page = Math.min(wished, Math.ceil(requests.length / PAGE_ROWS))
  const shown = sorted(requests, sorting).slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS)
  const sort = (next: Sorting) => {
    setSorting(next)
    setPage(1)
  }
  const List = hasRoom ? HistoryTable : HistoryCards
  return (
    <section className="fj-stack" aria-label={t('history')}>
      <p className="fj-quiet">{t('historyLead')}</p>
      <List requests={shown} sorting={sorting} onSort={sort} />
      <Pager rows={requests.length} perPage={PAGE_ROWS} page={page} onPage={setPage} />
    </section>
  )
}
