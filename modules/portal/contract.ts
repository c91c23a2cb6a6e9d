/** What crosses the border of the patient portal: exams, requests and their files. */
import Type, { type Static } from 'typebox'
import { Format } from '../packaging/contract.ts'

export { Format } from '../packaging/contract.ts'

const Instant = Type.String({ format: 'date-time' })
const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const RequestState = Type.Union([
  Type.Literal('queued'), Type.Literal('retrieving'), Type.Literal('ready'),
  Type.Literal('expired'), Type.Literal('cancelled'), Type.Literal('failed'), Type.Literal('removed'),
])
export type RequestState = Static<typeof RequestState>

export const NewRequest = Type.Object({
  examId: Type.String({ maxLength: 64 }),
  format: Format,
  /** The patient agrees to take their health data home. Nothing is prepared without it (POR-04). */
  consent: Type.Literal(true),
  /** Where to write when the images are ready (POR-07). */
  notifyAddress: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
})
export type NewRequest = Static<typeof NewRequest>

export const RequestView = Type.Object({
  id: Type.String(),
  examId: Type.String(),
  examDescription: Type.String(),
  /** DA, `YYYYMMDD`, or empty. */
  examDate: Type.String(),
  accessionNumber: Type.String(),
  format: Format,
  state: RequestState,
  instances: Type.Integer(),
  /** Of the file to download; null until it is ready. */
  sizeBytes: OrNull(Type.Integer()),
  fileName: OrNull(Type.String()),
  createdAt: Instant,
  readyAt: OrNull(Instant),
  expiresAt: OrNull(Instant),
  lastDownloadedAt: OrNull(Instant),
})
export type RequestView = Static<typeof RequestView>

export const RequestList = Type.Object({ requests: Type.Array(RequestView) })
export type RequestList = Static<typeof RequestList>

export const ExamView = Type.Object({
  id: Type.String(),
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

export const ExamDetail = Type.Object({
  exam: ExamView,
  series: Type.Array(SeriesView),
  requests: Type.Array(RequestView),
})
export type ExamDetail = Static<typeof ExamDetail>
