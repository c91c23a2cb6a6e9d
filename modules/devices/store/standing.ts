import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { DevicesTables } from '../tables.ts'
import type { TransferState } from '../transfer/contract.ts'

export interface TransferCounts {
  readonly open: number
  /** Of them, those that ended since then. */
  readonly failed: number
}

export async function countTransfers(db: Kysely<DevicesTables>, since: Instant): Promise<TransferCounts> {
  const [open, failed] = await Promise.all([
    countIn(db, ['queued', 'running'], 0), countIn(db, ['failed', 'incomplete'], since),
  ])
  return { open, failed }
}

async function countIn(db: Kysely<DevicesTables>, states: readonly TransferState[], endedSince: Instant): Promise<number> {
  const { n } = await db.selectFrom('transfer').select(sql<number>`count(*)`.as('n')).where('state', 'in', states)
    .$if(endedSince > 0, (query) => query.where('ended_at', '>=', at(endedSince))).executeTakeFirstOrThrow()
  return n
}
