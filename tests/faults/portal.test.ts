/**
 * What goes wrong around a patient's download: a line that breaks again and again, a PACS that lies, loses or hangs up, a mail server
 * that says no for minutes, twenty patients at once.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { newUid, Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { RemoteArchive, studyOf, type Image as Remote } from '../../modules/devices/testing.ts'
import { Chance, seedOfRun } from '../setup/chance.ts'
import { dicomSend, type Receiver } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import { sha256, type Client } from '../setup/http-client.ts'
import { makeImage, type Image } from '../setup/images.ts'
import { askFor, examsOf, RunningProduct, whenReady, type Exam, type Request } from '../setup/running-product.ts'

const CUTS = 50
const PATIENTS = 20
/** As many as ten minutes of "come back later" would bring. */
const REFUSALS = 8

let product: RunningProduct
let admin: Client
let scanner: Receiver
let post: SMTPServer
const refusing = { left: 0, refused: 0, taken: [] as string[] }

beforeAll(async () => {
  post = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => void simpleParser(stream).then(({ text = '' }) => {
      if (refusing.left-- > 0) {
        refusing.refused++
        done(Object.assign(new Error('come back later'), { responseCode: 451 }))
        return
      }
      refusing.taken.push(text)
      done()
    }),
  })
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve))
  const { port } = post.server.address() as { port: number }
  product = await RunningProduct.start({ FILMJACKET_SMTP_URL: `smtp://127.0.0.1:${port}`, FILMJACKET_MAIL_FROM: 'Images <images@example.org>' })
  admin = (await product.person('admin', 'admin')).client
  scanner = await product.device()
})
afterAll(async () => {
  await product.stop()
  await new Promise<void>((resolve) => post.close(() => resolve()))
})

interface Known {
  readonly client: Client
  readonly exam: Exam
  readonly images: readonly Image[]
}

let patients = 0

async function patient(count = 3): Promise<Known> {
  const patientId = `FAULT-${++patients}`
  const study = { patientId, studyUid: newUid(), seriesUid: newUid() }
  const images = Array.from({ length: count }, (_, seed) => makeImage({ ...study, seed: seed + 100 * patients, side: 64 }))
  const { client } = await product.person('patient', patientId.toLowerCase(), patientId)
  await dicomSend(images, scanner)
  const exam = await eventually('the exam is here', async () => (await examsOf(client)).find(({ instances }) => instances === count))
  return { client, exam, images }
}

describe('a download over a line that breaks', () => {
  for (const format of ['zip', 'iso'] as const) {
    it(`goes on where it was, ${CUTS} times, to the same SHA-256 as ${format}`, async ({ annotate }) => {
      const { client, exam } = await patient()
      const { id, sizeBytes } = await whenReady(client, (await askFor(client, exam.id, format)).id)
      const path = `/api/requests/${id}/file`
      const whole = await client.get(path)
      const chance = new Chance(seedOfRun())
      await annotate(`seed ${chance.seed}`)
      const cuts = Array.from({ length: CUTS }, () => chance.between(1, sizeBytes ?? 0)).toSorted((a, b) => a - b)
      const parts: Buffer[] = []
      for (const [n, end] of [...cuts, sizeBytes ?? 0].entries()) {
        const start = n === 0 ? 0 : (cuts[n - 1] ?? 0)
        if (start === end) continue
        parts.push(await begun(client, path, { start, wanted: end - start, etag: whole.headers.get('etag') ?? '' }))
      }
      assert.equal(sha256(Buffer.concat(parts)), sha256(whole.bytes))
    })
  }
})

interface Piece {
  readonly start: number
  readonly wanted: number
  readonly etag: string
}

/** Asks for all that is left, and hangs up after so many bytes. */
async function begun(client: Client, path: string, { start, wanted, etag }: Piece): Promise<Buffer> {
  const gone = new AbortController()
  const answer = await client.open('GET', path, undefined, { range: `bytes=${start}-`, 'if-range': etag }, gone.signal)
  assert.equal(answer.status, 206)
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of answer.body ?? []) {
    parts.push(Buffer.from(part as Uint8Array))
    bytes += (part as Uint8Array).length
    if (bytes >= wanted) break
  }
  gone.abort()
  return Buffer.concat(parts).subarray(0, wanted)
}

async function ended(client: Client, id: string): Promise<Request & { failure: string | null; instances: number }> {
  return eventually('the request has ended', async () => {
    // The library waits ever longer between tries: a test does not.
    await sql`update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at > now()`.execute(product.db)
    const request = (await client.get(`/api/requests/${id}`)).json as Request & { failure: string | null; instances: number }
    return !['queued', 'retrieving'].includes(request.state) && request
  })
}

/** A PACS with more of a patient's exam than is here. */
async function withPacs(work: (known: Known, archive: RemoteArchive, images: readonly Remote[]) => Promise<void>): Promise<void> {
  const patientId = `FAULT-${++patients}`
  const studyUid = newUid()
  const images = studyOf(studyUid, 6, { [Tags.PatientID]: patientId })
  const { client } = await product.person('patient', patientId.toLowerCase(), patientId)
  await dicomSend([makeImage({ patientId, studyUid, seriesUid: `${studyUid}.1`, instanceUid: `${studyUid}.0.1`, side: 64 })], scanner)
  const exam = await eventually('the exam is here', async () => (await examsOf(client))[0])
  const archive = await RemoteArchive.open(images, product.server.dicomPort)
  const device = { description: 'PACS', aeTitle: 'ARCHIVE', host: '127.0.0.1', port: archive.port, roles: ['query'], patientsMayDownload: true, mayCall: true }
  const added = await admin.post('/api/devices', device)
  assert.equal(added.status, 200, added.text)
  try {
    await work({ client, exam, images: [] }, archive, images)
  } finally {
    await admin.delete(`/api/devices/${(added.json as { id: string }).id}`)
    await archive.close()
  }
}

describe('a PACS', () => {
  it('that hangs up in the middle is asked again, for what is missing alone', () => withPacs(async ({ client, exam }, archive) => {
    let sent = 0
    archive.behaviour = {
      sending: () => {
        if (++sent === 3) throw new Error('hung up')
        return undefined
      },
    }
    const { id } = await askFor(client, exam.id, 'zip')
    const request = await ended(client, id)
    assert.deepEqual([request.state, request.instances], ['ready', 6])
    const last = archive.asked.at(-1)
    assert.ok(last !== undefined && last.level === 'IMAGE' && last.instances.length < 5, JSON.stringify(archive.asked))
  }), 120_000)

  it('that knows another patient under the same study gives nothing of them away', () => withPacs(async ({ client, exam }, archive) => {
    const before = (await examsOf(client))[0]?.instances
    archive.images.push(...studyOf(newUid(), 2, { [Tags.PatientID]: 'SOMEBODY-ELSE' }))
    const { id } = await askFor(client, exam.id, 'zip')
    assert.equal((await ended(client, id)).instances, 6)
    assert.equal(before, 1)
    assert.deepEqual((await examsOf(client)).map(({ id: of }) => of), [exam.id])
  }), 120_000)
})

describe('a mail server', () => {
  it('that says no for ten minutes gets the notice once it says yes, and once', async () => {
    const { client, exam } = await patient()
    Object.assign(refusing, { left: REFUSALS, refused: 0, taken: [] })
    const wish = { examId: exam.id, format: 'zip', consent: true, notifyAddress: 'anna@example.org' }
    assert.equal((await client.post('/api/requests', wish)).status, 200)
    await eventually('the mail is taken', async () => {
      await sql`update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at > now()`.execute(product.db)
      return refusing.taken.length > 0
    })
    assert.equal(refusing.refused, REFUSALS)
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from graphile_worker._private_jobs as j
      join graphile_worker._private_tasks as t on t.id = j.task_id where t.identifier = 'notify.send-mail'`.execute(product.db)
    assert.deepEqual([refusing.taken.length, rows[0]?.n], [1, 0])
    assert.match(refusing.taken[0] ?? '', /\/exams\/stu_\w+\?show=download/)
  })
})

describe('a crowd', () => {
  it(`of ${PATIENTS} patients at once: each gets their own images, all of them, and no other's`, async ({ annotate }) => {
    const known: Known[] = []
    for (let n = 0; n < PATIENTS; n++) known.push(await patient(2))
    const since = performance.now()
    const asked = await Promise.all(known.map(async (each) => ({ ...each, id: (await askFor(each.client, each.exam.id, 'zip')).id })))
    const files = await Promise.all(asked.map(async ({ client, id }) => {
      await whenReady(client, id)
      return (await client.get(`/api/requests/${id}/file`)).bytes
    }))
    await annotate(`${PATIENTS} files asked for, prepared and downloaded in ${Math.round(performance.now() - since)} ms`)
    for (const [n, file] of files.entries()) {
      for (const [m, { images }] of known.entries())
        for (const { dataSet } of images) assert.equal(file.includes(Buffer.from(dataSet)), n === m)
    }
  }, 120_000)

  it('of one: how long from the wish to the ready file, of an exam that is here', async ({ annotate }) => {
    const { client, exam } = await patient(50)
    const times: number[] = []
    for (let n = 0; n < 7; n++) {
      const since = performance.now()
      const { id } = await askFor(client, exam.id, n % 2 === 0 ? 'zip' : 'iso')
      await whenReady(client, id)
      times.push(performance.now() - since)
      await client.delete(`/api/requests/${id}`)
    }
    const sorted = times.toSorted((a, b) => a - b)
    await annotate(`request to ready: median ${Math.round(sorted[3] ?? 0)} ms, slowest ${Math.round(sorted.at(-1) ?? 0)} ms, of 7`)
  }, 120_000)
})
