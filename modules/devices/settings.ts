/** How patient we are with devices that call us, and how much of them we take at once. NET-11, PS3.8 §9.1.4. */
import type { IntegerSetting, Setting } from '../../platform/server/settings/index.ts'

const SECONDS = { en: 'seconds', nl: 'seconden', fr: 'secondes' } as const

export const REQUEST_SECONDS: IntegerSetting = {
  kind: 'integer', key: 'DicomRequestSeconds', default: 30, min: 1, max: 600, unit: SECONDS,
  purpose: {
    en: 'A device that connects and has not asked for an association after so long is dropped; so is one that does not close at its end.',
    nl: 'Een toestel dat verbindt en na zo lang geen associatie gevraagd heeft, wordt losgelaten; ook een dat op het einde niet sluit.',
    fr: 'Un appareil qui se connecte sans demander d’association dans ce délai est écarté ; de même s’il ne ferme pas à la fin.',
  },
}

export const IDLE_SECONDS: IntegerSetting = {
  kind: 'integer', key: 'DicomIdleSeconds', default: 60, min: 1, max: 3_600, unit: SECONDS,
  purpose: {
    en: 'An association on which a device is silent for so long while it is its turn is aborted.',
    nl: 'Een associatie waarop een toestel zo lang zwijgt terwijl het aan de beurt is, wordt afgebroken.',
    fr: 'Une association sur laquelle un appareil se tait si longtemps alors que c’est son tour est interrompue.',
  },
}

export const ASSOCIATIONS: IntegerSetting = {
  kind: 'integer', key: 'DicomAssociations', default: 512, min: 1, max: 1_000, unit: { en: 'associations', nl: 'associaties', fr: 'associations' },
  purpose: {
    en: 'At the same time, on each DICOM port. Beyond them a device is told to come back later. Those that are idle cost little.',
    nl: 'Tegelijk, op elke DICOM-poort. Daarboven hoort een toestel dat het later moet terugkomen. Wie zwijgt, kost weinig.',
    fr: 'En même temps, sur chaque port DICOM. Au-delà, un appareil est prié de revenir plus tard. Celles qui sont inactives coûtent peu.',
  },
}

export const PDU_BYTES: IntegerSetting = {
  kind: 'integer', key: 'DicomPduBytes', default: 131_072, min: 4_096, max: 1_048_576, unit: { en: 'bytes', nl: 'bytes', fr: 'octets' },
  purpose: {
    en: 'The longest PDU that devices are asked to send. Larger ones cost less work; some old devices want 16384.',
    nl: 'De langste PDU die toestellen mogen sturen. Grotere vragen minder werk; sommige oude toestellen willen 16384.',
    fr: 'La plus longue PDU demandée aux appareils. Les grandes coûtent moins de travail ; certains vieux appareils veulent 16384.',
  },
}

export const deviceSettings: readonly Setting[] = [REQUEST_SECONDS, IDLE_SECONDS, ASSOCIATIONS, PDU_BYTES]
