/** What crosses the border of the portal: exams, requests and their files, limits and texts. */
import Type, { type Static } from 'typebox'
import { Format } from '../packaging/contract.ts'
import { Language, RichText } from '../settings/contract.ts'

export { Format } from '../packaging/contract.ts'

const Instant = Type.String({ format: 'date-time' })
const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const RequestState = Type.Union([
  Type.Literal('queued'), Type.Literal('retrieving'), Type.Literal('ready'),
  Type.Literal('expired'), Type.Literal('cancelled'), Type.Literal('failed'), Type.Literal('removed'),
])
export type RequestState = Static<typeof RequestState>

/** Why nothing came of a request. */
export const Failure = Type.Union([
  /** There is no image in the exam any more. */
  Type.Literal('empty'),
  /** A PACS that has more images than we did not give them all. */
  Type.Literal('incomplete'),
  /** Stored images were not where they were put: somebody took them from the server. POR-20. */
  Type.Literal('missing'),
  /** The work on it was cut off again and again. */
  Type.Literal('interrupted'),
  /** A fault of ours. */
  Type.Literal('internal'),
])
export type Failure = Static<typeof Failure>

/** A mail address, or a telephone number in international form (E.164). */
const NotifyAddress = Type.Union([Type.String({ format: 'email', maxLength: 254 }), Type.String({ pattern: '^\\+[1-9][0-9]{6,14}$' })])

export const NewRequest = Type.Object({
  examId: Type.String({ maxLength: 64 }),
  format: Format,
  /** The patient agrees to take their health data home. Nothing is prepared without it (POR-04). */
  consent: Type.Literal(true),
  /** Where to write when the images are ready (POR-07). */
  notifyAddress: Type.Optional(NotifyAddress),
  /** Of the notice; else the browser's. */
  language: Type.Optional(Language),
})
export type NewRequest = Static<typeof NewRequest>

/** Asked for, or taken back with null, after the request was made (POR-07). */
export const NotifyChange = Type.Object({
  notifyAddress: OrNull(NotifyAddress),
  language: Type.Optional(Language),
})
export type NotifyChange = Static<typeof NotifyChange>

export const RequestView = Type.Object({
  id: Type.String(),
  examId: Type.String(),
  examDescription: Type.String(),
  /** DA, `YYYYMMDD`, or empty. */
  examDate: Type.String(),
  accessionNumber: Type.String(),
  format: Format,
  state: RequestState,
  /** Place among all that wait, from 1; null once it does not wait. POR-21. */
  position: OrNull(Type.Integer()),
  instances: Type.Integer(),
  /** Of them, here so far, while they are being fetched. */
  fetched: Type.Integer(),
  failure: OrNull(Failure),
  /** A PACS that may have more images of the exam did not answer. */
  maybePartial: Type.Boolean(),
  /** Somebody will be written to when it is ready. */
  notifies: Type.Boolean(),
  /** Of the file to download; null until it is ready. */
  sizeBytes: OrNull(Type.Integer()),
  fileName: OrNull(Type.String()),
  /** Of PS3.11, which the file meets as a disc; null where none does, and until it is ready. */
  mediaProfile: OrNull(Type.String()),
  /** Lines to write on a disc. IHE RAD TF PDI. */
  discLabel: Type.Array(Type.String()),
  createdAt: Instant,
  readyAt: OrNull(Instant),
  expiresAt: OrNull(Instant),
  lastDownloadedAt: OrNull(Instant),
  /** When it was cancelled, removed, given up, or over. */
  endedAt: OrNull(Instant),
})
export type RequestView = Static<typeof RequestView>

export const RequestList = Type.Object({ requests: Type.Array(RequestView) })
export type RequestList = Static<typeof RequestList>

export const ExamView = Type.Object({
  id: Type.String(),
  /** Whose exam it is, for a doctor, who has many patients; null for the patient. PN as it was received. */
  patient: OrNull(Type.Object({ id: Type.String(), name: Type.String() })),
  accessionNumber: Type.String(),
  description: Type.String(),
  /** DA, `YYYYMMDD`, or empty. */
  date: Type.String(),
  modalities: Type.Array(Type.String()),
  series: Type.Integer(),
  instances: Type.Integer(),
  sizeBytes: Type.Integer(),
  hasThumbnail: Type.Boolean(),
  /** The newest request that is still queued, retrieving or ready. */
  request: OrNull(RequestView),
})
export type ExamView = Static<typeof ExamView>

export const ExamList = Type.Object({ exams: Type.Array(ExamView) })
export type ExamList = Static<typeof ExamList>

export const SeriesView = Type.Object({
  id: Type.String(),
  modality: Type.String(),
  number: OrNull(Type.Integer()),
  description: Type.String(),
  instances: Type.Integer(),
  hasThumbnail: Type.Boolean(),
})
export type SeriesView = Static<typeof SeriesView>

/** A line of a report: a heading where it has no words, else what it says of what. */
export const ReportLine = Type.Object({
  /** 0 for what stands at the margin. */
  depth: Type.Integer(),
  name: Type.String(),
  words: Type.String(),
})
export type ReportLine = Static<typeof ReportLine>

/** A report that is here as a DICOM object. POR-43. */
export const Report = Type.Object({
  id: Type.String(),
  /** A document is a file of its own, such as a PDF: the viewer shows it. */
  kind: Type.Union([Type.Literal('text'), Type.Literal('document')]),
  title: Type.String(),
  /** DA, `YYYYMMDD`, or empty. */
  date: Type.String(),
  isVerified: Type.Boolean(),
  isComplete: Type.Boolean(),
  lines: Type.Array(ReportLine),
})
export type Report = Static<typeof Report>

/** An exam that a PACS of the house has and that is not here. */
export const ElsewhereExam = Type.Object({
  studyUid: Type.String(),
  description: Type.String(),
  date: Type.String(),
  accessionNumber: Type.String(),
  modalities: Type.Array(Type.String()),
  instances: OrNull(Type.Integer()),
  /** `coming`: asked for, and on its way. */
  state: Type.Union([Type.Literal('there'), Type.Literal('coming'), Type.Literal('failed')]),
})
export type ElsewhereExam = Static<typeof ElsewhereExam>

export const ElsewhereList = Type.Object({
  /** Newest first. */
  exams: Type.Array(ElsewhereExam),
  /** The house is being asked right now: ask again in a moment. */
  isAsking: Type.Boolean(),
  /** A PACS did not answer: there may be more. */
  maybeMore: Type.Boolean(),
})
export type ElsewhereList = Static<typeof ElsewhereList>

export const BringExam = Type.Object({ studyUid: Type.String({ minLength: 1, maxLength: 64 }) })
export type BringExam = Static<typeof BringExam>

export const ExamDetail = Type.Object({
  exam: ExamView,
  series: Type.Array(SeriesView),
  requests: Type.Array(RequestView),
  /** What is written of it, the newest first. */
  reports: Type.Array(Report),
})
export type ExamDetail = Static<typeof ExamDetail>

/** Whether a file may be asked for right now, and why not. */
export const Door = Type.Union([
  Type.Literal('open'),
  /** Switched off at this site (POR-22). */
  Type.Literal('off'),
  Type.Literal('queue-full'),
  Type.Literal('download-limit'),
])
export type Door = Static<typeof Door>

/** POR-15 to POR-17, as they hold now. */
export const PortalView = Type.Object({
  door: Door,
  waiting: Type.Integer(),
  ready: Type.Integer(),
  queueLimit: Type.Integer(),
  downloadLimit: Type.Integer(),
  keptHours: Type.Integer(),
  /** Text messages are offered (POR-44). */
  sms: Type.Boolean(),
})
export type PortalView = Static<typeof PortalView>

/** Texts that the site may have put in its own words, in one language. POR-23. */
export const PortalTexts = Type.Object({
  helpHeader: Type.String(),
  help: RichText,
  helpLink: RichText,
  zip: Type.String(),
  iso: Type.String(),
  consent: Type.String(),
  notify: Type.String(),
  willBeNotified: Type.String(),
  queueFull: RichText,
  downloadLimit: RichText,
  available: RichText,
  toast: Type.String(),
  lastDownload: Type.String(),
  inProgress: RichText,
  fileMissing: Type.String(),
  reportExplained: RichText,
})
export type PortalTexts = Static<typeof PortalTexts>

export const InLanguage = Type.Object({ language: Language })

/** A request as who looks after the portal sees it. POR-14. */
export const WatchedRequest = Type.Object({
  request: RequestView,
  person: Type.Object({ id: Type.String(), name: Type.String(), username: Type.String(), role: Type.String() }),
})
export type WatchedRequest = Static<typeof WatchedRequest>

export const WatchedFilter = Type.Object({
  state: Type.Optional(Type.Union([Type.Literal('waiting'), RequestState])),
  /** In the person's name, the exam's description or its Accession Number. */
  text: Type.Optional(Type.String({ maxLength: 128 })),
  /** Only what was asked for before this one: the last of the page before. */
  before: Type.Optional(Type.String({ maxLength: 64 })),
})
export type WatchedFilter = Static<typeof WatchedFilter>

export const WatchedList = Type.Object({
  /** Newest first. */
  requests: Type.Array(WatchedRequest),
  /** For the next page; null on the last. */
  next: OrNull(Type.String()),
})
export type WatchedList = Static<typeof WatchedList>
