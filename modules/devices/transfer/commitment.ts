/**
 * Asking a device whether it keeps what it was sent: Storage Commitment as user (NET-22). PS3.4 §J.3.
 *
 * ```
 * due -> asked -> kept, not-kept
 *   \_______\--> unanswered
 * ```
 *
 * The question is made durable before it is asked, as the report may come at once, and on an association of the device's own.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { newUid } from '@filmjacket/dicom-data'
import { commitmentContexts, formatStatus, meaningOf, Status, type CommitmentReport, type InstanceReference, type StoreAnswer } from '@filmjacket/dicom-net'
import { audit } from '../../../platform/server/audit.ts'
import { HOUR_MS, SECOND_MS, type Clock } from '../../../platform/server/clock.ts'
import { enqueue } from '../../../platform/server/jobs.ts'
import type { Archive } from '../../archive/index.ts'
import { has, type Device } from '../device.ts'
import { tellStaff } from '../news.ts'
import type { InstanceOutcome } from '../peer/attempt.ts'
import { dialled, letGo } from '../peer/dimse-dial.ts'
import { DeviceError, withDeviceErrors } from '../peer/failure.ts'
import * as store from '../store/commitment.ts'
import { deviceById, type Db } from '../store/devices.ts'
import { addOutcomes, failedInstances, transferById, type Transfer } from '../store/transfers.ts'

export const ASK_COMMITMENT = { kind: 'devices.ask-commitment', attempts: 8 }

export interface Commitments {
  /** Asks, and hears the report if it comes on the same association. Doing it twice asks once. */
  ask(transferId: string, signal: AbortSignal): Promise<void>
  /** A report came, on whatever association. @returns the answer to the device. */
  reported(callingAe: string, report: CommitmentReport): Promise<StoreAnswer>
  /** Of those that were not answered in a day nobody waits for more. */
  sweep(): Promise<void>
}

export interface CommitmentsOptions {
  readonly db: Db
  readonly clock: Clock
  readonly archive: Pick<Archive, 'studyByUid' | 'instancesOf'>
  readonly own: () => { readonly aeTitle: string }
  /** Shorter in tests. */
  readonly hearMs?: number
}

/** Then the association is left: the device opens one of its own. */
const HEAR_MS = 5 * SECOND_MS
const WAIT_MS = 24 * HOUR_MS

/** In the transaction that ends a transfer. */
export async function commitmentDue(tx: Db, transferId: string, device: Device): Promise<void> {
  if (!device.asksCommitment || !has(device, 'store')) return
  await store.setCommitment(tx, transferId, { from: null, to: 'due' })
  await enqueue(tx, ASK_COMMITMENT, { transferId })
}

export function createCommitments(options: CommitmentsOptions): Commitments {
  return {
    ask: (transferId, signal) => ask(options, transferId, signal),
    reported: (callingAe, report) => reported(options, callingAe, report),
    sweep: () => store.giveUp(options.db, options.clock.now() - WAIT_MS),
  }
}

async function ask(options: CommitmentsOptions, transferId: string, signal: AbortSignal): Promise<void> {
  const { db, own, hearMs = HEAR_MS } = options
  const transfer = await transferById(db, transferId)
  const device = transfer?.device_id == null ? undefined : await deviceById(db, transfer.device_id)
  if (transfer?.commitment !== 'due' || device === undefined) return
  const references = await sentOf(options, transfer)
  if (references.length === 0) return
  const transactionUid = newUid()
  await store.noteQuestion(db, transferId, transactionUid, references.map(({ sopInstanceUid }) => sopInstanceUid))
  const heard = new AbortController()
  const association = await dialled({ device, callingAe: own().aeTitle, signal }, commitmentContexts(), {
    async committed(_peer, report) {
      const answer = await reported(options, device.aeTitle, report)
      heard.abort()
      return answer
    },
  })
  try {
    const { status } = await withDeviceErrors(() => association.requestCommitment({ transactionUid, references }))
    if (status !== Status.success)
      throw new DeviceError('failure-status', { status, detail: `${formatStatus(status)}, ${meaningOf(status, 'N-ACTION').meaning}` })
    await store.setCommitment(db, transferId, { from: 'due', to: 'asked' })
    await sleep(hearMs, undefined, { signal: AbortSignal.any([heard.signal, signal]) }).catch(() => undefined)
  } finally {
    await letGo(association)
  }
}

/** What the device has acknowledged, as far as it is still here. */
async function sentOf({ db, archive }: CommitmentsOptions, { id, study_uid }: Transfer): Promise<readonly InstanceReference[]> {
  const study = await archive.studyByUid(study_uid)
  if (study === undefined) return []
  const failed = await failedInstances(db, id)
  return (await archive.instancesOf(study.id)).filter(({ instanceUid }) => !failed.has(instanceUid))
    .map(({ sopClassUid, instanceUid: sopInstanceUid }) => ({ sopClassUid, sopInstanceUid }))
}

/** A report counts for its own question alone, told by the device that was asked. What it leaves out is not kept. */
async function reported({ db }: CommitmentsOptions, callingAe: string, report: CommitmentReport): Promise<StoreAnswer> {
  return db.transaction().execute(async (tx) => {
    const question = await store.openQuestion(tx, report.transactionUid, callingAe)
    if (question === undefined) return { status: Status.processingFailure, comment: 'nothing was asked under this Transaction UID' }
    const missing = notKept(question.instances, report)
    await addOutcomes(tx, question.transfer_id, missing)
    await store.settle(tx, question.transfer_id, missing.length)
    await audit(tx, {
      action: `devices.commitment-${missing.length === 0 ? 'kept' : 'not-kept'}`, actor: null, address: null, subject: question.transfer_id,
      outcome: 'done', detail: { aeTitle: callingAe, instances: question.instances.length, notKept: missing.length },
    })
    await tellStaff(tx, 'transfer', { id: question.transfer_id })
    return { status: Status.success }
  })
}

function notKept(asked: readonly string[], { stored, failed }: CommitmentReport): readonly InstanceOutcome[] {
  const kept = new Set(stored.map(({ sopInstanceUid }) => sopInstanceUid))
  const reasons = new Map(failed.map(({ sopInstanceUid, reason }) => [sopInstanceUid, reason]))
  return asked.filter((uid) => !kept.has(uid) || reasons.has(uid)).map((instanceUid) => ({
    instanceUid, isDone: false, status: reasons.get(instanceUid) ?? null, reason: 'it went, and the device says that it does not keep it',
  }))
}
