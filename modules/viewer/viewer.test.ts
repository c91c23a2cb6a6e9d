import { Tags } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { systemClock } from '../../platform/server/clock.ts'
import { buildWeb } from '../../platform/server/http/server.ts'
import { createLog } from '../../platform/server/log.ts'
import { createSettings, settingsMigrations } from '../../platform/server/settings/index.ts'
import type { ImageRights } from '../archive/index.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../archive/testing.ts'
import { createViewer } from './index.ts'
import { filtersOf } from './study-search.ts'

const CLERK: Caller = { kind: 'account', accountId: 'acc_1', role: 'clerk', sessionId: 'ses_1' }
const PATIENT: Caller = { kind: 'account', accountId: 'acc_2', role: 'patient', sessionId: 'ses_2' }
const CALLERS: Readonly<Record<string, Caller>> = { clerk: CLERK, patient: PATIENT }

/** Staff see all; the patient one exam, whose id is told here. */
const opened: string[] = []
const rights: ImageRights = {
  studies: (caller) => Promise.resolve(caller === CLERK ? null : opened),
  may: (caller, _action, id) => Promise.resolve(caller === CLERK || opened.includes(id)),
}

let test: TestArchive
let ask: (url: string, as?: string) => Promise<{ status: number; text: string; json: unknown }>

beforeAll(async () => {
  test = await testArchive(settingsMigrations)
  const settings = createSettings({ db: test.db as never, clock: systemClock, log: createLog('silent') })
  await settings.load()
  const module = createViewer({ archive: test.archive, rights, settings })
  const web = await buildWeb({
    host: '127.0.0.1', port: 0, version: '0', log: createLog('silent'), secure: false, blobs: test.blobs,
    recognize: (token) => Promise.resolve(CALLERS[token] ?? { kind: 'anonymous' }), mounted: module.routes,
  })
  afterAll(() => web.close())
  ask = async (url, as = 'clerk') => {
    const { statusCode, body, headers } = await web.inject({ url, cookies: { filmjacket_session: as } })
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
