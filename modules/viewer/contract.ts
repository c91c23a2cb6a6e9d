/** What crosses the border of the viewer, besides DICOMweb: the list of studies, and one exam with its Series. */
import Type, { type Static } from 'typebox'

const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const SeriesToView = Type.Object({
  id: Type.String(),
  uid: Type.String(),
  modality: Type.String(),
  number: OrNull(Type.Integer()),
  description: Type.String(),
  instances: Type.Integer(),
  hasThumbnail: Type.Boolean(),
})
export type SeriesToView = Static<typeof SeriesToView>

/** Another exam of the same patient that may be laid beside. */
export const OtherStudy = Type.Object({
  id: Type.String(),
  description: Type.String(),
  /** DA, `YYYYMMDD`, or empty. */
  date: Type.String(),
  modalities: Type.Array(Type.String()),
})
export type OtherStudy = Static<typeof OtherStudy>

export const StudyToView = Type.Object({
  id: Type.String(),
  uid: Type.String(),
  description: Type.String(),
  date: Type.String(),
  accessionNumber: Type.String(),
  patient: Type.Object({
    /** PN as received. */
    name: Type.String(),
    id: Type.String(),
    birthDate: Type.String(),
    sex: Type.String(),
  }),
  /** In the order in which a person looks. */
  series: Type.Array(SeriesToView),
  /** Newest first. */
  others: Type.Array(OtherStudy),
  /** The site says that its pictures here are to look at, not to read. */
  notForDiagnosis: Type.Boolean(),
})
export type StudyToView = Static<typeof StudyToView>

export const StudyOrder = Type.Union([
  Type.Literal('newest'), Type.Literal('oldest'), Type.Literal('name'), Type.Literal('patient-id'), Type.Literal('accession'),
])
export type StudyOrder = Static<typeof StudyOrder>

const Words = Type.Optional(Type.String({ maxLength: 100 }))
const Day = Type.Optional(Type.String({ pattern: '^[0-9]{8}$' }))

/** What is looked for. All that is given must fit. */
export const StudySearch = Type.Object({
  /** A name, or the beginning of a Patient ID or Accession Number. */
  text: Words,
  description: Words,
  /** DA, both ends included. */
  from: Day,
  to: Day,
  /** Codes of (0008,0060), with commas between; one of them is enough. */
  modalities: Type.Optional(Type.String({ pattern: '^[A-Z]{2,16}(,[A-Z]{2,16}){0,15}$' })),
  order: Type.Optional(StudyOrder),
  /** The `next` of the page before. */
  after: Type.Optional(Type.String({ maxLength: 1_024 })),
})
export type StudySearch = Static<typeof StudySearch>

export const StudyRow = Type.Object({
  id: Type.String(),
  /** PN as received. */
  patientName: Type.String(),
  patientId: Type.String(),
  birthDate: Type.String(),
  sex: Type.String(),
  date: Type.String(),
  time: Type.String(),
  accessionNumber: Type.String(),
  modalities: Type.Array(Type.String()),
  description: Type.String(),
  referrer: Type.String(),
  series: Type.Integer(),
  instances: Type.Integer(),
  sizeBytes: Type.Integer(),
})
export type StudyRow = Static<typeof StudyRow>

export const StudyList = Type.Object({
  studies: Type.Array(StudyRow),
  /** Goes on behind the last one; null at the end. */
  next: OrNull(Type.String()),
  /** The name that was looked for instead, where nobody has the one that was typed. */
  meant: OrNull(Type.String()),
})
export type StudyList = Static<typeof StudyList>
