import { sql, type Kysely } from 'kysely'
import type { Place } from '../../../platform/server/blobs/index.ts'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { ArchiveTables } from '../tables.ts'
import type { Within } from './dicomweb.ts'

type Db = Kysely<ArchiveTables>

/**
 * Takes the rows of what is named out, and of what is empty then: Series, Study, Patient. With the transaction `tx`.
 *
 * @returns how many Instances there were.
 * @throws what PostgreSQL says if somebody's row stands on the Study: `isStoodOn`.
 */
export async function removeInstances(tx: Db, studyId: string, { seriesUid, instanceUid }: Within, now: Instant): Promise<number> {
  // Whoever adds an Instance updates this row: one after the other.
  await sql`select from study where id = ${studyId} for update`.execute(tx)
  const { rows } = await sql<{ blob_id: string }>`
    delete from instance using series where instance.series_id = series.id and series.study_id = ${studyId}
      and series.series_uid = coalesce(${seriesUid ?? null}, series.series_uid)
      and instance.instance_uid = coalesce(${instanceUid ?? null}, instance.instance_uid)
    returning instance.blob_id`.execute(tx)
  if (rows.length === 0) return 0
  await removeBlobs(tx, rows.map((row) => row.blob_id), now)
  await sql`
    update series set instances = (select count(*) from instance where series_id = series.id) where study_id = ${studyId}`.execute(tx)
  await sql`delete from series where study_id = ${studyId} and instances = 0`.execute(tx)
  await countStudy(tx, studyId, now)
  return rows.length
}

/** The bytes stay in their segment until it is written anew; nothing leads to them. */
async function removeBlobs(tx: Db, blobs: readonly string[], now: Instant): Promise<void> {
  await sql`
    with gone as (
      delete from blob where id = any(${blobs}) and not exists (select from instance where blob_id = blob.id)
      returning segment, "offset"
    )
    insert into removed_record (segment, "offset", removed_at) select segment, "offset", ${at(now)} from gone
      on conflict do nothing`.execute(tx)
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

/** SQLSTATE 23503: another module's row refers to the Study. */
export function isStoodOn(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503'
}

export async function isRemoved(db: Db, { segment, offset }: Place): Promise<boolean> {
  const { rows } = await sql`select from removed_record where segment = ${segment} and "offset" = ${offset}`.execute(db)
  return rows.length > 0
}
