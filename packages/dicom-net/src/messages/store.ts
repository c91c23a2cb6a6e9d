/** C-STORE. PS3.7 §9.1.1, §9.3.1. */
import { CommandField, HAS_DATA_SET, NO_DATA_SET, type CommandSet } from '../command.ts'
import { errorComment } from '../status.ts'

/** Priority (0000,0700). PS3.7 Table E.1-1. */
export const priorities = { low: 0x0002, medium: 0x0000, high: 0x0001 } as const
export type Priority = keyof typeof priorities

/** Which C-MOVE this C-STORE is a sub-operation of. */
export interface MoveOriginator {
  readonly aeTitle: string
  readonly messageId: number
}

export interface StoreCommand {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly priority?: Priority
  readonly moveOriginator?: MoveOriginator | null
}

/** An Instance to be sent. */
export interface StoreInstance extends StoreCommand {
  readonly transferSyntaxUid: string
  /** Bare, in that Transfer Syntax; without File Meta Information. `LentParts` of a file cost least. */
  readonly dataSet: AsyncIterable<Uint8Array>
}

export interface StoreAnswer {
  /** PS3.4 Table B.2-1. */
  readonly status: number
  /** Error Comment (0000,0902), never with an element's value. */
  readonly comment?: string
}

/** PS3.7 Table 9.3-1. */
export function storeRequest(messageId: number, store: StoreCommand): CommandSet {
  const { moveOriginator } = store
  return {
    AffectedSOPClassUID: store.sopClassUid,
    CommandField: CommandField.cStoreRq,
    MessageID: messageId,
    Priority: priorities[store.priority ?? 'medium'],
    CommandDataSetType: HAS_DATA_SET,
    AffectedSOPInstanceUID: store.sopInstanceUid,
    ...(moveOriginator !== null && moveOriginator !== undefined && {
      MoveOriginatorApplicationEntityTitle: moveOriginator.aeTitle,
      MoveOriginatorMessageID: moveOriginator.messageId,
    }),
  }
}

export function readStoreRequest(command: CommandSet): Required<StoreCommand> {
  const aeTitle = command.MoveOriginatorApplicationEntityTitle
  return {
    sopClassUid: command.AffectedSOPClassUID ?? '',
    sopInstanceUid: command.AffectedSOPInstanceUID ?? '',
    priority: priorityOf(command.Priority),
    moveOriginator: aeTitle === undefined ? null : { aeTitle, messageId: command.MoveOriginatorMessageID ?? 0 },
  }
}

export function priorityOf(value: number | undefined): Priority {
  if (value === priorities.high) return 'high'
  return value === priorities.low ? 'low' : 'medium'
}

/** PS3.7 Table 9.3-2. */
export function storeResponse(request: CommandSet, answer: StoreAnswer): CommandSet {
  return {
    ...(request.AffectedSOPClassUID !== undefined && { AffectedSOPClassUID: request.AffectedSOPClassUID }),
    CommandField: CommandField.cStoreRq | CommandField.response,
    MessageIDBeingRespondedTo: request.MessageID ?? 0,
    CommandDataSetType: NO_DATA_SET,
    Status: answer.status,
    ...(answer.comment !== undefined && { ErrorComment: errorComment(answer.comment) }),
    ...(request.AffectedSOPInstanceUID !== undefined && { AffectedSOPInstanceUID: request.AffectedSOPInstanceUID }),
  }
}

/** An SCP that leaves out Status (0000,0900) has not stored anything that one could rely on. */
export function readStoreResponse(command: CommandSet, missingStatus: number): StoreAnswer {
  const status = command.Status ?? missingStatus
  return command.ErrorComment === undefined ? { status } : { status, comment: command.ErrorComment }
}
