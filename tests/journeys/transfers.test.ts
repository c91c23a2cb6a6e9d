/** A clerk fetches a study from another archive and sends it on, and follows it as it moves. */
import assert from 'node:assert/strict'
import { Tags, newUid, type DataSet } from '@filmjacket/dicom-data'
import { serveDicom, type DicomServer, type FindStep, type RetrieveStep } from '@filmjacket/dicom-net'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { inParts } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import { eventsOf, type Client, type ServerSentEvent } from '../setup/http-client.ts'
import { makeImage, type Image } from '../setup/images.ts'
import { RunningProduct } from '../setup/running-product.ts'

let product: RunningProduct
let clerk: Client
let admin: Client
let archive: DicomServer
let deviceId: string
const studyUid = newUid()
const seriesUid = newUid()
const images: readonly Image[] = [1, 2, 3].map((seed) => makeImage({ studyUid, seriesUid, seed, patientId: 'TRANSFER-1' }))
const received: string[] = []

beforeAll(async () => {
  product = await RunningProduct.start()
  admin = (await product.person('admin', 'ada')).client
  clerk = (await product.person('clerk', 'carl')).client
  archive = await serveDicom({
    host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }), find, get,
    async store(_peer, { sopInstanceUid }) {
      await Promise.resolve()
      received.push(sopInstanceUid)
      return { status: 0 }
    },
  })
  const device = {
    description: 'Old archive', aeTitle: 'OLD', host: '127.0.0.1', port: archive.port, roles: ['store', 'query'], retrieveBy: 'get', isDefault: true,
  }
  const { json, text, status } = await admin.post('/api/devices', device)
  assert.equal(status, 200, text)
  deviceId = (json as { id: string }).id
})
afterAll(async () => {
  await product.stop()
  await archive.close()
})

async function* find(_peer: unknown, { level, identifier }: { readonly level: string; readonly identifier: DataSet }): AsyncGenerator<FindStep> {
  await Promise.resolve()
  const wanted = identifier.text(Tags.StudyInstanceUID)
  if (wanted !== undefined && wanted !== studyUid) return
  for (const { sopInstanceUid, sopClassUid } of level === 'IMAGE' ? images : images.slice(0, 1)) {
    yield {
      kind: 'match',
      identifier: {
        [Tags.StudyInstanceUID]: studyUid, [Tags.SeriesInstanceUID]: seriesUid, [Tags.SOPInstanceUID]: sopInstanceUid, [Tags.SOPClassUID]: sopClassUid,
        [Tags.PatientName]: 'Example^Erin', [Tags.StudyDate]: '20260102', [Tags.NumberOfStudyRelatedInstances]: '3',
      },
    }
  }
}

async function* get(_peer: unknown, { store }: { readonly store: (instance: never) => Promise<RetrieveStep> }): AsyncGenerator<RetrieveStep> {
  yield { kind: 'planned', count: images.length }
  for (const image of images) yield await store({ ...image, dataSet: inParts(image.dataSet) } as never)
}

interface Transfer { readonly id: string; readonly state: string; readonly moved: number; readonly startedBy: string | null }

async function start(direction: string): Promise<Transfer> {
  const { status, json, text } = await clerk.post('/api/transfers', { direction, deviceId, studyUid })
  assert.equal(status, 200, text)
  return json as Transfer
}

async function over(id: string): Promise<Transfer> {
  return eventually('it is over', async () => {
    const { transfer } = (await clerk.get(`/api/transfers/${id}`)).json as { transfer: Transfer }
    return !['queued', 'running'].includes(transfer.state) && transfer
  })
}

describe('a clerk', () => {
  it('sees the devices that can be used, and nothing of how they are reached', async () => {
    const { json, text } = await clerk.get('/api/remote/devices')
    assert.deepEqual((json as { devices: readonly { description: string }[] }).devices.map(({ description }) => description), ['Old archive'])
    assert.ok(!text.includes('127.0.0.1'))
    assert.equal((await clerk.get('/api/devices')).status, 403)
  })

  it('retrieves a study, and is told live as it moves', async () => {
    const gone = new AbortController()
    const news: ServerSentEvent[] = []
    const response = await clerk.open('GET', '/api/devices/events', undefined, {}, gone.signal)
    const listening = (async () => {
      for await (const event of eventsOf(response)) news.push(event)
    })().catch(() => undefined)
    const { id } = await start('retrieve')
    const done = await over(id)
    assert.deepEqual([done.state, done.moved, done.startedBy], ['done', 3, 'carl'])
    await eventually('the page is told', () => Promise.resolve(
      news.some(({ name, data }) => name === 'transfer' && (data as Transfer).id === id && (data as Transfer).state === 'done')))
    gone.abort()
    await listening
  })

  it('sends a study, once however often it is asked for', async () => {
    received.length = 0
    const [first, second] = await Promise.all([start('send'), start('send')])
    assert.equal((await over(first.id)).state, 'done')
    await over(second.id)
    assert.ok(received.length === 3 || first.id !== second.id)
  })

  it('finds the transfers again, newest first', async () => {
    const { transfers, next } = (await clerk.get('/api/transfers')).json as { transfers: readonly { direction: string }[]; next: string | null }
    assert.deepEqual([transfers.at(-1)?.direction, next], ['retrieve', null])
    const { transfers: sent } = (await clerk.get('/api/transfers?direction=send')).json as { transfers: readonly { direction: string }[] }
    assert.ok(sent.length > 0 && sent.every(({ direction }) => direction === 'send'))
  })

  it('cannot cancel what is over, nor begin what cannot be', async () => {
    const { transfers } = (await clerk.get('/api/transfers')).json as { transfers: readonly { id: string }[] }
    assert.deepEqual(codeOf(await clerk.delete(`/api/transfers/${transfers[0]?.id ?? ''}`)), [409, 'transfer-over'])
    assert.deepEqual(codeOf(await clerk.delete('/api/transfers/trf_none')), [404, 'transfer-not-found'])
    assert.deepEqual(codeOf(await clerk.post('/api/transfers', { direction: 'send', deviceId, studyUid: newUid() })), [404, 'study-not-found'])
    assert.deepEqual(codeOf(await clerk.post('/api/transfers', { direction: 'send', deviceId: 'dev_none', studyUid })), [404, 'device-not-found'])
    for (const wrong of ['', 'abc', '1..2', `1.${'2'.repeat(70)}`, '1.2/../3'])
      assert.deepEqual(codeOf(await clerk.post('/api/transfers', { direction: 'retrieve', deviceId, studyUid: wrong })), [400, 'invalid-input'])
  })
})

function codeOf({ status, code }: { readonly status: number; readonly code: string | undefined }): readonly unknown[] {
  return [status, code]
}

describe('an address of a device', () => {
  for (const wrong of ['http://pacs', 'pacs:104', 'pacs/x', '-pacs', 'pa cs', '', 'pacs\n', '[::1'])
    it(`is refused: ${JSON.stringify(wrong)}`, async () => {
      assert.deepEqual(codeOf(await admin.post('/api/devices', { description: 'd', aeTitle: 'ADDR', host: wrong, port: 104 })), [400, 'invalid-input'])
    })
  for (const wrong of ['file:///etc/passwd', 'ftp://a/b', 'http://user:pass@a/b', 'http://a/b?c', 'http:///b', 'a/b'])
    it(`of DICOMweb is refused: ${wrong}`, async () => {
      assert.deepEqual(codeOf(await admin.post('/api/devices', { description: 'd', aeTitle: 'ADDR', dicomwebUrl: wrong, roles: ['dicomweb'] })), [400, 'invalid-input'])
    })
})
