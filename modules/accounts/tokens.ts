/**
 * Tokens by which programs act for a person: viewers, gateways, scripts. API-05.
 *
 * Rules: a token is told once and kept as a digest; it does no more than its account may, and of that only what it was made
 * for; it ends by itself, by its owner, and with the account. It opens no session and makes no other token.
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { AccountCaller, Caller, TokenAction } from '../../platform/server/auth/caller.ts'
import { DAY_MS, MINUTE_MS, type Clock } from '../../platform/server/clock.ts'
import { hashOfToken, newId, newToken } from '../../platform/server/ids.ts'
import type { NewApiToken } from './contract.ts'
import type { Db } from './store.ts'
import * as store from './store/tokens.ts'
import type { ApiTokenRow } from './tables.ts'

/** Tells a token from other secrets, to people and to programs that look for leaked ones. */
export const TOKEN_PREFIX = 'fj_'
export const TOKENS_MAX = 50
/** An ended token is shown for a while, so that its owner sees why something stopped working. */
const SHOWN_AFTER_END_MS = 30 * DAY_MS
const USED_EVERY_MS = MINUTE_MS

export type TokenMade =
  | { readonly kind: 'made'; readonly token: ApiTokenRow; readonly secret: string }
  | { readonly kind: 'too-many'; readonly limit: number }

export interface ApiTokens {
  make(caller: AccountCaller, wish: NewApiToken): Promise<TokenMade>
  /** One's own, newest first. */
  all(caller: AccountCaller): Promise<readonly ApiTokenRow[]>
  /** @returns false if it is not one's own. */
  end(caller: AccountCaller, id: string): Promise<boolean>
  isOver(token: ApiTokenRow): boolean
  /** Which program holds this secret. Notes that it is in use. */
  recognize(secret: string): Promise<Caller>
}

export function createApiTokens(db: Db, clock: Clock): ApiTokens {
  async function make(caller: AccountCaller, wish: NewApiToken): Promise<TokenMade> {
    const now = clock.now()
    const secret = `${TOKEN_PREFIX}${newToken()}`
    const token: ApiTokenRow = {
      id: newId('tok', now), token_hash: hashOfToken(secret), account_id: caller.accountId, name: wish.name,
      actions: [...new Set(wish.actions)], studies: wish.studies === undefined ? null : [...new Set(wish.studies)],
      created_at: now, expires_at: now + wish.lifetimeDays * DAY_MS, used_at: null,
    }
    return db.transaction().execute(async (tx) => {
      await store.forgetOldTokens(tx, now - SHOWN_AFTER_END_MS)
      const held = await store.tokensOf(tx, caller.accountId)
      if (held.length >= TOKENS_MAX) return { kind: 'too-many', limit: TOKENS_MAX }
      await store.addToken(tx, token)
      await note(tx, caller, 'token-made', token.id)
      return { kind: 'made', token, secret }
    })
  }

  function end(caller: AccountCaller, id: string): Promise<boolean> {
    return db.transaction().execute(async (tx) => {
      if (!(await store.removeToken(tx, caller.accountId, id))) return false
      await note(tx, caller, 'token-ended', id)
      return true
    })
  }

  async function recognize(secret: string): Promise<Caller> {
    const now = clock.now()
    const token = secret.startsWith(TOKEN_PREFIX) ? await store.liveToken(db, hashOfToken(secret), now) : undefined
    if (token === undefined) return { kind: 'anonymous' }
    if (now - (token.used_at ?? -Infinity) >= USED_EVERY_MS) await store.touchToken(db, token.id, now)
    return {
      kind: 'token', accountId: token.account_id, role: token.role, tokenId: token.id,
      actions: token.actions as readonly TokenAction[], studies: token.studies,
    }
  }

  return {
    make, end, recognize, isOver: ({ expires_at }) => expires_at <= clock.now(),
    all: (caller) => store.tokensOf(db, caller.accountId),
  }
}

async function note(tx: Db, caller: Caller, action: string, subject: string): Promise<void> {
  await audit(tx, { action: `accounts.${action}`, actor: actorOf(caller), address: null, subject, outcome: 'done' })
}
