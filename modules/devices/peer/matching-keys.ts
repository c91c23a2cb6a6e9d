/**
 * What a person typed, as the keys of a query. PS3.4 §C.2.2.2. Pure.
 *
 * @module
 */

/**
 * A name in the order family, given: any prefix of each will do. `van der berg, jan` asks for `van*der*berg*jan*`,
 * which finds both `Van der Berg^Jan` and `Berg^Jan van der` where the archive does not look at case.
 */
export function nameKey(typed: string | undefined): string {
  const text = (typed ?? '').trim()
  if (text === '' || /[*?]/.test(text)) return text
  return text.split(/[\s,^=]+/).filter((word) => word !== '').map((word) => `${word}*`).join('')
}

/** An identifier, as typed: only the wildcards that somebody typed stand for anything. */
export function exactKey(typed: string | undefined): string {
  return (typed ?? '').trim()
}

/** Words in this order with anything around them: the least that can be asked for (NET-06). */
export function anywhereKey(typed: string | undefined): string {
  const text = (typed ?? '').trim()
  if (text === '' || /[*?]/.test(text)) return text
  return `*${text.split(/[\s,^=]+/).filter((word) => word !== '').join('*')}*`
}

/** DA, or a range of it; days come as `2026-01-31`. PS3.4 §C.2.2.2.5. */
export function dateKey(from: string | undefined, to: string | undefined): string {
  const [first, last] = [from, to].map((day) => (day ?? '').replaceAll('-', ''))
  if (first === last) return first ?? ''
  return `${first}-${last}`
}

/** Newest first; what has no date comes last. */
export function newestFirst(a: { readonly date: string; readonly time: string }, b: { readonly date: string; readonly time: string }): number {
  return compare(b.date, a.date) || compare(b.time, a.time)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
