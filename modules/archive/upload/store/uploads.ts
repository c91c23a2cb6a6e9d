import type { Kysely, Selectable } from 'kysely'
import type { Instant } from '../../../../platform/server/clock.ts'
import { at } from '../../../../platform/server/database/index.ts'
import type { UploadState } from '../../contract.ts'
import type { UploadRow, UploadTables } from '../tables.ts'

export type Db = Kysely<UploadTables>
export type Upload = Selectable<UploadRow>

export interface Beginning {
  readonly id: string
  readonly accountId: string
  readonly label: string
  readonly files: number
  readonly bytes: number
  readonly now: Instant
}

export async function addUpload(db: Db, { id, accountId, label, files, bytes, now }: Beginning): Promise<Upload> {
  return db.insertInto('upload').values({
    id, account_id: accountId, label, files, bytes, state: 'open', started_at: at(now), changed_at: at(now), ended_at: null,
  }).returningAll().executeTakeFirstOrThrow()
}

export async function uploadById(db: Db, id: string): Promise<Upload | undefined> {
  return db.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Whoever counts what it has so far does so alone, to the end of the transaction. */
export async function lockUpload(tx: Db, id: string): Promise<Upload | undefined> {
  return tx.selectFrom('upload').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function uploadsQuery(db: Db, accountId: string | null, before: string | null, limit: number) {
  return db.selectFrom('upload').selectAll()
    .$if(accountId !== null, (query) => query.where('account_id', '=', accountId ?? ''))
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc').limit(limit)
}

/** Newest first. @param accountId - null: everybody's. */
export async function uploads(db: Db, accountId: string | null, before: string | null, limit: number): Promise<Upload[]> {
  return uploadsQuery(db, accountId, before, limit).execute()
}

/** Bytes that an account brought in uploads that began since. */
export async function bytesSince(db: Db, accountId: string, since: Instant): Promise<number> {
  const { sum } = await db.selectFrom('upload').select((eb) => eb.fn.coalesce(eb.fn.sum<number>('taken_bytes'), eb.lit(0)).as('sum'))
    .where('account_id', '=', accountId).where('started_at', '>=', at(since)).executeTakeFirstOrThrow()
  return sum
}

export interface Change {
  readonly files?: number | undefined
  readonly bytes?: number | undefined
  readonly state?: Exclude<UploadState, 'open'> | undefined
}

export async function changeUpload(db: Db, id: string, { files, bytes, state }: Change, now: Instant): Promise<Upload> {
  return db.updateTable('upload').set({
    changed_at: at(now), ...(files === undefined ? {} : { files }), ...(bytes === undefined ? {} : { bytes }),
    ...(state === undefined ? {} : { state, ended_at: at(now) }),
  }).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

export type Counts = Pick<Upload, 'taken' | 'duplicate' | 'held' | 'refused' | 'skipped' | 'taken_bytes'>

/** What is added to what it has; a file whose outcome changed takes away from another. */
export async function addCounts(db: Db, id: string, counts: Counts, now: Instant): Promise<void> {
  await db.updateTable('upload').set((eb) => ({
    changed_at: at(now),
    taken: eb('taken', '+', counts.taken), duplicate: eb('duplicate', '+', counts.duplicate), held: eb('held', '+', counts.held),
    refused: eb('refused', '+', counts.refused), skipped: eb('skipped', '+', counts.skipped),
    taken_bytes: eb('taken_bytes', '+', counts.taken_bytes),
  })).where('id', '=', id).execute()
}
