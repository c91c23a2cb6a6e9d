/**
 * The Application Entities that we know. Who is not among them is refused: closed by default (NET-08).
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { MINUTE_MS, type Clock } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import type { NewDevice } from './contract.ts'
import * as store from './store.ts'
import type { DeviceRow, RefusedRow } from './tables.ts'

/** A scanner may associate for each image; its last contact is written down less often. */
const CONTACT_EVERY_MS = MINUTE_MS
const REFUSED_KEPT = 50

export type AddedDevice = { readonly kind: 'added'; readonly device: DeviceRow } | { readonly kind: 'ae-title-taken' }

/** Who calls, as far as an association request tells. */
export interface CallingPeer {
  readonly callingAe: string
  readonly address: string
}

export interface Devices {
  /** Whether this peer may associate with us. Notes the contact, or the refusal. */
  mayAssociate(peer: CallingPeer): Promise<boolean>
  all(): Promise<readonly DeviceRow[]>
  refused(): Promise<readonly RefusedRow[]>
  add(caller: Caller, device: NewDevice): Promise<AddedDevice>
  /** @returns false if there is no such device. */
  remove(caller: Caller, id: string): Promise<boolean>
}

export function createDeviceRegister({ db, clock }: { db: store.Db; clock: Clock }): Devices {
  async function mayAssociate({ callingAe, address }: CallingPeer): Promise<boolean> {
    const now = clock.now()
    const device = await store.deviceByTitle(db, callingAe)
    if (device === undefined) {
      await store.noteRefused(db, callingAe, address, now, REFUSED_KEPT)
      return false
    }
    const isNews = device.last_address !== address || now - (device.last_contact_at ?? 0) >= CONTACT_EVERY_MS
    if (isNews) await store.noteContact(db, device.id, address, now)
    return true
  }

  async function add(caller: Caller, { description, aeTitle }: NewDevice): Promise<AddedDevice> {
    const now = clock.now()
    const device = {
      id: newId('dev', now), description, ae_title: aeTitle, last_contact_at: null, last_address: null, created_at: now,
    }
    return db.transaction().execute(async (tx): Promise<AddedDevice> => {
      if (!(await store.addDevice(tx, device))) return { kind: 'ae-title-taken' }
      await store.forgetRefused(tx, aeTitle)
      await note(tx, caller, 'added', device)
      return { kind: 'added', device }
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
    mayAssociate, add, remove,
    all: () => store.allDevices(db),
    refused: () => store.latestRefused(db, REFUSED_KEPT),
  }
}

async function note(tx: store.Db, caller: Caller, what: string, { id, ae_title }: DeviceRow): Promise<void> {
  await audit(tx, {
    action: `devices.${what}`, actor: actorOf(caller), address: null, subject: id, outcome: 'done',
    detail: { aeTitle: ae_title },
  })
}
