/**
 * Our worklist as modalities of others ask it, as programs keep it, and as we ask a worklist ourselves; and an examination
 * from its plan to the notice that its images are here.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newUid, readPart10, Tags, type DataSet, type DicomJson } from '@filmjacket/dicom-data'
import { associate, PERFORMED_STEP, performedContexts, serveDicom, workitemClasses, workitemContexts } from '@filmjacket/dicom-net'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { listenTo } from '../../platform/server/http/testing.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import { Client } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { RunningProduct } from '../setup/running-product.ts'
import { filesBelow, Scratch } from '../setup/scratch.ts'

const NAME = 'Grün^Ännchen'
const CT = { modality: 'CT', date: '20261122', time: '0915', description: 'CT thorax' }
const scratch = new Scratch()

interface Entry { readonly id: string; readonly version: number; readonly state: string; readonly studyUid: string; readonly stepId: string }

let product: RunningProduct
let admin: Client

beforeAll(async () => {
  product = await RunningProduct.start()
  admin = await product.firstAdministrator()
  for (const [aeTitle, worklistAccess] of [['CT1', 'own'], ['DESK', 'all'], ['SCANNER', 'none']])
    assert.equal((await admin.post('/api/devices', { description: aeTitle, aeTitle, worklistAccess })).status, 200)
})
afterAll(async () => {
  await product.stop()
  scratch.remove()
})

async function planned(more: object, client = admin): Promise<Entry> {
  const { status, json, text } = await client.post('/api/worklist', { ...CT, ...more })
  assert.equal(status, 200, text)
  return json as Entry
}

/** All that findscu was told, by data set. */
async function findscu(callingAe: string, ...keys: readonly string[]): Promise<{ readonly found: readonly DataSet[]; readonly words: string }> {
  const folder = join(scratch.path, `found-${Math.random()}`)
  mkdirSync(folder)
  const { stdout, stderr } = await runProgram('findscu', [
    '-d', '-W', '-X', '-od', folder, '-aet', callingAe, '-aec', 'FILMJACKET', ...keys.flatMap((key) => ['-k', key]), '127.0.0.1', String(product.server.dicomPort),
  ], { TCP_NODELAY: '1' })
  return { found: filesBelow(folder).map((path) => readPart10(readFileSync(path)).dataSet), words: stdout + stderr }
}

const STEP = 'ScheduledProcedureStepSequence[0]'
const missing = whyMissing('findscu')

describe.skipIf(missing !== null)(`DCMTK ${missing ?? ''}`, () => {
  it('finds who is planned on a modality, in its character set, and what a step is', async () => {
    const entry = await planned({ patientId: 'F-1', patientName: NAME, stationAeTitle: 'CT1', accessionNumber: 'F-ACC' })
    await planned({ patientId: 'F-2', patientName: NAME, stationAeTitle: 'CT2' })
    const { found, words } = await findscu('CT1', 'SpecificCharacterSet=ISO_IR 100', 'PatientName=GRUN*', 'PatientID', 'StudyInstanceUID', 'AccessionNumber',
      `${STEP}.Modality=CT`, `${STEP}.ScheduledProcedureStepStartDate=20261122-20261123`, `${STEP}.ScheduledProcedureStepID`, `${STEP}.ScheduledStationAETitle`)
    const [only] = found
    assert.equal(found.length, 1, words)
    assert.deepEqual([only?.text(Tags.PatientName), only?.text(Tags.PatientID), only?.text(Tags.StudyInstanceUID), only?.text(Tags.AccessionNumber), only?.characterSets],
      [NAME, 'F-1', entry.studyUid, 'F-ACC', ['ISO_IR 100']])
    const [step] = only?.items(Tags.ScheduledProcedureStepSequence) ?? []
    assert.deepEqual([step?.text(Tags.ScheduledProcedureStepID), step?.text(Tags.ScheduledStationAETitle)], [entry.stepId, 'CT1'])
  })
  it('is told why where it may not ask, and of a key that cannot be', async () => {
    assert.match((await findscu('SCANNER', 'PatientName')).words, /0x0124/)
    assert.match((await findscu('DESK', `${STEP}.ScheduledProcedureStepStartDate=tomorrow`)).words, /0xa900/)
  })
})

describe('a program', () => {
  it('keeps the worklist with a token for that, and with no other', async () => {
    const tokenFor = async (more: object) => {
      const { json, text } = await admin.post('/api/tokens', { name: 'RIS', lifetimeDays: 7, ...more })
      return { authorization: `Bearer ${(json as { secret: string } | undefined)?.secret ?? assert.fail(text)}` }
    }
    const program = new Client(product.url)
    const body = { ...CT, patientId: 'T-1', patientName: 'Token^Tom' }
    const [orders, images, few] = [await tokenFor({ actions: ['orders'] }), await tokenFor({ actions: ['read', 'store'] }), await tokenFor({ actions: ['orders'], studies: ['stu_1'] })]
    const statuses = []
    for (const headers of [orders, images, few]) statuses.push((await program.post('/api/worklist', body, headers)).status)
    assert.deepEqual(statuses, [200, 403, 403])
    assert.equal((await program.get('/dicom-web/studies', orders)).status, 403)
    const { entries } = (await program.get('/api/worklist?from=20261122', orders)).json as { entries: readonly { patientId: string }[] }
    assert.ok(entries.some(({ patientId }) => patientId === 'T-1'))
  })
  it('hears of the work that a device puts down, until its token has ended', async () => {
    const { secret, token } = (await admin.post('/api/tokens', { name: 'Reading room', lifetimeDays: 1, actions: ['orders'] })).json as { secret: string; token: { id: string } }
    const headers = { authorization: `Bearer ${secret}` }
    const program = new Client(product.url)
    const subscribed = await program.call('POST', '/dicom-web/workitems/1.2.840.10008.5.1.4.34.5.1/subscribers/ROOM?filter=PatientID=U-1', undefined, headers)
    const heard = listenTo(subscribed.headers.get('content-location') ?? assert.fail(subscribed.text), headers)
    assert.deepEqual((await heard.next()).value, { kind: 'open' })
    const desk = await associate({
      host: '127.0.0.1', port: product.server.dicomPort, callingAe: 'DESK', calledAe: 'FILMJACKET', contexts: workitemContexts('push', 'query'),
    })
    const workitem = { sopClassUid: workitemClasses.push, sopInstanceUid: newUid() }
    const attributes = {
      [Tags.ProcedureStepState]: 'SCHEDULED', [Tags.ScheduledProcedureStepPriority]: 'HIGH', [Tags.ProcedureStepLabel]: 'Read CT', [Tags.WorklistLabel]: 'Chest',
      [Tags.ScheduledProcedureStepStartDateTime]: '20261122091500', [Tags.InputReadinessState]: 'READY', [Tags.PatientID]: 'U-1', [Tags.PatientName]: NAME,
    }
    assert.deepEqual(await desk.create({ ...workitem, attributes }), { status: 0 })
    const { value } = await heard.next()
    const event = JSON.parse(value?.kind === 'text' ? value.text : assert.fail(JSON.stringify(value))) as DicomJson
    assert.deepEqual([event['00001000']?.Value, event['00741000']?.Value], [[workitem.sopInstanceUid], ['SCHEDULED']])
    const claim = { '00741000': { vr: 'CS', Value: ['IN PROGRESS'] }, '00081195': { vr: 'UI', Value: [newUid()] } }
    await admin.delete(`/api/tokens/${token.id}`)
    assert.equal((await admin.call('PUT', `/dicom-web/workitems/${workitem.sopInstanceUid}/state`, claim)).status, 200)
    assert.deepEqual((await heard.next()).value, { kind: 'closed', code: 1008 })
    for await (const { dataSet } of desk.find({ model: 'workitem-query', keys: { [Tags.PatientID]: 'U-1', [Tags.ProcedureStepState]: '' } }))
      assert.equal(dataSet.text(Tags.ProcedureStepState), 'IN PROGRESS')
    await desk.release()
    await heard.return()
  })
  it('is told which fields are wrong', async () => {
    const { status, code, text } = await admin.post('/api/worklist', { ...CT, patientId: 'X', patientName: 'X', birthDate: '19000229' })
    assert.deepEqual([status, code, /birthDate/.test(text)], [400, 'entry-invalid', true])
    assert.equal((await admin.post('/api/worklist', { ...CT, patientId: 'X', patientName: 'X', time: '9:15' })).code, 'invalid-input')
  })
})

describe('we ourselves', () => {
  it('find on a worklist of ours what is planned, as on any other', async () => {
    await planned({ patientId: 'O-1', patientName: NAME, accessionNumber: 'O-ACC' })
    const { json } = await admin.post('/api/devices', {
      description: 'our own', aeTitle: 'FILMJACKET', host: '127.0.0.1', port: product.server.dicomPort, roles: ['worklist'], worklistAccess: 'all',
    })
    const { json: answer, text } = await admin.post('/api/remote/worklist', { deviceId: (json as { id: string }).id, patientName: 'grün', accessionNumber: 'O-ACC' })
    const { entries } = answer as { entries: readonly Record<string, string>[] }
    assert.deepEqual(entries.map(({ patientName, patientId, modality, time }) => [patientName, patientId, modality, time]), [[NAME, 'O-1', 'CT', '091500']], text)
  })
})

describe('an examination', () => {
  it('goes from its plan over the modality to its images, and who waits for them is told', async () => {
    const notices: (string | undefined)[] = []
    const ris = await serveDicom({
      host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }),
      available(_peer, { attributes }) {
        notices.push(attributes.text(Tags.StudyInstanceUID))
        return Promise.resolve({ status: 0 })
      },
    })
    try {
      await admin.post('/api/devices', { description: 'RIS', aeTitle: 'RIS', host: '127.0.0.1', port: ris.port, hearsAvailability: true })
      const { id, studyUid, stepId } = await planned({ patientId: 'E-1', patientName: NAME })
      const state = async () => ((await admin.get(`/api/worklist/${id}`)).json as { entry: Entry; studyId: string | null })
      const object = { sopClassUid: PERFORMED_STEP, sopInstanceUid: newUid() }
      const modality = await associate({ host: '127.0.0.1', port: product.server.dicomPort, callingAe: 'CT1', calledAe: 'FILMJACKET', contexts: performedContexts() })
      const begun = {
        [Tags.PatientID]: 'E-1', [Tags.Modality]: 'CT', [Tags.PerformedProcedureStepStatus]: 'IN PROGRESS', [Tags.PerformedProcedureStepStartDate]: '20261122',
        [Tags.ScheduledStepAttributesSequence]: [{ [Tags.StudyInstanceUID]: studyUid, [Tags.ScheduledProcedureStepID]: stepId }],
      }
      assert.equal((await modality.create({ ...object, attributes: begun })).status, 0)
      assert.equal((await state()).entry.state, 'in-progress')
      await dicomSend([makeImage({ studyUid, patientId: 'E-1', side: 8 })], { port: product.server.dicomPort, callingAe: 'CT1' })
      assert.equal((await modality.set({ ...object, attributes: { [Tags.PerformedProcedureStepStatus]: 'COMPLETED' } })).status, 0)
      await modality.release()
      await eventually('the notice', () => Promise.resolve(notices.includes(studyUid)))
      const { entry, studyId } = await state()
      assert.equal(entry.state, 'completed')
      assert.match(studyId ?? '', /^stu_/)
    } finally {
      await ris.close()
    }
  })
})
