/** What jobs write down of the requests they work on. */
import { sql } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { RequestRow } from '../tables.ts'
import { WAITING, type Db } from './requests.ts'

/** A sign of life. @returns undefined if the request does not wait any more. */
export function begin(db: Db, id: string, aliveUntil: Instant): Promise<RequestRow | undefined> {
  return db.updateTable('portal_request').set({ alive_until: at(aliveUntil) })
    .where('id', '=', id).where('state', 'in', WAITING).returningAll().executeTakeFirst()
}

/** A further sign of life, with what came since. @returns false if the request does not wait any more. */
export async function touch(db: Db, id: string, aliveUntil: Instant, fetched: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('portal_request').set({ alive_until: at(aliveUntil), fetched })
    .where('id', '=', id).where('state', 'in', WAITING).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** More is to be had elsewhere: `instances` in all, `fetched` of them here. */
export function startFetching(db: Db, id: string, instances: number, fetched: number): Promise<RequestRow | undefined> {
  return db.updateTable('portal_request').set({ state: 'retrieving', instances, fetched })
    .where('id', '=', id).where('state', 'in', WAITING).returningAll().executeTakeFirst()
}

/** It was cut off, or failed: counted, and nobody works on it until its job comes back. */
export function setBack(db: Db, id: string, aliveUntil: Instant): Promise<RequestRow | undefined> {
  return db.updateTable('portal_request')
    .set((eb) => ({ alive_until: at(aliveUntil), lane: null, setbacks: eb('setbacks', '+', 1) }))
    .where('id', '=', id).where('state', 'in', WAITING).returningAll().executeTakeFirst()
}

/** Requests whose job was cut off, or lost. Each is handed to one process, and counted. */
export function takeSilent(db: Db, now: Instant, aliveUntil: Instant): Promise<RequestRow[]> {
  return db.updateTable('portal_request')
    .set((eb) => ({ alive_until: at(aliveUntil), lane: null, setbacks: eb('setbacks', '+', 1) }))
    .where('id', 'in', (eb) => eb.selectFrom('portal_request').select('id').where('state', 'in', WAITING)
      .where('alive_until', '<', at(now)).orderBy('created_at').limit(100).forUpdate().skipLocked())
    .returningAll().execute()
}

/** One of few lanes in which exams are fetched, and never two for the same exam. @returns false if none is free. */
export async function takeLane(db: Db, { id, study_id }: Pick<RequestRow, 'id' | 'study_id'>, lanes: number): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('portal:lanes', 0))`.execute(tx)
    const held = await tx.selectFrom('portal_request').select(['id', 'study_id', 'lane']).where('lane', 'is not', null).execute()
    if (held.some((each) => each.id === id)) return true
    const free = Array.from({ length: lanes }, (_, lane) => lane).find((lane) => held.every((each) => each.lane !== lane))
    if (free === undefined || held.some((each) => each.study_id === study_id)) return false
    const { numUpdatedRows } = await tx.updateTable('portal_request').set({ lane: free })
      .where('id', '=', id).where('state', 'in', WAITING).executeTakeFirst()
    return numUpdatedRows > 0n
  })
}
