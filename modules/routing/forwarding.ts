/**
 * Studies that go on by themselves (NET-12): when one has arrived and is quiet, each rule that fits sends it to its
 * device, as a transfer that people see. What fails is tried again for days; more images that come later make it leave
 * once more.
 *
 * @module
 */
import { audit } from '../../platform/server/audit.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, type Clock } from '../../platform/server/clock.ts'
import type { Archive, Arrival } from '../archive/index.ts'
import type { Devices, Remote } from '../devices/index.ts'
import * as store from './store.ts'
import type { Forward, ForwardRule } from './store.ts'

export interface ForwardingOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly archive: Pick<Archive, 'arrivalOf'>
  readonly devices: Pick<Devices, 'one'>
  readonly remote: { readonly transfers: Pick<Remote['transfers'], 'start' | 'one'> }
}

export interface Forwarding {
  /** A Study is quiet. */
  arrived(studyId: string): Promise<void>
  /** Starts what is in line, and looks after what was started. */
  run(): Promise<void>
}

/** Nobody's hand: transfers that a rule starts are the system's own. */
const SYSTEM = { kind: 'anonymous' } as const
const AT_ONCE = 100
const LOOK_AGAIN_MS = MINUTE_MS
/** Doubled with each try, to at most the next: about a week in all. */
const FIRST_WAIT_MS = 5 * MINUTE_MS
const LONGEST_WAIT_MS = 12 * HOUR_MS
const TRIES_MAX = 20

export function createForwarding(options: ForwardingOptions): Forwarding {
  return { arrived: (studyId) => arrived(options, studyId), run: () => run(options) }
}

/** Whether a rule is about a Study. Never back to where it came from alone. Pure. */
export function fits(
  { from_ae_title: from, modality, is_on: isOn }: Pick<ForwardRule, 'from_ae_title' | 'modality' | 'is_on'>,
  { sources, modalities }: Pick<Arrival, 'sources' | 'modalities'>, targetAeTitle: string,
): boolean {
  const isFromElsewhere = sources.length === 0 || sources.some((source) => source !== targetAeTitle)
  return isOn && isFromElsewhere && (from === null || sources.includes(from)) && (modality === null || modalities.includes(modality))
}

async function arrived(options: ForwardingOptions, studyId: string): Promise<void> {
  const { db, clock, archive, devices } = options
  const rules = (await store.allRules(db)).filter(({ is_on: isOn, device_id: id }) => isOn && id !== null)
  if (rules.length === 0) return
  const study = await archive.arrivalOf(studyId)
  if (study === undefined) return
  for (const rule of rules) {
    const device = await devices.one(rule.device_id ?? '')
    if (device !== undefined && fits(rule, study, device.aeTitle)) await store.putInLine(db, rule.id, study.studyUid, study.instances, clock.now())
  }
  await run(options)
}

async function run(options: ForwardingOptions): Promise<void> {
  const { db, clock } = options
  for (const forward of await store.dueForwards(db, clock.now(), AT_ONCE)) await lookAfter(options, forward)
}

async function lookAfter(options: ForwardingOptions, forward: Forward): Promise<void> {
  const { db, clock, remote } = options
  const now = clock.now()
  if (forward.transfer_id === null) return start(options, forward)
  const transfer = await remote.transfers.one(forward.transfer_id)
  switch (transfer?.state) {
    case 'queued':
    case 'running': return store.changeForward(db, forward, { dueAt: now + LOOK_AGAIN_MS, now })
    case 'done': return over(options, forward, 'done')
    // Somebody did not want it.
    case 'cancelled': return over(options, forward, 'given-up')
    case 'failed':
    case 'incomplete':
    case undefined: return again(options, forward)
  }
}

async function start(options: ForwardingOptions, forward: Forward): Promise<void> {
  const { db, clock, remote } = options
  const rule = await store.ruleById(db, forward.rule_id)
  if (rule?.device_id == null || !rule.is_on) return over(options, forward, 'given-up')
  const started = await remote.transfers.start(SYSTEM, { direction: 'send', deviceId: rule.device_id, studyUid: forward.study_uid })
  const now = clock.now()
  switch (started.kind) {
    case 'started': return store.changeForward(db, forward, { transfer_id: started.transfer.id, dueAt: now + LOOK_AGAIN_MS, now })
    // It was removed meanwhile.
    case 'study-not-found': return over(options, forward, 'given-up')
    // A device that lost its role may get it back.
    case 'no-device': return again(options, forward)
  }
}

async function again(options: ForwardingOptions, forward: Forward): Promise<void> {
  const tries = forward.tries + 1
  if (tries >= TRIES_MAX) return over(options, forward, 'given-up')
  const now = options.clock.now()
  await store.changeForward(options.db, forward, { transfer_id: null, tries, dueAt: now + waitAfter(tries), now })
}

/** After so many tries that failed. Pure. */
export function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS)
}

async function over({ db, clock }: ForwardingOptions, forward: Forward, state: 'done' | 'given-up'): Promise<void> {
  const now = clock.now()
  await db.transaction().execute(async (tx) => {
    await store.changeForward(tx, forward, { state, dueAt: now + DAY_MS, now })
    await audit(tx, {
      action: `routing.${state === 'done' ? 'forwarded' : 'forward-given-up'}`, actor: null, address: null, subject: forward.rule_id,
      outcome: 'done', detail: { studyUid: forward.study_uid },
    })
  })
}
