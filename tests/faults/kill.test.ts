/**
 * kill -9 at random moments while images arrive. The sender deletes an image when it is told that it is stored, so
 * what was acknowledged must be there after each restart, whole: of this no number but zero may be lost.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newUid } from '@filmjacket/dicom-data'
import type { Association } from '@filmjacket/dicom-net'
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest'
import { Chance, seedOfRun } from '../setup/chance.ts'
import { contradictionsIn } from '../setup/contradictions.ts'
import { associateFor, inParts } from '../setup/dicom-send.ts'
import { askDatabase } from '../setup/embedded-database.ts'
import { eventually } from '../setup/eventually.ts'
import { filmjacket, FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Client, sha256 } from '../setup/http-client.ts'
import { makeImage, type Image } from '../setup/images.ts'
import { instanceIn } from '../setup/media.ts'
import { download, examsOf } from '../setup/running-product.ts'
import { Scratch } from '../setup/scratch.ts'
import { Tracing, whyNoTracing } from '../setup/tracing.ts'
import { filesInZip } from '../setup/zip.ts'

/** All with FILMJACKET_LONG=1; fewer each day, as the points that are known are tried one by one in kill-points.test.ts. */
const ROUNDS = process.env['FILMJACKET_LONG'] === '1' ? 20 : 4
/** In these the database dies at the same moment. */
const WITH_DATABASE = new Set([2, 9, 14, 19])
const MINUTES = 60_000
/** Enough to be killed in the middle of. */
const IMAGES_A_SENDER = 12
const SENDERS = 3

const scratch = new Scratch()
const data = join(scratch.path, 'data')
const chance = new Chance(seedOfRun())
const study = { patientId: 'KILL-1', studyUid: newUid(), seriesUid: newUid() }
const sent = new Map<string, Image>()
const acknowledged = new Set<string>()
let server: FilmjacketProcess

beforeEach((context) => {
  if (whyNotBuilt !== null) context.skip(whyNotBuilt)
})
beforeAll(async () => {
  if (whyNotBuilt !== null) return
  console.log(`FILMJACKET_SEED=${chance.seed}`)
  server = await FilmjacketProcess.serve(data)
  const admin = await server.firstAdministrator('long enough')
  assert.equal((await admin.post('/api/devices', { description: 'Scanner', aeTitle: 'SCANNER' })).status, 200)
}, 2 * MINUTES)
afterAll(async () => {
  if (whyNotBuilt === null) await server.killWithDatabase()
  scratch.remove()
})

/** What the database knows, and whether it agrees with itself. */
async function mustHoldAll(): Promise<void> {
  const rows = await askDatabase<{ instance_uid: string }>(data, 'select instance_uid from instance')
  const stored = new Set(rows.map(({ instance_uid }) => instance_uid))
  assert.deepEqual([...acknowledged].filter((uid) => !stored.has(uid)), [], 'acknowledged and lost')
  assert.deepEqual([...stored].filter((uid) => !sent.has(uid)), [], 'stored and never sent')
  assert.deepEqual(await contradictionsIn(data), [])
}

/** Three send until the server is gone, and note what was acknowledged. It is killed after so many bytes and milliseconds. */
async function sendUntilKilled(bytesUntilKill: number, pauseMs: number, kill: () => Promise<void>): Promise<void> {
  let left = bytesUntilKill
  const killing: Promise<void>[] = []
  const counted = async function* (image: Image) {
    for await (const part of inParts(image.dataSet)) {
      yield part
      left -= part.length
      if (left <= 0 && killing.length === 0) killing.push(sleep(pauseMs).then(kill))
    }
  }
  const all = Array.from({ length: SENDERS }, () => Array.from({ length: IMAGES_A_SENDER }, anImage))
  const associations = await Promise.all(all.map((images) => associateFor(images, { port: server.dicomPort, callingAe: 'SCANNER' })))
  await Promise.all(associations.map((association, n) => sendOver(association, all[n] ?? [], counted)))
  await (killing[0] ?? kill())
}

function anImage(): Image {
  return makeImage({ ...study, seed: chance.between(0, 9_999), side: chance.between(8, 400) })
}

async function statusesOf(images: readonly Image[]): Promise<readonly number[]> {
  const association = await associateFor(images, { port: server.dicomPort, callingAe: 'SCANNER' })
  const statuses: number[] = []
  for (const image of images) statuses.push(await statusOn(association, image))
  await association.release()
  return statuses
}

async function statusOn(association: Association, image = anImage()): Promise<number> {
  sent.set(image.sopInstanceUid, image)
  const { status } = await association.store({ ...image, dataSet: inParts(image.dataSet) })
  if (status === 0x0000) acknowledged.add(image.sopInstanceUid)
  return status
}

async function sendOver(association: Association, images: readonly Image[], counted: (image: Image) => AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for (const image of images) {
      sent.set(image.sopInstanceUid, image)
      const { status } = await association.store({ ...image, dataSet: counted(image) })
      if (status === 0x0000) acknowledged.add(image.sopInstanceUid)
    }
    association.abort()
  } catch {
    // The connection broke: that is what this is about.
  }
}

describe('kill -9 while images arrive', () => {
  for (let round = 0; round < ROUNDS; round++) {
    const all = WITH_DATABASE.has(round)
    it(`${round + 1} of ${ROUNDS}${all ? ', of the database too' : ''}: nothing that was acknowledged is lost`, async () => {
      await sendUntilKilled(chance.between(1, 3_000_000), chance.between(0, 12), () => all ? server.killWithDatabase() : server.kill())
      server = await FilmjacketProcess.serve(data)
      await mustHoldAll()
    }, 2 * MINUTES)
  }

  it('the sender was told of most, and of some it was not', () => {
    const [told, all] = [acknowledged.size, sent.size]
    console.log(`${told} of ${all} images were acknowledged before a kill`)
    assert.ok(told > ROUNDS && told < all)
  })

  it('every stored byte is what its digest says', async () => {
    const { status, stdout, stderr } = await filmjacket('check', '--data', data)
    assert.equal(status, 0, stderr)
    assert.match(stdout, / files checked, 0 damaged\.\n$/)
  }, 2 * MINUTES)

  it('a sender that sends all of it again is told that it is stored, and it is stored once', async () => {
    const association = await associateFor([...sent.values()], { port: server.dicomPort, callingAe: 'SCANNER' })
    for (const image of sent.values()) {
      const { status } = await association.store({ ...image, dataSet: inParts(image.dataSet) })
      assert.equal(status, 0x0000)
      acknowledged.add(image.sopInstanceUid)
    }
    await association.release()
    // What was answered for is durable; its rows follow.
    const rows = async () => (await askDatabase<{ n: number }>(data, 'select count(*)::integer as n from instance'))[0]?.n
    await eventually('the rows are there', async () => (await rows()) === sent.size)
    await mustHoldAll()
  }, 2 * MINUTES)

  it('its patient downloads all of it, to the byte', async () => {
    const added = await filmjacket('user', 'add', 'erin', '--role', 'patient', '--patient', study.patientId, '--data', data)
    const client = new Client(server.url)
    const token = /#([0-9A-Z]+)\n$/.exec(added.stdout)?.[1]
    assert.equal((await client.post('/api/invitations/redeem', { token, password: 'long enough' })).status, 200)
    const [exam] = await examsOf(client)
    const files = await filesInZip(await download(client, exam?.id ?? '', 'zip'))
    const found = files.filter(({ name }) => name.startsWith('IMAGES/')).map(({ bytes }) => instanceIn(bytes) ?? assert.fail('no instance'))
    const digests = (all: Iterable<{ sopInstanceUid: string; dataSet: Uint8Array }>) =>
      [...all].map(({ sopInstanceUid, dataSet }) => `${sopInstanceUid} ${sha256(dataSet)}`).sort()
    assert.deepEqual(digests(found), digests(sent.values()))
  }, 2 * MINUTES)

  describe.skipIf(whyNoTracing !== null)(`the disk${whyNoTracing === null ? '' : ` (${whyNoTracing})`}`, () => {
    const trace = join(scratch.path, 'trace')

    it('has each image before its sender is told so', async () => {
      const images = Array.from({ length: 10 }, anImage)
      const tracing = await Tracing.of(server.pid, trace, '-e', 'trace=fsync,fdatasync,write,writev')
      assert.deepEqual(new Set(await statusesOf(images)), new Set([0x0000]))
      const calls = (await tracing.stop()).map((line) => /\bf(data)?sync(\(| resumed)[^]*= 0$/.test(line) ? 'synced' : isAnswer(line) ? 'answered' : null)
      const [accepted, ...order] = calls.filter((call) => call !== null)
      const answered = order.flatMap((call, at) => (call === 'answered' ? [order[at - 1]] : []))
      // The last answer is that to the release.
      assert.deepEqual([accepted, answered.slice(0, images.length)], ['answered', Array(images.length).fill('synced')])
    })

    it('that cannot keep an image makes it no success, and no end of the program', async () => {
      const tracing = await Tracing.of(server.pid, trace, '-e', 'trace=fdatasync', '-e', 'inject=fdatasync:error=EIO')
      const association = await associateFor([anImage()], { port: server.dicomPort, callingAe: 'SCANNER' })
      for (let n = 0; n < 3; n++) assert.notEqual(await statusOn(association), 0x0000)
      await tracing.stop()
      assert.equal(await statusOn(association), 0x0000)
      await association.release()
      assert.match(server.words, /"level":"error"/)
      await server.kill()
      server = await FilmjacketProcess.serve(data)
      await mustHoldAll()
    }, 2 * MINUTES)

    /** To the sender. */
    const isAnswer = (line: string) => new RegExp(`writev?\\(\\d+<TCP(v6)?:\\[\\S*:${server.dicomPort}->`).test(line)
  })

  it('a last orderly stop and start has nothing to mend', async () => {
    assert.equal(await server.stop(), 0)
    server = await FilmjacketProcess.serve(data)
    await mustHoldAll()
    assert.doesNotMatch(server.words, /the last run did not finish/)
  }, 2 * MINUTES)
})
