/** C-ECHO. PS3.7 §9.1.5, §9.3.5. */
import { CommandField, NO_DATA_SET, type CommandSet } from '../command.ts'

export const VERIFICATION_SOP_CLASS = '1.2.840.10008.1.1'

/** PS3.7 Table 9.3-12. */
export function echoRequest(messageId: number): CommandSet {
  return {
    AffectedSOPClassUID: VERIFICATION_SOP_CLASS,
    CommandField: CommandField.cEchoRq,
    MessageID: messageId,
    CommandDataSetType: NO_DATA_SET,
  }
}

/** PS3.7 Table 9.3-13. */
export function echoResponse(request: CommandSet, status: number): CommandSet {
  return {
    AffectedSOPClassUID: request.AffectedSOPClassUID ?? VERIFICATION_SOP_CLASS,
    CommandField: CommandField.cEchoRq | CommandField.response,
    MessageIDBeingRespondedTo: request.MessageID ?? 0,
    CommandDataSetType: NO_DATA_SET,
    Status: status,
  }
}
