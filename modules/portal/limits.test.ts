import { beforeAll, describe, expect, it } from 'vitest'
import { HOUR_MS } from '../../platform/server/clock.ts'
import { createLooks } from '../../platform/server/looks.ts'
import { createRequests } from './requests.ts'
import { DOWNLOAD_LIMIT, DOWNLOADS_ON, QUEUE_LIMIT } from './settings.ts'
import { ADMIN, TestPortal, wish } from './testing.ts'

let portal: TestPortal

beforeAll(async () => {
  portal = await TestPortal.open()
})

describe('limits', () => {
  it('let three wait, and not a fourth, even of many at the same time', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const many = await Promise.all(Array.from({ length: 8 }, () => portal.requests.create(caller, wish(examId), 'en')))
    expect(many.filter(({ kind }) => kind === 'created')).toHaveLength(3)
    expect(many.filter(({ kind }) => kind === 'queue-full')).toHaveLength(5)
    expect(await portal.requests.standing(caller)).toMatchObject({ door: 'queue-full', waiting: 3, ready: 0, queueLimit: 3 })
  })

  it('let one wait again as soon as one is cancelled', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const ids = [await portal.ask(caller, examId), await portal.ask(caller, examId), await portal.ask(caller, examId)]
    expect((await portal.requests.create(caller, wish(examId), 'en')).kind).toBe('queue-full')
    await portal.requests.remove(caller, ids[1] ?? '')
    expect((await portal.requests.create(caller, wish(examId), 'en')).kind).toBe('created')
  })

  it('let ten be kept, and an eleventh only after one is removed or expired', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const ids: string[] = []
    for (let made = 0; made < 10; made++) ids.push(await portal.ready(caller, examId))
    const more = () => portal.requests.create(caller, wish(examId), 'en')
    expect(await more()).toMatchObject({ kind: 'download-limit', standing: { downloadLimit: 10, ready: 10 } })
    await portal.requests.remove(caller, ids[0] ?? '')
    expect((await more()).kind).toBe('created')
    expect((await more()).kind).toBe('download-limit')
    portal.clock.time += 72 * HOUR_MS - 1
    expect((await more()).kind).toBe('download-limit')
    portal.clock.time += 1
    expect((await more()).kind).toBe('created')
  })

  it('count what waits among the files that are kept, of many at the same time', async () => {
    const { caller, examId } = await portal.patientWithExam()
    for (let made = 0; made < 8; made++) await portal.ready(caller, examId)
    const many = await Promise.all(Array.from({ length: 6 }, () => portal.requests.create(caller, wish(examId), 'en')))
    expect(many.map(({ kind }) => kind).sort()).toEqual(
      ['created', 'created', 'download-limit', 'download-limit', 'download-limit', 'download-limit'])
  })

  it('are each person\'s own', async () => {
    const [anna, ben] = [await portal.patientWithExam(), await portal.patientWithExam()]
    for (let made = 0; made < 3; made++) await portal.ask(anna.caller, anna.examId)
    expect((await portal.requests.create(ben.caller, wish(ben.examId), 'en')).kind).toBe('created')
  })

  it('hold over a restart', async () => {
    const { caller, examId } = await portal.patientWithExam()
    for (let made = 0; made < 3; made++) await portal.ask(caller, examId)
    const { db, clock, grants, packages, settings } = portal
    const again = createRequests({ db, clock, naming: portal.naming, grants, packages, settings, live: portal.live, looks: createLooks(db, clock), publicUrl: 'https://images.example.org' })
    expect((await again.create(caller, wish(examId), 'en')).kind).toBe('queue-full')
  })

  it('hold as an administrator has set them, from then on', async () => {
    const { caller, examId } = await portal.patientWithExam()
    await portal.settings.change(ADMIN, QUEUE_LIMIT, 1)
    await portal.ask(caller, examId)
    expect((await portal.requests.create(caller, wish(examId), 'en')).kind).toBe('queue-full')
    await portal.settings.change(ADMIN, QUEUE_LIMIT, null)
    await portal.settings.change(ADMIN, DOWNLOAD_LIMIT, 2)
    await portal.ask(caller, examId)
    expect((await portal.requests.create(caller, wish(examId), 'en')).kind).toBe('download-limit')
    await portal.settings.change(ADMIN, DOWNLOAD_LIMIT, null)
  })

  it('leave nothing to ask for where downloads are switched off, and keep what is ready', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ready(caller, examId)
    await portal.settings.change(ADMIN, DOWNLOADS_ON, false)
    expect((await portal.requests.create(caller, wish(examId), 'en')).kind).toBe('off')
    expect((await portal.requests.standing(caller)).door).toBe('off')
    expect((await portal.file(caller, id)).kind).toBe('file')
    await portal.settings.change(ADMIN, DOWNLOADS_ON, null)
    expect((await portal.requests.create(caller, wish(examId), 'en')).kind).toBe('created')
  })
})
