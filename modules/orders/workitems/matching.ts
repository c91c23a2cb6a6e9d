/**
 * Which workitems the keys of a query find, whoever asks, and what is told of each. PS3.4 §CC.2.8, §C.2.2.2.
 *
 * @module
 */
import {
  dateRange, dateTimeRange, matches, Tags, timeRange, type DataSet, type DicomJson, type JsonElement, type Tag, type Vr,
} from '@filmjacket/dicom-data'
import type { Db } from '../store/entries.ts'
import { workitemsWith, type Workitem } from '../store/workitems.ts'
import { dataSetIn, digitsOf } from './json.ts'

const PAGE = 200

/** In the order in which they are due. */
export async function* matchingWorkitems(db: Db, keys: DataSet, namesInAnyOrder = false): AsyncGenerator<Workitem, void, undefined> {
  const contained = containedIn(keys)
  for (let after: Workitem | null = null; ; ) {
    const page: readonly Workitem[] = await workitemsWith(db, contained, after, PAGE)
    for (const workitem of page) if (matches(dataSetIn(workitem.attributes), keys, { namesInAnyOrder })) yield workitem
    after = page.at(-1) ?? null
    if (page.length < PAGE) return
  }
}

/** They tell how a query is to be read, and are no keys. */
const NO_KEYS: ReadonlySet<Tag> = new Set([Tags.SpecificCharacterSet, Tags.QueryRetrieveLevel, Tags.TimezoneOffsetFromUTC])

function keysOf(query: DataSet): readonly Tag[] {
  return [...query.tags()].filter((tag) => !NO_KEYS.has(tag) && (tag & 0xffff) !== 0)
}

const RANGES: Readonly<Partial<Record<Vr, (text: string) => unknown>>> = { DA: dateRange, TM: timeRange, DT: dateTimeRange }

/** Days and times that are none, and more than one item of a key. PS3.4 §C.2.2.2.6. */
export function malformedKey(query: DataSet): Tag | null {
  for (const tag of keysOf(query)) {
    const items = query.items(tag)
    if (items.length > 1 || isNoRange(query, tag)) return tag
    const within = items[0] === undefined ? null : malformedKey(items[0])
    if (within !== null) return within
  }
  return null
}

function isNoRange(query: DataSet, tag: Tag): boolean {
  const read = RANGES[query.meaning(tag) ?? 'UN']
  const text = query.text(tag) ?? ''
  return read !== undefined && !/^\**$/.test(text) && read(text) === null
}

/** They match only as they are written. */
const EXACT: ReadonlySet<Vr> = new Set(['AE', 'CS', 'LO', 'SH', 'UI'])

/** Keys that the database looks up: one value of text, without wildcard. */
function containedIn(query: DataSet): DicomJson {
  const found = keysOf(query).map((tag) => [digitsOf(tag), valueIn(query, tag)] as const).filter(([, value]) => value !== null)
  return Object.fromEntries(found.map(([tag, value]) => [tag, { Value: [value] } as unknown as JsonElement]))
}

function valueIn(query: DataSet, tag: Tag): string | DicomJson | null {
  const item = query.items(tag)[0]
  if (item !== undefined) {
    const within = containedIn(item)
    return Object.keys(within).length === 0 ? null : within
  }
  const [value = '', ...more] = query.texts(tag)
  return EXACT.has(query.meaning(tag) ?? 'UN') && more.length === 0 && !/^$|[*?]/.test(value) ? value : null
}

/** Each key of the query, without a value where none is known; of a sequence without keys, all. */
export function toldOf(attributes: DicomJson, query: DataSet): DicomJson {
  return Object.fromEntries(keysOf(query).map((tag) => [digitsOf(tag), elementTold(attributes[digitsOf(tag)], query, tag)]))
}

function elementTold(known: JsonElement | undefined, query: DataSet, tag: Tag): JsonElement {
  if (known === undefined) return { vr: query.meaning(tag) ?? 'UN' }
  const item = query.items(tag)[0]
  if (item === undefined || keysOf(item).length === 0 || known.Value === undefined) return known
  return { ...known, Value: known.Value.map((each) => toldOf(each as DicomJson, item)) }
}
