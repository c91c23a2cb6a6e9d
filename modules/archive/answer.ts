/**
 * What is told of an entry to a peer that asked with C-FIND. PS3.4 §C.4.1.1.3.2: each key of the query that is supported at
 * its level, without a value where none is known; and where the Instances are to be had.
 *
 * @module
 */
import { Tags, type DataSet, type Element, type ElementMap, type Tag, type Value } from '@filmjacket/dicom-data'
import type { QueryLevel } from '@filmjacket/dicom-net'
import { answerEncoder } from './answer-bytes.ts'
import type { Found, Wants } from './find.ts'
import { headerKeys } from './header-keys.ts'
import { levels, type Level } from './query.ts'

export interface Answering {
  readonly wants: Wants
  /** False: a key was asked for that is not known at this level. */
  readonly areAllKeysSupported: boolean
  answer(found: Found): ElementMap | Uint8Array
}

export interface AnsweringOptions {
  /** Where the Instances can be retrieved. */
  readonly aeTitle: string
  /** Specific Character Set, where the query names none; null: UTF-8, where it is needed. */
  readonly characterSet: string | null
  /** In which answers are written that are handed in as bytes. */
  readonly transferSyntaxUid: string
}

type Told = Value | Element

interface Source {
  readonly level: Level
  readonly value: (found: Found) => Told
  readonly wants?: keyof Wants
}

const ofPatient = (value: Source['value']): Source => ({ level: 'patient', value })
const ofStudy = (value: Source['value']): Source => ({ level: 'study', value })
const ofSeries = (value: (series: NonNullable<Found['series']>) => Told): Source =>
  ({ level: 'series', value: ({ series }) => series && value(series) })
const ofInstance = (value: (instance: NonNullable<Found['instance']>) => Told): Source =>
  ({ level: 'instance', value: ({ instance }) => instance && value(instance) })
const count = (level: Level, of: keyof NonNullable<Found['counts']>): Source =>
  ({ level, wants: 'counts', value: ({ counts }) => counts && counts[of] })

const SOURCES: ReadonlyMap<Tag, Source> = new Map([
  [Tags.PatientID, ofPatient(({ patient }) => patient.patientId)],
  [Tags.IssuerOfPatientID, ofPatient(({ patient }) => patient.issuer)],
  [Tags.PatientName, ofPatient(({ patient }) => patient.name)],
  [Tags.PatientBirthDate, ofPatient(({ patient }) => patient.birthDate)],
  [Tags.PatientSex, ofPatient(({ patient }) => patient.sex)],
  [Tags.StudyInstanceUID, ofStudy(({ study }) => study.uid)],
  [Tags.StudyID, ofStudy(({ study }) => study.studyId)],
  [Tags.AccessionNumber, ofStudy(({ study }) => study.accessionNumber)],
  [Tags.StudyDate, ofStudy(({ study }) => study.date)],
  [Tags.StudyTime, ofStudy(({ study }) => study.time)],
  [Tags.StudyDescription, ofStudy(({ study }) => study.description)],
  [Tags.ReferringPhysicianName, ofStudy(({ study }) => study.referringPhysician)],
  [Tags.ModalitiesInStudy, { level: 'study', wants: 'modalities', value: ({ modalities }) => modalities }],
  [Tags.SOPClassesInStudy, { level: 'study', wants: 'sopClasses', value: ({ sopClasses }) => sopClasses }],
  [Tags.NumberOfStudyRelatedSeries, count('study', 'series')],
  [Tags.NumberOfStudyRelatedInstances, ofStudy(({ study }) => study.instances)],
  [Tags.SeriesInstanceUID, ofSeries(({ uid }) => uid)],
  [Tags.Modality, ofSeries(({ modality }) => modality)],
  [Tags.SeriesNumber, ofSeries(({ number }) => number)],
  [Tags.SeriesDescription, ofSeries(({ description }) => description)],
  [Tags.NumberOfSeriesRelatedInstances, ofSeries(({ instances }) => instances)],
  [Tags.SOPInstanceUID, ofInstance(({ uid }) => uid)],
  [Tags.SOPClassUID, ofInstance(({ sopClassUid }) => sopClassUid)],
  [Tags.InstanceNumber, ofInstance(({ number }) => number)],
  [Tags.AvailableTransferSyntaxUID, ofInstance(({ transferSyntaxUid }) => transferSyntaxUid)],
])

/** Of a Patient as a whole: they are told at that level alone. */
const PATIENT_COUNTS: ReadonlyMap<Tag, Source> = new Map([
  [Tags.NumberOfPatientRelatedStudies, count('patient', 'studies')],
  [Tags.NumberOfPatientRelatedSeries, count('patient', 'series')],
  [Tags.NumberOfPatientRelatedInstances, count('patient', 'instances')],
])

/** They are told of each entry, asked for or not, or tell how the query is to be read. */
const OWN: ReadonlySet<Tag> = new Set([
  Tags.SpecificCharacterSet, Tags.QueryRetrieveLevel, Tags.RetrieveAETitle, Tags.InstanceAvailability,
  Tags.TimezoneOffsetFromUTC, Tags.QueryRetrieveView,
])

export const levelOf: { readonly [level in QueryLevel]: Level } = {
  PATIENT: 'patient', STUDY: 'study', SERIES: 'series', IMAGE: 'instance',
}

export function answering(identifier: DataSet, queryLevel: QueryLevel, options: AnsweringOptions): Answering {
  const level = levelOf[queryLevel]
  const asked = [...identifier.tags()].filter((tag) => !OWN.has(tag) && (tag & 0xffff) !== 0)
  const told = asked.map((tag) => ({ tag, source: sourceOf(tag, level, identifier) }))
  const sources = told.flatMap(({ tag, source }) => (source === null ? [] : [{ tag, ...source }]))
  const all = [...always(queryLevel, options.aeTitle), ...sources].sort((a, b) => a.tag - b.tag)
  const tags = all.map(({ tag }) => tag)
  const terms = characterSetOf(identifier, options.characterSet)
  const encode = terms.length > 1 ? null : answerEncoder(tags, options.transferSyntaxUid, terms[0] ?? null)
  return {
    wants: Object.fromEntries(sources.flatMap(({ wants }) => (wants === undefined ? [] : [[wants, true]]))),
    areAllKeysSupported: told.every(({ source }) => source !== null),
    answer(found) {
      const values = all.map(({ value }) => value(found))
      const elements = () => tags.map((tag, at): [Tag, Told] => [tag, values[at] ?? null])
      return encode?.(values) ?? new Map(terms.length === 0 ? elements() : [[Tags.SpecificCharacterSet, terms], ...elements()])
    },
  }
}

/** That in which is asked, else that of the device; none: UTF-8 where it is needed. */
function characterSetOf({ characterSets }: DataSet, ofDevice: string | null): readonly string[] {
  if (characterSets.some((term) => term !== '')) return characterSets
  return ofDevice === null ? [] : [ofDevice]
}

/** What is told of each entry, whatever is asked for. */
function always(queryLevel: QueryLevel, aeTitle: string): readonly Telling[] {
  const fixed = [[Tags.QueryRetrieveLevel, queryLevel], [Tags.RetrieveAETitle, aeTitle], [Tags.InstanceAvailability, 'ONLINE']] as const
  return fixed.map(([tag, value]) => ({ tag, value: () => value }))
}

interface Telling {
  readonly tag: Tag
  readonly value: Source['value']
}

function sourceOf(tag: Tag, level: Level, identifier: DataSet): Source | null {
  const known = SOURCES.get(tag) ?? (level === 'patient' ? PATIENT_COUNTS.get(tag) : undefined)
  if (known !== undefined) return levels.indexOf(known.level) <= levels.indexOf(level) ? known : null
  const isInHeader = level === 'instance' || headerKeys[level].has(tag)
  return isInHeader ? { level, wants: 'headers', value: ({ header }) => header && valueIn(header, tag, identifier) } : null
}

/** Longer ones are fetched with the Instance. */
const LONGEST_VALUE = 4_096

/** Of a sequence, what is asked for in its items. */
function valueIn(header: DataSet, tag: Tag, identifier: DataSet): Told {
  const vr = header.meaning(tag)
  if (vr === undefined) return identifier.vr(tag) === 'SQ' ? { vr: 'SQ', value: [] } : null
  if (vr === 'SQ') {
    const [keys] = identifier.items(tag)
    return { vr, value: header.items(tag).map((item) => itemOf(item, keys)) }
  }
  const bytes = header.bytesLittleEndian(tag)
  if (bytes === undefined || bytes.length > LONGEST_VALUE) return { vr, value: null }
  const numbers = NUMERIC.has(vr) ? header.numbers(tag) : []
  if (numbers.length > 0) return { vr, value: numbers }
  return { vr, value: TEXTS.has(vr) ? header.texts(tag) : bytes }
}

const NUMERIC: ReadonlySet<string> = new Set(['US', 'SS', 'UL', 'SL', 'FL', 'FD'])
const TEXTS: ReadonlySet<string> = new Set([
  'AE', 'AS', 'CS', 'DA', 'DS', 'DT', 'IS', 'LO', 'LT', 'PN', 'SH', 'ST', 'TM', 'UC', 'UI', 'UR', 'UT',
])

function itemOf(item: DataSet, keys: DataSet | undefined): ElementMap {
  const tags = keys === undefined ? [...item.tags()] : [...keys.tags()]
  return new Map(tags.map((tag) => [tag, valueIn(item, tag, keys ?? item)] as const))
}
