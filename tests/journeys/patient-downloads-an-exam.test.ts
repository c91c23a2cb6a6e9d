/** J1 and J2: from the scanner to the file on the patient's own disk. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newUid, Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { dicomSend } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import { eventsOf, sha256, type Client } from '../setup/http-client.ts'
import { makeImage, type Image } from '../setup/images.ts'
import {
  askFor, examsOf, RunningProduct, whenReady, type Person, type Request,
} from '../setup/running-product.ts'

const HOUR_MS = 3_600_000
const SLICES = 5

let product: RunningProduct
let admin: Client
let patient: Person
let stranger: Person
const study = { patientId: 'P-77', studyUid: newUid(), seriesUid: newUid() }

beforeAll(async () => {
  product = await RunningProduct.start()
  admin = await product.firstAdministrator()
  patient = await product.person('patient', 'erin', study.patientId)
  stranger = await product.person('patient', 'frank', 'P-78')
})
afterEach(removeAll)
afterAll(() => product.stop())

function slices(): readonly Image[] {
  return Array.from({ length: SLICES }, (_, seed) => makeImage({
    ...study, seed, side: 128,
    elements: { [Tags.AccessionNumber]: 'ACC/77', [Tags.StudyDescription]: 'CT head' },
  }))
}

async function theExam() {
  const [exam] = await examsOf(patient.client)
  return exam ?? assert.fail('no exam')
}

async function ready(format: 'zip' | 'iso' = 'zip'): Promise<Request> {
  const { id } = await askFor(patient.client, (await theExam()).id, format)
  return whenReady(patient.client, id)
}

async function removeAll(): Promise<void> {
  const { requests } = (await patient.client.get('/api/requests')).json as { requests: readonly Request[] }
  for (const { id } of requests) await patient.client.delete(`/api/requests/${id}`)
}

describe('an image arrives', () => {
  it('from a device that the administrator has added, and is on its patient\'s list', async () => {
    const added = await admin.post('/api/devices', { description: 'CT in room 2', aeTitle: 'CT2' })
    assert.equal(added.status, 200)
    const statuses = await dicomSend(slices(), { port: product.server.dicomPort, callingAe: 'CT2' })
    assert.deepEqual(statuses, Array(SLICES).fill(0x0000))
    const { description, accessionNumber, instances, series } = await theExam()
    assert.deepEqual({ description, accessionNumber, instances, series },
      { description: 'CT head', accessionNumber: 'ACC/77', instances: SLICES, series: 1 })
  })

  it('and a picture of it follows when the study has settled', async () => {
    const exam = await eventually('a thumbnail', async () => (await theExam()).hasThumbnail && (await theExam()))
    const { status, headers, bytes } = await patient.client.get(`/api/exams/${exam.id}/thumbnail`)
    assert.equal(status, 200)
    assert.equal(headers.get('content-type'), 'image/jpeg')
    assert.equal(bytes.toString('hex', 0, 3), 'ffd8ff')
  })

  it('and is on nobody else\'s list', async () => {
    assert.deepEqual(await examsOf(stranger.client), [])
  })
})

describe('a request', () => {
  it('without consent is refused, and nothing is prepared', async () => {
    const examId = (await theExam()).id
    for (const consent of [undefined, false, null, 'yes', 0]) {
      const { status, code } = await patient.client.post('/api/requests', { examId, format: 'zip', consent })
      assert.deepEqual({ consent, status, code }, { consent, status: 400, code: 'invalid-input' })
    }
    assert.equal(await product.count('portal_request'), 0)
  })

  it('for somebody else\'s exam is answered as one for an exam that never was', async () => {
    const wish = { format: 'zip', consent: true }
    const others = await stranger.client.post('/api/requests', { ...wish, examId: (await theExam()).id })
    const absent = await stranger.client.post('/api/requests', { ...wish, examId: 'stu_00000000000000000000000000' })
    assert.equal(others.status, 404)
    assert.deepEqual([others.status, others.text], [absent.status, absent.text])
  })

  it('becomes ready, and the open page is told', async () => {
    const gone = new AbortController()
    const events = eventsOf(await patient.client.open('GET', '/api/events', undefined, {}, gone.signal))
    const { id } = await askFor(patient.client, (await theExam()).id, 'zip')
    for await (const { name, data } of events) {
      const request = data as Request
      if (name === 'request' && request.id === id && request.state === 'ready') break
    }
    gone.abort()
    assert.equal((await whenReady(patient.client, id)).state, 'ready')
  })

  it('is told to nobody else', async () => {
    const gone = new AbortController()
    const events = eventsOf(await stranger.client.open('GET', '/api/events', undefined, {}, gone.signal))
    await ready()
    // PostgreSQL delivers in order: when this arrives, all that came before it has been passed over.
    await sql`select pg_notify('filmjacket_live', ${JSON.stringify({ account: stranger.id, name: 'last', data: null })})`.execute(product.db)
    for await (const { name } of events) {
      if (name === 'last') break
      assert.equal(name, 'heartbeat')
    }
    gone.abort()
  })

  it('of somebody else is answered as one that never was, by every route', async () => {
    const { id } = await ready()
    for (const [method, suffix] of [['GET', ''], ['GET', '/file'], ['HEAD', '/file'], ['DELETE', '']] as const) {
      const others = await stranger.client.call(method, `/api/requests/${id}${suffix}`)
      const absent = await stranger.client.call(method, `/api/requests/req_00000000000000000000000000${suffix}`)
      assert.equal(others.status, 404, `${method} ${suffix}`)
      assert.deepEqual([others.status, others.text], [absent.status, absent.text], `${method} ${suffix}`)
    }
    assert.equal((await patient.client.get(`/api/requests/${id}`)).status, 200)
  })

  it('is not cut short by another site that knows its address', async () => {
    const { id } = await ready()
    const forged = await patient.client.call('DELETE', `/api/requests/${id}`, undefined, { 'sec-fetch-site': 'cross-site' })
    assert.equal(forged.code, 'foreign-site')
    assert.equal((await patient.client.get(`/api/requests/${id}`)).status, 200)
  })
})

describe('the file', () => {
  for (const format of ['zip', 'iso'] as const) {
    it(`as ${format} has the announced size and a name of Accession and Description`, async () => {
      const { id, sizeBytes } = await ready(format)
      const { status, headers, bytes } = await patient.client.get(`/api/requests/${id}/file`)
      assert.equal(status, 200)
      assert.equal(bytes.length, sizeBytes)
      const disposition = headers.get('content-disposition') ?? ''
      assert.ok(disposition.startsWith('attachment;') && disposition.endsWith(`filename*=UTF-8''ACC%2077-CT%20head.${format}`), disposition)
      assert.equal(headers.get('cache-control'), 'private, no-store')
    })

    it(`as ${format} broken off and resumed by Range has the same SHA-256 as in one piece`, async () => {
      const { id } = await ready(format)
      const path = `/api/requests/${id}/file`
      const whole = await patient.client.get(path)
      const part = await firstBytes(patient.client, path, 40_000)
      const etag = whole.headers.get('etag') ?? ''
      const rest = await patient.client.get(path, { range: `bytes=${part.length}-`, 'if-range': etag })
      assert.equal(rest.status, 206)
      assert.equal(rest.headers.get('content-range'), `bytes ${part.length}-${whole.bytes.length - 1}/${whole.bytes.length}`)
      assert.equal(sha256(Buffer.concat([part, rest.bytes])), sha256(whole.bytes))
    })
  }

  it('is sent whole to who holds another version', async () => {
    const { id, sizeBytes } = await ready()
    const old = { range: 'bytes=100-', 'if-range': '"an old tag"' }
    const { status, bytes } = await patient.client.get(`/api/requests/${id}/file`, old)
    assert.deepEqual([status, bytes.length], [200, sizeBytes])
  })

  it('is not sent to who holds it', async () => {
    const { id } = await ready()
    const { headers } = await patient.client.call('HEAD', `/api/requests/${id}/file`)
    const { status, bytes } = await patient.client.get(`/api/requests/${id}/file`, { 'if-none-match': headers.get('etag') ?? '' })
    assert.deepEqual([status, bytes.length], [304, 0])
  })

  it('is described by HEAD as GET would send it, without a byte', async () => {
    const { id, sizeBytes } = await ready()
    const head = await patient.client.call('HEAD', `/api/requests/${id}/file`)
    const get = await patient.client.get(`/api/requests/${id}/file`)
    assert.deepEqual([head.status, head.bytes.length], [200, 0])
    assert.equal(head.headers.get('content-length'), String(sizeBytes))
    for (const name of ['etag', 'content-type', 'content-disposition', 'accept-ranges', 'content-length'])
      assert.equal(head.headers.get(name), get.headers.get(name), name)
  })

  it('has no bytes behind its end', async () => {
    const { id, sizeBytes } = await ready()
    const { status, headers } = await patient.client.get(`/api/requests/${id}/file`, { range: `bytes=${sizeBytes}-` })
    assert.deepEqual([status, headers.get('content-range')], [416, `bytes */${sizeBytes}`])
  })

  it('is noted as downloaded when its last byte has left, not by HEAD and not by its beginning', async () => {
    const { id, sizeBytes } = await ready()
    const path = `/api/requests/${id}/file`
    const noted = async () => ((await patient.client.get(`/api/requests/${id}`)).json as Request).lastDownloadedAt
    await patient.client.call('HEAD', path)
    await patient.client.get(path, { range: 'bytes=0-999' })
    assert.equal(await noted(), null)
    await patient.client.get(path, { range: `bytes=1000-${(sizeBytes ?? 0) - 1}` })
    await eventually('the download is noted', async () => (await noted()) !== null)
  })

  it('is the same after a restart of the server', async () => {
    const { id } = await ready()
    const before = await patient.client.get(`/api/requests/${id}/file`)
    product = await product.restart()
    patient = { ...patient, client: await product.session(patient.id) }
    stranger = { ...stranger, client: await product.session(stranger.id) }
    const after = await patient.client.get(`/api/requests/${id}/file`)
    assert.equal(after.headers.get('etag'), before.headers.get('etag'))
    assert.equal(sha256(after.bytes), sha256(before.bytes))
  })

  it('is never written down on its way: not in the data folder, not among temporary files', async () => {
    const written = watchFolders([product.dataFolder, temporaryFolder()])
    for (const format of ['zip', 'iso'] as const) {
      const { id } = await ready(format)
      await patient.client.get(`/api/requests/${id}/file`)
    }
    assert.deepEqual(await written(), [])
  })
})

describe('limits and ends', () => {
  it('three may wait: the fourth is refused until one is cancelled', async () => {
    const examId = (await theExam()).id
    const waiting = await whileNothingIsPrepared(async () => {
      const ids: string[] = []
      for (let n = 0; n < 3; n++) ids.push((await askFor(patient.client, examId, 'zip')).id)
      const wish = { examId, format: 'zip', consent: true }
      const refused = await patient.client.post('/api/requests', wish)
      assert.deepEqual([refused.status, refused.code], [409, 'request-queue-full'])
      const waits = await patient.client.get(`/api/requests/${ids[0]}/file`)
      assert.deepEqual([waits.status, waits.code], [409, 'request-not-ready'])
      assert.equal((await patient.client.delete(`/api/requests/${ids[0]}`)).status, 204)
      assert.equal(((await patient.client.get(`/api/requests/${ids[0]}`)).json as Request).state, 'cancelled')
      assert.equal((await patient.client.post('/api/requests', wish)).status, 200)
      return ids
    })
    await whenReady(patient.client, waiting[1] ?? '')
    assert.equal(((await patient.client.get(`/api/requests/${waiting[0]}`)).json as Request).state, 'cancelled')
  })

  it('three at once, of twenty asked for at once', async () => {
    const wish = { examId: (await theExam()).id, format: 'zip', consent: true }
    const statuses = await whileNothingIsPrepared(() => Promise.all(
      Array.from({ length: 20 }, async () => (await patient.client.post('/api/requests', wish)).status)))
    assert.equal(statuses.filter((status) => status === 200).length, 3)
    assert.equal(statuses.filter((status) => status === 409).length, 17)
  })

  it('ten may be held: the eleventh is refused until one is removed', async () => {
    for (let n = 0; n < 10; n++) await ready()
    const wish = { examId: (await theExam()).id, format: 'iso', consent: true }
    const refused = await patient.client.post('/api/requests', wish)
    assert.deepEqual([refused.status, refused.code], [409, 'request-limit'])
    const { requests } = (await patient.client.get('/api/requests')).json as { requests: readonly Request[] }
    const removed = requests.find(({ state }) => state === 'ready') ?? assert.fail()
    await patient.client.delete(`/api/requests/${removed.id}`)
    const gone = await patient.client.get(`/api/requests/${removed.id}/file`)
    assert.deepEqual([gone.status, gone.code], [410, 'request-expired'])
    const { status } = await patient.client.post('/api/requests', wish)
    assert.equal(status, 200)
  })

  it('after 72 hours it is gone, at once and without a sweep', async () => {
    const { id } = await ready()
    await ageRequest(id, 72 * HOUR_MS - 60_000)
    assert.equal((await patient.client.call('HEAD', `/api/requests/${id}/file`)).status, 200)
    await ageRequest(id, 60_000)
    for (const headers of [{}, { range: 'bytes=0-9' }]) {
      const { status, code } = await patient.client.get(`/api/requests/${id}/file`, headers)
      assert.deepEqual([status, code], [410, 'request-expired'])
    }
    assert.equal(((await patient.client.get(`/api/requests/${id}`)).json as Request).state, 'expired')
    assert.equal((await theExam()).request, null)
  })

  it('a patient whose grant has ended gets no byte more of what is ready', async () => {
    const { id } = await ready()
    await sql`update access_grant set ended_at = now() where account_id = ${patient.id}`.execute(product.db)
    const { status } = await patient.client.get(`/api/requests/${id}/file`)
    assert.equal(status, 404)
    assert.deepEqual(await examsOf(patient.client), [])
  })

  it('all of it is in the audit: consent, downloads, removals, without a name', async () => {
    const { rows } = await sql<{ action: string; all: string }>`
      select action, string_agg(detail::text, '') as all from audit group by action`.execute(product.db)
    const actions = rows.map(({ action }) => action)
    for (const action of ['devices.added', 'portal.request-created', 'portal.downloaded', 'portal.request-removed', 'portal.request-cancelled'])
      assert.ok(actions.includes(action), action)
    assert.match(rows.find(({ action }) => action === 'portal.request-created')?.all ?? '', /"consent": true/)
    assert.doesNotMatch(JSON.stringify(rows), /Example|Erin|CT head|ACC/)
  })
})

/** The beginning of a download whose client then goes away. */
async function firstBytes(client: Client, path: string, wanted: number): Promise<Buffer> {
  const gone = new AbortController()
  const response = await client.open('GET', path, undefined, {}, gone.signal)
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    parts.push(part as Uint8Array)
    bytes += (part as Uint8Array).length
    if (bytes >= wanted) break
  }
  gone.abort()
  return Buffer.concat(parts).subarray(0, wanted)
}

/** Jobs stay in the queue while `work` runs: their table cannot be changed. */
async function whileNothingIsPrepared<T>(work: () => Promise<T>): Promise<T> {
  const hold = sql`update graphile_worker._private_jobs set run_at = now() + interval '1 hour' where locked_at is null`
  await sql`create function hold_jobs() returns trigger language plpgsql as
    $$ begin new.run_at := now() + interval '1 hour'; return new; end $$`.execute(product.db)
  await sql`create trigger hold before insert on graphile_worker._private_jobs for each row execute function hold_jobs()`.execute(product.db)
  try {
    await hold.execute(product.db)
    return await work()
  } finally {
    await sql`drop trigger hold on graphile_worker._private_jobs`.execute(product.db)
    await sql`drop function hold_jobs`.execute(product.db)
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(product.db)
    await sql`select pg_notify('jobs:insert', '{"r":"0","count":9}')`.execute(product.db)
  }
}

async function ageRequest(id: string, ms: number): Promise<void> {
  await sql`update portal_request set expires_at = expires_at - ${ms} * interval '1 millisecond' where id = ${id}`.execute(product.db)
}

let temporary: string | null = null
const { TMPDIR: outside } = process.env

/** Where this process puts temporary files from now on. */
function temporaryFolder(): string {
  temporary ??= mkdtempSync(join(tmpdir(), 'filmjacket-tmp-'))
  process.env['TMPDIR'] = temporary
  return temporary
}
afterAll(() => {
  if (outside === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = outside
  if (temporary !== null) rmSync(temporary, { recursive: true })
})

/** @returns what was made, moved or changed below the folders since, however short it was there. */
/** The program's log is written to at any time. */
const LOG = /(^|\/)log\//

function watchFolders(folders: readonly string[]): () => Promise<readonly string[]> {
  const seen: string[] = []
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, (_event, name) => void seen.push(join(folder, String(name)))))
  const before = folders.flatMap(listing)
  return async () => {
    const after = folders.flatMap(listing).filter((line) => !before.includes(line))
    // Told in order: when the marks are seen, all that was written before them has been.
    const marks = folders.map((folder) => join(folder, 'mark'))
    for (const mark of marks) writeFileSync(mark, '')
    await eventually('the watchers see the marks', () => Promise.resolve(marks.every((mark) => seen.includes(mark))))
    for (const watcher of watchers) watcher.close()
    return [...seen.filter((path) => !marks.includes(path)), ...after].filter((path) => !LOG.test(path))
  }
}

function listing(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const { size, mtimeMs } = statSync(join(folder, name))
    return `${name} ${size} ${mtimeMs}`
  })
}
