/** What a site may set of the portal, under the names by which the field knows it. POR-15 to POR-18, POR-22. */
import { HOUR_MS, type Instant } from '../../platform/server/clock.ts'
import { FRIENDLY } from './friendly.ts'
import { same, type FixedSetting, type IntegerSetting, type Setting, type Settings, type SwitchSetting } from '../../platform/server/settings/index.ts'

export const DOWNLOADS_ON: SwitchSetting = {
  kind: 'switch', key: 'PACSIImageDownloading', aliases: ['PACSImageDownloading'], default: true,
  purpose: {
    en: 'Patients and referring doctors may ask for images as a file. Off: nothing new is prepared; what is ready stays until its end.',
    nl: 'Patiënten en verwijzers mogen beelden als bestand aanvragen. Uit: er wordt niets nieuws klaargezet; wat klaarstaat, blijft tot het einde.',
    fr: 'Patients et médecins peuvent demander les images en fichier. Désactivé : rien de nouveau n’est préparé ; ce qui est prêt reste jusqu’à sa fin.',
  },
}

export const QUEUE_LIMIT: IntegerSetting = {
  kind: 'integer', key: 'PortalPACSMediaRequestQueueLimit', aliases: ['PortalPACSMediaRequestActiveQueueLimit'],
  unit: { en: 'requests', nl: 'aanvragen', fr: 'demandes' }, default: 3, min: 1, max: 100,
  purpose: {
    en: 'Requests of one person that may wait or be prepared at the same time.',
    nl: 'Aanvragen van één persoon die tegelijk mogen wachten of klaargezet worden.',
    fr: 'Demandes d’une même personne qui peuvent attendre ou être en préparation en même temps.',
  },
}

export const DOWNLOAD_LIMIT: IntegerSetting = {
  kind: 'integer', key: 'PortalPACSMediaRequestDownloadLimit', aliases: ['PortalPACSMediaRequestAvailableDownloadLimit'],
  unit: { en: 'files', nl: 'bestanden', fr: 'fichiers' }, default: 10, min: 1, max: 1_000,
  purpose: {
    en: 'Files that one person may hold at the same time, those being prepared included. More only after one is removed or its time is over.',
    nl: 'Bestanden die één persoon tegelijk mag hebben, ook die in voorbereiding. Meer kan pas als er een is verwijderd of verlopen.',
    fr: 'Fichiers qu’une même personne peut avoir en même temps, y compris en préparation. Davantage seulement après suppression ou expiration.',
  },
}

export const KEPT_HOURS: IntegerSetting = {
  kind: 'integer', key: 'PortalPACSMediaDownloadAutoDeleteHours', unit: { en: 'hours', nl: 'uur', fr: 'heures' },
  default: 72, min: 1, max: 8_760,
  purpose: {
    en: 'How long a file can be downloaded once it is ready. Files that are ready already keep the end that they were given.',
    nl: 'Hoe lang een bestand te downloaden is als het klaarstaat. Bestanden die al klaarstaan, houden hun einde.',
    fr: 'Durée pendant laquelle un fichier prêt peut être téléchargé. Les fichiers déjà prêts gardent leur échéance.',
  },
}

export const ANSWER_SECONDS: IntegerSetting = {
  kind: 'integer', key: 'PortalPACSAnswerSeconds', unit: { en: 'seconds', nl: 'seconden', fr: 'secondes' }, default: 5, min: 1, max: 120,
  purpose: {
    en: 'How long an archive may take to say whether it has more of an exam. Who does not answer by then is left out, and the file says so.',
    nl: 'Hoe lang een archief mag nadenken of het meer van een onderzoek heeft. Wie dan niet antwoordt, wordt overgeslagen; bij het bestand staat dat.',
    fr: 'Délai laissé à une archive pour dire si elle a davantage d’un examen. Sans réponse, elle est laissée de côté, et le fichier le signale.',
  },
}

export const LOCATION: FixedSetting = {
  kind: 'fixed', key: 'PPPACSMediaDownloadLocation', aliases: ['PortalPACSMediaDownloadLocation'], default: 'blobs in the data folder',
  purpose: {
    en: 'Where images fetched for downloads are kept. ZIP and ISO are composed while they are downloaded and take no space; the start (--data) decides the place.',
    nl: 'Waar beelden voor downloads staan. ZIP en ISO ontstaan tijdens het downloaden en nemen geen plaats in; de start (--data) bepaalt de plek.',
    fr: 'Où sont gardées les images des téléchargements. ZIP et ISO sont composés à la volée et n’occupent pas d’espace ; le démarrage (--data) fixe le lieu.',
  },
}

export const settings: readonly Setting[] = [DOWNLOADS_ON, QUEUE_LIMIT, DOWNLOAD_LIMIT, KEPT_HOURS, ANSWER_SECONDS, LOCATION, FRIENDLY]

/** Places that many texts share. */
export const limitPlaces = [QUEUE_LIMIT, DOWNLOAD_LIMIT, KEPT_HOURS].map((setting) => ({
  meaning: same(setting.key), sample: String(setting.default),
}))

export function endOf(settings: Settings, readyAt: Instant): Instant {
  return readyAt + settings.value(KEPT_HOURS) * HOUR_MS
}
