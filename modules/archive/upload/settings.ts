/** What a site may set of uploads. */
import type { IntegerSetting, Setting, SwitchSetting } from '../../../platform/server/settings/index.ts'

export const DOCTORS_MAY_UPLOAD: SwitchSetting = {
  kind: 'switch', key: 'UploadByDoctors', default: false,
  purpose: {
    en: 'Doctors may bring images through the page Upload. Administrators and clerks always may; patients never.',
    nl: 'Artsen mogen beelden brengen via de pagina Uploaden. Beheerders en medewerkers mogen dat altijd, patiënten nooit.',
    fr: 'Les médecins peuvent apporter des images par la page Importer. Administrateurs et secrétaires le peuvent toujours, les patients jamais.',
  },
}

export const FILE_MEGABYTES: IntegerSetting = {
  kind: 'integer', key: 'UploadFileMegabytes', unit: { en: 'MB', nl: 'MB', fr: 'Mo' }, default: 4_000, min: 1, max: 100_000,
  purpose: {
    en: 'The longest file that is taken through the browser.',
    nl: 'Het grootste bestand dat via de browser wordt aangenomen.',
    fr: 'Le plus grand fichier accepté par le navigateur.',
  },
}

export const FILES_MAX: IntegerSetting = {
  kind: 'integer', key: 'UploadFiles', unit: { en: 'files', nl: 'bestanden', fr: 'fichiers' }, default: 100_000, min: 1, max: 10_000_000,
  purpose: {
    en: 'The most files of one upload.',
    nl: 'Het grootste aantal bestanden van één upload.',
    fr: 'Le plus grand nombre de fichiers d’un envoi.',
  },
}

export const DAILY_GIGABYTES: IntegerSetting = {
  kind: 'integer', key: 'UploadDailyGigabytes', unit: { en: 'GB in 24 hours', nl: 'GB per 24 uur', fr: 'Go en 24 heures' },
  default: 500, min: 1, max: 100_000,
  purpose: {
    en: 'How much one person may bring through the browser.',
    nl: 'Hoeveel één persoon via de browser mag brengen.',
    fr: 'Volume qu’une personne peut apporter par le navigateur.',
  },
}

export const settings: readonly Setting[] = [DOCTORS_MAY_UPLOAD, FILE_MEGABYTES, FILES_MAX, DAILY_GIGABYTES]
