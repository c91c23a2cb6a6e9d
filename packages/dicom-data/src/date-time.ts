/**
 * Dates and times as they are written. They stay strings: their zone is not known. PS3.5 Table 6.2-1, DA and TM.
 *
 * @module
 */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `YYYYMMDD`, a day that was in the calendar. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const leap = month === 2 && (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 1 : 0
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + leap
}

/** `HH`, `HHMM`, `HHMMSS` or `HHMMSS.F` with up to six digits; 60 is a leap second. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3])([0-5]\d((60|[0-5]\d)(\.\d{1,6})?)?)?$/.test(text)
}
