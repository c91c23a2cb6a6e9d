/**
 * The written policy, docs/access.md, against the product: each route is called by each kind of caller, and the
 * table in the document is made anew from what happened. Neither may know a route or an answer that the other does not.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { newUid, type DicomJson } from '@filmjacket/dicom-data'
import { serveDicom, type DicomServer, type FindStep } from '@filmjacket/dicom-net'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { dicomSend, type Receiver } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import type { Answer, Client } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { askFor, examsOf, RunningProduct, whenReady, type Person } from '../setup/running-product.ts'
import { policy } from './access-policy.ts'
import { AT_INSTANCE, IN_SERIES, IN_STUDY, imagePath, imagePaths, NOWHERE, type Place } from './image-paths.ts'
import { plainCalls } from './plain-calls.ts'

const HOUR_MS = 3_600_000

/** In the order of the table's columns. */
const callers = ['nobody', 'expired', 'admin', 'clerk', 'doctor', 'patient'] as const
type CallerKind = (typeof callers)[number]

/** Whose thing a route is asked about. */
type Whose = 'own' | 'other' | 'absent'

interface Call {
  readonly method: string
  readonly path: string
  readonly body?: unknown
}

let product: RunningProduct
/** A device that answers queries, and holds nothing. */
const remote = { id: '', server: null as DicomServer | null }
let scanner: Receiver
const people = new Map<CallerKind, Person>()
let stranger: Person
const exams: Record<Whose, string> = { own: '', other: '', absent: 'stu_00000000000000000000000000' }
/** Addresses of the same exams in DICOMweb. */
const places: Record<Whose, Place> = { own: NOWHERE, other: NOWHERE, absent: NOWHERE }
const series: Record<Whose, string> = { own: '', other: '', absent: 'ser_00000000000000000000000000' }

beforeAll(async () => {
  product = await RunningProduct.start()
  for (const role of ['admin', 'clerk', 'doctor'] as const) people.set(role, await product.person(role, role))
  people.set('patient', await product.person('patient', 'patient', 'P-OWN'))
  stranger = await product.person('patient', 'stranger', 'P-OTHER')
  await product.open(theirs('doctor').id, 'P-OWN')
  await addRemote()
  scanner = await product.device()
  await dicomSend(['P-OWN', 'P-OTHER'].map((patientId) => makeImage({ patientId, studyUid: newUid(), side: 64 })), scanner)
  for (const [whose, { client }] of [['own', theirs('patient')], ['other', stranger]] as const) {
    exams[whose] = await eventually('an exam with a picture', async () => {
      const [exam] = await examsOf(client)
      return exam?.hasThumbnail === true && exam.id
    })
    const detail = (await client.get(`/api/exams/${exams[whose]}`)).json as { series: readonly { id: string }[] }
    series[whose] = detail.series[0]?.id ?? assert.fail('no series')
    places[whose] = await placeOf(client)
  }
})
afterAll(async () => {
  await product.stop()
  await remote.server?.close()
})

async function placeOf(client: Client): Promise<Place> {
  const [found] = (await client.get('/dicom-web/instances')).json as readonly DicomJson[]
  const uid = (tag: string) => (found?.[tag]?.Value?.[0] as string | undefined) ?? assert.fail(tag)
  return { study: uid('0020000D'), series: uid('0020000E'), instance: uid('00080018') }
}

async function addRemote(): Promise<void> {
  const none = async function* (): AsyncGenerator<FindStep> {
    await Promise.resolve()
    yield* []
  }
  remote.server = await serveDicom({ host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }), find: none, worklist: none })
  const device = { description: 'Archive', aeTitle: 'REMOTE', host: '127.0.0.1', port: remote.server.port, roles: ['store', 'query', 'worklist'] }
  const { status, text, json } = await theirs('admin').client.post('/api/devices', device)
  assert.equal(status, 200, text)
  remote.id = (json as { id: string }).id
}

function theirs(kind: CallerKind): Person {
  return people.get(kind) ?? assert.fail(kind)
}

/** A session of its own for each call: signing out must not end the next one's. */
function as(kind: CallerKind): Promise<Client> {
  if (kind === 'nobody') return Promise.resolve(product.visitor())
  return kind === 'expired' ? product.session(theirs('admin').id, 24 * HOUR_MS) : product.session(theirs(kind).id)
}

/** Of the caller's own, for those who may have some. */
async function readyRequest(whose: Whose, kind: CallerKind): Promise<string> {
  if (whose === 'absent') return 'req_00000000000000000000000000'
  const { client } = whose === 'own' ? theirs(kind === 'doctor' ? 'doctor' : 'patient') : stranger
  const { requests } = (await client.get('/api/requests')).json as { requests: readonly { id: string; state: string }[] }
  const ready = requests.find(({ state }) => state === 'ready')
  return ready?.id ?? (await whenReady(client, (await askFor(client, exams[whose], 'zip')).id)).id
}

let added = 0

/** Things that an administrator works on, new for each call. */
async function newAccount(): Promise<string> {
  return (await product.person('clerk', `clerk${++added}`)).id
}

async function newPatient(): Promise<string> {
  return (await product.person('patient', `patient${++added}`, 'P-NEW')).id
}

async function newDevice(): Promise<string> {
  const aeTitle = `DEVICE${++added}`
  await product.device(aeTitle)
  const { devices } = (await theirs('admin').client.get('/api/devices')).json as { devices: readonly { id: string; aeTitle: string }[] }
  return devices.find((device) => device.aeTitle === aeTitle)?.id ?? assert.fail(aeTitle)
}

function ruleTo(deviceId: string) {
  return { description: `Rule ${++added}`, fromAeTitle: 'NOBODY', modality: null, deviceId, isOn: true }
}

async function newRule(): Promise<string> {
  return ((await theirs('admin').client.post('/api/forward-rules', ruleTo(remote.id))).json as { id: string }).id
}

const examination = { patientId: 'P-NEW', patientName: 'New^Nora', description: 'CT thorax', modality: 'CT', date: '20261122', time: '0900' }

async function newEntry(): Promise<string> {
  return ((await theirs('admin').client.post('/api/worklist', examination)).json as { id: string }).id
}

/** Something to be done, in the DICOM JSON Model. */
const workitem = {
  '00741000': { vr: 'CS', Value: ['SCHEDULED'] }, '00741200': { vr: 'CS', Value: ['LOW'] }, '00741204': { vr: 'LO', Value: ['Read CT'] },
  '00404005': { vr: 'DT', Value: ['20261122090000'] }, '00404041': { vr: 'CS', Value: ['READY'] },
}

async function newWorkitem(): Promise<string> {
  const uid = newUid()
  await theirs('admin').client.post(`/dicom-web/workitems?${uid}`, workitem)
  return uid
}

/** To whom is subscribed who hears of all. */
const ALL_WORKITEMS = '1.2.840.10008.5.1.4.34.5'

async function newTransfer(): Promise<string> {
  const wish = { direction: 'retrieve', deviceId: remote.id, studyUid: newUid() }
  return ((await theirs('admin').client.post('/api/transfers', wish)).json as { id: string }).id
}

/** Routes that answer for as long as somebody listens. */
const streams: ReadonlySet<string> = new Set(['GET /api/events', 'GET /api/devices/events', 'GET /api/log/events'])

/** To be removed again. */
async function newImage(): Promise<Place> {
  const place = { study: newUid(), series: newUid(), instance: newUid() }
  await dicomSend([makeImage({ patientId: 'P-GONE', studyUid: place.study, seriesUid: place.series, instanceUid: place.instance })], scanner)
  return place
}

/** By our id. */
async function newStudy(): Promise<string> {
  const { study } = await newImage()
  return (await product.server.product.archive.studyByUid(study))?.id ?? assert.fail('no study')
}

async function newToken(): Promise<string> {
  const wish = { name: 'Viewer', actions: ['read'], lifetimeDays: 1 }
  const { json } = await theirs('admin').client.post('/api/tokens', wish)
  return (json as { token: { id: string } }).token.id
}

/** What a browser answers, as far as its form goes. */
const noPasskey = { id: 'none', rawId: 'none', type: 'public-key', response: {}, clientExtensionResults: {} }

/** To be ended again. */
async function newOpening(): Promise<string> {
  const wish = { accountId: theirs('doctor').id, scope: 'exam', reason: 'Second opinion', days: null }
  const { json } = await theirs('clerk').client.post(`/api/access/studies/${exams.other}/grants`, wish)
  return (json as { holders: readonly { grantId: string; kind: string }[] }).holders.findLast(({ kind }) => kind === 'opened')?.grantId ?? assert.fail()
}

async function newAccessCode(): Promise<string> {
  const { json } = await theirs('clerk').client.post('/api/access/codes', codeWish)
  return (json as { view: { id: string } }).view.id
}

const codeWish = { of: { patientId: 'P-PAPER', name: 'Paper', birthDate: '19700101' }, language: 'en' }

/** The caller's own, of those who may have some without a setting. */
async function newUpload(kind: CallerKind): Promise<string> {
  const { client } = theirs(kind === 'admin' ? 'admin' : 'clerk')
  return ((await client.post('/api/uploads', { label: 'DISC', files: 1, bytes: 1 })).json as { id: string }).id
}

const SEARCH = {
  name: 'Today', columns: ['date'],
  search: { text: '', description: '', from: '', to: '', span: 'today', modalities: [], labels: [], order: 'newest' },
}

/** A call of each route that would be answered, if its caller may make it. */
const calls: Readonly<Record<string, (whose: Whose, kind: CallerKind) => Omit<Call, 'method'> | Promise<Omit<Call, 'method'>>>> = {
  ...Object.fromEntries(Object.entries(plainCalls).map(([route, call]) => [route, () => call])),
  'POST /api/sessions/passkey': () => ({ path: '/api/sessions/passkey', body: { ticket: 'NONE', response: noPasskey } }),
  'POST /api/passkeys': () => ({ path: '/api/passkeys', body: { ticket: 'NONE', response: noPasskey, name: 'Phone' } }),
  'DELETE /api/accounts/{id}/second-factors': async () => ({ path: `/api/accounts/${await newAccount()}/second-factors` }),
  'POST /api/accounts': () => ({ path: '/api/accounts', body: { username: `new${++added}`, displayName: 'New', role: 'patient', patientId: 'P-NEW' } }),
  'PATCH /api/accounts/{id}': async () => ({ path: `/api/accounts/${await newAccount()}`, body: { active: false } }),
  'POST /api/accounts/{id}/invitation': async () => ({ path: `/api/accounts/${await newPatient()}/invitation`, body: {} }),
  'DELETE /api/tokens/{id}': async () => ({ path: `/api/tokens/${await newToken()}` }),
  'GET /dicom-web/wado': (whose) => {
    const { study, series: ofStudy, instance } = places[whose]
    return { path: `/dicom-web/wado?requestType=WADO&studyUID=${study}&seriesUID=${ofStudy}&objectUID=${instance}` }
  },
  'POST /dicom-web/studies/{study}': (whose) => ({ path: `/dicom-web/studies/${places[whose].study}`, body: [] }),
  ...Object.fromEntries([IN_STUDY, IN_SERIES, AT_INSTANCE].map((path) => [
    `DELETE ${path}`, async () => ({ path: imagePath(path, await newImage()) })])),
  'POST /dicom-web/workitems': () => ({ path: '/dicom-web/workitems', body: workitem }),
  'GET /dicom-web/workitems/{uid}': async () => ({ path: `/dicom-web/workitems/${await newWorkitem()}` }),
  'POST /dicom-web/workitems/{uid}': async () => ({ path: `/dicom-web/workitems/${await newWorkitem()}`, body: {} }),
  'PUT /dicom-web/workitems/{uid}/state': async () => ({ path: `/dicom-web/workitems/${await newWorkitem()}/state`, body: {} }),
  'POST /dicom-web/workitems/{uid}/cancelrequest': async () => ({ path: `/dicom-web/workitems/${await newWorkitem()}/cancelrequest` }),
  'POST /dicom-web/workitems/{uid}/subscribers/{aeTitle}': async () => ({ path: `/dicom-web/workitems/${await newWorkitem()}/subscribers/HEARER` }),
  'DELETE /dicom-web/workitems/{uid}/subscribers/{aeTitle}': () => ({ path: `/dicom-web/workitems/${ALL_WORKITEMS}/subscribers/HEARER` }),
  'GET /dicom-web/ws/subscribers/{aeTitle}': () => ({ path: '/dicom-web/ws/subscribers/HEARER' }),
  'POST /dicom-web/workitems/{uid}/subscribers/{aeTitle}/suspend': () => ({ path: `/dicom-web/workitems/${ALL_WORKITEMS}/subscribers/HEARER/suspend` }),
  ...Object.fromEntries(imagePaths.map((path) => [`GET ${path}`, (whose: Whose) => ({ path: imagePath(path, places[whose]) })])),
  'POST /api/devices': () => ({ path: '/api/devices', body: { description: 'New', aeTitle: `NEW${++added}` } }),
  'DELETE /api/devices/{id}': async () => ({ path: `/api/devices/${await newDevice()}` }),
  'PATCH /api/devices/{id}': async () => ({ path: `/api/devices/${await newDevice()}`, body: { description: 'Other' } }),
  'POST /api/devices/{id}/echo': async () => ({ path: `/api/devices/${await newDevice()}/echo` }),
  'GET /api/devices/{id}/checks': async () => ({ path: `/api/devices/${await newDevice()}/checks` }),
  'POST /api/forward-rules': () => ({ path: '/api/forward-rules', body: ruleTo(remote.id) }),
  'PATCH /api/forward-rules/{id}': async () => ({ path: `/api/forward-rules/${await newRule()}`, body: { isOn: false } }),
  'DELETE /api/forward-rules/{id}': async () => ({ path: `/api/forward-rules/${await newRule()}` }),
  'POST /api/remote/studies': () => ({ path: '/api/remote/studies', body: { deviceId: remote.id } }),
  'POST /api/remote/worklist': () => ({ path: '/api/remote/worklist', body: { deviceId: remote.id } }),
  'POST /api/transfers': () => ({ path: '/api/transfers', body: { direction: 'retrieve', deviceId: remote.id, studyUid: newUid() } }),
  'GET /api/transfers/{id}': async () => ({ path: `/api/transfers/${await newTransfer()}` }),
  'DELETE /api/transfers/{id}': async () => ({ path: `/api/transfers/${await newTransfer()}` }),
  'GET /api/exams/{id}': (whose) => ({ path: `/api/exams/${exams[whose]}` }),
  'GET /api/exams/{id}/thumbnail': (whose) => ({ path: `/api/exams/${exams[whose]}/thumbnail` }),
  'GET /api/exams/{id}/series/{seriesId}/thumbnail': (whose) => ({ path: `/api/exams/${exams[whose]}/series/${series[whose]}/thumbnail` }),
  'POST /api/requests': (whose) => ({ path: '/api/requests', body: { examId: exams[whose], format: 'zip', consent: true } }),
  'GET /api/requests/{id}': async (whose, kind) => ({ path: `/api/requests/${await readyRequest(whose, kind)}` }),
  'DELETE /api/requests/{id}': async (whose, kind) => ({ path: `/api/requests/${await readyRequest(whose, kind)}` }),
  'PATCH /api/requests/{id}': async (whose, kind) => ({ path: `/api/requests/${await readyRequest(whose, kind)}`, body: { notifyAddress: null } }),
  'GET /api/requests/{id}/file': async (whose, kind) => ({ path: `/api/requests/${await readyRequest(whose, kind)}/file` }),
  'DELETE /api/portal/requests/{id}': async () => ({ path: `/api/portal/requests/${await readyRequest('own', 'patient')}` }),
  'GET /api/access/studies/{id}': (whose) => ({ path: `/api/access/studies/${exams[whose]}` }),
  'POST /api/access/studies/{id}/grants': () => ({
    path: `/api/access/studies/${exams.own}/grants`,
    body: { accountId: theirs('doctor').id, scope: 'exam', reason: 'Second opinion', days: 1 },
  }),
  'DELETE /api/access/grants/{id}': async () => ({ path: `/api/access/grants/${await newOpening()}` }),
  'POST /api/access/codes': () => ({ path: '/api/access/codes', body: codeWish }),
  'DELETE /api/access/codes/{id}': async () => ({ path: `/api/access/codes/${await newAccessCode()}` }),
  'POST /api/access/codes/{id}/unlock': async () => ({ path: `/api/access/codes/${await newAccessCode()}/unlock` }),
  'POST /api/worklist': () => ({ path: '/api/worklist', body: examination }),
  'GET /api/worklist/{id}': async () => ({ path: `/api/worklist/${await newEntry()}` }),
  'PATCH /api/worklist/{id}': async () => ({ path: `/api/worklist/${await newEntry()}`, body: { version: 1, sex: 'F' } }),
  'POST /api/worklist/{id}/cancel': async () => ({ path: `/api/worklist/${await newEntry()}/cancel`, body: { version: 1, reason: 'moved' } }),
  'POST /api/worklist/{id}/reopen': async () => ({ path: `/api/worklist/${await newEntry()}/reopen`, body: { version: 1 } }),
  'GET /api/uploads/{id}': async (_, kind) => ({ path: `/api/uploads/${await newUpload(kind)}` }),
  'PATCH /api/uploads/{id}': async (_, kind) => ({ path: `/api/uploads/${await newUpload(kind)}`, body: { state: 'done' } }),
  'POST /api/uploads/{id}/offers': async (_, kind) => ({
    path: `/api/uploads/${await newUpload(kind)}/offers`, body: { files: [{ path: 'START.EXE', bytes: 1, reason: 'program' }] },
  }),
  'POST /api/uploads/{id}/files': async (_, kind) => ({ path: `/api/uploads/${await newUpload(kind)}/files`, body: [] }),
  'GET /api/uploads/{id}/files': async (_, kind) => ({ path: `/api/uploads/${await newUpload(kind)}/files?outcome=refused` }),
  'GET /api/uploads/{id}/studies': async (_, kind) => ({ path: `/api/uploads/${await newUpload(kind)}/studies` }),
  'GET /api/uploads/{id}/report.csv': async (_, kind) => ({ path: `/api/uploads/${await newUpload(kind)}/report.csv` }),
  'POST /api/studies/saved': () => ({ path: '/api/studies/saved', body: SEARCH }),
  'GET /api/studies/{id}/labels': (whose) => ({ path: `/api/studies/${exams[whose]}/labels` }),
  'POST /api/labels': () => ({ path: '/api/labels', body: { name: `Label ${++added}`, colour: 'blue' } }),
  'POST /api/labels/studies': (whose) => ({ path: '/api/labels/studies', body: { studies: [exams[whose]], add: [], remove: [] } }),
  'POST /api/viewer/launches': (whose) => ({ path: '/api/viewer/launches', body: { studyUid: places[whose].study } }),
  'GET /api/viewer/studies/{id}': (whose) => ({ path: `/api/viewer/studies/${exams[whose]}` }),
  'GET /api/viewer/studies/{id}/series/{seriesId}/thumbnail': (whose) => ({ path: `/api/viewer/studies/${exams[whose]}/series/${series[whose]}/thumbnail` }),
  'GET /api/archive/studies/{id}': (whose) => ({ path: `/api/archive/studies/${exams[whose]}` }),
  'POST /api/archive/studies/{id}/rejection': async () => ({ path: `/api/archive/studies/${await newStudy()}/rejection`, body: { title: 'quality' } }),
  'DELETE /api/archive/studies/{id}': async () => ({ path: `/api/archive/studies/${await newStudy()}` }),
  'POST /api/archive/studies/{id}/corrections': (whose) => ({
    path: `/api/archive/studies/${exams[whose]}/corrections`,
    body: {
      identity: { patientId: 'P-OTHER', issuer: '', patientName: '', birthDate: '', sex: '', accessionNumber: '' },
      reason: 'correct', note: '', joins: false,
    },
  }),
  'DELETE /api/archive/studies/{id}/corrections/{correctionId}': (whose) => ({ path: `/api/archive/studies/${exams[whose]}/corrections/cor_none` }),
  'DELETE /api/storage/damaged/{id}': () => ({ path: `/api/storage/damaged/${'0'.repeat(64)}` }),
}

async function callAs(kind: CallerKind, route: string, whose: Whose): Promise<Answer> {
  const [method = ''] = route.split(' ')
  const { path, body } = await (calls[route] ?? assert.fail(`docs, or OpenAPI, tell of ${route}: say here how it is called`))(whose, kind)
  const client = await as(kind)
  if (route === 'POST /api/sessions/end-all') return endingAll(kind, await client.call(method, path, body))
  if (!streams.has(route)) return client.call(method, path, body)
  const gone = new AbortController()
  const { status, headers, body: stream } = await client.open(method, path, undefined, {}, gone.signal)
  const text = status === 200 ? '' : await new Response(stream).text()
  gone.abort()
  const json = text === '' ? undefined : (JSON.parse(text) as { code: string })
  return { status, headers, bytes: Buffer.from(text), text, json, code: json?.code }
}

/** Everybody's sessions ended, those that the tests go on with too. */
async function endingAll(kind: CallerKind, answer: Answer): Promise<Answer> {
  const person = people.get(kind)
  if (person !== undefined) people.set(kind, { id: person.id, client: await product.session(person.id) })
  return answer
}

/** Told to whoever may come in and names nothing that is there: a made-up link, another's token. */
const ONLY_ABSENT: ReadonlySet<string> = new Set(['invitation-not-found', 'token-not-found', 'upload-not-found', 'held-not-found',
  'correction-not-found', 'damage-not-found', 'session-not-found', 'passkey-not-found', 'step-over', 'reset-not-found', 'exam-not-elsewhere', 'label-not-found', 'search-not-found', 'job-not-found'])

/** In the words of the document. */
async function wordFor(kind: CallerKind, route: string): Promise<string> {
  const { status, code, text } = await callAs(kind, route, 'own')
  if (code === 'sign-in-first' && status === 401) return 'sign in'
  if (code === 'not-allowed' && status === 403) return 'no'
  assert.ok(status < 500 && code !== 'invalid-input', `${kind}, ${route}: ${status} ${text}`)
  assert.ok(status !== 404 || ONLY_ABSENT.has(code ?? ''), `${kind}, ${route}: ${text}`)
  return 'yes'
}

/** What a patient is told of what belongs to another; `-` where nothing belongs to anybody. */
async function wordForOthers(route: string): Promise<string> {
  if (!isAboutSomebodys(route)) return '-'
  const [others, absent] = [await callAs('patient', route, 'other'), await callAs('patient', route, 'absent')]
  const told = ({ status, text, headers }: Answer) => [status, text, headers.get('content-type'), headers.get('cache-control')]
  assert.deepEqual(told(others), told(absent), route)
  return others.status === 404 ? 'as absent' : `status ${others.status}`
}

/** Its call says whose. */
function isAboutSomebodys(route: string): boolean {
  const isImage = /^GET \/dicom-web\/(studies\/\{|wado)/.test(route)
  return isImage || /^\w+ \/api\/(exams|requests|viewer\/studies)\/\{/.test(route) || route === 'POST /api/requests'
}

/** Routes as the product itself lists them, and the one that lists them. */
async function routesOfProduct(): Promise<readonly string[]> {
  const { paths } = (await product.visitor().get('/api/openapi.json')).json as { paths: Record<string, Record<string, unknown>> }
  const listed = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
  // HEAD comes with every GET, and is admitted by the same.
  return [...listed.filter((route) => !route.startsWith('HEAD ')), 'GET /api/openapi.json']
}

describe('docs/access.md', () => {
  it('knows every route of the product, and no other', async () => {
    assert.deepEqual([...policy().keys()].sort(), [...(await routesOfProduct())].sort())
  })

  for (const [route, words] of policy()) {
    it(`is right about ${route}`, async () => {
      const seen: string[] = []
      for (const kind of callers) seen.push(await wordFor(kind, route))
      assert.deepEqual([...seen, await wordForOthers(route)], words)
    })
  }
})

describe('at the door', () => {
  it('who may not come in learns nothing of what would be valid', async () => {
    for (const [route, call] of Object.entries(calls)) {
      const { path, body } = await call('own', 'patient')
      if (body === undefined || policy().get(route)?.[0] !== 'sign in') continue
      const { status, code } = await product.visitor().call(route.split(' ')[0] ?? '', path, { nonsense: true })
      assert.deepEqual([route, status, code], [route, 401, 'sign-in-first'])
    }
  })

  it('HEAD is admitted as GET is', async () => {
    for (const route of policy().keys()) {
      if (!route.startsWith('GET ') || streams.has(route)) continue
      const { path } = await (calls[route] ?? assert.fail(route))('own', 'patient')
      for (const kind of ['nobody', 'clerk', 'patient'] as const) {
        const [get, head] = [await (await as(kind)).get(path), await (await as(kind)).call('HEAD', path)]
        assert.deepEqual([route, kind, head.status, head.bytes.length], [route, kind, get.status, 0])
      }
    }
  })

  it('one patient\'s series is not shown under another\'s exam', async () => {
    const { client } = theirs('patient')
    const mixed = await client.get(`/api/exams/${exams.own}/series/${series.other}/thumbnail`)
    const absent = await client.get(`/api/exams/${exams.own}/series/${series.absent}/thumbnail`)
    assert.deepEqual([mixed.status, mixed.text], [absent.status, absent.text])
    assert.equal(mixed.status, 404)
  })
})
