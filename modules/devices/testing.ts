/** For tests: devices on a real database and archive, our own DICOM door, and archives of others that misbehave on demand. */
import { once } from '@filmjacket/bytes'
import { encodeDataSet, Tags, type DataSet, type ElementMap } from '@filmjacket/dicom-data'
import {
  sendInstances, serveDicom, type DicomServer, type DicomServerOptions, type FindStep, type RetrieveStep, type StoreInstance,
} from '@filmjacket/dicom-net'
import type { Kysely } from 'kysely'
import { systemClock, type Clock } from '../../platform/server/clock.ts'
import type { Migration } from '../../platform/server/database/migrate.ts'
import { addJobTables, whenOver } from '../../platform/server/database/testing.ts'
import { createLog } from '../../platform/server/log.ts'
import { secretBox } from '../../platform/server/secret-box.ts'
import { imageElements, TEXT_SYNTAX, testArchive, type TestArchive } from '../archive/testing.ts'
import { createChecks, type Checks } from './check.ts'
import type { NewDevice } from './contract.ts'
import { createDeviceRegister, type Devices } from './devices.ts'
import { migrations } from './migrations/index.ts'
import { createQueries } from './queries.ts'
import { createRemote, type Remote } from './remote.ts'
import { opening } from './store/sealed.ts'
import type { DevicesTables } from './tables.ts'
import { createCommitments, type Commitments } from './transfer/commitment.ts'
import { createTransfers, type Transfers, type TransfersOptions } from './transfer/transfers.ts'

export const ADMIN = { kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 'ses_1' } as const
export const OWN_AE = 'FILMJACKET'
export const LOOPBACK = '127.0.0.1'

export interface TestDevices {
  readonly store: TestArchive
  readonly db: Kysely<DevicesTables>
  readonly devices: Devices
  readonly checks: Checks
  readonly transfers: Transfers
  readonly commitments: Commitments
  readonly remote: Remote
  readonly options: TransfersOptions
  /** Where C-MOVEs to us arrive. */
  readonly port: number
  add(device: Partial<NewDevice> & { readonly aeTitle: string }): Promise<string>
}

/** Waits are short, and nothing moves for long. @param more - tables of who stands on devices. */
export async function testDevices(clock: Clock = systemClock, more: readonly Migration[] = []): Promise<TestDevices> {
  const store = await testArchive([...migrations, ...more])
  await addJobTables(store.url)
  const db = store.db as unknown as Kysely<DevicesTables>
  const secrets = secretBox('5e'.repeat(32))
  const options: TransfersOptions = {
    db: opening(db, secrets), clock, log: createLog('silent'), archive: store.archive, blobs: store.blobs, own: () => ({ aeTitle: OWN_AE }),
    waitsMs: [1, 1], stalledMs: 1_500, leaseMs: 1_000,
  }
  const devices = createDeviceRegister({ db, clock, secrets })
  const checks = createChecks({ ...options, hasMail: true, publicUrl: 'https://images.example.org', silenceMs: 500 })
  const transfers = createTransfers(options)
  const commitments = createCommitments({ ...options, hearMs: 1_000 })
  const remote = createRemote({ ...options, queries: createQueries(options), transfers, commitments })
  const server = await serveDicom({
    host: LOOPBACK, port: 0, store: store.archive.store, committed: ({ callingAe }, report) => commitments.reported(callingAe, report),
    admit: async (peer) => ((await devices.mayAssociate({ ...peer, proof: 'none', name: null })) ? { kind: 'accepted' } : { kind: 'rejected', reason: 'calling-ae-not-recognized' }),
  })
  whenOver(() => server.close())
  return {
    store, db, devices, checks, transfers, commitments, remote, options, port: server.port,
    async add(device) {
      const outcome = await devices.add(ADMIN, { description: `device ${device.aeTitle}`, ...device })
      if (outcome.kind !== 'added') throw new Error(`${outcome.kind}: ${'fields' in outcome ? outcome.fields.join() : ''}`)
      return outcome.device.id
    },
  }
}

export type Image = { readonly [tag: number]: unknown }

/** Images of one Study, in Series of `inSeries`. */
export function studyOf(studyUid: string, count: number, changes: Image = {}, inSeries = count): readonly Image[] {
  return Array.from({ length: count }, (_, n) => imageElements({
    [Tags.StudyInstanceUID]: studyUid, [Tags.SeriesInstanceUID]: `${studyUid}.${Math.floor(n / inSeries) + 1}`,
    [Tags.SOPInstanceUID]: `${studyUid}.0.${n + 1}`, [Tags.InstanceNumber]: n + 1, [Tags.PatientID]: `P-${studyUid}`, ...changes,
  }) as Image)
}

export async function keep({ store: { archive } }: TestDevices, images: readonly Image[]): Promise<void> {
  for (const image of images) {
    const announced = { sopClassUid: String(image[Tags.SOPClassUID]), sopInstanceUid: String(image[Tags.SOPInstanceUID]), transferSyntaxUid: TEXT_SYNTAX.uid }
    await archive.ingest.dataSet({ kind: 'import' }, announced, once(encodeDataSet(image as ElementMap, TEXT_SYNTAX)))
  }
  await archive.ingest.indexed()
}

/** What goes wrong with somebody else's archive. */
export interface Misbehaviour {
  /** Told of each Instance before it is sent; a throw breaks the association. */
  sending?(sopInstanceUid: string): Promise<void> | undefined
  /** Answers a C-MOVE at once and sends afterwards. */
  readonly isAsynchronous?: boolean
  /** Leaves Number of Study Related Instances out. */
  readonly doesNotCount?: boolean
  /** Tells of these, and does not send them. */
  readonly lost?: readonly string[]
}

/** An archive of somebody else's, of these images. It sends to whoever it is told `OWN_AE` is. */
export class RemoteArchive {
  readonly images: Image[]
  readonly asked: { readonly level: string; readonly instances: readonly string[]; readonly series: readonly string[] }[] = []
  behaviour: Misbehaviour = {}
  readonly #server: DicomServer

  private constructor(server: DicomServer, images: readonly Image[]) {
    this.#server = server
    this.images = [...images]
  }

  get port(): number {
    return this.#server.port
  }

  static async open(images: readonly Image[], destinationPort: number, more: Partial<DicomServerOptions> = {}): Promise<RemoteArchive> {
    const opened: { archive?: RemoteArchive } = {}
    const self = (): RemoteArchive => opened.archive ?? fail()
    const server = await serveDicom({
      host: LOOPBACK, port: 0, admit: () => ({ kind: 'accepted' }),
      find: (_peer, { identifier, level }) => self().#find(identifier, level),
      get: (_peer, { identifier, level, store }) => self().#get(identifier, level, store),
      move: ({ calledAe }, { identifier, level, destination, moveOriginator, signal }) =>
        self().#move(identifier, level, { destination, port: destinationPort, callingAe: calledAe, moveOriginator, signal }),
      ...more,
    })
    whenOver(() => server.close())
    opened.archive = new RemoteArchive(server, images)
    return opened.archive
  }

  close(): Promise<void> {
    return this.#server.close()
  }

  async *#find(keys: DataSet, level: string): AsyncGenerator<FindStep> {
    await Promise.resolve()
    const tag = { PATIENT: Tags.PatientID, STUDY: Tags.StudyInstanceUID, SERIES: Tags.SeriesInstanceUID, IMAGE: Tags.SOPInstanceUID }[level] ?? 0
    const matched = this.#matched(keys)
    for (const value of new Set(matched.map((image) => image[tag]))) {
      const group = matched.filter((image) => image[tag] === value)
      const counted = {
        [Tags.NumberOfStudyRelatedInstances]: this.behaviour.doesNotCount === true ? '' : String(group.length),
        [Tags.ModalitiesInStudy]: [...new Set(group.map((image) => String(image[Tags.Modality])))],
      }
      const all: Image = { ...group[0], ...counted }
      const wanted = [...keys.tags()].filter((key) => key in all)
      yield { kind: 'match', identifier: { ...Object.fromEntries(wanted.map((key) => [key, all[key]])), ...characters(group[0]) } as ElementMap }
    }
  }

  #matched(keys: DataSet): readonly Image[] {
    return this.images.filter((image) => [...keys.tags()].every((tag) => {
      const wanted = keys.texts(tag).filter((value) => value !== '')
      if (wanted.length === 0 || !(tag in image) || tag === Tags.SpecificCharacterSet) return true
      const value = String(image[tag])
      return wanted.some((one) => (one.includes('*') ? new RegExp(`^${one.replaceAll('^', '\\^').replaceAll('*', '.*')}$`).test(value) : one === value))
    }))
  }

  #noteRequest(keys: DataSet, level: string): readonly Image[] {
    this.asked.push({ level, instances: keys.texts(Tags.SOPInstanceUID), series: keys.texts(Tags.SeriesInstanceUID) })
    return this.#matched(keys).filter((image) => this.behaviour.lost?.includes(String(image[Tags.SOPInstanceUID])) !== true)
  }

  async *#get(keys: DataSet, level: string, store: (instance: StoreInstance) => Promise<RetrieveStep>): AsyncGenerator<RetrieveStep> {
    const images = this.#noteRequest(keys, level)
    yield { kind: 'planned', count: images.length }
    for (const image of images) {
      const instance = instanceOf(image)
      await this.behaviour.sending?.(instance.sopInstanceUid)
      yield await store(instance)
    }
  }

  async *#move(keys: DataSet, level: string, to: Destination): AsyncGenerator<RetrieveStep> {
    if (to.destination !== OWN_AE) {
      yield { kind: 'refused', status: 0xa801 }
      return
    }
    const images = this.#noteRequest(keys, level)
    const { destination: calledAe, port, callingAe, moveOriginator, signal } = to
    const sending = sendInstances({
      host: LOOPBACK, port, callingAe, calledAe, ...(this.behaviour.isAsynchronous !== true && { signal }),
      instances: images.map((image) => ({ ...instanceOf(image, this.behaviour), moveOriginator: moveOriginator ?? null })),
    })
    if (this.behaviour.isAsynchronous === true) {
      void drained(sending)
      return
    }
    yield { kind: 'planned', count: images.length }
    yield* sending
  }
}

interface Destination {
  readonly destination: string
  readonly port: number
  readonly callingAe: string
  readonly moveOriginator: StoreInstance['moveOriginator']
  readonly signal: AbortSignal
}

function characters(image: Image | undefined): Image {
  const term = image?.[Tags.SpecificCharacterSet]
  return term === undefined ? {} : { [Tags.SpecificCharacterSet]: term }
}

export function instanceOf(image: Image, behaviour: Misbehaviour = {}): StoreInstance {
  const sopInstanceUid = String(image[Tags.SOPInstanceUID])
  return {
    sopClassUid: String(image[Tags.SOPClassUID]), sopInstanceUid, transferSyntaxUid: TEXT_SYNTAX.uid,
    dataSet: bytesOf(image, () => behaviour.sending?.(sopInstanceUid)),
  }
}

async function* bytesOf(image: Image, before: () => Promise<void> | undefined): AsyncGenerator<Uint8Array> {
  await before()
  yield encodeDataSet(image as ElementMap, TEXT_SYNTAX)
}

async function drained(steps: AsyncIterable<unknown>): Promise<void> {
  let count = 0
  for await (const step of steps) if (step !== undefined) count++
  if (count < 0) fail()
}

function fail(): never {
  throw new Error('asked before it was open')
}
