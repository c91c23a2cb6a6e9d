/**
 * A portal on a real archive and database, with a clock that the test turns.
 *
 * @module
 */
import { Tags } from '@filmjacket/dicom-data'
import { sql, type Kysely } from 'kysely'
import type { AccountCaller, CallerRole } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { addJobTables } from '../../platform/server/database/testing.ts'
import { Live } from '../../platform/server/live.ts'
import { createLooks } from '../../platform/server/looks.ts'
import { createLog } from '../../platform/server/log.ts'
import { createSettings, settingsMigrations, type Settings } from '../../platform/server/settings/index.ts'
import { createAccounts, type People } from '../accounts/index.ts'
import { migrations as accountsMigrations } from '../accounts/migrations/index.ts'
import { accountsOptions } from '../accounts/testing.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../archive/testing.ts'
import { createGrants, type Grants } from '../grants/index.ts'
import { migrations as grantsMigrations } from '../grants/migrations/index.ts'
import { createPackaging, type Packages } from '../packaging/index.ts'
import { migrations as packagingMigrations } from '../packaging/migrations/index.ts'
import type { NewRequest } from './contract.ts'
import { migrations } from './migrations/index.ts'
import type { File } from './file.ts'
import { createNaming, type Described, type Naming } from './friendly.ts'
import { createOversight, type Oversight } from './oversight.ts'
import { createPreparing, type Preparing } from './prepare.ts'
import { createRequests, type Created, type Requests } from './requests.ts'
import { noSources, type ExamSources } from './sources.ts'
import type { PortalTables, RequestRow } from './tables.ts'
import { createUpkeep, type Upkeep } from './upkeep.ts'

const NOBODY = { kind: 'anonymous' } as const
export const ADMIN: AccountCaller = { kind: 'account', accountId: 'acc_admin', role: 'admin', sessionId: 'ses' }

export interface PatientWithExam {
  readonly patientId: string
  readonly caller: AccountCaller
  readonly examId: string
  readonly files: readonly Uint8Array[]
}

export class TestPortal {
  readonly clock: Clock & { time: number } = { time: Date.UTC(2026, 0, 1), now() { return this.time } }
  readonly store: TestArchive
  readonly db: Kysely<PortalTables>
  readonly settings: Settings
  readonly people: People
  readonly grants: Grants
  readonly packages: Packages
  readonly requests: Requests
  readonly upkeep: Upkeep
  readonly oversight: Oversight
  /** Not started: nothing is told to anybody. */
  readonly live: Live
  /** What the worklist tells. */
  readonly orders: Described[] = []
  readonly naming: Naming
  #patients = 0

  private constructor(store: TestArchive) {
    const { clock } = this
    this.store = store
    const any = store.db as unknown as Kysely<unknown>
    this.live = new Live(store.url, createLog('silent'))
    const db = (this.db = store.db as unknown as Kysely<PortalTables>)
    const settings = (this.settings = createSettings({ db: any, clock, log: createLog('silent') }))
    const { people, visitors } = createAccounts(accountsOptions({ db: any, clock, settings }))
    this.people = people
    const { grants } = createGrants({
      db: any, clock, archive: store.archive, people, visitors, settings, codeKey: '00'.repeat(32), publicUrl: 'https://images.example.org',
    })
    this.grants = grants
    const { packages } = createPackaging({ db: any, archive: store.archive, clock, blobs: store.blobs })
    this.packages = packages
    this.naming = createNaming({ settings, archive: store.archive, ordered: () => Promise.resolve(this.orders) })
    this.requests = createRequests({ db, clock, naming: this.naming, grants, packages, settings, live: this.live, looks: createLooks(any, clock), publicUrl: 'https://images.example.org' })
    this.upkeep = createUpkeep({ db, clock, packages })
    this.oversight = createOversight({ db, clock, people, packages })
  }

  static async open(): Promise<TestPortal> {
    const store = await testArchive([
      ...settingsMigrations, ...accountsMigrations, ...grantsMigrations, ...packagingMigrations, ...migrations,
    ])
    await addJobTables(store.url)
    return new TestPortal(store)
  }

  preparing(sources: ExamSources = noSources): Preparing {
    const { db, clock, packages, settings, naming, store: { archive } } = this
    return createPreparing({ db, clock, archive, packages, settings, sources, naming, publicUrl: 'https://images.example.org' })
  }

  async account(role: Exclude<CallerRole, 'visitor'>, username: string, patientId?: string): Promise<AccountCaller> {
    const added = await this.people.add(NOBODY, { username, displayName: username, role, ...(patientId === undefined ? {} : { patientId }) })
    if (added.kind !== 'added') throw new Error(added.kind)
    await this.grants.releaseToOwner(added.account.id)
    return { kind: 'account', accountId: added.account.id, role, sessionId: 'ses' }
  }

  /** A patient with one exam of two images. */
  async patientWithExam(): Promise<PatientWithExam> {
    const patientId = `P${++this.#patients}`
    const uid = `1.2.9${this.#patients}`
    const files = [1, 2].map((number) => imageOf(patientId, uid, number))
    for (const file of files) await this.ingest(file)
    const [study] = await this.store.archive.studiesOfPatient({ patientId, issuer: '' })
    return { patientId, caller: await this.account('patient', `patient-${patientId}`.toLowerCase(), patientId), examId: study?.id ?? '', files }
  }

  /** One more image of a patient's exam. */
  async moreOf({ patientId }: PatientWithExam, number: number): Promise<void> {
    await this.ingest(imageOf(patientId, `1.2.9${patientId.slice(1)}`, number))
  }

  async ingest(file: Uint8Array): Promise<void> {
    const outcome = await this.store.archive.ingest.file({ kind: 'import' }, inChunks(file))
    if (outcome.kind !== 'stored') throw new Error(JSON.stringify(outcome))
    await this.store.archive.ingest.indexed()
  }

  /** As the check of stored files finds it: no file of the exam is what it was. */
  async damage(examId: string): Promise<void> {
    await sql`insert into damaged_blob (blob_id, found_at, is_missing) select blob_id, now(), false from instance
      join series on series.id = instance.series_id where series.study_id = ${examId}`.execute(this.db)
  }

  async ask(caller: AccountCaller, examId: string, more: Partial<NewRequest> = {}): Promise<string> {
    return idOf(this.requests.create(caller, { ...wish(examId), ...more }, 'en'))
  }

  async ready(caller: AccountCaller, examId: string): Promise<string> {
    const id = await this.ask(caller, examId)
    await this.preparing().prepare(id, calmly())
    return id
  }

  /** As a browser asks for it, and is gone at once. */
  file(caller: AccountCaller, id: string): Promise<File> {
    return this.requests.file({ caller, address: '192.0.2.1', over: AbortSignal.abort() }, id)
  }

  async row(id: string): Promise<RequestRow> {
    return this.db.selectFrom('portal_request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  }

  async packagesLeft(): Promise<number> {
    return Number((await sql<{ n: number }>`select count(*) as n from package`.execute(this.db)).rows[0]?.n)
  }

  /** What waits in the queue of jobs. */
  async jobs(kind: string): Promise<readonly { payload: Record<string, string> }[]> {
    const { rows } = await sql<{ payload: Record<string, string> }>`
      select j.payload from graphile_worker._private_jobs as j
      join graphile_worker._private_tasks as t on t.id = j.task_id where t.identifier = ${kind} order by j.id`.execute(this.db)
    return rows
  }
}

function imageOf(patientId: string, uid: string, number: number): Uint8Array {
  return imageFile({
    [Tags.PatientID]: patientId, [Tags.StudyInstanceUID]: uid, [Tags.SeriesInstanceUID]: `${uid}.1`,
    [Tags.SOPInstanceUID]: `${uid}.1.${number}`, [Tags.InstanceNumber]: number,
  })
}

export function wish(examId: string, format: NewRequest['format'] = 'zip'): NewRequest {
  return { examId, format, consent: true }
}

export async function idOf(created: Promise<Created>): Promise<string> {
  const outcome = await created
  if (outcome.kind !== 'created') throw new Error(outcome.kind)
  return outcome.request.row.id
}

/** A try that nothing disturbs, with others to come. */
export function calmly(): { readonly signal: AbortSignal; readonly isLastTry: boolean } {
  return { signal: new AbortController().signal, isLastTry: false }
}
