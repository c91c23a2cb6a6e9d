/** How much is held, what found no room, and what has been held for too long. */
import { sql, type Kysely } from 'kysely'
import type { BlobId } from '@filmjacket/bytes'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { HeldState, Why } from '../contract.ts'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

export interface HeldAmount {
  readonly instances: number
  readonly bytes: number
}

/** What waits, and what another took the place of. Noted and taken images are the archive's; originals of repairs stay for good. */
const HOLDS_ROOM = sql`state in ('open', 'in-work', 'replaced')`

export function heldAmountQuery(db: Db) {
  return db.selectFrom('quarantined').where(HOLDS_ROOM.$castTo<boolean>())
    .select((eb) => [eb.fn.countAll<number>().as('instances'), eb.fn.coalesce(eb.fn.sum<number>('size_bytes'), sql<number>`0`).as('bytes')])
}

export function heldAmount(db: Db): Promise<HeldAmount> {
  return heldAmountQuery(db).executeTakeFirstOrThrow()
}

/** Until the transaction ends nobody else finds room: what two find at once may be the last. */
export async function waitForTurn(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('archive.quarantine'))`.execute(tx)
}

/** Its bytes are counted already, or are the archive's. */
export async function hasRoom(db: Db, blobId: BlobId): Promise<boolean> {
  const row = await db.selectFrom('quarantined').select('id').where('blob_id', '=', blobId)
    .where('state', 'in', ['open', 'in-work', 'replaced', 'noted']).executeTakeFirst()
  return row !== undefined
}

/** @returns whether none was refused for a while. */
export async function countRefused(tx: Db, now: Instant, quietMs: number): Promise<boolean> {
  const { rows } = await sql<{ before: Instant | null }>`
    update quarantine_watch set refused = refused + 1, refused_at = ${at(now)}
      from (select refused_at as before from quarantine_watch for update) known returning known.before`.execute(tx)
  const before = rows[0]?.before ?? null
  return before === null || now - before > quietMs
}

export type HeldLevel = 'enough' | 'low' | 'full'

export interface HeldWatch {
  readonly refused: number
  readonly refusedAt: Instant | null
}

export async function heldWatch(db: Db): Promise<HeldWatch> {
  const { rows } = await sql<HeldWatch>`select refused, refused_at as "refusedAt" from quarantine_watch`.execute(db)
  return rows[0] ?? { refused: 0, refusedAt: null }
}

/** Who has room again counts anew. @returns the level before, if it was another one. */
export async function changeHeldLevel(tx: Db, level: HeldLevel, now: Instant): Promise<HeldLevel | null> {
  const { rows } = await sql<{ before: HeldLevel }>`
    update quarantine_watch set level = ${level}, since = ${at(now)},
        refused = case when ${level} = 'full' then refused else 0 end
      from (select level as before from quarantine_watch for update) known
      where level <> ${level} returning known.before`.execute(tx)
  return rows[0]?.before ?? null
}

export interface AgedCase {
  readonly caseId: string
  readonly state: HeldState & ('open' | 'replaced')
  readonly why: Why
  readonly instances: number
}

/** Of which nothing came since and nothing is being done, the longest held first. */
export async function agedCases(db: Db, before: Instant, limit: number): Promise<readonly AgedCase[]> {
  const { rows } = await sql<AgedCase>`
    select case_id as "caseId", state, min(why) as why, count(*)::integer as instances
      from quarantined held where state in ('open', 'replaced')
        and not exists (select from quarantined other where other.case_id = held.case_id and other.state = 'in-work')
      group by case_id, state having max(received_at) < ${at(before)} order by max(received_at), case_id limit ${limit}`.execute(db)
  return rows
}
