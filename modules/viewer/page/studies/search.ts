/** What is looked for, as the page keeps it. Kept for the visit, not in the address: it may be a name. */
import type { StudyOrder, StudySearch } from '../../contract.ts'

export interface Search {
  readonly text: string
  readonly description: string
  /** ISO days, as a date field has them; empty for none. */
  readonly from: string
  readonly to: string
  readonly modalities: readonly string[]
  readonly order: StudyOrder
}

export const NO_SEARCH: Search = { text: '', description: '', from: '', to: '', modalities: [], order: 'newest' }

export const ORDERS: readonly StudyOrder[] = ['newest', 'oldest', 'name', 'patient-id', 'accession']
export const MODALITIES: readonly string[] = ['CT', 'MR', 'US', 'CR', 'DX', 'MG', 'PT', 'NM', 'XA', 'RF', 'ES', 'XC', 'OP', 'SM', 'DOC', 'SR']

/** As the server takes it. */
export function queryOf(search: Search): StudySearch {
  const { text, description, from, to, modalities, order } = search
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(description.trim() !== '' && { description: description.trim() }),
    ...(isDay(from) && { from: from.replaceAll('-', '') }),
    ...(isDay(to) && { to: to.replaceAll('-', '') }),
    ...(modalities.length > 0 && { modalities: modalities.join(',') }),
    ...(order !== 'newest' && { order }),
  }
}

export function addressOf(path: string, query: StudySearch): string {
  const text = new URLSearchParams(Object.entries(query)).toString()
  return text === '' ? path : `${path}?${text}`
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

/** How many filters are set besides what is typed. */
export function filtersSet({ description, from, to, modalities }: Search): number {
  return [description.trim() !== '', isDay(from) || isDay(to), modalities.length > 0].filter(Boolean).length
}

/** The day so many days before `today`, as a date field has it. */
export function daysBefore(today: Date, days: number): string {
  const day = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() - days))
  return day.toISOString().slice(0, 10)
}

/** Whatever is in the store of a browser, as a search. */
export function searchFrom(stored: unknown): Search {
  if (typeof stored !== 'object' || stored === null) return NO_SEARCH
  const given = stored as Record<string, unknown>
  const text = (name: string): string => (typeof given[name] === 'string' ? given[name].slice(0, 100) : '')
  const modalities = Array.isArray(given['modalities']) ? MODALITIES.filter((each) => (given['modalities'] as unknown[]).includes(each)) : []
  const order = ORDERS.find((each) => each === given['order']) ?? 'newest'
  return { text: text('text'), description: text('description'), from: text('from'), to: text('to'), modalities, order }
}
