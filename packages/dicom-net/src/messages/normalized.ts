/** The normalized services, but N-DELETE. PS3.7 §10.1, §10.3. */
import { CommandField, HAS_DATA_SET, NO_DATA_SET, type CommandSet } from '../command.ts'
import { answered, responseTo, type Answer } from './find.ts'

export interface NormalizedAnswer extends Answer {
  /** Error ID (0000,0903), where the service defines one. */
  readonly errorId?: number
}

/** PS3.7 Table 10.3-9. */
export function createRequest(messageId: number, sopClassUid: string, sopInstanceUid: string | null): CommandSet {
  return {
    AffectedSOPClassUID: sopClassUid,
    CommandField: CommandField.nCreateRq,
    MessageID: messageId,
    CommandDataSetType: HAS_DATA_SET,
    ...(sopInstanceUid !== null && { AffectedSOPInstanceUID: sopInstanceUid }),
  }
}

/** PS3.7 Table 10.3-5. */
export function setRequest(messageId: number, sopClassUid: string, sopInstanceUid: string): CommandSet {
  return {
    RequestedSOPClassUID: sopClassUid,
    CommandField: CommandField.nSetRq,
    MessageID: messageId,
    CommandDataSetType: HAS_DATA_SET,
    RequestedSOPInstanceUID: sopInstanceUid,
  }
}

/**
 * PS3.7 Table 10.3-3.
 *
 * @param tags - those that are asked for; none: all.
 */
export function readRequest(messageId: number, sopClassUid: string, sopInstanceUid: string, tags: readonly number[]): CommandSet {
  return {
    RequestedSOPClassUID: sopClassUid,
    CommandField: CommandField.nGetRq,
    MessageID: messageId,
    CommandDataSetType: NO_DATA_SET,
    RequestedSOPInstanceUID: sopInstanceUid,
    ...(tags.length > 0 && { AttributeIdentifierList: tags }),
  }
}

export interface InstanceName {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
}

/** PS3.7 Table 10.3-7. */
export function actionRequest(messageId: number, { sopClassUid, sopInstanceUid }: InstanceName, actionTypeId: number, hasInformation = true): CommandSet {
  return {
    RequestedSOPClassUID: sopClassUid,
    CommandField: CommandField.nActionRq,
    MessageID: messageId,
    CommandDataSetType: hasInformation ? HAS_DATA_SET : NO_DATA_SET,
    RequestedSOPInstanceUID: sopInstanceUid,
    ActionTypeID: actionTypeId,
  }
}

/** PS3.7 Table 10.3-1. */
export function eventRequest(messageId: number, { sopClassUid, sopInstanceUid }: InstanceName, eventTypeId: number, hasInformation = true): CommandSet {
  return {
    AffectedSOPClassUID: sopClassUid,
    CommandField: CommandField.nEventReportRq,
    MessageID: messageId,
    CommandDataSetType: hasInformation ? HAS_DATA_SET : NO_DATA_SET,
    AffectedSOPInstanceUID: sopInstanceUid,
    EventTypeID: eventTypeId,
  }
}

/**
 * The response to each of them. PS3.7 Tables 10.3-2, 10.3-4, 10.3-6, 10.3-8, 10.3-10.
 *
 * @param sopInstanceUid - that was created where the request named none.
 */
export function normalizedResponse(request: CommandSet, answer: NormalizedAnswer, sopInstanceUid?: string): CommandSet {
  const classUid = request.AffectedSOPClassUID ?? request.RequestedSOPClassUID
  const instanceUid = request.AffectedSOPInstanceUID ?? request.RequestedSOPInstanceUID ?? sopInstanceUid
  return {
    ...responseTo(request),
    ...(classUid !== undefined && { AffectedSOPClassUID: classUid }),
    CommandDataSetType: NO_DATA_SET,
    ...answered(answer),
    ...(answer.errorId !== undefined && { ErrorID: answer.errorId }),
    ...(instanceUid !== undefined && { AffectedSOPInstanceUID: instanceUid }),
    ...(request.ActionTypeID !== undefined && { ActionTypeID: request.ActionTypeID }),
    ...(request.EventTypeID !== undefined && { EventTypeID: request.EventTypeID }),
  }
}
