/**
 * Quarantine: what was kept and is not in the archive, or may be a wrong patient's. ING-39.
 *
 * @module
 */
import Type, { type Static } from 'typebox'

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Text = Type.String()
const Time = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

/** Why something waits for a person. */
export const Why = Type.Union([
  /** It cannot be read as DICOM to its end. */
  Type.Literal('unreadable'),
  /** A UID that it is found by is missing, or is none. */
  Type.Literal('no-identity'),
  /** An image of the same UID is here with other content. */
  Type.Literal('same-uid'),
  /** Its Study is here as another Patient's; its Series as another Study's. */
  Type.Literal('study-of-other-patient'), Type.Literal('series-of-other-study'),
  /** Its Accession Number is here as another Patient's. */
  Type.Literal('accession-of-other-patient'),
  /** Its Patient ID is here with another birth date, sex or name. */
  Type.Literal('patient-birth-date'), Type.Literal('patient-sex'), Type.Literal('patient-name'),
  /** A person sent it here. */
  Type.Literal('isolated'),
  /** A Key Object Selection that came says that nobody should see it. */
  Type.Literal('rejected'),
])
export type Why = Static<typeof Why>

/** Why a note rejects an image. PS3.16 CID 7011. */
export type RejectionTitle = StudyRejectionTitle | 'retention-expired'

/** Why staff reject a Study. */
export const studyRejectionTitles = ['quality', 'patient-safety', 'worklist-entry'] as const
export type StudyRejectionTitle = (typeof studyRejectionTitles)[number]

export const StudyRejection = Type.Object({ title: Type.Enum(studyRejectionTitles) }, { additionalProperties: false })
export type StudyRejection = Static<typeof StudyRejection>

/** `noted`: it is in the archive, and somebody should look at it. `replaced`: another took its place. */
export const HeldState = Type.Union([
  Type.Literal('open'), Type.Literal('noted'), Type.Literal('in-work'),
  Type.Literal('accepted'), Type.Literal('repaired'), Type.Literal('replaced'), Type.Literal('discarded'),
])
export type HeldState = Static<typeof HeldState>

export const HeldIdentity = Type.Object({
  patientId: Text, issuer: Text, patientName: Text, birthDate: Text, sex: Text, accessionNumber: Text,
})
export type HeldIdentity = Static<typeof HeldIdentity>

export const HeldAction = Type.Union([
  Type.Literal('accept'), Type.Literal('repair'), Type.Literal('requeue'), Type.Literal('isolate'), Type.Literal('discard'),
])
export type HeldAction = Static<typeof HeldAction>

export const HeldCase = Type.Object({
  id: Text,
  why: Why, detail: Text, state: HeldState,
  came: HeldIdentity,
  /** Who is here already, where the two contradict each other. */
  here: orNull(HeldIdentity),
  studyUid: Text, modality: Text, studyDate: Text, studyDescription: Text,
  instances: Count, bytes: Count,
  /** Where it came from: an AE title, or what brought it. */
  from: Text,
  receivedAt: Time,
  decidedAt: orNull(Time),
  /** What a person may do about it now. */
  actions: Type.Array(HeldAction),
})
export type HeldCase = Static<typeof HeldCase>

export const HeldPage = Type.Object({
  is: Type.Optional(Type.Union([Type.Literal('waiting'), Type.Literal('decided')])),
  after: Type.Optional(Type.String({ maxLength: 128 })),
})
export type HeldPage = Static<typeof HeldPage>

/** How much waits, how much may, and how many found no room since it is full. */
export const HeldRoom = Type.Object({
  instances: Count, bytes: Count, maxInstances: Count, maxBytes: Count, refused: Count,
  level: Type.Union([Type.Literal('enough'), Type.Literal('low'), Type.Literal('full')]),
})
export type HeldRoom = Static<typeof HeldRoom>

export const HeldList = Type.Object({ cases: Type.Array(HeldCase), next: orNull(Text), room: HeldRoom })
export type HeldList = Static<typeof HeldList>

export const HeldInstance = Type.Object({ id: Text, instanceUid: Text, bytes: Count, arrivals: Count, state: HeldState, detail: Text })
export type HeldInstance = Static<typeof HeldInstance>

/** Of a case with many images the first. */
export const HeldDetail = Type.Object({ held: HeldCase, images: Type.Array(HeldInstance) })
export type HeldDetail = Static<typeof HeldDetail>

export const HeaderLine = Type.Object({ tag: Text, name: Text, vr: Text, value: Text, depth: Count })
export type HeaderLine = Static<typeof HeaderLine>

/** What came, line by line; and what is here under the same UID. Null where it cannot be read. */
export const HeldHeader = Type.Object({ came: orNull(Type.Array(HeaderLine)), here: orNull(Type.Array(HeaderLine)) })
export type HeldHeader = Static<typeof HeldHeader>

/** New UIDs: for none but those that are wrong, for each image, or for Study, Series and images. */
export const NewUids = Type.Union([Type.Literal('wrong'), Type.Literal('images'), Type.Literal('all')])
export type NewUids = Static<typeof NewUids>

const Short = Type.String({ maxLength: 64, pattern: '^[^\\\\\\x00-\\x1f]*$' })

export const Repair = Type.Object({
  patientId: Short, issuer: Short, accessionNumber: Type.String({ maxLength: 16, pattern: '^[^\\\\\\x00-\\x1f]*$' }),
  patientName: Type.String({ maxLength: 194, pattern: '^[^\\\\\\x00-\\x1f]*$' }),
  birthDate: Type.String({ pattern: '^(\\d{8})?$' }),
  sex: Type.Union([Type.Literal(''), Type.Literal('F'), Type.Literal('M'), Type.Literal('O')]),
  newUids: NewUids,
}, { additionalProperties: false })
export type Repair = Static<typeof Repair>

export const Decision = Type.Union([
  Type.Object({ action: Type.Union([
    Type.Literal('accept'), Type.Literal('requeue'), Type.Literal('isolate'), Type.Literal('discard'),
  ]) }, { additionalProperties: false }),
  Type.Object({ action: Type.Literal('repair'), repair: Repair }, { additionalProperties: false }),
])
export type Decision = Static<typeof Decision>
