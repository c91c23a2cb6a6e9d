/** C-FIND as user: studies of an archive, a worklist, or workitems. PS3.4 §C.4.1, §K.4.1, §CC.2.8. */
import { Tags, type DataSet, type ElementMap } from '@filmjacket/dicom-data'
import { ServiceFailedError } from '../errors.ts'
import { encodeIdentifier, readIdentifier, withElements } from '../identifier.ts'
import type { Invoker } from '../invoker.ts'
import { findRequest } from '../messages/find.ts'
import type { Priority } from '../messages/store.ts'
import { findClassOf, type FoundModel, type QueryLevel } from '../query-retrieve.ts'
import { isPending, Status, statusKind } from '../status.ts'
import { isAborted, onAbort } from './on-abort.ts'

export interface FindQuery {
  readonly model: FoundModel
  /** Query/Retrieve Level; worklists and workitems have none. */
  readonly level?: QueryLevel
  /** What must match, and, empty, what is wanted. PS3.4 §C.2.2.1. */
  readonly keys: ElementMap
  /** Specific Character Set for keys beyond ASCII. */
  readonly characterSet?: string
  readonly priority?: Priority
  /** Ends the query by C-CANCEL; what was found is found. */
  readonly signal?: AbortSignal
}

export interface FindMatch {
  readonly dataSet: DataSet
  /** False: some optional keys were not looked at. */
  readonly areAllKeysSupported: boolean
}

/**
 * Matches as they come; the peer is held back while they are not taken. Leaving the loop cancels.
 *
 * @throws ServiceFailedError if the peer says so, NoPresentationContextError, AssociationError; DicomError
 *   if an answer cannot be read.
 */
export async function* findOver(invoker: Invoker, query: FindQuery): AsyncGenerator<FindMatch, void, undefined> {
  const { model, level, keys, characterSet, priority, signal } = query
  if (isAborted(signal)) return
  const sopClassUid = findClassOf(model)
  const identifier = level === undefined ? keys : withElements(keys, [[Tags.QueryRetrieveLevel, level]])
  const operation = await invoker.open(
    () => invoker.contextFor(sopClassUid, null, 'scu'),
    (id) => findRequest(id, sopClassUid, priority),
    ({ transferSyntax }) => encodeIdentifier(identifier, transferSyntax, characterSet))
  const stopListening = onAbort(signal, () => operation.cancel())
  try {
    for await (const message of operation.responses) {
      const status = message.command.Status ?? Status.unableToProcess
      if (!isPending(status)) {
        judge(status, message.command.ErrorComment, signal)
        return
      }
      if (isAborted(signal)) message.dataSet?.discard()
      else yield { dataSet: await readIdentifier(message), areAllKeysSupported: status === Status.pending }
    }
  } finally {
    stopListening()
    operation.leave()
  }
}

/** Whoever cancelled is not told that it did not go well. */
function judge(status: number, comment: string | undefined, signal: AbortSignal | undefined): void {
  const kind = statusKind(status)
  if (kind === 'success' || kind === 'warning' || isAborted(signal)) return
  throw new ServiceFailedError('C-FIND', status, comment ?? null)
}
