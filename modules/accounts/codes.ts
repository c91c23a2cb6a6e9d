/**
 * Codes from an app as a second proof (TOTP, RFC 6238), and recovery codes for a lost phone. ADM-18.
 *
 * Rules: six digits, 30 seconds, one step early or late; a code is taken once, and none before it afterwards. A code is on only
 * after the first one was right; its secret is kept sealed. Ten recovery codes of 80 bits, told once and kept as digests, each for one use.
 *
 * @module
 */
import { generateSecret, generateURI, verify } from 'otplib'
import { audit } from '../../platform/server/audit.ts'
import { SECOND_MS, type Clock } from '../../platform/server/clock.ts'
import { hashOfToken, newToken } from '../../platform/server/ids.ts'
import type { SecretBox } from '../../platform/server/secret-box.ts'
import { SITE_NAME } from '../../platform/server/settings/index.ts'
import { CODE_PERIOD_MS, STEP_LIFETIME_MS, type Values } from './settings.ts'
import type { Db } from './store.ts'
import * as store from './store/factors.ts'
import type { AccountRow } from './tables.ts'
import type { Tickets } from './tickets.ts'

const RECOVERY_CODES = 10
const RECOVERY_LENGTH = 16
/** Of one setup: whoever types with the app in hand needs two. */
const SETUP_GUESSES = 10

export interface CodeSetup {
  readonly ticket: string
  /** Base32, to be typed where nothing can be scanned. */
  readonly secret: string
  /** `otpauth:` for the QR code. */
  readonly uri: string
}

export type CodesConfirmed =
  | { readonly kind: 'on'; readonly accountId: string; readonly recoveryCodes: readonly string[] }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'not-found' }

export interface Codes {
  /** Nothing is on yet. */
  setUp(account: AccountRow): Promise<CodeSetup>
  /** Switches codes on, if this one is right. */
  confirm(ticket: string, code: string): Promise<CodesConfirmed>
  /** Whether this is the code of now, or a recovery code. Uses it up. */
  accepts(account: AccountRow, code: string): Promise<boolean>
  /** Off, by the person or by an administrator. */
  switchOff(tx: Db, accountId: string): Promise<void>
  renewRecoveryCodes(accountId: string): Promise<readonly string[]>
  countRecoveryCodes(accountId: string): Promise<number>
}

interface CodesOptions {
  readonly db: Db
  readonly clock: Clock
  readonly settings: Values
  readonly tickets: Tickets
  readonly secrets: SecretBox
}

export function createCodes({ db, clock, settings, tickets, secrets }: CodesOptions): Codes {
  /** The step of a code that is right, counted in periods since 1970. */
  async function stepOf(accountId: string, sealed: string, token: string): Promise<number | null> {
    const secret = secrets.open(sealed, useOf(accountId))
    if (secret === null) return null
    const result = await verify({ secret, token, epoch: Math.floor(clock.now() / SECOND_MS), epochTolerance: CODE_PERIOD_MS / SECOND_MS })
    return result.valid && 'timeStep' in result ? result.timeStep : null
  }

  async function newRecoveryCodes(tx: Db, accountId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => newToken().slice(0, RECOVERY_LENGTH))
    await store.replaceRecoveryCodes(tx, accountId, codes.map(hashOfToken))
    return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'))
  }

  async function confirm(ticket: string, code: string): Promise<CodesConfirmed> {
    const waiting = await tickets.read('code-setup', ticket)
    const [secret, accountId] = [waiting?.data['secret'], waiting?.account_id]
    if (secret === undefined || accountId == null || !(await tickets.guess(ticket, SETUP_GUESSES))) return { kind: 'not-found' }
    const step = isCode(code) ? await stepOf(accountId, secret, code) : null
    if (step === null) return { kind: 'wrong-code' }
    return db.transaction().execute(async (tx): Promise<CodesConfirmed> => {
      if ((await tickets.take(tx, 'code-setup', ticket)) === undefined) return { kind: 'not-found' }
      await store.setCodes(tx, accountId, secret, step)
      await note(tx, 'codes-on', accountId)
      return { kind: 'on', accountId, recoveryCodes: await newRecoveryCodes(tx, accountId) }
    })
  }

  return {
    async setUp({ id, username }) {
      const secret = generateSecret()
      const data = { secret: secrets.seal(secret, useOf(id)) }
      const ticket = await tickets.issue(db, { purpose: 'code-setup', accountId: id, data, lifetimeMs: STEP_LIFETIME_MS })
      const issuer = settings.value(SITE_NAME).trim() || SITE_NAME.default
      return { ticket, secret, uri: generateURI({ issuer, label: username, secret }) }
    },
    confirm,
    async accepts({ id, totp_secret: secret }, given) {
      const code = given.replace(/[\s-]/g, '').toUpperCase()
      if (!isCode(code)) return store.takeRecoveryCode(db, id, hashOfToken(code))
      const step = secret === null ? null : await stepOf(id, secret, code)
      return step !== null && store.takeStep(db, id, step)
    },
    async switchOff(tx, accountId) {
      await store.setCodes(tx, accountId, null, null)
      await store.replaceRecoveryCodes(tx, accountId, [])
    },
    renewRecoveryCodes: (accountId) => db.transaction().execute(async (tx) => {
      await note(tx, 'recovery-codes-renewed', accountId)
      return newRecoveryCodes(tx, accountId)
    }),
    countRecoveryCodes: (accountId) => store.countRecoveryCodes(db, accountId),
  }
}

/** Where the secret belongs: it opens nowhere else. */
function useOf(accountId: string): string {
  return `account:${accountId}:code`
}

function isCode(text: string): boolean {
  return /^\d{6}$/.test(text)
}

async function note(tx: Db, action: string, accountId: string): Promise<void> {
  await audit(tx, { action: `accounts.${action}`, actor: accountId, address: null, subject: accountId, outcome: 'done' })
}
