/**
 * The Application Entities that we know. Who is not among them is refused: closed by default (NET-01, NET-08).
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { MINUTE_MS, type Clock } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import type { SecretBox } from '../../platform/server/secret-box.ts'
import { callerProofs, type CallerProof, type DeviceChange, type NewDevice, type Refusal } from './contract.ts'
import { changed, differences, flawsOf, newDevice } from './device-rules.ts'
import type { Device, LastRefusal } from './device.ts'
import { tellStaff } from './news.ts'
import * as store from './store/devices.ts'
import { opening, sealAll, sealWith } from './store/sealed.ts'
import type { RefusedRow } from './tables.ts'

/** A scanner may associate for each image; its last contact is written down less often. */
const CONTACT_EVERY_MS = MINUTE_MS
const REFUSED_KEPT = 50

export type Flawed =
  | { readonly kind: 'ae-title-taken' }
  /** These fields are missing or do not fit the others. */
  | { readonly kind: 'incomplete'; readonly fields: readonly string[] }
export type AddedDevice = { readonly kind: 'added'; readonly device: Device } | Flawed
export type ChangedDevice =
  | { readonly kind: 'changed'; readonly device: Device; readonly fields: readonly string[] }
  | { readonly kind: 'not-found' }
  | Flawed

/** Who calls, as far as an association request tells. */
export interface CallingPeer {
  readonly callingAe: string
  readonly address: string
  /** How it came: by `certificate`, one that the authority of our door gave. */
  readonly proof: CallerProof
  /** Common name in that certificate. */
  readonly name: string | null
}

export interface Devices {
  /** Whether this peer may associate with us. Notes the contact, or the refusal. */
  mayAssociate(peer: CallingPeer): Promise<boolean>
  /** By description. */
  all(): Promise<readonly Device[]>
  one(id: string): Promise<Device | undefined>
  /** As written: a move destination, or who calls. */
  byAeTitle(title: string): Promise<Device | undefined>
  refused(): Promise<readonly RefusedRow[]>
  /** What an older release left open. @returns of how many devices. */
  sealSecrets(): Promise<number>
  add(caller: Caller, device: NewDevice): Promise<AddedDevice>
  change(caller: Caller, id: string, change: DeviceChange): Promise<ChangedDevice>
  /** @returns false if there is no such device. */
  remove(caller: Caller, id: string): Promise<boolean>
}

export interface RegisterOptions {
  /** In which secrets are sealed. */
  readonly db: store.Db
  readonly clock: Clock
  readonly secrets: SecretBox
}

export function createDeviceRegister(options: RegisterOptions): Devices {
  const { clock, secrets } = options
  const db = opening(options.db, secrets)
  const seal = sealWith(secrets)

  async function add(caller: Caller, given: NewDevice): Promise<AddedDevice> {
    const now = clock.now()
    const device = newDevice(newId('dev', now), given, now)
    const fields = flawsOf(device)
    if (fields.length > 0) return { kind: 'incomplete', fields }
    return db.transaction().execute(async (tx): Promise<AddedDevice> => {
      await store.oneAtATime(tx)
      if ((await store.deviceByTitle(tx, device.aeTitle)) !== undefined) return { kind: 'ae-title-taken' }
      await store.addDevice(tx, device, seal)
      await store.forgetRefused(tx, device.aeTitle)
      await note(tx, caller, 'added', device)
      return { kind: 'added', device }
    })
  }

  async function change(caller: Caller, id: string, given: DeviceChange): Promise<ChangedDevice> {
    return db.transaction().execute(async (tx): Promise<ChangedDevice> => {
      await store.oneAtATime(tx)
      const before = await store.deviceById(tx, id)
      if (before === undefined) return { kind: 'not-found' }
      const device = changed(before, given)
      const flaws = flawsOf(device)
      if (flaws.length > 0) return { kind: 'incomplete', fields: flaws }
      const namesake = device.aeTitle === before.aeTitle ? undefined : await store.deviceByTitle(tx, device.aeTitle)
      if (namesake !== undefined) return { kind: 'ae-title-taken' }
      const fields = differences(before, device)
      if (fields.length > 0) {
        await store.changeDevice(tx, device, seal)
        await store.forgetRefused(tx, device.aeTitle)
        await note(tx, caller, 'changed', device, { fields: fields.join(',') })
      }
      return { kind: 'changed', device, fields }
    })
  }

  async function remove(caller: Caller, id: string): Promise<boolean> {
    return db.transaction().execute(async (tx) => {
      const device = await store.removeDevice(tx, id)
      if (device !== undefined) await note(tx, caller, 'removed', device)
      return device !== undefined
    })
  }

  return {
    add, change, remove,
    mayAssociate: (peer) => mayAssociate(options, peer),
    all: () => store.allDevices(db),
    one: (id) => store.deviceById(db, id),
    byAeTitle: (title) => store.deviceByTitle(db, title),
    refused: () => store.latestRefused(db, REFUSED_KEPT),
    sealSecrets: () => sealAll(options.db, secrets),
  }
}

async function mayAssociate({ db, clock }: RegisterOptions, peer: CallingPeer): Promise<boolean> {
  const { callingAe, address } = peer
  const now = clock.now()
  const device = await store.deviceByTitle(db, callingAe)
  if (device === undefined) {
    await store.noteRefused(db, callingAe, address, now, REFUSED_KEPT)
    const neighbour = await store.onlyDeviceAt(db, address)
    if (neighbour !== undefined) await noteRefusal(db, neighbour, { refusedAt: now, address, why: 'other-title', name: callingAe })
    return false
  }
  const why = refusalOf(device, peer)
  if (why !== null) {
    await noteRefusal(db, device, { refusedAt: now, address, why, name: peer.name })
    return false
  }
  if (device.lastRefusal !== null) await store.forgetRefusal(db, device.id)
  const isNews = device.lastAddress !== address || now - (device.lastContactAt ?? 0) >= CONTACT_EVERY_MS
  if (isNews) await store.noteContact(db, device.id, address, now)
  return true
}

/** A better proof than is asked for will do. NET-24. */
function refusalOf({ mayCall, callerProof, callerName }: Device, { proof, name }: CallingPeer): Refusal | null {
  if (!mayCall) return 'may-not-call'
  if (callerProofs.indexOf(proof) < callerProofs.indexOf(callerProof)) return proof === 'none' ? 'no-tls' : 'no-certificate'
  return callerProof !== 'certificate' || callerName === null || callerName === name ? null : 'other-name'
}

/** Somebody may try all day: the same again is written down once a minute. */
async function noteRefusal(db: store.Db, { id, lastRefusal: last }: Device, refusal: LastRefusal): Promise<void> {
  const isSame = last !== null && last.why === refusal.why && last.name === refusal.name && last.address === refusal.address
  if (isSame && refusal.refusedAt - last.refusedAt < CONTACT_EVERY_MS) return
  await store.noteRefusal(db, id, refusal)
  await tellStaff(db, 'devices', null)
}

/** What a removed device was is told by its trace alone; no certificate or key is. */
async function note(
  tx: store.Db, caller: Caller, what: string, device: Device, more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { aeTitle, description, host, port } = device
  const where = host === null ? {} : { host, port: port ?? 0 }
  await audit(tx, {
    action: `devices.${what}`, actor: actorOf(caller), address: null, subject: device.id, outcome: 'done',
    detail: { aeTitle, description, ...where, ...more },
  })
  await tellStaff(tx, 'devices', null)
}
