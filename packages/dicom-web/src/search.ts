/**
 * Searches: the query string of QIDO-RS. PS3.18 §8.3.4, §10.6.
 *
 * @module
 */
import { Tags, type Tag } from '@filmjacket/dicom-data'

export type SearchLevel = 'study' | 'series' | 'instance'

/** Tags from the outside in: one of the data set, or one within a sequence. */
export type TagPath = readonly [Tag, ...Tag[]]

export interface SearchKey {
  readonly path: TagPath
  /** As written; ranges and wildcards among them. */
  readonly value: string
}

/** What a query string asks for, whatever is searched. */
export interface SearchTerms {
  readonly keys: readonly SearchKey[]
  /** Attributes that are wanted besides those that every answer has. */
  readonly include: 'all' | readonly TagPath[]
  readonly fuzzyMatching: boolean
  /** Null: as many as the server gives. */
  readonly limit: number | null
  readonly offset: number
}

export interface Search extends SearchTerms {
  readonly level: SearchLevel
}

/** A query string that is none of the standard. Names parameters, never what was searched for. */
export class SearchError extends Error {
  override readonly name = 'SearchError'
}

const KEYS_MAX = 64
const VALUE_MAX = 4_096
const DEPTH_MAX = 8

const keywords = new Map<string, Tag>(Object.entries(Tags))

/** @throws SearchError */
export function parseSearch(level: SearchLevel, parameters: Iterable<readonly [name: string, value: string]>): Search {
  return { level, ...parseSearchTerms(parameters) }
}

/** @throws SearchError */
export function parseSearchTerms(parameters: Iterable<readonly [name: string, value: string]>): SearchTerms {
  const keys: SearchKey[] = []
  const include: (TagPath | 'all')[] = []
  let [fuzzyMatching, limit, offset]: [boolean, number | null, number] = [false, null, 0]
  for (const [name, value] of parameters) {
    switch (name.toLowerCase()) {
      case 'includefield': include.push(...value.split(',').filter((field) => field !== '').map(fieldOf)); break
      case 'fuzzymatching': fuzzyMatching = truthOf(name, value); break
      case 'limit': limit = countOf(name, value); break
      case 'offset': offset = countOf(name, value); break
      // Understood by some servers, or of the transport: neither changes what is found.
      case 'accept': case 'charset': case 'emptyvaluematching': case 'multiplevaluematching': break
      default: keys.push(keyOf(name, value))
    }
    if (keys.length + include.length > KEYS_MAX) throw new SearchError(`more than ${KEYS_MAX} attributes`)
  }
  const isAll = include.includes('all')
  return {
    keys, include: isAll ? 'all' : include.filter((path) => path !== 'all'), fuzzyMatching, limit, offset,
  }
}

/** The attribute that `text` names by keyword or by eight hexadecimal digits; null if it names none. */
export function tagNamed(text: string): Tag | null {
  const tag = keywords.get(text)
  if (tag !== undefined) return tag
  return /^[0-9A-Fa-f]{8}$/.test(text) ? parseInt(text, 16) : null
}

function keyOf(name: string, value: string): SearchKey {
  const path = pathOf(name)
  if (path === null) throw new SearchError(`${printable(name)} is no attribute and no parameter`)
  if (value.length > VALUE_MAX) throw new SearchError(`the value of ${printable(name)} is too long`)
  return { path, value }
}

function fieldOf(field: string): TagPath | 'all' {
  if (field === 'all') return field
  const path = pathOf(field)
  if (path === null) throw new SearchError(`includefield names ${printable(field)}, which is no attribute`)
  return path
}

function pathOf(name: string): TagPath | null {
  const tags = name.split('.').map(tagNamed)
  const [first, ...rest] = tags.filter((tag) => tag !== null)
  return first === undefined || rest.length + 1 < tags.length || tags.length > DEPTH_MAX ? null : [first, ...rest]
}

function truthOf(name: string, value: string): boolean {
  if (value !== 'true' && value !== 'false') throw new SearchError(`${name} is true or false`)
  return value === 'true'
}

function countOf(name: string, value: string): number {
  const count = /^\d{1,9}$/.test(value) ? Number(value) : NaN
  if (Number.isNaN(count)) throw new SearchError(`${name} is a number`)
  return count
}

/** A name may be anything; a message shows no more than a keyword could be. */
function printable(name: string): string {
  return /^[\w.]{1,64}$/.test(name) ? name : 'a parameter'
}
