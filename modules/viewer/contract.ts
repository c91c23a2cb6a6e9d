/** What crosses the border of the viewer, besides DICOMweb: the list of studies, and one exam with its Series. */
import Type, { type Static } from 'typebox'

export type { Label, LabelChange, LabelColour, LabelList, Labelling, LabellingAnswer, LabelWithCount, NewLabel } from '../archive/contract.ts'

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
  /** False for who came by another program: there is nothing of this exam but its pictures. */
  mayTakeHome: Type.Optional(Type.Boolean()),
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
  /** Ids of labels, with commas between; one of them is enough. */
  labels: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_]{1,64}(,[A-Za-z0-9_]{1,64}){0,19}$' })),
  order: Type.Optional(StudyOrder),
  /** The `next` of the page before. */
  after: Type.Optional(Type.String({ maxLength: 1_024 })),
})
export type StudySearch = Static<typeof StudySearch>

export const StudyRow = Type.Object({
  id: Type.String(),
  studyUid: Type.String(),
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
  /** Ids, by name. */
  labels: Type.Array(Type.String()),
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

const IsoDay = Type.String({ pattern: '^([0-9]{4}-[0-9]{2}-[0-9]{2})?$' })

/** A search as its form holds it; empty is not looked for. */
export const SearchForm = Type.Object({
  text: Type.String({ maxLength: 100 }),
  description: Type.String({ maxLength: 100 }),
  /** ISO days, as a date field has them. */
  from: IsoDay,
  to: IsoDay,
  /** Instead of them: days that end on the day of the reader. */
  span: Type.Union([Type.Literal(''), Type.Literal('today'), Type.Literal('week'), Type.Literal('month')]),
  modalities: Type.Array(Type.String({ pattern: '^[A-Z]{2,16}$' }), { maxItems: 16 }),
  labels: Type.Array(Type.String({ pattern: '^[A-Za-z0-9_]{1,64}$' }), { maxItems: 20 }),
  order: StudyOrder,
}, { additionalProperties: false })
export type SearchForm = Static<typeof SearchForm>

/** Names of columns, as the page knows them. */
const Columns = Type.Array(Type.String({ pattern: '^[A-Za-z]{1,32}$' }), { maxItems: 32 })

export const SEARCHES_MAX = 50

const SearchName = Type.String({ minLength: 1, maxLength: 60, pattern: '^[^\\x00-\\x1f\\x7f]*[^\\s\\x00-\\x1f\\x7f][^\\x00-\\x1f\\x7f]*$' })

/** A search that comes back, with the columns that were shown. */
export const SavedSearch = Type.Object({
  id: Type.String(),
  name: Type.String(),
  search: SearchForm,
  columns: Columns,
  /** With it the list begins. */
  isStart: Type.Boolean(),
})
export type SavedSearch = Static<typeof SavedSearch>

export const NewSavedSearch = Type.Object({ name: SearchName, search: SearchForm, columns: Columns }, { additionalProperties: false })
export type NewSavedSearch = Static<typeof NewSavedSearch>

export const SavedSearchChange = Type.Object({
  name: Type.Optional(SearchName), isStart: Type.Optional(Type.Boolean()),
}, { additionalProperties: false })
export type SavedSearchChange = Static<typeof SavedSearchChange>

/** What of the list is a person's own. */
export const OwnList = Type.Object({
  searches: Type.Array(SavedSearch),
  /** Null: none chosen yet. */
  columns: OrNull(Columns),
})
export type OwnList = Static<typeof OwnList>

export const ChosenColumns = Type.Object({ columns: Columns }, { additionalProperties: false })
export type ChosenColumns = Static<typeof ChosenColumns>

/** Which exam another program wants to open: by one of these, or both. */
export const NewLaunch = Type.Object({
  studyUid: Type.Optional(Type.String({ pattern: '^[0-9.]{1,64}$' })),
  accessionNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 16, pattern: '^[^\\\\*?\\x00-\\x1f\\x7f]+$' })),
}, { additionalProperties: false, minProperties: 1 })
export type NewLaunch = Static<typeof NewLaunch>

export const LaunchAddress = Type.Object({
  /** To be opened in a browser: once. */
  address: Type.String(),
  until: Type.String({ format: 'date-time' }),
})
export type LaunchAddress = Static<typeof LaunchAddress>

export const LaunchToken = Type.Object({ token: Type.String({ maxLength: 64 }) }, { additionalProperties: false })
export type LaunchToken = Static<typeof LaunchToken>

export const LaunchedStudy = Type.Object({ studyId: Type.String() })
export type LaunchedStudy = Static<typeof LaunchedStudy>
