/**
 * How much may wait for a person. What finds no room is refused, and its sender keeps it; what is held is never dropped to make
 * some. Only where the site says so, it goes by its age, with a trace. ING-39.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import { DAY_MS, HOUR_MS, type Clock } from '../../../platform/server/clock.ts'
import type { HeldRoom } from '../contract.ts'
import * as store from '../store/held-room.ts'
import { discardCase, takeCase } from '../store/quarantine.ts'
import type { ArchiveTables } from '../tables.ts'
import type { Limits } from './settings.ts'

/** From here on it is told that it gets full. */
const LOW_SHARE = 0.8
/** A large image may be refused where small ones still fit. */
const REFUSED_LATELY_MS = HOUR_MS

export interface RoomOptions {
  readonly db: Kysely<ArchiveTables>
  readonly clock: Clock
  readonly limits: () => Limits
}

export async function roomOf({ db, clock, limits }: RoomOptions): Promise<HeldRoom> {
  const [amount, { refused, refusedAt }] = [await store.heldAmount(db), await store.heldWatch(db)]
  const { instances: maxInstances, bytes: maxBytes } = limits()
  const share = Math.max(amount.instances / maxInstances, amount.bytes / maxBytes)
  const isRefusing = refusedAt !== null && clock.now() - refusedAt < REFUSED_LATELY_MS && share >= LOW_SHARE
  const level = share >= 1 || isRefusing ? 'full' : share >= LOW_SHARE ? 'low' : 'enough'
  return { ...amount, maxInstances, maxBytes, refused, level }
}

const CASES_AT_ONCE = 100

/** Discards what nobody decided about in so many days; 0 keeps all of it. @returns how many cases went. */
export async function discardAged({ db, clock, limits }: RoomOptions, signal: AbortSignal): Promise<number> {
  const { days } = limits()
  if (days === 0) return 0
  const now = clock.now()
  for (let gone = 0; ; ) {
    const aged = await store.agedCases(db, now - days * DAY_MS, CASES_AT_ONCE)
    for (const { caseId, state, why, instances } of aged) {
      signal.throwIfAborted()
      await db.transaction().execute(async (tx) => {
        if ((await takeCase(tx, caseId, state, { decision: { action: 'discard' }, by: null, now })) === 0) return
        await discardCase(tx, caseId, now)
        await audit(tx, {
          action: 'archive.held-aged', actor: null, address: null, subject: caseId, outcome: 'done', detail: { why, days, instances },
        })
      })
      gone++
    }
    if (aged.length < CASES_AT_ONCE) return gone
  }
}
