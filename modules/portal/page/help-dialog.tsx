import { Sheet } from '../../../platform/web/kit/index.ts'
import { usePortalTexts } from './texts/index.ts'

export function HelpDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = usePortalTexts()
  return (
    <Sheet opened={opened} onClose={onClose} title={t('helpTitle')}>
      <ol className="fj-steps">
        <li><h3>{t('help1Title')}</h3><p>{t('help1')}</p></li>
        <li><h3>{t('help2Title')}</h3><p>{t('help2')}</p></li>
      </ol>
      <div className="fj-stack">
        <div><h3>{t('helpZipTitle')}</h3><p>{t('helpZip')}</p></div>
        <div><h3>{t('helpTimeTitle')}</h3><p>{t('helpTime')}</p></div>
        <div><h3>{t('helpOpenTitle')}</h3><p>{t('helpOpen')}</p></div>
      </div>
    </Sheet>
  )
}
