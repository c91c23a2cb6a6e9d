/**
 * Instances as patients, studies and series, in an order that does not depend on the order they came in.
 *
 * @module
 */
import { Tags, type DataSet, type Tag } from '@filmjacket/dicom-data'
import { derivedUid } from '../derived-uid.ts'
import type { FileSetInstance } from './instance.ts'

export interface PatientGroup {
  readonly studies: readonly StudyGroup[]
}

export interface StudyGroup {
  readonly uid: string
  readonly series: readonly SeriesGroup[]
}

export interface SeriesGroup {
  readonly uid: string
  readonly instances: readonly FileSetInstance[]
}

/** What grouping and sorting need of each instance, read once. */
interface Facts {
  readonly instance: FileSetInstance
  readonly patient: string
  readonly birthDate: string
  readonly studyUid: string
  readonly seriesUid: string
  readonly instanceNumber: number
}

/**
 * Group and sort. An instance given twice (same study, series and SOP Instance UID) counts once.
 *
 * Patients are one if Patient ID and issuer are equal and no two birth dates contradict: on one disc the images of
 * two people must not come under one name, although two sites gave them the same number.
 */
export function groupInstances(instances: readonly FileSetInstance[]): readonly PatientGroup[] {
  // Of each UID one string: equal ones are then told by their address.
  const strings = new Map<string, string>()
  const one = (text: string): string => strings.get(text) ?? (strings.set(text, text), text)
  const read = { studyUid: readOnce(Tags.StudyInstanceUID), seriesUid: readOnce(Tags.SeriesInstanceUID), birthDate: readOnce(Tags.PatientBirthDate) }
  const facts = instances.map((instance) => factsOf(instance, one, read)).sort(inOrder)
  const unique = facts.filter((each, n) => n === 0 || inOrder(each, facts[n - 1] ?? each) !== 0)
  return patientsOf(unique).map((patient) => ({ studies: studiesOf(patient) }))
}

/** Tells each instance from all others, and sorts it where nothing else does. */
function inOrder(a: Facts, b: Facts): number {
  return compare(a.studyUid, b.studyUid) || compare(a.seriesUid, b.seriesUid) || compare(a.instance.sopInstanceUid, b.instance.sopInstanceUid)
}

type Read = (dataSet: DataSet) => string | undefined

/** Of thousands that say the same it is decoded once. For VRs that know no character set. */
function readOnce(tag: Tag): Read {
  let last: Uint8Array | undefined
  let text: string | undefined
  return (dataSet) => {
    const bytes = dataSet.bytes(tag)
    if (bytes === undefined || last === undefined || Buffer.compare(bytes, last) !== 0) text = dataSet.text(tag)
    last = bytes
    return text
  }
}

function factsOf(instance: FileSetInstance, one: (text: string) => string, read: Readonly<Record<'studyUid' | 'seriesUid' | 'birthDate', Read>>): Facts {
  const { dataSet, sopInstanceUid } = instance
  const studyUid = one(read.studyUid(dataSet) ?? derivedUid(['study of', sopInstanceUid]))
  const seriesUid = one(read.seriesUid(dataSet) ?? derivedUid(['series in', studyUid]))
  return {
    instance,
    patient: one(patientOf(dataSet, studyUid)),
    birthDate: read.birthDate(dataSet) ?? '',
    studyUid,
    seriesUid,
    instanceNumber: dataSet.number(Tags.InstanceNumber) ?? Infinity,
  }
}

/** Without ID, name and birth date make a patient; without name nobody can tell, and studies stay apart. */
function patientOf(dataSet: DataSet, studyUid: string): string {
  const id = dataSet.text(Tags.PatientID)
  if (id !== undefined) return `1 ${id}\n${dataSet.text(Tags.IssuerOfPatientID) ?? ''}`
  const name = dataSet.text(Tags.PatientName)
  return name === undefined ? `3 ${studyUid}` : `2 ${name}\n${dataSet.text(Tags.PatientBirthDate) ?? ''}`
}

function patientsOf(facts: readonly Facts[]): readonly (readonly Facts[])[] {
  const persons = [...grouped(facts, ({ patient }) => patient)].sort(([a], [b]) => compare(a, b))
  return persons.flatMap(([, same]) => {
    const births = grouped(same, ({ birthDate }) => birthDate)
    const known = births.size - (births.has('') ? 1 : 0)
    return known <= 1 ? [same] : [...births].sort(([a], [b]) => compare(a, b)).map(([, born]) => born)
  })
}

function studiesOf(facts: readonly Facts[]): readonly StudyGroup[] {
  return [...grouped(facts, ({ studyUid }) => studyUid)]
    .map(([uid, within]) => ({ uid, within, moment: momentOf(within[0]) }))
    .sort((a, b) => compare(a.moment, b.moment) || compare(a.uid, b.uid))
    .map(({ uid, within }) => ({ uid, series: seriesOf(within) }))
}

/** Sorts as the moments do. */
function momentOf(first: Facts | undefined): string {
  const dataSet = first?.instance.dataSet
  return `${dataSet?.text(Tags.StudyDate) ?? ''} ${dataSet?.text(Tags.StudyTime) ?? ''}`
}

function seriesOf(facts: readonly Facts[]): readonly SeriesGroup[] {
  return [...grouped(facts, ({ seriesUid }) => seriesUid)]
    .map(([uid, within]) => ({ uid, within, number: numberOf(within[0]) }))
    .sort((a, b) => compare(a.number, b.number) || compare(a.uid, b.uid))
    .map(({ uid, within }) => ({
      uid,
      instances: [...within]
        .sort((a, b) => compare(a.instanceNumber, b.instanceNumber))
        .map(({ instance }) => instance),
    }))
}

function numberOf(first: Facts | undefined): number {
  return first?.instance.dataSet.number(Tags.SeriesNumber) ?? Infinity
}

function grouped(facts: readonly Facts[], keyOfFacts: (facts: Facts) => string): ReadonlyMap<string, Facts[]> {
  const groups = new Map<string, Facts[]>()
  for (const each of facts) {
    const key = keyOfFacts(each)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return groups
}

function compare<Ordered extends string | number>(a: Ordered, b: Ordered): number {
  return a === b ? 0 : a < b ? -1 : 1
}
