/** What modalities ask and tell, over the wire: the worklist, performed steps, notices. PS3.4 Annexes F, K and R. */
import { newUid, Tags, type DataSet, type ElementMap, type Value } from '@filmjacket/dicom-data'
import { associate, PERFORMED_STEP, PERFORMED_STEP_RETRIEVE, performedContexts, serveDicom, worklistContexts, type Association } from '@filmjacket/dicom-net'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ADMIN, keep, LOOPBACK, OWN_AE, studyOf } from '../devices/testing.ts'
import type { NewEntry } from './contract.ts'
import type { Entry } from './entry.ts'
import { examination, testOrders, type TestOrders } from './testing.ts'

let ours: TestOrders
const open: { close(): Promise<unknown> }[] = []

beforeAll(async () => {
  ours = await testOrders()
})
beforeEach(async () => {
  await sql`truncate imaging_order, expected_study, performed_step, device cascade`.execute(ours.db)
  await ours.devices.add({ aeTitle: 'CT1', worklistAccess: 'own' })
  await ours.devices.add({ aeTitle: 'DESK', worklistAccess: 'all' })
  await ours.devices.add({ aeTitle: 'OTHER' })
})
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function planned(changes: Partial<NewEntry> = {}): Promise<Entry> {
  const added = await ours.orders.add(ADMIN, examination(changes))
  return added.kind === 'saved' ? added.entry : expect.fail(added.kind)
}

function as(callingAe: string, contexts = [...worklistContexts(), ...performedContexts()]): Promise<Association> {
  return associate({ host: LOOPBACK, port: ours.port, callingAe, calledAe: OWN_AE, contexts })
}

const STEP = Tags.ScheduledProcedureStepSequence
type Keys = Readonly<Record<number, Value>>

async function ask(callingAe: string, keys: ElementMap): Promise<readonly DataSet[]> {
  const association = await as(callingAe)
  const found: DataSet[] = []
  try {
    for await (const { dataSet } of association.find({ model: 'worklist', keys })) found.push(dataSet)
  } finally {
    await association.release()
  }
  return found
}

/** Accession numbers of what matches, in their order. */
async function matching(keys: Keys, callingAe = 'DESK'): Promise<string> {
  const found = await ask(callingAe, { [Tags.AccessionNumber]: '', ...keys })
  return found.map((each) => each.text(Tags.AccessionNumber)).join(' ')
}

const step = (keys: Keys) => ({ [STEP]: [keys] })

describe('the worklist', () => {
  it('matches all that PS3.4 Table K.6-1 wants matched', async () => {
    await planned({ accessionNumber: 'A', stationAeTitle: 'CT1', performingPhysician: 'Weiss^Otto' })
    await planned({ accessionNumber: 'B', patientId: 'W-2', patientName: 'Müller^Änne=山田', modality: 'MR', stationAeTitle: 'MR1', time: '1400' })
    await planned({ accessionNumber: 'C', patientId: 'W-3', patientName: 'Meadow^Max', sex: 'M', date: '20261123', time: '0800' })
    const cases: readonly (readonly [string, Keys])[] = [
      ['A B C', {}], ['A B C', { [STEP]: [] }], ['A B C', { [Tags.PatientName]: '*' }],
      ['A', { [Tags.PatientID]: 'W-1' }], ['A B C', { [Tags.PatientID]: 'W-?' }], ['', { [Tags.PatientID]: 'w-1' }],
      ['A', { [Tags.PatientName]: 'harb*' }], ['B', { [Tags.PatientName]: 'MULLER^*' }], ['C', { [Tags.PatientSex]: 'M' }],
      ['A', { [Tags.AccessionNumber]: 'A' }], ['B', step({ [Tags.Modality]: 'MR' })], ['A', step({ [Tags.ScheduledPerformingPhysicianName]: 'weiss^*' })],
      ['A C', step({ [Tags.ScheduledStationAETitle]: 'CT1' })], ['B C', step({ [Tags.ScheduledStationAETitle]: 'MR1' })],
      ['A B', step({ [Tags.ScheduledProcedureStepStartDate]: '20261122' })], ['C', step({ [Tags.ScheduledProcedureStepStartDate]: '20261123-' })],
      ['A B', step({ [Tags.ScheduledProcedureStepStartDate]: '-20261122' })], ['A B C', step({ [Tags.ScheduledProcedureStepStartDate]: '20261101-20261130' })],
      ['B', step({ [Tags.ScheduledProcedureStepStartTime]: '1200-1500' })],
      // One period from the first moment to the last, not those hours of each day.
      ['B C', step({ [Tags.ScheduledProcedureStepStartDate]: '20261122-20261123', [Tags.ScheduledProcedureStepStartTime]: '1200-0900' })],
      ['', step({ [Tags.Modality]: 'US' })], ['A', { ...step({ [Tags.Modality]: 'CT' }), [Tags.PatientName]: 'Harbour^Hanna' }],
    ]
    for (const [expected, keys] of cases) expect([keys, await matching(keys)]).toEqual([keys, expected])
  })

  it('tells each key that is asked for, empty where nothing is known, and all of a step that is asked for without keys', async () => {
    const entry = await planned({ notes: 'by chair', stationAeTitle: 'CT1', accessionNumber: 'A-7' })
    const [found] = await ask('CT1', {
      [Tags.PatientName]: '', [Tags.StudyInstanceUID]: '', [Tags.RequestedProcedureComments]: '', [Tags.PatientWeight]: null, [Tags.ReferencedStudySequence]: null, [STEP]: [],
    })
    if (found === undefined) return expect.fail('no match')
    expect([...found.tags()].map((tag) => [tag, found.text(tag) ?? ''])).toEqual([
      [Tags.ReferencedStudySequence, ''], [Tags.PatientName, 'Harbour^Hanna'], [Tags.PatientWeight, ''], [Tags.StudyInstanceUID, entry.studyUid],
      [STEP, ''], [Tags.RequestedProcedureComments, 'by chair'],
    ])
    const [told] = found.items(STEP)
    expect([Tags.Modality, Tags.ScheduledStationAETitle, Tags.ScheduledProcedureStepStartTime, Tags.ScheduledProcedureStepStatus].map((tag) => told?.text(tag)))
      .toEqual(['CT', 'CT1', '091500', 'SCHEDULED'])
  })

  it('answers in the character set of the question, and in Unicode where that cannot hold it', async () => {
    await planned({ patientName: 'Müller^Änne' })
    await planned({ patientId: 'W-2', patientName: '山田^太郎' })
    const found = await ask('DESK', { [Tags.SpecificCharacterSet]: 'ISO_IR 100', [Tags.PatientName]: '' })
    expect(found.map((each) => [each.characterSets, each.text(Tags.PatientName)])).toEqual([[['ISO_IR 100'], 'Müller^Änne'], [['ISO_IR 192'], '山田^太郎']])
  })

  it('is closed to who may not ask, and tells a modality of its own what is planned on it or nowhere', async () => {
    await planned({ accessionNumber: 'HERE', stationAeTitle: 'CT1' })
    await planned({ accessionNumber: 'ANY' })
    await planned({ accessionNumber: 'THERE', stationAeTitle: 'CT2' })
    expect(await matching({}, 'CT1')).toBe('HERE ANY')
    const [, any] = await ask('CT1', { [STEP]: [{ [Tags.ScheduledStationAETitle]: '' }] })
    expect(any?.items(STEP)[0]?.text(Tags.ScheduledStationAETitle)).toBe('CT1')
    for (const title of ['OTHER', 'STRANGER']) await expect(ask(title, {})).rejects.toMatchObject({ status: 0x0124 })
    const { rows } = await sql<{ actor: string; outcome: string }>`select actor, outcome from audit where action = 'orders.worklist-asked' order by id desc limit 2`.execute(ours.db)
    expect(rows).toEqual([{ actor: 'STRANGER', outcome: 'refused' }, { actor: 'OTHER', outcome: 'refused' }])
  })

  it('tells of what is scheduled or under way alone', async () => {
    for (const state of ['scheduled', 'in-progress', 'completed', 'discontinued', 'cancelled']) {
      const { id } = await planned({ accessionNumber: state })
      await sql`update scheduled_step set state = ${state} where id = ${id}`.execute(ours.db)
    }
    expect(await matching({})).toBe('scheduled in-progress')
  })

  it('refuses a date that is none, says which keys it did not look at, and ends when it is cancelled', async () => {
    for (let n = 0; n < 3; n++) await planned({ patientId: `W-${n}` })
    await expect(ask('DESK', step({ [Tags.ScheduledProcedureStepStartDate]: 'today' }))).rejects.toMatchObject({ status: 0xa900 })
    const association = await as('DESK')
    for await (const { areAllKeysSupported } of association.find({ model: 'worklist', keys: { [Tags.PatientWeight]: '70' } })) {
      expect(areAllKeysSupported).toBe(false)
      break
    }
    await association.release()
  })
})

interface Performing {
  readonly association: Association
  readonly object: { readonly sopClassUid: string; readonly sopInstanceUid: string }
}

function begun(studyUid: string, stepId: string, more: Keys = {}): ElementMap {
  return {
    [Tags.ScheduledStepAttributesSequence]: [{ [Tags.StudyInstanceUID]: studyUid, [Tags.ScheduledProcedureStepID]: stepId }],
    [Tags.PatientName]: 'Harbour^Hanna', [Tags.PatientID]: 'W-1', [Tags.PerformedStationAETitle]: 'CT1', [Tags.PerformedProcedureStepID]: 'PPS1',
    [Tags.PerformedProcedureStepStartDate]: '20261122', [Tags.PerformedProcedureStepStartTime]: '0920', [Tags.PerformedProcedureStepStatus]: 'IN PROGRESS',
    [Tags.Modality]: 'CT', ...more,
  }
}

const ENDED = {
  [Tags.PerformedProcedureStepStatus]: 'COMPLETED', [Tags.PerformedProcedureStepEndDate]: '20261122', [Tags.PerformedProcedureStepEndTime]: '0935',
  [Tags.PerformedSeriesSequence]: [1, 2].map((n) => ({
    [Tags.SeriesInstanceUID]: `1.2.${n}`,
    [Tags.ReferencedImageSequence]: Array.from({ length: n }, (_, at) => ({ [Tags.ReferencedSOPInstanceUID]: `1.2.${n}.${at}` })),
  })),
} as const

async function performing(callingAe = 'CT1'): Promise<Performing> {
  const association = await as(callingAe)
  open.push({ close: () => association.release().catch(() => undefined) })
  return { association, object: { sopClassUid: PERFORMED_STEP, sopInstanceUid: newUid() } }
}

const known = async ({ id }: Entry) => (await ours.orders.one(id)) ?? expect.fail('no entry')

describe('a performed step', () => {
  it('moves what was planned, keeps what was done, and changes no more when it has ended', async () => {
    const entry = await planned()
    const { association, object } = await performing()
    expect(await association.create({ ...object, attributes: begun(entry.studyUid, entry.stepId) })).toEqual({ status: 0 })
    expect((await known(entry)).entry).toMatchObject({ state: 'in-progress', version: 2 })
    expect(await association.set({ ...object, attributes: ENDED })).toEqual({ status: 0 })
    const { entry: { state }, performed } = await known(entry)
    expect([state, performed]).toMatchObject(['completed', [{ state: 'completed', ae_title: 'CT1', series: 2, images: 3, start_time: '0920', end_time: '0935' }]])
    // PS3.4 §F.7.2.2: a final state is final, whatever is to be set.
    expect(await association.set({ ...object, attributes: { [Tags.PerformedProcedureStepStatus]: 'IN PROGRESS' } }))
      .toEqual({ status: 0x0110, comment: 'Performed Procedure Step Object may no longer be updated' })
    expect((await association.set({ ...object, attributes: { [Tags.PerformedProcedureStepDescription]: 'x' } })).status).toBe(0x0110)
    expect((await known(entry)).performed).toEqual(performed)
  })

  it('that is given up says why; another one of the same plan makes up for it', async () => {
    const entry = await planned()
    const first = await performing()
    await first.association.create({ ...first.object, attributes: begun(entry.studyUid, entry.stepId) })
    await first.association.set({ ...first.object, attributes: {
      [Tags.PerformedProcedureStepStatus]: 'DISCONTINUED',
      [Tags.PerformedProcedureStepDiscontinuationReasonCodeSequence]: [{ [Tags.CodeValue]: '110514', [Tags.CodingSchemeDesignator]: 'DCM', [Tags.CodeMeaning]: 'Incorrect worklist entry selected' }],
    } })
    expect((await known(entry)).entry).toMatchObject({ state: 'discontinued', reason: 'Incorrect worklist entry selected' })
    const second = await performing()
    await second.association.create({ ...second.object, attributes: begun(entry.studyUid, '') })
    expect((await known(entry)).entry).toMatchObject({ state: 'in-progress', reason: '' })
    await second.association.set({ ...second.object, attributes: ENDED })
    expect((await known(entry)).entry.state).toBe('completed')
  })

  it('that nobody planned, or that is of another patient, is kept and moves nothing', async () => {
    const entry = await planned()
    const { association, object } = await performing()
    await association.create({ ...object, attributes: begun('1.9.9', '') })
    await association.create({ ...object, sopInstanceUid: newUid(), attributes: begun(entry.studyUid, entry.stepId, { [Tags.PatientID]: 'W-2' }) })
    const { unplanned } = await ours.orders.list({ from: '20261122', to: '20261122' })
    expect(unplanned.map(({ study_uid, patient_id }) => [study_uid, patient_id])).toEqual([['1.9.9', 'W-1'], [entry.studyUid, 'W-2']])
    expect((await known(entry)).entry.state).toBe('scheduled')
  })

  it('is refused where its beginning lacks what it must tell, or is told by who may not', async () => {
    const { association, object } = await performing()
    const create = (attributes: ElementMap) => association.create({ ...object, attributes })
    expect((await create(begun('1.9', '', { [Tags.PerformedProcedureStepStatus]: 'COMPLETED' }))).status).toBe(0x0106)
    expect((await create(begun('1.9', '', { [Tags.PerformedProcedureStepStatus]: null }))).status).toBe(0x0120)
    expect((await create(begun('1.9', '', { [Tags.ScheduledStepAttributesSequence]: null }))).status).toBe(0x0120)
    expect((await create(begun('', ''))).status).toBe(0x0120)
    expect((await create(begun('1.9', ''))).status).toBe(0)
    expect((await create(begun('1.9', ''))).status).toBe(0x0111)
    expect((await association.set({ ...object, attributes: { [Tags.PerformedProcedureStepStatus]: 'DONE' } })).status).toBe(0x0106)
    expect((await association.set({ ...object, sopInstanceUid: newUid(), attributes: ENDED })).status).toBe(0x0112)
    const others = await performing('DESK')
    expect((await others.association.set({ ...object, attributes: ENDED })).status).toBe(0x0112)
    const stranger = await performing('OTHER')
    expect((await stranger.association.create({ ...stranger.object, attributes: begun('1.9', '') })).status).toBe(0x0124)
  })

  it('is read again as it was told last, by who told it and by who sees the whole worklist', async () => {
    const { association, object } = await performing()
    await association.create({ ...object, attributes: begun('1.9', '', { [Tags.PatientName]: 'Müller^Änne' }) })
    await association.set({ ...object, attributes: ENDED })
    const asked = { ...object, sopClassUid: PERFORMED_STEP_RETRIEVE }
    const { status, attributes } = await association.read(asked)
    expect([status, attributes?.text(Tags.PatientName), attributes?.text(Tags.PerformedProcedureStepStatus), attributes?.items(Tags.PerformedSeriesSequence).length])
      .toEqual([0, 'Müller^Änne', 'COMPLETED', 2])
    const some = await (await performing('DESK')).association.read({ ...asked, tags: [Tags.PatientID, Tags.PatientComments] })
    expect([some.status, some.attributes?.text(Tags.PatientID), some.attributes?.has(Tags.PatientName)]).toEqual([1, 'W-1', false])
    await ours.devices.add({ aeTitle: 'MR1', worklistAccess: 'own' })
    expect((await (await performing('MR1')).association.read(asked)).status).toBe(0x0112)
    expect((await (await performing('OTHER')).association.read(asked)).status).toBe(0x0124)
  })
})

describe('a study that is here', () => {
  it('is told to who wants to hear it, with its images and what was performed; who cannot be told is told later', async () => {
    const heard: DataSet[] = []
    const behaviour = { status: 0xa700 }
    const server = await serveDicom({
      host: LOOPBACK, port: 0, admit: () => ({ kind: 'accepted' }),
      available(_peer, { attributes }) {
        if (behaviour.status === 0) heard.push(attributes)
        return Promise.resolve(behaviour)
      },
    })
    open.push(server)
    const deviceId = await ours.devices.add({ aeTitle: 'RIS', host: LOOPBACK, port: server.port, hearsAvailability: true })
    const { association, object } = await performing()
    await association.create({ ...object, attributes: begun('1.7.7', '') })
    await keep(ours.devices, studyOf('1.7.7', 3, {}, 2))
    const studyId = (await ours.devices.store.archive.idsOfStudies(['1.7.7'])).get('1.7.7') ?? ''
    await ours.availability.settled(studyId)
    const { rows } = await sql<{ key: string }>`select key from graphile_worker.jobs where task_identifier = 'orders.tell-available'`.execute(ours.db)
    expect(rows).toEqual([{ key: `available:${deviceId}:${studyId}` }])
    const context = { signal: new AbortController().signal, isLastTry: false }
    await expect(ours.availability.tell({ deviceId, studyId }, context)).rejects.toThrow(/a700/)
    behaviour.status = 0
    await ours.availability.tell({ deviceId, studyId }, context)
    const [notice] = heard
    expect(notice?.text(Tags.StudyInstanceUID)).toBe('1.7.7')
    expect(notice?.items(Tags.ReferencedPerformedProcedureStepSequence).map((each) => each.text(Tags.ReferencedSOPInstanceUID))).toEqual([object.sopInstanceUid])
    const series = notice?.items(Tags.ReferencedSeriesSequence) ?? []
    expect(series.map((each) => each.items(Tags.ReferencedSOPSequence).map((image) =>
      [image.text(Tags.InstanceAvailability), image.text(Tags.RetrieveAETitle), image.text(Tags.ReferencedSOPInstanceUID)]))).toEqual([
      [['ONLINE', OWN_AE, '1.7.7.0.1'], ['ONLINE', OWN_AE, '1.7.7.0.2']], [['ONLINE', OWN_AE, '1.7.7.0.3']],
    ])
    // It does not want to hear it any more.
    await ours.devices.devices.change(ADMIN, deviceId, { hearsAvailability: false })
    await ours.availability.tell({ deviceId, studyId }, context)
    expect(heard).toHaveLength(1)
  })
})
