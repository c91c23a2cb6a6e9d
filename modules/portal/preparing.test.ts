import { beforeAll, describe, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../platform/server/clock.ts'
import { FETCH_REQUEST, PREPARE_REQUEST, SETBACKS_MAX } from './prepare.ts'
import { noSources, type ExamSources } from './sources.ts'
import { withoutFiles } from '../packaging/testing.ts'
import { calmly, TestPortal, type PatientWithExam } from './testing.ts'

let portal: TestPortal

beforeAll(async () => {
  portal = await TestPortal.open()
})

/** A PACS that has `instances` of an exam, and brings one image at each fetch, up to `gives`. */
function pacs(of: PatientWithExam, instances: number, gives = instances): ExamSources {
  return {
    ...noSources,
    compare: () => Promise.resolve({ sources: [{ id: 'dev_1', instances }], unanswered: 0 }),
    async fetch(studyId, _source, { progress }) {
      const here = (await portal.store.archive.study(studyId))?.instances ?? 0
      if (here < gives) await portal.moreOf(of, here + 1)
      progress(Math.min(here + 1, gives))
      return here + 1 >= instances ? 'all' : 'incomplete'
    },
  }
}

describe('where a PACS has more', () => {
  it('the exam is fetched by a job of its own, in a lane, and then packed whole', async () => {
    const patient = await portal.patientWithExam()
    const id = await portal.ask(patient.caller, patient.examId)
    const preparing = portal.preparing(pacs(patient, 3))
    await preparing.prepare(id, calmly())
    expect(await portal.row(id)).toMatchObject({ state: 'retrieving', instances: 3, fetched: 2 })
    expect((await portal.jobs(FETCH_REQUEST.kind)).map(({ payload }) => payload['requestId'])).toContain(id)
    await preparing.fetch(id, calmly())
    expect(await portal.row(id)).toMatchObject({ state: 'ready', instances: 3, fetched: 3, maybe_partial: false })
  })

  it('a fetch that broke goes on at the next try', async () => {
    const patient = await portal.patientWithExam()
    const id = await portal.ask(patient.caller, patient.examId)
    const preparing = portal.preparing(pacs(patient, 4))
    await expect(preparing.fetch(id, calmly())).rejects.toThrow()
    expect((await portal.row(id)).state).toBe('retrieving')
    await preparing.fetch(id, calmly())
    expect(await portal.row(id)).toMatchObject({ state: 'ready', instances: 4 })
  })

  it('half an exam is never handed out: after the last try it has failed, and says why', async () => {
    const patient = await portal.patientWithExam()
    const id = await portal.ask(patient.caller, patient.examId)
    const preparing = portal.preparing(pacs(patient, 9, 3))
    await expect(preparing.fetch(id, calmly())).rejects.toThrow()
    await expect(preparing.fetch(id, { ...calmly(), isLastTry: true })).rejects.toThrow()
    expect(await portal.row(id)).toMatchObject({ state: 'failed', failure: 'incomplete', ended_at: portal.clock.time })
  })

  it('a PACS with fewer images is not asked for them', async () => {
    const patient = await portal.patientWithExam()
    const id = await portal.ask(patient.caller, patient.examId)
    await portal.preparing(pacs(patient, 2)).prepare(id, calmly())
    expect(await portal.row(id)).toMatchObject({ state: 'ready', instances: 2 })
  })

  it('one that does not answer holds nothing up, and the file says that there may be more', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    const silent: ExamSources = { ...pacs(await portal.patientWithExam(), 0), compare: () => Promise.resolve({ sources: [], unanswered: 1 }) }
    await portal.preparing(silent).prepare(id, calmly())
    expect(await portal.row(id)).toMatchObject({ state: 'ready', maybe_partial: true })
  })

  it('cancelling ends the fetch at once', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    let ended = false
    const slow: ExamSources = {
      ...noSources,
      compare: () => Promise.resolve({ sources: [{ id: 'dev_1', instances: 9 }], unanswered: 0 }),
      fetch: (_study, _source, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => {
        ended = true
        reject(new Error('aborted'))
      })),
    }
    const fetching = portal.preparing(slow).fetch(id, { ...calmly(), isLastTry: true })
    await expect.poll(async () => (await portal.row(id)).lane).not.toBeNull()
    await portal.requests.remove(caller, id)
    await fetching
    expect([ended, (await portal.row(id)).state]).toEqual([true, 'cancelled'])
  })

  it('tells how many images have come, while they come', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    const slow: ExamSources = {
      ...noSources,
      compare: () => Promise.resolve({ sources: [{ id: 'dev_1', instances: 9 }], unanswered: 0 }),
      fetch: (_study, _source, { signal, progress }) => new Promise((_resolve, reject) => {
        progress(5)
        signal.addEventListener('abort', () => reject(new Error('aborted')))
      }),
    }
    const fetching = portal.preparing(slow).fetch(id, calmly())
    await expect.poll(async () => (await portal.row(id)).fetched, { timeout: 5_000 }).toBe(5)
    await portal.requests.remove(caller, id)
    await fetching
  })
})

describe('where somebody took stored images from the disk', () => {
  it('the request has failed at once, and says why: nothing is called ready that cannot be had', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const [id, packages] = [await portal.ask(caller, examId), await portal.packagesLeft()]
    await withoutFiles(portal.store.folder, () => portal.preparing().prepare(id, calmly()))
    expect(await portal.row(id)).toMatchObject({ state: 'failed', failure: 'missing', package_id: null })
    expect(await portal.packagesLeft()).toBe(packages)
    expect((await portal.file(caller, await portal.ready(caller, examId))).kind).toBe('file')
  })

  it('a PACS that has them gives them again, and the request becomes ready with all of them', async () => {
    const { caller, examId, files } = await portal.patientWithExam()
    const [id, asked] = [await portal.ask(caller, examId), [] as (readonly string[])[]]
    const keeps: ExamSources = {
      ...noSources,
      compare: () => Promise.resolve({ sources: [{ id: 'dev_1', instances: 2 }], unanswered: 0 }),
      async fetchAgain(_studyId, instanceUids) {
        asked.push(instanceUids)
        for (const file of files) await portal.ingest(file)
        return 'here'
      },
    }
    await portal.damage(examId)
    await portal.preparing(keeps).fetch(id, calmly())
    expect([asked.map(({ length }) => length), await portal.row(id)]).toMatchObject([[2], { state: 'ready', instances: 2, fetched: 2 }])
    expect((await portal.file(caller, id)).kind).toBe('file')
  })

  it('one that has the exam, but not those, lets it fail as before', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    const lacks: ExamSources = { ...noSources, compare: () => Promise.resolve({ sources: [{ id: 'dev_1', instances: 2 }], unanswered: 0 }), fetch: () => Promise.resolve('incomplete') }
    await portal.damage(examId)
    await portal.preparing(lacks).fetch(id, { ...calmly(), isLastTry: true }).catch(() => undefined)
    expect(await portal.row(id)).toMatchObject({ state: 'failed', failure: 'incomplete' })
  })
})

describe('lanes', () => {
  it('let two exams be fetched at a time, the same one never twice; the others look again later', async () => {
    const ends: (() => void)[] = []
    const slow: ExamSources = {
      ...noSources,
      compare: () => Promise.resolve({ sources: [{ id: 'dev_1', instances: 9 }], unanswered: 0 }),
      fetch: (_study, _source, { signal }) => new Promise((_resolve, reject) => {
        ends.push(() => reject(new Error('over')))
        signal.addEventListener('abort', () => reject(new Error('aborted')))
      }),
    }
    const [anna, ben, carl] = [await portal.patientWithExam(), await portal.patientWithExam(), await portal.patientWithExam()]
    const ids = await Promise.all([anna, anna, ben, carl].map(({ caller, examId }) => portal.ask(caller, examId)))
    const preparing = portal.preparing(slow)
    const work = ids.map((id) => preparing.fetch(id, calmly()).catch(() => undefined))
    await expect.poll(() => ends.length).toBe(2)
    const rows = await Promise.all(ids.map((id) => portal.row(id)))
    expect(rows.filter(({ lane }) => lane !== null).map(({ study_id }) => study_id)).toHaveLength(2)
    expect(new Set(rows.filter(({ lane }) => lane !== null).map(({ study_id }) => study_id)).size).toBe(2)
    for (const end of ends) end()
    await Promise.all(work)
    expect((await Promise.all(ids.map((id) => portal.row(id)))).map(({ lane }) => lane)).toEqual([null, null, null, null])
    const waiting = rows.filter(({ lane }) => lane === null).map(({ id }) => id)
    const again = (await portal.jobs(FETCH_REQUEST.kind)).map(({ payload }) => payload['requestId'])
    for (const id of waiting) expect(again).toContain(id)
  })
})

describe('a request whose job was cut off', () => {
  const ofRequest = async (kind: string, id: string) =>
    (await portal.jobs(kind)).filter(({ payload }) => payload['requestId'] === id).length

  it('is left alone while somebody works on it, and taken up once there is no sign of life', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    await portal.upkeep.resume()
    expect((await portal.row(id)).setbacks).toBe(0)
    portal.clock.time += 10 * MINUTE_MS + 1
    await portal.upkeep.resume()
    expect((await portal.row(id)).setbacks).toBe(1)
    expect(await ofRequest(PREPARE_REQUEST.kind, id)).toBe(1)
    await portal.upkeep.resume()
    expect((await portal.row(id)).setbacks).toBe(1)
  })

  it('is fetched again where it was being fetched', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    await portal.db.updateTable('portal_request').set({ state: 'retrieving' }).where('id', '=', id).execute()
    portal.clock.time += HOUR_MS
    await Promise.all([portal.upkeep.resume(), portal.upkeep.resume()])
    expect((await portal.row(id)).setbacks).toBe(1)
    expect(await ofRequest(FETCH_REQUEST.kind, id)).toBe(1)
  })

  it('again and again has failed in the end, and says why: it never hangs', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    for (let cut = 0; cut < SETBACKS_MAX; cut++) {
      expect((await portal.row(id)).state).toBe('queued')
      portal.clock.time += HOUR_MS
      await portal.upkeep.resume()
    }
    expect(await portal.row(id)).toMatchObject({ state: 'failed', failure: 'interrupted' })
  })

  it('by the end of its process is not counted as failed', async () => {
    const { caller, examId } = await portal.patientWithExam()
    const id = await portal.ask(caller, examId)
    const ending = new AbortController()
    ending.abort()
    const broken: ExamSources = { ...noSources, compare: () => Promise.reject(new Error('cut')), fetch: () => Promise.reject(new Error('cut')) }
    await expect(portal.preparing(broken).prepare(id, { signal: ending.signal, isLastTry: true })).rejects.toThrow('cut')
    expect((await portal.row(id)).state).toBe('queued')
    await expect(portal.preparing(broken).prepare(id, { ...calmly(), isLastTry: true })).rejects.toThrow('cut')
    expect(await portal.row(id)).toMatchObject({ state: 'failed', failure: 'internal' })
  })
})
