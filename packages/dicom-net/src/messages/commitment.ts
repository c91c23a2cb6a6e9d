/** N-ACTION and N-EVENT-REPORT of the Storage Commitment Push Model. PS3.7 §10.3.1, §10.3.4; PS3.4 Annex J. */
import { SopClasses } from '@filmjacket/dicom-data'
import { CommandField, HAS_DATA_SET, NO_DATA_SET, type CommandSet } from '../command.ts'
import { answered, responseTo, type Answer } from './find.ts'

export const STORAGE_COMMITMENT = SopClasses.storageCommitmentPushModel

/** The one, well-known SOP Instance. PS3.4 §J.3.5. */
export const STORAGE_COMMITMENT_INSTANCE = '1.2.840.10008.1.20.1.1'

/** PS3.4 Table J.3-1. */
export const REQUEST_COMMITMENT = 1

/** PS3.4 Table J.3-2. */
export const CommitmentEvent = { allStored: 1, someFailed: 2 } as const

/** PS3.7 Table 10.3-7. */
export function commitmentRequest(messageId: number): CommandSet {
  return {
    RequestedSOPClassUID: STORAGE_COMMITMENT,
    CommandField: CommandField.nActionRq,
    MessageID: messageId,
    CommandDataSetType: HAS_DATA_SET,
    RequestedSOPInstanceUID: STORAGE_COMMITMENT_INSTANCE,
    ActionTypeID: REQUEST_COMMITMENT,
  }
}

/** PS3.7 Table 10.3-1. */
export function commitmentEvent(messageId: number, event: number): CommandSet {
  return {
    AffectedSOPClassUID: STORAGE_COMMITMENT,
    CommandField: CommandField.nEventReportRq,
    MessageID: messageId,
    CommandDataSetType: HAS_DATA_SET,
    AffectedSOPInstanceUID: STORAGE_COMMITMENT_INSTANCE,
    EventTypeID: event,
  }
}

/** The response to either. PS3.7 Tables 10.3-2, 10.3-8. */
export function commitmentResponse(request: CommandSet, answer: Answer): CommandSet {
  const sopClassUid = request.RequestedSOPClassUID ?? request.AffectedSOPClassUID
  const sopInstanceUid = request.RequestedSOPInstanceUID ?? request.AffectedSOPInstanceUID
  return {
    ...responseTo(request),
    ...(sopClassUid !== undefined && { AffectedSOPClassUID: sopClassUid }),
    CommandDataSetType: NO_DATA_SET,
    ...answered(answer),
    ...(sopInstanceUid !== undefined && { AffectedSOPInstanceUID: sopInstanceUid }),
    ...(request.ActionTypeID !== undefined && { ActionTypeID: request.ActionTypeID }),
    ...(request.EventTypeID !== undefined && { EventTypeID: request.EventTypeID }),
  }
}
