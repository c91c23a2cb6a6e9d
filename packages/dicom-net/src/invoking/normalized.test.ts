/** Performed procedure steps and notices of availability, both ends in this process. */
import assert from 'node:assert/strict'
import { Tags } from '@filmjacket/dicom-data'
import { afterEach, describe, it } from 'vitest'
import { availabilityContexts, performedContexts } from '../contexts.ts'
import { INSTANCE_AVAILABILITY, PERFORMED_STEP, PERFORMED_STEP_RETRIEVE } from '../service-classes.ts'
import type { Services } from '../services.ts'
import { Bench } from '../testing.ts'

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
