/** What crosses the border of the audit trail. */
import Type, { type Static } from 'typebox'

const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })
const Typed = Type.String({ minLength: 1, maxLength: 128 })

export const TrailFilter = Type.Object({
  /** A person's name, user name or id; an AE title. */
  who: Type.Optional(Typed),
  /** Beginning of an action: `portal`, `accounts.signed-in`. */
  action: Type.Optional(Typed),
  /** Only who looked at images, exams and lists of them. */
  looked: Type.Optional(Type.Literal('yes')),
  /** Patient ID or Accession Number, whole. */
  exam: Type.Optional(Typed),
  outcome: Type.Optional(Type.Union([Type.Literal('done'), Type.Literal('refused')])),
  /** Days in UTC, both included. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  /** Id of the entry behind which to go on. */
  before: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$' })),
})
export type TrailFilter = Static<typeof TrailFilter>

/** An exam by its numbers, never by a name. */
export const TrailExam = Type.Object({ patientId: Type.String(), accessionNumber: Type.String() })
export type TrailExam = Static<typeof TrailExam>

export const TrailEntry = Type.Object({
  id: Type.String(),
  at: Type.String({ format: 'date-time' }),
  action: Type.String(),
  outcome: Type.String(),
  /** Name of the account, AE title of the device, or null for the system and for nobody known. */
  who: Type.Union([Type.String(), Type.Null()]),
  address: Type.Union([Type.String(), Type.Null()]),
  subject: Type.String(),
  /** Of the account that it was done to. */
  subjectName: Type.Union([Type.String(), Type.Null()]),
  /** The exam that it was done to, and those that were on the list that was shown. */
  exams: Type.Array(TrailExam),
  /** `key: value`, as they were written. */
  detail: Type.Array(Type.String()),
})
export type TrailEntry = Static<typeof TrailEntry>

export const TrailPage = Type.Object({ entries: Type.Array(TrailEntry), next: Type.Union([Type.String(), Type.Null()]) })
export type TrailPage = Static<typeof TrailPage>
