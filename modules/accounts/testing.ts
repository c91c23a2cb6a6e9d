/**
 * Accounts on a real database, with a clock that the test turns.
 *
 * @module
 */
import { sql, type Kysely } from 'kysely'
import { generate } from 'otplib'
import { auditMigrations } from '../../platform/server/audit.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { addJobTables, freshDatabaseAt } from '../../platform/server/database/testing.ts'
import { createLog } from '../../platform/server/log.ts'
import type { Mail } from '../../platform/server/notify/mail.ts'
import { secretBox } from '../../platform/server/secret-box.ts'
import { createSettings, settingsMigrations, type Setting, type Settings, type SettingValue } from '../../platform/server/settings/index.ts'
import type { NewAccount, Role } from './contract.ts'
import { assemble, type AccountsOptions } from './index.ts'
import { migrations } from './migrations/index.ts'
import { addPasskey } from './store/factors.ts'
import type { AccountRow, AccountsTables } from './tables.ts'

const ALL = [...auditMigrations, ...settingsMigrations, ...migrations]
export const NOBODY = { kind: 'anonymous' } as const
export const HOME = { address: '192.0.2.1', agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' } as const
export const ELSEWHERE = { ...HOME, address: '198.51.100.7' } as const
export const PASSWORD = 'correct horse'
export const SITE = 'https://images.example.org'
const ADMIN: AccountCaller = { kind: 'account', accountId: 'acc_admin', role: 'admin', sessionId: 'ses' }

/** What other modules' tests need of accounts. */
export function accountsOptions(given: Pick<AccountsOptions, 'db' | 'clock' | 'settings'>): AccountsOptions {
  return {
    ...given, log: createLog('silent'), secrets: secretBox('5e'.repeat(32)), publicUrl: SITE, hasMail: true, oidcSecret: null,
  }
}

export class TestAccounts {
  readonly clock: Clock & { time: number } = { time: Date.UTC(2026, 0, 1), now() { return this.time } }
  readonly db: Kysely<AccountsTables>
  readonly settings: Settings
  readonly parts: ReturnType<typeof assemble>

  private constructor(db: Kysely<AccountsTables>, changed: Partial<AccountsOptions>) {
    this.db = db
    const { clock } = this
    const settings = (this.settings = createSettings({ db: db as unknown as Kysely<unknown>, clock, log: createLog('silent') }))
    this.parts = assemble({ ...accountsOptions({ db, clock, settings }), ...changed })
  }

  static async open(changed: Partial<AccountsOptions> = {}): Promise<TestAccounts> {
    const { db, url } = await freshDatabaseAt(ALL)
    await addJobTables(url)
    return new TestAccounts(db, changed)
  }

  /** Somebody with a password. */
  async person(role: Role, username: string, more: Partial<NewAccount> = {}): Promise<AccountRow> {
    const { people } = this.parts
    const patient = role === 'patient' ? { patientId: `P-${username}` } : {}
    const added = await people.add(NOBODY, { username, displayName: username, role, ...patient, ...more })
    if (added.kind !== 'added') throw new Error(added.kind)
    await people.setPassword(added.account.id, PASSWORD)
    return this.account(added.account.id)
  }

  async account(id: string): Promise<AccountRow> {
    const account = await this.parts.people.one(id)
    if (account === undefined) throw new Error('no such account')
    return account
  }

  /** The caller of a new session. */
  async caller(username: string, code?: string): Promise<AccountCaller & { readonly token: string }> {
    const outcome = await this.parts.door.signIn({ username, password: PASSWORD, ...(code === undefined ? {} : { code }) }, HOME)
    if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
    const caller = await this.parts.sessions.recognize(outcome.token)
    if (caller.kind !== 'account') throw new Error(caller.kind)
    return { ...caller, token: outcome.token }
  }

  /** Somebody who also has codes. */
  async withCodes(username: string, { role = 'patient', ...more }: Partial<NewAccount> = {}) {
    const account = await this.person(role, username, more)
    const { ticket, secret } = await this.parts.codes.setUp(account)
    const confirmed = await this.parts.codes.confirm(ticket, await this.code(secret))
    if (confirmed.kind !== 'on') throw new Error(confirmed.kind)
    return { account, secret, recoveryCodes: confirmed.recoveryCodes }
  }

  /** As the app shows it. */
  code(secret: string, shiftMs = 0): Promise<string> {
    return generate({ secret, epoch: Math.floor((this.clock.time + shiftMs) / 1_000) })
  }

  /** A key that is there, and that nobody holds. */
  async passkeyRow(accountId: string): Promise<void> {
    await addPasskey(this.db, {
      id: `key-${accountId}`, account_id: accountId, public_key: new Uint8Array(1), counter: 0, transports: [], name: 'Phone',
      created_at: this.clock.now(), used_at: null,
    })
  }

  /** Payloads of the jobs of a kind that wait. */
  async jobs(kind: string): Promise<readonly unknown[]> {
    const { rows } = await sql<{ payload: unknown }>`select payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${kind} order by j.id`.execute(this.db)
    return rows.map(({ payload }) => payload)
  }

  async mails(): Promise<readonly Mail[]> {
    return (await this.jobs('notify.send-mail')) as readonly Mail[]
  }

  async set(setting: Setting, value: SettingValue): Promise<void> {
    if (!(await this.settings.change(ADMIN, setting, value))) throw new Error(`${setting.key} refuses the value`)
  }
}
