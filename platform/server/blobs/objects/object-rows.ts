/**
 * Which segments are objects of a store.
 *
 * - `coming`: it is being copied, or was when a process died; the file is the segment
 * - `kept`: the copy was read back and is the segment; its file may be gone
 * - `going`: nothing leads to it; it is to be removed
 *
 * A row is there before its object is, and until that is removed: no object can be forgotten. What lies in the store without
 * a row is not ours, or is newer than the database that was brought back from a backup: it is never touched.
 *
 * @module
 */
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../clock.ts'
import { at } from '../../database/index.ts'
import type { BlobTables } from '../tables.ts'

type Db = Kysely<BlobTables>

export interface Kept {
  readonly store: string
  readonly sizeBytes: number
}

export async function keptAs(db: Db, segment: string): Promise<Kept | undefined> {
  return db.selectFrom('blob_object').select(['store', 'size_bytes as sizeBytes']).where('segment', '=', segment).where('state', '=', 'kept')
    .executeTakeFirst()
}

/** Of these segments, those that need no file. */
export async function keptAmong(db: Db, segments: readonly string[]): Promise<readonly string[]> {
  const rows = await db.selectFrom('blob_object').select('segment').where('segment', '=', sql<string>`any(${[...segments]})`)
    .where('state', '=', 'kept').execute()
  return rows.map(({ segment }) => segment)
}

export interface Movable {
  readonly name: string
  readonly usedAt: Instant
}

/** Whole segments that are files, the longest unused first. */
export async function movable(db: Db, limit: number): Promise<readonly Movable[]> {
  return db.selectFrom('blob_segment').select(['name', 'used_at as usedAt']).where('sealed', '=', true)
    .where((row) => row.not(row.exists(
      row.selectFrom('blob_object').select('segment').whereRef('segment', '=', 'name').where('state', '=', 'kept'))))
    .orderBy('used_at').orderBy('name').limit(limit).execute()
}

/** Before anything is put. */
export async function announce(db: Db, segment: string, store: string): Promise<void> {
  await db.insertInto('blob_object').values({ segment, store, state: 'coming', size_bytes: 0, made_at: sql`now()` }).execute()
}

/**
 * From now on the object is the segment.
 *
 * @returns false if it was written anew or given up meanwhile: the object leads nowhere.
 */
export async function keep(db: Db, segment: string, { store, sizeBytes }: Kept): Promise<boolean> {
  const { rows } = await sql`
    with there as (select name from blob_segment where name = ${segment} and sealed for share)
    update blob_object set state = 'kept', size_bytes = ${sizeBytes}, made_at = now() from there
      where segment = there.name and store = ${store} and state = 'coming' returning segment`.execute(db)
  return rows.length === 1
}

/**
 * The object is the segment, of which there is no file; it was kept once, and no row says so.
 *
 * @returns false where a row says otherwise, or the segment is none of ours.
 */
export async function adopt(db: Db, segment: string, { store, sizeBytes }: Kept): Promise<boolean> {
  const { rows } = await sql`
    insert into blob_object (segment, store, state, size_bytes, made_at)
      select name, ${store}, 'kept', ${sizeBytes}, now() from blob_segment where name = ${segment} and sealed for share
      on conflict do nothing returning segment`.execute(db)
  return rows.length === 1
}

/** With the transaction that takes a segment out. */
export async function letGo(tx: Db, segment: string): Promise<void> {
  await tx.updateTable('blob_object').set({ state: 'going' }).where('segment', '=', segment).execute()
}

/** What was coming when its process died is going too: nobody else copies now. */
export async function toRemove(db: Db, store: string): Promise<readonly string[]> {
  await db.updateTable('blob_object').set({ state: 'going' }).where('store', '=', store).where('state', '=', 'coming').execute()
  const rows = await db.selectFrom('blob_object').select('segment').where('store', '=', store).where('state', '=', 'going').execute()
  return rows.map(({ segment }) => segment)
}

/** Its object is removed. */
export async function forgetObject(db: Db, segment: string, store: string): Promise<void> {
  await db.deleteFrom('blob_object').where('segment', '=', segment).where('store', '=', store).where('state', '=', 'going').execute()
}

export interface StoreSum {
  readonly store: string
  readonly segments: number
  readonly bytes: number
}

export async function sumsByStore(db: Db): Promise<readonly StoreSum[]> {
  const { rows } = await sql<StoreSum>`
    select store, count(*)::integer as segments, sum(size_bytes)::bigint as bytes from blob_object where state = 'kept' group by 1 order by 1`.execute(db)
  return rows
}

/** Somebody wanted something of it. A moment of each day is enough. */
export async function noteUsed(db: Db, segment: string, now: Instant): Promise<void> {
  await db.updateTable('blob_segment').set({ used_at: at(now) }).where('name', '=', segment).execute()
}
