/** Whether the store of segments can be used, as it was when it was last asked. */
import { sql, type Kysely } from 'kysely'
import type { AwayReason } from '../../../platform/server/blobs/index.ts'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

export interface StoreAway {
  readonly reason: AwayReason
  /** Its own words. */
  readonly words: string
  readonly since: Instant
}

export async function storeAway(db: Db): Promise<StoreAway | null> {
  const { rows } = await sql<StoreAway>`select reason, words, since from store_watch where reason <> ''`.execute(db)
  return rows[0] ?? null
}

/** @returns whether it is news. */
export async function changeStoreAway(tx: Db, away: Omit<StoreAway, 'since'> | null, now: Instant): Promise<boolean> {
  const { reason = '', words = '' } = away ?? {}
  const { rows } = await sql`update store_watch set reason = ${reason}, words = ${words}, since = ${at(now)} where reason <> ${reason} returning reason`.execute(tx)
  return rows.length > 0
}
