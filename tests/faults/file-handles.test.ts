/**
 * A server that may not open one more file or connection (EMFILE): new senders are refused or told that it has no room
 * (A700), those that are there go on, and when handles are free again all is well without a restart.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newUid } from '@filmjacket/dicom-data'
import type { Association } from '@filmjacket/dicom-net'
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest'
import { contradictionsIn } from '../setup/contradictions.ts'
import { associateFor, dicomSend, inParts, storeOn, type Receiver } from '../setup/dicom-send.ts'
import { askDatabase } from '../setup/embedded-database.ts'
import { eventually } from '../setup/eventually.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import type { Client } from '../setup/http-client.ts'
import { makeImage, type Image } from '../setup/images.ts'
import { whyMissing } from '../setup/programs.ts'
import { Scratch } from '../setup/scratch.ts'

const MINUTES = 60_000
/** The soft limit alone: it may be raised again. */
const why = whyNotBuilt ?? whyMissing('prlimit')
const scratch = new Scratch()
const data = join(scratch.path, 'data')
const study = { patientId: 'HANDLES-1', studyUid: newUid(), seriesUid: newUid() }
const crowd: Association[] = []
let server: FilmjacketProcess
let admin: Client
let scanner: Receiver
let usual: number
let stored = 0

beforeEach((context) => {
  if (why !== null) context.skip(why)
})
beforeAll(async () => {
  if (why !== null) return
  server = await FilmjacketProcess.serve(data)
  admin = await server.firstAdministrator('long enough')
  assert.equal((await admin.post('/api/devices', { description: 'Scanner', aeTitle: 'SCANNER' })).status, 200)
  usual = Number(/^Max open files +(\d+)/m.exec(readFileSync(`/proc/${server.pid}/limits`, 'utf8'))?.[1])
  scanner = { port: server.dicomPort, callingAe: 'SCANNER' }
  // None of them is dropped meanwhile.
  for (const key of ['DicomRequestSeconds', 'DicomIdleSeconds'])
    assert.equal((await admin.call('PATCH', `/api/settings/${key}`, { value: 600 })).status, 200)
}, 2 * MINUTES)
afterAll(async () => {
  if (why === null) await server.killWithDatabase()
  scratch.remove()
})

function limitHandles(most: number): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(server.pid), `--nofile=${most}:`], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
}

/** Of all handles, the one with the highest number. */
function highestHandle(): number {
  return Math.max(...readdirSync(`/proc/${server.pid}/fd`).map(Number))
}

const anImage = (): Image => makeImage({ ...study, seed: stored, side: 64 })

async function mustStore(association: Association, image = anImage()): Promise<void> {
  assert.equal((await storeOn(association, image)).status, 0x0000)
  stored++
}

async function allAreInRows(): Promise<void> {
  const rows = async () => (await askDatabase<{ n: number }>(data, 'select count(*)::integer as n from instance'))[0]?.n
  await eventually(`${stored} images are in rows`, async () => (await rows()) === stored)
}

/** So that nothing at all can be opened. */
const NONE = 3
const A_FEW = 8

describe('a server without a free handle', () => {
  it('refuses who comes, and serves who is there', async () => {
    const first = await associateFor([anImage()], scanner)
    crowd.push(first)
    await mustStore(first)
    limitHandles(highestHandle() + A_FEW)
    let refused: unknown
    while (refused === undefined)
      await associateFor([anImage()], scanner).then((association) => crowd.push(association), (error: unknown) => (refused = error))
    for (let n = 0; n < 5; n++) await mustStore(first)
  }, MINUTES)

  it('tells a sender for whom it can open no file that it has no room, and keeps what another is sending', async () => {
    const [first, second] = crowd
    assert.ok(first !== undefined && second !== undefined)
    const image = makeImage({ ...study, seed: 1_000, side: 600 })
    limitHandles(NONE)
    const statuses: number[] = []
    const { status } = await first.store({ ...image, dataSet: (async function* () {
      yield image.dataSet.subarray(0, 300_000)
      // The only open file is taken.
      statuses.push((await storeOn(second, anImage())).status)
      yield* inParts(image.dataSet.subarray(300_000))
    })() })
    assert.deepEqual([...statuses, status], [0xa700, 0x0000])
    stored++
    await mustStore(second)
  }, MINUTES)

  it('with free handles takes everybody again, without a restart', async () => {
    limitHandles(usual)
    for (const association of crowd) await association.release()
    await eventually('a new sender is served', async () => (await dicomSend([anImage()], scanner).catch(() => []))[0] === 0x0000)
    stored++
    await allAreInRows()
    assert.deepEqual(await contradictionsIn(data), [])
    assert.equal((await admin.get('/api/devices')).status, 200)
    assert.doesNotMatch(server.words, /"level":"fatal"|database lost/)
    assert.equal(await server.stop(), 0)
    assert.doesNotMatch(server.words, /FileHandle/) // None was left to the garbage.
  }, MINUTES)
})
