/**
 * Secrets for one step: a reset by mail, a challenge for a passkey, a visit to another sign-in service. Each is told once, kept
 * as its digest, bound to one purpose, used once, and over after minutes.
 *
 * @module
 */
import type { Clock } from '../../platform/server/clock.ts'
import { hashOfToken, newToken } from '../../platform/server/ids.ts'
import type { Db } from './store.ts'
import * as store from './store/tickets.ts'
import type { TicketRow } from './tables.ts'

type Purpose = TicketRow['purpose']

interface NewTicket {
  readonly purpose: Purpose
  readonly accountId: string | null
  readonly data: Readonly<Record<string, string>>
  readonly lifetimeMs: number
}

export interface Tickets {
  /** @returns the secret, told now and never again. */
  issue(tx: Db, ticket: NewTicket): Promise<string>
  read(purpose: Purpose, token: string): Promise<TicketRow | undefined>
  /** Uses it up. Of two at the same time, one gets it. */
  take(tx: Db, purpose: Purpose, token: string): Promise<TicketRow | undefined>
  /** Counts a guess before it is judged. @returns false if there were as many as may be. */
  guess(token: string, most: number): Promise<boolean>
}

export function createTickets(db: Db, clock: Clock): Tickets {
  const current = (row: TicketRow | undefined) => (row !== undefined && clock.now() < row.expires_at ? row : undefined)
  return {
    async issue(tx, { purpose, accountId, data, lifetimeMs }) {
      const now = clock.now()
      const token = newToken()
      await store.forgetOldTickets(tx, now)
      await store.addTicket(tx, { token_hash: hashOfToken(token), purpose, account_id: accountId, data, expires_at: now + lifetimeMs })
      return token
    },
    read: async (purpose, token) => current(await store.ticket(db, hashOfToken(token), purpose)),
    take: async (tx, purpose, token) => current(await store.takeTicket(tx, hashOfToken(token), purpose)),
    guess: (token, most) => store.tryTicket(db, hashOfToken(token), most),
  }
}
