import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { systemClock } from '../../platform/server/clock.ts'
import { buildWeb } from '../../platform/server/http/server.ts'
import { createLog } from '../../platform/server/log.ts'
import { createLooks } from '../../platform/server/looks.ts'
import { createSettings, settingsMigrations } from '../../platform/server/settings/index.ts'
import { migrations as accountsMigrations } from '../accounts/migrations/index.ts'
import { createLabelling, type ImageRights, type Labels } from '../archive/index.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../archive/testing.ts'
import { NO_SEARCH } from './page/studies/search.ts'
import type { OwnList, SavedSearch } from './contract.ts'
import { createViewer } from './index.ts'
import { migrations } from './migrations/index.ts'
import { filtersOf } from './study-search.ts'

const CLERK: Caller = { kind: 'account', accountId: 'acc_1', role: 'clerk', sessionId: 'ses_1' }
const PATIENT: Caller = { kind: 'account', accountId: 'acc_2', role: 'patient', sessionId: 'ses_2' }
/** A colleague. */
const ADMIN: Caller = { kind: 'account', accountId: 'acc_3', role: 'admin', sessionId: 'ses_3' }
const CALLERS: Readonly<Record<string, Caller>> = { clerk: CLERK, patient: PATIENT, admin: ADMIN }

/** Staff see all; the patient one exam, whose id is told here. */
const opened: string[] = []
const rights: ImageRights = {
  studies: (caller) => Promise.resolve(caller === CLERK ? null : opened),
  may: (caller, _action, id) => Promise.resolve(caller === CLERK || opened.includes(id)),
}

/** Launches have tests of their own: launches.test.ts. */
const noLaunches = {
  publicUrl: 'http://localhost', grants: { lend: () => Promise.resolve(false) },
  visitors: { add: () => Promise.resolve(''), startSession: () => Promise.resolve(undefined), close: () => Promise.resolve() },
}

let test: TestArchive
let labels: Labels
let ask: (url: string, as?: string, sent?: { readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE'; readonly payload?: object }) =>
  Promise<{ status: number; text: string; json: unknown }>

beforeAll(async () => {
  test = await testArchive([...settingsMigrations, ...accountsMigrations, ...migrations])
  const settings = createSettings({ db: test.db as never, clock: systemClock, log: createLog('silent') })
  await settings.load()
  labels = createLabelling({ db: test.db, clock: systemClock, rights }).labels
  const module = createViewer({
    db: test.db as never, clock: systemClock, labels, archive: test.archive, rights, settings, looks: createLooks(test.db, systemClock),
    ...noLaunches,
  })
  const web = await buildWeb({
    host: '127.0.0.1', port: 0, version: '0', log: createLog('silent'), secure: false, blobs: test.blobs,
    recognize: (token) => Promise.resolve(CALLERS[token] ?? { kind: 'anonymous' }), mounted: module.routes,
  })
  afterAll(() => web.close())
  ask = async (url, as = 'clerk', sent = {} as never) => {
    const { statusCode, body, headers } = await web.inject({ url, ...sent, cookies: { filmjacket_session: as }, headers: { 'sec-fetch-site': 'same-origin' } })
    return { status: statusCode, text: body, json: /json/.test(String(headers['content-type'])) ? JSON.parse(body) : null }
  }
  let number = 0
  const put = async (study: number, changes: Record<number, unknown>) => {
    number += 1
    const uids = { [Tags.StudyInstanceUID]: `1.2.${study}`, [Tags.SeriesInstanceUID]: `1.2.${study}.${number}`, [Tags.SOPInstanceUID]: `1.2.${study}.${number}.1` }
    await test.archive.ingest.file({ kind: 'import' }, inChunks(imageFile({ ...uids, ...changes }), 65_536))
  }
  const maria = { [Tags.PatientID]: 'P7', [Tags.PatientName]: 'Muñoz^María' }
  await put(1, { ...maria, [Tags.StudyDate]: '20240101', [Tags.StudyDescription]: 'CT Thorax', [Tags.AccessionNumber]: 'A77', [Tags.SeriesNumber]: 2 })
  await put(1, { ...maria, [Tags.StudyDate]: '20240101', [Tags.StudyDescription]: 'CT Thorax', [Tags.AccessionNumber]: 'A77', [Tags.SeriesNumber]: 1 })
  await put(2, { ...maria, [Tags.StudyDate]: '20230101', [Tags.StudyDescription]: 'MR Knee', [Tags.Modality]: 'MR', [Tags.AccessionNumber]: 'B1' })
  await put(3, { [Tags.PatientID]: 'A771', [Tags.PatientName]: '=cmd()^Eve', [Tags.StudyDate]: '20220101', [Tags.StudyDescription]: 'Hand' })
  await test.archive.ingest.indexed()
})

interface Row { readonly id: string; readonly description: string; readonly series: number }
const studies = async (query = '') => ((await ask(`/api/studies${query}`)).json as { studies: readonly Row[] }).studies
const named = async (query: string) => (await studies(query)).map(({ description }) => description)

describe('the list of studies', () => {
  it('has the newest first, with what is in them', async () => {
    expect((await studies()).map(({ description, series }) => [description, series])).toEqual([['CT Thorax', 2], ['MR Knee', 1], ['Hand', 1]])
  })
  const searches: Readonly<Record<string, readonly string[]>> = {
    '?text=mar%20mun': ['CT Thorax', 'MR Knee'],
    '?text=MARÍA': ['CT Thorax', 'MR Knee'],
    '?text=A77': ['CT Thorax', 'Hand'],
    '?text=P7&description=knee': ['MR Knee'],
    '?from=20230101&to=20231231': ['MR Knee'],
    '?modalities=MR,US': ['MR Knee'],
    '?order=oldest': ['Hand', 'MR Knee', 'CT Thorax'],
    '?text=*': ['CT Thorax', 'MR Knee', 'Hand'],
    '?text=nobody': [],
    '?text=munos%20marya': ['CT Thorax', 'MR Knee'],
    '?text=munnoz': ['CT Thorax', 'MR Knee'],
  }
  it('says what it looked for instead of a name that nobody has', async () => {
    expect((await ask('/api/studies?text=munos%20maria')).json).toMatchObject({ meant: 'munoz maria' })
    expect((await ask('/api/studies?text=mun')).json).toMatchObject({ meant: null })
    expect((await ask('/api/studies.csv?text=munos')).text.trim().split('\n')).toHaveLength(3)
  })
  for (const [query, found] of Object.entries(searches)) it(`finds by ${query}`, async () => expect(await named(query)).toEqual(found))

  for (const query of ['?from=2024', '?modalities=ct', '?order=sideways', '?after=nowhere', `?text=${'x'.repeat(101)}`]) {
    it(`refuses ${query.slice(0, 20)}`, async () => expect((await ask(`/api/studies${query}`)).status).toBe(400))
  }
  it('is for staff alone', async () => {
    expect([(await ask('/api/studies', 'patient')).status, (await ask('/api/studies.csv', 'patient')).status, (await ask('/api/studies', 'x')).status]).toEqual([403, 403, 401])
  })
  it('leaves as a table that no spreadsheet computes', async () => {
    const { text } = await ask('/api/studies.csv?text=eve')
    const [head, line] = text.split('\r\n')
    expect(head).toMatch(/^\uFEFFPatient name,Patient ID/)
    expect(line).toMatch(/^'=cmd\(\)\^Eve,A771/)
    expect((await ask('/api/studies.csv?from=yesterday')).status).toBe(400)
  })
  it('is narrowed by labels, which are in its rows and in the table', async () => {
    const [thorax, knee] = await studies()
    const who = { caller: CLERK, address: '' }
    const [made, other] = [await labels.make(who, { name: '=Board', colour: 'blue' }), await labels.make(who, { name: 'Other', colour: 'red' })]
    if (made.kind !== 'made' || other.kind !== 'made') return expect.unreachable()
    await labels.put(who, { studies: [thorax?.id ?? '', knee?.id ?? ''], add: [made.label.id], remove: [] })
    expect(await named(`?labels=${made.label.id}&modalities=MR`)).toEqual(['MR Knee'])
    expect(await named(`?labels=${made.label.id},${other.label.id}&text=mar%20mun`)).toEqual(['CT Thorax', 'MR Knee'])
    expect((await ask(`/api/studies?labels=${other.label.id}`)).json).toMatchObject({ studies: [] })
    expect((await ask(`/api/studies?text=knee&labels=${made.label.id}`)).json).toMatchObject({ studies: [] })
    expect((await ask('/api/studies')).json).toMatchObject({ studies: [{ labels: [made.label.id] }, { labels: [made.label.id] }, { labels: [] }] })
    expect((await ask(`/api/studies.csv?labels=${made.label.id}`)).text.split('\r\n')[1]).toMatch(/,'=Board$/)
  })
  it('asks by number and by id where a digit is typed, and takes no wildcard from outside', () => {
    const filters = filtersOf({ text: 'A7*7' })
    expect(filters.map((filter) => Object.entries(filter))).toEqual([
      [['patientId', { kind: 'pattern', pattern: 'A77*' }]], [['accessionNumber', { kind: 'pattern', pattern: 'A77*' }]],
    ])
  })
})

describe('an exam to look at', () => {
  it('has its Series in order, with their UIDs, and other exams of the patient', async () => {
    const [thorax, knee] = await studies()
    const { json } = await ask(`/api/viewer/studies/${thorax?.id ?? ''}`)
    expect(json).toMatchObject({
      uid: '1.2.1', description: 'CT Thorax', notForDiagnosis: true, patient: { name: 'Muñoz^María', id: 'P7' },
      series: [{ uid: '1.2.1.2', number: 1 }, { uid: '1.2.1.1', number: 2 }],
      others: [{ id: knee?.id, description: 'MR Knee', modalities: ['MR'] }],
    })
  })
  it('is absent for a patient without a grant, and tells nothing of exams that are not open', async () => {
    const [thorax] = await studies()
    const path = `/api/viewer/studies/${thorax?.id ?? ''}`
    expect((await ask(path, 'patient')).text).toBe((await ask('/api/viewer/studies/stu_none', 'patient')).text)
    expect((await ask(`${path}/series/ser_none/thumbnail`, 'patient')).status).toBe(404)
    opened.push(thorax?.id ?? '')
    expect((await ask(path, 'patient')).json).toMatchObject({ uid: '1.2.1', others: [] })
  })
})

describe('a person\'s own list', () => {
  const search = { ...NO_SEARCH, modalities: ['CT'], span: 'today' }
  const keep = async (name: string, as = 'clerk', columns: readonly string[] = ['date']) =>
    (await ask('/api/studies/saved', as, { method: 'POST', payload: { name, search, columns } })).json as SavedSearch
  const own = async (as = 'clerk') => (await ask('/api/studies/saved', as)).json as OwnList
  const patch = async (id: string, payload: object, as = 'clerk') => (await ask(`/api/studies/saved/${id}`, as, { method: 'PATCH', payload })).status

  beforeAll(async () => {
    for (const id of ['acc_1', 'acc_3'])
      await sql`insert into account (id, username, display_name, role, active, created_at) values (${id}, ${id}, ${id}, 'clerk', true, now())`.execute(test.db)
  })

  it('keeps searches with their columns, begins with one of them, and gives none to others', async () => {
    const [today, board] = [await keep(' Today '), await keep('Board')]
    await keep('Today', 'clerk', ['patientId'])
    expect(await own()).toMatchObject({ columns: null, searches: [{ name: 'Board', search }, { id: today.id, name: 'Today', columns: ['patientId'], isStart: false }] })
    expect([await patch(today.id, { isStart: true }), await patch(board.id, { isStart: true, name: 'Tumours' })]).toEqual([204, 204])
    expect((await own()).searches.map(({ name, isStart }) => [name, isStart])).toEqual([['Today', false], ['Tumours', true]])
    expect([await patch(board.id, { name: 'Today' }), await patch(board.id, { name: 'X' }, 'admin')]).toEqual([409, 404])
    expect((await own('admin')).searches).toEqual([])
    expect((await ask(`/api/studies/saved/${board.id}`, 'admin')).json).toMatchObject({ name: 'Tumours', search, isStart: false })
    const gone = async (as: string) => (await ask(`/api/studies/saved/${board.id}`, as, { method: 'DELETE' })).status
    expect([await gone('admin'), await gone('clerk'), await gone('clerk')]).toEqual([404, 204, 404])
    expect((await ask(`/api/studies/saved/${today.id}`, 'patient')).status).toBe(403)
  })
  it('keeps its columns wherever one signs in', async () => {
    const put = (columns: readonly string[]) => ask('/api/studies/columns', 'clerk', { method: 'PUT', payload: { columns } })
    expect([(await put(['date', 'sex'])).status, (await put(['date']), (await own()).columns), (await put(['no<html>'])).status]).toEqual([204, ['date'], 400])
    expect((await own('admin')).columns).toBeNull()
  })
  it('holds no more searches than one looks through', async () => {
    await sql`insert into saved_search select 'sav_' || n, 'acc_3', 'n' || n, '{}', '{}' from generate_series(1, 50) n`.execute(test.db)
    expect((await ask('/api/studies/saved', 'admin', { method: 'POST', payload: { name: 'one more', search, columns: [] } })).status).toBe(409)
  })
})
