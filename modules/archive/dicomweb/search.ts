/**
 * QIDO-RS: what its keys find, and what is told of it. PS3.18 §10.6.
 *
 * @module
 */
import { vrOf, type DicomJson, type Tag } from '@filmjacket/dicom-data'
import type { Search, SearchLevel, TagPath } from '@filmjacket/dicom-web'
import type { Kysely } from 'kysely'
import { find, type Found, type Wants } from '../find.ts'
import { attributes, readKey, type Attribute, type Filter, type Match } from '../query.ts'
import type { ArchiveTables } from '../tables.ts'
import { describeFound } from './search-answer.ts'
import type { Searching } from './searching.ts'

export type SearchOutcome =
  | {
    readonly kind: 'found'
    readonly results: readonly DicomJson[]
    /** There are more than were sent, which may be asked for. */
    readonly hasMore: boolean
    /** Keys that were not looked at. */
    readonly ignored: readonly Tag[]
  }
  | { readonly kind: 'malformed'; readonly tag: Tag }

/** The most that one answer holds. */
export const RESULTS_MAX = 5_000
const SKIPPED_A_PAGE = 2_000
/** Who pages further should search narrower: each page would count all of those before it. */
export const OFFSET_MAX = 100_000

const names: ReadonlyMap<Tag, Attribute> = new Map(
  Object.entries(attributes).map(([name, { tag }]) => [tag, name as Attribute]))

export async function runSearch(db: Kysely<ArchiveTables>, searching: Searching): Promise<SearchOutcome> {
  const { search, studies } = searching
  const read = filterOf(searching)
  if (read.kind === 'malformed') return read
  const query = { level: search.level, filter: read.filter, ...(studies === null ? {} : { within: studies }) } as const
  const limit = Math.min(search.limit ?? RESULTS_MAX, RESULTS_MAX)
  const from = await cursorAt(db, query, Math.min(search.offset, OFFSET_MAX))
  if (from === 'behind-the-end' || limit === 0) return { kind: 'found', results: [], hasMore: false, ignored: read.ignored }
  // One more than wanted tells whether there are more.
  const page = await find(db, { ...query, limit: limit + 1, ...(from.after === null ? {} : { after: from.after }) }, wantsOf(search))
  const entries = page.kind === 'page' ? page.entries : []
  return {
    kind: 'found', hasMore: entries.length > limit, ignored: read.ignored,
    results: entries.slice(0, limit).map((entry) => describeFound(entry, searching)),
  }
}

type Query = Parameters<typeof find>[1]

/** The entry behind which to begin. The engine pages by key; whoever counts is counted for. */
async function cursorAt(
  db: Kysely<ArchiveTables>, query: Omit<Query, 'limit' | 'after'>, offset: number,
): Promise<{ readonly after: string | null } | 'behind-the-end'> {
  let after: string | null = null
  for (let left = offset; left > 0;) {
    const limit = Math.min(left, SKIPPED_A_PAGE)
    const page = await find(db, { ...query, limit, ...(after === null ? {} : { after }) })
    const entries: readonly Found[] = page.kind === 'page' ? page.entries : []
    if (entries.length < limit) return 'behind-the-end'
    after = entries.at(-1)?.cursor ?? null
    left -= limit
  }
  return { after }
}

type ReadFilter =
  | { readonly kind: 'filter'; readonly filter: Filter; readonly ignored: readonly Tag[] }
  | { readonly kind: 'malformed'; readonly tag: Tag }

function filterOf({ search, studyUid, seriesUid }: Searching): ReadFilter {
  const filter: { [name in Attribute]?: Match } = {}
  const ignored: Tag[] = []
  for (const { path, value } of search.keys) {
    const [tag, ...within] = path
    const name = within.length === 0 ? names.get(tag) : undefined
    if (name === undefined) {
      if (value !== '') ignored.push(tag)
      continue
    }
    const key = readKey(name, valuesOf(tag, value), { fuzzyNames: search.fuzzyMatching })
    if (key.kind === 'malformed') return { kind: 'malformed', tag }
    if (key.kind === 'match') filter[name] = both(filter[name], key.match)
  }
  if (studyUid !== undefined) filter.studyUid = both(filter.studyUid, anyOf(studyUid))
  if (seriesUid !== undefined) filter.seriesUid = both(filter.seriesUid, anyOf(seriesUid))
  return { kind: 'filter', filter, ignored }
}

function anyOf(value: string): Match {
  return { kind: 'any-of', values: [value] }
}

/** A key that is given twice, in the address and behind it, must be true both times; of others the last counts. */
function both(one: Match | undefined, other: Match): Match {
  if (one?.kind !== 'any-of' || other.kind !== 'any-of') return other
  return { kind: 'any-of', values: other.values.filter((value) => one.values.includes(value)) }
}

/** UIDs are listed with commas, or as DICOM does. PS3.18 §8.3.4.1. */
function valuesOf(tag: Tag, value: string): readonly string[] {
  return value.split(vrOf(tag) === 'UI' ? /[,\\]/ : '\\')
}

function wantsOf({ level, include }: Search): Wants {
  return {
    counts: level !== 'instance', modalities: true,
    headers: level === 'instance' || include === 'all' || include.some(isInHeaderOnly(level)),
  }
}

function isInHeaderOnly(level: SearchLevel): (path: TagPath) => boolean {
  return ([tag]) => {
    const name = names.get(tag)
    return name === undefined || (level === 'study' && ['series', 'instance'].includes(attributes[name].level))
  }
}
