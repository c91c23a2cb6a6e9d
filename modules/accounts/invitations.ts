/**
 * Links on which people set their own password. Each works once and for a week; a new one ends those before it.
 *
 * @module
 */
import { DAY_MS, type Clock } from '../../platform/server/clock.ts'
import { hashOfToken, newToken } from '../../platform/server/ids.ts'
import { hashPassword, replacePassword } from './passwords.ts'
import * as store from './store.ts'
import type { AccountRow } from './tables.ts'

export const INVITATION_LIFETIME_MS = 7 * DAY_MS

export interface Invited {
  readonly account: AccountRow
  /** Told now and never again: only its hash is kept. */
  readonly token: string
}

export type Redeemed = { readonly kind: 'redeemed'; readonly account: AccountRow } | { readonly kind: 'not-found' }

export interface Invitations {
  /** Within the transaction `tx` of what the invitation is for. */
  issue(tx: store.Db, account: AccountRow): Promise<Invited>
  open(token: string): Promise<store.OpenInvitation | undefined>
  redeem(token: string, password: string): Promise<Redeemed>
}

export function createInvitations(db: store.Db, clock: Clock): Invitations {
  async function issue(tx: store.Db, account: AccountRow): Promise<Invited> {
    const token = newToken()
    await store.replaceInvitation(tx, account.id, hashOfToken(token), clock.now() + INVITATION_LIFETIME_MS)
    return { account, token }
  }

  async function open(token: string): Promise<store.OpenInvitation | undefined> {
    const found = await store.invitation(db, hashOfToken(token))
    return found?.account.active === true && clock.now() < found.expiresAt ? found : undefined
  }

  async function redeem(token: string, password: string): Promise<Redeemed> {
    const found = await open(token)
    if (found === undefined) return { kind: 'not-found' }
    const hash = await hashPassword(password)
    return db.transaction().execute(async (tx): Promise<Redeemed> => {
      if (!(await store.useInvitation(tx, hashOfToken(token)))) return { kind: 'not-found' }
      await replacePassword(tx, found.account.id, hash)
      return { kind: 'redeemed', account: { ...found.account, password_hash: hash } }
    })
  }

  return { issue, open, redeem }
}
