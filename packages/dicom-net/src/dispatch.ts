/**
 * The provider side of each service: from a request to the response that is due. PS3.7 §9.1, PS3.4.
 *
 * @module
 */
import { CommandField, NO_DATA_SET, type CommandSet } from './command.ts'
import { DataSetInterruptedError } from './errors.ts'
import type { Message } from './message-exchange.ts'
import { echoResponse, VERIFICATION_SOP_CLASS } from './messages/echo.ts'
import { readStoreRequest, storeResponse, type MoveOriginator, type Priority, type StoreAnswer } from './messages/store.ts'
import { Status } from './status.ts'
import { isWireUid } from './storage-classes.ts'

/** Who is at the other end. The titles are valid AE titles, and what the peer says of itself. */
export interface Peer {
  readonly callingAe: string
  readonly calledAe: string
  /** IP address. */
  readonly address: string
  /** Implementation Version Name, else Implementation Class UID. */
  readonly implementation: string | null
}

export interface StoreRequest {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
  readonly priority: Priority
  readonly moveOriginator: MoveOriginator | null
  /**
   * The Data Set as it comes, each part the consumer's own. Not reading it holds the sender back.
   * Throws DataSetInterruptedError if the association breaks before the last byte.
   */
  readonly dataSet: AsyncIterable<Uint8Array>
  /** Aborted when the association is over: an answer would reach nobody. */
  readonly signal: AbortSignal
}

/** A Data Set that was not read to its end when this settles is read away before the answer leaves. */
export type StoreScp = (peer: Peer, request: StoreRequest) => Promise<StoreAnswer>

export interface Scp {
  readonly peer: Peer
  readonly store: StoreScp | undefined
  readonly signal: AbortSignal
  /** A service threw. The peer hears only a status. */
  readonly onFault: (fault: unknown) => void
}

/** The response to a request. Never rejects: a service that throws is a processing failure. */
export async function answer(message: Message, scp: Scp): Promise<CommandSet> {
  const { command } = message
  if (command.CommandField === CommandField.cEchoRq) return echoResponse(command, Status.success)
  if (command.CommandField === CommandField.cStoreRq) return storeResponse(command, await store(message, scp))
  return refusal(command)
}

async function store(message: Message, { peer, store, signal, onFault }: Scp): Promise<StoreAnswer> {
  const { context, command } = message
  const request = readStoreRequest(command)
  if (store === undefined || context.abstractSyntax === VERIFICATION_SOP_CLASS) {
    return { status: Status.sopClassNotSupported }
  }
  if (request.sopClassUid !== context.abstractSyntax) {
    return { status: Status.sopClassNotSupported, comment: 'SOP Class is not that of the Presentation Context' }
  }
  if (!isWireUid(request.sopInstanceUid)) return { status: Status.invalidObjectInstance }
  try {
    const dataSet = message.dataSet ?? nothing()
    return await store(peer, { ...request, transferSyntaxUid: context.transferSyntax, dataSet, signal })
  } catch (fault) {
    if (!(fault instanceof DataSetInterruptedError)) onFault(fault)
    return { status: Status.processingFailure }
  }
}

/** What a request has that announces no Data Set where its service wants one. */
// eslint-disable-next-line @typescript-eslint/require-await -- an empty one awaits nothing
async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {
  yield* []
}

/** A service that we do not speak, on a context that we accepted for another. PS3.7 Annex C. */
function refusal(command: CommandSet): CommandSet {
  return {
    ...(command.AffectedSOPClassUID !== undefined && { AffectedSOPClassUID: command.AffectedSOPClassUID }),
    CommandField: (command.CommandField ?? 0) | CommandField.response,
    MessageIDBeingRespondedTo: command.MessageID ?? 0,
    CommandDataSetType: NO_DATA_SET,
    Status: Status.unrecognizedOperation,
  }
}
