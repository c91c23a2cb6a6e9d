/**
 * A disk without room: senders are told so (A700) and keep their images, everybody else goes on, and with room again
 * all is well without a restart. On a small file system of its own, which only root can mount.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newUid, Tags } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest'
import { associateFor, dicomSend, type Receiver } from '../setup/dicom-send.ts'
import { askDatabase } from '../setup/embedded-database.ts'
import { eventually } from '../setup/eventually.ts'
import { filmjacket, FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Client, sha256 } from '../setup/http-client.ts'
import { fileOf, makeImage, type Image } from '../setup/images.ts'
import { askFor, download, examsOf, whenReady } from '../setup/running-product.ts'
import { Scratch } from '../setup/scratch.ts'

const MINUTES = 60_000
const MB = 1024 * 1024
const DISK_BYTES = 480 * MB
/** What the program leaves to the database, and a little for some images. */
const LEFT_BYTES = 128 * MB + 30 * MB

const scratch = new Scratch()
const whyNoDisk = mountDisk()
const data = join(scratch.path, 'data')
const ballast = join(scratch.path, 'ballast')
const study = { patientId: 'FULL-1', studyUid: newUid(), seriesUid: newUid() }
const PERSON = { username: 'erin', password: 'long enough' }
let server: FilmjacketProcess
let scanner: Receiver
let patient: Client
/** Of a program that brings files as a browser does. */
let uploadToken: string
let stored = 0

/** @returns why there is none. */
function mountDisk(): string | null {
  if (process.getuid?.() !== 0) return 'only root can mount a small file system'
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', scratch.path], { encoding: 'utf8' })
  return status === 0 ? null : `no small file system can be mounted: ${stderr.trim()}`
}

beforeEach((context) => {
  const why = whyNotBuilt ?? whyNoDisk
  if (why !== null) context.skip(why)
})

beforeAll(async () => {
  if ((whyNotBuilt ?? whyNoDisk) !== null) return
  server = await FilmjacketProcess.serve(data)
  const admin = await server.firstAdministrator('long enough')
  await admin.post('/api/devices', { description: 'Scanner', aeTitle: 'SCANNER' })
  uploadToken = ((await admin.post('/api/tokens', { name: 'Upload', actions: ['store'], lifetimeDays: 1 })).json as { secret: string }).secret
  scanner = { port: server.dicomPort, callingAe: 'SCANNER' }
  const added = await admin.post('/api/accounts', { username: PERSON.username, displayName: 'Erin', role: 'patient', patientId: study.patientId })
  patient = new Client(server.url)
  await patient.post('/api/invitations/redeem', { token: (added.json as { token: string }).token, password: PERSON.password })
  await mustStore(makeImage(study))
  await eventually('the exam is there', async () => (await examsOf(patient)).length === 1)
}, 2 * MINUTES)

afterAll(async () => {
  if ((whyNotBuilt ?? whyNoDisk) === null) await server.killWithDatabase()
  if (whyNoDisk === null) spawnSync('umount', ['--lazy', scratch.path])
  scratch.remove()
})

async function statusOf(image: Image): Promise<number> {
  return (await dicomSend([image], scanner))[0] ?? assert.fail('no status')
}

async function mustStore(image: Image): Promise<void> {
  assert.equal(await statusOf(image), 0x0000)
  stored++
}

/** 4 MB of pixels. */
function bigImage(): Image {
  return makeImage({ ...study, side: 1_448 })
}

function freeBytes(): number {
  const { bavail, bsize } = statfsSync(scratch.path)
  return bavail * bsize
}

/** The program looks at the disk once a second. */
const LOOK_MS = 1_100

/** Another program takes what there is, but for a little. */
async function fillDisk(): Promise<void> {
  writeFileSync(ballast, Buffer.alloc(Math.max(freeBytes() - LEFT_BYTES, 0)))
  await sleep(LOOK_MS)
}

async function mustStoreSoon(): Promise<void> {
  await eventually('images are stored again', async () => {
    if ((await statusOf(bigImage())) !== 0x0000) return false
    stored++
    return true
  })
}

async function asUploader(path: string, body?: string | FormData): Promise<unknown> {
  const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
  const answer = await fetch(`${server.url}/api/uploads${path}`, {
    method: body === undefined ? 'GET' : 'POST', headers: { authorization: `Bearer ${uploadToken}`, ...type }, ...(body === undefined ? {} : { body }),
  })
  assert.equal(answer.status, 200)
  return answer.json()
}

/** @returns what became of it. */
async function uploadOne(uploadId: string): Promise<readonly string[]> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(fileOf(bigImage()))]), 'DISC/IM1')
  const { files } = (await asUploader(`/${uploadId}/files`, form)) as { files: readonly { outcome: string }[] }
  return files.map(({ outcome }) => outcome)
}

async function heldInstances(): Promise<number> {
  const [row] = await askDatabase<{ n: number }>(data, 'select count(*)::integer as n from instance')
  return row?.n ?? 0
}

/** Rows follow what was acknowledged. */
async function allAreInRows(): Promise<void> {
  await eventually(`${stored} images are in rows`, async () => (await heldInstances()) === stored)
}

describe('a disk without room', () => {
  it('makes C-STORE answer A700, and what was acknowledged before is there', async () => {
    await fillDisk()
    for (let n = 0; n < 60; n++) {
      const status = await statusOf(bigImage())
      if (status === 0xa700) break // PS3.4 Table B.2-1: out of resources.
      assert.equal(status, 0x0000)
      stored++
    }
    for (let n = 0; n < 3; n++) assert.equal(await statusOf(bigImage()), 0xa700)
    await allAreInRows()
  }, MINUTES)

  it('tells an upload that there is no room, and notes nothing of it', async () => {
    const { id } = (await asUploader('', JSON.stringify({ label: 'DISC', files: 1, bytes: 4_000_000 }))) as { id: string }
    assert.deepEqual(await uploadOne(id), ['full'])
    assert.deepEqual(await asUploader(`/${id}/files`), { files: [], next: null })
  }, MINUTES)

  it('lets people sign in', async () => {
    const client = new Client(server.url)
    assert.equal((await client.post('/api/sessions', PERSON)).status, 200)
    assert.equal((await examsOf(client))[0]?.instances, stored)
  }, MINUTES)

  it('lets patients ask for and download what is there', async () => {
    const [exam] = await examsOf(patient)
    const { id } = await askFor(patient, exam?.id ?? '', 'zip')
    const { sizeBytes } = await whenReady(patient, id)
    const [one, two] = [await patient.get(`/api/requests/${id}/file`), await patient.get(`/api/requests/${id}/file`)]
    assert.equal(one.bytes.length, sizeBytes)
    assert.equal(sha256(one.bytes), sha256(two.bytes))
  }, MINUTES)

  it('with room again, stores again without a restart', async () => {
    rmSync(ballast)
    await mustStoreSoon()
    await allAreInRows()
  }, MINUTES)

  it('one image larger than all the room is refused with A700, and takes nobody else with it', async () => {
    await fillDisk()
    let least = freeBytes()
    const huge = hugeImage(least + 50 * MB, () => (least = Math.min(least, freeBytes())))
    const association = await associateFor([huge.image], scanner)
    const { status } = await association.store({ ...huge.image, dataSet: huge.dataSet() })
    await association.release()
    assert.equal(status, 0xa700)
    assert.ok(least > 32 * MB, `${least} bytes were left to the database`)
    assert.doesNotMatch(server.words, /database lost/)
    const client = new Client(server.url)
    assert.equal((await client.post('/api/sessions', PERSON)).status, 200)
    rmSync(ballast)
    await mustStoreSoon()
  }, 2 * MINUTES)

  it('in the end everything is whole', async () => {
    await allAreInRows()
    assert.ok((await download(patient, (await examsOf(patient))[0]?.id ?? '', 'iso')).length > 0)
    const { status, stdout } = await filmjacket('check', '--data', data)
    assert.deepEqual([status, stdout], [0, `${stored} files checked, 0 damaged.\n`])
    assert.doesNotMatch(server.words, /"level":"(error|fatal)"|database lost/)
    assert.equal(await server.stop(), 0)
  }, MINUTES)
})

/** Its pixels are made while they are sent. */
function hugeImage(pixelBytes: number, look: () => void): { image: Image; dataSet: () => AsyncIterable<Uint8Array> } {
  const even = pixelBytes - (pixelBytes % 2)
  const image = makeImage({ ...study, elements: { [Tags.PixelData]: new Uint8Array(2) } })
  const header = Buffer.from(image.dataSet.subarray(0, image.dataSet.length - 2))
  header.writeUInt32LE(even, header.length - 4)
  const dataSet = async function* () {
    yield header
    for (let left = even; left > 0; left -= MB) {
      yield new Uint8Array(Math.min(MB, left))
      look()
    }
    await Promise.resolve()
  }
  return { image, dataSet }
}
