/** What DICOMweb asks of rows: places by their UIDs, and the metadata that were prepared. */
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { ArchiveTables, SeriesMetadataRow } from '../tables.ts'
import { omittedOf } from '../omitted.ts'
import { placedOf, type PlacedInstance, type StoredInstance } from './instances.ts'

type Db = Kysely<ArchiveTables>

export interface StudyPlace {
  readonly id: string
  readonly studyUid: string
  readonly changedAt: Instant
  readonly isSettled: boolean
}

export interface SeriesPlace {
  readonly id: string
  readonly seriesUid: string
}

/** An Instance without its header, and where it belongs. */
export interface InstancePlace extends PlacedInstance {
  readonly seriesId: string
  readonly seriesUid: string
}

/** From the Study down, as addresses name them. */
export interface Within {
  readonly seriesUid?: string | undefined
  readonly instanceUid?: string | undefined
}

function studyPlaces(db: Db) {
  return db.selectFrom('study').select(['id', 'study_uid', 'changed_at',
    sql<boolean>`coalesce(settled_at >= changed_at, false)`.as('is_settled')])
}

type StudyPlaceRow = Awaited<ReturnType<ReturnType<typeof studyPlaces>['executeTakeFirstOrThrow']>>

function studyPlaceOf(row: StudyPlaceRow): StudyPlace {
  return { id: row.id, studyUid: row.study_uid, changedAt: row.changed_at, isSettled: row.is_settled }
}

export async function studyByUid(db: Db, studyUid: string): Promise<StudyPlace | undefined> {
  const row = await studyPlaces(db).where('study_uid', '=', studyUid).executeTakeFirst()
  return row && studyPlaceOf(row)
}

export async function studyPlaceById(db: Db, id: string): Promise<StudyPlace | undefined> {
  const row = await studyPlaces(db).where('id', '=', id).executeTakeFirst()
  return row && studyPlaceOf(row)
}

export async function seriesWithin(db: Db, studyId: string, seriesUid?: string): Promise<readonly SeriesPlace[]> {
  const rows = await db.selectFrom('series').select(['id', 'series_uid']).where('study_id', '=', studyId)
    .$if(seriesUid !== undefined, (query) => query.where('series_uid', '=', seriesUid ?? ''))
    .orderBy('number').orderBy('series_uid').execute()
  return rows.map(({ id, series_uid }) => ({ id, seriesUid: series_uid }))
}

/** In the order in which a person would look: by Series, by Instance Number. */
export async function instancesWithin(db: Db, studyId: string, within: Within = {}): Promise<readonly InstancePlace[]> {
  const { seriesUid, instanceUid } = within
  const rows = await db.selectFrom('instance').innerJoin('series', 'series.id', 'instance.series_id')
    .selectAll('instance').select('series.series_uid').where('series.study_id', '=', studyId)
    .$if(seriesUid !== undefined, (query) => query.where('series.series_uid', '=', seriesUid ?? ''))
    .$if(instanceUid !== undefined, (query) => query.where('instance.instance_uid', '=', instanceUid ?? ''))
    .orderBy('series.number').orderBy('series.series_uid').orderBy('instance.number').orderBy('instance.instance_uid')
    .execute()
  return rows.map((row) => ({ ...placedOf(row), seriesId: row.series_id, seriesUid: row.series_uid }))
}

export type StoredHeader = Pick<StoredInstance, 'header' | 'omitted'>

/** By the Instance's id. */
export async function headersOf(db: Db, instanceIds: readonly string[]): Promise<ReadonlyMap<string, StoredHeader>> {
  const rows = await db.selectFrom('instance_header').selectAll().where('instance_id', 'in', [...instanceIds]).execute()
  return new Map(rows.map(({ instance_id, bytes, omitted }) => [instance_id, { header: bytes, omitted: omittedOf(omitted) }]))
}

/** Metadata that still hold, by the id of their Series. */
export async function preparedMetadata(
  db: Db, study: StudyPlace, seriesUid?: string,
): Promise<ReadonlyMap<string, SeriesMetadataRow>> {
  const rows = await db.selectFrom('series_metadata').innerJoin('series', 'series.id', 'series_metadata.series_id')
    .selectAll('series_metadata').where('series.study_id', '=', study.id)
    .where('series_metadata.as_of', '=', at(study.changedAt))
    .$if(seriesUid !== undefined, (query) => query.where('series.series_uid', '=', seriesUid ?? '')).execute()
  return new Map(rows.map((row) => [row.series_id, row]))
}

export async function putMetadata(db: Db, row: SeriesMetadataRow): Promise<void> {
  const { as_of, base, raw_bytes, crc32, deflated } = row
  const changes = { as_of: at(as_of), base, raw_bytes, crc32, deflated: Buffer.from(deflated) }
  await db.insertInto('series_metadata').values({ series_id: row.series_id, ...changes })
    .onConflict((on) => on.column('series_id').doUpdateSet(changes)).execute()
}
