/**
 * kill -9 while a patient's files are being prepared, in each state. Each request ends ready or clearly failed after the
 * next start; none hangs.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { Tags } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest'
import { RemoteArchive, studyOf, type Image as Remote } from '../../modules/devices/testing.ts'
import { freePort } from '../../packages/dicom-net/src/interop/testing.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import { askDatabase, runNow } from '../setup/embedded-database.ts'
import { eventually } from '../setup/eventually.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Client, sha256 } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { examsOf, whenReady } from '../setup/running-product.ts'
import { Scratch } from '../setup/scratch.ts'

const MINUTES = 60_000
const PASSWORD = 'long enough'
/** Images of the exam that is fetched. */
const ON_PACS = 4

const scratch = new Scratch()
const data = join(scratch.path, 'data')
let server: FilmjacketProcess
let admin: Client
let dicomPort: number

beforeEach((context) => {
  if (whyNotBuilt !== null) context.skip(whyNotBuilt)
})
beforeAll(async () => {
  if (whyNotBuilt !== null) return
  dicomPort = await freePort()
  await serve()
  admin = await server.firstAdministrator(PASSWORD)
  await add({ description: 'Scanner', aeTitle: 'SCANNER' })
}, 2 * MINUTES)
afterAll(async () => {
  if (whyNotBuilt === null) await server.killWithDatabase()
  scratch.remove()
})

async function serve(): Promise<void> {
  server = await FilmjacketProcess.serve(data, '--dicom', String(dicomPort))
}

async function add(device: object): Promise<string> {
  const { status, text, json } = await admin.post('/api/devices', device)
  assert.equal(status, 200, text)
  return (json as { id: string }).id
}

/** A patient of whose exam one image is here. */
async function patient(patientId: string, studyUid: string): Promise<{ client: Client; examId: string }> {
  const added = await admin.post('/api/accounts', { username: patientId.toLowerCase(), displayName: patientId, role: 'patient', patientId })
  const client = new Client(server.url)
  await client.post('/api/invitations/redeem', { token: (added.json as { token: string }).token, password: PASSWORD })
  await dicomSend([makeImage({ patientId, studyUid, instanceUid: `${studyUid}.0.1`, seriesUid: `${studyUid}.1` })], { port: dicomPort, callingAe: 'SCANNER' })
  const exam = await eventually('the exam is here', async () => (await examsOf(client))[0])
  return { client, examId: exam.id }
}

/** A session outlives the process that gave it. */
async function signedIn(patientId: string): Promise<Client> {
  const client = new Client(server.url)
  assert.equal((await client.post('/api/sessions', { username: patientId.toLowerCase(), password: PASSWORD })).status, 200)
  return client
}

async function ask(client: Client, examId: string): Promise<string> {
  const { status, json, text } = await client.post('/api/requests', { examId, format: 'zip', consent: true })
  assert.equal(status, 200, text)
  return (json as { id: string }).id
}

async function digestOf(client: Client, requestId: string): Promise<string> {
  return sha256((await client.get(`/api/requests/${requestId}/file`)).bytes)
}

interface Row { readonly state: string; readonly fetched: number; readonly instances: number }

async function row(id: string): Promise<Row | undefined> {
  return (await askDatabase<Row & { id: string }>(data, `select state, fetched, instances from portal_request where id = '${id}'`))[0]
}

/** The sweep for lost work runs each minute, whatever else makes it run. */
async function ended(id: string): Promise<Row> {
  const look = async () => {
    const now = await row(id)
    return now !== undefined && ['ready', 'failed'].includes(now.state) && now
  }
  return eventually('the request has ended', look).catch(() => eventually('the request has ended', look))
}

/** An archive that stops in the middle of the third image until it is let go. */
async function stoppingArchive(images: readonly Remote[]): Promise<{ archive: RemoteArchive; goOn: () => void }> {
  const archive = await RemoteArchive.open(images, dicomPort)
  let sent = 0
  let goOn = () => {}
  const stopped = new Promise<void>((resolve) => (goOn = resolve))
  archive.behaviour = { sending: () => (++sent === 3 ? stopped : undefined) }
  return { archive, goOn }
}

/** Takes calls and says nothing. */
async function silentArchive(): Promise<Server> {
  const silent = createServer((socket) => void socket.on('error', () => undefined))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  return silent
}

describe('kill -9', () => {
  it('of a request that waits, one that is being fetched and one that is ready: all three end well', async () => {
    const done = await patient('KILL-READY', '1.2.3.1')
    const readyId = await ask(done.client, done.examId)
    await whenReady(done.client, readyId)
    const before = await digestOf(done.client, readyId)

    const { archive, goOn } = await stoppingArchive(studyOf('1.2.3.2', ON_PACS, { [Tags.PatientID]: 'KILL-FETCH' }))
    await add({ description: 'PACS', aeTitle: 'ARCHIVE', host: '127.0.0.1', port: archive.port, roles: ['query'], patientsMayDownload: true, mayCall: true })
    const fetching = await patient('KILL-FETCH', '1.2.3.2')
    const fetchedId = await ask(fetching.client, fetching.examId)
    await eventually('images are being fetched', async () => (await row(fetchedId))?.state === 'retrieving')

    const silent = await silentArchive()
    const port = (silent.address() as { port: number }).port
    const silentId = await add({ description: 'Silent', aeTitle: 'SILENT', host: '127.0.0.1', port, roles: ['query'], patientsMayDownload: true, mayCall: true })
    const waiting = await patient('KILL-WAIT', '1.2.3.3')
    const waitingId = await ask(waiting.client, waiting.examId)
    assert.equal((await row(waitingId))?.state, 'queued')

    await server.kill()
    goOn()
    silent.close()
    await serve()
    admin = new Client(server.url)
    await admin.post('/api/sessions', { username: 'admin', password: PASSWORD })
    await admin.delete(`/api/devices/${silentId}`)
    // As if the time in which its job may be silent were over.
    await askDatabase(data, 'update portal_request set alive_until = now() where alive_until is not null')
    await runNow(data, 'portal.resume-requests')

    assert.equal((await ended(waitingId)).state, 'ready')
    assert.deepEqual(await ended(fetchedId), { state: 'ready', fetched: ON_PACS, instances: ON_PACS })
    const again = await signedIn('KILL-READY')
    assert.equal(await digestOf(again, readyId), before)
    assert.equal((await (await signedIn('KILL-FETCH')).get(`/api/requests/${fetchedId}/file`)).status, 200)
  }, 5 * MINUTES)
})
