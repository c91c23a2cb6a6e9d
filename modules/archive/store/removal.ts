import { sql, type Kysely } from 'kysely'
import type { Place } from '../../../platform/server/blobs/index.ts'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { ArchiveTables } from '../tables.ts'
import type { Within } from './dicomweb.ts'
import { forgetBlobs } from './quarantine.ts'

type Db = Kysely<ArchiveTables>

/**
 * Takes the rows of what is named out, and of what is empty then: Series, Study, Patient. With the transaction `tx`.
 *
 * @returns how many Instances there were.
 * @throws what PostgreSQL says if somebody's row stands on the Study: `isStoodOn`.
 */
export async function removeInstances(
  tx: Db, studyId: string, { seriesUid, instanceUid, instanceUids }: Within & { readonly instanceUids?: readonly string[] }, now: Instant,
): Promise<number> {
  // Whoever adds an Instance updates this row: one after the other.
  await sql`select from study where id = ${studyId} for update`.execute(tx)
  const { rows } = await sql<{ blob_id: string }>`
    delete from instance using series where instance.series_id = series.id and series.study_id = ${studyId}
      and series.series_uid = coalesce(${seriesUid ?? null}, series.series_uid)
      and instance.instance_uid = coalesce(${instanceUid ?? null}, instance.instance_uid)
      and (${instanceUids === undefined} or instance.instance_uid = any(${[...(instanceUids ?? [])]}::text[]))
    returning instance.blob_id`.execute(tx)
  if (rows.length === 0) return 0
  await forgetBlobs(tx, rows.map((row) => row.blob_id), now)
  await sql`
    update series set instances = (select count(*) from instance where series_id = series.id) where study_id = ${studyId}`.execute(tx)
  await sql`delete from series where study_id = ${studyId} and instances = 0`.execute(tx)
  await countStudy(tx, studyId, now)
  return rows.length
}

async function countStudy(tx: Db, studyId: string, now: Instant): Promise<void> {
  await sql`
    update study set instances = counted.instances, size_bytes = counted.size_bytes, changed_at = ${at(now)}
      from (
        select count(*)::integer as instances, coalesce(sum(instance.size_bytes), 0) as size_bytes
        from instance join series on series.id = instance.series_id where series.study_id = ${studyId}
      ) counted
      where study.id = ${studyId}`.execute(tx)
  const { rows } = await sql<{ patient_id: string }>`
    delete from study where id = ${studyId} and instances = 0 returning patient_id`.execute(tx)
  const [emptied] = rows
  if (emptied === undefined) return
  await sql`
    delete from patient where id = ${emptied.patient_id} and not exists (select from study where patient_id = patient.id)`.execute(tx)
}

/** What is left of a Study when its last Instance is removed: that it was here, and who took it out, when and why. */
export async function buryIfGone(
  tx: Db, { id, studyUid }: { readonly id: string; readonly studyUid: string },
  { removedBy, why, now }: { readonly removedBy: string | null; readonly why: string; readonly now: Instant },
): Promise<void> {
  await sql`
    insert into removed_study (study_id, study_uid, removed_at, removed_by, why)
      select ${id}, ${studyUid}, ${at(now)}, ${removedBy}, ${why} where not exists (select from study where id = ${id})`.execute(tx)
}

export async function wasRemoved(db: Db, studyId: string): Promise<boolean> {
  const { rows } = await sql`select from removed_study where study_id = ${studyId}`.execute(db)
  return rows.length > 0
}

export async function placeOfInstance(
  db: Db, instanceUid: string,
): Promise<{ readonly studyId: string; readonly seriesUid: string } | undefined> {
  return db.selectFrom('instance').innerJoin('series', 'series.id', 'instance.series_id')
    .select(['series.study_id as studyId', 'series.series_uid as seriesUid']).where('instance.instance_uid', '=', instanceUid).executeTakeFirst()
}

/** SQLSTATE 23503: another module's row refers to the Study. */
export function isStoodOn(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503'
}

/** Segments in which something was removed. */
export async function segmentsWithRemoved(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ segment: string }>`select distinct segment from removed_record order by 1`.execute(db)
  return rows.map(({ segment }) => segment)
}

/** Their files are gone: nobody will ask for what was removed there. */
export async function forgetRemovedIn(db: Db, segments: readonly string[]): Promise<void> {
  await sql`delete from removed_record where segment = any(${[...segments]})`.execute(db)
}

export async function isRemoved(db: Db, { segment, offset }: Place): Promise<boolean> {
  const { rows } = await sql`select from removed_record where segment = ${segment} and "offset" = ${offset}`.execute(db)
  return rows.length > 0
}
