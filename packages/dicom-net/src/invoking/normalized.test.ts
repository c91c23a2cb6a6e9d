/** Performed procedure steps, notices of availability and workitems, both ends in this process. */
import assert from 'node:assert/strict'
import { Tags } from '@filmjacket/dicom-data'
import { afterEach, describe, it } from 'vitest'
import { availabilityContexts, performedContexts, workitemContexts, workitemEventContexts } from '../contexts.ts'
import { INSTANCE_AVAILABILITY, PERFORMED_STEP, PERFORMED_STEP_RETRIEVE } from '../service-classes.ts'
import type { Services } from '../services.ts'
import { Bench } from '../testing.ts'
import { WorkitemAction, workitemClasses, WorkitemEvent } from '../workitem-classes.ts'

const bench = new Bench()
afterEach(() => bench.clear())

const STATUS = Tags.PerformedProcedureStepStatus
const step = { sopClassUid: PERFORMED_STEP, sopInstanceUid: '1.2.3' }

describe('a performed procedure step', () => {
  it('is created and set, and what the provider says is heard', async () => {
    const heard: unknown[] = []
    const services: Services = {
      beginStep(_peer, { sopInstanceUid, attributes }) {
        heard.push(['create', sopInstanceUid, attributes.text(STATUS)])
        return Promise.resolve({ status: 0 })
      },
      changeStep(_peer, { sopInstanceUid, attributes }) {
        heard.push(['set', sopInstanceUid, attributes.text(STATUS)])
        return Promise.resolve({ status: 0x0110, errorId: 0xa710, comment: 'it is over' })
      },
    }
    const association = await bench.open(services, performedContexts())
    assert.deepEqual(await association.create({ ...step, attributes: { [STATUS]: 'IN PROGRESS' } }), { status: 0 })
    assert.deepEqual(await association.set({ ...step, attributes: { [STATUS]: 'COMPLETED' } }), { status: 0x0110, comment: 'it is over' })
    assert.deepEqual(heard, [['create', '1.2.3', 'IN PROGRESS'], ['set', '1.2.3', 'COMPLETED']])
    await association.release()
  })
  it('is refused of an Instance whose UID is none, and where the service throws nothing of it is told', async () => {
    const failing = () => Promise.reject(new Error('secret'))
    const association = await bench.open({ beginStep: failing, readStep: failing }, performedContexts())
    assert.equal((await association.create({ ...step, sopInstanceUid: 'x', attributes: {} })).status, 0x0117)
    assert.deepEqual(await association.create({ ...step, attributes: { [STATUS]: 'IN PROGRESS' } }), { status: 0x0110 })
    assert.equal((await association.set({ ...step, attributes: { [STATUS]: 'COMPLETED' } })).status, 0x0211)
    assert.deepEqual(await association.read({ ...step, sopClassUid: PERFORMED_STEP_RETRIEVE }), { status: 0x0110, attributes: null })
    await association.release()
  })
})

describe('what is known of a performed procedure step', () => {
  it('is read, all of it or what is asked for', async () => {
    const asked: (readonly number[])[] = []
    const association = await bench.open({
      readStep(_peer, { sopInstanceUid, tags }) {
        asked.push(tags)
        return Promise.resolve(sopInstanceUid === '1.2.3' ? { status: 0, attributes: { [STATUS]: 'IN PROGRESS' } } : { status: 0x0112 })
      },
    }, performedContexts())
    const object = { ...step, sopClassUid: PERFORMED_STEP_RETRIEVE }
    const { status, attributes } = await association.read(object)
    assert.deepEqual([status, attributes?.text(STATUS)], [0, 'IN PROGRESS'])
    await association.read({ ...object, tags: [STATUS] })
    assert.deepEqual(asked, [[], [STATUS]])
    assert.deepEqual(await association.read({ ...object, sopInstanceUid: '1.2.9' }), { status: 0x0112, attributes: null })
    await association.release()
  })
})

describe('a notice of availability', () => {
  it('comes to its own service, and is never set', async () => {
    const heard: unknown[] = []
    const association = await bench.open({
      available(_peer, { attributes }) {
        heard.push(attributes.text(Tags.StudyInstanceUID))
        return Promise.resolve({ status: 0 })
      },
    }, availabilityContexts())
    const notice = { sopClassUid: INSTANCE_AVAILABILITY, sopInstanceUid: '1.2.4', attributes: { [Tags.StudyInstanceUID]: '1.2' } }
    assert.deepEqual(await association.create(notice), { status: 0 })
    assert.equal((await association.set(notice)).status, 0x0211)
    assert.deepEqual(heard, ['1.2'])
    await association.release()
  })
})

describe('a workitem', () => {
  const workitem = { sopClassUid: workitemClasses.push, sopInstanceUid: '1.2.5' }
  const over = workitemClasses.pull

  it('is named as one of Push on every context, on each of which only its own services are spoken', async () => {
    const heard: unknown[] = []
    const services: Services = {
      createWorkitem: (_peer, { sopInstanceUid }) => (heard.push(['create', sopInstanceUid]), Promise.resolve({ status: 0 })),
      changeWorkitem: (_peer, { attributes }) => (heard.push(['set', attributes.text(Tags.ProcedureStepLabel)]), Promise.resolve({ status: 0xc301 })),
      readWorkitem: () => Promise.resolve({ status: 0, attributes: { [Tags.ProcedureStepState]: 'SCHEDULED' } }),
      actOnWorkitem: (_peer, { actionTypeId, information }) =>
        (heard.push(['act', actionTypeId, information?.text(Tags.ReceivingAE) ?? null]), Promise.resolve({ status: 0xb301 })),
      async *findWorkitems() {
        await Promise.resolve()
        yield { kind: 'match', identifier: { [Tags.SOPInstanceUID]: '1.2.5' } }
      },
    }
    const association = await bench.open(services, workitemContexts('push', 'pull', 'watch', 'query'))
    const act = (context: 'push' | 'pull' | 'watch', actionTypeId: number) => association.act({ ...workitem, over: workitemClasses[context], actionTypeId })
    assert.deepEqual(await association.create({ ...workitem, attributes: { [Tags.ProcedureStepLabel]: 'Read' } }), { status: 0 })
    assert.deepEqual(await association.set({ ...workitem, over, attributes: { [Tags.ProcedureStepLabel]: 'Later' } }), { status: 0xc301 })
    assert.equal((await association.set({ ...workitem, attributes: { [Tags.ProcedureStepLabel]: 'Later' } })).status, 0x0211, 'Push changes none')
    assert.equal((await association.set({ ...workitem, sopClassUid: over, attributes: { [Tags.ProcedureStepLabel]: 'x' } })).status, 0x0118)
    assert.equal((await association.read({ ...workitem, over })).attributes?.text(Tags.ProcedureStepState), 'SCHEDULED')
    const subscription = { ...workitem, over: workitemClasses.watch, actionTypeId: WorkitemAction.subscribe, attributes: { [Tags.ReceivingAE]: 'READER' } }
    assert.deepEqual(await association.act(subscription), { status: 0xb301 })
    assert.equal((await act('push', WorkitemAction.requestCancel)).status, 0xb301)
    assert.deepEqual((await Promise.all([act('push', 1), act('pull', 2), act('watch', 1)])).map(({ status }) => status), [0x0123, 0x0123, 0x0123])
    for (const model of ['workitem-pull', 'workitem-watch', 'workitem-query'] as const)
      for await (const { dataSet } of association.find({ model, keys: { [Tags.PatientID]: '' } })) assert.equal(dataSet.text(Tags.SOPInstanceUID), '1.2.5')
    assert.deepEqual(heard, [['create', '1.2.5'], ['set', 'Later'], ['act', 3, 'READER'], ['act', 2, null]])
    await association.release()
  })

  it('is told of by its provider, in the role that it asked for', async () => {
    const heard: unknown[] = []
    const association = await bench.open({
      workitemEvent: (_peer, { sopInstanceUid, eventTypeId, information }) =>
        (heard.push([sopInstanceUid, eventTypeId, information?.text(Tags.ProcedureStepState) ?? null]), Promise.resolve({ status: 0 })),
    }, workitemEventContexts())
    const event = { ...workitem, over: workitemClasses.event, eventTypeId: WorkitemEvent.stateReport }
    assert.deepEqual(await association.report({ ...event, attributes: { [Tags.ProcedureStepState]: 'COMPLETED' } }), { status: 0 })
    assert.deepEqual(await association.report({ ...event, eventTypeId: WorkitemEvent.assigned }), { status: 0 })
    assert.deepEqual(heard, [['1.2.5', 1, 'COMPLETED'], ['1.2.5', 5, null]])
    await association.release()
  })
})
