/**
 * Attribute matching: whether a data set is what the keys of a query ask for. PS3.4 §C.2.2.2.
 *
 * @module
 */
import type { DataSet } from './data-set.ts'
import { DAY_US, dateRange, dateTimeRange, parseDate, parseDateTime, parseOffset, parseTime, timeRange, type Interval } from './date-time.ts'
import { Tags } from './dictionary.ts'
import { matchesName, matchesWildcard } from './name-match.ts'
import type { Tag } from './tag.ts'
import type { Vr } from './vr.ts'

export interface MatchOptions {
  /** Case and accents in names are of no account. Default true. */
  readonly foldNames?: boolean
  /** The words of a name may stand in any order: `jane doe` finds `Doe^Jane`. Default false. */
  readonly namesInAnyOrder?: boolean
  /** A date and the time that belongs to it are ranges of one moment, as was negotiated. Default false. PS3.4 §C.5.1.1. */
  readonly combinedDateTime?: boolean
}

/** Tell how the query is to be read, and are no keys themselves. */
const NO_KEYS: ReadonlySet<Tag> = new Set([Tags.SpecificCharacterSet, Tags.QueryRetrieveLevel, Tags.TimezoneOffsetFromUTC])

/** VRs in whose keys `*` and `?` stand for other characters. PS3.4 §C.2.2.2.4. */
const WILDCARD: ReadonlySet<Vr> = new Set(['AE', 'CS', 'LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UR', 'UT'])

/**
 * Whether `dataSet` matches each key of `query`.
 *
 * A key without value, and one of `*` alone, match everything; any other matches no attribute that is absent or empty. Of
 * several values, in the key or the attribute, one pair that fits is enough.
 */
export function matches(dataSet: DataSet, query: DataSet, options: MatchOptions = {}): boolean {
  const { foldNames = true, namesInAnyOrder = false, combinedDateTime = false } = options
  const matching = { dataSet, query, names: { fold: foldNames, anyOrder: namesInAnyOrder }, options }
  for (const tag of query.tags()) {
    if (NO_KEYS.has(tag) || (tag & 0xffff) === 0) continue
    const time = combinedDateTime ? timeOf(tag) : undefined
    if (time !== undefined && query.texts(time).length > 0) {
      if (!matchesMoment(matching, tag, time)) return false
    } else if (!(combinedDateTime && isTimeOfDate(matching, tag)) && !matchesKey(matching, tag)) return false
  }
  return true
}

interface Matching {
  readonly dataSet: DataSet
  readonly query: DataSet
  readonly names: { readonly fold: boolean; readonly anyOrder: boolean }
  readonly options: MatchOptions
}

function matchesKey(matching: Matching, tag: Tag): boolean {
  const { dataSet, query, options } = matching
  const vr = query.meaning(tag) ?? 'UN'
  if (vr === 'SQ') {
    const [key] = query.items(tag)
    if (key === undefined || [...key.tags()].length === 0) return true
    return dataSet.items(tag).some((item) => matches(item, key, options))
  }
  const keys = query.texts(tag)
  if (keys.length === 0 || keys.some((key) => key === '' || (WILDCARD.has(vr) && /^\*+$/.test(key)))) return true
  const values = dataSet.texts(tag).filter((value) => value !== '')
  return keys.some((key) => values.some((value) => matchesValue(matching, vr, value, key)))
}

function matchesValue({ dataSet, query, names }: Matching, vr: Vr, value: string, key: string): boolean {
  if (value === key) return true
  if (vr === 'PN') return matchesName(value, key, names)
  if (vr === 'DA') return isWithin(parseDate(value), dateRange(key))
  if (vr === 'TM') return isWithin(parseTime(value), timeRange(key))
  if (vr === 'DT') return isWithin(parseDateTime(value, offsetOf(dataSet)), dateTimeRange(key, offsetOf(query)))
  if (vr === 'DS' || vr === 'IS') return Number(value) === Number(key)
  return WILDCARD.has(vr) && matchesWildcard(value, key)
}

/** Overlaps: a value that is less exact than the key may be it. */
function isWithin(value: Interval | null, key: Interval | null): boolean {
  return value !== null && key !== null && value.start < key.end && value.end > key.start
}

/** Offset from UTC of moments that tell none. PS3.3 §C.12.1.1.8. */
function offsetOf(dataSet: DataSet): number {
  return parseOffset(dataSet.text(Tags.TimezoneOffsetFromUTC) ?? '') ?? 0
}

/** `StudyTime` of `StudyDate`, and all others that are named so. */
const TIMES: ReadonlyMap<Tag, Tag> = new Map(
  Object.entries(Tags as { readonly [keyword: string]: Tag }).flatMap(([keyword, date]) => {
    const time = keyword.endsWith('Date') ? (Tags as { readonly [keyword: string]: Tag })[keyword.replace(/Date$/, 'Time')] : undefined
    return time === undefined ? [] : [[date, time] as const]
  }),
)
const DATES: ReadonlyMap<Tag, Tag> = new Map([...TIMES].map(([date, time]) => [time, date]))

function timeOf(date: Tag): Tag | undefined {
  return TIMES.get(date)
}

/** The time was matched with its date. */
function isTimeOfDate({ query }: Matching, time: Tag): boolean {
  const date = DATES.get(time)
  return date !== undefined && query.texts(date).length > 0
}

/** From the first time of the first day to the last time of the last, not those times of each day. PS3.4 §C.2.2.2.5.1. */
function matchesMoment(matching: Matching, date: Tag, time: Tag): boolean {
  const { dataSet, query } = matching
  const [days, times] = [dateRange(query.text(date) ?? ''), timeRange(query.text(time) ?? '')]
  if (days === null || times === null) return matchesKey(matching, date) && matchesKey(matching, time)
  const day = parseDate(dataSet.text(date) ?? '')
  if (day === null) return false
  const clock = parseTime(dataSet.text(time) ?? '') ?? { start: 0, end: DAY_US }
  const moment = { start: day.start + clock.start, end: day.start + clock.end }
  const [first, last] = [Math.max(times.start, 0), Math.min(times.end, DAY_US)]
  return isWithin(moment, { start: days.start + first, end: days.end - DAY_US + last })
}
