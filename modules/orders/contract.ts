/**
 * What crosses the border of orders: who is to be examined, and what became of it.
 *
 * Staff, and programs whose token is for orders: `/api/worklist` (GET WorklistDays, Worklist; POST NewEntry),
 * `/api/worklist/:id` (GET EntryDetail; PATCH EntryChange), `/api/worklist/:id/cancel` (POST Cancelling),
 * `/api/worklist/:id/reopen` (POST Versioned).
 *
 * Dates are DA, times TM, names PN, as DICOM writes them.
 *
 * @module
 */
import Type, { type Static, type TSchema } from 'typebox'
import { AeTitle } from '../devices/contract.ts'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Text = Type.String()
const Instant = Type.String({ format: 'date-time' })
const Version = Type.Integer({ minimum: 1 })

const NO_CONTROLS = '[^\\u0000-\\u001f\\u007f-\\u009f\\\\]*'
/** One value of a VR of text. PS3.5 §6.2. */
const lineOf = (minLength: number, maxLength: number) => Type.String({ minLength, maxLength, pattern: `^${NO_CONTROLS}$` })
/** PN: three groups of 64 characters, of five components each. PS3.5 §6.2.1. */
const group = '(?=[^=]{0,64}(=|$))[^\\u0000-\\u001f\\u007f-\\u009f\\\\=^]*(\\^[^\\u0000-\\u001f\\u007f-\\u009f\\\\=^]*){0,4}'
const Name = Type.String({ maxLength: 194, pattern: `^${group}(=${group}){0,2}$` })
const SomeName = Type.String({ maxLength: 194, pattern: `^(?=.*[^\\s^=])${group}(=${group}){0,2}$` })
const Date = Type.String({ pattern: '^[0-9]{8}$' })
const Time = Type.String({ pattern: '^([01][0-9]|2[0-3])[0-5][0-9]([0-5][0-9])?$' })
/** CS. */
const Modality = Type.String({ pattern: '^[A-Z0-9_]{1,16}$' })

export const NOTES_MAX = 1_024

/** `discontinued`: begun, and given up before its end; `cancelled`: never begun. */
export const stepStates = ['scheduled', 'in-progress', 'completed', 'discontinued', 'cancelled'] as const
export const StepState = Type.Enum(stepStates)
export type StepState = (typeof stepStates)[number]

const patientFields = {
  patientId: lineOf(1, 64),
  /** Who gave the Patient ID. */
  issuer: lineOf(0, 64),
  patientName: SomeName,
  birthDate: Type.Union([Date, Type.Literal('')]),
  sex: Type.Enum(['', 'M', 'F', 'O']),
}

const entryFields = {
  ...patientFields,
  accessionNumber: lineOf(0, 16),
  /** Requested Procedure Description. */
  description: lineOf(1, 64),
  modality: Modality,
  /** Where it is planned; empty: at none in particular. */
  stationAeTitle: Type.Union([AeTitle, Type.Literal('')]),
  date: Date,
  time: Time,
  performingPhysician: Name,
  referringPhysician: Name,
  /** Lines, for who examines: LT. */
  notes: Type.String({ maxLength: NOTES_MAX, pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$' }),
}

/** What is left out is not known; the Study Instance UID and the ids of procedure and step are made here. */
export const NewEntry = Type.Object({
  ...Type.Partial(Type.Object(entryFields)).properties,
  patientId: entryFields.patientId, patientName: entryFields.patientName, description: entryFields.description,
  modality: entryFields.modality, date: entryFields.date, time: entryFields.time,
}, { additionalProperties: false })
export type NewEntry = Static<typeof NewEntry>

/** What is left out stays. `version`: of the entry that was looked at. */
export const EntryChange = Type.Object(
  { ...Type.Partial(Type.Object(entryFields)).properties, version: Version }, { additionalProperties: false, minProperties: 2 },
)
export type EntryChange = Static<typeof EntryChange>

export const Versioned = Type.Object({ version: Version }, { additionalProperties: false })
export type Versioned = Static<typeof Versioned>

export const Cancelling = Type.Object({ version: Version, reason: lineOf(1, 64) }, { additionalProperties: false })
export type Cancelling = Static<typeof Cancelling>

/** A Scheduled Procedure Step with the order that it is of. */
export const EntryView = Type.Object({
  id: Text, version: Version, state: StepState,
  /** Why it was cancelled or discontinued; empty otherwise. */
  reason: Text,
  ...Object.fromEntries(Object.keys(entryFields).map((name) => [name, Text])) as { readonly [Field in keyof typeof entryFields]: Type.TString },
  studyUid: Text, procedureId: Text, stepId: Text,
  createdAt: Instant, changedAt: Instant,
})
export type EntryView = Static<typeof EntryView>

/** What a modality told that it did. */
export const PerformedView = Type.Object({
  id: Text,
  state: Type.Enum(['in-progress', 'completed', 'discontinued']),
  /** Of the modality. */
  aeTitle: Text,
  modality: Text, description: Text, patientId: Text, patientName: Text,
  /** DA and TM, joined by a space; empty where it told none. */
  startedAt: Text, endedAt: Text,
  series: Type.Integer(), images: Type.Integer(),
  /** Why it was discontinued, where it told. */
  reason: Text,
})
export type PerformedView = Static<typeof PerformedView>

/** Those of these days, both included; one day where `to` is left out. */
export const WorklistDays = Type.Object({ from: Date, to: Type.Optional(Date) })

/** In the order in which they are planned. */
export const Worklist = Type.Object({
  entries: Type.Array(EntryView),
  /** There are more than are shown: ask for fewer days. */
  isCut: Type.Boolean(),
  /** What modalities did on these days without an entry. */
  unplanned: Type.Array(PerformedView),
})
export type Worklist = Static<typeof Worklist>

export const EntryDetail = Type.Object({
  entry: EntryView,
  /** Oldest first. */
  performed: Type.Array(PerformedView),
  /** Ours, to open the study; null while nothing of it is here. */
  studyId: orNull(Text),
})
export type EntryDetail = Static<typeof EntryDetail>

/** Where something can be planned: devices that may ask the worklist. */
export const StationList = Type.Object({ stations: Type.Array(Type.Object({ aeTitle: Text, description: Text })) })
export type StationList = Static<typeof StationList>
