import { serveDicom, type DicomServer } from '@filmjacket/dicom-net'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTransfers, type Transfers } from './transfers.ts'
import { ADMIN, keep, LOOPBACK, RemoteArchive, studyOf, testDevices, type TestDevices } from '../testing.ts'

let ours: TestDevices
let transfers: Transfers
let made = 0
const open: DicomServer[] = []
const running = () => new AbortController().signal

beforeAll(async () => {
  ours = await testDevices()
})
beforeEach(async () => {
  transfers = ours.transfers
  await sql`delete from transfer`.execute(ours.db)
})
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** Stores what it is sent, after `before`. */
async function receiver(before: () => Promise<void> = () => Promise.resolve()): Promise<{ id: string; stored: string[] }> {
  const stored: string[] = []
  const server = await serveDicom({
    host: LOOPBACK, port: 0, admit: () => ({ kind: 'accepted' }),
    async store(_peer, { sopInstanceUid }) {
      await before()
      stored.push(sopInstanceUid)
      return { status: 0 }
    },
  })
  open.push(server)
  return { id: await ours.add({ aeTitle: `RECEIVER${++made}`, host: LOOPBACK, port: server.port, roles: ['store'] }), stored }
}

async function start(direction: 'retrieve' | 'send', deviceId: string, studyUid: string): Promise<string> {
  const outcome = await transfers.start(ADMIN, { direction, deviceId, studyUid })
  return outcome.kind === 'started' ? outcome.transfer.id : outcome.kind
}

async function jobsAsked(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from graphile_worker.jobs
    where task_identifier = 'devices.run-transfers'`.execute(ours.db)
  return rows[0]?.n ?? 0
}

/** As after kill -9: whoever worked on it is gone, and has said nothing. */
async function forgetWorker(id: string): Promise<void> {
  await sql`update transfer set seen_at = now() - interval '1 hour' where id = ${id}`.execute(ours.db)
}

describe('a transfer', () => {
  it('is worked on by a job, and tells what became of it', async () => {
    const remote = await RemoteArchive.open(studyOf('1.4.1', 3), ours.port)
    const device = await ours.add({ aeTitle: 'SOURCE', host: LOOPBACK, port: remote.port, roles: ['query'] })
    const before = await jobsAsked()
    const id = await start('retrieve', device, '1.4.1')
    expect(await transfers.one(id)).toMatchObject({ state: 'queued', total: null, started_by: 'acc_1' })
    expect(await jobsAsked()).toBe(before + 1)
    await transfers.runNext(running())
    expect(await transfers.one(id)).toMatchObject({
      state: 'done', total: 3, already: 0, moved: 3, failed: 0, problem: null, lease: null,
      patient_name: 'Test^Image', study_date: '20260102', study_description: 'CT of nothing',
    })
  })

  it('is the one that is under way where the same is asked for again', async () => {
    await keep(ours, studyOf('1.4.2', 1))
    const { id: device } = await receiver()
    const id = await start('send', device, '1.4.2')
    expect(await start('send', device, '1.4.2')).toBe(id)
    await transfers.runNext(running())
    expect(await start('send', device, '1.4.2')).not.toBe(id)
  })

  it('is not begun with a device that does not do it, nor with a study that is not here', async () => {
    const { id: device } = await receiver()
    expect(await start('retrieve', device, '1.4.3')).toBe('no-device')
    expect(await start('send', 'dev_none', '1.4.3')).toBe('no-device')
    expect(await start('send', device, '1.4.3')).toBe('study-not-found')
  })

  it('that is cancelled before it runs, never runs', async () => {
    await keep(ours, studyOf('1.4.4', 1))
    const { id: device, stored } = await receiver()
    const id = await start('send', device, '1.4.4')
    expect(await transfers.cancel(ADMIN, id)).toMatchObject({ state: 'cancelled' })
    expect(await transfers.cancel(ADMIN, id)).toBeUndefined()
    await transfers.runNext(running())
    expect([stored, (await transfers.one(id))?.state]).toEqual([[], 'cancelled'])
  })

  it('that is cancelled while it runs, stops', async () => {
    await keep(ours, studyOf('1.4.5', 9))
    const held: (() => void)[] = []
    const { id: device, stored } = await receiver(() => new Promise((resolve) => held.push(resolve)))
    const id = await start('send', device, '1.4.5')
    const work = transfers.runNext(running())
    await expect.poll(() => held.length).toBeGreaterThan(0)
    await transfers.cancel(ADMIN, id)
    await work
    for (const release of held) release()
    expect((await transfers.one(id))?.state).toBe('cancelled')
    expect(stored.length).toBeLessThan(9)
  })

  it('goes on where it was when its process stops in good order', async () => {
    await keep(ours, studyOf('1.4.6', 6))
    const stop = new AbortController()
    let count = 0
    const { id: device, stored } = await receiver(() => (++count === 4 ? new Promise<void>((resolve) => {
      setTimeout(() => stop.abort(new Error('the process stops')), 10)
      setTimeout(resolve, 200)
    }) : Promise.resolve()))
    const id = await start('send', device, '1.4.6')
    await transfers.runNext(stop.signal)
    expect((await transfers.one(id))?.state).toBe('queued')
    const before = stored.length
    await transfers.runNext(running())
    expect(await transfers.one(id)).toMatchObject({ state: 'done', total: 6 })
    expect(new Set(stored).size).toBe(6)
    expect(stored.length).toBeLessThan(before + 6)
  })

  it('is taken up by another worker after kill -9, and whoever was thought dead stops', async () => {
    await keep(ours, studyOf('1.4.7', 6))
    const held: (() => void)[] = []
    let hold = true
    const { id: device } = await receiver(() => (hold ? new Promise((resolve) => held.push(resolve)) : Promise.resolve()))
    const id = await start('send', device, '1.4.7')
    // Its notes do not reach the database, as those of a process that hangs.
    const hanging = createTransfers({ ...ours.options, clock: { now: () => 0 } })
    const work = hanging.runNext(running())
    await expect.poll(() => held.length).toBeGreaterThan(0)
    await forgetWorker(id)
    hold = false
    await transfers.runNext(running())
    expect(await transfers.one(id)).toMatchObject({ state: 'done', moved: 6 })
    for (const release of held) release()
    await work
    expect(await transfers.one(id)).toMatchObject({ state: 'done', moved: 6 })
  })

  it('that was lost is found by the sweep, which wakes a worker', async () => {
    await keep(ours, studyOf('1.4.8', 1))
    const { id: device } = await receiver()
    const id = await start('send', device, '1.4.8')
    await sql`update transfer set state = 'running', lease = 'gone' where id = ${id}`.execute(ours.db)
    await forgetWorker(id)
    const before = await jobsAsked()
    await transfers.sweep()
    expect(await jobsAsked()).toBe(before + 1)
    await transfers.runNext(running())
    expect((await transfers.one(id))?.state).toBe('done')
  })

  it('fails by name where its device was removed', async () => {
    await keep(ours, studyOf('1.4.9', 1))
    const { id: device } = await receiver()
    const id = await start('send', device, '1.4.9')
    await ours.devices.remove(ADMIN, device)
    await transfers.runNext(running())
    expect(await transfers.one(id)).toMatchObject({ state: 'failed', problem: 'device-removed', device_id: null, device_description: expect.stringContaining('RECEIVER') as string })
  })

  it('waits while its device is busy with another, but not for another device', async () => {
    for (const study of ['1.4.10', '1.4.11', '1.4.12']) await keep(ours, studyOf(study, 1))
    const held: (() => void)[] = []
    const slow = await receiver(() => new Promise((resolve) => held.push(resolve)))
    const quick = await receiver()
    const first = await start('send', slow.id, '1.4.10')
    const second = await start('send', slow.id, '1.4.11')
    const third = await start('send', quick.id, '1.4.12')
    const work = transfers.runNext(running())
    await expect.poll(() => held.length).toBe(1)
    await transfers.runNext(running())
    const state = async (id: string) => (await transfers.one(id))?.state
    expect([await state(first), await state(second), await state(third)]).toEqual(['running', 'queued', 'done'])
    held[0]?.()
    await work
    expect(await state(first)).toBe('done')
  })

  it('keeps which instances failed and why, and of the others only how many', async () => {
    const remote = await RemoteArchive.open(studyOf('1.4.13', 3), ours.port)
    remote.behaviour = { lost: ['1.4.13.0.2'] }
    const device = await ours.add({ aeTitle: 'LOSING', host: LOOPBACK, port: remote.port, roles: ['query'] })
    const id = await start('retrieve', device, '1.4.13')
    await transfers.runNext(running())
    expect(await transfers.one(id)).toMatchObject({ state: 'incomplete', total: 3, moved: 2, failed: 1, problem: 'instances-failed' })
    expect(await transfers.failuresOf(id)).toEqual([{ instanceUid: '1.4.13.0.2', isDone: false, status: null, reason: 'it did not come' }])
  })
})

describe('the history of transfers', () => {
  it('comes newest first, page by page, of one direction if one is asked for', async () => {
    const { id: device } = await receiver()
    await sql`insert into transfer (id, direction, device_id, device_description, study_uid, state, created_at, ended_at)
      select 'trf_' || lpad(n::text, 4, '0'), case when n % 2 = 0 then 'send' else 'retrieve' end, ${device}, 'd', '1.2.' || n, 'done', now(), now()
      from generate_series(1, 120) n`.execute(ours.db)
    const first = await transfers.list({})
    expect([first.length, first[0]?.id]).toEqual([50, 'trf_0120'])
    const next = await transfers.list({ before: first.at(-1)?.id ?? '', direction: 'send' })
    expect(next.map(({ id }) => id).slice(0, 2)).toEqual(['trf_0070', 'trf_0068'])
  })

  it('forgets what ended long ago', async () => {
    await sql`insert into transfer (id, direction, device_description, study_uid, state, created_at, ended_at)
      values ('trf_old', 'send', 'd', '1.2', 'done', now() - interval '91 days', now() - interval '91 days')`.execute(ours.db)
    await transfers.sweep()
    expect(await transfers.one('trf_old')).toBeUndefined()
  })
})
