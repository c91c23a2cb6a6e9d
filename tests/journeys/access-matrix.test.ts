/**
 * The written policy, docs/access.md, against the product: each route is called by each kind of caller, and the
 * table in the document is made anew from what happened. Neither may know a route or an answer that the other does not.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newUid } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { dicomSend } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import type { Answer, Client } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { askFor, examsOf, RunningProduct, whenReady, type Person } from '../setup/running-product.ts'

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
const people = new Map<CallerKind, Person>()
let stranger: Person
const exams: Record<Whose, string> = { own: '', other: '', absent: 'stu_00000000000000000000000000' }
const series: Record<Whose, string> = { own: '', other: '', absent: 'ser_00000000000000000000000000' }

beforeAll(async () => {
  product = await RunningProduct.start()
  for (const role of ['admin', 'clerk', 'doctor'] as const) people.set(role, await product.person(role, role))
  people.set('patient', await product.person('patient', 'patient', 'P-OWN'))
  stranger = await product.person('patient', 'stranger', 'P-OTHER')
  const scanner = await product.device()
  await dicomSend(['P-OWN', 'P-OTHER'].map((patientId) => makeImage({ patientId, studyUid: newUid(), side: 64 })), scanner)
  for (const [whose, { client }] of [['own', theirs('patient')], ['other', stranger]] as const) {
    exams[whose] = await eventually('an exam with a picture', async () => {
      const [exam] = await examsOf(client)
      return exam?.hasThumbnail === true && exam.id
    })
    const detail = (await client.get(`/api/exams/${exams[whose]}`)).json as { series: readonly { id: string }[] }
    series[whose] = detail.series[0]?.id ?? assert.fail('no series')
  }
})
afterAll(() => product.stop())

function theirs(kind: CallerKind): Person {
  return people.get(kind) ?? assert.fail(kind)
}

/** A session of its own for each call: signing out must not end the next one's. */
function as(kind: CallerKind): Promise<Client> {
  if (kind === 'nobody') return Promise.resolve(product.visitor())
  return kind === 'expired' ? product.session(theirs('admin').id, 24 * HOUR_MS) : product.session(theirs(kind).id)
}

async function readyRequest(whose: Whose): Promise<string> {
  if (whose === 'absent') return 'req_00000000000000000000000000'
  const { client } = whose === 'own' ? theirs('patient') : stranger
  const { requests } = (await client.get('/api/requests')).json as { requests: readonly { id: string; state: string }[] }
  const ready = requests.find(({ state }) => state === 'ready')
  return ready?.id ?? (await whenReady(client, (await askFor(client, exams[whose], 'zip')).id)).id
}

let added = 0

/** Things that an administrator works on, new for each call. */
async function newAccount(): Promise<string> {
  return (await product.person('clerk', `clerk${++added}`)).id
}

async function newDevice(): Promise<string> {
  const aeTitle = `DEVICE${++added}`
  await product.device(aeTitle)
  const { devices } = (await theirs('admin').client.get('/api/devices')).json as { devices: readonly { id: string; aeTitle: string }[] }
  return devices.find((device) => device.aeTitle === aeTitle)?.id ?? assert.fail(aeTitle)
}

/** A call of each route that would be answered, if its caller may make it. */
const calls: Readonly<Record<string, (whose: Whose) => Omit<Call, 'method'> | Promise<Omit<Call, 'method'>>>> = {
  'GET /healthz': () => ({ path: '/healthz' }),
  'GET /api/site': () => ({ path: '/api/site' }),
  'GET /api/openapi.json': () => ({ path: '/api/openapi.json' }),
  'POST /api/sessions': () => ({ path: '/api/sessions', body: { username: 'somebody', password: 'something' } }),
  'GET /api/sessions/current': () => ({ path: '/api/sessions/current' }),
  'DELETE /api/sessions/current': () => ({ path: '/api/sessions/current' }),
  'POST /api/password': () => ({ path: '/api/password', body: { current: 'is not it', next: 'long enough' } }),
  'POST /api/invitations/open': () => ({ path: '/api/invitations/open', body: { token: 'NONE' } }),
  'POST /api/invitations/redeem': () => ({ path: '/api/invitations/redeem', body: { token: 'NONE', password: 'long enough' } }),
  'GET /api/accounts': () => ({ path: '/api/accounts' }),
  'POST /api/accounts': () => ({ path: '/api/accounts', body: { username: `new${++added}`, displayName: 'New', role: 'clerk' } }),
  'PATCH /api/accounts/{id}': async () => ({ path: `/api/accounts/${await newAccount()}`, body: { active: false } }),
  'POST /api/accounts/{id}/invitation': async () => ({ path: `/api/accounts/${await newAccount()}/invitation` }),
  'GET /api/devices': () => ({ path: '/api/devices' }),
  'POST /api/devices': () => ({ path: '/api/devices', body: { description: 'New', aeTitle: `NEW${++added}` } }),
  'DELETE /api/devices/{id}': async () => ({ path: `/api/devices/${await newDevice()}` }),
  'GET /api/exams': () => ({ path: '/api/exams' }),
  'GET /api/exams/{id}': (whose) => ({ path: `/api/exams/${exams[whose]}` }),
  'GET /api/exams/{id}/thumbnail': (whose) => ({ path: `/api/exams/${exams[whose]}/thumbnail` }),
  'GET /api/exams/{id}/series/{seriesId}/thumbnail': (whose) => ({ path: `/api/exams/${exams[whose]}/series/${series[whose]}/thumbnail` }),
  'GET /api/requests': () => ({ path: '/api/requests' }),
  'POST /api/requests': (whose) => ({ path: '/api/requests', body: { examId: exams[whose], format: 'zip', consent: true } }),
  'GET /api/requests/{id}': async (whose) => ({ path: `/api/requests/${await readyRequest(whose)}` }),
  'DELETE /api/requests/{id}': async (whose) => ({ path: `/api/requests/${await readyRequest(whose)}` }),
  'GET /api/requests/{id}/file': async (whose) => ({ path: `/api/requests/${await readyRequest(whose)}/file` }),
  'GET /api/events': () => ({ path: '/api/events' }),
}

async function callAs(kind: CallerKind, route: string, whose: Whose): Promise<Answer> {
  const [method = ''] = route.split(' ')
  const { path, body } = await (calls[route] ?? assert.fail(`docs, or OpenAPI, tell of ${route}: say here how it is called`))(whose)
  const client = await as(kind)
  if (route !== 'GET /api/events') return client.call(method, path, body)
  const gone = new AbortController()
  const { status, headers, body: stream } = await client.open(method, path, undefined, {}, gone.signal)
  const text = status === 200 ? '' : await new Response(stream).text()
  gone.abort()
  const json = text === '' ? undefined : (JSON.parse(text) as { code: string })
  return { status, headers, bytes: Buffer.from(text), text, json, code: json?.code }
}

/** In the words of the document. */
async function wordFor(kind: CallerKind, route: string): Promise<string> {
  const { status, code, text } = await callAs(kind, route, 'own')
  if (code === 'sign-in-first' && status === 401) return 'sign in'
  if (code === 'not-allowed' && status === 403) return 'no'
  assert.ok(status < 500 && code !== 'invalid-input', `${kind}, ${route}: ${status} ${text}`)
  assert.ok(status !== 404 || code === 'invitation-not-found', `${kind}, ${route}: ${text}`)
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
  return /^\w+ \/api\/(exams|requests)\/\{/.test(route) || route === 'POST /api/requests'
}

/** Routes as the product itself lists them, and the one that lists them. */
async function routesOfProduct(): Promise<readonly string[]> {
  const { paths } = (await product.visitor().get('/api/openapi.json')).json as { paths: Record<string, Record<string, unknown>> }
  const listed = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
  // HEAD comes with every GET, and is admitted by the same.
  return [...listed.filter((route) => !route.startsWith('HEAD ')), 'GET /api/openapi.json']
}

const document = readFileSync(join(import.meta.dirname, '../../docs/access.md'), 'utf8')

/** Rows of the document's table: route, then a word for each caller and one for what is another's. */
function policy(): ReadonlyMap<string, readonly string[]> {
  const rows = document.split('\n').filter((line) => line.startsWith('| `'))
  return new Map(rows.map((line) => {
    const [, route = '', ...cells] = line.split('|').map((cell) => cell.trim())
    return [route.replaceAll('`', ''), cells.slice(0, -1)]
  }))
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
      const { path, body } = await call('own')
      if (body === undefined || policy().get(route)?.[0] !== 'sign in') continue
      const { status, code } = await product.visitor().call(route.split(' ')[0] ?? '', path, { nonsense: true })
      assert.deepEqual([route, status, code], [route, 401, 'sign-in-first'])
    }
  })

  it('HEAD is admitted as GET is', async () => {
    for (const route of policy().keys()) {
      if (!route.startsWith('GET ') || route === 'GET /api/events') continue
      const { path } = await (calls[route] ?? assert.fail(route))('own')
      for (const kind of ['nobody', 'clerk', 'patient'] as const) {
        const [get, head] = [await (await as(kind)).get(path), await (await as(kind)).call('HEAD', path)]
        assert.deepEqual([route, kind, head.status, head.bytes.length], [route, kind, get.status, 0])
      }
    }
  })

  it('a session of an account that is switched off is nobody\'s, at once', async () => {
    const { id, client } = await product.person('clerk', 'leaving')
    assert.equal((await client.get('/api/sessions/current')).status, 200)
    await theirs('admin').client.call('PATCH', `/api/accounts/${id}`, { active: false })
    assert.equal((await client.get('/api/sessions/current')).status, 401)
  })

  it('a session ends with signing out, for whoever copied it too', async () => {
    const client = await as('clerk')
    const copy = client.twin()
    assert.equal((await copy.get('/api/sessions/current')).status, 200)
    await client.delete('/api/sessions/current')
    assert.equal((await copy.get('/api/sessions/current')).status, 401)
  })

  it('a made-up session is nobody\'s', async () => {
    for (const cookie of ['', 'x', '0'.repeat(32), '../..', '%00', 'a'.repeat(4_000)]) {
      const { status } = await product.visitor().get('/api/sessions/current', { cookie: `filmjacket_session=${cookie}` })
      assert.equal(status, 401, cookie)
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
