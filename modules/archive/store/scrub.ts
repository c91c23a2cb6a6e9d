/** How far the check of stored files is, and how full the disk was. */
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

/** As Studies count them, which are fewer rows. */
export async function sumOfFiles(db: Db): Promise<{ readonly files: number; readonly bytes: number }> {
  const { rows } = await sql<{ files: number; bytes: number }>`
    select coalesce(sum(instances), 0) as files, coalesce(sum(size_bytes), 0) as bytes from study`.execute(db)
  return rows[0] ?? { files: 0, bytes: 0 }
}

export type Level = 'enough' | 'low' | 'critical'

/** @returns the level before, if it was another one. */
export async function changeLevel(tx: Db, level: Level, now: Instant): Promise<Level | null> {
  const { rows } = await sql<{ before: Level }>`
    update disk_watch set level = ${level}, since = ${at(now)} from (select level as before from disk_watch for update) known
      where level <> ${level} returning known.before`.execute(tx)
  return rows[0]?.before ?? null
}
