import type { Kysely } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'
import { at } from '../../platform/server/database/index.ts'
import type { AccountRow, AccountsTables } from './tables.ts'

export type Db = Kysely<AccountsTables>

export function accountByName(db: Db, username: string): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('username', '=', username).executeTakeFirst()
}

export function accountById(db: Db, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Those who may be written to under an address, or are called so. A family may share one. */
export function accountsReached(db: Db, nameOrAddress: string): Promise<AccountRow[]> {
  return db.selectFrom('account').selectAll()
    .where((eb) => eb.or([eb('username', '=', nameOrAddress), eb('email', '=', nameOrAddress)]))
    .where('email', 'is not', null).where('active', '=', true).orderBy('username').execute()
}

/** Staff with this address. */
export function staffByAddress(db: Db, email: string): Promise<AccountRow[]> {
  return db.selectFrom('account').selectAll().where('email', '=', email).where('role', 'in', ['admin', 'clerk', 'doctor']).execute()
}

/** Visitors with an access code are not among them. */
export function allAccounts(db: Db): Promise<AccountRow[]> {
  return db.selectFrom('account').selectAll().where('role', '!=', 'visitor').orderBy('username').execute()
}

/** @returns false if the username is taken. */
export async function addAccount(db: Db, row: AccountRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.insertInto('account')
    .values({ ...row, wrong_at: null, created_at: at(row.created_at), password_at: null })
    .onConflict((on) => on.column('username').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function setActive(db: Db, id: string, active: boolean): Promise<void> {
  await db.updateTable('account').set({ active }).where('id', '=', id).execute()
}

export async function setContact(db: Db, id: string, contact: Partial<Pick<AccountRow, 'email' | 'birth_date'>>): Promise<void> {
  if (Object.keys(contact).length > 0) await db.updateTable('account').set(contact).where('id', '=', id).execute()
}

/** A new password also forgives the wrong ones. Null: the old one no longer works, and there is none. */
export async function setPassword(db: Db, id: string, hash: string | null, now: Instant | null): Promise<void> {
  await db.updateTable('account').set({ password_hash: hash, password_at: now === null ? null : at(now), wrong: 0, wrong_at: null }).where('id', '=', id).execute()
  await db.deleteFrom('sign_in_try').where('account_id', '=', id).where('right_at', 'is', null).execute()
}

/** One invitation at a time: a new one ends those before it. */
export async function replaceInvitation(db: Db, accountId: string, tokenHash: string, expiresAt: Instant): Promise<void> {
  await endInvitations(db, accountId)
  await db.insertInto('invitation')
    .values({ token_hash: tokenHash, account_id: accountId, expires_at: at(expiresAt), wrong: 0 }).execute()
}

export async function endInvitations(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('invitation').where('account_id', '=', accountId).execute()
}

export interface OpenInvitation {
  readonly account: AccountRow
  readonly expiresAt: Instant
  /** Wrong birth dates. */
  readonly wrong: number
}

export async function invitation(db: Db, tokenHash: string): Promise<OpenInvitation | undefined> {
  const row = await db.selectFrom('invitation').innerJoin('account', 'account.id', 'invitation.account_id')
    .selectAll('account').select(['invitation.expires_at', 'invitation.wrong as guesses'])
    .where('token_hash', '=', tokenHash).executeTakeFirst()
  if (row === undefined) return undefined
  const { expires_at: expiresAt, guesses, ...account } = row
  return { account, expiresAt, wrong: guesses }
}

/** Counts a birth date as wrong before it is compared. @returns false if as many were wrong as may be. */
export async function tryInvitation(db: Db, tokenHash: string, most: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('invitation').set((eb) => ({ wrong: eb('wrong', '+', 1) }))
    .where('token_hash', '=', tokenHash).where('wrong', '<', most).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function forgiveInvitation(db: Db, tokenHash: string): Promise<void> {
  await db.updateTable('invitation').set((eb) => ({ wrong: eb('wrong', '-', 1) })).where('token_hash', '=', tokenHash).execute()
}

/** @returns false if somebody else was first. */
export async function useInvitation(db: Db, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('invitation').where('token_hash', '=', tokenHash).executeTakeFirst()
  return numDeletedRows === 1n
}

/** Who is switched on and can come in by themselves. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const row = await db.selectFrom('account').select('account.id').where('role', '=', 'admin').where('active', '=', true)
    .where((eb) => eb.or([
      eb('password_hash', 'is not', null),
      eb.exists(eb.selectFrom('passkey').select('passkey.id').whereRef('passkey.account_id', '=', 'account.id')),
    ])).limit(1).executeTakeFirst()
  return row !== undefined
}
