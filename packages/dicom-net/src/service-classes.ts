/**
 * Which SOP Classes belong to which service, and in which Transfer Syntaxes each is spoken: what negotiation
 * answers and what the conformance data tell.
 *
 * @module
 */
import { SopClasses, TransferSyntaxes } from '@filmjacket/dicom-data'
import { VERIFICATION_SOP_CLASS } from './messages/echo.ts'
import { STORAGE_COMMITMENT } from './messages/commitment.ts'
import type { CommonExtendedNegotiation } from './pdu-user-information.ts'
import { MODALITY_WORKLIST, queryRetrieveOf } from './query-retrieve.ts'
import type { Services } from './services.ts'
import { isStorageClass } from './storage-classes.ts'
import { workitemClasses, type WorkitemClass } from './workitem-classes.ts'

/** In these we write identifiers, and propose to: the second is what all must understand. */
export const identifierSyntaxes: readonly string[] = [
  TransferSyntaxes.explicitVrLittleEndian.uid, TransferSyntaxes.implicitVrLittleEndian.uid,
]

/** In these we read and answer identifiers. */
export const acceptedIdentifierSyntaxes: readonly string[] = [
  ...identifierSyntaxes, TransferSyntaxes.explicitVrBigEndian.uid, TransferSyntaxes.deflatedExplicitVrLittleEndian.uid,
]

/** Storage Service Class. PS3.4 §B.3.1.4. */
const STORAGE_SERVICE_CLASS = '1.2.840.10008.4.2'

export type ServiceClass =
  | 'verification' | 'storage' | 'find' | 'worklist' | 'move' | 'get' | 'commitment' | 'performed' | 'performed-retrieve' | 'availability'
  | `workitem-${WorkitemClass}`

/** Modality Performed Procedure Step. PS3.4 §F.7. */
export const PERFORMED_STEP = SopClasses.modalityPerformedProcedureStep
/** Modality Performed Procedure Step Retrieve. PS3.4 §F.8. */
export const PERFORMED_STEP_RETRIEVE = SopClasses.modalityPerformedProcedureStepRetrieve
/** Instance Availability Notification. PS3.4 Annex R. */
export const INSTANCE_AVAILABILITY = SopClasses.instanceAvailabilityNotification

/** @param commonExtended - what a requestor says of classes that we may not know. PS3.7 §D.3.3.6. */
export function serviceClassOf(
  sopClassUid: string, commonExtended: readonly CommonExtendedNegotiation[] = [],
): ServiceClass | null {
  if (sopClassUid === VERIFICATION_SOP_CLASS) return 'verification'
  if (sopClassUid === STORAGE_COMMITMENT) return 'commitment'
  if (sopClassUid === MODALITY_WORKLIST) return 'worklist'
  if (sopClassUid === PERFORMED_STEP) return 'performed'
  if (sopClassUid === PERFORMED_STEP_RETRIEVE) return 'performed-retrieve'
  if (sopClassUid === INSTANCE_AVAILABILITY) return 'availability'
  const workitem = workitemClassOf(sopClassUid)
  if (workitem !== undefined) return `workitem-${workitem}`
  const model = queryRetrieveOf(sopClassUid)
  if (model !== undefined) return model.operation
  const told = commonExtended.find((item) => item.sopClassUid === sopClassUid)
  return isStorageClass(sopClassUid) || told?.serviceClassUid === STORAGE_SERVICE_CLASS ? 'storage' : null
}

function workitemClassOf(sopClassUid: string): WorkitemClass | undefined {
  return (Object.keys(workitemClasses) as WorkitemClass[]).find((name) => workitemClasses[name] === sopClassUid)
}

/** With which of our services we are provider of a class on an association of the peer's. */
const provided: { readonly [C in ServiceClass]?: keyof Services | null } = {
  verification: null, storage: 'store', find: 'find', worklist: 'worklist', move: 'move', get: 'get', commitment: 'commit',
  performed: 'beginStep', 'performed-retrieve': 'readStep', availability: 'available',
  'workitem-push': 'createWorkitem', 'workitem-pull': 'changeWorkitem', 'workitem-watch': 'actOnWorkitem', 'workitem-query': 'findWorkitems',
}

/** With which of our services we are user of a class there. */
const used: { readonly [C in ServiceClass]?: keyof Services } = { storage: 'get', commitment: 'committed', 'workitem-event': 'workitemEvent' }

export function isProvided(serviceClass: ServiceClass, services: Services): boolean {
  const service = provided[serviceClass]
  return service === null || (service !== undefined && services[service] !== undefined)
}

export function isUsed(serviceClass: ServiceClass, services: Services): boolean {
  const service = used[serviceClass]
  return service !== undefined && services[service] !== undefined
}

/** Of these many a provider reports without a word on roles. */
export function isReported(serviceClass: ServiceClass): boolean {
  return serviceClass === 'commitment' || serviceClass === 'workitem-event'
}
