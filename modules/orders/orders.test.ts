import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { Value } from 'typebox/value'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, systemClock, type Clock } from '../../platform/server/clock.ts'
import { planOf } from '../../platform/server/database/testing.ts'
import { ADMIN, keep, studyOf } from '../devices/testing.ts'
import { NewEntry, type EntryChange } from './contract.ts'
import { stateBy, type Entry } from './entry.ts'
import { openQuery } from './store/entries.ts'
import { examination, testOrders, type TestOrders } from './testing.ts'

const clock: Clock & { ahead: number } = { ahead: 0, now() { return systemClock.now() + this.ahead } }
let ours: TestOrders

beforeAll(async () => {
  ours = await testOrders(clock)
})
beforeEach(async () => {
  clock.ahead = 0
  await sql`truncate imaging_order, expected_study, performed_step cascade`.execute(ours.db)
})

async function planned(changes: Partial<NewEntry> = {}): Promise<Entry> {
  const added = await ours.orders.add(ADMIN, examination(changes))
  return added.kind === 'saved' ? added.entry : expect.fail(added.kind)
}

const change = (entry: Entry, given: Omit<EntryChange, 'version'>) => ours.orders.change(ADMIN, entry.id, { version: entry.version, ...given })

describe('an entry', () => {
  it('is made with a Study and ids of its own, its time whole, and is listed on its day', async () => {
    const entry = await planned({ patientName: ' Harbour^Hanna ' })
    expect(entry).toMatchObject({ state: 'scheduled', version: 1, patientName: 'Harbour^Hanna', time: '091500', stepDescription: 'CT thorax' })
    expect(entry.studyUid).toMatch(/^2\.25\./)
    expect([entry.procedureId, entry.stepId].map((id) => /^[PS]\d+$/.test(id) && id.length <= 16)).toEqual([true, true])
    const later = await planned({ patientId: 'W-2', date: '20261123' })
    const ids = async (from: string, to: string) => (await ours.orders.list({ from, to })).entries.map(({ id }) => id)
    expect(await ids('20261122', '20261122')).toEqual([entry.id])
    expect(await ids('20261120', '20261130')).toEqual([entry.id, later.id])
  })

  it('holds values as their VRs want them', () => {
    const wrong: Partial<Record<keyof NewEntry, string>>[] = [
      { patientName: 'a^b^c^d^e^f' }, { patientName: '^' }, { patientName: 'x'.repeat(65) }, { patientId: 'a\\b' }, { patientId: '' }, { sex: 'female' },
      { accessionNumber: '12345678901234567' }, { modality: 'ct' }, { stationAeTitle: 'a title that is too long' }, { date: '2026-11-22' },
      { time: '2460' }, { birthDate: '1968' }, { notes: 'a\0b' }, { description: 'line\nline' },
    ]
    for (const each of wrong) expect([each, Value.Check(NewEntry, { ...examination(), ...each })]).toEqual([each, false])
    const right: Partial<NewEntry>[] = [{ patientName: 'Yamada^Tarou=山田^太郎=やまだ^たろう' }, { notes: 'two\r\nlines' }, { time: '235959' }, { birthDate: '' }]
    for (const each of right) expect([each, Value.Check(NewEntry, { ...examination(), ...each })]).toEqual([each, true])
  })

  it('is refused with a day that never was, or another patient\'s accession number', async () => {
    expect(await ours.orders.add(ADMIN, examination({ date: '20260631', birthDate: '19000229' }))).toEqual({ kind: 'invalid', fields: ['birthDate', 'date'] })
    await planned({ accessionNumber: 'A-1' })
    expect(await ours.orders.add(ADMIN, examination({ accessionNumber: 'A-1', patientId: 'W-2' }))).toEqual({ kind: 'accession-taken' })
    await planned({ accessionNumber: 'A-1', description: 'CT abdomen' })
  })

  it('is changed by who has seen what is there, and by nobody once it has begun', async () => {
    const entry = await planned()
    const changed = await change(entry, { date: '20261124', time: '1030' })
    expect(changed).toMatchObject({ kind: 'saved', entry: { version: 2, date: '20261124', time: '103000', description: 'CT thorax' } })
    expect(await change(entry, { sex: 'M' })).toEqual({ kind: 'stale' })
    expect(await change({ ...entry, version: 2 }, { birthDate: '19000229' })).toEqual({ kind: 'invalid', fields: ['birthDate'] })
    expect(await change({ ...entry, id: 'stp_none' }, { sex: 'M' })).toEqual({ kind: 'not-found' })
    await sql`update scheduled_step set state = 'in-progress'`.execute(ours.db)
    expect(await change({ ...entry, version: 2 }, { sex: 'M' })).toEqual({ kind: 'not-now' })
    expect(await ours.orders.cancel(ADMIN, entry.id, 2, 'late')).toEqual({ kind: 'not-now' })
  })

  it('is cancelled with a reason, and planned once more', async () => {
    const { id } = await planned()
    expect(await ours.orders.cancel(ADMIN, id, 1, 'patient is ill')).toMatchObject({ kind: 'saved', entry: { state: 'cancelled', reason: 'patient is ill', version: 2 } })
    expect(await ours.orders.cancel(ADMIN, id, 2, 'again')).toEqual({ kind: 'not-now' })
    expect(await ours.orders.reopen(ADMIN, id, 2)).toMatchObject({ kind: 'saved', entry: { state: 'scheduled', reason: '', version: 3 } })
    expect(await ours.orders.reopen(ADMIN, id, 3)).toEqual({ kind: 'not-now' })
  })

  it('leaves a trace that names nobody', async () => {
    const entry = await planned()
    await change(entry, { patientName: 'Meadow^Max' })
    const { rows } = await sql<{ action: string; line: string }>`select action, audit::text as line from audit where subject = ${entry.id} order by id`.execute(ours.db)
    expect(rows.map(({ action }) => action)).toEqual(['orders.added', 'orders.changed'])
    expect(rows.some(({ line }) => /Harbour|Meadow|19680214/.test(line))).toBe(false)
  })

  it('is found for modalities by an index', async () => {
    await sql`insert into imaging_order (id, version, patient_id, issuer, patient_name, birth_date, sex, accession_number, placer_number, filler_number,
      study_uid, description, referring_physician, notes, created_at)
      select 'ord_' || n, 1, 'P' || n, '', 'N', '', '', '', '', '', '1.2.' || n, 'CT', '', '', now() from generate_series(1, 3000) n`.execute(ours.db)
    await sql`insert into scheduled_step (id, order_id, description, modality, station_ae_title, start_date, start_time, performing_physician, state, changed_at)
      select 'stp_' || n, 'ord_' || n, 'CT', 'CT', '', to_char(date '2020-01-01' + n, 'YYYYMMDD'), '090000', '', 'completed', now()
      from generate_series(1, 3000) n`.execute(ours.db)
    await planned()
    const any = { from: null, to: null, station: null, modality: null, patientId: null, accessionNumber: null }
    expect(await planOf(ours.db, openQuery(ours.db, { ...any, from: '20261122', to: '20261122' }, null, 200))).toUse('scheduled_step_open')
  })
})

describe('the state of a step', () => {
  it('is that of what is under way, else of what was completed, else of what was given up', () => {
    expect(stateBy([])).toBe(null)
    expect(stateBy(['completed', 'in-progress', 'discontinued'])).toBe('in-progress')
    expect(stateBy(['discontinued', 'completed'])).toBe('completed')
    expect(stateBy(['discontinued'])).toBe('discontinued')
  })
})

describe('images that arrive', () => {
  const stateOf = async ({ id }: Entry) => (await ours.orders.one(id))?.entry.state
  const arrive = async (studyUid: string, changes: Record<number, unknown>) => {
    await keep(ours.devices, studyOf(studyUid, 1, changes))
    await ours.arrivals.arrived((await ours.devices.store.archive.idsOfStudies([studyUid])).get(studyUid) ?? '')
  }
  it('begin what was planned, by Study or by number and patient; quiet for hours, it is completed', async () => {
    const [byUid, byNumber, others] = [await planned(), await planned({ accessionNumber: 'B-1' }), await planned({ patientId: 'W-9', accessionNumber: 'B-2' })]
    await arrive(byUid.studyUid, { [Tags.PatientID]: 'W-1' })
    await arrive('1.8.2', { [Tags.PatientID]: 'W-1', [Tags.AccessionNumber]: 'B-1' })
    await arrive('1.8.3', { [Tags.PatientID]: 'W-1', [Tags.AccessionNumber]: 'B-2' })
    expect(await Promise.all([byUid, byNumber, others].map(stateOf))).toEqual(['in-progress', 'in-progress', 'scheduled'])
    await ours.arrivals.completeQuiet()
    expect(await stateOf(byUid)).toBe('in-progress')
    clock.ahead = 4 * HOUR_MS + 1
    await ours.arrivals.completeQuiet()
    expect(await Promise.all([byUid, others].map(stateOf))).toEqual(['completed', 'scheduled'])
  })

  it('are doubted where an order says that they are another patient\'s', async () => {
    const { studyUid } = await planned({ patientId: 'G-1', patientName: 'Guard^Gerda', accessionNumber: 'G-A' })
    const doubts = async () => (await sql<{ why: string }>`select why from quarantined order by id`.execute(ours.db)).rows.map(({ why }) => why)
    await sql`truncate quarantined`.execute(ours.db)
    const right = { [Tags.PatientName]: 'Guard^Gerda', [Tags.PatientBirthDate]: '19680214', [Tags.PatientSex]: 'F', [Tags.AccessionNumber]: 'G-A' }
    await arrive(studyUid, { ...right, [Tags.PatientID]: 'G-1' })
    expect(await doubts()).toEqual([])
    const other = await planned({ patientId: 'G-2', patientName: 'Guard^Gustav', sex: 'M', accessionNumber: 'G-B' })
    await arrive(other.studyUid, { ...right, [Tags.PatientID]: 'G-9', [Tags.AccessionNumber]: '' })
    await arrive('1.8.4', { ...right, [Tags.PatientID]: 'G-2', [Tags.PatientSex]: 'F', [Tags.AccessionNumber]: 'G-B' })
    expect(await doubts()).toEqual(['accession-of-other-patient', 'patient-sex'])
    const { cases } = await ours.devices.store.archive.quarantine.page({ is: 'waiting' })
    expect(cases.map(({ first, here }) => [first.patient_id, here?.patientId, here?.patientName, here?.sex])).toEqual(expect.arrayContaining([
      ['G-9', 'G-2', 'Guard^Gustav', 'M'], ['G-2', 'G-2', 'Guard^Gustav', 'M'],
    ]))
    const gone = await planned({ patientId: 'G-3', accessionNumber: 'G-C' })
    await ours.orders.cancel(ADMIN, gone.id, 1, 'not needed')
    await arrive('1.8.5', { ...right, [Tags.PatientID]: 'G-4', [Tags.AccessionNumber]: 'G-C' })
    expect(await doubts()).toHaveLength(2)
  })

  it('are expected no longer when an entry is forgotten', async () => {
    await planned({ date: '20240101' })
    const stays = await planned()
    clock.ahead = Math.max(0, Date.UTC(2026, 10, 23) - systemClock.now()) + 300 * DAY_MS
    await ours.arrivals.forgetOld()
    const { rows } = await sql<{ source: string }>`select source from expected_study`.execute(ours.db)
    expect(rows).toEqual([{ source: stays.orderId }])
    expect((await ours.orders.list({ from: '20200101', to: '20301231' })).entries).toHaveLength(1)
  })
})
