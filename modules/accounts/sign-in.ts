/**
 * Signing in, and the session that follows. ADM-18.
 *
 * Rules: wrong passwords are answered ever more slowly, never by a lock that a stranger could set; the
 * answer is the same for a wrong name, a wrong password and an inactive account. A session ends after 30 minutes
 * without a call, after 12 hours in any case (NIST SP 800-63B AAL2), and at once when the account is switched off.
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS, type Clock, type Instant } from '../../platform/server/clock.ts'
import { hashOfToken, newId, newToken } from '../../platform/server/ids.ts'
import type { NewSession } from './contract.ts'
import { isPassword, pretendToJudge } from './passwords.ts'
import * as store from './store.ts'
import type { AccountRow } from './tables.ts'

export const SESSION_IDLE_MS = 30 * MINUTE_MS
export const SESSION_LIFETIME_MS = 12 * HOUR_MS
/** Noting each call would write a row for each picture on a page. */
const SEEN_EVERY_MS = MINUTE_MS

export const FREE_TRIES = 5
const LONGEST_WAIT_MS = 15 * MINUTE_MS

/** How long after the last wrong password the next one is judged. */
export function waitAfter(wrong: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(2 ** (wrong - FREE_TRIES) * SECOND_MS, LONGEST_WAIT_MS)
}

export type SignIn =
  | { readonly kind: 'signed-in'; readonly account: AccountRow; readonly token: string }
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'too-many-attempts' }

export interface Sessions {
  signIn(given: NewSession, address: string): Promise<SignIn>
  /** Starts a session without a password, for who has just proved otherwise who they are. */
  start(account: AccountRow): Promise<string>
  /** Who holds this token. Notes that the session is in use. */
  recognize(token: string): Promise<Caller>
  signOut(caller: Caller): Promise<void>
}

export function createSessions(db: store.Db, clock: Clock): Sessions {
  async function start(account: AccountRow): Promise<string> {
    const now = clock.now()
    const token = newToken()
    const session = { id: newId('ses', now), token_hash: hashOfToken(token), account_id: account.id }
    await store.addSession(db, { ...session, created_at: now, seen_at: now })
    await store.forgetOldSessions(db, now - SESSION_LIFETIME_MS, now - SESSION_IDLE_MS)
    return token
  }

  async function signIn({ username, password }: NewSession, address: string): Promise<SignIn> {
    const account = await store.accountByName(db, username.trim().toLowerCase())
    if (account?.password_hash == null || !account.active) {
      await pretendToJudge()
      return { kind: 'wrong-credentials' }
    }
    const now = clock.now()
    const isDue = (wrong: number, last: Instant | null) => last === null || now >= last + waitAfter(wrong)
    if ((await store.takeTry(db, account.id, now, isDue)) === undefined) return { kind: 'too-many-attempts' }
    const right = await isPassword(account.password_hash, password)
    const entry = { action: 'accounts.signed-in', actor: account.id, address, subject: account.id } as const
    await audit(db, { ...entry, outcome: right ? 'done' : 'refused' })
    if (!right) return { kind: 'wrong-credentials' }
    await store.forgiveWrong(db, account.id)
    return { kind: 'signed-in', account, token: await start(account) }
  }

  async function recognize(token: string): Promise<Caller> {
    const session = await store.sessionByToken(db, hashOfToken(token))
    const now = clock.now()
    if (session === undefined || !session.active || isOver(session, now)) return { kind: 'anonymous' }
    if (now - session.seen_at >= SEEN_EVERY_MS) await store.touchSession(db, session.id, now)
    return { kind: 'account', accountId: session.account_id, role: session.role, sessionId: session.id }
  }

  async function signOut(caller: Caller): Promise<void> {
    if (caller.kind !== 'account') return
    await store.endSession(db, caller.sessionId)
    const subject = caller.accountId
    await audit(db, { action: 'accounts.signed-out', actor: actorOf(caller), address: null, subject, outcome: 'done' })
  }

  return { signIn, start, recognize, signOut }
}

export function isOver(session: { created_at: Instant; seen_at: Instant }, now: Instant): boolean {
  return now >= session.created_at + SESSION_LIFETIME_MS || now >= session.seen_at + SESSION_IDLE_MS
}
