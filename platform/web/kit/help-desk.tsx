import { IconLifebuoy } from '@tabler/icons-react'
import { useSite } from '../site.ts'
import { useFrameTexts } from '../texts/index.ts'

/** Whom to ask, in the site's own words. */
export function HelpDesk() {
  const t = useFrameTexts()
  const helpDesk = useSite()?.helpDesk ?? null
  if (helpDesk === null) return null
  return (
    <p className="fj-helpdesk">
      <IconLifebuoy size={18} aria-hidden="true" />
      <span><strong>{t('helpDesk')}</strong><br />{helpDesk}</span>
    </p>
  )
}
