import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { planOf } from '../../../platform/server/database/testing.ts'
import { createLog } from '../../../platform/server/log.ts'
import { watchQuarantine } from '../scrub/disk-watch.ts'
import { storeScp } from '../dimse.ts'
import { heldAmountQuery } from '../store/held-room.ts'
import { inChunks } from '../testing.ts'
import { roomOf } from './room.ts'
import { MOST_IMAGES } from './settings.ts'
import { CLERK, madeStudy, testQuarantine, type TestQuarantine } from './testing.ts'

const never = new AbortController().signal
const clock = { now: () => Date.now() }

let it_: TestQuarantine
beforeEach(async () => {
  it_ = await testQuarantine()
})

const cut = (number: number) => madeStudy().image(number).subarray(0, -100)

describe('a quarantine that is full', () => {
  it('refuses what is new, keeps what it has, and says so', async () => {
    await it_.set({ images: 2 })
    const [first, second, third] = [cut(1), cut(2), cut(3)]
    for (const bytes of [first, second]) expect(await it_.take(bytes)).toMatchObject({ kind: 'unreadable', isKept: true })
    const before = await it_.archive.countBlobs()
    expect(await it_.take(third)).toEqual({ kind: 'no-room' })
    expect(await it_.take(third)).toEqual({ kind: 'no-room' })
    expect(await it_.archive.countBlobs()).toBe(before)
    expect((await it_.waiting()).map(({ first: { size_bytes: size } }) => size)).toEqual([second.length, first.length])
    expect(await it_.audited('archive.quarantine-full')).toBe(1)
    expect(await it_.archive.quarantine.room()).toMatchObject({ instances: 2, maxInstances: 2, refused: 2, level: 'full' })
    // The same again needs no room.
    expect(await it_.take(first)).toMatchObject({ kind: 'unreadable', isKept: true })
    await it_.decide((await it_.waiting())[0]!.first.case_id, { action: 'discard' })
    expect(await it_.take(third)).toMatchObject({ kind: 'unreadable', isKept: true })
  })

  it('tells a device that it is out of resources, and takes good images as ever', async () => {
    await it_.set({ images: 1, guard: 'hold' })
    const known = { [Tags.PatientID]: 'P1', [Tags.PatientName]: 'Peeters^Maria', [Tags.PatientBirthDate]: '19700101' }
    await it_.take(madeStudy(known).image(1))
    await it_.take(cut(1))
    const other = madeStudy({ ...known, [Tags.PatientBirthDate]: '19800101' })
    expect(await it_.take(other.image(1))).toEqual({ kind: 'no-room' })
    expect(await it_.archive.studyByUid(other.studyUid)).toBeUndefined()
    expect((await it_.take(madeStudy().image(1))).kind).toBe('stored')
    const scp = storeScp({ ...it_.archive.ingest, dataSet: () => Promise.resolve({ kind: 'no-room' }) }, createLog('silent'))
    expect(await scp({ callingAe: 'CT', calledAe: 'US', address: '' } as never, {} as never)).toMatchObject({ status: 0xa700 })
  })

  it('keeps the first where the one that it made place for could not be kept', async () => {
    await it_.set({ images: 1, sameUid: 'replace' })
    await it_.take(cut(1))
    const study = madeStudy()
    await it_.take(study.image(1))
    expect(await it_.take(study.image(1, { [Tags.StudyDescription]: 'Newer' }))).toEqual({ kind: 'no-room' })
    expect(await it_.archive.studyByUid(study.studyUid)).toMatchObject({ instances: 1 })
    // A person who decides finds room: one leaves as the other comes.
    await it_.set({ images: 2, sameUid: 'review' })
    expect((await it_.take(study.image(1, { [Tags.StudyDescription]: 'Newer' }))).kind).toBe('held')
    const [held] = await it_.waiting()
    await it_.decide(held!.first.case_id, { action: 'accept' })
    expect((await it_.waiting()).map(({ first: { why } }) => why)).toEqual(['unreadable'])
  })

  it('counts one after the other what arrives at once', async () => {
    await it_.set({ images: 3 })
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => it_.archive.ingest.file({ kind: 'import' }, inChunks(cut(number)))))
    expect(outcomes.filter(({ kind }) => kind === 'unreadable')).toHaveLength(3)
  })

  it('is told as it gets full, and as it has room again', async () => {
    await it_.set({ images: 5 })
    const limits = () => ({ instances: it_.settings.value(MOST_IMAGES), bytes: 1_000_000_000, days: 0 })
    const watching = {
      db: it_.db, clock, disk: () => Promise.reject(new Error('unused')), thresholds: () => ({ lowPercent: 0, criticalPercent: 0 }),
      alertAddress: () => 'store@hospital.example', hasMail: true, publicUrl: () => 'https://images.example',
    }
    const subjects = async () => (await sql<{ subject: string }>`
      select payload->>'subject' as subject from graphile_worker._private_jobs order by id`.execute(it_.db)).rows.map(({ subject }) => subject)
    const look = async () => watchQuarantine(watching, await roomOf({ db: it_.db, clock, limits }))
    await look()
    for (const number of [1, 2, 3, 4]) await it_.take(cut(number))
    await look()
    await look()
    await it_.take(cut(5))
    await look()
    for (const { first } of await it_.waiting()) await it_.archive.quarantine.decide({ caller: CLERK, address: '' }, first.case_id, { action: 'discard' })
    await look()
    expect(await subjects()).toEqual(['The quarantine is getting full', 'The quarantine is full', 'The quarantine has room again'])
  })
})

describe('what nobody decides about', () => {
  it('stays for ever, unless the site says for how long; then it goes, with a trace', async () => {
    for (const number of [1, 2]) await it_.take(cut(number))
    const [young, old] = await it_.waiting()
    await sql`update quarantined set received_at = received_at - interval '31 days' where id = ${old!.first.id}`.execute(it_.db)
    await it_.archive.quarantine.age(never)
    expect(await it_.waiting()).toHaveLength(2)
    await it_.set({ days: 30 })
    await it_.archive.quarantine.age(never)
    expect((await it_.waiting()).map(({ first: { id } }) => id)).toEqual([young!.first.id])
    const { rows } = await sql`select subject, actor, detail from audit where action = 'archive.held-aged'`.execute(it_.db)
    expect(rows).toEqual([{ subject: old!.first.case_id, actor: null, detail: { why: 'unreadable', days: 30, instances: 1 } }])
    expect(await it_.archive.quarantine.file({ caller: CLERK, address: '' }, old!.first.id)).toBeUndefined()
  })

  it('is counted by an index, however much was ever decided', async () => {
    await sql`insert into quarantined (id, case_id, blob_id, why, detail, state, patient_id, issuer, patient_name, birth_date, sex, study_uid,
        series_uid, instance_uid, sop_class_uid, accession_number, modality, study_date, study_description, size_bytes, origin, received_at)
      select 'qtn_' || n, 'case_' || n, n, 'unreadable', '', case when n % 50 = 0 then 'open' else 'discarded' end,
        '', '', '', '', '', '', '', '', '', '', '', '', '', 1000, '{"kind":"import"}', now() from generate_series(1, 20000) n`.execute(it_.db)
    expect(await planOf(it_.db, heldAmountQuery(it_.db))).toUse('quarantined_room')
  })
})
