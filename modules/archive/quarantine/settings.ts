/** What a site decides about images that contradict what is here. ING-39. */
import type { ChoiceSetting, IntegerSetting, Setting, Settings, SwitchSetting } from '../../../platform/server/settings/index.ts'

export type SameUid = 'first' | 'replace' | 'review'
export type Guard = 'off' | 'warn' | 'hold'

export const SAME_UID: ChoiceSetting<SameUid> = {
  kind: 'choice', key: 'ArchiveSameUid', default: 'first',
  choices: {
    first: {
      en: 'Keep the first; tell the sender that the other is not stored',
      nl: 'De eerste behouden; de verzender hoort dat de andere niet is opgeslagen',
      fr: 'Garder la première ; l’expéditeur apprend que l’autre n’est pas stockée',
    },
    replace: {
      en: 'The newest takes the place of the first, which is kept in quarantine',
      nl: 'De nieuwste vervangt de eerste, die in quarantaine bewaard blijft',
      fr: 'La plus récente remplace la première, qui est gardée en quarantaine',
    },
    review: {
      en: 'Keep the first, and the other in quarantine until a person decides',
      nl: 'De eerste behouden, en de andere in quarantaine tot iemand beslist',
      fr: 'Garder la première, et l’autre en quarantaine jusqu’à décision',
    },
  },
  purpose: {
    en: 'What happens when an image arrives whose UID is here already with other content. The same content again changes nothing.',
    nl: 'Wat er gebeurt als een beeld aankomt waarvan de UID hier al met andere inhoud staat. Dezelfde inhoud opnieuw verandert niets.',
    fr: 'Que faire quand arrive une image dont l’UID est déjà ici avec un autre contenu. Le même contenu ne change rien.',
  },
}

export const GUARD: ChoiceSetting<Guard> = {
  kind: 'choice', key: 'ArchivePatientGuard', default: 'warn',
  choices: {
    off: { en: 'Off', nl: 'Uit', fr: 'Désactivé' },
    warn: {
      en: 'Store the exam, and put it on the list of what a person should look at',
      nl: 'Het onderzoek opslaan, en op de lijst zetten van wat iemand moet bekijken',
      fr: 'Stocker l’examen, et le mettre sur la liste de ce qu’il faut regarder',
    },
    hold: {
      en: 'Hold the exam until a person has decided',
      nl: 'Het onderzoek vasthouden tot iemand heeft beslist',
      fr: 'Retenir l’examen jusqu’à décision',
    },
  },
  purpose: {
    en: 'What happens to a new exam whose Patient ID is here with another birth date, sex or name, or whose exam or accession number is here for another patient.',
    nl: 'Wat er gebeurt met een nieuw onderzoek waarvan de patiënt-ID hier met een andere geboortedatum, geslacht of naam staat, of waarvan het onderzoek of accessienummer hier van een andere patiënt is.',
    fr: 'Que faire d’un nouvel examen dont l’identifiant de patient est ici avec une autre date de naissance, un autre sexe ou nom, ou dont l’examen ou le numéro d’accès est ici pour un autre patient.',
  },
}

export const MOST_IMAGES: IntegerSetting = {
  kind: 'integer', key: 'QuarantineImages', default: 50_000, min: 1, max: 10_000_000,
  unit: { en: 'images', nl: 'beelden', fr: 'images' },
  purpose: {
    en: 'How many images at most wait in quarantine. When it is full, further ones that would be kept there are refused, and their senders keep them.',
    nl: 'Hoeveel beelden hoogstens in quarantaine wachten. Is zij vol, dan worden verdere die er zouden blijven geweigerd, en houden de verzenders ze.',
    fr: 'Combien d’images au plus attendent en quarantaine. Pleine, celles qui y seraient gardées sont refusées et restent chez l’expéditeur.',
  },
}

export const MOST_GIGABYTES: IntegerSetting = {
  kind: 'integer', key: 'QuarantineGigabytes', default: 50, min: 1, max: 100_000, unit: { en: 'GB', nl: 'GB', fr: 'Go' },
  purpose: {
    en: 'How much waits in quarantine at most. When it is full, further images that would be kept there are refused, and their senders keep them.',
    nl: 'Hoeveel hoogstens in quarantaine wacht. Is zij vol, dan worden verdere beelden die er zouden blijven geweigerd, en houden de verzenders ze.',
    fr: 'Combien attend au plus en quarantaine. Pleine, les images qui y seraient gardées sont refusées et restent chez l’expéditeur.',
  },
}

export const MOST_DAYS: IntegerSetting = {
  kind: 'integer', key: 'QuarantineDays', default: 0, min: 0, max: 36_500, unit: { en: 'days', nl: 'dagen', fr: 'jours' },
  purpose: {
    en: 'What waits in quarantine for longer than this without a decision is discarded for good, and that is noted in the audit. 0: never.',
    nl: 'Wat langer dan dit zonder beslissing in quarantaine wacht, wordt definitief verwijderd, en dat staat in de audit. 0: nooit.',
    fr: 'Ce qui attend plus longtemps en quarantaine sans décision est supprimé pour de bon, et l’audit le note. 0 : jamais.',
  },
}

export const REJECTION_NOTES: SwitchSetting = {
  kind: 'switch', key: 'ArchiveRejectionNotes', default: true,
  purpose: {
    en: 'A rejection note that arrives (Key Object Selection, IHE IOCM) takes the images it names out of the archive. They are held in quarantine, and staff can bring them back.',
    nl: 'Een binnenkomende afkeuring (Key Object Selection, IHE IOCM) haalt de genoemde beelden uit het archief. Ze blijven in quarantaine, en medewerkers kunnen ze terugbrengen.',
    fr: 'Une note de rejet qui arrive (Key Object Selection, IHE IOCM) retire de l’archive les images qu’elle nomme. Elles restent en quarantaine, et le personnel peut les ramener.',
  },
}

export const quarantineSettings: readonly Setting[] = [SAME_UID, GUARD, REJECTION_NOTES, MOST_IMAGES, MOST_GIGABYTES, MOST_DAYS]

/** How much may wait for a person, and for how long. */
export interface Limits {
  readonly instances: number
  readonly bytes: number
  /** 0: for ever. */
  readonly days: number
}

const GIGABYTE = 1_000_000_000

export function limitsOf(settings: Pick<Settings, 'value'> | undefined): Limits {
  const value = (setting: IntegerSetting) => settings?.value(setting) ?? setting.default
  return { instances: value(MOST_IMAGES), bytes: value(MOST_GIGABYTES) * GIGABYTE, days: value(MOST_DAYS) }
}

/** What holds for what arrives now. */
export interface Policy {
  readonly sameUid: SameUid
  readonly guard: Guard
}

/** A person decided: what they said is done, and not asked again. */
export const DECIDED: Policy = { sameUid: 'replace', guard: 'off' }

export function policyOf(settings: Pick<Settings, 'value'> | undefined): Policy {
  if (settings === undefined) return { sameUid: SAME_UID.default, guard: GUARD.default }
  return { sameUid: settings.value(SAME_UID), guard: settings.value(GUARD) }
}
