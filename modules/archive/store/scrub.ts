/** How far the check of stored files is, and what it found. */
import type { BlobId } from '@filmjacket/bytes'
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

export interface Progress {
  /** The last file of this round that was checked; empty before the first. */
  readonly position: string
  readonly startedAt: Instant | null
  readonly files: number
  readonly bytes: number
  /** When all were checked for the last time, and how much that was. */
  readonly wholeAt: Instant | null
  readonly wholeBytes: number
  /** This round takes in what lies in a store of segments. */
  readonly withStore: boolean
  readonly storeWholeAt: Instant | null
}

const PROGRESS = sql`position, started_at as "startedAt", files, bytes, whole_at as "wholeAt", whole_bytes as "wholeBytes",
  with_store as "withStore", store_whole_at as "storeWholeAt"`

export async function progressOf(db: Db): Promise<Progress> {
  const { rows: [row] } = await sql<Progress>`select ${PROGRESS} from scrub`.execute(db)
  return row ?? { position: '', startedAt: null, files: 0, bytes: 0, wholeAt: null, wholeBytes: 0, withStore: true, storeWholeAt: null }
}

/** @returns null while another process is at it. A process that died is waited for until `until`. */
export async function take(db: Db, now: Instant, until: Instant): Promise<Progress | null> {
  const { rows } = await sql<Progress>`
    update scrub set busy_until = ${at(until)} where busy_until is null or busy_until <= ${at(now)} returning ${PROGRESS}`.execute(db)
  return rows[0] ?? null
}

export async function noteProgress(db: Db, progress: Progress): Promise<void> {
  const { position, startedAt, files, bytes, wholeAt, wholeBytes, withStore, storeWholeAt } = progress
  await sql`update scrub set position = ${position}, started_at = ${startedAt && at(startedAt)}, files = ${files}, bytes = ${bytes},
    whole_at = ${wholeAt && at(wholeAt)}, whole_bytes = ${wholeBytes}, with_store = ${withStore}, store_whole_at = ${storeWholeAt && at(storeWholeAt)}`.execute(db)
}

export async function giveBack(db: Db): Promise<void> {
  await sql`update scrub set busy_until = null`.execute(db)
}

export interface StoredBlob {
  readonly id: BlobId
  readonly sizeBytes: number
}

/** By name, from `position` on: one page of a walk over all, or over what lies on the disk. */
export async function blobsAfter(
  db: Db, { position, withStore }: Pick<Progress, 'position' | 'withStore'>, limit: number,
): Promise<readonly StoredBlob[]> {
  const { rows } = await sql<StoredBlob>`
    select id, length as "sizeBytes" from blob where id > ${position} and (${withStore}
        or not exists (select from blob_object where blob_object.segment = blob.segment and state = 'kept'))
      order by id limit ${limit}`.execute(db)
  return rows
}

export async function isStored(db: Db, id: BlobId): Promise<boolean> {
  const { rows } = await sql`select from blob where id = ${id}`.execute(db)
  return rows.length > 0
}

/** As Studies count them, which are fewer rows. */
export async function sumOfFiles(db: Db): Promise<{ readonly files: number; readonly bytes: number }> {
  const { rows } = await sql<{ files: number; bytes: number }>`
    select coalesce(sum(instances), 0) as files, coalesce(sum(size_bytes), 0) as bytes from study`.execute(db)
  return rows[0] ?? { files: 0, bytes: 0 }
}

/** @returns whether it was not known before. */
export async function noteDamaged(db: Db, id: BlobId, isMissing: boolean, now: Instant): Promise<boolean> {
  const { rows } = await sql`insert into damaged_blob (blob_id, found_at, is_missing) values (${id}, ${at(now)}, ${isMissing})
    on conflict (blob_id) do update set is_missing = excluded.is_missing returning xmax = 0 as new`.execute(db)
  return (rows[0] as { new?: boolean } | undefined)?.new === true
}

export async function noteSound(db: Db, id: BlobId): Promise<void> {
  await sql`delete from damaged_blob where blob_id = ${id}`.execute(db)
}

export interface Damaged {
  readonly id: string
  readonly foundAt: Instant
  readonly isMissing: boolean
  readonly studyId: string | null
  readonly patientName: string
  readonly studyDescription: string
  readonly instanceUid: string
  readonly sizeBytes: number
  readonly cameFrom: string
}

/** What was removed since is damaged no more. */
export async function allDamaged(db: Db, limit: number): Promise<readonly Damaged[]> {
  const { rows } = await sql<Damaged>`
    select damaged.blob_id as id, damaged.found_at as "foundAt", damaged.is_missing as "isMissing", study.id as "studyId",
        coalesce(patient.name, '') as "patientName", coalesce(study.description, '') as "studyDescription",
        coalesce(instance.instance_uid, '') as "instanceUid", blob.length as "sizeBytes",
        coalesce(instance.origin->>'callingAe', instance.origin->>'aeTitle', instance.origin->>'kind', '') as "cameFrom"
      from damaged_blob damaged join blob on blob.id = damaged.blob_id
      left join instance on instance.blob_id = blob.id left join series on series.id = instance.series_id
      left join study on study.id = series.study_id left join patient on patient.id = study.patient_id
      order by damaged.found_at desc, damaged.blob_id limit ${limit}`.execute(db)
  return rows
}

export type Level = 'enough' | 'low' | 'critical'

/** @returns the level before, if it was another one. */
export async function changeLevel(tx: Db, level: Level, now: Instant): Promise<Level | null> {
  const { rows } = await sql<{ before: Level }>`
    update disk_watch set level = ${level}, since = ${at(now)} from (select level as before from disk_watch for update) known
      where level <> ${level} returning known.before`.execute(tx)
  return rows[0]?.before ?? null
}
