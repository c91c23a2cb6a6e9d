/**
 * The provider side of each service: from a request to the final response. PS3.7 §9.1, §10.1, PS3.4.
 *
 * @module
 */
import { CommandField, NO_DATA_SET, type CommandSet } from './command.ts'
import { STORAGE_COMMITMENT } from './messages/commitment.ts'
import { echoResponse } from './messages/echo.ts'
import { responseTo } from './messages/find.ts'
import { provideCommitment, provideCommitted } from './providing/commitment.ts'
import { provideFind } from './providing/find.ts'
import { provideAction, provideCreate, provideEvent, provideRead, provideSet } from './providing/normalized.ts'
import { provideRetrieve } from './providing/retrieve.ts'
import { provideStore } from './providing/store.ts'
import type { Response, Work } from './providing/work.ts'
import { Status } from './status.ts'

/** Never rejects: a service that throws is a failure that the peer hears as a status. */
export async function answer(work: Work): Promise<Response> {
  const { command } = work.message
  switch (command.CommandField) {
    case CommandField.cEchoRq: return { command: echoResponse(command, Status.success) }
    case CommandField.cStoreRq: return provideStore(work)
    case CommandField.cFindRq: return provideFind(work)
    case CommandField.cMoveRq: return provideRetrieve(work, 'move')
    case CommandField.cGetRq: return provideRetrieve(work, 'get')
    case CommandField.nActionRq: return isOfCommitment(work) ? provideCommitment(work) : provideAction(work)
    case CommandField.nEventReportRq: return isOfCommitment(work) ? provideCommitted(work) : provideEvent(work)
    case CommandField.nCreateRq: return provideCreate(work)
    case CommandField.nSetRq: return provideSet(work)
    case CommandField.nGetRq: return provideRead(work)
    case undefined:
    default: return { command: refusal(command) }
  }
}

function isOfCommitment({ message: { context } }: Work): boolean {
  return context.abstractSyntax === STORAGE_COMMITMENT
}

/** A service that we do not speak, on a context that we accepted for another. PS3.7 Annex C. */
function refusal(command: CommandSet): CommandSet {
  return { ...responseTo(command), CommandDataSetType: NO_DATA_SET, Status: Status.unrecognizedOperation }
}
