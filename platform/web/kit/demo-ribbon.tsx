import { IconFlask } from '@tabler/icons-react'
import { useSite } from '../site.ts'
import { useFrameTexts } from '../texts/index.ts'

/** On every page of a demonstration: nobody shall take it for the real thing. */
export function DemoRibbon() {
  const t = useFrameTexts()
  if (useSite()?.demo !== true) return null
  return (
    <aside className="fj-demo" aria-label={t('demo')}>
      <IconFlask size={18} aria-hidden="true" />
      <span><strong>{t('demo')}.</strong> {t('demoPeople')} <span className="fj-wide-only">{t('demoMeaning')}</span></span>
    </aside>
  )
}
