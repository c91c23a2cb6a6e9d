/**
 * What follows a sign-in: a session, its list, its end. ADM-22.
 *
 * Rules: a session ends after a while without a call, after a longer while in any case (both set by the site; NIST SP 800-63B
 * §2.2.3), and at once when its owner ends it, when the account is switched off, and everywhere else when the password changes. A
 * person has so many at a time as the site allows: one more ends the one that was used longest ago.
 * Tokens of programs are no sessions: they end with `endAll` only if that is asked for.
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { AccountCaller, Caller } from '../../platform/server/auth/caller.ts'
import { MINUTE_MS, type Clock, type Instant } from '../../platform/server/clock.ts'
import { hashOfToken, newId, newToken } from '../../platform/server/ids.ts'
import { deviceOf } from './device.ts'
import { PROOF_LIFETIME_MS, SESSIONS_AT_A_TIME, sessionSpans, type Values } from './settings.ts'
import type { Db } from './store.ts'
import * as store from './store/sessions.ts'
import { removeTokens } from './store/tokens.ts'
import type { AccountRow, Method, SessionRow } from './tables.ts'

/** Noting each call would write a row for each picture on a page. */
const SEEN_EVERY_MS = MINUTE_MS

/** From where somebody comes. */
export interface Whence {
  readonly address: string
  /** As the browser calls itself. */
  readonly agent: string
}

export interface Sessions {
  /** For who has just proved who they are. @returns the secret that the browser keeps. */
  start(account: Pick<AccountRow, 'id'>, method: Method, whence: Whence): Promise<string>
  /** Who holds this token. Notes that the session is in use. */
  recognize(token: string): Promise<Caller>
  signOut(caller: Caller): Promise<void>
  /** One's own that are not over, last used first. */
  all(caller: AccountCaller): Promise<readonly SessionRow[]>
  /** @returns false if it is not one's own. */
  end(caller: AccountCaller, id: string): Promise<boolean>
  /** Everywhere, here too. */
  endAll(caller: AccountCaller, what: { readonly tokens: boolean }): Promise<void>
  /** Whether the person proved lately who they are: the ways to sign in may then be changed. */
  isProved(caller: AccountCaller): Promise<boolean>
  /** The person has just done so. */
  prove(caller: AccountCaller): Promise<void>
}

export interface SessionsOptions {
  readonly db: Db
  readonly clock: Clock
  readonly settings: Values
}

export function createSessions({ db, clock, settings }: SessionsOptions): Sessions {
  const isOver = ({ created_at, seen_at }: Pick<SessionRow, 'created_at' | 'seen_at'>, now: Instant) => {
    const { idleMs, lifetimeMs } = sessionSpans(settings)
    return now >= created_at + lifetimeMs || now >= seen_at + idleMs
  }

  async function start(account: Pick<AccountRow, 'id'>, method: Method, { address, agent }: Whence): Promise<string> {
    const now = clock.now()
    const { idleMs, lifetimeMs } = sessionSpans(settings)
    const token = newToken()
    await db.transaction().execute(async (tx) => {
      await store.addSession(tx, {
        id: newId('ses', now), token_hash: hashOfToken(token), account_id: account.id, created_at: now, seen_at: now,
        method, device: deviceOf(agent), address, proved_at: null, service_token: null,
      })
      const sessions = await store.keepLatestSessions(tx, account.id, settings.value(SESSIONS_AT_A_TIME))
      const entry = { actor: null, address, subject: account.id, outcome: 'done' } as const
      if (sessions > 0) await audit(tx, { action: 'accounts.sessions-displaced', ...entry, detail: { sessions } })
    })
    await store.forgetOldSessions(db, now - lifetimeMs, now - idleMs)
    return token
  }

  async function recognize(token: string): Promise<Caller> {
    const session = await store.sessionByToken(db, hashOfToken(token))
    const now = clock.now()
    if (session === undefined || !session.active || isOver(session, now)) return { kind: 'anonymous' }
    if (now - session.seen_at >= SEEN_EVERY_MS) await store.touchSession(db, session.id, now)
    return { kind: 'account', accountId: session.account_id, role: session.role, sessionId: session.id }
  }

  async function end(caller: AccountCaller, id: string): Promise<boolean> {
    return db.transaction().execute(async (tx) => {
      if (!(await store.endSession(tx, caller.accountId, id))) return false
      await note(tx, caller, 'signed-out')
      return true
    })
  }

  return {
    start, recognize, end,
    async signOut(caller) {
      if (caller.kind === 'account') await end(caller, caller.sessionId)
    },
    async all({ accountId }) {
      const now = clock.now()
      return (await store.sessionsOf(db, accountId)).filter((session) => !isOver(session, now))
    },
    endAll: (caller, { tokens }) => db.transaction().execute(async (tx) => {
      await store.endSessions(tx, caller.accountId)
      if (tokens) await removeTokens(tx, caller.accountId)
      await note(tx, caller, 'signed-out-everywhere', { tokens })
    }),
    async isProved({ sessionId }) {
      const session = await store.sessionById(db, sessionId)
      return session !== undefined && clock.now() < (session.proved_at ?? session.created_at) + PROOF_LIFETIME_MS
    },
    prove: ({ sessionId }) => store.proveSession(db, sessionId, clock.now()),
  }
}

async function note(tx: Db, caller: AccountCaller, action: string, detail: Record<string, boolean> = {}): Promise<void> {
  const entry = { actor: actorOf(caller), address: null, subject: caller.accountId, outcome: 'done', detail } as const
  await audit(tx, { action: `accounts.${action}`, ...entry })
}
