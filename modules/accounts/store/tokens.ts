import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { Db } from '../store.ts'
import type { AccountRow, ApiTokenRow } from '../tables.ts'

export async function addToken(db: Db, row: ApiTokenRow): Promise<void> {
  const { created_at, expires_at } = row
  await db.insertInto('api_token')
    .values({ ...row, created_at: at(created_at), expires_at: at(expires_at), used_at: null }).execute()
}

/** Newest first; those whose time is over among them. */
export function tokensOf(db: Db, accountId: string): Promise<ApiTokenRow[]> {
  return db.selectFrom('api_token').selectAll().where('account_id', '=', accountId)
    .orderBy('created_at', 'desc').orderBy('id').execute()
}

export interface LiveToken extends ApiTokenRow {
  readonly role: AccountRow['role']
}

/** Of an account that is switched on, and within its time. */
export function liveToken(db: Db, tokenHash: string, now: Instant): Promise<LiveToken | undefined> {
  return db.selectFrom('api_token').innerJoin('account', 'account.id', 'api_token.account_id')
    .selectAll('api_token').select('account.role')
    .where('token_hash', '=', tokenHash).where('account.active', '=', true).where('expires_at', '>', at(now)).executeTakeFirst()
}

export async function touchToken(db: Db, id: string, now: Instant): Promise<void> {
  await db.updateTable('api_token').set({ used_at: at(now) }).where('id', '=', id).execute()
}

/** @returns false if the account has no such token. */
export async function removeToken(db: Db, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('api_token').where('id', '=', id).where('account_id', '=', accountId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** All of an account. */
export async function removeTokens(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('api_token').where('account_id', '=', accountId).execute()
}

/** So that the list stays one that a person can look over. */
export async function forgetOldTokens(db: Db, expiredBefore: Instant): Promise<void> {
  await db.deleteFrom('api_token').where('expires_at', '<', at(expiredBefore)).execute()
}
