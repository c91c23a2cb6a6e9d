/**
 * A patient asks for an exam of which a PACS holds more images than we: they are fetched, counted while they come, and packed
 * with what was here. POR-05, POR-22. With DCMTK's archive and with Orthanc as the PACS.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { newUid } from '@filmjacket/dicom-data'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { dicomSend } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import { ORTHANC, startDcmqrscp, startOrthanc, type ForeignServer } from '../setup/foreign-server.ts'
import type { Client } from '../setup/http-client.ts'
import { fileOf, makeImage, type Image } from '../setup/images.ts'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { examsOf, RunningProduct } from '../setup/running-product.ts'
import { Scratch } from '../setup/scratch.ts'

const noDcmtk = whyMissing('dcmqrscp', 'storescu')
const noOrthanc = existsSync(ORTHANC) ? noDcmtk : 'not installed: Orthanc'

let product: RunningProduct
let admin: Client
let adminId: string
const scratch = new Scratch()
const foreign: ForeignServer[] = []
const silent: Server[] = []

beforeAll(async () => {
  product = await RunningProduct.start()
  const person = await product.person('admin', 'admin')
  ;[admin, adminId] = [person.client, person.id]
})
afterEach(async () => {
  for (const server of foreign.splice(0)) await server.stop()
  for (const server of silent.splice(0)) server.close()
  const { devices } = (await admin.get('/api/devices')).json as { devices: readonly { id: string }[] }
  for (const { id } of devices) await admin.delete(`/api/devices/${id}`)
})
afterAll(async () => {
  await product.stop()
  scratch.remove()
})

let patients = 0

interface Known {
  readonly client: Client
  readonly accountId: string
  readonly examId: string
  readonly images: readonly Image[]
}

/** A patient with an exam of eight images, of which we hold two. */
async function patient(): Promise<Known> {
  const patientId = `PACS-${++patients}`
  const [studyUid, seriesUid] = [newUid(), newUid()]
  const images = Array.from({ length: 8 }, (_, seed) => makeImage({ patientId, studyUid, seriesUid, seed, side: 64 }))
  const { id: accountId, client } = await product.person('patient', patientId.toLowerCase(), patientId)
  await dicomSend(images.slice(0, 2), await product.device(`SCANNER${patients}`))
  const exam = await eventually('the exam is here', async () => (await examsOf(client)).find(({ instances }) => instances === 2))
  return { client, accountId, examId: exam.id, images }
}

/** Lets patients take images from there, or not. */
async function pacs(aeTitle: string, port: number, patientsMayDownload = true): Promise<void> {
  const device = { aeTitle, description: 'PACS', host: '127.0.0.1', port, roles: ['query'], patientsMayDownload, mayCall: true }
  const { status, text } = await admin.post('/api/devices', device)
  assert.equal(status, 200, text)
}

/** Puts images into a PACS, as a scanner would. */
async function give(images: readonly Image[], calledAe: string, port: number): Promise<void> {
  const folder = mkdtempSync(join(scratch.path, 'given-'))
  images.forEach((image, n) => writeFileSync(join(folder, String(n)), fileOf(image)))
  const { status, stderr } = await runProgram('storescu', ['-aec', calledAe, '+sd', '127.0.0.1', String(port), folder], { TCP_NODELAY: '1' })
  assert.equal(status, 0, stderr)
}

async function dcmqrscp(images: readonly Image[], mayDownload = true): Promise<void> {
  const server = await startDcmqrscp(join(scratch.path, `dcmqrscp${patients}`), { aeTitle: 'FILMJACKET', port: product.server.dicomPort })
  foreign.push(server)
  await give(images, 'ARCHIVE', server.port)
  await pacs('ARCHIVE', server.port, mayDownload)
}

interface Request {
  readonly id: string
  readonly state: string
  readonly instances: number
  readonly fetched: number
  readonly maybePartial: boolean
  readonly failure: string | null
}

async function ask({ client, examId }: Known): Promise<string> {
  const { status, json, text } = await client.post('/api/requests', { examId, format: 'zip', consent: true })
  assert.equal(status, 200, text)
  return (json as Request).id
}

async function ended({ client }: Known, id: string): Promise<Request> {
  return eventually('the request has ended', async () => {
    const request = (await client.get(`/api/requests/${id}`)).json as Request
    return !['queued', 'retrieving'].includes(request.state) && request
  })
}

/** As they were sent, byte for byte. */
async function expectAllOf({ client, images }: Known, id: string): Promise<void> {
  const zip = (await client.get(`/api/requests/${id}/file`)).bytes
  for (const { dataSet } of images) assert.ok(zip.includes(Buffer.from(dataSet)), 'an image is missing')
}

describe('a patient whose exam is partly on a PACS', () => {
  it.skipIf(noDcmtk !== null)('takes home all of it, from DCMTK\'s archive', async () => {
    const known = await patient()
    await dcmqrscp(known.images)
    const id = await ask(known)
    const request = await ended(known, id)
    assert.deepEqual([request.state, request.instances, request.fetched, request.maybePartial], ['ready', 8, 8, false])
    await expectAllOf(known, id)
    assert.equal((await examsOf(known.client))[0]?.instances, 8)
  }, 120_000)

  it.skipIf(noDcmtk !== null)('takes home what somebody removed from the disk here: it is fetched again, and staff sees what came back', async () => {
    const before = await patient()
    product = await product.restart() // What is written to a file that is gone, is gone: here it has been closed.
    const folder = join(product.dataFolder, 'blobs')
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    admin = await product.session(adminId)
    const known = { ...before, client: await product.session(before.accountId) }
    assert.deepEqual([(await ended(known, await ask(known))).failure], ['missing'])
    await dcmqrscp(known.images)
    const id = await ask(known)
    const { state, instances } = await ended(known, id)
    assert.deepEqual([state, instances], ['ready', 8])
    await expectAllOf(known, id)
    const { mended } = (await admin.get('/api/storage')).json as { mended: readonly { instanceUid: string; isSame: boolean }[] }
    assert.deepEqual(mended.map(({ instanceUid, isSame }) => [instanceUid, isSame]).toSorted(), known.images.slice(0, 2).map(({ sopInstanceUid }) => [sopInstanceUid, true]).toSorted())
  }, 120_000)

  it.skipIf(noOrthanc !== null)('takes home all of it, from Orthanc', async () => {
    const known = await patient()
    const server = await startOrthanc(join(scratch.path, 'orthanc'), { aeTitle: 'FILMJACKET', port: product.server.dicomPort })
    foreign.push(server)
    await give(known.images, 'ORTHANC', server.port)
    await pacs('ORTHANC', server.port)
    const id = await ask(known)
    assert.equal((await ended(known, id)).state, 'ready')
    await expectAllOf(known, id)
  }, 120_000)

  it.skipIf(noDcmtk !== null)('takes home what is here, where the PACS does not let patients download', async () => {
    const known = await patient()
    await dcmqrscp(known.images, false)
    const request = await ended(known, await ask(known))
    assert.deepEqual([request.state, request.instances, request.maybePartial], ['ready', 2, false])
  }, 60_000)

  it('takes home what is here, and is told that there may be more, while the PACS is down', async () => {
    const known = await patient()
    await pacs('GONE', 1)
    const request = await ended(known, await ask(known))
    assert.deepEqual([request.state, request.instances, request.maybePartial], ['ready', 2, true])
  }, 60_000)

  it('is not held up by a PACS that takes calls and says nothing', async () => {
    const known = await patient()
    const server = createServer((socket) => void socket.on('error', () => undefined))
    silent.push(server)
    const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    }))
    await pacs('SILENT', port)
    const request = await ended(known, await ask(known))
    assert.deepEqual([request.state, request.maybePartial], ['ready', true])
  }, 60_000)

  it.skipIf(noDcmtk !== null)('several at once each get all of theirs', async () => {
    const known = [await patient(), await patient(), await patient(), await patient(), await patient()]
    await dcmqrscp(known.flatMap(({ images }) => images))
    const asked = await Promise.all(known.flatMap((each) => Array.from({ length: 2 }, async () => ({ each, id: await ask(each) }))))
    for (const { each, id } of asked) {
      assert.deepEqual([(await ended(each, id)).state, (await ended(each, id)).instances], ['ready', 8])
      await expectAllOf(each, id)
    }
  }, 180_000)
})
