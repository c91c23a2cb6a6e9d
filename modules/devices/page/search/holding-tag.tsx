import { IconCircleCheck, IconCircleDashed, IconCircleHalf2, IconHelpCircle } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { StateTag } from '../../../../platform/web/kit/index.ts'
import type { RemoteStudy, TransferView } from '../../contract.ts'
import { holdingOf } from './counts.ts'
import { useSearchTexts } from './texts/index.ts'

interface HoldingProps {
  readonly study: RemoteStudy
  /** The newest retrieval of it from this device. */
  readonly transfer: TransferView | undefined
}

/** How much of a study is here, in two words. Where the device does not count, the last retrieval may tell. */
export function HoldingTag({ study, transfer }: HoldingProps) {
  const t = useSearchTexts()
  const format = useFormat()
  const cameAt = transfer?.state === 'done' ? transfer.endedAt : null
  const { instances, here } = study
  switch (holdingOf(study)) {
    case 'all': return <StateTag tone="good" icon={IconCircleCheck}>{t('holdsAll')}</StateTag>
    case 'part': return <StateTag tone="wait" icon={IconCircleHalf2}>{t('holdsPart', { count: (instances ?? 0) - here })}</StateTag>
    case 'none': return <StateTag tone="plain" icon={IconCircleDashed}>{t('holdsNone')}</StateTag>
    case 'unknown':
      if (cameAt !== null) return <StateTag tone="good" icon={IconCircleCheck}>{t('allCame', { when: format.day(cameAt) })}</StateTag>
      return <StateTag tone="plain" icon={IconHelpCircle}>{t('holdsUnknown')}</StateTag>
  }
}
