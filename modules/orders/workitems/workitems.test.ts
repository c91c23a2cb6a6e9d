/** The Worklist Service over HTTP. PS3.18 §11. */
import { newUid, Tags, type DicomJson, type JsonValue } from '@filmjacket/dicom-data'
import { FILTERED_GLOBAL_SUBSCRIPTION, GLOBAL_SUBSCRIPTION, WorkitemEvent } from '@filmjacket/dicom-net'
import { fromNativeXml } from '@filmjacket/dicom-web'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditMigrations } from '../../../platform/server/audit.ts'
import type { Caller } from '../../../platform/server/auth/caller.ts'
import { DAY_MS, systemClock } from '../../../platform/server/clock.ts'
import { freshDatabaseAt, planOf, whenOver } from '../../../platform/server/database/testing.ts'
import { mount } from '../../../platform/server/http/route.ts'
import { serveWeb, type WebServer } from '../../../platform/server/http/server.ts'
import { listenTo } from '../../../platform/server/http/testing.ts'
import { Live } from '../../../platform/server/live.ts'
import { createLog } from '../../../platform/server/log.ts'
import { migrations } from '../migrations/index.ts'
import type { Db } from '../store/entries.ts'
import { searchQuery } from '../store/workitems.ts'
import { digitsOf, jsonOf } from './json.ts'
import { workitemRoutes } from './routes.ts'
import { createNews } from './news.ts'
import { subscriptionRoutes } from './subscription-routes.ts'
import { createSubscriptions } from './subscriptions.ts'
import { createWorkitems, type Workitems } from './workitems.ts'

const program = { kind: 'token', accountId: 'acc_1', role: 'admin', tokenId: 'tok_1', actions: ['orders'], studies: null } as const
const CALLERS: Readonly<Record<string, Caller>> = {
  clerk: { kind: 'account', accountId: 'acc_2', role: 'clerk', sessionId: 'ses_1' }, program,
  reader: { ...program, actions: ['read'] }, narrow: { ...program, studies: ['stu_1'] },
}

const clock = { ahead: 0, now() { return systemClock.now() + this.ahead } }
let db: Db
let server: WebServer
let workitems: Workitems

beforeAll(async () => {
  const fresh = await freshDatabaseAt([...auditMigrations, ...migrations])
  db = fresh.db
  const live = new Live(fresh.url, createLog('silent'))
  await live.start()
  whenOver(() => live.close())
  const aeTitle = () => 'FILMJACKET'
  const news = createNews({ db, clock, live, aeTitle, devices: { byAeTitle: () => Promise.resolve(undefined) } })
  workitems = createWorkitems({ db, clock, aeTitle, news, keepDays: () => 365 })
  const subscriptions = createSubscriptions({ db, news })
  server = await serveWeb({
    host: '127.0.0.1', port: 0, version: '0', log: createLog('silent'), secure: false,
    blobs: { read: () => { throw new Error('no blobs here') } },
    recognize: (token) => Promise.resolve(CALLERS[token] ?? { kind: 'anonymous' }), mounted: [mount({ workitems }, workitemRoutes), mount({ subscriptions, news }, subscriptionRoutes)],
  })
})
afterAll(() => server.close())
beforeEach(async () => {
  clock.ahead = 0
  await sql`truncate workitem, workitem_subscription, workitem_global_subscription, workitem_event`.execute(db)
})

const JSON_TYPE = 'application/dicom+json'

interface Asking {
  readonly as?: string
  readonly body?: unknown
  readonly type?: string
  readonly accept?: string
}

async function call(method: string, path: string, { as = 'clerk', body, type = JSON_TYPE, accept = JSON_TYPE }: Asking = {}) {
  const answer = await fetch(`http://127.0.0.1:${server.port}/dicom-web/workitems${path}`, {
    method, headers: { cookie: `filmjacket_session=${as}`, accept, ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, warning: answer.headers.get('warning') ?? '', headers: answer.headers, text }
}

const codeOf = ({ text }: { readonly text: string }) => (JSON.parse(text) as { code: string }).code
const listIn = ({ text }: { readonly text: string }) => JSON.parse(text) as readonly DicomJson[]

function code(value: string): DicomJson {
  return jsonOf({ [Tags.CodeValue]: value, [Tags.CodingSchemeDesignator]: 'DCM', [Tags.CodeMeaning]: value })
}

/** A reading that somebody is to do, with whatever is to be different. */
function reading(changes: Readonly<Record<number, JsonValue>> = {}): DicomJson {
  return jsonOf({
    [Tags.ProcedureStepState]: 'SCHEDULED', [Tags.ScheduledProcedureStepPriority]: 'MEDIUM', [Tags.ProcedureStepLabel]: 'Read CT',
    [Tags.WorklistLabel]: 'Chest', [Tags.ScheduledProcedureStepStartDateTime]: '20261122091500', [Tags.InputReadinessState]: 'READY',
    [Tags.PatientName]: { Alphabetic: 'Müller^Änne' }, [Tags.PatientID]: 'W-1', [Tags.ScheduledWorkitemCodeSequence]: code('110005'), ...changes,
  })
}

const PERFORMED = jsonOf({
  [Tags.UnifiedProcedureStepPerformedProcedureSequence]: {
    ...jsonOf({
      [Tags.PerformedStationNameCodeSequence]: code('WS1'), [Tags.PerformedWorkitemCodeSequence]: code('110005'),
      [Tags.PerformedProcedureStepStartDateTime]: '20261122092000', [Tags.PerformedProcedureStepEndDateTime]: '20261122093000',
    }),
    [digitsOf(Tags.OutputInformationSequence)]: { vr: 'SQ' },
  },
})

async function made(changes: Readonly<Record<number, JsonValue>> = {}): Promise<string> {
  const uid = newUid()
  const { status, text } = await call('POST', `?${uid}`, { body: [reading(changes)] })
  return status === 201 ? uid : expect.fail(text)
}

function changeState(uid: string, state: string, transactionUid: string | null) {
  return call('PUT', `/${uid}/state`, {
    body: jsonOf({ [Tags.ProcedureStepState]: state, ...(transactionUid === null ? {} : { [Tags.TransactionUID]: transactionUid }) }),
  })
}

async function valueOf(uid: string, tag: number): Promise<unknown> {
  return listIn(await call('GET', `/${uid}`))[0]?.[digitsOf(tag)]?.Value?.[0]
}

describe('a workitem', () => {
  it('is made, told where it is, and told as it was made, in JSON and XML', async () => {
    const uid = newUid()
    const created = await call('POST', `?workitem=${uid}`, { body: reading() })
    expect([created.status, created.text, created.warning]).toEqual([201, '', ''])
    expect(created.headers.get('location')).toBe(`http://127.0.0.1:${server.port}/dicom-web/workitems/${uid}`)
    expect(listIn(await call('GET', `/${uid}`))).toMatchObject([{ ...reading(), '00080018': { Value: [uid] } }])
    const xml = await call('GET', `/${uid}`, { accept: 'application/dicom+xml' })
    expect(fromNativeXml(xml.text)).toMatchObject({ '00100010': { Value: [{ Alphabetic: 'Müller^Änne' }] }, '00080018': { Value: [uid] } })
    const again = await call('POST', '', { body: xml.text.replaceAll(uid, '1.2.3.4'), type: 'application/dicom+xml' })
    expect([again.status, again.headers.get('location')?.endsWith('/1.2.3.4')]).toEqual([201, true])
    expect(codeOf(await call('POST', `?${uid}`, { body: reading() }))).toBe('workitem-exists')
  })

  it('that lacks what it must tell is not made; without a list it is put on one, and that is said', async () => {
    const refused = async (changes: Readonly<Record<number, JsonValue>>) => call('POST', '', { body: reading(changes) })
    for (const changes of [
      { [Tags.ProcedureStepState]: 'IN PROGRESS' }, { [Tags.ScheduledProcedureStepPriority]: 'SOON' }, { [Tags.ProcedureStepLabel]: '' },
      { [Tags.ScheduledProcedureStepStartDateTime]: '20261322' }, { [Tags.TransactionUID]: '1.2' }, { [Tags.SOPClassUID]: '1.2' }, { [Tags.SOPInstanceUID]: '../x' },
    ]) expect([(await refused(changes)).status, codeOf(await refused(changes))]).toEqual([400, 'workitem-invalid'])
    const unlisted = Object.fromEntries(Object.entries(reading()).filter(([tag]) => tag !== digitsOf(Tags.WorklistLabel)))
    const { status, warning, headers } = await call('POST', '', { body: unlisted })
    expect([status, warning]).toEqual([201, '299 filmjacket "The Workitem was created with modifications."'])
    expect(await valueOf(headers.get('location')?.split('/').at(-1) ?? '', Tags.WorklistLabel)).toBe('Worklist')
    expect((await call('POST', '', { body: '[{"0010": 1}]' })).status).toBe(400)
    expect((await call('POST', '', { body: 'x', type: 'text/plain' })).status).toBe(415)
    expect((await call('GET', `/${newUid()}`)).status).toBe(404)
  })

  it('is claimed once, told of by who claimed it, and completed when all is told', async () => {
    const uid = await made()
    const ours = newUid()
    expect((await changeState(uid, 'IN PROGRESS', ours)).status).toBe(200)
    const late = await changeState(uid, 'IN PROGRESS', newUid())
    expect([late.status, late.warning]).toEqual([400, '299 filmjacket "The Transaction UID is incorrect."'])
    const again = await changeState(uid, 'IN PROGRESS', ours)
    expect([again.status, again.warning]).toEqual([409, '299 filmjacket "The submitted request is inconsistent with the state of the UPS Instance."'])
    const missing = await call('POST', `/${uid}`, { body: PERFORMED })
    expect([missing.status, missing.warning]).toEqual([400, '299 filmjacket "The Transaction UID is missing."'])
    expect((await call('POST', `/${uid}?transaction-uid=${newUid()}`, { body: PERFORMED })).warning).toContain('The Transaction UID is incorrect.')
    expect(codeOf(await changeState(uid, 'COMPLETED', ours))).toBe('workitem-incomplete')
    expect((await call('POST', `/${uid}?${ours}`, { body: PERFORMED })).status).toBe(200)
    expect((await changeState(uid, 'COMPLETED', newUid())).warning).toContain('The Transaction UID is incorrect.')
    expect((await changeState(uid, 'COMPLETED', ours)).status).toBe(200)
    const twice = await changeState(uid, 'COMPLETED', ours)
    expect([twice.status, twice.warning]).toEqual([200, '299 filmjacket "The UPS is already in the requested state of COMPLETED."'])
    const over = await call('POST', `/${uid}?${ours}`, { body: PERFORMED })
    expect([over.status, over.warning]).toEqual([400, '299 filmjacket "The submitted request is inconsistent with the current state of the Workitem."'])
    // The lock is nobody else's to know, whatever is asked.
    expect((await call('GET', `/${uid}`)).text + (await call('GET', '?includefield=all')).text).not.toContain(ours)
  })

  it('changes before it is claimed by whoever may, but not whose it is, nor into something that it must not be', async () => {
    const uid = await made()
    const change = (changes: Readonly<Record<number, JsonValue>>) => call('POST', `/${uid}`, { body: jsonOf(changes) })
    expect((await change({ [Tags.ScheduledProcedureStepPriority]: 'HIGH' })).status).toBe(200)
    expect(await valueOf(uid, Tags.ScheduledProcedureStepPriority)).toBe('HIGH')
    for (const changes of [{ [Tags.PatientID]: 'W-2' }, { [Tags.ProcedureStepState]: 'COMPLETED' }, { [Tags.ProcedureStepLabel]: '' }])
      expect((await change(changes)).status).toBe(400)
    const claimed = await call('POST', `/${uid}?${newUid()}`, { body: PERFORMED })
    expect([claimed.status, claimed.warning]).toEqual([409, '299 filmjacket "The target URI did not reference a claimed Workitem."'])
  })

  it('is canceled for who asks before it is claimed, with when and why; later by its performer alone', async () => {
    const uid = await made()
    const asked = await call('POST', `/${uid}/cancelrequest`, { body: jsonOf({ [Tags.ReasonForCancellation]: 'moved to another day' }) })
    expect([asked.status, await valueOf(uid, Tags.ProcedureStepState)]).toEqual([202, 'CANCELED'])
    expect(await valueOf(uid, Tags.ProcedureStepProgressInformationSequence)).toMatchObject({
      '00741238': { Value: ['moved to another day'] }, '0074100E': { Value: [{ '00080100': { Value: ['110513'] } }] }, '00404052': { vr: 'DT' },
    })
    expect((await call('POST', `/${uid}/cancelrequest`)).warning).toContain('already in the requested state of CANCELED')
    const other = await made()
    const ours = newUid()
    await changeState(other, 'IN PROGRESS', ours)
    const late = await call('POST', `/${other}/cancelrequest`)
    expect([late.status, late.warning]).toEqual([409, '299 filmjacket "The performer cannot be contacted."'])
    expect((await changeState(other, 'CANCELED', ours)).status).toBe(200)
    expect(await valueOf(other, Tags.ProcedureStepState)).toBe('CANCELED')
  })

  it('is told as gone once it is forgotten, and its UID is not given again', async () => {
    const uid = await made()
    clock.ahead = 366 * DAY_MS
    await workitems.forgetOld()
    expect((await call('GET', `/${uid}`)).status).toBe(410)
    expect((await changeState(uid, 'IN PROGRESS', newUid())).status).toBe(410)
    expect((await call('GET', '')).status).toBe(204)
    expect(codeOf(await call('POST', `?${uid}`, { body: reading() }))).toBe('workitem-exists')
  })
})

describe('a search', () => {
  it('matches any attribute, within sequences too, and tells what it must and what is asked for', async () => {
    const first = await made({ [Tags.CommentsOnTheScheduledProcedureStep]: 'contrast' })
    const second = await made({
      [Tags.PatientID]: 'W-2', [Tags.PatientName]: { Alphabetic: 'Meadow^Max' }, [Tags.ScheduledProcedureStepStartDateTime]: '20261123080000',
      [Tags.ScheduledWorkitemCodeSequence]: code('110001'), [Tags.ProcedureStepLabel]: 'Measure heart',
    })
    const found = async (query: string) => {
      const answer = await call('GET', `?${query}`)
      return answer.status === 204 ? [] : listIn(answer).map((each) => each['00080018']?.Value?.[0])
    }
    expect(await found('')).toEqual([first, second])
    expect(await found('PatientID=W-2')).toEqual([second])
    expect(await found('ScheduledWorkitemCodeSequence.CodeValue=110005&00404018.00080102=DCM')).toEqual([first])
    expect(await found('ScheduledProcedureStepStartDateTime=20261123-')).toEqual([second])
    expect(await found('PatientName=mull*')).toEqual([first])
    expect(await found('PatientName=M%C3%BCller*')).toEqual([first])
    expect(await found('PatientName=max%20meadow&fuzzymatching=true')).toEqual([second])
    expect(await found('ProcedureStepLabel=*heart&ProcedureStepState=SCHEDULED')).toEqual([second])
    expect(await found(`SOPInstanceUID=${first},${second}&limit=5`)).toEqual([first, second])
    expect(await found('PatientID=W-3')).toEqual([])
    const comments = '00400400'
    expect(listIn(await call('GET', '?PatientID=W-1')).map((each) => each[comments])).toEqual([undefined])
    expect(listIn(await call('GET', `?PatientID=W-1&includefield=${comments}`))[0]?.[comments]?.Value).toEqual(['contrast'])
  })

  it('is told in pages, and says that there is more', async () => {
    const all = [await made(), await made({ [Tags.ScheduledProcedureStepStartDateTime]: '20261122101500' }), await made({ [Tags.ScheduledProcedureStepStartDateTime]: '20261122111500' })]
    const page = await call('GET', '?limit=2')
    expect([page.status, page.warning]).toEqual([206, '299 filmjacket "There are additional results that can be requested."'])
    const rest = await call('GET', '?limit=2&offset=2')
    expect([rest.status, ...[...listIn(page), ...listIn(rest)].map((each) => each['00080018']?.Value?.[0])]).toEqual([200, ...all])
  })

  it('that cannot be understood is refused', async () => {
    for (const query of ['Nonsense=1', 'ScheduledProcedureStepStartDateTime=soon', 'PatientID.CodeValue=1', 'limit=many'])
      expect((await call('GET', `?${query}`)).status).toBe(400)
  })

  it('for exact values is the index\'s to answer', async () => {
    await sql`insert into workitem (uid, state, starts_at, attributes, created_at, changed_at)
      select '9.' || n, 'SCHEDULED', '2026', jsonb_build_object('00100020', jsonb_build_object('vr', 'LO', 'Value', jsonb_build_array('P' || n))), now(), now()
      from generate_series(1, 5000) n`.execute(db)
    const plan = await planOf(db, searchQuery(db, jsonOf({ [Tags.PatientID]: 'P77' }), null, 200))
    expect(plan).toContain('workitem_attributes')
  })
})

describe('a subscription', () => {
  const subscriber = (uid: string, query = '') => `/${uid}/subscribers/READING%20ROOM${query}`

  /** A program that has opened its WebSocket, and what it is told: of which workitem, what, and its state if that is told. */
  async function hearing() {
    const events = listenTo(`ws://127.0.0.1:${server.port}/dicom-web/ws/subscribers/READING%20ROOM`, { cookie: 'filmjacket_session=clerk' })
    expect(await events.next()).toMatchObject({ value: { kind: 'open' } })
    const next = async () => {
      const { value } = await events.next()
      const told = JSON.parse(value?.kind === 'text' ? value.text : expect.fail(JSON.stringify(value))) as DicomJson
      return ['00001000', '00001002', '00741000'].map((tag) => told[tag]?.Value?.[0] ?? null)
    }
    return { next, end: () => events.return() }
  }

  it('is of a workitem, of all or of such as match; its events come over a WebSocket', async () => {
    const uid = await made()
    const subscribed = await call('POST', subscriber(uid))
    expect([subscribed.status, subscribed.headers.get('content-location')]).toEqual([201, `ws://127.0.0.1:${server.port}/dicom-web/ws/subscribers/READING%20ROOM`])
    const program = await hearing()
    const ours = newUid()
    await changeState(uid, 'IN PROGRESS', ours)
    expect(await program.next()).toEqual([uid, WorkitemEvent.stateReport, 'IN PROGRESS'])
    // Somebody hears of the request, who may be its performer.
    expect((await call('POST', `/${uid}/cancelrequest`)).status).toBe(202)
    expect(await program.next()).toEqual([uid, WorkitemEvent.cancelRequested, null])
    expect((await call('DELETE', subscriber(uid))).status).toBe(200)
    expect((await call('POST', `/${uid}/cancelrequest`)).status).toBe(409)
    expect((await call('POST', subscriber(FILTERED_GLOBAL_SUBSCRIPTION, '?deletionlock=true&filter=PatientID=W-9,ProcedureStepLabel=Read*'))).status).toBe(201)
    await made()
    const ninth = await made({ [Tags.PatientID]: 'W-9' })
    expect(await program.next()).toEqual([ninth, WorkitemEvent.stateReport, 'SCHEDULED'])
    expect((await call('POST', `${subscriber(FILTERED_GLOBAL_SUBSCRIPTION)}/suspend`)).status).toBe(200)
    await made({ [Tags.PatientID]: 'W-9' })
    expect((await call('POST', subscriber(GLOBAL_SUBSCRIPTION))).status).toBe(201)
    const last = await made()
    expect(await program.next()).toEqual([last, WorkitemEvent.stateReport, 'SCHEDULED'])
    expect((await call('DELETE', subscriber(GLOBAL_SUBSCRIPTION))).status).toBe(200)
    expect(await db.selectFrom('workitem_subscription').selectAll().execute()).toEqual([])
    await program.end()
  })

  it('that cannot be is refused', async () => {
    expect((await call('POST', subscriber(newUid()))).status).toBe(404)
    expect(codeOf(await call('POST', `/${await made()}/subscribers/a%5Cb`))).toBe('subscriber-invalid')
    expect(codeOf(await call('POST', `${subscriber(await made())}/suspend`))).toBe('workitem-subscription-not-global')
    expect((await call('POST', subscriber(FILTERED_GLOBAL_SUBSCRIPTION, '?filter=Nonsense=1'))).status).toBe(400)
    for (const as of ['reader', 'narrow']) expect((await call('POST', subscriber(GLOBAL_SUBSCRIPTION), { as })).status).toBe(403)
  })
})

describe('who may', () => {
  it('are staff, and programs whose token is for orders of everybody', async () => {
    expect((await call('POST', '', { body: reading(), as: 'program' })).status).toBe(201)
    for (const as of ['reader', 'narrow']) {
      const answers = [call('GET', '', { as }), call('POST', '', { as, body: reading() }), call('POST', '/1.2/cancelrequest', { as })]
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 403, 403])
    }
    expect((await call('GET', '', { as: 'nobody' })).status).toBe(401)
  })
})
