interface Typed {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** DA of what was typed as day, month and year; null where there is no such day, or nobody alive was born then. */
export function birthDateOf({ day, month, year }: Typed): string | null {
  if (!/^\d{1,2}$/.test(day.trim()) || !/^\d{1,2}$/.test(month.trim()) || !/^\d{4}$/.test(year.trim())) return null
  const [d, m, y] = [Number(day), Number(month), Number(year)]
  const date = new Date(Date.UTC(y, m - 1, d))
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || y < 1850) return null
  return `${year.trim()}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`
}
