/** What a site may set of access codes on printouts. POR-25, POR-26. */
import type { IntegerSetting, Setting } from '../../platform/server/settings/index.ts'

export const CODE_DAYS: IntegerSetting = {
  kind: 'integer', key: 'PatientAccessCodeDays', unit: { en: 'days', nl: 'dagen', fr: 'jours' }, default: 30, min: 1, max: 366,
  purpose: {
    en: 'How long the access code on a printout opens the images.',
    nl: 'Hoe lang de toegangscode op een afdruk de beelden opent.',
    fr: 'Durée pendant laquelle le code d’accès d’un imprimé ouvre les images.',
  },
}

export const HOLD_HOURS: IntegerSetting = {
  kind: 'integer', key: 'PatientAccessCodeHoldHours', unit: { en: 'hours', nl: 'uur', fr: 'heures' }, default: 0, min: 0, max: 720,
  purpose: {
    en: 'How long after the printout a code says that results are not available yet, so that a doctor can speak with the patient first.',
    nl: 'Hoe lang na de afdruk een code nog zegt dat er geen resultaten zijn, zodat een arts eerst met de patiënt kan spreken.',
    fr: 'Durée après l’impression pendant laquelle un code répond que les résultats ne sont pas encore là, pour qu’un médecin parle d’abord au patient.',
  },
}

export const settings: readonly Setting[] = [CODE_DAYS, HOLD_HOURS]
