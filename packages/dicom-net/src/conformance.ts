/**
 * What this package speaks, as data: a Conformance Statement is made of it, and a test negotiates each row.
 * PS3.2 §N.
 *
 * @module
 */
import { nameOfUid, SopClasses } from '@filmjacket/dicom-data'
import { VERIFICATION_SOP_CLASS } from './messages/echo.ts'
import { STORAGE_COMMITMENT } from './messages/commitment.ts'
import { informationModels, MODALITY_WORKLIST, type QueryModel } from './query-retrieve.ts'
import {
  acceptedIdentifierSyntaxes, identifierSyntaxes, INSTANCE_AVAILABILITY, PERFORMED_STEP, PERFORMED_STEP_RETRIEVE, type ServiceClass,
} from './service-classes.ts'
import type { ServiceName } from './services.ts'
import type { Service } from './statuses.ts'
import { isStorageClass } from './storage-classes.ts'
import { workitemClasses } from './workitem-classes.ts'

export interface SpokenClass {
  readonly uid: string
  readonly name: string
}

export interface ConformanceRow {
  readonly serviceClass: ServiceClass
  readonly services: readonly Service[]
  readonly sopClasses: readonly SpokenClass[]
  /** Besides those that are listed: of storage, every class that is private, or that the standard may add. */
  readonly takesOthers: boolean
  /** As user: what we propose; `any` is the one in which an Instance is stored. */
  readonly scu: { readonly transferSyntaxes: 'any' | readonly string[] }
  /** As provider, if that service is handed in (null: always): of what is offered the first of these. Of events it is the user's. */
  readonly scp: { readonly needs: ServiceName | null; readonly transferSyntaxes: 'any' | readonly string[] }
  /** Either role may be asked for by role selection. */
  readonly roleSelection: boolean
  /** Relational queries, combined date and time, fuzzy names, timezone: what of it holds is the caller's. */
  readonly extendedNegotiation: boolean
}

const models = Object.keys(informationModels) as QueryModel[]
const native = {
  scu: { transferSyntaxes: identifierSyntaxes },
  takesOthers: false, roleSelection: false, extendedNegotiation: true,
} as const

const retired: { readonly [uid: string]: string } = {
  [informationModels['patient-study-only'].find]: 'Patient/Study Only Query/Retrieve Information Model - FIND (Retired)',
  [informationModels['patient-study-only'].move]: 'Patient/Study Only Query/Retrieve Information Model - MOVE (Retired)',
  [informationModels['patient-study-only'].get]: 'Patient/Study Only Query/Retrieve Information Model - GET (Retired)',
}

export const conformance: readonly ConformanceRow[] = [
  {
    serviceClass: 'verification', services: ['C-ECHO'], sopClasses: spoken([VERIFICATION_SOP_CLASS]), takesOthers: false,
    scu: { transferSyntaxes: 'any' }, scp: { needs: null, transferSyntaxes: 'any' },
    roleSelection: false, extendedNegotiation: false,
  },
  {
    serviceClass: 'storage', services: ['C-STORE'], sopClasses: spoken(Object.values(SopClasses).filter(isStorageClass)),
    takesOthers: true, scu: { transferSyntaxes: 'any' }, scp: { needs: 'store', transferSyntaxes: 'any' },
    roleSelection: true, extendedNegotiation: false,
  },
  queried('find', 'C-FIND', models.map((model) => informationModels[model].find)),
  queried('worklist', 'C-FIND', [MODALITY_WORKLIST]),
  queried('move', 'C-MOVE', models.map((model) => informationModels[model].move)),
  queried('get', 'C-GET', models.map((model) => informationModels[model].get)),
  {
    ...native, serviceClass: 'commitment', services: ['N-ACTION', 'N-EVENT-REPORT'],
    sopClasses: spoken([STORAGE_COMMITMENT]), scp: { needs: 'commit', transferSyntaxes: acceptedIdentifierSyntaxes },
    roleSelection: true, extendedNegotiation: false,
  },
  normalized('performed', 'beginStep', ['N-CREATE', 'N-SET'], PERFORMED_STEP),
  normalized('performed-retrieve', 'readStep', ['N-GET'], PERFORMED_STEP_RETRIEVE),
  normalized('availability', 'available', ['N-CREATE'], INSTANCE_AVAILABILITY),
  normalized('workitem-push', 'createWorkitem', ['N-CREATE', 'N-GET', 'N-ACTION'], workitemClasses.push),
  normalized('workitem-pull', 'changeWorkitem', ['C-FIND', 'N-GET', 'N-SET', 'N-ACTION'], workitemClasses.pull),
  normalized('workitem-watch', 'actOnWorkitem', ['C-FIND', 'N-GET', 'N-ACTION'], workitemClasses.watch),
  normalized('workitem-query', 'findWorkitems', ['C-FIND'], workitemClasses.query),
  { ...normalized('workitem-event', 'workitemEvent', ['N-EVENT-REPORT'], workitemClasses.event), roleSelection: true },
]

function normalized(
  serviceClass: ServiceClass, needs: ServiceName, services: readonly Service[], uid: string,
): ConformanceRow {
  return {
    ...native, serviceClass, services, sopClasses: spoken([uid]), scp: { needs, transferSyntaxes: acceptedIdentifierSyntaxes },
    extendedNegotiation: false,
  }
}

function queried(
  serviceClass: 'find' | 'worklist' | 'move' | 'get', service: Service, uids: readonly string[],
): ConformanceRow {
  return {
    ...native, serviceClass, services: [service], sopClasses: spoken(uids),
    scp: { needs: serviceClass, transferSyntaxes: acceptedIdentifierSyntaxes },
  }
}

function spoken(uids: readonly string[]): SpokenClass[] {
  return uids.map((uid) => ({ uid, name: nameOfUid(uid) ?? retired[uid] ?? uid }))
}
