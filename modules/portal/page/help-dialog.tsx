import { Sheet, RichText } from '../../../platform/web/kit/index.ts'
import type { PortalTexts, PortalView } from '../contract.ts'
import { usePortalTexts } from './texts/index.ts'

interface HelpDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly words: PortalTexts
  readonly standing: PortalView
}

/** How the download works, in the site's words; and what no site says otherwise: what such a file is. */
export function HelpDialog({ opened, onClose, words, standing }: HelpDialogProps) {
  const t = usePortalTexts()
  return (
    <Sheet opened={opened} onClose={onClose} title={words.helpHeader}>
      <div className="fj-stack">
        <RichText content={words.help} fill={limitsOf(standing)} />
        <div><h3>{t('helpOpenTitle')}</h3><p>{t('helpOpen')}</p></div>
      </div>
    </Sheet>
  )
}

/** `{0}` to `{2}` of the site's texts. */
export function limitsOf({ queueLimit, downloadLimit, keptHours }: PortalView): readonly string[] {
  return [queueLimit, downloadLimit, keptHours].map(String)
}
