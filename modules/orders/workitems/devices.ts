/**
 * Devices that take part in workitems: whom we let, and what they ask. Each question leaves a trace.
 *
 * Workitems are of no station, so a device sees all of them or none: those that see the whole worklist do.
 *
 * @module
 */
import type { DataSet, DicomJson, Tag } from '@filmjacket/dicom-data'
import { audit } from '../../../platform/server/audit.ts'
import { addressOf, type Device, type Devices } from '../../devices/index.ts'
import type { Db } from '../store/entries.ts'
import { malformedKey, matchingWorkitems } from './matching.ts'
import { note, type By } from './workitem.ts'

export interface WorkitemAccess {
  admits(asker: { readonly callingAe: string; readonly address: string }): Promise<boolean>
  /** Whether events could be told to it. */
  reaches(aeTitle: string): Promise<boolean>
}

export function createWorkitemAccess({ db, devices }: { readonly db: Db; readonly devices: Pick<Devices, 'byAeTitle'> }): WorkitemAccess {
  return {
    async admits({ callingAe, address }) {
      const device = await devices.byAeTitle(callingAe)
      if (device !== undefined && mayUseWorkitems(device)) return true
      await audit(db, { action: 'orders.workitems-asked', actor: callingAe, address, subject: 'workitems', outcome: 'refused' })
      return false
    },
    async reaches(aeTitle) {
      const device = await devices.byAeTitle(aeTitle)
      return device !== undefined && mayUseWorkitems(device) && addressOf(device) !== null
    },
  }
}

export function mayUseWorkitems({ mayCall, worklistAccess }: Device): boolean {
  return mayCall && worklistAccess === 'all'
}

export type WorkitemAnswer =
  | { readonly kind: 'match'; readonly attributes: DicomJson }
  | { readonly kind: 'malformed'; readonly tag: Tag }

/** Ends early if its reader leaves. */
export async function* findWorkitems(db: Db, by: By, keys: DataSet): AsyncGenerator<WorkitemAnswer, void, undefined> {
  const tag = malformedKey(keys)
  if (tag !== null) {
    yield { kind: 'malformed', tag }
    return
  }
  let found = 0
  try {
    for await (const { attributes } of matchingWorkitems(db, keys)) {
      found++
      yield { kind: 'match', attributes }
    }
  } finally {
    await note(db, by, 'workitems-asked', 'workitems', { found })
  }
}
