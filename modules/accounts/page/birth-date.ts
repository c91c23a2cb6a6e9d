/** Day, month and year as people type them, and as (0010,0030) keeps them. */
export interface TypedDate {
  readonly day: string
  readonly month: string
  readonly year: string
}

export const NO_DATE: TypedDate = { day: '', month: '', year: '' }

export function isEmptyDate({ day, month, year }: TypedDate): boolean {
  return `${day}${month}${year}`.trim() === ''
}

/** YYYYMMDD, or null where it is no day that ever was. */
export function dateOf({ day, month, year }: TypedDate): string | null {
  const typed = [year, month, day].map((part) => part.trim())
  if (!typed.every((part) => /^\d{1,4}$/.test(part))) return null
  const [y = 0, m = 0, d = 0] = typed.map(Number)
  const date = new Date(Date.UTC(y, m - 1, d))
  if (y < 1850 || date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null
  return `${String(y).padStart(4, '0')}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`
}
