/** C-FIND and C-CANCEL. PS3.7 §9.1.2, §9.3.2. */
import { CommandField, HAS_DATA_SET, NO_DATA_SET, type CommandSet } from '../command.ts'
import { errorComment } from '../status.ts'
import { priorities, type Priority } from './store.ts'

/** PS3.7 Table 9.3-3. */
export function findRequest(messageId: number, sopClassUid: string, priority: Priority = 'medium'): CommandSet {
  return {
    AffectedSOPClassUID: sopClassUid,
    CommandField: CommandField.cFindRq,
    MessageID: messageId,
    Priority: priorities[priority],
    CommandDataSetType: HAS_DATA_SET,
  }
}

export interface Answer {
  readonly status: number
  /** Error Comment (0000,0902), never with an element's value. */
  readonly comment?: string
  /** Tags of what is wrong in the request. */
  readonly offendingElements?: readonly number[]
}

/** PS3.7 Table 9.3-4. A pending response has an identifier, the final one has none. */
export function findResponse(request: CommandSet, answer: Answer, hasIdentifier: boolean): CommandSet {
  return {
    ...responseTo(request),
    CommandDataSetType: hasIdentifier ? HAS_DATA_SET : NO_DATA_SET,
    ...answered(answer),
  }
}

/** PS3.7 Tables 9.3-5, 9.3-8, 9.3-11: the same for C-FIND, C-GET and C-MOVE. */
export function cancelRequest(messageId: number): CommandSet {
  return {
    CommandField: CommandField.cCancelRq,
    MessageIDBeingRespondedTo: messageId,
    CommandDataSetType: NO_DATA_SET,
  }
}

/** What every response repeats of its request. */
export function responseTo(request: CommandSet): CommandSet {
  return {
    ...(request.AffectedSOPClassUID !== undefined && { AffectedSOPClassUID: request.AffectedSOPClassUID }),
    CommandField: (request.CommandField ?? 0) | CommandField.response,
    MessageIDBeingRespondedTo: request.MessageID ?? 0,
  }
}

export function answered({ status, comment, offendingElements }: Answer): CommandSet {
  return {
    Status: status,
    ...(comment !== undefined && { ErrorComment: errorComment(comment) }),
    ...(offendingElements !== undefined && offendingElements.length > 0 && { OffendingElement: offendingElements }),
  }
}
