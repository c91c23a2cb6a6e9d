/** C-MOVE and C-GET. PS3.7 §9.1.3, §9.1.4, §9.3.3, §9.3.4. */
import { CommandField, HAS_DATA_SET, NO_DATA_SET, type CommandSet } from '../command.ts'
import { answered, responseTo, type Answer } from './find.ts'
import { priorities, type Priority } from './store.ts'

export interface RetrieveCommand {
  readonly sopClassUid: string
  /** The AE to which a C-MOVE sends; null is a C-GET. */
  readonly destination: string | null
  readonly priority?: Priority
}

/** PS3.7 Tables 9.3-6, 9.3-9. */
export function retrieveRequest(messageId: number, retrieve: RetrieveCommand): CommandSet {
  const { sopClassUid, destination, priority = 'medium' } = retrieve
  return {
    AffectedSOPClassUID: sopClassUid,
    CommandField: destination === null ? CommandField.cGetRq : CommandField.cMoveRq,
    MessageID: messageId,
    ...(destination !== null && { MoveDestination: destination }),
    Priority: priorities[priority],
    CommandDataSetType: HAS_DATA_SET,
  }
}

/** Sub-operations by their outcome. */
export interface SubOperations {
  /** Null where it is not told: not needed once all is over. */
  readonly remaining: number | null
  readonly completed: number
  readonly failed: number
  readonly warning: number
}

/** PS3.7 Tables 9.3-7, 9.3-10. The list of those that failed is the identifier. */
export function retrieveResponse(
  request: CommandSet, answer: Answer, counts: SubOperations, hasIdentifier: boolean,
): CommandSet {
  return {
    ...responseTo(request),
    CommandDataSetType: hasIdentifier ? HAS_DATA_SET : NO_DATA_SET,
    ...answered(answer),
    ...(counts.remaining !== null && { NumberOfRemainingSuboperations: counts.remaining }),
    NumberOfCompletedSuboperations: counts.completed,
    NumberOfFailedSuboperations: counts.failed,
    NumberOfWarningSuboperations: counts.warning,
  }
}

/** Counts are optional, and some peers leave them out. */
export function readSubOperations(response: CommandSet): SubOperations {
  return {
    remaining: response.NumberOfRemainingSuboperations ?? null,
    completed: response.NumberOfCompletedSuboperations ?? 0,
    failed: response.NumberOfFailedSuboperations ?? 0,
    warning: response.NumberOfWarningSuboperations ?? 0,
  }
}
