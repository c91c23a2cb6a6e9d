import { Tags } from '@filmjacket/dicom-data'
import { serveDicom } from '@filmjacket/dicom-net'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS, systemClock, type Clock } from '../../platform/server/clock.ts'
import type { Setting, Settings, SettingValue } from '../../platform/server/settings/index.ts'
import { ADMIN, keep, LOOPBACK, RemoteArchive, studyOf, testDevices, type TestDevices } from '../devices/testing.ts'
import type { Entry } from '../orders/index.ts'
import { createForwarding, fits, waitAfter, type Forwarding } from './forwarding.ts'
import { migrations } from './migrations/index.ts'
import { createPriors, priorsAmong, type Priors } from './priors.ts'
import { createRules, type Rules } from './rules.ts'
import { PRIORS_ALIKE, PRIORS_MAX, PRIORS_OF_WORKLIST, PRIORS_ON } from './settings.ts'
import type { RoutingTables } from './tables.ts'

const clock: Clock & { ahead: number } = { ahead: 0, now() { return systemClock.now() + this.ahead } }
const open: { close(): Promise<unknown> }[] = []
const values = new Map<string, SettingValue>()

/** Who is on our own worklist. */
const planned: Entry[] = []

let ours: TestDevices
let forwarding: Forwarding
let priors: Priors
let rules: Rules

beforeAll(async () => {
  ours = await testDevices(clock, migrations)
  const db = ours.store.db as unknown as Kysely<RoutingTables>
  const settings = { value: (setting: Setting) => values.get(setting.key) ?? setting.default } as unknown as Pick<Settings, 'value'>
  const orders = { expected: (): Promise<readonly Entry[]> => Promise.resolve(planned) }
  const options = { db, clock, archive: ours.store.archive, devices: ours.devices, remote: ours.remote, orders, settings }
  forwarding = createForwarding(options)
  priors = createPriors(options)
  rules = createRules(options)
})
beforeEach(async () => {
  clock.ahead = 0
  values.clear()
  planned.length = 0
  await sql`truncate device, transfer, forward_rule, prior_search cascade`.execute(ours.db)
})
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** Takes what it is sent. */
async function receiver(aeTitle: string): Promise<{ readonly id: string; readonly got: string[]; readonly behaviour: { status: number } }> {
  const got: string[] = []
  const behaviour = { status: 0 }
  const server = await serveDicom({
    host: LOOPBACK, port: 0, admit: () => ({ kind: 'accepted' }),
    async store(_peer, { sopInstanceUid, dataSet }) {
      for await (const part of dataSet) expect(part.length).toBeGreaterThan(0)
      if (behaviour.status === 0) got.push(sopInstanceUid)
      return { status: behaviour.status }
    },
  })
  open.push(server)
  return { id: await ours.add({ aeTitle, host: LOOPBACK, port: server.port, roles: ['store'] }), got, behaviour }
}

async function rule(deviceId: string, more: { fromAeTitle?: string; modality?: string } = {}): Promise<string> {
  const outcome = await rules.add(ADMIN, { description: 'to PACS', fromAeTitle: null, modality: null, deviceId, isOn: true, ...more })
  return outcome.kind === 'saved' ? outcome.known.rule.id : expect.fail(outcome.kind)
}

async function idOf(studyUid: string): Promise<string> {
  return (await ours.store.archive.idsOfStudies([studyUid])).get(studyUid) ?? ''
}

const runTransfers = () => ours.transfers.runNext(new AbortController().signal)
const states = async () => (await rules.all()).map(({ tally: { open: waiting, done, givenUp } }) => [waiting, done, givenUp])

describe('a rule', () => {
  const study = { sources: ['CT1'], modalities: ['CT', 'SR'] }
  const all = { from_ae_title: null, modality: null, is_on: true }
  it('fits by source and modality, and never sends back', () => {
    expect(fits(all, study, 'PACS')).toBe(true)
    expect(fits({ ...all, from_ae_title: 'CT1', modality: 'SR' }, study, 'PACS')).toBe(true)
    expect(fits({ ...all, from_ae_title: 'CT2' }, study, 'PACS')).toBe(false)
    expect(fits({ ...all, modality: 'MR' }, study, 'PACS')).toBe(false)
    expect(fits({ ...all, is_on: false }, study, 'PACS')).toBe(false)
    expect(fits(all, study, 'CT1')).toBe(false)
    expect(fits(all, { ...study, sources: ['CT1', 'CT2'] }, 'CT1')).toBe(true)
    expect(fits(all, { ...study, sources: [] }, 'CT1')).toBe(true)
  })

  it('waits longer after each try, to half a day', () => {
    expect([1, 2, 3, 20].map(waitAfter)).toEqual([5 * MINUTE_MS, 10 * MINUTE_MS, 20 * MINUTE_MS, 12 * HOUR_MS])
  })

  it('needs a device that receives', async () => {
    const id = await ours.add({ aeTitle: 'SENDS' })
    expect(await rules.add(ADMIN, { description: 'x', fromAeTitle: null, modality: null, deviceId: id, isOn: true })).toEqual({ kind: 'no-device' })
    expect(await rules.change(ADMIN, 'fwd_none', { isOn: false })).toEqual({ kind: 'not-found' })
  })
})

describe('a study that arrived', () => {
  it('goes on once, and once more when there is more of it', async () => {
    const pacs = await receiver('PACS')
    await rule(pacs.id)
    const images = studyOf('1.6.1', 3)
    await keep(ours, images.slice(0, 2))
    await forwarding.arrived(await idOf('1.6.1'))
    await forwarding.arrived(await idOf('1.6.1'))
    await runTransfers()
    await runTransfers()
    expect(pacs.got).toHaveLength(2)
    clock.ahead += 2 * MINUTE_MS
    await forwarding.run()
    expect(await states()).toEqual([[0, 1, 0]])
    await keep(ours, images)
    await forwarding.arrived(await idOf('1.6.1'))
    await runTransfers()
    expect(new Set(pacs.got).size).toBe(3)
  })

  it('goes by no rule that is of another modality, or switched off', async () => {
    const pacs = await receiver('PACS')
    await rule(pacs.id, { modality: 'MR' })
    const off = await rule(pacs.id)
    await rules.change(ADMIN, off, { isOn: false })
    await keep(ours, studyOf('1.6.2', 1))
    await forwarding.arrived(await idOf('1.6.2'))
    await runTransfers()
    expect([pacs.got, await states()]).toEqual([[], [[0, 0, 0], [0, 0, 0]]])
  })

  it('is tried again after a while where its device refuses it, and is not given up', async () => {
    const pacs = await receiver('PACS')
    pacs.behaviour.status = 0xa900
    await rule(pacs.id)
    await keep(ours, studyOf('1.6.3', 1))
    await forwarding.arrived(await idOf('1.6.3'))
    await runTransfers()
    clock.ahead += 2 * MINUTE_MS
    await forwarding.run()
    expect(await states()).toEqual([[1, 0, 0]])
    pacs.behaviour.status = 0
    clock.ahead += 6 * MINUTE_MS
    await forwarding.run()
    await runTransfers()
    clock.ahead += 2 * MINUTE_MS
    await forwarding.run()
    expect([pacs.got.length, await states()]).toEqual([1, [[0, 1, 0]]])
  })

  it('is left alone once somebody cancelled its transfer', async () => {
    const pacs = await receiver('PACS')
    await rule(pacs.id)
    await keep(ours, studyOf('1.6.4', 1))
    await forwarding.arrived(await idOf('1.6.4'))
    const [transfer] = await ours.transfers.list({})
    await ours.transfers.cancel(ADMIN, transfer?.id ?? '')
    clock.ahead += 2 * MINUTE_MS
    await forwarding.run()
    expect(await states()).toEqual([[0, 0, 1]])
  })
})

describe('earlier studies', () => {
  const OF = { [Tags.PatientID]: 'PAT-1' }
  async function pacsOf(...studies: readonly ReturnType<typeof studyOf>[]): Promise<string> {
    const remote = await RemoteArchive.open(studies.flat(), ours.port)
    return ours.add({ aeTitle: 'PACS', host: LOOPBACK, port: remote.port, roles: ['query'], givesPriors: true })
  }
  const asked = async () => (await ours.transfers.list({})).map(({ study_uid: uid, direction }) => `${direction} ${uid}`).sort()
  const recent = (days: number) => new Date(clock.now() - days * 24 * HOUR_MS).toISOString().slice(0, 10).replaceAll('-', '')

  async function arrive(studyUid: string): Promise<void> {
    await keep(ours, studyOf(studyUid, 1, OF))
    await priors.arrived(await idOf(studyUid))
  }

  it('are left where they are unless that is switched on', async () => {
    await pacsOf(studyOf('1.7.1', 1, { ...OF, [Tags.StudyDate]: recent(10) }))
    await arrive('1.7.9')
    expect(await asked()).toEqual([])
  })

  it('are brought: the newest, of the same modality, not too old, and not what is here', async () => {
    values.set(PRIORS_ON.key, true)
    values.set(PRIORS_MAX.key, 2)
    await keep(ours, studyOf('1.7.4', 1, OF))
    await pacsOf(
      studyOf('1.7.1', 1, { ...OF, [Tags.StudyDate]: recent(10) }), studyOf('1.7.2', 1, { ...OF, [Tags.StudyDate]: recent(20) }),
      studyOf('1.7.3', 1, { ...OF, [Tags.StudyDate]: recent(30) }), studyOf('1.7.4', 1, { ...OF, [Tags.StudyDate]: recent(5) }),
      studyOf('1.7.5', 1, { ...OF, [Tags.StudyDate]: recent(4_000) }), studyOf('1.7.6', 1, { ...OF, [Tags.StudyDate]: recent(1), [Tags.Modality]: 'MR' }),
    )
    await arrive('1.7.9')
    expect(await asked()).toEqual(['retrieve 1.7.1', 'retrieve 1.7.2'])
    await arrive('1.7.10')
    expect(await asked(), 'not again so soon').toHaveLength(2)
  })

  it('are not looked for because of what came from such a device', async () => {
    values.set(PRIORS_ON.key, true)
    await pacsOf(studyOf('1.7.1', 1, { ...OF, [Tags.StudyDate]: recent(10) }))
    await keep(ours, studyOf('1.7.9', 1, OF))
    await sql`update instance set origin = '{"kind":"dimse","callingAe":"PACS"}'`.execute(ours.db)
    await priors.arrived(await idOf('1.7.9'))
    expect(await asked()).toEqual([])
  })

  it('are not those of somebody else under the same id, and of any modality where that is wanted', () => {
    const study = { studyUid: '1', birthDate: '19700101', date: '20260101', modalities: ['MR'], instances: 5, here: 0 } as Parameters<typeof priorsAmong>[0][number]
    const wanted = { patientId: 'P', birthDate: '19700101', modalities: ['CT'], studyUid: '9' }
    const uids = (...args: Parameters<typeof priorsAmong>) => priorsAmong(...args).map(({ studyUid }) => studyUid)
    expect(uids([study], wanted, { since: '20200101', isAlike: false })).toEqual(['1'])
    expect(uids([study], wanted, { since: '20200101', isAlike: true })).toEqual([])
    expect(uids([study], { ...wanted, birthDate: '19800101' }, { since: '20200101', isAlike: false })).toEqual([])
    expect(uids([{ ...study, instances: null, here: 3 }], wanted, { since: '20200101', isAlike: false })).toEqual([])
  })

  it('are brought ahead of time for who is on a worklist', async () => {
    values.set(PRIORS_ON.key, true)
    values.set(PRIORS_OF_WORKLIST.key, true)
    values.set(PRIORS_ALIKE.key, false)
    await pacsOf(studyOf('1.7.1', 1, { ...OF, [Tags.StudyDate]: recent(10) }))
    const entry = { [Tags.PatientID]: 'PAT-1', [Tags.ScheduledProcedureStepSequence]: [{ [Tags.Modality]: 'CT' }] }
    const server = await serveDicom({
      host: LOOPBACK, port: 0, admit: () => ({ kind: 'accepted' }),
      async *worklist() {
        await Promise.resolve()
        yield { kind: 'match', identifier: entry }
      },
    })
    open.push(server)
    await ours.add({ aeTitle: 'RIS', host: LOOPBACK, port: server.port, roles: ['worklist'] })
    await priors.lookAhead(new AbortController().signal)
    expect(await asked()).toEqual(['retrieve 1.7.1'])
  })

  it('are brought for who is on ours', async () => {
    values.set(PRIORS_ON.key, true)
    values.set(PRIORS_OF_WORKLIST.key, true)
    await pacsOf(studyOf('1.7.1', 1, { ...OF, [Tags.StudyDate]: recent(10) }))
    planned.push({ patientId: 'PAT-1', birthDate: '', modality: 'CT' } as Entry)
    await priors.lookAhead(new AbortController().signal)
    expect(await asked()).toEqual(['retrieve 1.7.1'])
  })
})
