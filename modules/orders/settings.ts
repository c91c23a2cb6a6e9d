/** What a site decides about its worklist. */
import type { IntegerSetting, Setting } from '../../platform/server/settings/index.ts'

export const COMPLETE_HOURS: IntegerSetting = {
  kind: 'integer', key: 'WorklistCompleteHours', unit: { en: 'hours', nl: 'uur', fr: 'heures' }, default: 4, min: 1, max: 168,
  purpose: {
    en: 'Where a modality does not report what it performs: so long after its first images an entry of the worklist counts as completed.',
    nl: 'Waar een modaliteit niet meldt wat ze uitvoert: zo lang na de eerste beelden geldt een regel van de werklijst als voltooid.',
    fr: 'Si une modalité ne dit pas ce qu’elle exécute : après ce délai depuis ses premières images, une ligne de la liste de travail est tenue pour terminée.',
  },
}

export const KEEP_DAYS: IntegerSetting = {
  kind: 'integer', key: 'WorklistKeepDays', unit: { en: 'days', nl: 'dagen', fr: 'jours' }, default: 365, min: 7, max: 3_650,
  purpose: {
    en: 'Entries of the worklist, and what was performed of them, are forgotten so long after the day that they were planned on.',
    nl: 'Regels van de werklijst, en wat ervan werd uitgevoerd, worden zo lang na de geplande dag vergeten.',
    fr: 'Les lignes de la liste de travail, et ce qui en fut exécuté, sont oubliées après ce délai depuis le jour prévu.',
  },
}

export const settings: readonly Setting[] = [COMPLETE_HOURS, KEEP_DAYS]
