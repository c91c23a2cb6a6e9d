/**
 * What has to be done though nobody asks for it: files whose time is over, and requests whose job was cut off. A request
 * ends ready or failed; it never hangs.
 *
 * @module
 */
import type { Clock } from '../../platform/server/clock.ts'
import { enqueue } from '../../platform/server/jobs.ts'
import { tell } from '../../platform/server/live.ts'
import type { Packages } from '../packaging/index.ts'
import { FETCH_REQUEST, giveUp, LOST_MS, PREPARE_REQUEST, SETBACKS_MAX, wishFor } from './prepare.ts'
import * as requests from './store/requests.ts'
import * as work from './store/work.ts'
import type { RequestRow } from './tables.ts'

export interface Upkeep {
  expire(): Promise<void>
  resume(): Promise<void>
}

interface UpkeepOptions {
  readonly db: requests.Db
  readonly clock: Clock
  readonly packages: Packages
}

export function createUpkeep(options: UpkeepOptions): Upkeep {
  return { expire: () => expire(options), resume: () => resume(options) }
}

async function expire({ db, clock, packages }: UpkeepOptions): Promise<void> {
  const expired = await db.transaction().execute(async (tx) => {
    const rows = await requests.expire(tx, clock.now())
    for (const row of rows) await tell(tx, row.account_id, 'request', { id: row.id })
    return rows
  })
  for (const { package_id } of expired) if (package_id !== null) await packages.remove(package_id)
}

async function resume({ db, clock }: UpkeepOptions): Promise<void> {
  const now = clock.now()
  const lost = await db.transaction().execute(async (tx) => {
    const rows = await work.takeSilent(tx, now, now + LOST_MS)
    for (const row of rows) if (row.setbacks < SETBACKS_MAX) await takeUp(tx, row)
    return rows.filter(({ setbacks }) => setbacks >= SETBACKS_MAX)
  })
  for (const { id } of lost) await giveUp({ db, clock }, id, 'interrupted')
}

async function takeUp(tx: requests.Db, row: RequestRow): Promise<void> {
  const kind = row.state === 'retrieving' ? FETCH_REQUEST : PREPARE_REQUEST
  await enqueue(tx, kind, { requestId: row.id }, wishFor(row))
}
