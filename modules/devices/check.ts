/**
 * Calling a device to see whether it is there (NET-03): by hand, or by the clock for those that are watched (NET-31).
 *
 * @module
 */
import { TransferSyntaxes } from '@filmjacket/dicom-data'
import { associate, formatStatus, isDoneStatus, meaningOf, VERIFICATION_SOP_CLASS } from '@filmjacket/dicom-net'
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { SECOND_MS, type Clock } from '../../platform/server/clock.ts'
import { mailLater } from '../../platform/server/notify/mail.ts'
import { alertMail } from './alert-mail.ts'
import { isWell, type Check } from './checked.ts'
import type { CheckOutcome } from './contract.ts'
import { addressOf, isCallable, speaksDicomweb, speaksFhir, type Device } from './device.ts'
import { askDicomweb } from './peer/dicomweb-echo.ts'
import { askFhir } from './peer/fhir-worklist.ts'
import { DeviceError, deviceErrorOf } from './peer/failure.ts'
import { tellStaff } from './news.ts'
import * as store from './store/checks.ts'
import { allDevices, deviceById, type Db } from './store/devices.ts'

export type Echoed = { readonly kind: 'checked'; readonly check: Check } | { readonly kind: 'not-found' | 'no-address' }

export interface Checks {
  echo(deviceId: string): Promise<Echoed>
  /** Newest first; undefined if there is no such device. */
  of(deviceId: string): Promise<readonly Check[] | undefined>
  latest(): Promise<ReadonlyMap<string, Check>>
  /** Calls every device that is watched. */
  watch(): Promise<void>
  alertAddress(): Promise<string | null>
  setAlertAddress(caller: Caller, address: string | null): Promise<void>
}

export interface ChecksOptions {
  readonly db: Db
  readonly clock: Clock
  readonly own: () => { readonly aeTitle: string }
  /** Whether a mail would leave. */
  readonly hasMail: boolean
  /** Where the page is, for the link in a mail. */
  readonly publicUrl: string
  /** Shorter in tests. */
  readonly silenceMs?: number
}

const SILENCE_MS = 10 * SECOND_MS
const KEPT = 100

const verification = [
  { abstractSyntax: VERIFICATION_SOP_CLASS, transferSyntaxes: [TransferSyntaxes.implicitVrLittleEndian.uid] },
]

export function createChecks(options: ChecksOptions): Checks {
  const { db } = options

  async function echo(deviceId: string): Promise<Echoed> {
    const device = await deviceById(db, deviceId)
    if (device === undefined) return { kind: 'not-found' }
    return isCallable(device) ? { kind: 'checked', check: await check(options, device, false) } : { kind: 'no-address' }
  }

  async function watch(): Promise<void> {
    const watched = (await allDevices(db)).filter((device) => device.isWatched && isCallable(device))
    await Promise.all(watched.map((device) => check(options, device, true)))
  }

  return {
    echo, watch,
    of: async (deviceId) => ((await deviceById(db, deviceId)) === undefined ? undefined : store.checksOf(db, deviceId, KEPT)),
    latest: () => store.latestChecks(db),
    alertAddress: () => store.alertAddress(db),
    setAlertAddress: (caller, address) => setAlertAddress(db, caller, address),
  }
}

async function check(options: ChecksOptions, device: Device, isScheduled: boolean): Promise<Check> {
  const { db, clock, own } = options
  const checkedAt = clock.now()
  const started = performance.now()
  const found = await call(device, own().aeTitle, options.silenceMs ?? SILENCE_MS)
  const ms = Math.round(performance.now() - started)
  const noted: Check = { checkedAt, ms, isScheduled, ...found }
  await db.transaction().execute(async (tx) => {
    const [before] = await store.checksOf(tx, device.id, 1)
    if (!(await store.addCheck(tx, device.id, noted, KEPT))) return
    await tellStaff(tx, 'device', { id: device.id })
    if (device.isWatched && before !== undefined && isWell(before) !== isWell(noted)) await alert(options, tx, device, noted)
  })
  return noted
}

type Found = Pick<Check, 'outcome' | 'status' | 'detail'>

async function call(device: Device, callingAe: string, silenceMs: number): Promise<Found> {
  try {
    if (speaksDicomweb(device)) return await askDicomweb(device, silenceMs)
    // What it also does by DIMSE is at another address, and is called there.
    return speaksFhir(device) && device.host === null ? await askFhir(device, silenceMs) : await echoOnce(device, callingAe, silenceMs)
  } catch (error) {
    const failure = deviceErrorOf(error)
    if (failure === null) throw error
    return { outcome: outcomeOf(failure), status: failure.status, detail: failure.detail }
  }
}

async function echoOnce(device: Device, callingAe: string, timeoutMs: number): Promise<Found> {
  const address = addressOf(device)
  if (address === null) throw new DeviceError('unknown-host')
  const association = await associate({ ...address, callingAe, contexts: verification, timeoutMs })
  try {
    const status = await association.echo()
    await association.release().catch(() => association.abort())
    if (isDoneStatus(status)) return { outcome: 'answered', status, detail: '' }
    const detail = `C-ECHO: ${formatStatus(status)}, ${meaningOf(status, 'C-ECHO').meaning}`
    return { outcome: 'failure-status', status, detail }
  } finally {
    association.abort()
  }
}

/** Some problems are those of other services; of an echo they say that it failed. */
function outcomeOf({ problem }: DeviceError): CheckOutcome {
  if (problem === 'not-offered') return 'no-verification'
  if (problem === 'destination-unknown' || problem === 'study-not-found' || problem === 'no-progress') return 'failure-status'
  return problem
}

/** A change is told once: a device that stays away stays silent. */
async function alert(options: ChecksOptions, tx: Db, device: Device, { outcome, detail }: Check): Promise<void> {
  const isBack = isWell({ outcome })
  await audit(tx, {
    action: isBack ? 'devices.reachable-again' : 'devices.unreachable', actor: null, address: null, subject: device.id,
    outcome: 'done', detail: { aeTitle: device.aeTitle, found: outcome },
  })
  const to = await store.alertAddress(tx)
  if (to === null || !options.hasMail) return
  await mailLater(tx, alertMail({ to, device: device.description, aeTitle: device.aeTitle, outcome, detail, isBack }, options.publicUrl))
}

async function setAlertAddress(db: Db, caller: Caller, address: string | null): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await store.setAlertAddress(tx, address)
    await audit(tx, {
      action: 'devices.alert-address-set', actor: actorOf(caller), address: null, subject: 'devices', outcome: 'done',
      detail: { isSet: address !== null },
    })
    await tellStaff(tx, 'devices', null)
  })
}
