/**
 * An entry as attributes of the Modality Worklist: what can be matched, and what is told. PS3.4 Table K.6-1.
 *
 * @module
 */
import { Tags, vrOf, type DataSet, type Element, type ElementMap, type Tag, type Value } from '@filmjacket/dicom-data'
import type { Entry } from './entry.ts'

type Source = (entry: Entry) => string

const ofProcedure: ReadonlyMap<Tag, Source> = new Map([
  [Tags.AccessionNumber, ({ accessionNumber }) => accessionNumber],
  [Tags.ReferringPhysicianName, ({ referringPhysician }) => referringPhysician],
  [Tags.PatientName, ({ patientName }) => patientName],
  [Tags.PatientID, ({ patientId }) => patientId],
  [Tags.IssuerOfPatientID, ({ issuer }) => issuer],
  [Tags.PatientBirthDate, ({ birthDate }) => birthDate],
  [Tags.PatientSex, ({ sex }) => sex],
  [Tags.StudyInstanceUID, ({ studyUid }) => studyUid],
  [Tags.RequestedProcedureDescription, ({ description }) => description],
  [Tags.RequestedProcedureID, ({ procedureId }) => procedureId],
  [Tags.RequestedProcedureComments, ({ notes }) => notes],
  [Tags.PlacerOrderNumberImagingServiceRequest, ({ placerNumber }) => placerNumber],
  [Tags.FillerOrderNumberImagingServiceRequest, ({ fillerNumber }) => fillerNumber],
])

const ofStep: ReadonlyMap<Tag, Source> = new Map([
  [Tags.Modality, ({ modality }) => modality],
  [Tags.ScheduledStationAETitle, ({ stationAeTitle }) => stationAeTitle],
  [Tags.ScheduledProcedureStepStartDate, ({ date }) => date],
  [Tags.ScheduledProcedureStepStartTime, ({ time }) => time],
  [Tags.ScheduledPerformingPhysicianName, ({ performingPhysician }) => performingPhysician],
  [Tags.ScheduledProcedureStepDescription, ({ stepDescription }) => stepDescription],
  [Tags.ScheduledProcedureStepID, ({ stepId }) => stepId],
  [Tags.ScheduledProcedureStepStatus, ({ state }) => (state === 'scheduled' ? 'SCHEDULED' : 'STARTED')],
])

/** They tell how the query is to be read, and are no keys. */
const NO_KEYS: ReadonlySet<Tag> = new Set([Tags.SpecificCharacterSet, Tags.QueryRetrieveLevel, Tags.TimezoneOffsetFromUTC])

export function isStepSequence(tag: Tag): boolean {
  return tag === Tags.ScheduledProcedureStepSequence
}

/** All of it, to be matched. */
export function wholeEntry(entry: Entry): ReadonlyMap<Tag, Value> {
  return new Map<Tag, Value>([...valuesOf(entry, ofProcedure), [Tags.ScheduledProcedureStepSequence, [valuesOf(entry, ofStep)]]])
}

function valuesOf(entry: Entry, sources: ReadonlyMap<Tag, Source>): ReadonlyMap<Tag, Value> {
  return new Map([...sources].map(([tag, source]) => [tag, source(entry)]))
}

export interface KnownKeys {
  readonly keys: ReadonlyMap<Tag, Value | Element>
  /** With a value that is not looked at. */
  readonly ignored: readonly Tag[]
}

/** The keys of a query that we can match. PS3.4 §C.2.2.1. */
export function knownKeys(query: DataSet): KnownKeys {
  const step = query.items(Tags.ScheduledProcedureStepSequence)[0]
  const outer = known(query, ofProcedure)
  const inner = step === undefined ? { keys: new Map<Tag, Value | Element>(), ignored: [] } : known(step, ofStep)
  return {
    keys: new Map<Tag, Value | Element>([...outer.keys, [Tags.ScheduledProcedureStepSequence, { vr: 'SQ', value: inner.keys.size === 0 ? [] : [inner.keys] }]]),
    ignored: [...outer.ignored, ...inner.ignored],
  }
}

function known(query: DataSet, sources: ReadonlyMap<Tag, Source>): KnownKeys {
  const asked = tagsOf(query).filter((tag) => !isStepSequence(tag))
  const keys = asked.filter((tag) => sources.has(tag) && hasValue(query, tag))
    .map((tag): [Tag, Element] => [tag, { vr: vrOf(tag), value: [...query.texts(tag)] }])
  return { keys: new Map(keys), ignored: asked.filter((tag) => !sources.has(tag) && hasValue(query, tag)) }
}

function tagsOf(query: DataSet): readonly Tag[] {
  return [...query.tags()].filter((tag) => !NO_KEYS.has(tag) && (tag & 0xffff) !== 0)
}

function hasValue(query: DataSet, tag: Tag): boolean {
  if (query.vr(tag) === 'SQ') return query.items(tag).some((item) => [...item.tags()].some((each) => hasValue(item, each)))
  return query.texts(tag).some((text) => !/^\**$/.test(text))
}

export interface Telling {
  readonly identifier: DataSet
  /** Specific Character Set, where the query names none; null: UTF-8, where it is needed. */
  readonly characterSet: string | null
}

/** Each key of the query, without a value where none is known; of a sequence without keys, all. PS3.4 §K.4.1.1.3.2. */
export function told(entry: Entry, { identifier, characterSet }: Telling): ElementMap {
  const terms = identifier.characterSets.some((term) => term !== '') ? [...identifier.characterSets] : characterSet === null ? [] : [characterSet]
  const step = identifier.items(Tags.ScheduledProcedureStepSequence)[0]
  const answered = tagsOf(identifier).map((tag): [Tag, Value | Element] =>
    isStepSequence(tag) ? [tag, [stepTold(entry, step)]] : [tag, valueOf(entry, ofProcedure, tag, identifier)])
  return new Map([...(terms.length === 0 ? [] : [[Tags.SpecificCharacterSet, terms] as [Tag, Value]]), ...answered])
}

function stepTold(entry: Entry, keys: DataSet | undefined): ElementMap {
  const asked = keys === undefined ? [] : tagsOf(keys)
  if (keys === undefined || asked.length === 0) return valuesOf(entry, ofStep)
  return new Map(asked.map((tag) => [tag, valueOf(entry, ofStep, tag, keys)]))
}

/** By the VR of the key: one that no dictionary has keeps its own. */
function valueOf(entry: Entry, sources: ReadonlyMap<Tag, Source>, tag: Tag, keys: DataSet): Value | Element {
  const source = sources.get(tag)
  if (source !== undefined) return source(entry)
  const vr = keys.meaning(tag)
  return vr === 'SQ' ? { vr, value: [] } : vr === undefined ? null : { vr, value: null }
}
