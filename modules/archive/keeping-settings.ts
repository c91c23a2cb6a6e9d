/** What a site sets of keeping: the pace of the check, when a disk counts as full, how much one night takes out. */
import type { IntegerSetting, Setting, TextSetting } from '../../platform/server/settings/index.ts'

const PERCENT = { en: '% free', nl: '% vrij', fr: '% libres' } as const

export const SCRUB_PACE: IntegerSetting = {
  kind: 'integer', key: 'StorageCheckPace', default: 10, min: 0, max: 2_000,
  unit: { en: 'MB per second', nl: 'MB per seconde', fr: 'Mo par seconde' },
  purpose: {
    en: 'At what pace stored files are read again and compared with what they were, round after round. 0: not at all.',
    nl: 'In welk tempo opgeslagen bestanden opnieuw gelezen en vergeleken worden met wat ze waren, ronde na ronde. 0: niet.',
    fr: 'À quelle cadence les fichiers stockés sont relus et comparés à ce qu’ils étaient, sans cesse. 0 : pas du tout.',
  },
}

export const DISK_LOW: IntegerSetting = {
  kind: 'integer', key: 'StorageDiskLow', default: 15, min: 0, max: 90, unit: PERCENT,
  purpose: {
    en: 'Below this, administrators are told that the disk is getting full.',
    nl: 'Hieronder horen beheerders dat de schijf vol raakt.',
    fr: 'En dessous, les administrateurs apprennent que le disque se remplit.',
  },
}

export const DISK_CRITICAL: IntegerSetting = {
  kind: 'integer', key: 'StorageDiskCritical', default: 5, min: 0, max: 90, unit: PERCENT,
  purpose: {
    en: 'Below this, administrators are told that the disk is nearly full. When it is full, images are refused and their senders keep them.',
    nl: 'Hieronder horen beheerders dat de schijf bijna vol is. Is hij vol, dan worden beelden geweigerd en houden de verzenders ze.',
    fr: 'En dessous, les administrateurs apprennent que le disque est presque plein. Plein, les images sont refusées et restent chez l’expéditeur.',
  },
}

export const STORAGE_ALERTS: TextSetting = {
  kind: 'text', key: 'StorageAlertAddress', default: '', maxLength: 200,
  purpose: {
    en: 'Who is mailed when the disk or the quarantine gets full, or a stored file is damaged. Empty: nobody; the pages of administrators tell it all the same.',
    nl: 'Wie een mail krijgt als de schijf of de quarantaine vol raakt, of een opgeslagen bestand beschadigd is. Leeg: niemand; de pagina’s van beheerders melden het ook.',
    fr: 'Qui reçoit un courriel quand le disque ou la quarantaine se remplit, ou qu’un fichier stocké est abîmé. Vide : personne ; les pages le disent aussi.',
  },
}

export const RETENTION_A_NIGHT: IntegerSetting = {
  kind: 'integer', key: 'RetentionStudiesANight', default: 1_000, min: 0, max: 100_000,
  unit: { en: 'studies', nl: 'studies', fr: 'études' },
  purpose: {
    en: 'How many studies at most are removed in one night because their time is over. A rule that is wrong does not empty the archive unseen.',
    nl: 'Hoeveel studies hoogstens in één nacht verwijderd worden omdat hun tijd voorbij is. Een verkeerde regel maakt het archief niet ongezien leeg.',
    fr: 'Combien d’études au plus sont retirées en une nuit parce que leur temps est passé. Une règle fausse ne vide pas l’archive sans qu’on le voie.',
  },
}

export const MOVE_AFTER: IntegerSetting = {
  kind: 'integer', key: 'StorageMoveAfterDays', default: 30, min: 0, max: 36_500,
  unit: { en: 'days', nl: 'dagen', fr: 'jours' },
  purpose: {
    en: 'Where the server was started with a second store (FILMJACKET_STORE): what nobody looked at for so long moves there. 0: at once.',
    nl: 'Als de server gestart is met een tweede opslag (FILMJACKET_STORE): wat zo lang niemand bekeken heeft, verhuist daarheen. 0: meteen.',
    fr: 'Si le serveur a été démarré avec un second stockage (FILMJACKET_STORE) : ce que personne n’a regardé depuis y est déplacé. 0 : aussitôt.',
  },
}

export const MOVE_BELOW: IntegerSetting = {
  kind: 'integer', key: 'StorageMoveBelow', default: 20, min: 0, max: 99, unit: PERCENT,
  purpose: {
    en: 'Below this, what was not looked at for the longest moves to the second store, however recent that is.',
    nl: 'Hieronder verhuist wat het langst niet bekeken is naar de tweede opslag, hoe recent dat ook is.',
    fr: 'En dessous, ce qui n’a pas été regardé depuis le plus longtemps est déplacé vers le second stockage, même si c’est récent.',
  },
}

export const STORE_CHECK: IntegerSetting = {
  kind: 'integer', key: 'StorageStoreCheckDays', default: 90, min: 0, max: 3_650,
  unit: { en: 'days', nl: 'dagen', fr: 'jours' },
  purpose: {
    en: 'How often what lies in the second store is checked too. All of it is read then, by one request or more for each image: providers may charge for that. 0: never.',
    nl: 'Hoe vaak ook gecontroleerd wordt wat in de tweede opslag ligt. Alles wordt dan gelezen, met minstens één verzoek per beeld: aanbieders rekenen daar soms voor. 0: nooit.',
    fr: 'À quelle fréquence le contenu du second stockage est contrôlé aussi. Tout est alors lu, par une requête au moins par image : des fournisseurs le facturent. 0 : jamais.',
  },
}

export const keepingSettings: readonly Setting[] = [
  SCRUB_PACE, DISK_LOW, DISK_CRITICAL, STORAGE_ALERTS, RETENTION_A_NIGHT, MOVE_AFTER, MOVE_BELOW, STORE_CHECK,
]
