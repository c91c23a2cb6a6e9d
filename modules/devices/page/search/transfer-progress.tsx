/** How far a transfer is, in images. */
import { Progress } from '@mantine/core'
import type { TransferView } from '../../contract.ts'
import { useSearchTexts } from './texts/index.ts'

interface ProgressProps {
  readonly transfer: TransferView
}

function shareOf({ total, already, moved }: TransferView): number {
  return total === null || total === 0 ? 100 : Math.min((100 * (already + moved)) / total, 100)
}

function useWords(): (transfer: TransferView) => string {
  const t = useSearchTexts()
  return ({ state, total, already, moved }) => {
    if (state === 'queued') return t('waits')
    return total === null ? t('counting') : t('movedOf', { done: already + moved, count: total })
  }
}

export function LongProgress({ transfer }: ProgressProps) {
  const words = useWords()(transfer)
  const isKnown = transfer.state === 'running' && transfer.total !== null
  return (
    <div>
      <Progress value={shareOf(transfer)} striped={!isKnown} animated={!isKnown} size="lg" className="fj-meter" aria-label={words} />
      <p className="fj-small fj-transfer-count">{words}</p>
    </div>
  )
}

export function ShortProgress({ transfer }: ProgressProps) {
  const words = useWords()(transfer)
  const isKnown = transfer.state === 'running' && transfer.total !== null
  return (
    <div className="fj-short-progress">
      <Progress value={shareOf(transfer)} striped={!isKnown} animated={!isKnown} size="md" className="fj-meter" aria-label={words} />
      <span className="fj-small">{words}</span>
    </div>
  )
}
