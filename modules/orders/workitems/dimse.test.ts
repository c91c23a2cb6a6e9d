/** Workitems over associations: devices make, find, perform and follow them. PS3.4 Annex CC. */
import { newUid, Tags, type Element, type Value } from '@filmjacket/dicom-data'
import {
  associate, FILTERED_GLOBAL_SUBSCRIPTION, GLOBAL_SUBSCRIPTION, serveDicom, WorkitemAction, workitemClasses, workitemContexts,
  WorkitemEvent, type Association, type EventReport, type WorkitemClass,
} from '@filmjacket/dicom-net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS, systemClock } from '../../../platform/server/clock.ts'
import { whenOver } from '../../../platform/server/database/testing.ts'
import { runJobs } from '../../../platform/server/jobs.ts'
import { createLog } from '../../../platform/server/log.ts'
import { LOOPBACK, OWN_AE } from '../../devices/testing.ts'
import { subscribersOf } from '../store/subscriptions.ts'
import { testOrders, type TestOrders } from '../testing.ts'
import { createNews } from './news.ts'
import { createWorkitems } from './workitems.ts'

type Attributes = { readonly [tag: number]: Value | Element }

/** Somebody who is told of workitems, and takes what comes one by one. */
class Hearer {
  readonly #heard: EventReport[] = []
  #wake: () => void = () => undefined
  port = 0

  async open(): Promise<this> {
    const server = await serveDicom({
      host: LOOPBACK, port: 0, admit: () => ({ kind: 'accepted' }),
      workitemEvent: (_peer, report) => {
        this.#heard.push(report)
        this.#wake()
        return Promise.resolve({ status: 0 })
      },
    })
    whenOver(() => server.close())
    this.port = server.port
    return this
  }

  /** The next: of which workitem, what happened, and its state if that is told. */
  async next(): Promise<readonly [uid: string, type: number, state: string | null]> {
    for (;;) {
      const first = this.#heard.shift()
      if (first !== undefined) return [first.sopInstanceUid, first.eventTypeId, first.information?.text(Tags.ProcedureStepState) ?? null]
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }
}

const clock = { ahead: 0, now() { return systemClock.now() + this.ahead } }
const hearer = new Hearer()
let orders: TestOrders
let reader: Association

beforeAll(async () => {
  orders = await testOrders(clock)
  await hearer.open()
  await orders.devices.add({ aeTitle: 'READER', host: LOOPBACK, port: hearer.port, worklistAccess: 'all' })
  await orders.devices.add({ aeTitle: 'SCANNER', worklistAccess: 'own' })
  await orders.devices.add({ aeTitle: 'SILENT', worklistAccess: 'all' })
  // The library warns about a pool to which nobody listens.
  const pool = new pg.Pool({ connectionString: orders.devices.store.url }).on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const runner = await runJobs({ pool, log: createLog('silent'), mounted: orders.jobs })
  whenOver(() => runner.stop().then(() => pool.end()))
  reader = await as('READER')
})
afterAll(() => reader.release())

function as(callingAe: string): Promise<Association> {
  const contexts = workitemContexts('push', 'pull', 'watch', 'query')
  return associate({ host: LOOPBACK, port: orders.port, callingAe, calledAe: OWN_AE, contexts })
}

const CODE = [{ [Tags.CodeValue]: '110005', [Tags.CodingSchemeDesignator]: 'DCM', [Tags.CodeMeaning]: 'Interpretation' }]

function reading(changes: Attributes = {}): Attributes {
  return {
    [Tags.SpecificCharacterSet]: 'ISO_IR 100', [Tags.ProcedureStepState]: 'SCHEDULED', [Tags.ScheduledProcedureStepPriority]: 'MEDIUM',
    [Tags.ProcedureStepLabel]: 'Read CT', [Tags.WorklistLabel]: 'Chest', [Tags.ScheduledProcedureStepStartDateTime]: '20261122091500',
    [Tags.InputReadinessState]: 'READY', [Tags.PatientName]: 'Müller^Änne', [Tags.PatientID]: 'W-1', [Tags.ScheduledWorkitemCodeSequence]: CODE, ...changes,
  }
}

const PERFORMED: Attributes = {
  [Tags.UnifiedProcedureStepPerformedProcedureSequence]: [{
    [Tags.PerformedStationNameCodeSequence]: CODE, [Tags.PerformedWorkitemCodeSequence]: CODE, [Tags.PerformedProcedureStepStartDateTime]: '20261122092000',
    [Tags.PerformedProcedureStepEndDateTime]: '20261122093000', [Tags.OutputInformationSequence]: { vr: 'SQ', value: [] },
  }],
}

const named = (sopInstanceUid: string, over: WorkitemClass = 'push') => ({ sopClassUid: workitemClasses.push, over: workitemClasses[over], sopInstanceUid })

async function made(changes: Attributes = {}): Promise<string> {
  const uid = newUid()
  expect((await reader.create({ ...named(uid), attributes: reading(changes) })).status).toBe(0)
  return uid
}

async function changeState(uid: string, state: string, transactionUid: string): Promise<number> {
  const attributes = { [Tags.ProcedureStepState]: state, [Tags.TransactionUID]: transactionUid }
  return (await reader.act({ ...named(uid, 'pull'), actionTypeId: WorkitemAction.changeState, attributes })).status
}

async function change(uid: string, attributes: Attributes): Promise<number> {
  return (await reader.set({ ...named(uid, 'pull'), attributes })).status
}

async function requestCancel(uid: string): Promise<number> {
  return (await reader.act({ ...named(uid), actionTypeId: WorkitemAction.requestCancel })).status
}

async function follow(uid: string, action: 'subscribe' | 'unsubscribe' | 'suspend', more: Attributes = {}): Promise<number> {
  const attributes = { [Tags.ReceivingAE]: 'READER', ...(action === 'subscribe' ? { [Tags.DeletionLock]: 'FALSE' } : {}), ...more }
  return (await reader.act({ ...named(uid, 'watch'), actionTypeId: WorkitemAction[action], attributes })).status
}

describe('a device', () => {
  it('makes a workitem, finds it, claims it, tells of it and completes it', async () => {
    const uid = await made()
    expect((await reader.create({ ...named(uid), attributes: reading() })).status).toBe(0x0111)
    const ours = newUid()
    expect([await changeState(uid, 'COMPLETED', ours), await changeState(uid, 'IN PROGRESS', ours)]).toEqual([0xc310, 0])
    expect([await changeState(uid, 'IN PROGRESS', newUid()), await changeState(uid, 'IN PROGRESS', ours)]).toEqual([0xc301, 0xc302])
    expect([await change(uid, PERFORMED), await change(uid, { ...PERFORMED, [Tags.TransactionUID]: newUid() })]).toEqual([0xc301, 0xc301])
    expect(await changeState(uid, 'COMPLETED', ours)).toBe(0xc304)
    expect(await change(uid, { ...PERFORMED, [Tags.TransactionUID]: ours })).toBe(0)
    expect([await changeState(uid, 'COMPLETED', newUid()), await changeState(uid, 'COMPLETED', ours), await changeState(uid, 'COMPLETED', ours)]).toEqual([0xc301, 0, 0xb306])
    expect([await change(uid, { [Tags.TransactionUID]: ours }), await requestCancel(uid)]).toEqual([0xc300, 0xc311])
    const { status, attributes } = await reader.read(named(uid, 'watch'))
    expect([status, attributes?.text(Tags.PatientName), attributes?.text(Tags.ProcedureStepState), attributes?.has(Tags.TransactionUID)])
      .toEqual([0, 'Müller^Änne', 'COMPLETED', false])
    const asked = await reader.read({ ...named(uid), tags: [Tags.ProcedureStepLabel, Tags.TransactionUID] })
    expect([asked.status, asked.attributes?.text(Tags.ProcedureStepLabel), asked.attributes?.has(Tags.PatientID)]).toEqual([1, 'Read CT', false])
  })

  it('finds by any attribute, and is told what it asked for', async () => {
    const uid = await made({ [Tags.PatientID]: 'W-FIND' })
    const found = []
    const keys = {
      [Tags.SpecificCharacterSet]: 'ISO_IR 100', [Tags.PatientName]: 'müll*', [Tags.PatientID]: 'W-FIND', [Tags.SOPInstanceUID]: '', [Tags.AccessionNumber]: '',
      [Tags.ScheduledWorkitemCodeSequence]: [{ [Tags.CodeValue]: '110005' }],
    }
    for (const model of ['workitem-pull', 'workitem-watch', 'workitem-query'] as const)
      for await (const { dataSet } of reader.find({ model, keys }))
        found.push([dataSet.text(Tags.SOPInstanceUID), dataSet.text(Tags.PatientName), dataSet.has(Tags.AccessionNumber), dataSet.has(Tags.ProcedureStepLabel)])
    expect(found).toEqual(Array.from({ length: 3 }, () => [uid, 'Müller^Änne', true, false]))
    const soon = async () => {
      for await (const match of reader.find({ model: 'workitem-query', keys: { [Tags.ScheduledProcedureStepStartDateTime]: 'soon' } })) found.push(match)
    }
    await expect(soon()).rejects.toMatchObject({ status: 0xa900 })
  })

  it('is told what is wrong with what it makes, and that there is no such workitem', async () => {
    const refused = async (changes: Attributes) => (await reader.create({ ...named(newUid()), attributes: reading(changes) })).status
    expect([await refused({ [Tags.ProcedureStepState]: 'COMPLETED' }), await refused({ [Tags.ScheduledProcedureStepPriority]: 'SOON' })]).toEqual([0xc309, 0x0106])
    expect((await reader.create({ ...named(newUid()), attributes: reading({ [Tags.WorklistLabel]: '' }) })).status).toBe(0xb300)
    const nowhere = newUid()
    expect([(await reader.read(named(nowhere))).status, await changeState(nowhere, 'IN PROGRESS', newUid()), await requestCancel(nowhere), await follow(nowhere, 'subscribe')])
      .toEqual([0xc307, 0xc307, 0xc307, 0xc307])
  })

  it('that sees only its own worklist takes no part in workitems', async () => {
    const uid = await made()
    const scanner = await as('SCANNER')
    const answers = [
      scanner.create({ ...named(newUid()), attributes: reading() }), scanner.read(named(uid)), scanner.set({ ...named(uid, 'pull'), attributes: PERFORMED }),
      scanner.act({ ...named(uid), actionTypeId: WorkitemAction.requestCancel }),
    ]
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([0x0124, 0x0124, 0x0124, 0x0124])
    await expect(scanner.find({ model: 'workitem-query', keys: { [Tags.PatientID]: '' } }).next()).rejects.toMatchObject({ status: 0x0124 })
    await scanner.release()
  })
})

describe('who has subscribed', () => {
  it('to a workitem hears at once how it is, then of each change, and no more when it wants no more', async () => {
    const uid = await made()
    expect([await follow(uid, 'subscribe', { [Tags.ReceivingAE]: 'NOBODY' }), await follow(uid, 'subscribe', { [Tags.ReceivingAE]: 'SILENT' })]).toEqual([0xc308, 0xc308])
    expect([await follow(uid, 'suspend'), await follow(uid, 'subscribe')]).toEqual([0xc314, 0])
    expect(await hearer.next()).toEqual([uid, WorkitemEvent.stateReport, 'SCHEDULED'])
    await change(uid, { [Tags.ScheduledStationNameCodeSequence]: CODE })
    expect(await hearer.next()).toEqual([uid, WorkitemEvent.assigned, null])
    const ours = newUid()
    await changeState(uid, 'IN PROGRESS', ours)
    expect(await hearer.next()).toEqual([uid, WorkitemEvent.stateReport, 'IN PROGRESS'])
    await change(uid, { [Tags.TransactionUID]: ours, [Tags.ProcedureStepProgressInformationSequence]: [{ [Tags.ProcedureStepProgress]: '50' }] })
    expect(await hearer.next()).toEqual([uid, WorkitemEvent.progressReport, null])
    // Who performs it may be among those that hear of the request.
    expect(await requestCancel(uid)).toBe(0)
    expect(await hearer.next()).toEqual([uid, WorkitemEvent.cancelRequested, null])
    expect([await follow(uid, 'unsubscribe'), await requestCancel(uid)]).toEqual([0, 0xc312])
  })

  it('to all hears of those that there are, if it locks them, and of those that come, until it suspends that', async () => {
    const before = await made()
    const over = await made()
    await requestCancel(over)
    expect(await follow(GLOBAL_SUBSCRIPTION, 'subscribe')).toBe(0)
    expect([await subscribersOf(orders.db, before), await subscribersOf(orders.db, over)]).toEqual([[{ aeTitle: 'READER', channel: 'dimse' }], []])
    const uid = await made()
    expect(await hearer.next()).toEqual([uid, WorkitemEvent.stateReport, 'SCHEDULED'])
    expect(await follow(GLOBAL_SUBSCRIPTION, 'suspend')).toBe(0)
    expect(await subscribersOf(orders.db, await made())).toEqual([])
    // What is canceled before it is claimed begins and ends at once.
    expect(await requestCancel(uid)).toBe(0)
    expect([await hearer.next(), await hearer.next(), await hearer.next()])
      .toEqual([[uid, WorkitemEvent.cancelRequested, null], [uid, WorkitemEvent.stateReport, 'IN PROGRESS'], [uid, WorkitemEvent.stateReport, 'CANCELED']])
    await orders.restarted()
    expect(await hearer.next()).toEqual([GLOBAL_SUBSCRIPTION, WorkitemEvent.scpStatusChange, null])
    expect(await follow(GLOBAL_SUBSCRIPTION, 'unsubscribe')).toBe(0)
    expect(await subscribersOf(orders.db, before)).toEqual([])
  })

  it('to such as match hears of no others; a deletion lock keeps them as long again', async () => {
    const wanted = { [Tags.DeletionLock]: 'TRUE', [Tags.SpecificCharacterSet]: 'ISO_IR 100', [Tags.PatientName]: 'Größe^*' }
    const before = await made({ [Tags.PatientName]: 'Größe^Max' })
    expect(await follow(FILTERED_GLOBAL_SUBSCRIPTION, 'subscribe', wanted)).toBe(0)
    expect(await hearer.next()).toEqual([before, WorkitemEvent.stateReport, 'SCHEDULED'])
    const other = await made()
    const uid = await made({ [Tags.PatientName]: 'Größe^Anna' })
    expect(await hearer.next()).toEqual([uid, WorkitemEvent.stateReport, 'SCHEDULED'])
    expect(await follow(FILTERED_GLOBAL_SUBSCRIPTION, 'subscribe', { [Tags.ScheduledProcedureStepStartDateTime]: 'soon' })).toBe(0x0115)
    const options = { db: orders.db, clock, live: orders.live, devices: orders.devices.devices, aeTitle: () => OWN_AE, keepDays: () => 30 }
    const workitems = createWorkitems({ ...options, news: createNews(options) })
    const gone = async () => (await Promise.all([other, uid].map((each) => workitems.one(each)))).map(({ kind }) => kind)
    for (const [days, expected] of [[31, ['gone', 'found']], [61, ['gone', 'gone']]] as const) {
      clock.ahead = days * DAY_MS
      await workitems.forgetOld()
      expect(await gone()).toEqual(expected)
    }
    clock.ahead = 0
  })
})
