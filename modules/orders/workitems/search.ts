/**
 * Which workitems a search finds, and what is told of each. PS3.18 §11.9, PS3.4 §CC.2.8.
 *
 * @module
 */
import {
  dateRange, dateTimeRange, DicomError, matches, Tags, timeRange, vrOf, type DataSet, type DicomJson, type Element, type JsonElement, type Tag, type Vr,
} from '@filmjacket/dicom-data'
import type { SearchKey, SearchTerms } from '@filmjacket/dicom-web'
import type { Db } from '../store/entries.ts'
import { workitemsWith, type Workitem } from '../store/workitems.ts'
import { dataSetIn, dataSetOf, digitsOf } from './json.ts'

export type Search =
  | { readonly kind: 'found'; readonly workitems: readonly DicomJson[]; readonly hasMore: boolean }
  | { readonly kind: 'malformed'; readonly tag: Tag }

/** The most that one answer holds, and that is passed over before it. */
export const FOUND_MAX = 500
const OFFSET_MAX = 100_000
const PAGE = 200

export async function searchWorkitems(db: Db, terms: SearchTerms): Promise<Search> {
  const malformed = terms.keys.find((key) => !isUnderstood(key))
  if (malformed !== undefined) return { kind: 'malformed', tag: malformed.path[0] }
  const keys = queryOf(terms.keys)
  const limit = Math.min(terms.limit ?? FOUND_MAX, FOUND_MAX)
  const found: Workitem[] = []
  let left = Math.min(terms.offset, OFFSET_MAX)
  for await (const workitem of candidates(db, containedIn(terms.keys))) {
    if (!matches(dataSetIn(workitem.attributes), keys, { namesInAnyOrder: terms.fuzzyMatching })) continue
    if (left > 0) left--
    else found.push(workitem)
    // One more than wanted tells whether there are more.
    if (found.length > limit) break
  }
  return { kind: 'found', hasMore: found.length > limit, workitems: found.slice(0, limit).map((each) => told(each, terms)) }
}

async function* candidates(db: Db, contained: DicomJson): AsyncGenerator<Workitem> {
  for (let after: Workitem | null = null; ; ) {
    const page: readonly Workitem[] = await workitemsWith(db, contained, after, PAGE)
    yield* page
    after = page.at(-1) ?? null
    if (page.length < PAGE) return
  }
}

const RANGES: Readonly<Partial<Record<Vr, (text: string) => unknown>>> = { DA: dateRange, TM: timeRange, DT: dateTimeRange }
/** Their values are bytes. */
const NO_KEYS: ReadonlySet<Vr> = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN', 'SQ'])

function isUnderstood({ path, value }: SearchKey): boolean {
  const within = path.slice(0, -1)
  const vr = vrOf(path.at(-1) ?? 0)
  if (within.some((tag) => vrOf(tag) !== 'SQ')) return false
  if (value === '') return true
  if (NO_KEYS.has(vr)) return false
  const read = RANGES[vr]
  if (read !== undefined) return /^\*+$/.test(value) || read(value) !== null
  return isWritten({ path, value })
}

/** A number that is none cannot be asked for. */
function isWritten(key: SearchKey): boolean {
  try {
    queryOf([key])
    return true
  } catch (error) {
    if (error instanceof DicomError || error instanceof RangeError) return false
    throw error
  }
}

type Items = Map<Tag, Element>

/** Keys within one sequence are keys of one item. PS3.4 §C.2.2.2.6. */
function queryOf(keys: readonly SearchKey[]): DataSet {
  const all: Items = new Map()
  for (const { path, value } of keys) {
    const tag = path.at(-1) ?? 0
    const vr = vrOf(tag)
    const item = path.slice(0, -1).reduce(itemIn, all)
    item.set(tag, { vr, value: value === '' ? (vr === 'SQ' ? [] : null) : valuesOf(tag, value) })
  }
  return dataSetOf(all)
}

function itemIn(outer: Items, tag: Tag): Items {
  const [known] = (outer.get(tag)?.value ?? []) as readonly Items[]
  const item: Items = known ?? new Map<Tag, Element>()
  outer.set(tag, { vr: 'SQ', value: [item] })
  return item
}

/** UIDs are listed with commas, or as DICOM does. PS3.18 §8.3.4.1. */
function valuesOf(tag: Tag, value: string): readonly string[] {
  return value.split(vrOf(tag) === 'UI' ? /[,\\]/ : '\\')
}

/** They match only as they are written. */
const EXACT: ReadonlySet<Vr> = new Set(['AE', 'CS', 'LO', 'SH', 'UI'])

/** Keys that the database looks up: one value of text, without wildcard. */
export function containedIn(keys: readonly SearchKey[]): DicomJson {
  const exact = keys.filter(({ path, value }) => EXACT.has(vrOf(path.at(-1) ?? 0)) && !/^$|[*?,\\]|^\s|\s$/.test(value))
  return exact.reduce<DicomJson>((json, { path, value }) => withKey(json, path, value), {})
}

function withKey(json: DicomJson, [tag = 0, ...within]: readonly Tag[], value: string): DicomJson {
  const name = digitsOf(tag)
  if (within.length === 0) return { ...json, [name]: { Value: [value] } as unknown as JsonElement }
  const item = (json[name]?.Value?.[0] ?? {}) as DicomJson
  return { ...json, [name]: { Value: [withKey(item, within, value)] } as unknown as JsonElement }
}

/** Return keys of type 1 and 2 of PS3.4 Table CC.2.5-3. */
const ALWAYS: ReadonlySet<string> = new Set([
  Tags.SpecificCharacterSet, Tags.SOPClassUID, Tags.SOPInstanceUID, Tags.ScheduledProcedureStepPriority, Tags.ProcedureStepLabel, Tags.WorklistLabel,
  Tags.ScheduledProcessingParametersSequence, Tags.ScheduledStationNameCodeSequence, Tags.ScheduledStationClassCodeSequence,
  Tags.ScheduledStationGeographicLocationCodeSequence, Tags.ScheduledHumanPerformersSequence, Tags.ScheduledProcedureStepStartDateTime,
  Tags.ScheduledProcedureStepModificationDateTime, Tags.ScheduledWorkitemCodeSequence, Tags.InputReadinessState, Tags.InputInformationSequence,
  Tags.StudyInstanceUID, Tags.PatientName, Tags.PatientID, Tags.IssuerOfPatientID, Tags.IssuerOfPatientIDQualifiersSequence,
  Tags.OtherPatientIDsSequence, Tags.PatientBirthDate, Tags.PatientSex, Tags.AdmissionID, Tags.IssuerOfAdmissionIDSequence,
  Tags.AdmittingDiagnosesDescription, Tags.AdmittingDiagnosesCodeSequence, Tags.ReferencedRequestSequence, Tags.MedicalAlerts,
  Tags.PregnancyStatus, Tags.SpecialNeeds, Tags.ProcedureStepState, Tags.ProcedureStepProgressInformationSequence,
].map(digitsOf))

function told({ attributes }: Workitem, { keys, include }: SearchTerms): DicomJson {
  if (include === 'all') return attributes
  const more = new Set([...keys.map(({ path }) => path), ...include].map(([tag]) => digitsOf(tag)))
  return Object.fromEntries(Object.entries(attributes).filter(([tag]) => ALWAYS.has(tag) || more.has(tag)))
}
