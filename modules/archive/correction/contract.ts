/**
 * A study as a card: whose it is, what was corrected, where it came from. ING-37.
 *
 * @module
 */
import Type, { type Static } from 'typebox'

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Text = Type.String()
const Time = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

const Line = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\\\\\x00-\\x1f]*$' })

export const PatientIdentity = Type.Object({
  patientId: Line(64), issuer: Line(64), patientName: Line(194), birthDate: Type.String({ pattern: '^([0-9]{8})?$' }),
  sex: Line(16), accessionNumber: Line(16),
}, { additionalProperties: false })
export type PatientIdentity = Static<typeof PatientIdentity>

export const CorrectionReason = Type.Union([Type.Literal('correct'), Type.Literal('coerce')])
export type CorrectionReason = Static<typeof CorrectionReason>

export const NewCorrection = Type.Object({
  identity: PatientIdentity,
  reason: CorrectionReason,
  note: Type.String({ maxLength: 500 }),
  /** It is the Patient who has this Patient ID already. */
  joins: Type.Boolean(),
}, { additionalProperties: false })
export type NewCorrection = Static<typeof NewCorrection>

/** `known-patient`: the Patient ID is `person`'s; nothing was changed. */
export const CorrectionAnswer = Type.Object({
  outcome: Type.Union([Type.Literal('corrected'), Type.Literal('unchanged'), Type.Literal('known-patient')]),
  person: orNull(Type.Object({ patientName: Text, birthDate: Text, sex: Text })),
})
export type CorrectionAnswer = Static<typeof CorrectionAnswer>

export const MadeCorrection = Type.Object({
  id: Text, at: Time,
  /** Display name; null if the account is gone. */
  by: orNull(Text),
  reason: CorrectionReason, note: Text,
  changed: Type.Partial(Type.Object({
    patientId: Text, issuer: Text, patientName: Text, birthDate: Text, sex: Text, accessionNumber: Text,
  })),
  /** For how many studies it holds. */
  studies: Count,
  undoneAt: orNull(Time), undoneBy: orNull(Text),
})
export type MadeCorrection = Static<typeof MadeCorrection>

export const StudyOrigin = Type.Object({
  /** `dimse`, `dicom-web`, `upload`, ... */
  kind: Text,
  /** AE title or address of who sent it; empty where nobody did. */
  from: Text,
  /** Display name of who brought it. */
  by: orNull(Text),
  instances: Count, firstAt: Time, lastAt: Time,
})
export type StudyOrigin = Static<typeof StudyOrigin>

export const StudyCard = Type.Object({
  id: Text, studyUid: Text, date: Text, description: Text, modalities: Type.Array(Text),
  series: Count, instances: Count, sizeBytes: Count, changedAt: Time,
  identity: PatientIdentity,
  /** As it came, where that is not as it is told now. */
  came: orNull(PatientIdentity),
  /** As its order says that it is, where that is not as it is told now: offered, never taken by itself. */
  ordered: orNull(PatientIdentity),
  /** Other studies of the patient: a new name is theirs too. */
  others: Count,
  origins: Type.Array(StudyOrigin),
  /** Newest first. */
  corrections: Type.Array(MadeCorrection),
  /** A download or a share stands on it. */
  isHeld: Type.Boolean(),
})
export type StudyCard = Static<typeof StudyCard>
