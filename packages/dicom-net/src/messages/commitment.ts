/** N-ACTION and N-EVENT-REPORT of the Storage Commitment Push Model. PS3.4 Annex J. */
import { SopClasses } from '@filmjacket/dicom-data'
import type { CommandSet } from '../command.ts'
import { actionRequest, eventRequest } from './normalized.ts'

export const STORAGE_COMMITMENT = SopClasses.storageCommitmentPushModel

/** The one, well-known SOP Instance. PS3.4 §J.3.5. */
export const STORAGE_COMMITMENT_INSTANCE = '1.2.840.10008.1.20.1.1'

/** PS3.4 Table J.3-1. */
export const REQUEST_COMMITMENT = 1

/** PS3.4 Table J.3-2. */
export const CommitmentEvent = { allStored: 1, someFailed: 2 } as const

const INSTANCE = { sopClassUid: STORAGE_COMMITMENT, sopInstanceUid: STORAGE_COMMITMENT_INSTANCE } as const

export function commitmentRequest(messageId: number): CommandSet {
  return actionRequest(messageId, INSTANCE, REQUEST_COMMITMENT)
}

export function commitmentEvent(messageId: number, event: number): CommandSet {
  return eventRequest(messageId, INSTANCE, event)
}
