import { sql } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { Db } from '../store.ts'
import type { TicketRow } from '../tables.ts'

type Purpose = TicketRow['purpose']

export async function addTicket(db: Db, row: Omit<TicketRow, 'wrong'>): Promise<void> {
  await db.insertInto('ticket').values({ ...row, data: sql`${JSON.stringify(row.data)}::jsonb`, wrong: 0, expires_at: at(row.expires_at) }).execute()
}

export function ticket(db: Db, tokenHash: string, purpose: Purpose): Promise<TicketRow | undefined> {
  return db.selectFrom('ticket').selectAll().where('token_hash', '=', tokenHash).where('purpose', '=', purpose).executeTakeFirst()
}

/** @returns undefined if somebody else was first. */
export function takeTicket(db: Db, tokenHash: string, purpose: Purpose): Promise<TicketRow | undefined> {
  return db.deleteFrom('ticket').where('token_hash', '=', tokenHash).where('purpose', '=', purpose).returningAll().executeTakeFirst()
}

/** Counts a try before it is judged. @returns false if as many were wrong as may be. */
export async function tryTicket(db: Db, tokenHash: string, most: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('ticket').set((eb) => ({ wrong: eb('wrong', '+', 1) }))
    .where('token_hash', '=', tokenHash).where('wrong', '<', most).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function countTickets(db: Db, accountId: string, purpose: Purpose, now: Instant): Promise<number> {
  const { n } = await db.selectFrom('ticket').select((eb) => eb.fn.countAll<number>().as('n'))
    .where('account_id', '=', accountId).where('purpose', '=', purpose).where('expires_at', '>', at(now)).executeTakeFirstOrThrow()
  return n
}

/** Whatever waits for an account: links of a reset, steps that were begun. */
export async function endTickets(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('ticket').where('account_id', '=', accountId).execute()
}

export async function forgetOldTickets(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('ticket').where('expires_at', '<=', at(now)).execute()
}
