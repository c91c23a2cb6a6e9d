import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../../platform/server/auth/caller.ts'
import { systemClock } from '../../../platform/server/clock.ts'
import { buildWeb } from '../../../platform/server/http/server.ts'
import { createLog } from '../../../platform/server/log.ts'
import type { LabelList, LabelWithCount } from '../contract.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../testing.ts'
import { createLabelling } from './index.ts'

const CLERK: Caller = { kind: 'account', accountId: 'acc_1', role: 'clerk', sessionId: 'ses_1' }
const ADMIN: Caller = { ...CLERK, role: 'admin' }
const PATIENT: Caller = { ...CLERK, role: 'patient' }
const READER: Caller = { kind: 'token', accountId: 'acc_1', role: 'clerk', tokenId: 'tok_1', actions: ['read'], studies: null }
const WRITER: Caller = { ...READER, actions: ['store'] }
const NARROW: Caller = { ...READER, actions: ['read', 'store'], studies: [] }
const CALLERS: Readonly<Record<string, Caller>> = { clerk: CLERK, admin: ADMIN, patient: PATIENT, reader: READER, writer: WRITER, narrow: NARROW }

let test: TestArchive
const studies: string[] = []
let ask: (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: unknown, as?: string) => Promise<{ status: number; json: unknown }>

beforeAll(async () => {
  test = await testArchive()
  const rights = { studies: (caller: Caller) => Promise.resolve(caller.kind === 'token' ? caller.studies : null) }
  const { module } = createLabelling({ db: test.db, clock: systemClock, rights })
  const web = await buildWeb({
    host: '127.0.0.1', port: 0, version: '0', log: createLog('silent'), secure: false, blobs: test.blobs,
    recognize: (token) => Promise.resolve(CALLERS[token] ?? { kind: 'anonymous' }), mounted: module.routes,
  })
  afterAll(() => web.close())
  ask = async (method, url, body, as = 'clerk') => {
    const { statusCode, body: text } = await web.inject({
      method, url, cookies: { filmjacket_session: as }, headers: { 'sec-fetch-site': 'same-origin' }, ...(body !== undefined && { payload: body as object }),
    })
    return { status: statusCode, json: text === '' ? null : JSON.parse(text) as unknown }
  }
  for (const n of [1, 2, 3]) {
    const uid = `1.2.${n}`
    const file = imageFile({ [Tags.StudyInstanceUID]: uid, [Tags.SeriesInstanceUID]: `${uid}.1`, [Tags.SOPInstanceUID]: `${uid}.1.1`, [Tags.PatientID]: `P${n}` })
    const stored = await test.archive.ingest.file({ kind: 'import' }, inChunks(file, 65_536))
    studies.push(stored.kind === 'stored' ? stored.studyId : expect.unreachable(stored.kind))
  }
  await test.archive.ingest.indexed()
})

async function make(name: string, colour = 'blue'): Promise<string> {
  const { status, json } = await ask('POST', '/api/labels', { name, colour })
  expect(status).toBe(200)
  return (json as { id: string }).id
}
const names = async (url = '/api/labels') => ((await ask('GET', url)).json as LabelList).labels.map(({ name }) => name)
const put = (labelled: readonly string[], add: readonly string[], remove: readonly string[] = [], as = 'clerk') =>
  ask('POST', '/api/labels/studies', { studies: labelled, add, remove }, as)

describe('labels of a site', () => {
  it('are spelled in one way', async () => {
    const teaching = await make('  Teaching   file ')
    expect((await ask('POST', '/api/labels', { name: 'TEACHING file', colour: 'red' })).status).toBe(409)
    expect((await ask('POST', '/api/labels', { name: 'téaching File', colour: 'red' })).status).toBe(409)
    const other = await make('Other')
    expect((await ask('PATCH', `/api/labels/${other}`, { name: 'teaching file' })).status).toBe(409)
    expect((await ask('PATCH', `/api/labels/${other}`, { name: 'OTHER', colour: 'amber' })).json).toEqual({ id: other, name: 'OTHER', colour: 'amber' })
    expect(await names()).toEqual(['OTHER', 'Teaching file'])
    expect((await ask('DELETE', `/api/labels/${teaching}`)).status).toBe(403)
    for (const id of [teaching, other]) expect((await ask('DELETE', `/api/labels/${id}`, undefined, 'admin')).status).toBe(204)
    expect(await names()).toEqual([])
  })
  for (const name of ['', '   ', 'a\nb', 'x'.repeat(41)]) {
    it(`are not called ${JSON.stringify(name.slice(0, 5))}`, async () => expect((await ask('POST', '/api/labels', { name, colour: 'blue' })).status).toBe(400))
  }
  it('that are not there, are said to be absent', async () => {
    const answers = [await ask('GET', '/api/labels/lab_x'), await ask('PATCH', '/api/labels/lab_x', { name: 'x' }), await ask('DELETE', '/api/labels/lab_x', undefined, 'admin'), await put(studies, ['lab_x'])]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })
})

describe('labels on studies', () => {
  it('are put on many at once, found by, counted and taken off; each that changes is audited once', async () => {
    const [board, recall] = [await make('Tumour board'), await make('Call back', 'red')]
    const [one = '', two = '', three = ''] = studies
    expect((await put([one, two, '1.2.9'], [board])).json).toMatchObject({ changed: 2, missing: ['1.2.9'] })
    expect((await put([one, two], [board])).json).toMatchObject({ changed: 0, missing: [] })
    expect((await put([one, two, three], [])).json).toEqual({ changed: 0, missing: [], bearing: [{ label: board, studies: 2 }] })
    expect((await put([two, three], [recall], [board])).json).toMatchObject({ changed: 2, missing: [] })
    expect(await names(`/api/studies/${two}/labels`)).toEqual(['Call back'])
    const found = async (...labels: readonly string[]) => {
      const page = await test.archive.find({ level: 'study', filter: {}, order: 'oldest', labels, limit: 10 })
      return page.kind === 'page' ? page.entries.map(({ study }) => study.uid).sort() : page.kind
    }
    expect([await found(board), await found(recall), await found(board, recall)]).toEqual([['1.2.1'], ['1.2.2', '1.2.3'], ['1.2.1', '1.2.2', '1.2.3']])
    expect((await ask('GET', `/api/labels/${recall}`)).json as LabelWithCount).toMatchObject({ name: 'Call back', studies: 2 })
    expect((await ask('DELETE', `/api/labels/${recall}`, undefined, 'admin')).status).toBe(204)
    expect(await names('/api/studies/1.2.3/labels')).toEqual([])
    const { rows } = await sql<{ subject: string; detail: unknown }>`select subject, detail from audit where action = 'archive.labelled' order by id`.execute(test.db)
    expect(rows.map(({ subject }) => subject)).toEqual([one, two, two, three])
    expect(rows[2]?.detail).toEqual({ added: recall, removed: board })
  })
  it('are told to followers, and not when the study goes', async () => {
    const label = await make('Follow')
    const [one = ''] = studies
    await sql`delete from study_change`.execute(test.db)
    await put([one, studies[1] ?? ''], [label])
    await put([one], [], [label])
    const { rows } = await sql<{ study_uid: string }>`select study_uid from study_change where kind = 'labelled' order by number`.execute(test.db)
    expect(rows.map((row) => row.study_uid).sort()).toEqual(['1.2.1', '1.2.1', '1.2.2'])
  })
  it('are put by programs that may store, by UID, within what they may see', async () => {
    const label = await make('By program')
    expect((await put(['1.2.1'], [label], [], 'writer')).json).toMatchObject({ changed: 1, missing: [] })
    expect((await put(['1.2.1'], [], [label], 'narrow')).json).toMatchObject({ changed: 0, missing: ['1.2.1'] })
    expect((await ask('GET', '/api/studies/1.2.1/labels', undefined, 'reader')).status).toBe(200)
    expect((await ask('GET', '/api/studies/1.2.1/labels', undefined, 'narrow')).status).toBe(404)
    const refused = [await put(['1.2.1'], [label], [], 'reader'), await put(['1.2.1'], [label], [], 'patient'), await ask('GET', '/api/labels', undefined, 'patient')]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403])
  })
})
