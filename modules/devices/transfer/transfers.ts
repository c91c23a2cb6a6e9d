/**
 * Studies on their way from a device or to one.
 *
 * ```
 * queued -> running -> done, incomplete, failed
 *    \_________\___-> cancelled
 * ```
 *
 * The rows are the queue; jobs only wake a worker. A worker holds a lease on its row and renews it each second: a row
 * whose lease is old is anybody's, so that nothing is stuck after a crash, and whoever lost a lease stops.
 *
 * @module
 */
import type { BlobReader } from '@filmjacket/bytes'
import { actorOf, audit } from '../../../platform/server/audit.ts'
import type { Caller } from '../../../platform/server/auth/caller.ts'
import { DAY_MS, SECOND_MS, type Clock } from '../../../platform/server/clock.ts'
import { newId, newToken } from '../../../platform/server/ids.ts'
import { enqueue } from '../../../platform/server/jobs.ts'
import type { Log } from '../../../platform/server/log.ts'
import type { Archive } from '../../archive/index.ts'
import type { InstanceOutcome } from '../peer/attempt.ts'
import type { NewTransfer, TransferDirection, TransferProblem, TransferState } from '../contract.ts'
import { has, type Device } from '../device.ts'
import type { DeviceError } from '../peer/failure.ts'
import { commitmentDue } from './commitment.ts'
import { Flight } from './flight.ts'
import { tellStaff } from '../news.ts'
import { retrieve } from './retrieve.ts'
import { send } from './send.ts'
import { deviceById, type Db } from '../store/devices.ts'
import * as store from '../store/transfers.ts'
import type { Standing, Transfer } from '../store/transfers.ts'

export const RUN_TRANSFERS = { kind: 'devices.run-transfers', attempts: 3 }

export type Started =
  /** The one that is under way, where the same was asked for already. */
  | { readonly kind: 'started'; readonly transfer: Transfer }
  | { readonly kind: 'no-device' | 'study-not-found' }

export interface Transfers {
  start(caller: Caller, wish: NewTransfer): Promise<Started>
  /** Newest first. */
  list(page: { readonly before?: string; readonly direction?: TransferDirection }): Promise<readonly Transfer[]>
  one(id: string): Promise<Transfer | undefined>
  failuresOf(id: string): Promise<readonly InstanceOutcome[]>
  /** @returns undefined if it is not there, or over. */
  cancel(caller: Caller, id: string): Promise<Transfer | undefined>
  /** Works on the next one that waits, if there is room for it. */
  runNext(stopping: AbortSignal): Promise<void>
  /** Wakes a worker where one was lost, and forgets what is long over. */
  sweep(): Promise<void>
}

export interface TransfersOptions {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  readonly archive: Archive
  readonly blobs: BlobReader
  readonly own: () => { readonly aeTitle: string }
  /** Shorter in tests. */
  readonly waitsMs?: readonly number[]
  readonly stalledMs?: number
  readonly leaseMs?: number
}

export const PAGE = 50
const FAILURES_MAX = 100
/** Other jobs have room beside them. */
const AT_ONCE = 2
const LEASE_MS = 15 * SECOND_MS
const KEPT_MS = 90 * DAY_MS

export function createTransfers(options: TransfersOptions): Transfers {
  const { db, clock } = options
  return {
    start: (caller, wish) => start(options, caller, wish),
    list: ({ before, direction }) => store.transfersBefore(db, before, direction, PAGE),
    one: (id) => store.transferById(db, id),
    failuresOf: (id) => store.failuresOf(db, id, FAILURES_MAX),
    cancel: (caller, id) => cancel(options, caller, id),
    runNext: (stopping) => runNext(options, stopping),
    async sweep() {
      await store.forgetOld(db, clock.now() - KEPT_MS)
      await wake(options)
    },
  }
}

async function start({ db, clock, archive }: TransfersOptions, caller: Caller, wish: NewTransfer): Promise<Started> {
  const { direction, deviceId, studyUid } = wish
  const device = await deviceById(db, deviceId)
  if (device === undefined || !has(device, direction === 'send' ? 'store' : 'query')) return { kind: 'no-device' }
  if (direction === 'send' && (await archive.studyByUid(studyUid)) === undefined) return { kind: 'study-not-found' }
  const now = clock.now()
  const id = newId('trf', now)
  const transfer = await db.transaction().execute(async (tx) => {
    const startedBy = actorOf(caller)
    const row = { id, direction, deviceId, deviceDescription: device.description, studyUid, startedBy, now }
    if (!(await store.addTransfer(tx, row))) return store.openTransfer(tx, direction, deviceId, studyUid)
    await note(tx, startedBy, `${direction}-asked`, { id, device, studyUid })
    await tellStaff(tx, 'transfer', { id })
    await enqueue(tx, RUN_TRANSFERS, {})
    return store.transferById(tx, id)
  })
  // The one that was under way ended in between: then this is the next.
  return transfer === undefined ? { kind: 'no-device' } : { kind: 'started', transfer }
}

async function cancel({ db, clock }: TransfersOptions, caller: Caller, id: string): Promise<Transfer | undefined> {
  return db.transaction().execute(async (tx) => {
    const transfer = await store.cancel(tx, id, clock.now())
    if (transfer === undefined) return undefined
    await audit(tx, {
      action: 'devices.transfer-cancelled', actor: actorOf(caller), address: null, subject: id, outcome: 'done',
      detail: { direction: transfer.direction, studyUid: transfer.study_uid },
    })
    await tellStaff(tx, 'transfer', { id })
    return transfer
  })
}

async function wake({ db, clock, leaseMs = LEASE_MS }: TransfersOptions): Promise<void> {
  if (await store.hasWaiting(db, clock.now() - leaseMs)) await enqueue(db, RUN_TRANSFERS, {})
}

async function runNext(options: TransfersOptions, stopping: AbortSignal): Promise<void> {
  const { db, clock, leaseMs = LEASE_MS } = options
  const lease = newToken()
  const now = clock.now()
  const transfer = await store.claimNext(db, { lease, now, goneSince: now - leaseMs, most: AT_ONCE })
  if (transfer === undefined) return
  const flight = new Flight(options, transfer.id, lease, stopping)
  try {
    await finish(options, flight, transfer, await carryOut(options, flight, transfer))
  } catch (error) {
    if (flight.isLost) return
    if (stopping.aborted) await flight.release()
    else {
      await flight.finish({ state: 'failed', problem: 'internal', status: null })
      throw error
    }
  } finally {
    await wake(options)
  }
}

interface Outcome {
  readonly kind: 'complete' | 'incomplete' | 'failed'
  readonly error: Pick<DeviceError, 'problem' | 'status'> | { readonly problem: TransferProblem; readonly status: null } | null
}

async function carryOut(options: TransfersOptions, flight: Flight, transfer: Transfer): Promise<Outcome> {
  const device = transfer.device_id === null ? undefined : await deviceById(options.db, transfer.device_id)
  if (device === undefined) return { kind: 'failed', error: { problem: 'device-removed', status: null } }
  const wish = { device, studyUid: transfer.study_uid, signal: flight.signal }
  if (transfer.direction === 'retrieve') {
    const outcome = await retrieve(options, {
      ...wish, progress: ({ study, total, already, moved }) => flight.stands({ ...labelOf(study), total, already, moved, failed: 0 }),
    })
    const { progress, missing } = outcome
    if (progress !== null) flight.stands({ ...labelOf(progress.study), ...progress, failed: missing.length })
    for (const { instanceUid, reason } of missing) flight.settled({ instanceUid, isDone: false, status: null, reason })
    return outcome
  }
  const outcome = await send(options, {
    ...wish, alreadySent: await store.sentInstances(options.db, transfer.id),
    progress: ({ study, ...counts }) => flight.stands({ ...labelOf(study), ...counts }),
    settled: (settled) => flight.settled(settled),
  })
  if (outcome.progress !== null) flight.stands({ ...labelOf(outcome.progress.study), ...outcome.progress })
  return outcome
}

async function finish({ db }: TransfersOptions, flight: Flight, transfer: Transfer, { kind, error }: Outcome): Promise<void> {
  const problem = kind === 'complete' ? null : error?.problem ?? 'instances-failed'
  const state = kind === 'complete' ? 'done' : kind
  const ending = { state, problem, status: error?.status ?? null } as const
  if (!(await flight.finish(ending, (tx) => askToKeep(tx, transfer, state)))) return
  await audit(db, {
    action: `devices.transfer-${state}`, actor: transfer.started_by, address: null, subject: transfer.id, outcome: 'done',
    detail: { direction: transfer.direction, studyUid: transfer.study_uid, ...(problem !== null && { problem }) },
  })
}

/** Where anything left for a device that is to be asked. */
async function askToKeep(tx: Db, { id, direction, device_id: deviceId }: Transfer, state: TransferState): Promise<void> {
  const device = direction === 'send' && state !== 'failed' && deviceId !== null ? await deviceById(tx, deviceId) : undefined
  if (device !== undefined) await commitmentDue(tx, id, device)
}

/** So that a person knows it again in the list. */
function labelOf(
  { patientName, date, description }: { readonly patientName: string; readonly date: string; readonly description: string },
): Pick<Standing, 'patientName' | 'studyDate' | 'studyDescription'> {
  return { patientName, studyDate: date, studyDescription: description }
}

async function note(
  tx: Db, actor: string | null, action: string, { id, device, studyUid }: { readonly id: string; readonly device: Device; readonly studyUid: string },
): Promise<void> {
  await audit(tx, {
    action: `devices.${action}`, actor, address: null, subject: id, outcome: 'done',
    detail: { aeTitle: device.aeTitle, studyUid },
  })
}
