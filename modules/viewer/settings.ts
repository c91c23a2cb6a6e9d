/** What a site may set of the viewer. VWR-03. */
import type { Setting, SwitchSetting } from '../../platform/server/settings/index.ts'

export const NOT_FOR_DIAGNOSIS: SwitchSetting = {
  kind: 'switch', key: 'ViewerNotForDiagnosis', default: true,
  purpose: {
    en: 'The viewer says that its pictures are not for diagnosis. Off only where it runs on screens that are approved for reading.',
    nl: 'De viewer zegt dat de beelden niet voor diagnose zijn. Alleen uit op schermen die voor verslaglegging zijn goedgekeurd.',
    fr: 'La visionneuse indique que ses images ne servent pas au diagnostic. À désactiver seulement sur des écrans agréés.',
  },
}

export const settings: readonly Setting[] = [NOT_FOR_DIAGNOSIS]
