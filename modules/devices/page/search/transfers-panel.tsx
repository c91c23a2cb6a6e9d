/** Studies on their way, and what became of those before. */
import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { EmptyState, moveByArrows, Problem, RowsSkeleton, Sheet } from '../../../../platform/web/kit/index.ts'
import type { TransferDirection, TransferView } from '../../contract.ts'
import { useTransfers } from './data.ts'
import { useSearchTexts } from './texts/index.ts'
import { TransferFacts } from './transfer-facts.tsx'
import { Transfer } from './transfer-row.tsx'

const CHOICES = ['both', 'retrieve', 'send'] as const

export function TransfersPanel({ isLive }: { readonly isLive: boolean }) {
  const t = useSearchTexts()
  const [direction, setDirection] = useState<TransferDirection | null>(null)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTransfers(direction, isLive)
  return (
    <div className="fj-stack">
      <SegmentedControl
        size="md" className="fj-segments fj-start" aria-label={t('direction')} value={direction ?? 'both'}
        data={CHOICES.map((value) => ({ value, label: t(`show ${value}`) }))}
        onChange={(value) => setDirection(value === 'both' ? null : value)}
      />
      {data === undefined && error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <RowsSkeleton rows={4} height={96} />}
      {data !== undefined && <List transfers={data} />}
      {hasNextPage && (
        <div><Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('older')}</Button></div>
      )}
    </div>
  )
}

function List({ transfers }: { readonly transfers: readonly TransferView[] }) {
  const t = useSearchTexts()
  const [viewed, setViewed] = useState<string | null>(null)
  if (transfers.length === 0) return <EmptyState title={t('noTransfersTitle')}><p>{t('noTransfers')}</p></EmptyState>
  const shown = transfers.find(({ id }) => id === viewed)
  return (
    <>
      <ul className="fj-cards" onKeyDown={moveByArrows}>
        {transfers.map((transfer) => <Transfer key={transfer.id} transfer={transfer} onView={() => setViewed(transfer.id)} />)}
      </ul>
      <Sheet opened={shown !== undefined} onClose={() => setViewed(null)} place="side" title={t('transfer')}>
        {shown !== undefined && <TransferFacts transfer={shown} />}
      </Sheet>
    </>
  )
}
