/**
 * Grants on a real archive and database, with a clock that the test turns.
 *
 * @module
 */
import { Tags } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import type { AccountCaller, CallerRole } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { addJobTables } from '../../platform/server/database/testing.ts'
import { createLog } from '../../platform/server/log.ts'
import { createSettings, settingsMigrations, type Settings } from '../../platform/server/settings/index.ts'
import { createAccounts, type Accounts } from '../accounts/index.ts'
import { migrations as accountsMigrations } from '../accounts/migrations/index.ts'
import { accountsOptions } from '../accounts/testing.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../archive/testing.ts'
import { createCodes, type Codes } from './codes.ts'
import { createGrantRules, type Grants } from './grants.ts'
import { migrations } from './migrations/index.ts'
import { createOpenings, type Openings } from './openings.ts'
import type { GrantsTables } from './tables.ts'

const NOBODY = { kind: 'anonymous' } as const

export interface TestPatient {
  readonly id: string
  readonly birthDate: string
  /** Two exams, of one image each. */
  readonly exams: readonly string[]
}

export class TestGrants {
  readonly clock: Clock & { time: number } = { time: Date.UTC(2026, 0, 1), now() { return this.time } }
  readonly db: Kysely<GrantsTables>
  readonly store: TestArchive
  readonly settings: Settings
  readonly accounts: Accounts
  readonly grants: Grants
  readonly openings: Openings
  readonly codes: Codes
  #made = 0

  private constructor(store: TestArchive) {
    const { clock } = this
    const { archive } = (this.store = store)
    const any = store.db as unknown as Kysely<unknown>
    const db = (this.db = store.db as unknown as Kysely<GrantsTables>)
    const settings = (this.settings = createSettings({ db: any, clock, log: createLog('silent') }))
    const { people, visitors } = (this.accounts = createAccounts(accountsOptions({ db: any, clock, settings })))
    const grants = (this.grants = createGrantRules({ db, clock, archive, people }))
    this.openings = createOpenings({ db, clock, archive, people })
    this.codes = createCodes({ db, clock, archive, people, visitors, settings, codeKey: '5e'.repeat(32) }, grants)
  }

  static async open(): Promise<TestGrants> {
    const store = await testArchive([...settingsMigrations, ...accountsMigrations, ...migrations])
    await addJobTables(store.url)
    return new TestGrants(store)
  }

  async account(role: Exclude<CallerRole, 'visitor'>, patientId?: string): Promise<AccountCaller> {
    const username = `${role}${++this.#made}`
    const added = await this.accounts.people.add(NOBODY, { username, displayName: username, role, ...(patientId !== undefined && { patientId }) })
    if (added.kind !== 'added') throw new Error(added.kind)
    await this.grants.releaseToOwner(added.account.id)
    return { kind: 'account', accountId: added.account.id, role, sessionId: 'ses' }
  }

  async patient(birthDate = '19700101'): Promise<TestPatient> {
    const id = `P${++this.#made}`
    for (const number of [1, 2]) await this.exam(id, number, birthDate)
    const studies = await this.store.archive.studiesOfPatient({ patientId: id, issuer: '' })
    return { id, birthDate, exams: studies.map((study) => study.id) }
  }

  async exam(patientId: string, number: number, birthDate = '19700101'): Promise<void> {
    const uid = `1.2.8.${patientId.slice(1)}.${number}`
    const outcome = await this.store.archive.ingest.file({ kind: 'import' }, inChunks(imageFile({
      [Tags.PatientID]: patientId, [Tags.PatientName]: 'Janssens^An', [Tags.PatientBirthDate]: birthDate,
      [Tags.StudyInstanceUID]: uid, [Tags.SeriesInstanceUID]: `${uid}.1`, [Tags.SOPInstanceUID]: `${uid}.1.1`,
    })))
    if (outcome.kind !== 'stored') throw new Error(JSON.stringify(outcome))
    await this.store.archive.ingest.indexed()
  }

  /** Ids of what somebody may look at. */
  async sees(caller: AccountCaller): Promise<readonly string[]> {
    return (await this.grants.studies(caller, 'view')).map(({ study }) => study.id).toSorted()
  }
}
