/** What crosses the border of grants: who may see a patient's exams, and access codes for who has no account. */
import Type, { type Static } from 'typebox'

const Instant = Type.String({ format: 'date-time' })
const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Id = Type.String({ minLength: 1, maxLength: 64 })
/** Of the printout. */
const Language = Type.Union([Type.Literal('en'), Type.Literal('nl'), Type.Literal('fr'), Type.Literal('es')])

/** `own`: a patient's on their own images. `opened`: by staff, to a doctor. `code`: to who shows an access code. */
export const GrantKind = Type.Union([Type.Literal('own'), Type.Literal('opened'), Type.Literal('code')])
export type GrantKind = Static<typeof GrantKind>

/** One exam, or all of the patient, those to come included. */
export const Scope = Type.Union([Type.Literal('exam'), Type.Literal('patient')])
export type Scope = Static<typeof Scope>

/** DA of one day, PS3.5 §6.2. */
export const BirthDate = Type.String({ pattern: '^[0-9]{8}$' })

export const PatientView = Type.Object({
  id: Type.String(),
  /** PN as it was received. */
  name: Type.String(),
  /** Known, so that nobody needs to type it for a printout. */
  hasBirthDate: Type.Boolean(),
})
export type PatientView = Static<typeof PatientView>

export const ExamToOpen = Type.Object({
  id: Type.String(),
  description: Type.String(),
  date: Type.String(),
  accessionNumber: Type.String(),
  modalities: Type.Array(Type.String()),
  instances: Type.Integer(),
})
export type ExamToOpen = Static<typeof ExamToOpen>

/** Somebody who may see exams of a patient. */
export const Holder = Type.Object({
  grantId: Type.String(),
  kind: GrantKind,
  name: Type.String(),
  username: Type.String(),
  role: Type.String(),
  /** How many exams; null for all of them, those to come included. */
  exams: OrNull(Type.Integer()),
  /** Whether the exam that was asked about is among them. */
  seesThis: Type.Boolean(),
  reason: Type.String(),
  /** Name of who opened it; null where nobody had to. */
  grantedBy: OrNull(Type.String()),
  since: Instant,
  until: OrNull(Instant),
})
export type Holder = Static<typeof Holder>

export const CodeState = Type.Union([
  Type.Literal('open'), Type.Literal('locked'), Type.Literal('ended'), Type.Literal('over'),
])
export type CodeState = Static<typeof CodeState>

/** An access code as staff sees it: never the code itself. */
export const CodeView = Type.Object({
  id: Type.String(),
  state: CodeState,
  patient: Type.Object({ id: Type.String(), name: Type.String() }),
  /** How many exams it opens; null for all. */
  exams: OrNull(Type.Integer()),
  madeBy: Type.String(),
  createdAt: Instant,
  opensAt: Instant,
  until: Instant,
  usedAt: OrNull(Instant),
})
export type CodeView = Static<typeof CodeView>

export const AccessView = Type.Object({
  exam: ExamToOpen,
  patient: PatientView,
  holders: Type.Array(Holder),
  codes: Type.Array(CodeView),
})
export type AccessView = Static<typeof AccessView>

export const NewOpening = Type.Object({
  accountId: Id,
  scope: Scope,
  /** Kept with the grant and shown with it. */
  reason: Type.String({ minLength: 1, maxLength: 500 }),
  /** From now on; null until somebody ends it. */
  days: OrNull(Type.Integer({ minimum: 1, maximum: 3_660 })),
})
export type NewOpening = Static<typeof NewOpening>

export const DoctorList = Type.Object({
  doctors: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), username: Type.String() })),
})
export type DoctorList = Static<typeof DoctorList>

/** Of an exam that is here; or of a patient whose images are still to come. */
export const NewCode = Type.Object({
  of: Type.Union([
    Type.Object({
      studyId: Id,
      scope: Scope,
      /** Where the images do not tell it. */
      birthDate: Type.Optional(BirthDate),
    }),
    Type.Object({
      patientId: Type.String({ minLength: 1, maxLength: 64 }),
      /** As it stands on the printout. */
      name: Type.String({ minLength: 1, maxLength: 128 }),
      birthDate: BirthDate,
    }),
  ]),
  /** Of the printout. */
  language: Language,
})
export type NewCode = Static<typeof NewCode>

/** The code is told here and never again. */
export const MadeCode = Type.Object({
  view: CodeView,
  /** Four groups of five, with hyphens between. */
  code: Type.String(),
  /** PDF, base64. */
  printout: Type.String(),
})
export type MadeCode = Static<typeof MadeCode>

export const CodeFilter = Type.Object({
  /** In the patient's name, or the beginning of the Patient ID. */
  text: Type.Optional(Type.String({ maxLength: 128 })),
  /** Only what was made before this one: the last of the page before. */
  before: Type.Optional(Id),
})
export type CodeFilter = Static<typeof CodeFilter>

export const CodeList = Type.Object({
  /** Newest first. */
  codes: Type.Array(CodeView),
  next: OrNull(Type.String()),
})
export type CodeList = Static<typeof CodeList>

export const Fetch = Type.Object({
  /** As it was typed: case, spaces and hyphens do not count. */
  code: Type.String({ minLength: 1, maxLength: 64 }),
  birthDate: BirthDate,
})
export type Fetch = Static<typeof Fetch>

export const Fetched = Type.Object({
  /** `not-yet`: all is right, and the images are not here yet. */
  state: Type.Union([Type.Literal('open'), Type.Literal('not-yet')]),
  /** The code works until then. */
  until: Instant,
})
export type Fetched = Static<typeof Fetched>
