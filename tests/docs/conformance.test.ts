/** docs/conformance.md is what the product speaks (ADM-17): it is current, and each context that it lists is negotiated. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { encodeDataSet, newUid, readDataSet, Tags, TransferSyntaxes, type ElementMap } from '@filmjacket/dicom-data'
import {
  associate, conformance, GLOBAL_SUBSCRIPTION, informationModels, serveDicom, WorkitemAction,
  type AssociationOffer, type ConformanceRow, type DicomServer, type FindStep, type WantedContext,
} from '@filmjacket/dicom-net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptedSyntaxes, conformanceDocument, isProvided, isReported, isUsed, proposedClasses } from '../../app/conformance.ts'
import type { NewDevice } from '../../modules/devices/contract.ts'
import { dicomSend, type Receiver } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import { makeImage } from '../setup/images.ts'
import { RunningProduct } from '../setup/running-product.ts'

const CONTEXTS_MAX = 128
const ADMIN = { kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 'ses_1' } as const

let product: RunningProduct
let caller: Receiver

beforeAll(async () => {
  product = await RunningProduct.start()
  caller = await product.device('CALLER')
})
afterAll(() => product.stop())

it('docs/conformance.md is current', async () => {
  await expect(conformanceDocument()).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/conformance.md'))
})

/** Proposes all of it, as many at a time as an association holds. @returns those that were not accepted. */
async function refused(contexts: readonly WantedContext[]): Promise<readonly WantedContext[]> {
  const missing: WantedContext[] = []
  for (let at = 0; at < contexts.length; at += CONTEXTS_MAX) {
    const proposed = contexts.slice(at, at + CONTEXTS_MAX)
    const association = await associate({ host: '127.0.0.1', port: caller.port, callingAe: caller.callingAe, calledAe: 'FILMJACKET', contexts: proposed })
    const got = new Set(association.contexts.map(({ abstractSyntax, transferSyntax }) => `${abstractSyntax} ${transferSyntax}`))
    missing.push(...proposed.filter(({ abstractSyntax, transferSyntaxes: [only] }) => !got.has(`${abstractSyntax} ${only ?? ''}`)))
    await association.release()
  }
  return missing
}

const oneEach = (row: ConformanceRow): readonly WantedContext[] => row.sopClasses.flatMap(({ uid }) =>
  acceptedSyntaxes(row).map((syntax) => ({ abstractSyntax: uid, transferSyntaxes: [syntax] })))

describe('as provider', () => {
  for (const row of conformance.filter(isProvided)) {
    it(`every listed context of ${row.serviceClass} is accepted by the running server`, async () => {
      const contexts = oneEach(row)
      expect(contexts.length).toBeGreaterThan(0)
      expect(await refused(contexts)).toEqual([])
    })
  }

  it('contexts of what is not listed are refused', async () => {
    const unlisted = [...conformance.filter((row) => !isProvided(row)).flatMap(oneEach),
      { abstractSyntax: '1.2.840.10008.5.1.1.9', transferSyntaxes: ['1.2.840.10008.1.2'] }]
    expect(await refused(unlisted)).toEqual(unlisted)
  })

  it('classes of which nobody has heard are stored', async () => {
    expect(await refused([{ abstractSyntax: '1.2.3.4.5', transferSyntaxes: ['1.2.3.4.6'] }])).toEqual([])
  })
})

/** Somebody who takes whatever is proposed, and remembers it. */
class Listener {
  readonly proposed = new Set<string>()
  readonly roles = new Set<string>()
  readonly #server: DicomServer

  private constructor(server: DicomServer) {
    this.#server = server
  }

  /** @param held - what it tells of itself, whatever it is asked for. */
  static async open(aeTitle: string, more: Partial<NewDevice>, held: ElementMap | null = null): Promise<{ listener: Listener; deviceId: string }> {
    const offers: AssociationOffer[] = []
    const nothing = async function* () {
      await Promise.resolve()
      yield* []
    }
    const find = async function* (): AsyncGenerator<FindStep> {
      await Promise.resolve()
      if (held !== null) yield { kind: 'match', identifier: held }
    }
    const server = await serveDicom({
      host: '127.0.0.1', port: 0, commit: () => Promise.resolve({ status: 0 }), workitemEvent: () => Promise.resolve({ status: 0 }), find, worklist: nothing, move: nothing, get: nothing,
      async store(_peer, { dataSet }) {
        for await (const part of dataSet) assert.ok(part.length >= 0)
        return { status: 0 }
      },
      admit: (_peer, offer) => (offers.push(offer), { kind: 'accepted' }),
    })
    const listener = new Listener(server)
    listener.#note = () => {
      for (const { contexts } of offers.splice(0))
        for (const { abstractSyntax, transferSyntaxes } of contexts)
          for (const syntax of transferSyntaxes) listener.proposed.add(`${abstractSyntax} ${syntax}`)
    }
    const added = await product.server.product.devices.add(ADMIN, {
      description: aeTitle, aeTitle, host: '127.0.0.1', port: server.port, ...more,
    })
    return { listener, deviceId: added.kind === 'added' ? added.device.id : assert.fail(added.kind) }
  }

  #note: () => void = () => undefined

  hasBeenOffered(abstractSyntax: string): boolean {
    this.#note()
    return [...this.proposed].some((context) => context.startsWith(`${abstractSyntax} `))
  }

  async close(): Promise<ReadonlySet<string>> {
    await this.#server.close()
    this.#note()
    return this.proposed
  }
}

/** Of a row, what a user proposes where the syntaxes are listed. */
function listed(row: ConformanceRow): readonly string[] {
  const { transferSyntaxes } = row.scu
  return transferSyntaxes === 'any' ? [] : proposedClasses(row).flatMap(({ uid }) => transferSyntaxes.map((syntax) => `${uid} ${syntax}`))
}

describe('as user', () => {
  const rowOf = (serviceClass: ConformanceRow['serviceClass']) => conformance.find((row) => row.serviceClass === serviceClass) ?? assert.fail()
  const { signal } = new AbortController()

  it('the product proposes every listed context of queries, worklists and retrievals, and no other', async () => {
    const { remote } = product.server.product
    const proposed = new Set<string>()
    const models = ['study-root', 'patient-root', 'patient-study-only'] as const
    for (const [n, model] of models.entries()) {
      const queryModel = model === 'patient-study-only' ? 'study-root' : model
      for (const retrieveBy of ['move', 'get'] as const) {
        const { listener, deviceId } = await Listener.open(`Q${n}${retrieveBy}`, { roles: ['query', 'worklist'], queryModel, retrieveBy, worklistModel: model })
        await remote.find(ADMIN, { deviceId, patientId: 'P1' })
        await remote.worklist(ADMIN, { deviceId })
        await remote.retrieveFrom(deviceId, '1.2.3', { signal })
        for (const context of await listener.close()) proposed.add(context)
      }
    }
    const { listener, deviceId } = await Listener.open('MWL', { roles: ['worklist'] })
    await remote.worklist(ADMIN, { deviceId })
    for (const context of await listener.close()) proposed.add(context)
    const find = [...listed(rowOf('find')), ...listed(rowOf('worklist'))]
    expect(find.filter((context) => !proposed.has(context))).toEqual([])
    const known = new Set(conformance.filter(isUsed).flatMap(({ sopClasses }) => sopClasses.map(({ uid }) => uid)))
    expect([...proposed].filter((context) => !known.has(context.split(' ')[0] ?? ''))).toEqual([])
  })

  it('the product proposes every listed class of storage, as stored and in what it can make of it', async () => {
    const studyUid = newUid()
    const images = rowOf('storage').sopClasses.map(({ uid }, seed) => ({
      ...makeImage({ studyUid, seriesUid: `${studyUid}.1`, seed, side: 2, patientId: 'CONF-1', elements: { [Tags.SOPClassUID]: uid } }), sopClassUid: uid,
    }))
    for (let at = 0; at < images.length; at += 100)
      expect(new Set(await dicomSend(images.slice(at, at + 100), caller))).toEqual(new Set([0]))
    await product.server.product.archive.ingest.indexed()
    const { listener, deviceId } = await Listener.open('STORE', { roles: ['store'] })
    const sent = await product.server.product.remote.send(deviceId, { studyUid, signal })
    expect([sent.kind, sent.progress?.moved]).toEqual(['complete', images.length])
    const proposed = await listener.close()
    const both = [TransferSyntaxes.explicitVrLittleEndian.uid, TransferSyntaxes.implicitVrLittleEndian.uid]
    const wanted = images.flatMap(({ sopClassUid }) => both.map((syntax) => `${sopClassUid} ${syntax}`))
    expect(wanted.filter((context) => !proposed.has(context))).toEqual([])
  })

  it('the product proposes every listed context of retrievals, once it has found something', async () => {
    const proposed = new Set<string>()
    const held = { [Tags.PatientID]: 'P1', [Tags.StudyInstanceUID]: '1.2.3', [Tags.SeriesInstanceUID]: '1.2.3.1', [Tags.SOPInstanceUID]: '1.2.3.1.1' }
    for (const queryModel of ['study-root', 'patient-root'] as const) {
      for (const retrieveBy of ['move', 'get'] as const) {
        const { listener, deviceId } = await Listener.open(`R${queryModel[0] ?? ''}${retrieveBy}`, { roles: ['query'], queryModel, retrieveBy }, held)
        const stop = new AbortController()
        const over = product.server.product.remote.retrieveFrom(deviceId, '1.2.3', { signal: stop.signal }).catch(() => undefined)
        await eventually('it is retrieved', () => Promise.resolve(listener.hasBeenOffered(informationModels[queryModel][retrieveBy])))
        stop.abort()
        await over
        for (const context of await listener.close()) proposed.add(context)
      }
    }
    expect([...listed(rowOf('move')), ...listed(rowOf('get'))].filter((context) => !proposed.has(context))).toEqual([])
  })

  it('the product proposes Storage Commitment once a study has left for a device that is to be asked', async () => {
    const studyUid = newUid()
    await dicomSend([makeImage({ studyUid })], caller)
    await product.server.product.archive.ingest.indexed()
    const { listener, deviceId } = await Listener.open('KEEPS', { roles: ['store'], asksCommitment: true })
    await product.server.product.remote.transfers.start(ADMIN, { direction: 'send', deviceId, studyUid })
    const row = rowOf('commitment')
    await eventually('it is asked', () => Promise.resolve(listener.hasBeenOffered(row.sopClasses[0]?.uid ?? '')))
    const proposed = await listener.close()
    expect(listed(row).filter((context) => !proposed.has(context))).toEqual([])
  })

  it('the product proposes to tell of workitems to who has subscribed', async () => {
    const { listener } = await Listener.open('HEARS', { worklistAccess: 'all' })
    const peer = { callingAe: 'HEARS', calledAe: 'FILMJACKET', address: '127.0.0.1', implementation: null }
    const wish = encodeDataSet({ [Tags.DeletionLock]: 'FALSE', [Tags.ReceivingAE]: 'HEARS' }, TransferSyntaxes.explicitVrLittleEndian)
    const information = readDataSet(wish, TransferSyntaxes.explicitVrLittleEndian)
    const { orders } = product.server.product
    const subscription = { sopInstanceUid: GLOBAL_SUBSCRIPTION, actionTypeId: WorkitemAction.subscribe, information, signal }
    expect(await orders.services.actOnWorkitem(peer, subscription)).toEqual({ status: 0 })
    await orders.restarted()
    const row = conformance.find(isReported) ?? assert.fail()
    await eventually('it is told', () => Promise.resolve(listener.hasBeenOffered(row.sopClasses[0]?.uid ?? '')))
    const proposed = await listener.close()
    expect(listed(row).filter((context) => !proposed.has(context))).toEqual([])
  })

  it('the product proposes Verification', async () => {
    const { listener, deviceId } = await Listener.open('ECHO', { roles: ['store'] })
    const admin = await product.firstAdministrator()
    const { json } = await admin.post(`/api/devices/${deviceId}/echo`)
    expect(json).toMatchObject({ outcome: 'answered' })
    expect([...(await listener.close())].map((context) => context.split(' ')[0])).toEqual([rowOf('verification').sopClasses[0]?.uid])
  })
})
