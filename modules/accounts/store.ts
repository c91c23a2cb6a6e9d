import type { Kysely } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'
import { at } from '../../platform/server/database/index.ts'
import type { AccountRow, AccountsTables, SessionRow } from './tables.ts'

export type Db = Kysely<AccountsTables>

export function accountByName(db: Db, username: string): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('username', '=', username).executeTakeFirst()
}

export function accountById(db: Db, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
}

export function allAccounts(db: Db): Promise<AccountRow[]> {
  return db.selectFrom('account').selectAll().orderBy('username').execute()
}

/** @returns false if the username is taken. */
export async function addAccount(db: Db, row: AccountRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.insertInto('account')
    .values({ ...row, wrong_at: null, created_at: at(row.created_at) })
    .onConflict((on) => on.column('username').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function setActive(db: Db, id: string, active: boolean): Promise<void> {
  await db.updateTable('account').set({ active }).where('id', '=', id).execute()
}

/** A new password also forgives the wrong ones. */
export async function setPassword(db: Db, id: string, hash: string): Promise<void> {
  await db.updateTable('account').set({ password_hash: hash, wrong: 0, wrong_at: null }).where('id', '=', id).execute()
}

/**
 * Takes one try at the password, if one is due: counts it as wrong before it is judged, so that tries at the same
 * time are counted one by one.
 *
 * @returns the number of wrong tries before this one, or undefined if none is due yet.
 */
export async function takeTry(db: Db, id: string, now: Instant, isDue: (wrong: number, last: Instant | null) => boolean) {
  return db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('account').select(['wrong', 'wrong_at']).where('id', '=', id).forUpdate()
      .executeTakeFirstOrThrow()
    if (!isDue(row.wrong, row.wrong_at)) return undefined
    await tx.updateTable('account').set({ wrong: row.wrong + 1, wrong_at: at(now) }).where('id', '=', id).execute()
    return row.wrong
  })
}

export async function forgiveWrong(db: Db, id: string): Promise<void> {
  await db.updateTable('account').set({ wrong: 0, wrong_at: null }).where('id', '=', id).execute()
}

export async function addSession(db: Db, row: SessionRow): Promise<void> {
  await db.insertInto('session').values({ ...row, created_at: at(row.created_at), seen_at: at(row.seen_at) }).execute()
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

export async function touchSession(db: Db, id: string, now: Instant): Promise<void> {
  await db.updateTable('session').set({ seen_at: at(now) }).where('id', '=', id).execute()
}

export async function endSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute()
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

/** One invitation at a time: a new one ends those before it. */
export async function replaceInvitation(db: Db, accountId: string, tokenHash: string, expiresAt: Instant): Promise<void> {
  await db.deleteFrom('invitation').where('account_id', '=', accountId).execute()
  await db.insertInto('invitation')
    .values({ token_hash: tokenHash, account_id: accountId, expires_at: at(expiresAt) }).execute()
}

export interface OpenInvitation {
  readonly account: AccountRow
  readonly expiresAt: Instant
}

export async function invitation(db: Db, tokenHash: string): Promise<OpenInvitation | undefined> {
  const row = await db.selectFrom('invitation').innerJoin('account', 'account.id', 'invitation.account_id')
    .selectAll('account').select('invitation.expires_at').where('token_hash', '=', tokenHash).executeTakeFirst()
  if (row === undefined) return undefined
  const { expires_at: expiresAt, ...account } = row
  return { account, expiresAt }
}

/** @returns false if somebody else was first. */
export async function useInvitation(db: Db, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('invitation').where('token_hash', '=', tokenHash).executeTakeFirst()
  return numDeletedRows === 1n
}

export async function hasAdministrator(db: Db): Promise<boolean> {
  const row = await db.selectFrom('account').select('id').where('role', '=', 'admin')
    .where('password_hash', 'is not', null).where('active', '=', true).limit(1).executeTakeFirst()
  return row !== undefined
}
