import { Tags, type DataSet } from '@filmjacket/dicom-data'
import { serveDicom, type DicomServer, type FindStep } from '@filmjacket/dicom-net'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { NewDevice, StudySearch } from './contract.ts'
import { ADMIN, keep, LOOPBACK, RemoteArchive, studyOf, testDevices, type Image, type TestDevices } from './testing.ts'

let ours: TestDevices
let made = 0
const open: DicomServer[] = []

beforeAll(async () => {
  ours = await testDevices()
})
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function deviceAt(port: number, more: Partial<NewDevice> = {}): Promise<string> {
  return ours.add({ aeTitle: `Q${++made}`, host: LOOPBACK, port, roles: ['query', 'worklist'], ...more })
}

async function archiveOf(images: readonly Image[], more: Partial<NewDevice> = {}): Promise<{ remote: RemoteArchive; id: string }> {
  const remote = await RemoteArchive.open(images, ours.port)
  return { remote, id: await deviceAt(remote.port, more) }
}

async function find(deviceId: string, keys: Omit<StudySearch, 'deviceId'> = {}) {
  const asked = await ours.remote.find(ADMIN, { deviceId, ...keys })
  if (asked.kind !== 'answered') throw new Error(asked.kind)
  return asked.answer
}

/** Keeps what it is asked with, and answers with what is given, as bytes that no encoder of ours would write. */
async function listener(answers: readonly FindStep[], more: Partial<NewDevice> = {}): Promise<{ id: string; asked: DataSet[] }> {
  const asked: DataSet[] = []
  const answer = async function* (_peer: unknown, { identifier }: { readonly identifier: DataSet }): AsyncGenerator<FindStep> {
    await Promise.resolve()
    asked.push(identifier)
    yield* answers
  }
  const server = await serveDicom({ host: LOOPBACK, port: 0, admit: () => ({ kind: 'accepted' }), find: answer, worklist: answer })
  open.push(server)
  return { id: await deviceAt(server.port, more), asked }
}

describe('a search on a device', () => {
  it('shows each study beside what we hold of it', async () => {
    const [first, second] = [studyOf('1.5.1', 3), studyOf('1.5.2', 2, { [Tags.StudyDate]: '20270101' })]
    await keep(ours, first.slice(0, 2))
    const { id } = await archiveOf([...first, ...second])
    const { studies, isCut } = await find(id)
    expect(studies.map(({ studyUid, instances, here }) => [studyUid, instances, here])).toEqual([['1.5.2', 2, 0], ['1.5.1', 3, 2]])
    expect([isCut, studies[1]?.modalities, studies[1]?.series]).toEqual([false, ['CT'], null])
  })

  it('finds by name, id, accession number and modality', async () => {
    const { id } = await archiveOf([
      ...studyOf('1.5.3', 1, { [Tags.PatientName]: 'Doe^Jane', [Tags.AccessionNumber]: 'A7', [Tags.Modality]: 'MR' }), ...studyOf('1.5.4', 1),
    ])
    const found = async (keys: Omit<StudySearch, 'deviceId'>) => (await find(id, keys)).studies.map(({ studyUid }) => studyUid)
    expect(await found({ patientName: 'Doe' })).toEqual(['1.5.3'])
    expect(await found({ patientId: 'P-1.5.4' })).toEqual(['1.5.4'])
    expect(await found({ accessionNumber: 'A7' })).toEqual(['1.5.3'])
    expect((await found({ modalities: ['MR', 'CT'] })).sort()).toEqual(['1.5.3', '1.5.4'])
    expect(await found({ modalities: ['MR'] })).toEqual(['1.5.3'])
  })

  it('is written into the audit, without what was asked for', async () => {
    const { id } = await archiveOf(studyOf('1.5.20', 1))
    await find(id, { patientName: 'Test' })
    const { rows } = await sql<{ action: string; actor: string; detail: object }>`select action, actor, detail from audit where subject = ${id} order by id`.execute(ours.db)
    expect(rows.at(-1)).toEqual({ action: 'devices.searched', actor: 'acc_1', detail: { aeTitle: `Q${made}`, found: 1 } })
  })

  it('ends with the first two hundred, and says that there are more', async () => {
    const images = Array.from({ length: 230 }, (_, n) => studyOf(`1.5.5.${n}`, 1)).flat()
    const { id } = await archiveOf(images)
    const { studies, isCut } = await find(id)
    expect([studies.length, isCut]).toEqual([200, true])
  })

  it('finds the patient first, where the device begins with patients', async () => {
    const { id } = await archiveOf(studyOf('1.5.6', 1, { [Tags.PatientName]: 'Roe^Rob' }), { queryModel: 'patient-root' })
    expect((await find(id, { patientName: 'Roe' })).studies).toHaveLength(1)
    expect((await find(id, { patientName: 'Nobody' })).studies).toEqual([])
  })

  it('is written in the character set of the device, and so are answers that name none', async () => {
    const latin = Buffer.from('Gr\xfcn^\xc4nnchen', 'latin1')
    const answer = { [Tags.StudyInstanceUID]: '1.5.7', [Tags.PatientName]: { vr: 'PN' as const, value: new Uint8Array(latin) } }
    const { id, asked } = await listener([{ kind: 'match', identifier: answer }], { characterSet: 'ISO_IR 100' })
    expect((await find(id, { patientName: 'Grün' })).studies[0]?.patientName).toBe('Grün^Ännchen')
    expect(asked[0]?.characterSets).toEqual(['ISO_IR 100'])
    expect(asked[0]?.text(Tags.PatientName)).toBe('Grün*')
  })

  it('is no answer, but a reason, where the device fails', async () => {
    const { id } = await listener([{ kind: 'refused', status: 0xa700 }])
    expect(await ours.remote.find(ADMIN, { deviceId: id })).toMatchObject({ kind: 'failed', error: { problem: 'failure-status', status: 0xa700 } })
    await open.pop()?.close()
    expect(await ours.remote.find(ADMIN, { deviceId: id })).toMatchObject({ kind: 'failed', error: { problem: 'connection-refused' } })
  })

  it('is not made on a device that does not answer queries', async () => {
    const id = await ours.add({ aeTitle: 'STOREONLY', host: LOOPBACK, port: 1, roles: ['store'] })
    expect((await ours.remote.find(ADMIN, { deviceId: id })).kind).toBe('no-device')
    expect((await ours.remote.find(ADMIN, { deviceId: 'dev_none' })).kind).toBe('no-device')
  })
})

describe('a worklist', () => {
  const entry = (date: string) => ({
    kind: 'match' as const,
    identifier: {
      [Tags.PatientName]: 'Doe^Jane', [Tags.PatientID]: 'W1', [Tags.ScheduledProcedureStepSequence]: [{
        [Tags.Modality]: 'MR', [Tags.ScheduledProcedureStepStartDate]: date, [Tags.ScheduledStationAETitle]: 'MR1',
      }],
    },
  })

  it('is narrowed to what the device is set to, unless another modality is asked for', async () => {
    const { id, asked } = await listener([entry('20260102'), entry('20260101')], { worklistModality: 'MR', worklistAeTitle: 'MR1' })
    const outcome = await ours.remote.worklist(ADMIN, { deviceId: id, dateFrom: '2026-01-01', dateTo: '2026-01-02' })
    expect(outcome.kind === 'answered' && outcome.answer.entries.map(({ date, modality, stationAeTitle }) => [date, modality, stationAeTitle]))
      .toEqual([['20260101', 'MR', 'MR1'], ['20260102', 'MR', 'MR1']])
    await ours.remote.worklist(ADMIN, { deviceId: id, modality: '' })
    const steps = asked.map((keys) => keys.items(Tags.ScheduledProcedureStepSequence)[0])
    expect(steps.map((step) => step?.text(Tags.Modality))).toEqual(['MR', undefined])
    expect(steps.map((step) => step?.text(Tags.ScheduledProcedureStepStartDate))).toEqual(['20260101-20260102', undefined])
    expect(steps[0]?.text(Tags.ScheduledStationAETitle)).toBe('MR1')
  })
})

describe('a worklist of an archive', () => {
  const images = studyOf('1.5.20', 2, { [Tags.StudyDescription]: 'CT HEAD', [Tags.AccessionNumber]: 'A-20', [Tags.PatientName]: 'Roe^Jane' })

  it('tells its studies, in the model and at the level that the device is set to', async () => {
    const { id } = await archiveOf(images, { worklistModel: 'study-root' })
    const outcome = await ours.remote.worklist(ADMIN, { deviceId: id, modality: '' })
    expect(outcome.kind === 'answered' && outcome.answer.entries).toMatchObject([
      { patientName: 'Roe^Jane', studyUid: '1.5.20', accessionNumber: 'A-20', requestedProcedureDescription: 'CT HEAD', stepDescription: '' },
    ])
  })

  it('tells its patients alone, where that is the level', async () => {
    const { id, remote } = await archiveOf(images, { worklistModel: 'patient-root', worklistLevel: 'patient' })
    const outcome = await ours.remote.worklist(ADMIN, { deviceId: id })
    expect(outcome.kind === 'answered' && outcome.answer.entries.map(({ patientName, studyUid }) => [patientName, studyUid])).toEqual([['Roe^Jane', '']])
    expect(remote.images).toHaveLength(2)
  })
})

describe('a comparison', () => {
  it('tells who holds how much, and who could not be asked', async () => {
    const images = studyOf('1.5.8', 4)
    await keep(ours, images.slice(0, 1))
    const less = await archiveOf(images.slice(0, 2))
    const more = await archiveOf(images)
    more.remote.behaviour = { doesNotCount: true }
    const gone = await archiveOf(images)
    await gone.remote.close()
    const ids = [less.id, more.id, gone.id]
    const { here, there } = await ours.remote.compare('1.5.8', { choose: ({ id }) => ids.includes(id) })
    expect(here).toBe(1)
    expect(there.map(({ device, instances, error }) => [device.id, instances, error?.problem])).toEqual([
      [more.id, 4, undefined], [less.id, 2, undefined], [gone.id, 0, 'connection-refused'],
    ])
  })
})

describe('the studies of a patient', () => {
  it('come each once, from the device with most of it', async () => {
    const images = studyOf('1.5.9', 3, { [Tags.PatientID]: 'PAT-9' })
    const less = await archiveOf(images.slice(0, 1))
    const more = await archiveOf([...images, ...studyOf('1.5.10', 1, { [Tags.PatientID]: 'PAT-9' }), ...studyOf('1.5.11', 1)])
    const ids = [less.id, more.id]
    const { studies, failed } = await ours.remote.studiesOfPatient('PAT-9', { choose: ({ id }) => ids.includes(id) })
    expect(studies.map(({ studyUid, instances, deviceId }) => [studyUid, instances, deviceId]).sort()).toEqual([
      ['1.5.10', 1, more.id], ['1.5.9', 3, more.id],
    ])
    expect(failed).toEqual([])
  })

  it('are none of a patient without an id, or with one that would match many', async () => {
    await archiveOf(studyOf('1.5.12', 1, { [Tags.PatientID]: '' }))
    for (const patientId of ['', '*', 'P?', 'A\\B']) expect((await ours.remote.studiesOfPatient(patientId)).studies).toEqual([])
  })
})
