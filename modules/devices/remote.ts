/**
 * What other modules do with devices: ask those that may be asked, bring a Study home from the one that holds most of it,
 * send one away.
 *
 * @module
 */
import type { Device } from './device.ts'
import { DeviceError } from './peer/failure.ts'
import type { CompareOptions, Queries } from './queries.ts'
import type { Commitments } from './transfer/commitment.ts'
import { retrieve, type Retrieved, type RetrieveOptions, type RetrieveProgress } from './transfer/retrieve.ts'
import { send, type SendOptions, type Sent, type SendWish } from './transfer/send.ts'
import { deviceById, type Db } from './store/devices.ts'
import type { Transfers } from './transfer/transfers.ts'

export interface BringOptions extends CompareOptions {
  readonly signal: AbortSignal
  readonly progress?: (progress: RetrieveProgress) => void
}

export interface Remote extends Queries {
  /**
   * Brings a Study home: from the device with most Instances, then from the next where that one fails (NET-09). Where we
   * hold as many as any, nothing is asked for (NET-10).
   *
   * @throws the signal's reason. What goes wrong with devices is an outcome.
   */
  retrieve(studyUid: string, options: BringOptions): Promise<Retrieved>
  /**
   * Brings Instances home once more of which the files here are gone or damaged: from each device that has the Study, until all
   * are here. `absent`: all devices answered, and none has what is left.
   */
  retrieveAgain(studyUid: string, instanceUids: readonly string[], options: BringOptions): Promise<'here' | 'absent' | 'failed'>
  /** A Study of one device, whatever others hold. */
  retrieveFrom(deviceId: string, studyUid: string, options: Omit<BringOptions, 'choose'>): Promise<Retrieved>
  send(deviceId: string, wish: Omit<SendWish, 'device'>): Promise<Sent>
  /** As rows that people see, and that go on after a crash. */
  readonly transfers: Pick<Transfers, 'start' | 'one' | 'cancel'>
  /** What a device says of the safekeeping of what it was sent (NET-22). */
  readonly committed: Commitments['reported']
}

export interface RemoteOptions extends RetrieveOptions, SendOptions {
  readonly db: Db
  readonly archive: RetrieveOptions['archive'] & SendOptions['archive']
  readonly queries: Queries
  readonly transfers: Transfers
  readonly commitments: Pick<Commitments, 'reported'>
}

export function createRemote(options: RemoteOptions): Remote {
  const { db, queries, transfers } = options
  return {
    ...queries, transfers, committed: (callingAe, report) => options.commitments.reported(callingAe, report),
    retrieve: (studyUid, how) => bring(options, studyUid, how),
    retrieveAgain: (studyUid, instanceUids, how) => bringAgain(options, studyUid, instanceUids, how),
    async retrieveFrom(deviceId, studyUid, how) {
      const device = await deviceById(db, deviceId)
      return device === undefined ? nothing('unknown-host') : retrieve(options, wishFor(device, studyUid, how))
    },
    async send(deviceId, wish) {
      const device = await deviceById(db, deviceId)
      if (device === undefined) return { kind: 'failed', progress: null, error: new DeviceError('unknown-host') }
      return send(options, { ...wish, device })
    },
  }
}

async function bring(options: RemoteOptions, studyUid: string, how: BringOptions): Promise<Retrieved> {
  const { here, there } = await options.queries.compare(studyUid, how)
  const holders = there.filter(({ instances }) => instances > 0)
  let best: Retrieved | null = null
  for (const { device, study, instances } of holders) {
    if (study !== null && here >= instances) break
    const outcome = await retrieve(options, wishFor(device, studyUid, how))
    if (outcome.kind === 'complete') return outcome
    if (best === null || heldAfter(outcome) > heldAfter(best)) best = outcome
  }
  if (best !== null) return best
  if (here > 0 && there.every(({ error }) => error === null)) return { kind: 'complete', progress: null, missing: [], error: null }
  const error = there.find((holding) => holding.error !== null)?.error ?? new DeviceError('study-not-found')
  // What is here is here; whether there is more, nobody could tell.
  return { kind: here > 0 ? 'incomplete' : 'failed', progress: null, missing: [], error }
}

async function bringAgain(
  options: RemoteOptions, studyUid: string, instanceUids: readonly string[], how: BringOptions,
): Promise<'here' | 'absent' | 'failed'> {
  const { there } = await options.queries.compare(studyUid, how)
  const only = new Set(instanceUids)
  let hasFailed = there.some(({ error }) => error !== null)
  for (const { device } of there.filter(({ instances }) => instances > 0)) {
    const { kind } = await retrieve(options, { ...wishFor(device, studyUid, how), only })
    if ((await options.archive.heldInstances(instanceUids)).size === only.size) return 'here'
    hasFailed ||= kind !== 'complete'
  }
  return hasFailed ? 'failed' : 'absent'
}

function wishFor(device: Device, studyUid: string, { signal, progress }: Omit<BringOptions, 'choose'>) {
  return { device, studyUid, signal, ...(progress !== undefined && { progress }) }
}

function heldAfter({ progress }: Retrieved): number {
  return progress === null ? 0 : progress.already + progress.moved
}

function nothing(problem: 'unknown-host'): Retrieved {
  return { kind: 'failed', progress: null, missing: [], error: new DeviceError(problem) }
}
