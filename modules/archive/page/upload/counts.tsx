/** How many files were taken, and what became of the others: icon, word and number. */
import { IconCircleCheck, IconCopyCheck, IconFileOff, IconHourglass, IconX, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FileOutcome } from '../../contract.ts'
import type { OutcomeCounts } from './run/progress.ts'
import { useUploadTexts } from './texts/index.ts'

const SIGNS: Readonly<Record<FileOutcome, { readonly icon: Icon, readonly tone: 'good' | 'wait' | 'bad' | 'plain' }>> = {
  taken: { icon: IconCircleCheck, tone: 'good' },
  duplicate: { icon: IconCopyCheck, tone: 'plain' },
  held: { icon: IconHourglass, tone: 'wait' },
  refused: { icon: IconX, tone: 'bad' },
  skipped: { icon: IconFileOff, tone: 'plain' },
}
const ORDER: readonly FileOutcome[] = ['taken', 'duplicate', 'held', 'refused', 'skipped']

/** What did not happen is not told, but that nothing was taken is. */
export function Counts({ counts }: { readonly counts: OutcomeCounts }) {
  const t = useUploadTexts()
  const { i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <dl className="fj-upload-counts">
      {ORDER.filter((outcome) => outcome === 'taken' || counts[outcome] > 0).map((outcome) => {
        const { icon: Sign, tone } = SIGNS[outcome]
        return (
          <div key={outcome} className={`fj-upload-count fj-${tone}`}>
            <dt><Sign size={18} aria-hidden="true" />{t(`count ${outcome}`)}</dt>
            <dd>{number.format(counts[outcome])}</dd>
          </div>
        )
      })}
    </dl>
  )
}
