/** Image Download history, in the account page. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { EmptyState, LinkButton, Problem, RowsSkeleton, useRoomForTable } from '../../../platform/web/kit/index.ts'
import { useRequests } from './data.ts'
import { HistoryCards, HistoryTable } from './history-list.tsx'
import { usePortalTexts } from './texts/index.ts'
import './portal.css'

const PAGE_ROWS = 10

export function HistorySection() {
  const t = usePortalTexts()
  const hasRoom = useRoomForTable()
  const [rows, setRows] = useState(PAGE_ROWS)
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
  const List = hasRoom ? HistoryTable : HistoryCards
  return (
    <section className="fj-stack" aria-label={t('history')}>
      <p className="fj-quiet">{t('historyLead')}</p>
      <List requests={requests.slice(0, rows)} />
      {requests.length > rows && (
        <div><Button variant="default" onClick={() => setRows(rows + PAGE_ROWS)}>{t('more')}</Button></div>
      )}
    </section>
  )
}
