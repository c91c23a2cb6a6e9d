/**
 * What can be asked of the archive: one query for C-FIND, QIDO-RS and the list of studies. PS3.4 §C.2.2.2.
 *
 * @module
 */
import { folded, parseDate, parseTime, Tags, type DataSet, type Interval, type Tag } from '@filmjacket/dicom-data'

export const levels = ['patient', 'study', 'series', 'instance'] as const
export type Level = (typeof levels)[number]

/** How the text of a key is read. */
type Kind = 'text' | 'folded' | 'name' | 'uid' | 'date' | 'time' | 'number'

interface Known {
  readonly level: Level
  readonly tag: Tag
  readonly kind: Kind
}

/** Attributes that can be matched. What else is in a query is told to its sender as not looked at. */
export const attributes = {
  patientId: { level: 'patient', tag: Tags.PatientID, kind: 'text' },
  issuer: { level: 'patient', tag: Tags.IssuerOfPatientID, kind: 'text' },
  patientName: { level: 'patient', tag: Tags.PatientName, kind: 'name' },
  birthDate: { level: 'patient', tag: Tags.PatientBirthDate, kind: 'date' },
  sex: { level: 'patient', tag: Tags.PatientSex, kind: 'text' },
  studyUid: { level: 'study', tag: Tags.StudyInstanceUID, kind: 'uid' },
  studyId: { level: 'study', tag: Tags.StudyID, kind: 'text' },
  accessionNumber: { level: 'study', tag: Tags.AccessionNumber, kind: 'text' },
  studyDate: { level: 'study', tag: Tags.StudyDate, kind: 'date' },
  studyTime: { level: 'study', tag: Tags.StudyTime, kind: 'time' },
  studyDescription: { level: 'study', tag: Tags.StudyDescription, kind: 'folded' },
  referringPhysician: { level: 'study', tag: Tags.ReferringPhysicianName, kind: 'folded' },
  modalitiesInStudy: { level: 'study', tag: Tags.ModalitiesInStudy, kind: 'text' },
  sopClassesInStudy: { level: 'study', tag: Tags.SOPClassesInStudy, kind: 'uid' },
  seriesUid: { level: 'series', tag: Tags.SeriesInstanceUID, kind: 'uid' },
  modality: { level: 'series', tag: Tags.Modality, kind: 'text' },
  seriesNumber: { level: 'series', tag: Tags.SeriesNumber, kind: 'number' },
  seriesDescription: { level: 'series', tag: Tags.SeriesDescription, kind: 'text' },
  instanceUid: { level: 'instance', tag: Tags.SOPInstanceUID, kind: 'uid' },
  sopClassUid: { level: 'instance', tag: Tags.SOPClassUID, kind: 'uid' },
  instanceNumber: { level: 'instance', tag: Tags.InstanceNumber, kind: 'number' },
} as const satisfies { readonly [name: string]: Known }

export type Attribute = keyof typeof attributes

/** Texts are as the index holds them: folded, where case and accents do not count. */
export type Match =
  | { readonly kind: 'any-of'; readonly values: readonly string[] }
  /** `*` is any characters, `?` one. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** Both ends included; null is open. */
  | { readonly kind: 'range'; readonly from: string | null; readonly to: string | null }
  /** Each begins a word of its own, in any order. */
  | { readonly kind: 'words'; readonly words: readonly string[] }

export type Filter = { readonly [name in Attribute]?: Match } & {
  /** Date and time as one moment: `YYYYMMDD` with `HHMMSS.FFFFFF` behind it. PS3.4 §C.2.2.2.5.1. */
  readonly studyMoment?: Match & { readonly kind: 'range' }
}

export const orders = ['newest', 'oldest', 'name', 'patient-id', 'accession'] as const
export type Order = (typeof orders)[number]

export interface Query {
  readonly level: Level
  readonly filter: Filter
  /** Ids of the only Studies that are looked at; without it, all are. */
  readonly within?: readonly string[]
  /** Ids of labels; Studies bear one of them. Nothing of DICOM asks by them. */
  readonly labels?: readonly string[]
  /** Of Studies; without it, that in which the filter is answered best. Patients come by name, all else as it arrived. */
  readonly order?: Order
  /** The `cursor` of the entry behind which to go on. */
  readonly after?: string
  readonly limit: number
}

export interface KeyOptions {
  /** Names by the beginnings of their words, in any order. Default false: the whole name, with wildcards. */
  readonly fuzzyNames?: boolean
  readonly combinedDateTime?: boolean
}

export type ReadKey =
  | { readonly kind: 'match'; readonly match: Match }
  /** It matches whatever there is. */
  | { readonly kind: 'universal' }
  | { readonly kind: 'malformed' }

/** Longer than any value that it could match: PN has 64 characters in each of three groups. */
const LONGEST_KEY = 1_024
const UNIVERSAL = { kind: 'universal' } as const
const MALFORMED = { kind: 'malformed' } as const

/** Reads the values of one key. PS3.4 §C.2.2.2.1 to §C.2.2.2.5. */
export function readKey(name: Attribute, texts: readonly string[], options: KeyOptions = {}): ReadKey {
  const values = texts.map((text) => text.trim()).filter((text) => text !== '')
  const [first] = values
  if (first === undefined || values.some((text) => /^\*+$/.test(text))) return UNIVERSAL
  const { kind } = attributes[name]
  if (kind !== 'uid' && values.some(({ length }) => length > LONGEST_KEY)) return MALFORMED
  switch (kind) {
    case 'uid': return anyOf(values)
    case 'number': return values.every((text) => /^[+-]?\d{1,9}$/.test(text)) ? anyOf(values.map((text) => `${Number(text)}`)) : MALFORMED
    case 'date': return rangeOf(first, parseDate, dateText)
    case 'time': return rangeOf(first, parseTime, timeText)
    case 'name': return options.fuzzyNames === true ? wordsOf(first) : textOf([first], foldedName)
    case 'folded': return textOf(values, foldedName)
    case 'text': return textOf(values, (text) => text)
  }
}

function anyOf(values: readonly string[]): ReadKey {
  return { kind: 'match', match: { kind: 'any-of', values } }
}

function textOf(values: readonly string[], form: (text: string) => string): ReadKey {
  const formed = values.map(form)
  const [first = ''] = formed
  if (!formed.some((text) => /[*?]/.test(text))) return anyOf(formed)
  return formed.length === 1 ? { kind: 'match', match: { kind: 'pattern', pattern: first.replace(/\*{2,}/g, '*') } } : MALFORMED
}

/** As `archive_folded` of migration 0010 does it in the database. */
export function foldedName(text: string): string {
  const components = folded(text).replaceAll('ς', 'σ').split('^').map((component) => component.trim())
  return components.join('^').replace(/\^+$/, '')
}

/** A name as people type it: its words begin as those of the key do. */
export function wordsOf(text: string): ReadKey {
  const words = foldedName(text).split(/[\s^=,.'’*?-]+/).filter((word) => word !== '')
  return words.length === 0 ? UNIVERSAL : { kind: 'match', match: { kind: 'words', words: [...new Set(words)] } }
}

/** `a`, `a-b`, `a-` or `-b`. */
function rangeOf(
  text: string, parse: (text: string) => Interval | null, write: (interval: Interval, end: 'start' | 'end') => string,
): ReadKey {
  const at = text.indexOf('-')
  const [from, to] = at < 0 ? [text, text] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  const [first, last] = [parse(from), parse(to)]
  if ((first === null && from !== '') || (last === null && to !== '') || from + to === '') return MALFORMED
  const ends = { from: first && write(first, 'start'), to: last && write(last, 'end') }
  return { kind: 'match', match: { kind: 'range', ...ends } }
}

const DAY_US = 86_400_000_000

function dateText({ start }: Interval): string {
  return new Date(start / 1_000).toISOString().slice(0, 10).replaceAll('-', '')
}

/** A time means all of what it names: `10` is until the last microsecond of that hour. */
function timeText({ start, end }: Interval, which: 'start' | 'end'): string {
  const microseconds = which === 'start' ? start : Math.min(end, DAY_US) - 1
  const seconds = Math.floor(microseconds / 1_000_000)
  const clock = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const digits = clock.map((part) => `${part}`.padStart(2, '0')).join('')
  return `${digits}.${`${microseconds % 1_000_000}`.padStart(6, '0')}`
}

export type ReadQuery =
  | {
    readonly kind: 'filter'
    readonly filter: Filter
    /** Keys with a value that were not looked at. */
    readonly ignored: readonly Tag[]
  }
  | { readonly kind: 'malformed'; readonly tag: Tag }

const byTag: ReadonlyMap<Tag, Attribute> = new Map(Object.entries(attributes).map(([name, { tag }]) => [tag, name as Attribute]))

/** They tell how the query is to be read, and are no keys. */
const NO_KEYS: ReadonlySet<Tag> = new Set([
  Tags.SpecificCharacterSet, Tags.QueryRetrieveLevel, Tags.TimezoneOffsetFromUTC, Tags.QueryRetrieveView,
])

/** The keys of an identifier. PS3.4 §C.2.2.1. */
export function readQuery(identifier: DataSet, options: KeyOptions = {}): ReadQuery {
  const filter: { [name in Attribute]?: Match } = {}
  const ignored: Tag[] = []
  for (const tag of identifier.tags()) {
    if (NO_KEYS.has(tag) || (tag & 0xffff) === 0) continue
    const name = byTag.get(tag)
    if (name === undefined) {
      if (hasValue(identifier, tag)) ignored.push(tag)
      continue
    }
    const key = readKey(name, identifier.texts(tag), options)
    if (key.kind === 'malformed') return { kind: 'malformed', tag }
    if (key.kind === 'match') filter[name] = key.match
  }
  return { kind: 'filter', filter: options.combinedDateTime === true ? withMoment(filter) : filter, ignored }
}

function hasValue(identifier: DataSet, tag: Tag): boolean {
  if (identifier.vr(tag) === 'SQ') return identifier.items(tag).some((item) => [...item.tags()].some((each) => hasValue(item, each)))
  return identifier.texts(tag).some((text) => !/^\**$/.test(text))
}

/** From the first time of the first day to the last time of the last, not those times of each day. */
function withMoment({ studyDate, studyTime, ...others }: Filter): Filter {
  if (studyDate?.kind !== 'range' || studyTime?.kind !== 'range')
    return { ...others, ...(studyDate && { studyDate }), ...(studyTime && { studyTime }) }
  const from = studyDate.from && studyDate.from + (studyTime.from ?? '000000.000000')
  const to = studyDate.to && studyDate.to + (studyTime.to ?? '235959.999999')
  return { ...others, studyMoment: { kind: 'range', from, to } }
}
