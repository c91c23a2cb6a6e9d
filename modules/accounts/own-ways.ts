/**
 * A person's own ways to sign in: seen by their owner, changed only shortly after proving who one is. NIST SP 800-63B §4.1.
 *
 * Rules: whoever finds an open page cannot make a way in of their own. The last way in is not taken away.
 *
 * @module
 */
import { audit } from '../../platform/server/audit.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { CodeConfirm, NewPasskey, PasskeyStep } from './contract.ts'
import type { Codes, CodesConfirmed, CodeSetup } from './codes.ts'
import type { PasskeyAdded, Passkeys } from './passkeys.ts'
import type { Sessions } from './sessions.ts'
import { accountById, type Db } from './store.ts'
import type { AccountRow, PasskeyRow } from './tables.ts'

/** The page asks for a proof and tries again. */
export type Unproved = { readonly kind: 'prove-again' }
export type Removed = { readonly kind: 'done' } | { readonly kind: 'not-found' } | { readonly kind: 'last-way' } | Unproved

export interface Own {
  readonly account: AccountRow
  readonly passkeys: readonly PasskeyRow[]
  readonly recoveryCodes: number
}

export interface OwnWaysIn {
  see(caller: AccountCaller): Promise<Own | undefined>
  beginPasskey(caller: AccountCaller): Promise<({ readonly kind: 'begun' } & PasskeyStep) | Unproved>
  addPasskey(caller: AccountCaller, given: NewPasskey): Promise<PasskeyAdded>
  renamePasskey(caller: AccountCaller, id: string, name: string): Promise<boolean>
  removePasskey(caller: AccountCaller, id: string): Promise<Removed>
  beginCodes(caller: AccountCaller): Promise<({ readonly kind: 'begun' } & CodeSetup) | Unproved>
  confirmCodes(given: CodeConfirm): Promise<CodesConfirmed>
  switchOffCodes(caller: AccountCaller): Promise<Removed>
  renewRecoveryCodes(caller: AccountCaller): Promise<{ readonly kind: 'renewed'; readonly recoveryCodes: readonly string[] } | Unproved>
}

interface OwnWaysOptions {
  readonly db: Db
  readonly sessions: Sessions
  readonly passkeys: Passkeys
  readonly codes: Codes
}

export function createOwnWays({ db, sessions, passkeys, codes }: OwnWaysOptions): OwnWaysIn {
  const unproved: Unproved = { kind: 'prove-again' }

  async function own(caller: AccountCaller): Promise<AccountRow> {
    const account = await accountById(db, caller.accountId)
    if (account === undefined) throw new Error('a session without an account')
    return account
  }

  async function removePasskey(caller: AccountCaller, id: string): Promise<Removed> {
    if (!(await sessions.isProved(caller))) return unproved
    const [account, all] = [await own(caller), await passkeys.all(caller.accountId)]
    if (!all.some((each) => each.id === id)) return { kind: 'not-found' }
    if (account.password_hash === null && all.length === 1) return { kind: 'last-way' }
    return (await passkeys.remove(caller.accountId, id)) ? { kind: 'done' } : { kind: 'not-found' }
  }

  return {
    removePasskey,
    async see(caller) {
      const account = await accountById(db, caller.accountId)
      if (account === undefined) return undefined
      return { account, passkeys: await passkeys.all(account.id), recoveryCodes: await codes.countRecoveryCodes(account.id) }
    },
    async beginPasskey(caller) {
      if (!(await sessions.isProved(caller))) return unproved
      return { kind: 'begun', ...(await passkeys.beginAdding(await own(caller))) }
    },
    addPasskey: (caller, given) => db.transaction().execute((tx) => passkeys.add(tx, { id: caller.accountId }, given)),
    renamePasskey: (caller, id, name) => passkeys.rename(caller.accountId, id, name),
    async beginCodes(caller) {
      if (!(await sessions.isProved(caller))) return unproved
      return { kind: 'begun', ...(await codes.setUp(await own(caller))) }
    },
    confirmCodes: ({ ticket, code }) => codes.confirm(ticket, code),
    async switchOffCodes(caller) {
      if (!(await sessions.isProved(caller))) return unproved
      await db.transaction().execute(async (tx) => {
        await codes.switchOff(tx, caller.accountId)
        const entry = { actor: caller.accountId, address: null, subject: caller.accountId, outcome: 'done' } as const
        await audit(tx, { action: 'accounts.codes-off', ...entry })
      })
      return { kind: 'done' }
    },
    async renewRecoveryCodes(caller) {
      if (!(await sessions.isProved(caller))) return unproved
      return { kind: 'renewed', recoveryCodes: await codes.renewRecoveryCodes(caller.accountId) }
    },
  }
}
