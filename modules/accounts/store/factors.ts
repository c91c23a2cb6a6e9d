import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { Db } from '../store.ts'
import type { PasskeyRow } from '../tables.ts'

export async function setCodes(db: Db, accountId: string, secret: string | null, step: number | null): Promise<void> {
  await db.updateTable('account').set({ totp_secret: secret, totp_step: step }).where('id', '=', accountId).execute()
}

/** @returns false if this code, or a later one, was taken already. */
export async function takeStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('account').set({ totp_step: step }).where('id', '=', accountId)
    .where((eb) => eb.or([eb('totp_step', 'is', null), eb('totp_step', '<', step)])).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The new ones in place of all before. */
export async function replaceRecoveryCodes(db: Db, accountId: string, hashes: readonly string[]): Promise<void> {
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  if (hashes.length > 0)
    await db.insertInto('recovery_code').values(hashes.map((code_hash) => ({ code_hash, account_id: accountId }))).execute()
}

/** @returns false if the account has no such code, or no longer. */
export async function takeRecoveryCode(db: Db, accountId: string, hash: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('recovery_code').where('account_id', '=', accountId).where('code_hash', '=', hash)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const { n } = await db.selectFrom('recovery_code').select((eb) => eb.fn.countAll<number>().as('n'))
    .where('account_id', '=', accountId).executeTakeFirstOrThrow()
  return n
}

/** @returns false if the key is known already. */
export async function addPasskey(db: Db, row: PasskeyRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.insertInto('passkey')
    .values({ ...row, public_key: Buffer.from(row.public_key), created_at: at(row.created_at), used_at: null })
    .onConflict((on) => on.column('id').doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export function passkey(db: Db, id: string): Promise<PasskeyRow | undefined> {
  return db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()
}

export function passkeysOf(db: Db, accountId: string): Promise<PasskeyRow[]> {
  return db.selectFrom('passkey').selectAll().where('account_id', '=', accountId).orderBy('created_at').orderBy('id').execute()
}

export async function usePasskey(db: Db, id: string, counter: number, now: Instant): Promise<void> {
  await db.updateTable('passkey').set({ counter, used_at: at(now) }).where('id', '=', id).execute()
}

/** @returns false if the account has no such key. */
export async function namePasskey(db: Db, accountId: string, id: string, name: string): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('passkey').set({ name }).where('id', '=', id).where('account_id', '=', accountId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removePasskey(db: Db, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('passkey').where('id', '=', id).where('account_id', '=', accountId).executeTakeFirst()
  return numDeletedRows === 1n
}

export async function removePasskeys(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('passkey').where('account_id', '=', accountId).execute()
}

/** Whether an account can do without its password: by a key, or by another service. */
export interface OtherWays {
  readonly passkeys: number
  readonly foreign: number
}

export async function identified(db: Db, issuer: string, subject: string): Promise<string | undefined> {
  const row = await db.selectFrom('foreign_identity').select('account_id').where('issuer', '=', issuer).where('subject', '=', subject)
    .executeTakeFirst()
  return row?.account_id
}

/** The first to be linked stays. */
export async function identify(db: Db, row: { issuer: string; subject: string; accountId: string; now: Instant }): Promise<void> {
  const { issuer, subject, accountId, now } = row
  await db.insertInto('foreign_identity').values({ issuer, subject, account_id: accountId, created_at: at(now) })
    .onConflict((on) => on.columns(['issuer', 'subject']).doNothing()).execute()
}
