/**
 * The list of studies for staff: what is typed, as queries to the archive.
 *
 * @module
 */
import { readKey, type Archive, type Attribute, type Filter, type Found, type Order, type Query } from '../archive/index.ts'
import type { StudySearch } from './contract.ts'

export const PAGE = 100
/** More studies than this are looked for by narrowing, not by printing. */
const MOST_IN_FILE = 100_000

export interface FoundList {
  readonly studies: readonly Found[]
  readonly next: string | null
  /** A name much like the one that was typed, which nobody has; null where what was typed was looked for. */
  readonly meant: string | null
}

export type SearchOutcome = { readonly kind: 'found'; readonly list: FoundList } | { readonly kind: 'malformed' }

export interface StudySearching {
  find(search: StudySearch): Promise<SearchOutcome>
  /** All that fits, as it is read. */
  all(search: StudySearch): AsyncIterable<Found>
}

/** A name has fewer. */
const MOST_WORDS = 6

const WANTS = { counts: true, modalities: true, labels: true } as const

export function createStudySearching(archive: Archive): StudySearching {
  async function find(search: StudySearch): Promise<SearchOutcome> {
    const outcome = await findAsTyped(search)
    if (outcome.kind !== 'found' || outcome.list.studies.length > 0 || !(await isNobody(search))) return outcome
    const meant = await meantBy(search)
    if (meant === null) return outcome
    const other = await findAsTyped({ ...search, text: meant })
    return other.kind !== 'found' || other.list.studies.length === 0 ? outcome : { kind: 'found', list: { ...other.list, meant } }
  }

  /** A later page is empty at the end of any list: then the first one tells. */
  async function isNobody({ after, ...search }: StudySearch): Promise<boolean> {
    if (after === undefined) return true
    const first = await findAsTyped(search)
    return first.kind === 'found' && first.list.studies.length === 0
  }

  async function findAsTyped(search: StudySearch): Promise<SearchOutcome> {
    const filters = filtersOf(search)
    const { order = 'newest', after } = search
    const pages = await Promise.all(filters.map((filter) =>
      archive.find({ level: 'study', filter, order, limit: PAGE, ...labelsOf(search), ...(after !== undefined && { after }) }, WANTS)))
    const found: Found[] = []
    for (const page of pages) {
      if (page.kind === 'malformed-cursor') return { kind: 'malformed' }
      found.push(...page.entries)
    }
    const [only] = pages
    const isFull = pages.length === 1 && only?.kind === 'page' && only.entries.length === PAGE
    const studies = pages.length === 1 ? found : eachOnce(found).toSorted(COMPARE[order])
    return { kind: 'found', list: { studies, next: isFull ? found.at(-1)?.cursor ?? null : null, meant: null } }
  }

  /** The name with a word of names that there are for each that there is not; null if what was typed is no name. */
  async function meantBy({ text = '' }: StudySearch): Promise<string | null> {
    const words = namesIn(text)
    const like = await Promise.all(words.slice(0, MOST_WORDS).map((word) => archive.similarWord(word)))
    const meant = like.map((word, n) => word ?? words[n]).join(' ')
    return meant === '' || like.every((word) => word === null) ? null : meant
  }

  async function* all(search: StudySearch): AsyncGenerator<Found, void, undefined> {
    let isEmpty = true
    for await (const each of allAsTyped(search)) {
      isEmpty = false
      yield each
    }
    const meant = isEmpty ? await meantBy(search) : null
    if (meant !== null) yield* allAsTyped({ ...search, text: meant })
  }

  async function* allAsTyped(search: StudySearch): AsyncGenerator<Found, void, undefined> {
    const seen = new Set<string>()
    const { order = 'newest' } = search
    for (const filter of filtersOf(search)) {
      for await (const each of archive.findAll({ level: 'study', filter, order, ...labelsOf(search) }, WANTS)) {
        if (seen.size >= MOST_IN_FILE) return
        if (!seen.has(each.study.id)) yield each
        seen.add(each.study.id)
      }
    }
  }

  return { find, all }
}

const moment = ({ study }: Found): string => study.date + study.time
const byText = (textOf: (each: Found) => string) => (a: Found, b: Found): number => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0)

/** Two answers in one order. */
const COMPARE: Readonly<Record<Order, (a: Found, b: Found) => number>> = {
  newest: (a, b) => byText(moment)(b, a),
  oldest: byText(moment),
  name: byText(({ patient }) => patient.name),
  'patient-id': byText(({ patient }) => patient.patientId),
  accession: byText(({ study }) => study.accessionNumber),
}

/** A study that fits by its patient's id and by its own number is one. */
function eachOnce(found: readonly Found[]): readonly Found[] {
  return [...new Map(found.map((each) => [each.study.id, each])).values()]
}

/**
 * One filter for what is typed, or two: a text with a digit is the beginning of a Patient ID or of an Accession Number,
 * any other is a name.
 */
export function filtersOf(search: StudySearch): readonly Filter[] {
  const common = filterOf({
    studyDescription: search.description === undefined ? [] : [anywhere(search.description)],
    studyDate: search.from === undefined && search.to === undefined ? [] : [`${search.from ?? ''}-${search.to ?? ''}`],
    modalitiesInStudy: search.modalities?.split(',') ?? [],
  })
  const text = search.text?.trim() ?? ''
  if (text === '') return [common]
  if (!/\d/.test(text)) return [{ ...common, ...filterOf({ patientName: [text] }) }]
  return [{ ...common, ...filterOf({ patientId: [beginning(text)] }) }, { ...common, ...filterOf({ accessionNumber: [beginning(text)] }) }]
}

function labelsOf({ labels }: StudySearch): Pick<Query, 'labels'> {
  return labels === undefined ? {} : { labels: labels.split(',') }
}

/** What is typed as a name, in words; with a digit it is none. */
function namesIn(text: string): readonly string[] {
  return /[\d*?]/.test(text) ? [] : text.split(/[\s^=,.'’-]+/).filter((word) => word !== '')
}

function filterOf(keys: { readonly [name in Attribute]?: readonly string[] }): Filter {
  const filter: { -readonly [name in keyof Query['filter']]: Query['filter'][name] } = {}
  for (const [name, texts] of Object.entries(keys) as [Attribute, readonly string[]][]) {
    const key = readKey(name, texts, { fuzzyNames: true })
    if (key.kind === 'match') filter[name] = key.match
  }
  return filter
}

/** What people type is text; only we put wildcards around it. */
function plain(text: string): string {
  return text.replace(/[*?]/g, '').trim()
}

function beginning(text: string): string {
  return `${plain(text)}*`
}

function anywhere(text: string): string {
  return plain(text) === '' ? '' : `*${plain(text)}*`
}
