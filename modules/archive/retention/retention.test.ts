import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { audit } from '../../../platform/server/audit.ts'
import { DAY_MS } from '../../../platform/server/clock.ts'
import { planOf } from '../../../platform/server/database/testing.ts'
import { createStudyRemoval } from '../removal.ts'
import type { Origin } from '../origin.ts'
import { dueAmong, dueQuery, studyIdsQuery } from '../store/retention.ts'
import { imageFile, inChunks, testArchive } from '../testing.ts'
import { createRetention, type Rule } from './retention.ts'

const never = new AbortController().signal
const rule = (changes: Partial<Rule>): Rule => ({ source: '', modality: '', basis: 'received', keepDays: 30, ...changes })

async function bench(studiesANight = 100) {
  const it_ = await testArchive()
  const clock = { at: Date.now(), now: () => clock.at }
  const retention = createRetention({ db: it_.db, clock, removal: createStudyRemoval(it_.db, clock), studiesANight: () => studiesANight })

  async function study(number: number, origin: Origin, changes: Record<number, unknown> = {}): Promise<string> {
    const file = imageFile({
      [Tags.StudyInstanceUID]: `1.2.${number}`, [Tags.SeriesInstanceUID]: `1.2.${number}.1`, [Tags.SOPInstanceUID]: `1.2.${number}.1.1`, ...changes,
    })
    const outcome = await it_.archive.ingest.file(origin, inChunks(file))
    if (outcome.kind !== 'stored') throw new Error(outcome.kind)
    await it_.archive.ingest.indexed()
    await sql`update study set settled_at = changed_at where study_uid = ${`1.2.${number}`}`.execute(it_.db)
    return outcome.studyId
  }
  const there = async () => (await it_.db.selectFrom('study').select('id').orderBy('id').execute()).map(({ id }) => id)
  return { ...it_, clock, retention, study, there }
}

const ROWS_OF_MANY = [
  `set local session_replication_role = replica`,
  `insert into patient (id, patient_id, issuer, name, birth_date, sex) select 'pat_' || n, n, '', 'N', '', '' from generate_series(1, 20000) n`,
  `insert into study (id, patient_id, study_uid, accession_number, study_id, date, time, description, referring_physician, settled_at)
    select 'stu_' || lpad(n::text, 6, '0'), 'pat_' || (n % 20000 + 1), '1.2.' || n, '', '', '20200101', '', '', '', now() + interval '1 day'
      from generate_series(1, 40000) n`,
  `insert into series (id, study_id, series_uid, modality, number, description)
    select 'ser_' || n, 'stu_' || lpad(n::text, 6, '0'), '1.3.' || n, 'CT', 1, '' from generate_series(1, 40000) n`,
  `insert into instance (id, series_id, instance_uid, sop_class_uid, transfer_syntax_uid, blob_id, size_bytes, data_set_start, crc32_before,
      crc32_within, crc32_after, origin)
    select 'ins_' || n, 'ser_' || n, '1.4.' || n, '', '', n, 1, 0, 0, 0, 0, '{"kind":"import"}' from generate_series(1, 20000) n`,
  `insert into audit (action, actor, address, subject, outcome, detail)
    select 'archive.viewed', null, null, 'stu_' || lpad(n::text, 6, '0'), 'done', '{}' from generate_series(1, 20000) n`,
]

const scanner = (callingAe: string): Origin => ({ kind: 'dimse', callingAe, calledAe: 'US', peer: '10.0.0.1' })

describe('retention', () => {
  it('keeps everything for ever, unless a rule says otherwise', async () => {
    const it_ = await bench()
    await it_.study(1, scanner('CT1'))
    it_.clock.at += 10_000 * DAY_MS
    expect(await it_.retention.run(never)).toMatchObject({ studies: 0, held: 0 })
    expect(await it_.there()).toHaveLength(1)
  })

  it('goes by the first rule that fits: of a source, of a modality, never', async () => {
    const it_ = await bench()
    const [ct, other, mg] = [await it_.study(1, scanner('CT1')), await it_.study(2, scanner('CT2')), await it_.study(3, scanner('CT1'), { [Tags.Modality]: 'MG' })]
    const rules = [rule({ modality: 'MG', keepDays: null }), rule({ source: 'CT1' })]
    it_.clock.at += 29 * DAY_MS
    expect((await it_.retention.plan(rules)).due).toEqual([])
    it_.clock.at += 2 * DAY_MS
    const { due, isMore } = await it_.retention.plan(rules)
    expect([due.map(({ id, rule: by }) => [id, by]), isMore]).toEqual([[[ct, 2]], false])
    expect(await it_.there()).toEqual([ct, other, mg].sort())
    await it_.retention.setRules({ kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 's' }, '', rules)
    expect(await it_.retention.run(never)).toMatchObject({ studies: 1, instances: 1, held: 0 })
    expect(await it_.there()).toEqual([other, mg].sort())
    expect(await it_.retention.rules()).toEqual(rules)
    const { rows } = await sql`select study_id, study_uid, removed_by, why from removed_study`.execute(it_.db)
    expect(rows).toEqual([{ study_id: ct, study_uid: '1.2.1', removed_by: null, why: 'retention' }])
    const { rows: [audited] } = await sql<{ detail: object }>`select detail from audit where action = 'archive.removed'`.execute(it_.db)
    expect(audited?.detail).toMatchObject({ rule: '2', studyUid: '1.2.1', instances: 1 })
  })

  it('counts from the last look at it, where the rule says so', async () => {
    const it_ = await bench()
    const [seen, unseen] = [await it_.study(1, scanner('CT1')), await it_.study(2, scanner('CT1'))]
    await audit(it_.db, { action: 'archive.viewed', actor: 'acc_1', address: null, subject: seen, outcome: 'done' })
    await sql`update study set changed_at = changed_at - interval '40 days', settled_at = settled_at - interval '40 days'`.execute(it_.db)
    expect((await it_.retention.plan([rule({ basis: 'used' })])).due.map(({ id }) => id)).toEqual([unseen])
    expect((await it_.retention.plan([rule({})])).due.map(({ id }) => id)).toEqual([seen, unseen].sort())
  })

  it('keeps a Study of which the date is none', async () => {
    const it_ = await bench()
    const old = await it_.study(1, scanner('CT1'), { [Tags.StudyDate]: '19990101' })
    await it_.study(2, scanner('CT1'), { [Tags.StudyDate]: '' })
    await it_.study(3, scanner('CT1'), { [Tags.StudyDate]: '20010231' })
    const { due } = await it_.retention.plan([rule({ basis: 'study-date', keepDays: 3_650 })])
    expect(due.map(({ id }) => id)).toEqual([old])
  })

  it('leaves what somebody\'s download stands on, and says so', async () => {
    const it_ = await bench()
    const held = await it_.study(1, scanner('CT1'))
    await sql`create table download (study_id text collate "C" references study)`.execute(it_.db)
    await sql`insert into download values (${held})`.execute(it_.db)
    it_.clock.at += 31 * DAY_MS
    expect((await it_.retention.plan([rule({})])).due).toMatchObject([{ id: held, isHeld: true }])
    await it_.retention.setRules({ kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 's' }, '', [rule({})])
    expect(await it_.retention.run(never)).toMatchObject({ studies: 0, held: 1 })
    expect((await it_.retention.runs())[0]).toMatchObject({ studies: 0, held: 1 })
    expect(await it_.there()).toEqual([held])
  })

  it('takes no more in a night than the site says, the oldest first', async () => {
    const it_ = await bench(1)
    const [first, second] = [await it_.study(1, scanner('CT1')), await it_.study(2, scanner('CT1'))]
    await sql`update study set changed_at = changed_at - interval '1 day', settled_at = settled_at - interval '1 day' where id = ${second}`.execute(it_.db)
    it_.clock.at += 40 * DAY_MS
    expect((await it_.retention.plan([rule({})])).isMore).toBe(true)
    await it_.retention.setRules({ kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 's' }, '', [rule({})])
    await it_.retention.run(never)
    expect(await it_.there()).toEqual([first])
  })

  it('looks at a page of Studies by their index, never at all of them at once', async () => {
    const { db } = await bench()
    await db.transaction().execute(async (tx) => {
      // What is found by searches, and whose blobs they are, is of no interest here.
      for (const rows of ROWS_OF_MANY) await sql.raw(rows).execute(tx)
    })
    expect(await planOf(db, studyIdsQuery(db, 'stu_020000', 500))).toUse('study_pkey')
    const ids = (await studyIdsQuery(db, 'stu_020000', 500).execute()).map(({ id }) => id)
    const rules = [rule({ modality: 'MG', basis: 'used' }), rule({ basis: 'study-date' })]
    expect(await planOf(db, { compile: () => dueQuery(rules, Date.now(), ids).compile(db) })).toUse('study_pkey')
    expect(await dueAmong(db, rules, Date.now(), ids)).toHaveLength(500)
  })

  it('does not look at what is still arriving', async () => {
    const it_ = await bench()
    await it_.study(1, scanner('CT1'))
    await sql`update study set settled_at = null`.execute(it_.db)
    it_.clock.at += 40 * DAY_MS
    expect((await it_.retention.plan([rule({})])).due).toEqual([])
  })
})
