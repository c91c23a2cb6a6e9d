/**
 * Who comes in: by a password, with a code where the account has codes; by a passkey; on the link of an invitation; by the
 * hospital's own service. ADM-18.
 *
 * Rules: the answer is the same for a wrong name, a wrong password and an account that is switched off, and takes the same
 * time. Guessing is slowed, never locked (tries.ts). Where the site asks staff for a second proof, a password alone opens
 * nothing but its setup; with a passkey there is nothing to set up, and it must be used. Where the site lets passwords grow old, one
 * whose time is over opens nothing but its replacement.
 *
 * @module
 */
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import type { CodeConfirm, NewSession, PasskeyProof, Proof } from './contract.ts'
import type { Codes, CodeSetup } from './codes.ts'
import type { Passkeys } from './passkeys.ts'
import { hasPassword, noteSignIn, type PasswordOver, type PasswordProof, type Refused } from './password-proof.ts'
import { hashPassword, isPasswordOver, refusalOf, replacePassword } from './passwords.ts'
import type { Sessions, Whence } from './sessions.ts'
import { STAFF_SECOND_FACTOR, type Values } from './settings.ts'
import * as store from './store.ts'
import type { AccountRow, Method } from './tables.ts'
import type { Tries } from './tries.ts'

export type CameIn = { readonly kind: 'signed-in'; readonly account: AccountRow; readonly token: string }

/** Why somebody who is who they say does not come in yet. */
export type StepMissing =
  | { readonly kind: 'code-needed' }
  /** Of staff who have a key. */
  | { readonly kind: 'passkey-needed' }
  /** Of staff who have no second proof. */
  | { readonly kind: 'setup-needed' }

export type SignIn = CameIn | StepMissing | Refused | PasswordOver
export type SetupBegun = ({ readonly kind: 'begun' } & CodeSetup) | Refused | PasswordOver | StepMissing | { readonly kind: 'not-needed' }
export type SetupDone = (CameIn & { readonly recoveryCodes: readonly string[] }) | { readonly kind: 'wrong-code' } | { readonly kind: 'not-found' }

export type Proving = { readonly kind: 'proved' } | { readonly kind: 'code-needed' } | Refused

export interface Door {
  signIn(given: NewSession, whence: Whence): Promise<SignIn>
  byPasskey(given: PasskeyProof, whence: Whence): Promise<CameIn | { readonly kind: 'refused' }>
  /** Lets in who has just proved otherwise who they are, as far as one proof goes. */
  admit(account: AccountRow, method: Method, whence: Whence): Promise<CameIn | StepMissing>
  /** Codes for who needs a second proof and has none: by the password. */
  beginSetup(given: NewSession, whence: Whence): Promise<SetupBegun>
  finishSetup(given: CodeConfirm, whence: Whence): Promise<SetupDone>
  /** Proves again who one is. */
  prove(caller: AccountCaller, given: Proof, whence: Whence): Promise<Proving>
  needsSecondFactor(account: Pick<AccountRow, 'role'>): boolean
}

export interface DoorOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly settings: Values
  readonly tries: Tries
  readonly proof: PasswordProof
  readonly sessions: Sessions
  readonly codes: Codes
  readonly passkeys: Passkeys
}

export function createDoor(options: DoorOptions): Door {
  const { db, clock, settings, tries, proof, sessions, codes, passkeys } = options
  const needsSecondFactor = ({ role }: Pick<AccountRow, 'role'>) => role !== 'patient' && settings.value(STAFF_SECOND_FACTOR)

  /** What is missing for who proved themselves by one thing only. */
  async function missing(account: AccountRow): Promise<StepMissing | null> {
    if (account.totp_secret !== null) return { kind: 'code-needed' }
    if (!needsSecondFactor(account)) return null
    return (await passkeys.all(account.id)).length > 0 ? { kind: 'passkey-needed' } : { kind: 'setup-needed' }
  }

  async function enter(account: AccountRow, method: Method, whence: Whence): Promise<CameIn> {
    await tries.forgive(account.id, whence.address)
    await noteSignIn(db, account.id, whence.address, 'done', { by: method })
    return { kind: 'signed-in', account, token: await sessions.start(account, method, whence) }
  }

  async function admit(account: AccountRow, method: Method, whence: Whence): Promise<CameIn | StepMissing> {
    const isEnough = method === 'passkey' || method === 'code' || method === 'oidc'
    return (isEnough ? null : await missing(account)) ?? enter(account, method, whence)
  }

  /** Right as far as it goes: the try is no wrong one, but nobody is in. */
  async function stopShort<T extends StepMissing | { readonly kind: 'not-needed' }>(accountId: string, whence: Whence, step: T): Promise<T> {
    await tries.giveBack(accountId, whence.address)
    return step
  }

  const isOver = (account: AccountRow) => isPasswordOver(settings, account, clock.now())
  const overOf = (account: AccountRow, given: NewSession) => (isOver(account) ? replacementOf(settings, account, given) : null)

  async function signIn(given: NewSession, whence: Whence): Promise<SignIn> {
    const judged = await proof.ofName(given, whence, (account) => overOf(account, given))
    if (judged.kind !== 'right') return judged
    if (given.next !== undefined && isOver(judged.account)) {
      const hash = await hashPassword(given.next)
      await db.transaction().execute((tx) => replacePassword(tx, { accountId: judged.account.id, hash, now: clock.now() }))
    }
    const outcome = await admit(judged.account, judged.method, whence)
    return outcome.kind === 'signed-in' ? outcome : stopShort(judged.account.id, whence, outcome)
  }

  async function beginSetup(given: NewSession, whence: Whence): Promise<SetupBegun> {
    const judged = await proof.ofName(given, whence, (account) => overOf(account, given))
    if (judged.kind !== 'right') return judged
    const step = (await missing(judged.account)) ?? ({ kind: 'not-needed' } as const)
    if (step.kind !== 'setup-needed') return stopShort(judged.account.id, whence, step)
    await tries.giveBack(judged.account.id, whence.address)
    return { kind: 'begun', ...(await codes.setUp(judged.account)) }
  }

  async function finishSetup({ ticket, code }: CodeConfirm, whence: Whence): Promise<SetupDone> {
    const confirmed = await codes.confirm(ticket, code)
    if (confirmed.kind !== 'on') return confirmed
    const account = await store.accountById(db, confirmed.accountId)
    if (account?.active !== true) return { kind: 'not-found' }
    return { ...(await enter(account, 'code', whence)), recoveryCodes: confirmed.recoveryCodes }
  }

  return {
    signIn, admit, beginSetup, finishSetup, needsSecondFactor,
    prove: (caller, given, whence) => prove(options, caller, given, whence),
    async byPasskey(given, whence) {
      const account = await passkeys.owner(given)
      return account === undefined ? { kind: 'refused' } : enter(account, 'passkey', whence)
    },
  }
}

/** What stands before a password whose time is over: a new one that does. */
function replacementOf(settings: Values, account: AccountRow, { password, next }: NewSession): PasswordOver | null {
  if (next === undefined) return { kind: 'password-over' }
  const why = next.normalize('NFKC') === password.normalize('NFKC') ? ({ kind: 'same' } as const) : refusalOf(settings, next, account)
  return why && { kind: 'password-refused', why }
}

/** By all that signing in asks of the account: the password with its code, or a passkey of its own. */
async function prove(
  { db, tries, proof, sessions, passkeys }: DoorOptions, caller: AccountCaller, { password, code, passkey }: Proof, whence: Whence,
): Promise<Proving> {
  const account = await store.accountById(db, caller.accountId)
  if (account === undefined) return { kind: 'wrong-credentials' }
  if (passkey !== undefined) {
    if ((await passkeys.owner(passkey))?.id !== account.id) return { kind: 'wrong-credentials' }
  } else {
    if (!hasPassword(account) || password === undefined) return { kind: 'wrong-credentials' }
    const judged = await proof.of(account, { password, ...(code === undefined ? {} : { code }) }, whence)
    if (judged.kind !== 'right') return judged
    await tries.forgive(account.id, whence.address)
  }
  await sessions.prove(caller)
  return { kind: 'proved' }
}
