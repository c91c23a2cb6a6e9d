/**
 * Passkeys: signing in without a password, by a key that stays in a phone, a computer or a stick. WebAuthn Level 3.
 *
 * Rules: a key tells by itself whose it is (discoverable), asks its owner for a finger, a face or a PIN (user verification:
 * a key counts as two proofs), and works for this site's address only. Whatever is wrong has one answer.
 *
 * @module
 */
import type { AuthenticationResponseJSON, RegistrationResponseJSON, VerifyRegistrationResponseOpts } from '@simplewebauthn/server'
import { audit } from '../../platform/server/audit.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { SITE_NAME } from '../../platform/server/settings/index.ts'
import type { NewPasskey, PasskeyProof, PasskeyStep } from './contract.ts'
import { STEP_LIFETIME_MS, type Values } from './settings.ts'
import { accountById, type Db } from './store.ts'
import * as store from './store/factors.ts'
import type { AccountRow, PasskeyRow } from './tables.ts'
import type { Tickets } from './tickets.ts'

const PASSKEYS_MAX = 20

/** Much to load, and no command needs it. */
const webAuthn = () => import('@simplewebauthn/server')

export type PasskeyAdded = { readonly kind: 'added'; readonly passkey: PasskeyRow } | { readonly kind: 'refused' } | { readonly kind: 'too-many'; readonly limit: number }

export interface Passkeys {
  /** What the browser needs to make a key for this account. */
  beginAdding(account: AccountRow): Promise<PasskeyStep>
  /** Keeps the key that the browser made. Within the transaction `tx` of what it is for. */
  add(tx: Db, account: Pick<AccountRow, 'id'>, given: NewPasskey): Promise<PasskeyAdded>
  /** What the browser needs to show a key, whosever it is. */
  beginSignIn(): Promise<PasskeyStep>
  /** Whose key this is; undefined for whatever is not right. */
  owner(given: PasskeyProof): Promise<AccountRow | undefined>
  all(accountId: string): Promise<readonly PasskeyRow[]>
  /** @returns false if it is not one's own. */
  rename(accountId: string, id: string, name: string): Promise<boolean>
  remove(accountId: string, id: string): Promise<boolean>
}

interface PasskeysOptions {
  readonly db: Db
  readonly clock: Clock
  readonly settings: Values
  readonly tickets: Tickets
  /** Where people reach the site: keys work there and nowhere else. */
  readonly publicUrl: string
}

export function createPasskeys({ db, clock, settings, tickets, publicUrl }: PasskeysOptions): Passkeys {
  const { hostname: rpID, origin } = new URL(publicUrl)
  const expected = (challenge: string) => ({
    expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true,
  })

  async function beginAdding({ id, username, display_name }: AccountRow): Promise<PasskeyStep> {
    const known = await store.passkeysOf(db, id)
    const { generateRegistrationOptions } = await webAuthn()
    const options = await generateRegistrationOptions({
      rpID, rpName: settings.value(SITE_NAME).trim() || SITE_NAME.default,
      userID: new TextEncoder().encode(id), userName: username, userDisplayName: display_name,
      excludeCredentials: known.map((each) => ({ id: each.id, transports: each.transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    const data = { challenge: options.challenge }
    return { options, ticket: await tickets.issue(db, { purpose: 'passkey-add', accountId: id, data, lifetimeMs: STEP_LIFETIME_MS }) }
  }

  async function add(tx: Db, { id: accountId }: Pick<AccountRow, 'id'>, { ticket, response, name }: NewPasskey): Promise<PasskeyAdded> {
    const waiting = await tickets.take(tx, 'passkey-add', ticket)
    const challenge = waiting?.data['challenge']
    if (challenge === undefined || waiting?.account_id !== accountId) return { kind: 'refused' }
    if ((await store.passkeysOf(tx, accountId)).length >= PASSKEYS_MAX) return { kind: 'too-many', limit: PASSKEYS_MAX }
    const made = await credentialOf({ response: response as unknown as RegistrationResponseJSON, ...expected(challenge) })
    if (made === undefined) return { kind: 'refused' }
    const passkey: PasskeyRow = {
      id: made.id, account_id: accountId, public_key: made.publicKey, counter: made.counter,
      transports: made.transports ?? [], name, created_at: clock.now(), used_at: null,
    }
    if (!(await store.addPasskey(tx, passkey))) return { kind: 'refused' }
    await note(tx, 'passkey-added', accountId)
    return { kind: 'added', passkey }
  }

  async function beginSignIn(): Promise<PasskeyStep> {
    const { generateAuthenticationOptions } = await webAuthn()
    const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
    const data = { challenge: options.challenge }
    return { options, ticket: await tickets.issue(db, { purpose: 'passkey-sign-in', accountId: null, data, lifetimeMs: STEP_LIFETIME_MS }) }
  }

  async function owner({ ticket, response }: PasskeyProof): Promise<AccountRow | undefined> {
    const challenge = (await tickets.take(db, 'passkey-sign-in', ticket))?.data['challenge']
    const passkey = challenge === undefined ? undefined : await store.passkey(db, response.id)
    if (challenge === undefined || passkey === undefined) return undefined
    const { verifyAuthenticationResponse } = await webAuthn()
    const verified = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON, ...expected(challenge),
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.public_key), counter: passkey.counter },
    }).catch(() => undefined)
    if (verified?.verified !== true) return undefined
    await store.usePasskey(db, passkey.id, verified.authenticationInfo.newCounter, clock.now())
    const account = await accountById(db, passkey.account_id)
    return account?.active === true ? account : undefined
  }

  return {
    beginAdding, add, beginSignIn, owner,
    all: (accountId) => store.passkeysOf(db, accountId),
    rename: (accountId, id, name) => store.namePasskey(db, accountId, id, name),
    remove: (accountId, id) => db.transaction().execute((tx) => remove(tx, accountId, id)),
  }
}

async function remove(tx: Db, accountId: string, id: string): Promise<boolean> {
  if (!(await store.removePasskey(tx, accountId, id))) return false
  await note(tx, 'passkey-removed', accountId)
  return true
}

/** The library throws at whatever is not right: all of it was made up by a browser. */
async function credentialOf(made: VerifyRegistrationResponseOpts) {
  const { verifyRegistrationResponse } = await webAuthn()
  const verified = await verifyRegistrationResponse(made).catch(() => undefined)
  return verified?.verified === true ? verified.registrationInfo.credential : undefined
}

async function note(tx: Db, action: string, accountId: string): Promise<void> {
  await audit(tx, { action: `accounts.${action}`, actor: accountId, address: null, subject: accountId, outcome: 'done' })
}
