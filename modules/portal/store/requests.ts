import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { Failure, RequestState } from '../contract.ts'
import type { PortalTables, RequestRow } from '../tables.ts'

export type Db = Kysely<PortalTables>

export const WAITING: readonly RequestState[] = ['queued', 'retrieving']
const ACTIVE: readonly RequestState[] = [...WAITING, 'ready']

/** Whatever counts an account's requests and then adds one does so alone, to the end of the transaction. */
export async function oneAtATime(tx: Db, accountId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`portal:${accountId}`}, 0))`.execute(tx)
}

export interface Held {
  /** In the queue or being fetched. */
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

/** A request as it is made: nothing has happened to it yet. */
export type NewRow = Omit<RequestRow, 'ready_at' | 'expires_at' | 'downloaded_at' | 'ended_at' | 'lane'> & { readonly alive_until: Instant }

export async function addRequest(db: Db, row: NewRow): Promise<RequestRow> {
  return db.insertInto('portal_request').values({
    ...row, created_at: at(row.created_at), alive_until: at(row.alive_until),
    ready_at: null, expires_at: null, downloaded_at: null, ended_at: null,
  }).returningAll().executeTakeFirstOrThrow()
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

/** Of a grant, those that wait or are kept. */
export function requestsOfGrant(db: Db, grantId: string): Promise<RequestRow[]> {
  return db.selectFrom('portal_request').selectAll().where('grant_id', '=', grantId).where('state', 'in', ACTIVE).execute()
}

export interface Waiting {
  readonly id: string
  readonly account_id: string
  /** From 1. */
  readonly position: number
}

export function waitingQuery(db: Db) {
  return db.selectFrom('portal_request').select(['id', 'account_id'])
    .select(sql<number>`row_number() over (order by created_at, id)`.as('position')).where('state', 'in', WAITING)
}

/** Everybody's requests that wait, in the order in which they came. */
export function waiting(db: Db): Promise<Waiting[]> {
  return waitingQuery(db).execute()
}

export interface Ready {
  readonly packageId: string
  readonly instances: number
  readonly sizeBytes: number
  readonly fileName: string
  readonly maybePartial: boolean
  readonly profile: string | null
  readonly label: readonly string[]
  readonly readyAt: Instant
  readonly expiresAt: Instant
}

/** A name may hold what no text of PostgreSQL does, and nobody writes on a disc. */
function writable(line: string): string {
  return line.toWellFormed().replace(/\p{Cc}/gu, ' ')
}

/** @returns the row as it is now, or undefined if it was cancelled meanwhile. */
export function markReady(db: Db, id: string, ready: Ready): Promise<RequestRow | undefined> {
  return db.updateTable('portal_request').set({
    state: 'ready', package_id: ready.packageId, instances: ready.instances, fetched: ready.instances, size_bytes: ready.sizeBytes,
    file_name: ready.fileName, maybe_partial: ready.maybePartial, ready_at: at(ready.readyAt), expires_at: at(ready.expiresAt),
    media_profile: ready.profile, disc_label: ready.label.map(writable), alive_until: null, lane: null,
  }).where('id', '=', id).where('state', 'in', WAITING).returningAll().executeTakeFirst()
}

/** Ends a request that is in one of the states `from`. @returns the row, or undefined if it was not. */
export function end(db: Db, id: string, from: readonly RequestState[], to: RequestState, now: Instant): Promise<RequestRow | undefined> {
  return db.updateTable('portal_request').set({ state: to, ended_at: at(now), alive_until: null, lane: null })
    .where('id', '=', id).where('state', 'in', from).returningAll().executeTakeFirst()
}

export function fail(db: Db, id: string, failure: Failure, now: Instant): Promise<RequestRow | undefined> {
  return db.updateTable('portal_request').set({ state: 'failed', failure, ended_at: at(now), alive_until: null, lane: null })
    .where('id', '=', id).where('state', 'in', WAITING).returningAll().executeTakeFirst()
}

export function setNotice(db: Db, id: string, address: string | null, language: string): Promise<RequestRow | undefined> {
  return db.updateTable('portal_request').set({ notify_address: address, language })
    .where('id', '=', id).where('state', 'in', ACTIVE).returningAll().executeTakeFirst()
}

export async function noteDownload(db: Db, id: string, now: Instant): Promise<void> {
  await db.updateTable('portal_request').set({ downloaded_at: at(now) }).where('id', '=', id).execute()
}

export function expireQuery(db: Db, now: Instant) {
  return db.updateTable('portal_request').set((eb) => ({ state: 'expired', ended_at: eb.ref('expires_at') }))
    .where('state', '=', 'ready').where('expires_at', '<=', at(now)).returningAll()
}

/** Moves every ready request whose time is over. Returns those that moved. */
export function expire(db: Db, now: Instant): Promise<RequestRow[]> {
  return expireQuery(db, now).execute()
}
