/** What is told of the entries of one page besides their rows, all of it at once. */
import { sql, type Kysely } from 'kysely'
import type { Level } from '../query.ts'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>
type Ids = readonly string[]

export interface Counts {
  readonly studies: number
  readonly series: number
  readonly instances: number
}

export interface SeriesOfStudy {
  readonly counts: Counts
  readonly modalities: Ids
}

export async function seriesOfStudies(db: Db, studies: Ids): Promise<ReadonlyMap<string, SeriesOfStudy>> {
  const { rows } = await sql<{ id: string; modalities: string[] | null; series: number; instances: number }>`
    select study_id as id, count(*)::integer as series, sum(instances)::integer as instances,
        array_agg(distinct modality order by modality) filter (where modality <> '') as modalities
      from series where study_id = any(${studies}) group by study_id`.execute(db)
  return new Map(rows.map(({ id, modalities, ...counts }) => [id, { counts: { studies: 1, ...counts }, modalities: modalities ?? [] }]))
}

export async function countsOfPatients(db: Db, patients: Ids): Promise<ReadonlyMap<string, Counts>> {
  const { rows } = await sql<{ id: string } & Counts>`
    select study.patient_id as id, count(distinct study.id)::integer as studies, count(*)::integer as series,
        sum(series.instances)::integer as instances
      from study join series on series.study_id = study.id
      where study.patient_id = any(${patients}) group by study.patient_id`.execute(db)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

export async function sopClassesOf(db: Db, studies: Ids): Promise<ReadonlyMap<string, Ids>> {
  const { rows } = await sql<{ id: string; classes: string[] }>`
    select series.study_id as id, array_agg(distinct sop_class_uid order by sop_class_uid) as classes
      from series join instance on instance.series_id = series.id
      where series.study_id = any(${studies}) group by series.study_id`.execute(db)
  return new Map(rows.map(({ id, classes }) => [id, classes]))
}

export interface HeaderOf {
  readonly of: string
  readonly header: Uint8Array
  readonly transferSyntaxUid: string
}

/** One of the Instances of a Study or Series stands for it. */
const ONE_INSTANCE = {
  patient: sql`select instance.id, transfer_syntax_uid from series join instance on instance.series_id = series.id
    where series.study_id = wanted.id`,
  study: sql`select instance.id, transfer_syntax_uid from series join instance on instance.series_id = series.id
    where series.study_id = wanted.id`,
  series: sql`select instance.id, transfer_syntax_uid from instance where instance.series_id = wanted.id`,
  instance: sql`select instance.id, transfer_syntax_uid from instance where instance.id = wanted.id`,
} as const satisfies { readonly [level in Level]: unknown }

/** @param ids - of the level's rows; of a Patient those of one Study. */
export async function headersOf(db: Db, level: Level, ids: Ids): Promise<readonly HeaderOf[]> {
  const { rows } = await sql<HeaderOf>`
    select wanted.id as "of", instance_header.bytes as header, one.transfer_syntax_uid as "transferSyntaxUid"
      from unnest(${[...new Set(ids)]}::text[]) wanted (id)
      cross join lateral (${ONE_INSTANCE[level]} limit 1) one
      join instance_header on instance_header.instance_id = one.id`.execute(db)
  return rows
}
