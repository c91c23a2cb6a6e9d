/** What a site sets of the feed of changes. */
import type { IntegerSetting, Setting } from '../../../platform/server/settings/index.ts'

export const CHANGES_KEPT: IntegerSetting = {
  kind: 'integer', key: 'ChangesKeptDays', default: 30, min: 1, max: 3_650,
  unit: { en: 'days', nl: 'dagen', fr: 'jours' },
  purpose: {
    en: 'How long programs that follow what changes in the archive may stay away and still miss nothing. After that they list all studies again.',
    nl: 'Hoelang programma’s die volgen wat er in het archief verandert, weg mogen blijven zonder iets te missen. Daarna vragen ze alle studies opnieuw op.',
    fr: 'Combien de temps les programmes qui suivent les changements de l’archive peuvent s’absenter sans rien manquer. Ensuite ils relisent toutes les études.',
  },
}

export const changeSettings: readonly Setting[] = [CHANGES_KEPT]
