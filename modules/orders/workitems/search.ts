/**
 * Searches over HTTP: what they ask for, and what is told of each workitem found. PS3.18 §11.9.
 *
 * @module
 */
import { DicomError, Tags, vrOf, type DataSet, type DicomJson, type Element, type Tag, type Vr } from '@filmjacket/dicom-data'
import type { SearchKey, SearchTerms } from '@filmjacket/dicom-web'
import type { Db } from '../store/entries.ts'
import type { Workitem } from '../store/workitems.ts'
import { dataSetOf, digitsOf } from './json.ts'
import { malformedKey, matchingWorkitems } from './matching.ts'

export type Search =
  | { readonly kind: 'found'; readonly workitems: readonly DicomJson[]; readonly hasMore: boolean }
  | { readonly kind: 'malformed'; readonly tag: Tag }

/** The most that one answer holds, and that is passed over before it. */
export const FOUND_MAX = 500
const OFFSET_MAX = 100_000

export async function searchWorkitems(db: Db, terms: SearchTerms): Promise<Search> {
  const read = keysIn(terms.keys)
  if (read.kind === 'malformed') return read
  const limit = Math.min(terms.limit ?? FOUND_MAX, FOUND_MAX)
  const found: Workitem[] = []
  let left = Math.min(terms.offset, OFFSET_MAX)
  for await (const workitem of matchingWorkitems(db, read.keys, terms.fuzzyMatching)) {
    if (left > 0) left--
    else found.push(workitem)
    // One more than wanted tells whether there are more.
    if (found.length > limit) break
  }
  return { kind: 'found', hasMore: found.length > limit, workitems: found.slice(0, limit).map((each) => told(each, terms)) }
}

/** What is asked for, as keys of a query. */
export function keysIn(keys: readonly SearchKey[]): { readonly kind: 'read'; readonly keys: DataSet } | { readonly kind: 'malformed'; readonly tag: Tag } {
  const malformed = keys.find((key) => !isUnderstood(key))
  return malformed === undefined ? { kind: 'read', keys: queryOf(keys) } : { kind: 'malformed', tag: malformed.path[0] }
}

/** Their values are bytes. */
const NO_KEYS: ReadonlySet<Vr> = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN', 'SQ'])

function isUnderstood({ path, value }: SearchKey): boolean {
  if (path.slice(0, -1).some((tag) => vrOf(tag) !== 'SQ')) return false
  if (value === '') return true
  return !NO_KEYS.has(vrOf(path.at(-1) ?? 0)) && isWritten({ path, value })
}

/** A number, day or time that is none cannot be asked for. */
function isWritten(key: SearchKey): boolean {
  try {
    return malformedKey(queryOf([key])) === null
  } catch (error) {
    if (error instanceof DicomError || error instanceof RangeError) return false
    throw error
  }
}

type Items = Map<Tag, Element>

/** Keys within one sequence are keys of one item. PS3.4 §C.2.2.2.6. */
function queryOf(keys: readonly SearchKey[]): DataSet {
  const all: Items = new Map([[Tags.SpecificCharacterSet, { vr: 'CS', value: ['ISO_IR 192'] }]])
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
