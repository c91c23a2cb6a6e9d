/**
 * People and how they get in: an administrator makes an account, the person sets its password on a link that works
 * once. Nobody ever knows another's password, and no account is made with one.
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { AccountCaller, Caller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { emit } from '../../platform/server/events.ts'
import { newId } from '../../platform/server/ids.ts'
import type { NewAccount, PasswordChange } from './contract.ts'
import type { Invitations, Invited } from './invitations.ts'
import { hashPassword, isPassword, replacePassword } from './passwords.ts'
import * as store from './store.ts'
import type { AccountRow } from './tables.ts'

const FIRST_ADMINISTRATOR: NewAccount = { username: 'admin', displayName: 'Administrator', role: 'admin' }

/** Told when an account begins to stand for a Patient: grants watch. */
export const ACCOUNT_IDENTIFIED = 'account.identified'

export type Added =
  | ({ readonly kind: 'added' } & Invited)
  | { readonly kind: 'username-taken' }
  /** A patient without a Patient ID, or staff with one. */
  | { readonly kind: 'patient-id-misplaced' }
export type PasswordChanged = 'changed' | 'wrong-password'

export interface People {
  add(caller: Caller, given: NewAccount): Promise<Added>
  all(): Promise<readonly AccountRow[]>
  one(id: string): Promise<AccountRow | undefined>
  /** A new link for somebody who lost theirs or forgot the password. The old password works until it is used. */
  invite(caller: Caller, accountId: string): Promise<Invited | undefined>
  /** Switching off ends every session at once. */
  setActive(caller: Caller, accountId: string, active: boolean): Promise<AccountRow | undefined>
  changePassword(caller: AccountCaller, change: PasswordChange): Promise<PasswordChanged>
  /** Sets a password directly: for the command line, whose user owns the machine. */
  setPassword(accountId: string, password: string): Promise<void>
  hasAdministrator(): Promise<boolean>
  /** A link for the very first administrator; null once one has a password. */
  inviteFirstAdministrator(): Promise<string | null>
}

const SYSTEM: Caller = { kind: 'anonymous' }

export function createPeople(db: store.Db, clock: Clock, invitations: Invitations): People {
  async function add(caller: Caller, given: NewAccount): Promise<Added> {
    if ((given.role === 'patient') !== (given.patientId !== undefined)) return { kind: 'patient-id-misplaced' }
    const account = rowOf(given, clock)
    return db.transaction().execute(async (tx) => {
      if (!(await store.addAccount(tx, account))) return { kind: 'username-taken' }
      await note(tx, caller, 'account-added', account.id)
      if (account.patient_id !== null) await emit(tx, { name: ACCOUNT_IDENTIFIED, subject: account.id })
      return { kind: 'added', ...(await invitations.issue(tx, account)) }
    })
  }

  async function invite(caller: Caller, accountId: string): Promise<Invited | undefined> {
    return db.transaction().execute(async (tx) => {
      const account = await store.accountById(tx, accountId)
      if (account === undefined) return undefined
      await note(tx, caller, 'invited', accountId)
      return invitations.issue(tx, account)
    })
  }

  async function setActive(caller: Caller, accountId: string, active: boolean): Promise<AccountRow | undefined> {
    return db.transaction().execute(async (tx) => {
      await store.setActive(tx, accountId, active)
      if (!active) await store.endSessions(tx, accountId)
      await note(tx, caller, active ? 'switched-on' : 'switched-off', accountId)
      return store.accountById(tx, accountId)
    })
  }

  async function changePassword(caller: AccountCaller, { current, next }: PasswordChange): Promise<PasswordChanged> {
    const account = await store.accountById(db, caller.accountId)
    if (account?.password_hash == null || !(await isPassword(account.password_hash, current))) return 'wrong-password'
    const hash = await hashPassword(next)
    await db.transaction().execute((tx) => replacePassword(tx, account.id, hash, caller.sessionId))
    return 'changed'
  }

  async function setPassword(accountId: string, password: string): Promise<void> {
    const hash = await hashPassword(password)
    await db.transaction().execute((tx) => replacePassword(tx, accountId, hash))
  }

  async function inviteFirstAdministrator(): Promise<string | null> {
    if (await store.hasAdministrator(db)) return null
    const existing = await store.accountByName(db, FIRST_ADMINISTRATOR.username)
    if (existing !== undefined) return (await invite(SYSTEM, existing.id))?.token ?? null
    const added = await add(SYSTEM, FIRST_ADMINISTRATOR)
    return added.kind === 'added' ? added.token : null
  }

  return {
    add, invite, setActive, changePassword, setPassword, inviteFirstAdministrator,
    all: () => store.allAccounts(db),
    one: (id) => store.accountById(db, id),
    hasAdministrator: () => store.hasAdministrator(db),
  }
}

async function note(tx: store.Db, caller: Caller, action: string, subject: string): Promise<void> {
  await audit(tx, { action: `accounts.${action}`, actor: actorOf(caller), address: null, subject, outcome: 'done' })
}

function rowOf({ username, displayName, role, patientId }: NewAccount, clock: Clock): AccountRow {
  const now = clock.now()
  return {
    id: newId('acc', now), username: username.toLowerCase(), display_name: displayName, role,
    patient_id: patientId ?? null, patient_issuer: patientId === undefined ? null : '',
    password_hash: null, active: true, wrong: 0, wrong_at: null, created_at: now,
  }
}
