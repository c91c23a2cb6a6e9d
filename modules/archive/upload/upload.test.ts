import { createHash } from 'node:crypto'
import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Answers, Report, UploadedPatients, UploadList, UploadView } from '../contract.ts'
import { imageFile, inChunks } from '../testing.ts'
import { DAILY_GIGABYTES, DOCTORS_MAY_UPLOAD, FILE_MEGABYTES, FILES_MAX } from './settings.ts'
import { ADMIN, CLERK, DOCTOR, formOf, OTHER, PATIENT, testUploads, type Sent, type TestUploads } from './testing.ts'

const image = (number: number, more: Record<number, unknown> = {}): Uint8Array =>
  imageFile({ [Tags.SOPInstanceUID]: `1.2.3.1.1.${number}`, [Tags.InstanceNumber]: number, ...more })
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const files: readonly Sent[] = [1, 2, 3].map((number) => ({ path: `DISC/IM${number}`, bytes: image(number) }))

let test: TestUploads
let id: string

beforeEach(async () => {
  test = await testUploads()
  id = await begin()
})

async function begin(as = CLERK): Promise<string> {
  const { json, text } = await test.call<UploadView>('POST', '/api/uploads', { label: 'DISC', files: 3, bytes: 3_000 }, as)
  expect(text).toContain('"open"')
  return json.id
}

const view = async (of = id): Promise<UploadView> => (await test.call<UploadView>('GET', `/api/uploads/${of}`)).json
const outcomes = ({ files: told }: Answers) => told.map(({ outcome, reason }) => [outcome, reason])
const sendAll = async (sent: readonly Sent[], to = id) => outcomes((await test.send<Answers>(to, sent)).json)
const offerOf = (offered: readonly Sent[]) => ({ files: offered.map(({ path, bytes }) => ({ path, bytes: bytes.length, digest: sha256(bytes) })) })
const offer = async (offered: readonly Sent[], to = id) => outcomes((await test.call<Answers>('POST', `/api/uploads/${to}/offers`, offerOf(offered))).json)

describe('an upload', () => {
  it('takes files, counts them, and tells what they are by patient', async () => {
    expect(await offer(files)).toEqual([['send', null], ['send', null], ['send', null]])
    expect(await sendAll(files)).toEqual([['taken', null], ['taken', null], ['taken', null]])
    expect(await view()).toMatchObject({ taken: 3, duplicate: 0, takenBytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0), state: 'open' })
    const { patients } = (await test.call<UploadedPatients>('GET', `/api/uploads/${id}/studies`)).json
    expect(patients).toMatchObject([{ name: 'Test^Image', patientId: 'P1', studies: [{ uploaded: 3, instances: 3, modalities: ['CT'], mayView: true }] }])
  })

  it('notes of each image who brought it', async () => {
    await sendAll(files.slice(0, 1))
    await test.archive.ingest.indexed()
    const { origin } = await test.db.selectFrom('instance').select('origin').executeTakeFirstOrThrow()
    expect(origin).toEqual({ kind: 'upload', accountId: CLERK, uploadId: id, peer: '127.0.0.1' })
  })

  it('names what is here already before it is sent, and afterwards', async () => {
    await sendAll(files)
    const other = await begin()
    expect(await offer(files, other)).toEqual([['duplicate', null], ['duplicate', null], ['duplicate', null]])
    const third = await begin()
    expect(await sendAll(files, third)).toEqual([['duplicate', null], ['duplicate', null], ['duplicate', null]])
    expect([await view(), await view(other), await view(third)].map(({ taken, duplicate }) => [taken, duplicate])).toEqual([[3, 0], [0, 3], [0, 3]])
  })

  it('counts a file once, though it is offered and sent again', async () => {
    await sendAll(files)
    expect(await offer(files)).toEqual([['taken', null], ['taken', null], ['taken', null]])
    expect(await sendAll(files)).toEqual([['taken', null], ['taken', null], ['taken', null]])
    expect(await view()).toMatchObject({ taken: 3, duplicate: 0 })
  })

  it('knows what it took when its answer got lost', async () => {
    await sendAll(files)
    await sql`delete from upload_file`.execute(test.db)
    await sql`update upload set taken = 0, taken_bytes = 0`.execute(test.db)
    expect(await offer(files.slice(0, 2))).toEqual([['taken', null], ['taken', null]])
    expect(await sendAll(files.slice(2))).toEqual([['taken', null]])
    expect(await view()).toMatchObject({ taken: 3, duplicate: 0 })
  })

  it('names files in any script, however long, and without what no database holds', async () => {
    const path = `\u0000${'患者の画像'.repeat(400)}/\uD83D`
    const [sent] = files.map(({ bytes }) => ({ path, bytes })).slice(0, 1)
    const long = { files: [{ path: path.slice(-500), bytes: 9, digest: sha256(sent?.bytes ?? Buffer.alloc(0)) }] }
    expect((await test.call('POST', `/api/uploads/${id}/offers`, long)).status).toBe(200)
    expect(await sendAll(sent === undefined ? [] : [sent])).toEqual([['taken', null]])
    const { files: reported } = (await test.call<Report>('GET', `/api/uploads/${id}/files`)).json
    expect(reported.map((file) => [file.path.length, file.path.includes('患者')])).toEqual([[500, true]])
    const csv = await test.call('GET', `/api/uploads/${id}/report.csv`)
    expect(csv.status).toBe(200)
  })

  it('tells two copies of one file on a disc from each other', async () => {
    const [first] = files
    const copies = ['A/IM1', 'B/IM1'].map((path) => ({ path, bytes: first?.bytes ?? new Uint8Array() }))
    expect(await sendAll(copies)).toEqual([['taken', null], ['duplicate', null]])
    expect(await view()).toMatchObject({ taken: 1, duplicate: 1 })
  })

  it('keeps what came whole before a connection broke', async () => {
    const { body, contentType } = formOf(files)
    const cut = body.subarray(0, body.lastIndexOf('DICM') - 20)
    const { statusCode } = await test.web.inject({
      method: 'POST', url: `/api/uploads/${id}/files`, payload: Buffer.from(cut), headers: { 'content-type': contentType }, cookies: { filmjacket_session: CLERK },
    })
    expect(statusCode).toBe(400)
    expect(await offer(files)).toEqual([['taken', null], ['taken', null], ['send', null]])
    expect(await sendAll(files.slice(2))).toEqual([['taken', null]])
    expect(await view()).toMatchObject({ taken: 3, duplicate: 0, refused: 0 })
  })
})

describe('what is not taken', () => {
  const junk: readonly (readonly [string, Uint8Array, readonly unknown[]])[] = [
    ['DISC/DICOMDIR', image(7), ['skipped', 'directory']],
    ['DISC/VIEWER/START.EXE', Buffer.from('MZ\0\0'), ['skipped', 'program']],
    ['DISC/report.pdf', Buffer.from('%PDF-1.4 nothing of DICOM'), ['skipped', 'not-dicom']],
    ['DISC/empty', new Uint8Array(0), ['skipped', 'not-dicom']],
    ['DISC/all.zip', Buffer.from('PK\x03\x04 and so on'), ['refused', 'archive-nested']],
    ['DISC/torn', Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), Buffer.alloc(40, 0xff)]), ['held', 'unreadable']],
  ]
  for (const [path, bytes, told] of junk)
    it(`is named with its reason: ${path}`, async () => expect(await sendAll([{ path, bytes }, ...files.slice(0, 1)])).toEqual([told, ['taken', null]]))

  it('is an image with another\'s UID, or of another patient', async () => {
    await sendAll(files)
    const others = [{ path: 'a', bytes: image(1, { [Tags.PixelData]: Buffer.alloc(512, 7) }) }, { path: 'b', bytes: image(9, { [Tags.PatientID]: 'P2' }) }]
    expect(await sendAll(others)).toEqual([['refused', 'conflict'], ['refused', 'mismatch']])
  })

  it('is a file that is longer than the site takes', async () => {
    await test.set(FILE_MEGABYTES, 1)
    const long = image(5, { [Tags.PixelData]: Buffer.alloc(1_100_000), [Tags.Rows]: 550, [Tags.Columns]: 1_000 })
    expect(await sendAll([{ path: 'long', bytes: long }, ...files.slice(0, 1)])).toEqual([['refused', 'too-large'], ['taken', null]])
    expect((await view()).refused).toBe(1)
  })

  it('is told by the page without being sent', async () => {
    const offered = { files: [{ path: 'A/VIEWER.EXE', bytes: 9, reason: 'program' }, { path: 'B/x.zip', bytes: 9, reason: 'archive-encrypted' }] }
    expect(outcomes((await test.call<Answers>('POST', `/api/uploads/${id}/offers`, offered)).json)).toEqual([['skipped', 'program'], ['refused', 'archive-encrypted']])
    expect(await view()).toMatchObject({ skipped: 1, refused: 1 })
  })
})

describe('the report', () => {
  it('lists what happened, by outcome and page by page', async () => {
    const many = { files: Array.from({ length: 120 }, (_, n) => ({ path: `V/${String(n).padStart(3, '0')}.dll`, bytes: 1, reason: 'program' })) }
    await test.call('POST', `/api/uploads/${id}/offers`, many)
    await sendAll(files)
    const first = (await test.call<Report>('GET', `/api/uploads/${id}/files?outcome=skipped`)).json
    const second = (await test.call<Report>('GET', `/api/uploads/${id}/files?outcome=skipped&after=${first.next ?? ''}`)).json
    expect([first.files.length, second.files.length, second.next]).toEqual([100, 20, null])
    expect(new Set([...first.files, ...second.files].map(({ path }) => path)).size).toBe(120)
    expect((await test.call('GET', `/api/uploads/${id}/files?after=nonsense`)).status).toBe(400)
  })

  it('is a table for a spreadsheet, in which nothing is computed', async () => {
    await sendAll([{ path: '=cmd|\' /C calc\'!A0', bytes: Buffer.from('no image') }, { path: 'Ä "quoted", and more', bytes: files[0]?.bytes ?? Buffer.alloc(0) }])
    const lines = (await test.call('GET', `/api/uploads/${id}/report.csv`)).text.split('\r\n')
    expect(lines[0]).toBe('\uFEFFFile,Bytes,Outcome,Reason,Detail,SHA-256')
    expect(lines[1]).toMatch(/^'=cmd\|' \/C calc'!A0,8,left out,no DICOM image,,$/)
    expect(lines[2]).toMatch(/^"Ä ""quoted"", and more",\d+,taken,,,[0-9a-f]{64}$/)
  })
})

describe('who may', () => {
  it('see an upload: its person and an administrator', async () => {
    const paths = ['', '/studies', '/files', '/report.csv'].map((path) => `/api/uploads/${id}${path}`)
    for (const path of paths) {
      const statuses = await Promise.all([CLERK, ADMIN, OTHER, PATIENT, 'nobody'].map(async (as) => (await test.call('GET', path, undefined, as)).status))
      expect([path, statuses]).toEqual([path, [200, 200, 404, 403, 401]])
    }
    const listed = async (as: string) => (await test.call<UploadList>('GET', '/api/uploads', undefined, as)).json.uploads.map((upload) => [upload.id, upload.isOwn, upload.by])
    expect([await listed(CLERK), await listed(ADMIN), await listed(OTHER)]).toEqual([[[id, true, 'clerk\'s name']], [[id, false, 'clerk\'s name']], []])
  })

  it('add to an upload or end it: its person alone', async () => {
    for (const as of [ADMIN, OTHER]) {
      expect((await test.send(id, files, as)).status).toBe(404)
      expect((await test.call('POST', `/api/uploads/${id}/offers`, offerOf(files), as)).status).toBe(404)
      expect((await test.call('PATCH', `/api/uploads/${id}`, { state: 'done' }, as)).status).toBe(404)
    }
  })

  it('upload at all: doctors if the site says so', async () => {
    const asked = () => test.call('POST', '/api/uploads', { label: 'x', files: 1, bytes: 1 }, DOCTOR)
    expect([(await asked()).status, (await test.call<UploadList>('GET', '/api/uploads', undefined, DOCTOR)).json.mayUpload]).toEqual([403, false])
    await test.set(DOCTORS_MAY_UPLOAD, true)
    expect([(await asked()).status, (await test.call<UploadList>('GET', '/api/uploads', undefined, DOCTOR)).json.mayUpload]).toEqual([200, true])
  })

  it('not go beyond what the site takes of one person', async () => {
    await test.set(FILES_MAX, 2)
    expect((await test.call<{ code: string }>('POST', '/api/uploads', { label: 'x', files: 3, bytes: 1 })).json.code).toBe('upload-too-many-files')
    await sql`update upload set taken_bytes = 1000000000`.execute(test.db)
    await test.set(DAILY_GIGABYTES, 1)
    expect((await test.send<{ code: string }>(id, files)).json.code).toBe('upload-daily-limit')
  })
})

describe('the end', () => {
  it('is for good, and audited with its counts', async () => {
    await sendAll(files)
    const ended = await test.call<UploadView>('PATCH', `/api/uploads/${id}`, { state: 'done' })
    expect(ended.json).toMatchObject({ state: 'done', taken: 3 })
    expect((await test.send<{ code: string }>(id, files)).json.code).toBe('upload-over')
    expect((await test.call('PATCH', `/api/uploads/${id}`, { state: 'done' })).status).toBe(200)
    const { rows } = await sql<{ detail: unknown }>`select detail from audit where action = 'archive.upload-ended'`.execute(test.db)
    expect(rows).toEqual([{ detail: { state: 'done', taken: 3, duplicate: 0, held: 0, refused: 0, skipped: 0 } }])
  })

  it('does not move it in the list: the newest begun is the first', async () => {
    const ids = [id, await begin(), await begin()]
    const { uploads } = (await test.call<UploadList>('GET', '/api/uploads')).json
    expect(uploads.map((upload) => upload.id)).toEqual(ids.reverse())
  })

  it('of an offer is the same for what came another way', async () => {
    await test.archive.ingest.file({ kind: 'import' }, inChunks(files[0]?.bytes ?? Buffer.alloc(0)))
    expect(await offer(files.slice(0, 1))).toEqual([['duplicate', null]])
  })
})
