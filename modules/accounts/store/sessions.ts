import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { Db } from '../store.ts'
import type { AccountRow, SessionRow } from '../tables.ts'

export async function addSession(db: Db, row: SessionRow): Promise<void> {
  const { created_at, seen_at } = row
  await db.insertInto('session').values({ ...row, created_at: at(created_at), seen_at: at(seen_at), proved_at: null }).execute()
}

/**
 * Ends those of an account that were used longest ago, so that so many stay. Two that begin at the same time wait for each other here.
 *
 * @returns how many ended.
 */
export async function keepLatestSessions(tx: Db, accountId: string, most: number): Promise<number> {
  // Each holds the key of the account already, by its new session: a stronger lock would wait for the other's for ever.
  await tx.selectFrom('account').select('id').where('id', '=', accountId).forNoKeyUpdate().execute()
  const { numDeletedRows } = await tx.deleteFrom('session').where('account_id', '=', accountId)
    .where('id', 'not in', (eb) => eb.selectFrom('session').select('id').where('account_id', '=', accountId)
      .orderBy('seen_at', 'desc').orderBy('created_at', 'desc').orderBy('id', 'desc').limit(most))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export async function setServiceToken(db: Db, tokenHash: string, sealed: string): Promise<void> {
  await db.updateTable('session').set({ service_token: sealed }).where('token_hash', '=', tokenHash).execute()
}

export interface LiveSession extends SessionRow {
  readonly role: AccountRow['role']
  readonly active: boolean
}

export function sessionByToken(db: Db, tokenHash: string): Promise<LiveSession | undefined> {
  return db.selectFrom('session').innerJoin('account', 'account.id', 'session.account_id')
    .selectAll('session').select(['account.role', 'account.active'])
    .where('token_hash', '=', tokenHash).executeTakeFirst()
}

export function sessionById(db: Db, id: string): Promise<SessionRow | undefined> {
  return db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Last used first. */
export function sessionsOf(db: Db, accountId: string): Promise<SessionRow[]> {
  return db.selectFrom('session').selectAll().where('account_id', '=', accountId).orderBy('seen_at', 'desc').orderBy('id').execute()
}

export async function touchSession(db: Db, id: string, now: Instant): Promise<void> {
  await db.updateTable('session').set({ seen_at: at(now) }).where('id', '=', id).execute()
}

export async function proveSession(db: Db, id: string, now: Instant): Promise<void> {
  await db.updateTable('session').set({ proved_at: at(now) }).where('id', '=', id).execute()
}

/** @returns false if the account has no such session. */
export async function endSession(db: Db, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('session').where('id', '=', id).where('account_id', '=', accountId).executeTakeFirst()
  return numDeletedRows === 1n
}

/** All sessions of an account, but for one that may stay. */
export async function endSessions(db: Db, accountId: string, except?: string): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', accountId)
    .$if(except !== undefined, (query) => query.where('id', '!=', except ?? ''))
    .execute()
}

export async function forgetOldSessions(db: Db, startedBefore: Instant, seenBefore: Instant): Promise<void> {
  await db.deleteFrom('session')
    .where((eb) => eb.or([eb('created_at', '<', at(startedBefore)), eb('seen_at', '<', at(seenBefore))]))
    .execute()
}
