/**
 * People and how they get in: staff makes an account, the person chooses a password or a passkey on a link that works
 * once. Nobody ever knows another's password, and no account is made with one. ADM-08.
 *
 * Rules: administrators look after everybody, clerks after patients; the others are absent to them.
 *
 * @module
 */
import type { AccountCaller, Caller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { emit } from '../../platform/server/events.ts'
import { newId } from '../../platform/server/ids.ts'
import { createCare, isInCare, noteOn, type Care, type CareOptions } from './care.ts'
import type { NewAccount, PasswordChange, PeopleFilter, Role } from './contract.ts'
import type { Invited } from './invitations.ts'
import { hashPassword, isPassword, refusalOf, replacePassword, type PasswordRefused } from './passwords.ts'
import * as store from './store.ts'
import type { OtherWays } from './store/factors.ts'
import { accountsById, accountsOfRole, people as peopleRows } from './store/people.ts'
import type { AccountRow } from './tables.ts'
import type { Tries } from './tries.ts'

const FIRST_ADMINISTRATOR: NewAccount = { username: 'admin', displayName: 'Administrator', role: 'admin' }

/** Told when an account begins to stand for a Patient: grants watch. */
export const ACCOUNT_IDENTIFIED = 'account.identified'

export type Added =
  | ({ readonly kind: 'added' } & Invited)
  | { readonly kind: 'username-taken' }
  /** A patient without a Patient ID, or staff with one. */
  | { readonly kind: 'patient-id-misplaced' }
  /** A clerk adds staff. */
  | { readonly kind: 'not-allowed' }
export type PasswordChanged = { readonly kind: 'changed' } | { readonly kind: 'wrong-password' } | { readonly kind: 'too-many-attempts' } | { readonly kind: 'password-refused'; readonly why: PasswordRefused }
export type Person = { readonly account: AccountRow } & OtherWays

export const PEOPLE_PAGE = 100
/** More people than this fit no search. */
const MOST_CALLED = 1_000

export interface People extends Care {
  add(caller: Caller, given: NewAccount): Promise<Added>
  /** An account for who came in by the hospital's own service. Within the transaction `tx`. */
  addKnown(tx: store.Db, given: NewAccount): Promise<AccountRow | undefined>
  all(): Promise<readonly AccountRow[]>
  /** Those whom the caller looks after, with how they come in, by user name, a page at a time. */
  inCareOf(caller: AccountCaller, filter?: PeopleFilter): Promise<{ readonly people: readonly Person[]; readonly next: string | null }>
  /** Of these ids: visitors with an access code are nobody's acquaintance. */
  known(ids: readonly string[]): Promise<ReadonlyMap<string, AccountRow>>
  /** Ids of those in whose name, user name, Patient ID or address the words are. */
  called(words: string): Promise<readonly string[]>
  /** Who is switched on. */
  ofRole(role: Role): Promise<readonly AccountRow[]>
  one(id: string): Promise<AccountRow | undefined>
  changePassword(caller: AccountCaller, change: PasswordChange, address: string): Promise<PasswordChanged>
  /** Sets a password directly: for the command line, whose user owns the machine. */
  setPassword(accountId: string, password: string): Promise<void>
  hasAdministrator(): Promise<boolean>
  /** A link for the very first administrator; null once one can come in. */
  inviteFirstAdministrator(): Promise<string | null>
}

const SYSTEM: Caller = { kind: 'anonymous' }

export interface PeopleOptions extends CareOptions {
  readonly clock: Clock
  readonly tries: Tries
}

export function createPeople(options: PeopleOptions): People {
  const { db, clock, settings, invitations, tries } = options
  const care = createCare(options)

  async function add(caller: Caller, given: NewAccount): Promise<Added> {
    if ((given.role === 'patient') !== (given.patientId !== undefined)) return { kind: 'patient-id-misplaced' }
    const account = rowOf(given, clock)
    if (!isInCare(caller, account)) return { kind: 'not-allowed' }
    return db.transaction().execute(async (tx) => {
      if (!(await store.addAccount(tx, account))) return { kind: 'username-taken' }
      await noteOn(tx, caller, 'account-added', account.id)
      if (account.patient_id !== null) await emit(tx, { name: ACCOUNT_IDENTIFIED, subject: account.id })
      return { kind: 'added', ...(await invitations.issue(tx, account)) }
    })
  }

  async function addKnown(tx: store.Db, given: NewAccount): Promise<AccountRow | undefined> {
    const account = rowOf(given, clock)
    if (!(await store.addAccount(tx, account))) return undefined
    await noteOn(tx, SYSTEM, 'account-added', account.id)
    return account
  }

  async function changePassword(caller: AccountCaller, { current, next }: PasswordChange, address: string): Promise<PasswordChanged> {
    const account = await store.accountById(db, caller.accountId)
    if (account?.password_hash == null) return { kind: 'wrong-password' }
    if (!(await tries.take(account.id, address))) return { kind: 'too-many-attempts' }
    if (!(await isPassword(account.password_hash, current))) return { kind: 'wrong-password' }
    await tries.giveBack(account.id, address)
    const why = refusalOf(settings, next, account)
    if (why !== null) return { kind: 'password-refused', why }
    const hash = await hashPassword(next)
    await db.transaction().execute((tx) => replacePassword(tx, { accountId: account.id, hash, now: clock.now(), keptSession: caller.sessionId }))
    return { kind: 'changed' }
  }

  async function setPassword(accountId: string, password: string): Promise<void> {
    const hash = await hashPassword(password)
    await db.transaction().execute((tx) => replacePassword(tx, { accountId, hash, now: clock.now() }))
  }

  async function inviteFirstAdministrator(): Promise<string | null> {
    if (await store.hasAdministrator(db)) return null
    const existing = await store.accountByName(db, FIRST_ADMINISTRATOR.username)
    if (existing !== undefined) return (await care.invite(SYSTEM, existing.id))?.token ?? null
    const added = await add(SYSTEM, FIRST_ADMINISTRATOR)
    return added.kind === 'added' ? added.token : null
  }

  return {
    ...care, add, addKnown, changePassword, setPassword, inviteFirstAdministrator,
    all: () => store.allAccounts(db),
    inCareOf: (caller, filter = {}) => inCareOf(db, caller, filter),
    async known(ids) {
      const rows = await accountsById(db, [...new Set(ids)])
      return new Map(rows.map((row) => [row.id, row]))
    },
    called: async (words) => (await peopleRows(db, { text: words, after: null, limit: MOST_CALLED })).map(({ id }) => id),
    ofRole: (role) => accountsOfRole(db, role),
    one: (id) => store.accountById(db, id),
    hasAdministrator: () => store.hasAdministrator(db),
  }
}

async function inCareOf(db: store.Db, caller: AccountCaller, { text = '', role, after }: PeopleFilter) {
  const roles = (['admin', 'clerk', 'doctor', 'patient'] as const).filter((each) => isInCare(caller, { role: each }) && (role === undefined || role === each))
  const rows = await peopleRows(db, { text, roles, after: after ?? null, limit: PEOPLE_PAGE + 1 })
  const people = rows.slice(0, PEOPLE_PAGE).map(({ passkeys, foreign, ...account }) => ({ account, passkeys, foreign }))
  return { people, next: rows.length > PEOPLE_PAGE ? (people.at(-1)?.account.username ?? null) : null }
}

function rowOf({ username, displayName, role, patientId, patientIssuer, birthDate, email }: NewAccount, clock: Clock): AccountRow {
  const now = clock.now()
  return {
    id: newId('acc', now), username: username.toLowerCase(), display_name: displayName, role,
    patient_id: patientId ?? null, patient_issuer: patientId === undefined ? null : (patientIssuer ?? ''),
    password_hash: null, active: true, wrong: 0, wrong_at: null, created_at: now,
    email: email?.toLowerCase() ?? null, birth_date: birthDate ?? null, totp_secret: null, totp_step: null, password_at: null,
  }
}
