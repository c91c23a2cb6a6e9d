/** C-MOVE and C-GET as user. PS3.4 §C.4.2, §C.4.3. */
import { Tags, type ElementMap } from '@filmjacket/dicom-data'
import { encodeIdentifier, readIdentifier, withElements } from '../identifier.ts'
import type { Invoker } from '../invoker.ts'
import type { Message } from '../message.ts'
import { readSubOperations, retrieveRequest, type SubOperations } from '../messages/retrieve.ts'
import type { Priority } from '../messages/store.ts'
import { informationModels, type QueryLevel, type QueryModel } from '../query-retrieve.ts'
import { Status, statusKind, type StatusKind } from '../status.ts'
import { onAbort } from './on-abort.ts'

export interface RetrieveQuery {
  readonly model: QueryModel
  readonly level: QueryLevel
  /** The unique keys of what is wanted: a UID or several. PS3.4 §C.4.2.2.1. */
  readonly keys: ElementMap
  readonly priority?: Priority
  /** Ends it by C-CANCEL; what was sent is sent. */
  readonly signal?: AbortSignal
}

/** A C-MOVE or C-GET response. The last one is not `pending`. */
export interface RetrieveProgress extends SubOperations {
  readonly kind: StatusKind
  readonly status: number
  /** Error Comment (0000,0902): the peer's own words. */
  readonly comment: string | null
  /** Failed SOP Instance UID List (0008,0058), if the peer tells. */
  readonly failedUids: readonly string[]
}

/**
 * Responses as they come, the last one with the outcome, whatever it is. Leaving the loop cancels.
 *
 * @param destination - the AE to send to; null is a C-GET, whose Instances come over this association.
 * @throws NoPresentationContextError, AssociationError.
 */
export async function* retrieveOver(
  invoker: Invoker, query: RetrieveQuery, destination: string | null,
): AsyncGenerator<RetrieveProgress, void, undefined> {
  const { model, level, keys, priority, signal } = query
  const sopClassUid = informationModels[model][destination === null ? 'get' : 'move']
  const identifier = withElements(keys, [[Tags.QueryRetrieveLevel, level]])
  const command = { sopClassUid, destination, ...(priority !== undefined && { priority }) }
  const operation = await invoker.open(
    () => invoker.contextFor(sopClassUid, null, 'scu'),
    (id) => retrieveRequest(id, command),
    ({ transferSyntax }) => encodeIdentifier(identifier, transferSyntax))
  const stopListening = onAbort(signal, () => operation.cancel())
  try {
    for await (const message of operation.responses) yield await progressOf(message)
  } finally {
    stopListening()
    operation.leave()
  }
}

async function progressOf(message: Message): Promise<RetrieveProgress> {
  const { command } = message
  const status = command.Status ?? Status.unableToProcess
  const failedUids = await failedUidsOf(message)
  return {
    ...readSubOperations(command), kind: statusKind(status), status, comment: command.ErrorComment ?? null, failedUids,
  }
}

/** The counts tell the outcome; a list that cannot be read takes nothing from it. */
async function failedUidsOf(message: Message): Promise<readonly string[]> {
  if (message.dataSet === null) return []
  try {
    return (await readIdentifier(message)).texts(Tags.FailedSOPInstanceUIDList)
  } catch {
    return []
  }
}
