/**
 * Links on which people choose how they sign in. POR-26.
 *
 * Rules: a link holds 160 bits of chance, is kept as its digest, works once, for some days, and a new one ends those before it.
 * Where the birth date is known it is asked, and nothing is told before it is right; five wrong ones end the link. A link that
 * is over, locked, used or made up has one answer.
 *
 * @module
 */
import { timingSafeEqual } from 'node:crypto'
import type { Clock, Instant } from '../../platform/server/clock.ts'
import { hashOfToken, newToken } from '../../platform/server/ids.ts'
import type { InvitationToken, NewPasskey, PasskeyStep, RedeemInvitation } from './contract.ts'
import type { Passkeys } from './passkeys.ts'
import { hashPassword, refusalOf, replacePassword, type PasswordRefused } from './passwords.ts'
import { invitationLifetimeMs, type Values } from './settings.ts'
import * as store from './store.ts'
import { endSessions } from './store/sessions.ts'
import type { AccountRow } from './tables.ts'

export const BIRTH_DATE_TRIES = 5

export interface Invited {
  readonly account: AccountRow
  /** Told now and never again: only its hash is kept. */
  readonly token: string
  readonly expiresAt: Instant
}

type NotOpened = { readonly kind: 'not-found' } | { readonly kind: 'birth-date-wrong' }
export type Opened =
  | { readonly kind: 'open'; readonly account: AccountRow; readonly expiresAt: Instant }
  /** It must be told first. */
  | { readonly kind: 'birth-date-needed'; readonly expiresAt: Instant }
  | NotOpened
export type Redeemed =
  | { readonly kind: 'redeemed'; readonly account: AccountRow; readonly by: 'invitation' | 'passkey' }
  | Exclude<Opened, { readonly kind: 'open' }>
  | { readonly kind: 'password-refused'; readonly why: PasswordRefused }
  | { readonly kind: 'passkey-refused' }

export interface Invitations {
  /** Within the transaction `tx` of what the invitation is for. */
  issue(tx: store.Db, account: AccountRow): Promise<Invited>
  open(given: InvitationToken): Promise<Opened>
  /** For who comes back by a key instead of a password. */
  beginPasskey(given: InvitationToken): Promise<({ readonly kind: 'begun' } & PasskeyStep) | Exclude<Opened, { readonly kind: 'open' }>>
  redeem(given: RedeemInvitation): Promise<Redeemed>
}

interface InvitationsOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly settings: Values
  readonly passkeys: Passkeys
}

export function createInvitations({ db, clock, settings, passkeys }: InvitationsOptions): Invitations {
  async function issue(tx: store.Db, account: AccountRow): Promise<Invited> {
    const token = newToken()
    const expiresAt = clock.now() + invitationLifetimeMs(settings)
    await store.replaceInvitation(tx, account.id, hashOfToken(token), expiresAt)
    return { account, token, expiresAt }
  }

  async function open({ token, birthDate }: InvitationToken): Promise<Opened> {
    const hash = hashOfToken(token)
    const found = await store.invitation(db, hash)
    if (found?.account.active !== true || clock.now() >= found.expiresAt || found.wrong >= BIRTH_DATE_TRIES) return { kind: 'not-found' }
    const { account, expiresAt } = found
    if (account.birth_date === null) return { kind: 'open', account, expiresAt }
    if (birthDate === undefined) return { kind: 'birth-date-needed', expiresAt }
    // Counted before it is compared: dates that are tried at the same time are tried one by one.
    if (!(await store.tryInvitation(db, hash, BIRTH_DATE_TRIES))) return { kind: 'not-found' }
    if (!isSame(account.birth_date, birthDate)) return { kind: 'birth-date-wrong' }
    await store.forgiveInvitation(db, hash)
    return { kind: 'open', account, expiresAt }
  }

  async function redeem(given: RedeemInvitation): Promise<Redeemed> {
    const opened = await open(given)
    if (opened.kind !== 'open') return opened
    const { account } = opened
    const { passkey, password } = given
    if (passkey !== undefined) return withLink(given.token, (tx) => withPasskey(tx, passkeys, account, passkey))
    const why = refusalOf(settings, password ?? '', account)
    if (why !== null) return { kind: 'password-refused', why }
    const hash = await hashPassword(password ?? '')
    return withLink(given.token, async (tx) => {
      await replacePassword(tx, { accountId: account.id, hash, now: clock.now() })
      return { kind: 'redeemed', account: { ...account, password_hash: hash }, by: 'invitation' }
    })
  }

  /** The link is used only if what it was used for is done. */
  async function withLink(token: string, use: (tx: store.Db) => Promise<Redeemed>): Promise<Redeemed> {
    const unused = new Unused()
    try {
      return await db.transaction().execute(async (tx) => {
        if (!(await store.useInvitation(tx, hashOfToken(token)))) return { kind: 'not-found' }
        const redeemed = await use(tx)
        if (redeemed.kind === 'redeemed') return redeemed
        unused.outcome = redeemed
        throw unused
      })
    } catch (error) {
      if (error === unused && unused.outcome !== null) return unused.outcome
      throw error
    }
  }

  return {
    issue, open, redeem,
    async beginPasskey(given) {
      const opened = await open(given)
      return opened.kind === 'open' ? { kind: 'begun', ...(await passkeys.beginAdding(opened.account)) } : opened
    },
  }
}

async function withPasskey(tx: store.Db, passkeys: Passkeys, account: AccountRow, passkey: NewPasskey): Promise<Redeemed> {
  const added = await passkeys.add(tx, account, passkey)
  if (added.kind !== 'added') return { kind: 'passkey-refused' }
  await endSessions(tx, account.id)
  return { kind: 'redeemed', account, by: 'passkey' }
}

/** Takes the transaction back. */
class Unused extends Error {
  override readonly name = 'Unused'
  outcome: Redeemed | null = null
}

/** In a time that does not tell how much of it was right. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashOfToken(one)), Buffer.from(hashOfToken(other)))
}
