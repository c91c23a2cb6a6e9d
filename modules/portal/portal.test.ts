import { open, sizeOf } from '@filmjacket/bytes'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { HOUR_MS } from '../../platform/server/clock.ts'
import { planOf } from '../../platform/server/database/testing.ts'
import { createStudyRemoval } from '../archive/removal.ts'
import { KEPT_HOURS } from './settings.ts'
import { expireQuery, waitingQuery } from './store/requests.ts'
import { ADMIN, calmly, TestPortal, wish } from './testing.ts'

let portal: TestPortal
const LIFETIME_MS = 72 * HOUR_MS

beforeAll(async () => {
  portal = await TestPortal.open()
})

describe('a request', () => {
  it('becomes ready with size, name and an end 72 hours later', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    const { clock } = portal
    expect((await portal.requests.one(caller, id))?.row).toMatchObject({
      state: 'ready', instances: 2, fetched: 2, file_name: 'A1-CT of nothing.zip', maybe_partial: false,
      ready_at: clock.time, expires_at: clock.time + 72 * HOUR_MS,
    })
  })

  it('gives a file of just the promised size, the same bytes each time', async () => {
    const { caller, examId, files } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    const { size_bytes: size } = await portal.row(id)
    const [first, second] = [await portal.file(caller, id), await portal.file(caller, id)]
    if (first.kind !== 'file' || second.kind !== 'file') throw new Error('no file')
    expect(sizeOf(first.served.list)).toBe(size)
    expect(second.served.etag).toBe(first.served.etag)
    const parts: Uint8Array[] = []
    for await (const part of open(first.served.list, portal.store.blobs)) parts.push(part)
    const zip = Buffer.concat(parts)
    for (const file of files) expect(zip.includes(Buffer.from(file))).toBe(true)
  })

  it('is nobody else\'s: what belongs to another looks as if it were not there', async () => {
    const { requests } = portal
    const { caller, examId } = await portal.patientWithExam()
    const { caller: stranger } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    expect(await requests.one(stranger, id)).toBeUndefined()
    expect(await portal.file(stranger, id)).toEqual({ kind: 'not-found' })
    expect(await requests.notify(stranger, id, { notifyAddress: 'b@example.org' }, 'en')).toBeUndefined()
    expect(await requests.remove(stranger, id)).toBe(false)
    expect(await requests.create(stranger, wish(examId), 'en')).toEqual({ kind: 'not-yours' })
    expect(await requests.create(caller, wish('stu_absent'), 'en')).toEqual({ kind: 'not-yours' })
    expect((await portal.file(caller, id)).kind).toBe('file')
  })

  it('expires at the instant, not before, and keeps no package', async () => {
    const { requests, clock } = portal
    const { caller, examId } = await portal.patientWithExam()
    const before = await portal.packagesLeft()
    const id = await portal.ready(caller, examId)
    const end = clock.time + LIFETIME_MS
    clock.time = end - 1
    expect((await portal.file(caller, id)).kind).toBe('file')
    clock.time = end
    expect(await portal.file(caller, id)).toEqual({ kind: 'gone' })
    expect((await requests.one(caller, id))?.row).toMatchObject({ state: 'expired', ended_at: end })
    await portal.upkeep.expire()
    expect(await portal.packagesLeft()).toBeLessThanOrEqual(before)
    expect(await portal.file(caller, id)).toEqual({ kind: 'gone' })
    expect((await portal.row(id)).ended_at).toBe(end)
  })

  it('whose time is over in the middle of a download is still delivered to its end', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    const file = await portal.file(caller, id)
    if (file.kind !== 'file') throw new Error(file.kind)
    const parts = open(file.served.list, portal.store.blobs)[Symbol.asyncIterator]()
    let bytes = ((await parts.next()).value as Uint8Array).length
    portal.clock.time += LIFETIME_MS
    await portal.upkeep.expire()
    for (let part = await parts.next(); part.done !== true; part = await parts.next()) bytes += part.value.length
    expect(bytes).toBe(sizeOf(file.served.list))
    await file.served.delivered?.()
    expect(await portal.row(id)).toMatchObject({ state: 'expired', downloaded_at: portal.clock.time })
  })

  it('keeps the end that it was given when the hours are changed, and new ones take the new hours', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const old = await portal.ready(caller, examId)
    await portal.settings.change(ADMIN, KEPT_HOURS, 1)
    const young = await portal.ready(caller, examId)
    await portal.settings.change(ADMIN, KEPT_HOURS, null)
    const ends = [(await portal.row(old)).expires_at, (await portal.row(young)).expires_at]
    expect(ends).toEqual([portal.clock.time + LIFETIME_MS, portal.clock.time + HOUR_MS])
  })

  it('is cancelled while it waits and removed when it is ready', async () => {
    const { requests } = portal
    const { caller, examId } = await portal.patientWithExam()
    const waiting = await portal.ask(caller, examId)
    const ready = await portal.ready(caller, examId)
    await requests.remove(caller, waiting)
    await requests.remove(caller, ready)
    const states = (await requests.all(caller)).map(({ row }) => row.state)
    expect(states.sort()).toEqual(['cancelled', 'removed'])
    expect((await portal.file(caller, waiting)).kind).toBe('not-ready')
    expect((await portal.file(caller, ready)).kind).toBe('gone')
  })

  it('that was cancelled is left alone by its job', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const before = await portal.packagesLeft()
    const id = await portal.ask(caller, examId)
    await portal.requests.remove(caller, id)
    await portal.preparing().prepare(id, calmly())
    expect((await portal.row(id)).state).toBe('cancelled')
    expect(await portal.packagesLeft()).toBe(before)
  })

  it('is prepared once however often its job runs', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    const before = await portal.row(id)
    portal.clock.time += 1_000
    await portal.preparing().prepare(id, calmly())
    expect(await portal.row(id)).toEqual(before)
  })

  it('notes when its last byte was downloaded', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    const file = await portal.file(caller, id)
    if (file.kind === 'file') await file.served.delivered?.()
    expect((await portal.row(id)).downloaded_at).toBe(portal.clock.time)
  })

  it('tells that its file can no longer be made when images were taken from the server', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    await sql`delete from package where study_id = ${examId}`.execute(portal.db)
    expect(await portal.file(caller, id)).toEqual({ kind: 'missing' })
  })
})

describe('a Study', () => {
  it('is not removed while a file of it is ready, and is once that is over; the history tells of it all the same', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    const remove = () => createStudyRemoval(portal.store.db, portal.clock).study({ caller: ADMIN, address: '127.0.0.1' }, examId)
    expect(await remove()).toEqual({ kind: 'held' })
    expect(await portal.requests.remove(caller, id)).toBe(true)
    expect(await remove()).toEqual({ kind: 'removed', instances: 2 })
    expect((await portal.requests.one(caller, id))?.row).toMatchObject({ state: 'removed', exam_description: 'CT of nothing' })
  })
})

describe('when somebody ends a grant', () => {
  it('what waited on it is cancelled, what was ready is removed, and nothing else', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const other = await portal.patientWithExam()
    const [ready, waiting] = [await portal.ready(caller, examId), await portal.ask(caller, examId)]
    const kept = await portal.ready(other.caller, other.examId)
    await portal.requests.endOfGrant((await portal.row(ready)).grant_id)
    const states = await Promise.all([ready, waiting, kept].map(async (id) => (await portal.row(id)).state))
    expect(states).toEqual(['removed', 'cancelled', 'ready'])
  })
})

describe('a clock that is set', () => {
  it('back leaves what is ready as it is; forward ends it; neither makes two of one', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    const waiting = await portal.ask(caller, examId)
    portal.clock.time -= LIFETIME_MS
    await portal.upkeep.expire()
    await portal.upkeep.resume()
    expect([(await portal.file(caller, id)).kind, (await portal.row(waiting)).setbacks]).toEqual(['file', 0])
    portal.clock.time += 2 * LIFETIME_MS
    await portal.upkeep.expire()
    await portal.upkeep.resume()
    expect((await portal.file(caller, id)).kind).toBe('gone')
    expect(await portal.row(waiting)).toMatchObject({ state: 'queued', setbacks: 1 })
  })
})

describe('the queue', () => {
  it('tells each its place, and moves up as those in front end', async () => {
    const { requests } = portal
    await sql`update portal_request set state = 'cancelled' where state in ('queued', 'retrieving')`.execute(portal.db)
    const [anna, ben] = [await portal.patientWithExam(), await portal.patientWithExam()]
    const first = await portal.ask(anna.caller, anna.examId)
    portal.clock.time += 1
    const second = await portal.ask(ben.caller, ben.examId)
    portal.clock.time += 1
    const third = await portal.ask(anna.caller, anna.examId)
    const places = async () => [
      (await requests.one(anna.caller, first))?.position, (await requests.one(ben.caller, second))?.position,
      (await requests.one(anna.caller, third))?.position,
    ]
    expect(await places()).toEqual([1, 2, 3])
    await requests.remove(anna.caller, first)
    expect(await places()).toEqual([null, 1, 2])
    await portal.preparing().prepare(second, calmly())
    expect(await places()).toEqual([null, null, 1])
  })
})

describe('hot queries', () => {
  it('expire and queue by their index, never by a scan, at a realistic row count', async () => {
    const { caller, examId } = await portal.patientWithExam()
    await portal.ask(caller, examId)
    await sql`insert into portal_request (id, account_id, grant_id, study_id, format, state, exam_description, exam_date,
        accession_number, instances, language, created_at, expires_at)
      select id || n, account_id, grant_id, study_id, format, 'expired', exam_description, exam_date, accession_number,
        instances, language, created_at, created_at
      from portal_request, generate_series(1, 20000) as n where study_id = ${examId}`.execute(portal.db)
    expect(await planOf(portal.db, expireQuery(portal.db, portal.clock.now()))).toUse('portal_request_due')
    expect(await planOf(portal.db, waitingQuery(portal.db))).toUse('portal_request_waiting')
  })
})
