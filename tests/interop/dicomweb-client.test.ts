/** An independent client of DICOMweb, the one inside OHIF, against the real product: with a token, over a socket. */
import assert from 'node:assert/strict'
import { readPart10, Tags, TransferSyntaxes, type DicomJson } from '@filmjacket/dicom-data'
import { api } from 'dicomweb-client'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { fileOf, makeImage } from '../setup/images.ts'
import { RunningProduct } from '../setup/running-product.ts'
import { FetchRequest } from '../setup/fetch-request.ts'

const STUDY = '1.2.826.7'
const SERIES = `${STUDY}.1`
const place = { studyInstanceUID: STUDY, seriesInstanceUID: SERIES, sopInstanceUID: `${SERIES}.1` }
const images = [1, 2, 3].map((number) => makeImage({
  patientId: 'P-1', studyUid: STUDY, seriesUid: SERIES, instanceUid: `${SERIES}.${number}`, seed: number, side: 64,
}))
const files = images.map(fileOf)

/** Its own types ask for all that may be left out. */
type Call = (options?: object) => Promise<unknown>
interface WebClient {
  readonly storeInstances: Call
  readonly searchForStudies: Call
  readonly searchForSeries: Call
  readonly searchForInstances: Call
  readonly retrieveStudyMetadata: Call
  readonly retrieveSeriesMetadata: Call
  readonly retrieveInstanceMetadata: Call
  readonly retrieveBulkData: Call
  readonly retrieveInstance: Call
  readonly retrieveStudy: Call
  readonly retrieveInstanceFrames: Call
  readonly retrieveInstanceRendered: Call
  readonly retrieveInstanceFramesRendered: Call
  readonly retrieveInstanceThumbnail: Call
}

let product: RunningProduct
let client: WebClient

beforeAll(async () => {
  Object.assign(globalThis, { XMLHttpRequest: FetchRequest })
  product = await RunningProduct.start()
  client = clientWith(await tokenFor('admin', ['read', 'store']))
})
afterAll(() => product.stop())

async function tokenFor(role: 'admin' | 'patient', actions: readonly string[], more: object = {}): Promise<string> {
  const { client: browser } = await product.person(role, `${role}${++people}`, role === 'patient' ? 'P-1' : undefined)
  const { status, json, text } = await browser.post('/api/tokens', { name: 'OHIF', actions, lifetimeDays: 1, ...more })
  assert.equal(status, 200, text)
  return (json as { secret: string }).secret
}

let people = 0

function clientWith(token: string): WebClient {
  const options = { url: `${product.url}/dicom-web`, headers: { Authorization: `Bearer ${token}` }, verbose: false, singlepart: '' }
  return new api.DICOMwebClient(options) as unknown as WebClient
}

/** Some answers are lists of one. */
const bytes = (answer: unknown): Buffer => Buffer.from((Array.isArray(answer) ? answer[0] : answer) as ArrayBuffer)
const first = (json: unknown): DicomJson => (json as readonly DicomJson[])[0] ?? assert.fail('nothing')

describe('dicomweb-client', () => {
  it('stores instances', async () => {
    await client.storeInstances({ datasets: files.map((file) => new Uint8Array(file).buffer) })
    assert.equal(await product.count('instance'), 3)
  })

  it('searches at each level', async () => {
    const studies = await client.searchForStudies({ queryParams: { PatientID: 'P-1', limit: 10 } })
    assert.deepEqual(first(studies)['0020000D']?.Value, [STUDY])
    assert.deepEqual(first(await client.searchForSeries({ studyInstanceUID: STUDY }))['0020000E']?.Value, [SERIES])
    const instances = await client.searchForInstances({ studyInstanceUID: STUDY, seriesInstanceUID: SERIES })
    assert.equal((instances as readonly unknown[]).length, 3)
  })

  it('reads metadata, and what they tell by its address', async () => {
    const metadata = await client.retrieveSeriesMetadata({ studyInstanceUID: STUDY, seriesInstanceUID: SERIES })
    assert.equal((metadata as readonly unknown[]).length, 3)
    const one = first(await client.retrieveInstanceMetadata(place))
    const address = one['7FE00010']?.BulkDataURI ?? assert.fail('no address')
    const pixels = (await client.retrieveBulkData({ BulkDataURI: address })) as readonly unknown[]
    assert.equal(bytes(pixels[0]).length, 64 * 64 * 2)
  })

  it('fetches instances as they were stored', async () => {
    assert.deepEqual(bytes(await client.retrieveInstance(place)), files[0])
    const study = (await client.retrieveStudy({ studyInstanceUID: STUDY })) as readonly unknown[]
    assert.deepEqual(study.map((file) => bytes(file)), files)
  })

  it('fetches frames in another transfer syntax', async () => {
    const mediaTypes = [{ mediaType: 'image/jls', transferSyntaxUID: TransferSyntaxes.jpegLsLossless.uid }]
    const [frame] = (await client.retrieveInstanceFrames({ ...place, frameNumbers: [1], mediaTypes })) as readonly unknown[]
    assert.deepEqual([...bytes(frame).subarray(0, 4)], [0xff, 0xd8, 0xff, 0xf7]) // SOI, SOF55: JPEG-LS
  })

  it('fetches frames, rendered ones and thumbnails', async () => {
    const frames = (await client.retrieveInstanceFrames({ ...place, frameNumbers: [1] })) as readonly unknown[]
    assert.equal(bytes(frames[0]).length, 64 * 64 * 2)
    for (const picture of [
      await client.retrieveInstanceRendered(place), await client.retrieveInstanceFramesRendered({ ...place, frameNumbers: [1] }),
      await client.retrieveInstanceThumbnail(place),
    ]) assert.deepEqual([...bytes(picture).subarray(0, 2)], [0xff, 0xd8])
  })
})

describe('of a corrected study, dicomweb-client', () => {
  const studyUid = '1.2.826.5'
  const image = makeImage({
    patientId: 'P-STRANGER', studyUid, side: 32,
    elements: { [Tags.AccessionNumber]: 'A-1', [Tags.RequestAttributesSequence]: [{ [Tags.AccessionNumber]: 'A-1' }] },
  })

  it('finds, reads and fetches what is true now, and nothing of the stranger', async () => {
    await client.storeInstances({ datasets: [new Uint8Array(fileOf(image)).buffer] })
    const { rows } = await product.server.product.database.pool.query<{ id: string }>('select id from study where study_uid = $1', [studyUid])
    const { client: clerk } = await product.person('clerk', 'corrector')
    const identity = { patientId: 'P-RIGHT', issuer: '', patientName: 'Müller^Jörg', birthDate: '19800202', sex: 'M', accessionNumber: 'A-2' }
    const { status, text } = await clerk.post(`/api/archive/studies/${rows[0]?.id}/corrections`, { identity, reason: 'correct', note: 'wrong card', joins: false })
    assert.equal(status, 200, text)
    const [study] = (await client.searchForStudies({ queryParams: { PatientID: 'P-RIGHT' } })) as readonly DicomJson[]
    assert.deepEqual(study?.['00100010']?.Value, [{ Alphabetic: 'Müller^Jörg' }])
    assert.equal(((await client.searchForStudies({ queryParams: { PatientID: 'P-STRANGER' } })) as readonly unknown[] | undefined ?? []).length, 0)
    const metadata = first(await client.retrieveStudyMetadata({ studyInstanceUID: studyUid }))
    assert.deepEqual([metadata['00100010']?.Value, metadata['00080050']?.Value], [[{ Alphabetic: 'Müller^Jörg' }], ['A-2']])
    const [file] = (await client.retrieveStudy({ studyInstanceUID: studyUid })) as readonly unknown[]
    const { dataSet } = readPart10(bytes(file))
    assert.deepEqual([dataSet.text(Tags.PatientID), dataSet.items(Tags.RequestAttributesSequence)[0]?.text(Tags.AccessionNumber)], ['P-RIGHT', 'A-2'])
    assert.doesNotMatch(JSON.stringify(metadata) + bytes(file).toString('latin1'), /P-STRANGER/)
    const place = { studyInstanceUID: studyUid, seriesInstanceUID: dataSet.text(Tags.SeriesInstanceUID), sopInstanceUID: image.sopInstanceUid }
    const frames = (await client.retrieveInstanceFrames({ ...place, frameNumbers: [1] })) as readonly unknown[]
    assert.equal(bytes(frames[0]).length, 32 * 32 * 2)
  })
})

describe('a token', () => {
  const refused = async (work: Promise<unknown>) => {
    const error: unknown = await work.then(() => assert.fail('was answered'), (fault: unknown) => fault)
    return (error as { status: number }).status
  }

  it('of a patient reaches their images, and no others', async () => {
    const other = makeImage({ patientId: 'P-2', studyUid: '1.2.826.8', side: 32 })
    await client.storeInstances({ datasets: [new Uint8Array(fileOf(other)).buffer] })
    const patient = clientWith(await tokenFor('patient', ['read']))
    assert.equal(((await patient.searchForStudies()) as readonly unknown[]).length, 1)
    assert.equal(await refused(patient.retrieveStudyMetadata({ studyInstanceUID: '1.2.826.8' })), 404)
    assert.equal(await refused(patient.storeInstances({ datasets: [new ArrayBuffer(4)] })), 403)
  })

  it('that names studies reaches these alone, of all that its owner may', async () => {
    const [, study] = (await product.visitor().get('/dicom-web/studies', {
      authorization: `Bearer ${await tokenFor('admin', ['read'])}` })).json as readonly DicomJson[]
    assert.ok(study)
    const { rows } = await product.server.product.database.pool.query<{ id: string }>('select id from study where study_uid = $1', [STUDY])
    const narrow = clientWith(await tokenFor('admin', ['read', 'store'], { studies: [rows[0]?.id] }))
    assert.equal(((await narrow.searchForStudies()) as readonly unknown[]).length, 1)
    assert.equal(await refused(narrow.retrieveStudyMetadata({ studyInstanceUID: '1.2.826.8' })), 404)
    const foreign = fileOf(makeImage({ patientId: 'P-3', studyUid: '1.2.826.9', side: 32 }))
    assert.equal(await refused(narrow.storeInstances({ datasets: [new Uint8Array(foreign).buffer] })), 409)
  })

  it('that was ended, is made up, or is shown beside a session opens nothing', async () => {
    const owner = await product.person('admin', 'owner')
    const made = (await owner.client.post('/api/tokens', { name: 'x', actions: ['read'], lifetimeDays: 1 })).json as { secret: string; token: { id: string } }
    assert.equal(((await clientWith(made.secret).searchForStudies()) as readonly unknown[]).length, 3)
    assert.equal((await owner.client.delete(`/api/tokens/${made.token.id}`)).status, 204)
    assert.equal(await refused(clientWith(made.secret).searchForStudies()), 401)
    assert.equal((await owner.client.get('/dicom-web/studies', { authorization: 'Bearer fj_NONE' })).status, 401)
  })
})
