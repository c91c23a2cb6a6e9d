/** A patient sees which exams only a PACS of the house has, and brings one here. With a PACS of DICOM's own manners. */
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:net'
import { newUid, Tags } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { RemoteArchive, studyOf } from '../../modules/devices/testing.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import type { Client } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { examsOf, RunningProduct } from '../setup/running-product.ts'

const BORN = '19700101'

let product: RunningProduct
let admin: Client
let archive: RemoteArchive
const away = { mine: newUid(), namesake: newUid(), others: newUid() }

beforeAll(async () => {
  product = await RunningProduct.start()
  admin = (await product.person('admin', 'admin')).client
  archive = await RemoteArchive.open([
    ...studyOf(away.mine, 3, { [Tags.PatientID]: 'HOME-1', [Tags.PatientBirthDate]: BORN, [Tags.StudyDescription]: 'MR of the hip' }),
    ...studyOf(away.namesake, 1, { [Tags.PatientID]: 'HOME-1', [Tags.PatientBirthDate]: '19991231' }),
    ...studyOf(away.others, 1, { [Tags.PatientID]: 'HOME-2' }),
  ], product.server.dicomPort)
})
afterAll(() => product.stop())

async function pacs(port: number, aeTitle: string, patientsMayDownload = true): Promise<string> {
  const device = { description: 'PACS', aeTitle, host: '127.0.0.1', port, roles: ['query'], patientsMayDownload, mayCall: true }
  const { status, json, text } = await admin.post('/api/devices', device)
  assert.equal(status, 200, text)
  return (json as { id: string }).id
}

interface Elsewhere {
  readonly exams: readonly { readonly studyUid: string; readonly description: string; readonly state: string }[]
  readonly isAsking: boolean
  readonly maybeMore: boolean
}

async function elsewhere(client: Client): Promise<Elsewhere> {
  const { status, json } = await client.get('/api/exams/elsewhere')
  assert.equal(status, 200)
  return json as Elsewhere
}

function answered(client: Client): Promise<Elsewhere> {
  return eventually('the house has answered', async () => {
    const now = await elsewhere(client)
    return !now.isAsking && now
  })
}

/** With one exam here, which tells when they were born. */
async function patient(username: string, patientId: string): Promise<Client> {
  const { client } = await product.person('patient', username, patientId)
  const elements = { [Tags.PatientBirthDate]: BORN }
  await dicomSend([makeImage({ patientId, studyUid: newUid(), side: 64, elements })], await product.device(`SCANNER-${username}`.toUpperCase().slice(0, 16)))
  await eventually('the exam is here', async () => (await examsOf(client)).length > 0)
  return client
}

describe('exams that only a PACS has', () => {
  it('are not told of by a PACS that does not let patients download', async () => {
    const id = await pacs(archive.port, 'ARCHIVE', false)
    const client = await patient('carl', 'HOME-1')
    assert.deepEqual((await answered(client)).exams, [])
    await admin.delete(`/api/devices/${id}`)
    assert.deepEqual(archive.asked, [])
  })

  it('are listed for their patient alone, and come when asked for', async () => {
    product = await product.restart()
    admin = await product.session((await product.person('admin', 'admin2')).id)
    archive = await RemoteArchive.open(archive.images, product.server.dicomPort)
    const id = await pacs(archive.port, 'ARCHIVE')
    const anna = await patient('anna', 'HOME-1')
    const { exams, maybeMore } = await answered(anna)
    assert.deepEqual(exams.map(({ studyUid, description, state }) => [studyUid, description, state]), [[away.mine, 'MR of the hip', 'there']])
    assert.equal(maybeMore, false)
    const ben = await patient('ben', 'HOME-2')
    assert.deepEqual((await answered(ben)).exams.map(({ studyUid }) => studyUid), [away.others])

    for (const studyUid of [away.others, away.namesake, newUid()])
      assert.deepEqual([studyUid, (await anna.post('/api/exams/elsewhere', { studyUid })).code], [studyUid, 'exam-not-elsewhere'])
    assert.equal((await anna.post('/api/exams/elsewhere', { studyUid: away.mine })).status, 204)
    await eventually('it is among those that are here', async () => (await examsOf(anna)).some(({ instances }) => instances === 3))
    assert.deepEqual((await elsewhere(anna)).exams, [])
    await admin.delete(`/api/devices/${id}`)
  })

  it('hold nothing up while the PACS is silent, and the list says that there may be more', async () => {
    const silent: Server = createServer((socket) => void socket.on('error', () => undefined))
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const id = await pacs((silent.address() as { port: number }).port, 'SILENT')
    const client = await patient('dora', 'HOME-3')
    assert.deepEqual(await elsewhere(client), { exams: [], isAsking: true, maybeMore: false })
    assert.equal((await examsOf(client)).length, 1)
    assert.deepEqual(await answered(client), { exams: [], isAsking: false, maybeMore: true })
    await admin.delete(`/api/devices/${id}`)
    silent.close()
  })
})
