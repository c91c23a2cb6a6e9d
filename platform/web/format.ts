/** Dates, numbers and sizes in the reader's locale. */
import { useTranslation } from 'react-i18next'

const KILO = 1000
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/**
 * The locale for dates and numbers: the reader's own region where it speaks the
 * chosen language, so that `en` with a browser in en-GB writes 14 March, not March 14.
 */
export function localeFor(language: string, wished: readonly string[]): string {
  return wished.find((tag) => tag.split('-')[0] === language) ?? language
}

/**
 * A DICOM date (DA, PS3.5 §6.2) for reading, or null where it is none.
 *
 * A DA has no zone: it is laid on UTC and printed in UTC, so that no zone can move it to another day.
 */
export function formatDicomDate(da: string, locale: string, style: 'long' | 'medium' = 'long'): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(da)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: 'UTC' }).format(date)
}

/** An instant with weekday, in the reader's zone: "Thu 25 Nov, 14:00". */
export function formatInstant(iso: string, locale: string, zone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(new Date(iso))
}

/** The same to the second: "Thu 25 Nov, 14:00:07". */
export function formatSecond(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).format(new Date(iso))
}

/** The day of an instant, with its year. */
export function formatDay(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))
}

/** Sizes as browsers and disks print them: decimal units, one digit below ten. */
export function formatBytes(bytes: number, locale: string): string {
  let [value, step] = [bytes, 0]
  while (value >= KILO && step < UNITS.length - 1) {
    value /= KILO
    step += 1
  }
  const maximumFractionDigits = value < 10 && step > 0 ? 1 : 0
  const unit = UNITS[step] ?? 'byte'
  const unitDisplay = step === 0 ? 'long' : 'short'
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(value)
}

export interface Format {
  readonly date: (da: string, style?: 'long' | 'medium') => string | null
  readonly instant: (iso: string) => string
  readonly second: (iso: string) => string
  readonly day: (iso: string) => string
  readonly bytes: (bytes: number) => string
}

export function useFormat(): Format {
  const { i18n } = useTranslation()
  const locale = localeFor(i18n.language, navigator.languages)
  return {
    date: (da, style) => formatDicomDate(da, locale, style),
    instant: (iso) => formatInstant(iso, locale),
    second: (iso) => formatSecond(iso, locale),
    day: (iso) => formatDay(iso, locale),
    bytes: (bytes) => formatBytes(bytes, locale),
  }
}
