/**
 * Answers to queries, a page at a time: never more of them in memory than somebody is about to read.
 *
 * @module
 */
import type { DataSet } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import { headerOf } from './content.ts'
import type { Query } from './query.ts'
import * as details from './store/details.ts'
import { labelsOfStudies } from './store/labels.ts'
import { search, sortsOf, type FoundRow } from './store/search.ts'
import type { ArchiveTables } from './tables.ts'

type Db = Kysely<ArchiveTables>

/** What is looked up besides the rows, as it costs something. */
export interface Wants {
  /** How many there are below: of Studies, Series and Instances. */
  readonly counts?: boolean
  readonly modalities?: boolean
  readonly sopClasses?: boolean
  readonly labels?: boolean
  /** Of one Instance of each entry: what no column holds is read there. */
  readonly headers?: boolean
}

export interface FoundPatient {
  readonly patientId: string
  readonly issuer: string
  readonly name: string
  readonly birthDate: string
  readonly sex: string
}

export interface FoundStudy {
  readonly id: string
  readonly uid: string
  readonly accessionNumber: string
  readonly studyId: string
  readonly date: string
  readonly time: string
  readonly description: string
  readonly referringPhysician: string
  readonly instances: number
  readonly sizeBytes: number
}

export interface FoundSeries {
  readonly id: string
  readonly uid: string
  readonly modality: string
  readonly number: number | null
  readonly description: string
  readonly instances: number
}

export interface FoundInstance {
  readonly id: string
  readonly uid: string
  readonly sopClassUid: string
  readonly transferSyntaxUid: string
  readonly number: number | null
}

export interface Found {
  readonly patient: FoundPatient
  /** Of an entry about a Patient, any of theirs. */
  readonly study: FoundStudy
  readonly series: FoundSeries | null
  readonly instance: FoundInstance | null
  /** Of the Patient, where Patients were asked for; else series and modalities of the Study. */
  readonly counts: details.Counts | null
  readonly modalities: readonly string[] | null
  readonly sopClasses: readonly string[] | null
  /** Ids of the Study's labels, by name. */
  readonly labels: readonly string[] | null
  readonly header: DataSet | null
  /** Goes on behind this one. */
  readonly cursor: string
}

export type FoundPage = { readonly kind: 'page'; readonly entries: readonly Found[] } | { readonly kind: 'malformed-cursor' }

/** One page. There may be more if it is full. */
export async function find(db: Db, query: Query, wants: Wants = {}): Promise<FoundPage> {
  const after = query.after === undefined ? null : readCursor(query.after, sortsOf(query))
  if (after === 'malformed') return { kind: 'malformed-cursor' }
  const rows = await search(db, query, after)
  const more = await lookUp(db, query, rows, wants)
  return { kind: 'page', entries: rows.map((row) => foundOf(row, sortsOf(query), more)) }
}

const FIRST_PAGE = 100
const LONGEST_PAGE = 2_000

/**
 * All answers, page by page. The first is short, so that the first answer comes soon; those behind grow, so that many cost
 * little each, and are fetched while their reader has the one before. No transaction stays open meanwhile.
 */
export async function* findPages(
  db: Db, query: Omit<Query, 'limit' | 'after'>, wants: Wants = {},
): AsyncGenerator<readonly Found[], void, undefined> {
  let limit = FIRST_PAGE
  let coming: Promise<FoundPage> | null = find(db, { ...query, limit }, wants)
  while (coming !== null) {
    const page: FoundPage = await coming
    const after: string | undefined = page.kind === 'page' && page.entries.length === limit ? page.entries.at(-1)?.cursor : undefined
    limit = Math.min(limit * 4, LONGEST_PAGE)
    coming = after === undefined ? null : find(db, { ...query, limit, after }, wants)
    coming?.catch(() => undefined) // told when its turn comes, if it does
    if (page.kind === 'page') yield page.entries
  }
}

/** By the ids of rows. */
interface More {
  readonly patients: ReadonlyMap<string, details.Counts> | null
  readonly series: ReadonlyMap<string, details.SeriesOfStudy> | null
  readonly sopClasses: ReadonlyMap<string, readonly string[]> | null
  readonly labels: ReadonlyMap<string, readonly string[]> | null
  readonly headers: ReadonlyMap<string, DataSet> | null
}

async function lookUp(db: Db, { level }: Query, rows: readonly FoundRow[], wants: Wants): Promise<More> {
  const studies = [...new Set(rows.map(({ row_study }) => row_study))]
  const countsPatients = wants.counts === true && level === 'patient'
  const looksAtSeries = wants.modalities === true || (wants.counts === true && !countsPatients)
  return {
    patients: countsPatients ? await details.countsOfPatients(db, rows.map(({ patient_row }) => patient_row)) : null,
    series: looksAtSeries ? await details.seriesOfStudies(db, studies) : null,
    sopClasses: wants.sopClasses === true ? await details.sopClassesOf(db, studies) : null,
    labels: wants.labels === true ? await labelsOfStudies(db, studies) : null,
    headers: wants.headers === true ? await headersOf(db, level, rows) : null,
  }
}

/** By the id of the row that the entry is about. */
async function headersOf(db: Db, level: Query['level'], rows: readonly FoundRow[]): Promise<ReadonlyMap<string, DataSet>> {
  const headers = await details.headersOf(db, level, rows.map(subjectOf))
  return new Map(headers.map(({ of, header, transferSyntaxUid }) => [of, headerOf({ header, omitted: [], transferSyntaxUid })]))
}

function subjectOf({ row_instance, row_series, row_study }: FoundRow): string {
  return row_instance ?? row_series ?? row_study
}

function foundOf(row: FoundRow, sorts: number, { patients, series, sopClasses, labels, headers }: More): Found {
  return {
    patient: {
      patientId: row.patient_id, issuer: row.issuer, name: row.patient_name, birthDate: row.birth_date, sex: row.sex,
    },
    study: {
      id: row.row_study, uid: row.study_uid, accessionNumber: row.accession_number, studyId: row.study_id, date: row.date,
      time: row.time, description: row.description, referringPhysician: row.referring_physician,
      instances: row.instances, sizeBytes: row.size_bytes,
    },
    series: seriesOf(row), instance: instanceOf(row),
    counts: patients?.get(row.patient_row) ?? series?.get(row.row_study)?.counts ?? null,
    modalities: series && (series.get(row.row_study)?.modalities ?? []),
    sopClasses: sopClasses && (sopClasses.get(row.row_study) ?? []),
    labels: labels && (labels.get(row.row_study) ?? []),
    header: headers?.get(subjectOf(row)) ?? null,
    get cursor() {
      return writeCursor([row.sort_1, row.sort_2, row.sort_3].slice(0, sorts))
    },
  }
}

function seriesOf(row: FoundRow): FoundSeries | null {
  if (row.row_series == null) return null
  return {
    id: row.row_series, uid: row.series_uid ?? '', modality: row.modality ?? '', number: row.series_number,
    description: row.series_description ?? '', instances: row.series_instances ?? 0,
  }
}

function instanceOf(row: FoundRow): FoundInstance | null {
  if (row.row_instance == null) return null
  return {
    id: row.row_instance, uid: row.instance_uid ?? '', sopClassUid: row.sop_class_uid ?? '',
    transferSyntaxUid: row.transfer_syntax_uid ?? '', number: row.number,
  }
}

function writeCursor(sorts: readonly string[]): string {
  return Buffer.from(JSON.stringify(sorts)).toString('base64url')
}

function readCursor(cursor: string, sorts: number): readonly string[] | 'malformed' {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const isWhole = Array.isArray(read) && read.length === sorts && read.every((each) => typeof each === 'string' && !each.includes('\0'))
    return isWhole ? (read as readonly string[]) : 'malformed'
  } catch {
    return 'malformed'
  }
}
