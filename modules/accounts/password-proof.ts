/**
 * Judging a password, and the code that goes with it.
 *
 * What else is asked before the code is the caller's to say (`hurdle`): a code is good for one use, and must not be lost to it.
 *
 * One try at a time: taken as wrong first, given back where the code is still to come, forgiven by who lets the person in. A
 * password that is right gives no tries at the code back, so that who has one cannot guess the other.
 *
 * @module
 */
import { audit } from '../../platform/server/audit.ts'
import type { NewSession } from './contract.ts'
import type { Codes } from './codes.ts'
import { isPassword, pretendToJudge, type PasswordRefused } from './passwords.ts'
import type { Whence } from './sessions.ts'
import { accountByName, type Db } from './store.ts'
import type { AccountRow } from './tables.ts'
import type { Tries } from './tries.ts'

export type Refused =
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'too-many-attempts' }

/** The password is right, and its time is over, or the one in its place does not do. */
export type PasswordOver = { readonly kind: 'password-over' } | { readonly kind: 'password-refused'; readonly why: PasswordRefused }

export type Judged =
  | { readonly kind: 'right'; readonly account: AccountRow; readonly method: 'password' | 'code' }
  | { readonly kind: 'code-needed' }
  | Refused

type WithPassword = AccountRow & { password_hash: string }

type Hurdle = (account: WithPassword) => PasswordOver | null

export interface PasswordProof {
  of(account: WithPassword, given: Pick<NewSession, 'password' | 'code'>, whence: Whence): Promise<Judged>
  /** Answers alike, and as slowly, whether or not anybody is called so. */
  ofName(given: NewSession, whence: Whence, hurdle: Hurdle): Promise<Judged | PasswordOver>
}

interface Asked {
  readonly account: WithPassword
  readonly given: Pick<NewSession, 'password' | 'code'>
  readonly address: string
}

export function createPasswordProof({ db, tries, codes }: { db: Db; tries: Tries; codes: Codes }): PasswordProof {
  async function judge<T>({ account, given: { password, code }, address }: Asked, hurdle: () => T | null): Promise<Judged | T> {
    if (!(await tries.take(account.id, address))) return { kind: 'too-many-attempts' }
    if (!(await isPassword(account.password_hash, password))) {
      await noteSignIn(db, account.id, address, 'refused')
      return { kind: 'wrong-credentials' }
    }
    const over = hurdle()
    if (over !== null) {
      await tries.giveBack(account.id, address)
      return over
    }
    if (account.totp_secret === null) return { kind: 'right', account, method: 'password' }
    if (code === undefined) {
      await tries.giveBack(account.id, address)
      return { kind: 'code-needed' }
    }
    if (await codes.accepts(account, code)) return { kind: 'right', account, method: 'code' }
    await noteSignIn(db, account.id, address, 'refused', { by: 'code' })
    return { kind: 'wrong-code' }
  }

  return {
    of: (account, given, { address }) => judge<never>({ account, given, address }, () => null),
    async ofName(given, { address }, hurdle) {
      const account = await accountByName(db, given.username.trim().toLowerCase())
      if (account?.active === true && hasPassword(account)) return judge({ account, given, address }, () => hurdle(account))
      await pretendToJudge()
      return { kind: 'wrong-credentials' }
    },
  }
}

export function hasPassword(account: AccountRow): account is WithPassword {
  return account.password_hash !== null
}

export async function noteSignIn(
  db: Db, accountId: string, address: string, outcome: 'done' | 'refused', detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  await audit(db, { action: 'accounts.signed-in', actor: accountId, address, subject: accountId, outcome, detail })
}
