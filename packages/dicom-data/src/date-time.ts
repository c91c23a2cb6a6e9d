/**
 * Dates, times and moments as they are written, and the ranges that queries make of them.
 * PS3.5 Table 6.2-1 (DA, DT, TM), PS3.4 §C.2.2.2.5.
 *
 * A value means all of what it names: `202601` is the whole of January. So each is an interval, half-open, in microseconds:
 * of a date or moment since 1970 in UTC, of a time since midnight.
 *
 * @module
 */

export interface Interval {
  readonly start: number
  readonly end: number
}

const SECOND_US = 1_000_000
const MINUTE_US = 60 * SECOND_US
const HOUR_US = 60 * MINUTE_US
export const DAY_US = 24 * HOUR_US

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `YYYYMMDD`, a day that was in the calendar. */
export function isDate(text: string): boolean {
  return /^\d{8}$/.test(text) && parseDate(text) !== null
}

/** `HH`, `HHMM`, `HHMMSS` or `HHMMSS.F` with up to six digits; 60 is a leap second. */
export function isTime(text: string): boolean {
  return /^[\d.]+$/.test(text) && parseTime(text) !== null
}

/** `YYYY` with as much behind it as is known, down to microseconds, and perhaps an offset from UTC: `+0100`. */
export function isDateTime(text: string): boolean {
  return parseDateTime(text) !== null
}

/** The day; also as `YYYY.MM.DD`, which older equipment writes. Null if it is none. */
export function parseDate(text: string): Interval | null {
  const match = /^(\d{4})(\.?)(\d\d)\2(\d\d)$/.exec(text.trim())
  return match === null ? null : days(Number(match[1]), Number(match[3]), Number(match[4]))
}

/** Also with colons, which older equipment writes. Null if it is none. */
export function parseTime(text: string): Interval | null {
  const match = /^(\d\d)(?:(:?)(\d\d)(?:\2(\d\d)(?:\.(\d{1,6}))?)?)?$/.exec(text.trim())
  return match === null ? null : clock(match[1], match[3], match[4], match[5])
}

/**
 * A moment.
 *
 * @param offsetMinutes - from UTC, of a value that tells none.
 */
export function parseDateTime(text: string, offsetMinutes = 0): Interval | null {
  const match = /^(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:\.(\d{1,6}))?)?)?)?)?)?([+-]\d{4})?$/.exec(text.trim())
  if (match === null) return null
  const [, year, month, day, hour, minute, second, fraction, offset] = match
  const east = offset === undefined ? offsetMinutes : parseOffset(offset)
  const date = days(Number(year), toNumber(month), toNumber(day))
  if (date === null || east === null) return null
  const time = hour === undefined ? null : clock(hour, minute, second, fraction)
  if (hour !== undefined && time === null) return null
  const within = time === null ? date : { start: date.start + time.start, end: date.start + time.end }
  return { start: within.start - east * MINUTE_US, end: within.end - east * MINUTE_US }
}

/** Minutes east of UTC of `+0100`; null if it is no offset. -1200 to +1400. */
export function parseOffset(text: string): number | null {
  const match = /^([+-])(\d\d)([0-5]\d)$/.exec(text.trim())
  if (match === null) return null
  const minutes = (match[1] === '-' ? -1 : 1) * (60 * Number(match[2]) + Number(match[3]))
  return minutes >= -12 * 60 && minutes <= 14 * 60 ? minutes : null
}

/** `a`, `a-b`, `a-` or `-b`, where `-` is no part of a value. Null if it is none of them. */
export function dateRange(text: string): Interval | null {
  return rangeOf(text.trim(), parseDate)
}

export function timeRange(text: string): Interval | null {
  return rangeOf(text.trim(), parseTime)
}

/** A hyphen is part of a value where an offset from UTC follows it: `2025-0500` has one, `2025-2026` is a range. */
export function dateTimeRange(text: string, offsetMinutes = 0): Interval | null {
  return rangeOf(text.trim(), (value) => parseDateTime(value, offsetMinutes))
}

function rangeOf(text: string, parse: (value: string) => Interval | null): Interval | null {
  const single = parse(text)
  if (single !== null) return single
  for (let at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
    const [from, to] = [text.slice(0, at), text.slice(at + 1)]
    const first = from === '' ? { start: -Infinity } : parse(from)
    const last = to === '' ? { end: Infinity } : parse(to)
    if (first !== null && last !== null && from + to !== '') return { start: first.start, end: last.end }
  }
  return null
}

function toNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

/** A day, a month or a year of the calendar; null if there is none. */
function days(year: number, month: number | null, day: number | null): Interval | null {
  const lengths = DAYS.map((length, index) => (index === 1 && isLeap(year) ? length + 1 : length))
  if (month !== null && (month < 1 || month > 12)) return null
  if (month !== null && day !== null && (day < 1 || day > (lengths[month - 1] ?? 0))) return null
  const start = startOf(year, month ?? 1, day ?? 1)
  const length = day !== null ? 1 : month !== null ? (lengths[month - 1] ?? 0) : isLeap(year) ? 366 : 365
  return { start, end: start + length * DAY_US }
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function startOf(year: number, month: number, day: number): number {
  // Date.UTC alone takes the years below 100 for those of the last century.
  return new Date(0).setUTCFullYear(year, month - 1, day) * 1000
}

function clock(hour = '', minute?: string, second?: string, fraction?: string): Interval | null {
  if (Number(hour) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60) return null
  const unit = fraction !== undefined
    ? 10 ** (6 - fraction.length)
    : second !== undefined ? SECOND_US : minute !== undefined ? MINUTE_US : HOUR_US
  const start = Number(hour) * HOUR_US + Number(minute ?? 0) * MINUTE_US + Number(second ?? 0) * SECOND_US +
    Number((fraction ?? '').padEnd(6, '0'))
  return { start, end: start + unit }
}
