/**
 * Sending a Study to a device: over several associations at the same time, each Instance with its own outcome, what
 * could not leave again as long as that helps (NET-08). PS3.4 Annex B.
 *
 * @module
 */
import type { BlobReader } from '@filmjacket/bytes'
import { associate, AssociationError, formatStatus, isDoneStatus, meaningOf, type Association } from '@filmjacket/dicom-net'
import { MINUTE_MS, SECOND_MS } from '../../../platform/server/clock.ts'
import { inForm, lent, type Archive, type HeldStudy, type StoredInstance } from '../../archive/index.ts'
import type { Attempt, InstanceOutcome } from '../peer/attempt.ts'
import { addressOf, speaksDicomweb, type Device } from '../device.ts'
import { storeByStow } from '../peer/dicomweb-send.ts'
import { DeviceError, deviceErrorOf, withDeviceErrors } from '../peer/failure.ts'
import { inRounds, WAITS_MS, type Round } from './rounds.ts'
import { contextsFor, fitting, formFor } from './send-plan.ts'

export interface SendOptions {
  readonly archive: Pick<Archive, 'studyByUid' | 'instancesOf'>
  readonly blobs: BlobReader
  readonly own: () => { readonly aeTitle: string }
  /** Shorter in tests. */
  readonly waitsMs?: readonly number[]
}

export interface SendWish {
  readonly device: Device
  readonly studyUid: string
  readonly signal: AbortSignal
  /** Instances that left before, by an earlier try at the same. */
  readonly alreadySent?: ReadonlySet<string>
  readonly progress?: (progress: SendProgress) => void
  /** Told of each Instance once. */
  readonly settled?: (outcome: InstanceOutcome) => void
}

export interface SendProgress {
  readonly study: HeldStudy
  readonly total: number
  readonly already: number
  readonly moved: number
  readonly failed: number
}

export interface Sent {
  readonly kind: 'complete' | 'incomplete' | 'failed'
  readonly progress: SendProgress | null
  readonly error: DeviceError | null
}

const LANES = 3
const CONNECT_MS = 10 * SECOND_MS
const ANSWER_MS = MINUTE_MS
/** PS3.4 Table B.2-1: out of resources, which passes. */
const OUT_OF_RESOURCES = 0xa700

/** @throws the signal's reason; a fault of ours. What goes wrong with the device is an outcome. */
export async function send(options: SendOptions, wish: SendWish): Promise<Sent> {
  const study = await options.archive.studyByUid(wish.studyUid)
  if (study === undefined) return { kind: 'failed', progress: null, error: new DeviceError('study-not-found') }
  const run = new Run(options, wish, study, await options.archive.instancesOf(study.id))
  const last = await inRounds(() => run.round(), { signal: wish.signal, waitsMs: options.waitsMs ?? WAITS_MS })
  return run.outcome(last)
}

class Run {
  readonly #options: SendOptions
  readonly #wish: SendWish
  readonly #study: HeldStudy
  readonly #total: number
  readonly #left: Map<string, StoredInstance>
  readonly #already: number
  #moved = 0
  #failed = 0

  constructor(options: SendOptions, wish: SendWish, study: HeldStudy, instances: readonly StoredInstance[]) {
    this.#options = options
    this.#wish = wish
    this.#study = study
    this.#total = instances.length
    const toSend = instances.filter(({ instanceUid }) => wish.alreadySent?.has(instanceUid) !== true)
    this.#left = new Map(toSend.map((instance) => [instance.instanceUid, instance]))
    this.#already = instances.length - toSend.length
    wish.progress?.(this.#progress())
  }

  async round(): Promise<Round> {
    const { device, signal } = this.#wish
    try {
      if (speaksDicomweb(device)) {
        const settle = (instance: StoredInstance, attempt: Attempt) => this.#settle(instance, attempt)
        await storeByStow(device, [...this.#left.values()], { blobs: this.#options.blobs, signal, settle })
      } else await this.#byDimse()
      return { left: this.#left.size, error: null }
    } catch (error) {
      signal.throwIfAborted()
      const failure = deviceErrorOf(error)
      if (failure === null) throw error
      return { left: this.#left.size, error: failure }
    }
  }

  outcome({ left, error }: Round): Sent {
    for (const { instanceUid } of this.#left.values())
      this.#wish.settled?.({ instanceUid, isDone: false, status: error?.status ?? null, reason: error?.message ?? 'the device was out of resources' })
    const progress = { ...this.#progress(), failed: this.#failed + left }
    const kind = progress.failed === 0 ? 'complete' : progress.moved + progress.already > 0 ? 'incomplete' : 'failed'
    return { kind, progress, error: kind === 'complete' ? null : error }
  }

  /** Kinds that fit into one association, then those that do not. */
  async #byDimse(): Promise<void> {
    const { decompress } = this.#wish.device
    const waiting = [...this.#left.values()].sort((a, b) => (a.sopClassUid < b.sopClassUid ? -1 : a.sopClassUid > b.sopClassUid ? 1 : 0))
    while (waiting.length > 0) {
      const together = waiting.splice(0, fitting(waiting, decompress).length)
      const queue = together.values()
      const lanes = Array.from({ length: Math.min(LANES, together.length) }, () => this.#lane(together, queue))
      const ended = await Promise.allSettled(lanes)
      const broken = ended.find((lane) => lane.status === 'rejected')
      // A device that takes fewer associations than we try is still served by those that it took.
      if (broken !== undefined && (this.#isLeft(together) || ended.every((lane) => lane.status === 'rejected'))) throw broken.reason
    }
  }

  #isLeft(instances: readonly StoredInstance[]): boolean {
    return instances.some(({ instanceUid }) => this.#left.has(instanceUid))
  }

  /** One association, for as long as it lasts and there is something to send. */
  async #lane(together: readonly StoredInstance[], queue: Iterator<StoredInstance>): Promise<void> {
    const { device, signal } = this.#wish
    const address = addressOf(device)
    if (address === null) throw new DeviceError('unknown-host', { detail: 'no host is set' })
    const association = await withDeviceErrors(() => associate({
      ...address, callingAe: this.#options.own().aeTitle, contexts: contextsFor(together, device.decompress),
      timeoutMs: CONNECT_MS, answerTimeoutMs: ANSWER_MS, signal,
    }))
    try {
      for (let next = queue.next(); next.done !== true; next = queue.next()) {
        const instance = next.value
        this.#settle(instance, await withDeviceErrors(() => this.#sendOne(association, instance)))
      }
    } finally {
      await association.release().catch(() => association.abort())
    }
  }

  /** @throws AssociationError if the association is over. */
  async #sendOne(association: Association, instance: StoredInstance): Promise<Attempt> {
    const { sopClassUid, instanceUid: sopInstanceUid } = instance
    const form = formFor(instance, association.contexts, this.#wish.device.decompress)
    if (form === undefined) return failed('the device takes it in no form that we can make')
    try {
      const made = await inForm(instance, form, this.#options.blobs, lent)
      if (made.kind === 'impossible') return failed(`it cannot be brought into a form that the device takes: ${made.reason}`)
      const { status } = await association.store({ sopClassUid, sopInstanceUid, transferSyntaxUid: form, dataSet: made.dataSet })
      return attemptOf(status)
    } catch (error) {
      if (error instanceof AssociationError) throw error
      return failed('it cannot be read')
    }
  }

  #settle({ instanceUid }: StoredInstance, { kind, status, reason }: Attempt): void {
    if (kind === 'later') return
    this.#left.delete(instanceUid)
    if (kind === 'done') this.#moved++
    else this.#failed++
    this.#wish.settled?.({ instanceUid, isDone: kind === 'done', status, reason })
    this.#wish.progress?.(this.#progress())
  }

  #progress(): SendProgress {
    return { study: this.#study, total: this.#total, already: this.#already, moved: this.#moved, failed: this.#failed }
  }
}

/** A warning is a success: it is stored there. PS3.4 Table B.2-1. */
function attemptOf(status: number): Attempt {
  if (isDoneStatus(status)) return { kind: 'done', status, reason: '' }
  const reason = `${formatStatus(status)}, ${meaningOf(status, 'C-STORE').meaning}`
  return { kind: (status & 0xff00) === OUT_OF_RESOURCES ? 'later' : 'failed', status, reason }
}

function failed(reason: string): Attempt {
  return { kind: 'failed', status: null, reason }
}
