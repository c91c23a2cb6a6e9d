/**
 * kill -9 at exact points of an image's way into the archive. Whatever the point: what was acknowledged is there after a
 * restart, nothing half is, and a sender that sends again is told that it is stored, and it is stored once.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newUid } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest'
import { contradictionsIn } from '../setup/contradictions.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import { askDatabase, connectToDatabase } from '../setup/embedded-database.ts'
import { eventually } from '../setup/eventually.ts'
import { filmjacket, FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { fileOf, makeImage, type Image } from '../setup/images.ts'
import { Scratch } from '../setup/scratch.ts'
import { Tracing, whyNoTracing } from '../setup/tracing.ts'

const MINUTES = 60_000
const IS_LONG = process.env['FILMJACKET_LONG'] === '1'
const scratch = new Scratch()
const data = join(scratch.path, 'data')
const trace = join(scratch.path, 'trace')
let server: FilmjacketProcess
let token: string
let stored = 0

beforeEach((context) => {
  const why = whyNotBuilt ?? whyNoTracing
  if (why !== null) context.skip(why)
})
beforeAll(async () => {
  if ((whyNotBuilt ?? whyNoTracing) !== null) return
  server = await FilmjacketProcess.serve(data)
  const admin = await server.firstAdministrator('long enough')
  assert.equal((await admin.post('/api/devices', { description: 'Scanner', aeTitle: 'SCANNER' })).status, 200)
  token = ((await admin.post('/api/tokens', { name: 'Gateway', actions: ['store'], lifetimeDays: 1 })).json as { secret: string }).secret
}, 2 * MINUTES)
afterAll(async () => {
  if ((whyNotBuilt ?? whyNoTracing) === null) await server.killWithDatabase()
  scratch.remove()
})

/** @returns whether its sender is told that it is stored. */
type Send = (image: Image) => Promise<boolean>

const cStore: Send = async (image) => (await dicomSend([image], { port: server.dicomPort, callingAe: 'SCANNER' }))[0] === 0x0000

const stow: Send = async (image) => {
  const { status } = await fetch(`${server.url}/dicom-web/studies`, {
    method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/dicom' }, body: new Uint8Array(fileOf(image)),
  })
  return status === 200
}

/** What waits for an image on its way. */
interface Trap {
  /** Resolves when the image is at the point. What is left to kill then, is killed. */
  readonly sprung: () => Promise<void>
  readonly lift: () => Promise<void>
}

interface Point {
  readonly set: () => Promise<Trap>
  /** Both senders' images take one way from here on: with FILMJACKET_LONG=1 STOW-RS is tried too. */
  readonly stow?: 'long'
  /** What a restart finds of the image. */
  readonly left: 'nothing' | 'all'
  readonly database?: 'dies'
}

/** The one that is being written is the youngest. */
function segment(): string {
  const folder = join(data, 'blobs')
  return join(folder, readdirSync(folder).sort().at(-1) ?? assert.fail('no segment'))
}

/** The last call of these threads on the file. */
async function lastCall(threads: readonly number[], path: string, call: string, ...how: readonly string[]): Promise<Trap> {
  const tracing = await Tracing.ofThreads(threads, trace, '-P', path, '-e', `trace=${call}`, ...how)
  return { sprung: () => tracing.saw(/killed by SIGKILL|\(DELAYED\)/), lift: () => tracing.letGo() }
}

const KILLING = (call: string, nth: number) => ['-e', `inject=${call}:signal=KILL:when=${nth}`]
/** Longer than any test. */
const HOLDING = (call: string) => ['-e', `inject=${call}:delay_exit=600s`]

/** The rows of an image are written, and its Study's count waits: the transaction is in the middle. */
async function inTransaction(): Promise<Trap> {
  const holder = await connectToDatabase(data)
  holder.on('error', () => undefined) // It may die with the database.
  await holder.query('begin; select from study for update')
  const waiting = "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%archive_continue%'"
  return {
    sprung: () => eventually('rows wait', async () => (await askDatabase(data, waiting)).length > 0).then(() => undefined),
    lift: () => holder.end().catch(() => undefined),
  }
}

/** The file into which the database writes its log. */
async function databaseLog(): Promise<string> {
  const [row] = await askDatabase<{ name: string }>(data, 'select pg_walfile_name(pg_current_wal_insert_lsn()) as name')
  return join(data, 'postgres/pg_wal', row?.name ?? '')
}

/** The transaction goes on, up to the first write of the database's log. */
async function inCommit(): Promise<Trap> {
  const held = await inTransaction()
  const traps: Trap[] = []
  return {
    async sprung() {
      await held.sprung()
      const written = await lastCall(server.databasePids, await databaseLog(), 'pwrite64', ...KILLING('pwrite64', 1))
      traps.push(written)
      await held.lift()
      await written.sprung()
    },
    lift: async () => {
      for (const trap of traps) await trap.lift()
    },
  }
}

const POINTS: Readonly<Record<string, Point>> = {
  'before the first of its bytes is written': {
    set: () => lastCall([server.pid], segment(), 'pwrite64', '-f', ...KILLING('pwrite64', 1)), left: 'nothing', stow: 'long',
  },
  // The first part goes by another thread; the header, and then the rest, by the first thread.
  'with its first part written, before the header that makes it count': {
    set: () => lastCall([server.pid], segment(), 'pwrite64', ...KILLING('pwrite64', 1)), left: 'nothing', stow: 'long',
  },
  'with the header written, before the last part': {
    set: () => lastCall([server.pid], segment(), 'pwrite64', ...KILLING('pwrite64', 2)), left: 'nothing',
  },
  'with all written, before it is synced': {
    set: () => lastCall([server.pid], segment(), 'fdatasync', '-f', ...KILLING('fdatasync', 1)), left: 'all', stow: 'long',
  },
  'synced, before its sender is told': {
    set: () => lastCall([server.pid], segment(), 'fdatasync', '-f', ...HOLDING('fdatasync')), left: 'all',
  },
  'in the middle of the transaction of its rows': { set: inTransaction, left: 'all', stow: 'long' },
  'in the middle of the transaction of its rows, the database too': { set: inTransaction, left: 'all', database: 'dies' },
  'in the middle of the commit of its rows, the database too': { set: inCommit, left: 'all', database: 'dies' },
}

async function countOf({ sopInstanceUid }: Image): Promise<number> {
  const [row] = await askDatabase<{ n: number }>(data, `select count(*)::integer as n from instance where instance_uid = '${sopInstanceUid}'`)
  return row?.n ?? 0
}

/** Larger than what is written at once. */
const SIDE = 400

/** One that is here, and the next of its Series. */
async function aSeries(send: Send): Promise<readonly [Image, Image]> {
  const study = { patientId: 'POINT-1', studyUid: newUid(), seriesUid: newUid() }
  const first = makeImage(study)
  assert.ok(await send(first))
  await eventually('its rows are there', async () => (await countOf(first)) === 1)
  stored += 2
  return [first, makeImage({ ...study, side: SIDE })]
}

async function mustSurvive({ set, left, database }: Point, send: Send): Promise<void> {
  const [first, next] = await aSeries(send)
  const trap = await set()
  const told = send(next).catch(() => false)
  await trap.sprung()
  await Promise.all([database === 'dies' ? server.killWithDatabase() : server.kill(), trap.lift()])
  server = await FilmjacketProcess.serve(data)
  await eventually('what another process began has ended', async () => (await countOf(next)) === (left === 'all' ? 1 : 0))
  if (await told) assert.equal(left, 'all', 'acknowledged and lost')
  for (const image of [next, first, next]) assert.ok(await send(image))
  await eventually('all is in rows, once', async () => (await countOf(next)) === 1 && (await countOf(first)) === 1)
  assert.deepEqual(await contradictionsIn(data), [])
}

describe('kill -9 while an image arrives', () => {
  for (const [where, point] of Object.entries(POINTS)) {
    it(`by C-STORE, ${where}`, () => mustSurvive(point, cStore), 2 * MINUTES)
    it.skipIf(point.stow === 'long' && !IS_LONG)(`by STOW-RS, ${where}`, () => mustSurvive(point, stow), 2 * MINUTES)
  }

  it('of the database alone, in the middle of the commit of its rows, is gone through without a restart: what its log lost is found again', async () => {
    const [first, next] = await aSeries(cStore)
    const trap = await inCommit()
    assert.ok(await cStore(next))
    await trap.sprung()
    await trap.lift()
    let refusal: unknown
    await eventually('images are taken again, and refused for a while at most', async () => {
      const [status] = await dicomSend([first], { port: server.dicomPort, callingAe: 'SCANNER' }).catch((error: unknown) => {
        refusal = error
        return []
      })
      assert.ok([undefined, 0x0000, 0xa700].includes(status), `status ${status?.toString(16)}`)
      return status === 0x0000
    }).catch((error: unknown) => assert.fail(`${String(error)}: ${String(refusal)}\n${server.words.slice(-4000)}`))
    const counts = () => Promise.all([countOf(first), countOf(next)]).catch(() => [])
    await eventually('the rows are back', async () => (await counts()).join() === '1,1')
    assert.deepEqual(await contradictionsIn(data), [])
  }, 2 * MINUTES)

  it('leaves no damaged byte, and no image that was not sent', async () => {
    assert.deepEqual(await askDatabase(data, 'select count(*)::integer as n from instance'), [{ n: stored }])
    const { status, stdout } = await filmjacket('check', '--data', data)
    assert.deepEqual([status, stdout], [0, `${stored} files checked, 0 damaged.\n`])
  }, MINUTES)
})
