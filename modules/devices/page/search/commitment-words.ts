import type { TransferView } from '../../contract.ts'
import { useSearchTexts } from './texts/index.ts'

/** What the device says of the safekeeping of what it was sent (NET-22); null where it is not asked. */
export function useCommitmentWords(): (transfer: TransferView) => string | null {
  const t = useSearchTexts()
  return ({ commitment, notKept }) => {
    if (commitment === null) return null
    return commitment === 'not-kept' ? t('commitment not-kept', { count: notKept }) : t(`commitment ${commitment}`)
  }
}
