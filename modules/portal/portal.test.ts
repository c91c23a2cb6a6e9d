import { open, sizeOf } from '@filmjacket/bytes'
import { Tags } from '@filmjacket/dicom-data'
import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import { HOUR_MS, type Clock } from '../../platform/server/clock.ts'
import { planOf } from '../../platform/server/database/testing.ts'
import { migrateJobs } from '../../platform/server/jobs.ts'
import { createAccounts } from '../accounts/index.ts'
import { migrations as accountsMigrations } from '../accounts/migrations/index.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../archive/testing.ts'
import { createGrants } from '../grants/index.ts'
import { migrations as grantsMigrations } from '../grants/migrations/index.ts'
import { createPackaging } from '../packaging/index.ts'
import { migrations as packagingMigrations } from '../packaging/migrations/index.ts'
import type { NewRequest } from './contract.ts'
import { DOWNLOAD_LIMIT, LIFETIME_MS, QUEUE_LIMIT } from './limits.ts'
import { migrations } from './migrations/index.ts'
import { createPreparing, type Preparing } from './prepare.ts'
import { createRequests, type Created, type Requests } from './requests.ts'
import { expireQuery } from './store.ts'
import type { PortalTables } from './tables.ts'

const NOBODY = { kind: 'anonymous' } as const
const clock: Clock & { time: number } = { time: Date.UTC(2026, 0, 1), now() { return this.time } }

let store: TestArchive
let db: Kysely<PortalTables>
let requests: Requests
let preparing: Preparing
let letIn: (patientId: string) => Promise<AccountCaller>
let packagesLeft: () => Promise<number>

beforeAll(async () => {
  store = await testArchive([...accountsMigrations, ...grantsMigrations, ...packagingMigrations, ...migrations])
  const pool = new pg.Pool({ connectionString: store.url })
  await migrateJobs(pool)
  await pool.end()
  const any = store.db as unknown as Kysely<unknown>
  db = store.db as unknown as Kysely<PortalTables>
  const { people } = createAccounts({ db: any, clock })
  const { grants } = createGrants({ db: any, clock, archive: store.archive, people })
  const { packages } = createPackaging({ db: any, archive: store.archive, clock })
  requests = createRequests({ db, clock, grants, packages })
  preparing = createPreparing({ db, clock, archive: store.archive, packages, publicUrl: 'https://images.example.org' })
  letIn = async (patientId) => {
    const username = `patient-${patientId}`.toLowerCase()
    const added = await people.add(NOBODY, { username, displayName: username, role: 'patient', patientId })
    if (added.kind !== 'added') throw new Error(added.kind)
    await grants.releaseToOwner(added.account.id)
    return { kind: 'account', accountId: added.account.id, role: 'patient', sessionId: 'ses' }
  }
  packagesLeft = async () => Number((await sql<{ n: number }>`select count(*) as n from package`.execute(any)).rows[0]?.n)
})

let patients = 0
/** A patient with one exam of two images. */
async function patientWithExam(): Promise<{ caller: AccountCaller; examId: string; files: readonly Uint8Array[] }> {
  const patientId = `P${++patients}`
  const uid = `1.2.9${patients}`
  const files = [1, 2].map((number) => imageFile({
    [Tags.PatientID]: patientId, [Tags.StudyInstanceUID]: uid, [Tags.SeriesInstanceUID]: `${uid}.1`,
    [Tags.SOPInstanceUID]: `${uid}.1.${number}`, [Tags.InstanceNumber]: number,
  }))
  for (const file of files) await store.archive.ingest.file({ kind: 'import' }, inChunks(file))
  const [study] = await store.archive.studiesOfPatient({ patientId, issuer: '' })
  return { caller: await letIn(patientId), examId: study?.id ?? '', files }
}

function wish(examId: string, format: NewRequest['format'] = 'zip'): NewRequest {
  return { examId, format, consent: true }
}

async function idOf(created: Promise<Created>): Promise<string> {
  const outcome = await created
  if (outcome.kind !== 'created') throw new Error(outcome.kind)
  return outcome.request.id
}

async function readyRequest(caller: AccountCaller, examId: string): Promise<string> {
  const id = await idOf(requests.create(caller, wish(examId), 'en'))
  await preparing.prepare(id)
  return id
}

describe('a request', () => {
  it('becomes ready with size, name and an end 72 hours later', async () => {
    const { caller, examId } = await patientWithExam()
    const id = await readyRequest(caller, examId)
    expect(await requests.one(caller, id)).toMatchObject({
      state: 'ready', instances: 2, file_name: 'A1-CT of nothing.zip',
      ready_at: clock.time, expires_at: clock.time + 72 * HOUR_MS,
    })
  })

  it('gives a file of just the promised size, the same bytes each time', async () => {
    const { caller, examId, files } = await patientWithExam()
    const id = await readyRequest(caller, examId)
    const row = await requests.one(caller, id)
    const [first, second] = [await requests.file(caller, id), await requests.file(caller, id)]
    if (first.kind !== 'file' || second.kind !== 'file') throw new Error('no file')
    expect(sizeOf(first.served.list)).toBe(row?.size_bytes)
    expect(second.served.etag).toBe(first.served.etag)
    const parts: Uint8Array[] = []
    for await (const part of open(first.served.list, store.blobs)) parts.push(part)
    const zip = Buffer.concat(parts)
    for (const file of files) expect(zip.includes(Buffer.from(file))).toBe(true)
  })

  it('is nobody else\'s: what belongs to another looks as if it were not there', async () => {
    const { caller, examId } = await patientWithExam()
    const { caller: stranger } = await patientWithExam()
    const id = await readyRequest(caller, examId)
    expect(await requests.one(stranger, id)).toBeUndefined()
    expect(await requests.file(stranger, id)).toEqual({ kind: 'not-found' })
    expect(await requests.remove(stranger, id)).toBe(false)
    expect(await requests.create(stranger, wish(examId), 'en')).toEqual({ kind: 'not-yours' })
    expect(await requests.create(caller, wish('stu_absent'), 'en')).toEqual({ kind: 'not-yours' })
    expect((await requests.file(caller, id)).kind).toBe('file')
  })

  it('expires at the instant, not before, and keeps no package', async () => {
    const { caller, examId } = await patientWithExam()
    const before = await packagesLeft()
    const id = await readyRequest(caller, examId)
    clock.time += LIFETIME_MS - 1
    expect((await requests.file(caller, id)).kind).toBe('file')
    clock.time += 1
    expect(await requests.file(caller, id)).toEqual({ kind: 'gone' })
    expect((await requests.one(caller, id))?.state).toBe('expired')
    await preparing.expire()
    expect(await packagesLeft()).toBeLessThanOrEqual(before)
    expect(await requests.file(caller, id)).toEqual({ kind: 'gone' })
  })

  it('is cancelled while it waits and removed when it is ready', async () => {
    const { caller, examId } = await patientWithExam()
    const waiting = await idOf(requests.create(caller, wish(examId), 'en'))
    const ready = await readyRequest(caller, examId)
    await requests.remove(caller, waiting)
    await requests.remove(caller, ready)
    const states = (await requests.all(caller)).map(({ state }) => state)
    expect(states.sort()).toEqual(['cancelled', 'removed'])
    expect((await requests.file(caller, waiting)).kind).toBe('not-ready')
    expect((await requests.file(caller, ready)).kind).toBe('gone')
  })

  it('that was cancelled is left alone by its job', async () => {
    const { caller, examId } = await patientWithExam()
    const before = await packagesLeft()
    const id = await idOf(requests.create(caller, wish(examId), 'en'))
    await requests.remove(caller, id)
    await preparing.prepare(id)
    expect((await requests.one(caller, id))?.state).toBe('cancelled')
    expect(await packagesLeft()).toBe(before)
  })

  it('is prepared once however often its job runs', async () => {
    const { caller, examId } = await patientWithExam()
    const id = await readyRequest(caller, examId)
    const before = await requests.one(caller, id)
    clock.time += 1_000
    await preparing.prepare(id)
    expect(await requests.one(caller, id)).toEqual(before)
  })

  it('tells that it failed when it is given up', async () => {
    const { caller, examId } = await patientWithExam()
    const id = await idOf(requests.create(caller, wish(examId), 'en'))
    await preparing.giveUp(id)
    expect((await requests.one(caller, id))?.state).toBe('failed')
  })

  it('notes when its last byte was downloaded', async () => {
    const { caller, examId } = await patientWithExam()
    const id = await readyRequest(caller, examId)
    const file = await requests.file(caller, id)
    if (file.kind === 'file') await file.served.delivered?.()
    expect((await requests.one(caller, id))?.downloaded_at).toBe(clock.time)
  })
})

describe('limits', () => {
  it('let three wait, and not a fourth, even of many at the same time', async () => {
    const { caller, examId } = await patientWithExam()
    const many = await Promise.all(Array.from({ length: 8 }, () => requests.create(caller, wish(examId), 'en')))
    expect(many.filter(({ kind }) => kind === 'created')).toHaveLength(QUEUE_LIMIT)
    expect(many.filter(({ kind }) => kind === 'queue-full')).toHaveLength(8 - QUEUE_LIMIT)
  })

  it('let ten be kept, and an eleventh only after one is removed or expired', async () => {
    const { caller, examId } = await patientWithExam()
    const ids: string[] = []
    for (let made = 0; made < DOWNLOAD_LIMIT; made++) ids.push(await readyRequest(caller, examId))
    const more = () => requests.create(caller, wish(examId), 'en')
    expect(await more()).toEqual({ kind: 'download-limit', limit: DOWNLOAD_LIMIT })
    await requests.remove(caller, ids[0] ?? '')
    expect((await more()).kind).toBe('created')
    clock.time += LIFETIME_MS
    expect((await more()).kind).toBe('created')
  })
})

describe('the notice', () => {
  it('is asked for with the same transaction, in the language of the request, and names nobody', async () => {
    const { caller, examId } = await patientWithExam()
    const id = await idOf(requests.create(caller, { ...wish(examId), notifyAddress: 'a@example.org' }, 'nl'))
    await preparing.prepare(id)
    const { rows } = await sql<{ payload: { to: string; subject: string; text: string } }>`
      select payload from graphile_worker._private_jobs as j
      join graphile_worker._private_tasks as t on t.id = j.task_id where t.identifier = 'notify.send-mail'`.execute(db)
    const mail = rows[0]?.payload
    expect(mail).toMatchObject({ to: 'a@example.org', subject: 'Beelden klaar om te downloaden.' })
    expect(mail?.text).toContain(`https://images.example.org/exams/${examId}`)
    expect(mail?.text).not.toContain('Test')
  })
})

describe('hot queries', () => {
  it('expires by its index, never by a scan, at a realistic row count', async () => {
    const { caller, examId } = await patientWithExam()
    await requests.create(caller, wish(examId), 'en')
    await sql`insert into portal_request
      select id || n, account_id, grant_id, study_id, format, 'expired', exam_description, exam_date, accession_number,
        instances, null, null, null, null, language, created_at, ready_at, created_at, null
      from portal_request, generate_series(1, 20000) as n where study_id = ${examId}`.execute(db)
    expect(await planOf(db, expireQuery(db, clock.now()))).toUse('portal_request_due')
  })
})
