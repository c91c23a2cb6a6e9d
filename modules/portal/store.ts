import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'
import { at } from '../../platform/server/database/index.ts'
import type { RequestState } from './contract.ts'
import type { PortalTables, RequestRow } from './tables.ts'

export type Db = Kysely<PortalTables>

const WAITING: readonly RequestState[] = ['queued', 'retrieving']
const ACTIVE: readonly RequestState[] = [...WAITING, 'ready']

/** Whatever counts an account's requests and then adds one does so alone, to the end of the transaction. */
export async function oneAtATime(tx: Db, accountId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`portal:${accountId}`}, 0))`.execute(tx)
}

export interface Held {
  /** In the queue or being retrieved. */
  readonly waiting: number
  readonly ready: number
}

export async function countHeld(db: Db, accountId: string, now: Instant): Promise<Held> {
  const rows = await db.selectFrom('portal_request').select(['state', (eb) => eb.fn.countAll<number>().as('n')])
    .where('account_id', '=', accountId).where('state', 'in', ACTIVE)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', at(now))]))
    .groupBy('state').execute()
  const count = (states: readonly RequestState[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0)
  return { waiting: count(WAITING), ready: count(['ready']) }
}

export async function addRequest(db: Db, row: RequestRow): Promise<void> {
  await db.insertInto('portal_request')
    .values({ ...row, created_at: at(row.created_at), ready_at: null, expires_at: null, downloaded_at: null }).execute()
}

export function requestById(db: Db, id: string): Promise<RequestRow | undefined> {
  return db.selectFrom('portal_request').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Newest first. */
export function requestsOfAccount(db: Db, accountId: string, limit: number): Promise<RequestRow[]> {
  return db.selectFrom('portal_request').selectAll().where('account_id', '=', accountId)
    .orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** The same, of one exam. */
export function requestsOfStudy(db: Db, accountId: string, studyId: string): Promise<RequestRow[]> {
  return db.selectFrom('portal_request').selectAll().where('account_id', '=', accountId)
    .where('study_id', '=', studyId).orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
}

export interface Ready {
  readonly packageId: string
  readonly instances: number
  readonly sizeBytes: number
  readonly fileName: string
  readonly readyAt: Instant
  readonly expiresAt: Instant
}

/** @returns the row as it is now, or undefined if it was cancelled meanwhile. */
export function markReady(db: Db, id: string, ready: Ready): Promise<RequestRow | undefined> {
  return db.updateTable('portal_request').set({
    state: 'ready', package_id: ready.packageId, instances: ready.instances, size_bytes: ready.sizeBytes,
    file_name: ready.fileName, ready_at: at(ready.readyAt), expires_at: at(ready.expiresAt),
  }).where('id', '=', id).where('state', 'in', WAITING).returningAll().executeTakeFirst()
}

/** Moves a request that is in one of the states `from`. @returns the row, or undefined if it was not. */
export function move(
  db: Db, id: string, from: readonly RequestState[], to: RequestState,
): Promise<RequestRow | undefined> {
  return db.updateTable('portal_request').set({ state: to })
    .where('id', '=', id).where('state', 'in', from).returningAll().executeTakeFirst()
}

export async function noteDownload(db: Db, id: string, now: Instant): Promise<void> {
  await db.updateTable('portal_request').set({ downloaded_at: at(now) }).where('id', '=', id).execute()
}

export function expireQuery(db: Db, now: Instant) {
  return db.updateTable('portal_request').set({ state: 'expired' })
    .where('state', '=', 'ready').where('expires_at', '<=', at(now)).returningAll()
}

/** Moves every ready request whose time is over. Returns those that moved. */
export function expire(db: Db, now: Instant): Promise<RequestRow[]> {
  return expireQuery(db, now).execute()
}
