/** Days and times as fields of a browser have them, and as DICOM writes them (DA, TM; PS3.5 §6.2). */

/** Today where the person is, as `2026-01-31`. */
export function today(now: number = performance.timeOrigin + performance.now()): string {
  const date = new Date(now)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** So many days later. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

export function daOf(day: string): string {
  return day.replaceAll('-', '')
}

/** Empty where it is none. */
export function dayOf(da: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)$/.exec(da)
  return match === null ? '' : `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`
}

export function tmOf(time: string): string {
  return time.replaceAll(':', '')
}

/** `10:11`; empty where it is none. */
export function timeOf(tm: string): string {
  const match = /^(\d\d):?(\d\d)/.exec(tm)
  return match === null ? '' : `${match[1] ?? ''}:${match[2] ?? ''}`
}
