/** What is looked for, as the page keeps it. Kept for the visit, not in the address: it may be a name. */
import type { SearchForm, StudyOrder, StudySearch } from '../../contract.ts'

export type Search = SearchForm
export type Span = Search['span']

export const NO_SEARCH: Search = { text: '', description: '', from: '', to: '', span: '', modalities: [], labels: [], order: 'newest' }

/** How many days before today a span begins. A search that is saved moves along with the days. */
export const SPANS: Readonly<Record<Exclude<Span, ''>, number>> = { today: 0, week: 7, month: 30 }
export const SPAN_NAMES = ['today', 'week', 'month'] as const

/** As many as one search takes. */
const LABELS_MAX = 20

export const ORDERS: readonly StudyOrder[] = ['newest', 'oldest', 'name', 'patient-id', 'accession']
export const MODALITIES: readonly string[] = ['CT', 'MR', 'US', 'CR', 'DX', 'MG', 'PT', 'NM', 'XA', 'RF', 'ES', 'XC', 'OP', 'SM', 'DOC', 'SR']

/** As the server takes it, on the day that is `today` to the reader. */
export function queryOf(search: Search, today: Date): StudySearch {
  const { text, description, to, span, modalities, labels, order } = search
  const from = span === '' ? search.from : daysBefore(today, SPANS[span])
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(description.trim() !== '' && { description: description.trim() }),
    ...(isDay(from) && { from: from.replaceAll('-', '') }),
    ...(isDay(to) && { to: to.replaceAll('-', '') }),
    ...(modalities.length > 0 && { modalities: modalities.join(',') }),
    ...(labels.length > 0 && { labels: labels.join(',') }),
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
export function filtersSet({ description, from, to, span, modalities, labels }: Search): number {
  return [description.trim() !== '', isDay(from) || isDay(to) || span !== '', modalities.length > 0, labels.length > 0].filter(Boolean).length
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
  const list = (name: string): readonly unknown[] => (Array.isArray(given[name]) ? given[name] as readonly unknown[] : [])
  const modalities = MODALITIES.filter((each) => list('modalities').includes(each))
  const labels = list('labels').filter((each) => typeof each === 'string').slice(0, LABELS_MAX)
  const order = ORDERS.find((each) => each === given['order']) ?? 'newest'
  const span = SPAN_NAMES.find((each) => each === given['span']) ?? ''
  return { text: text('text'), description: text('description'), from: text('from'), to: text('to'), span, modalities, labels, order }
}
