/** C-MOVE and C-GET as provider. PS3.4 §C.4.2.3, §C.4.3.3. */
import { isAeTitle } from '../ae-title.ts'
import { AssociationError, NoPresentationContextError } from '../errors.ts'
import { storeOver } from '../invoking/store.ts'
import type { Answer } from '../messages/find.ts'
import { retrieveResponse } from '../messages/retrieve.ts'
import type { StoreInstance } from '../messages/store.ts'
import { queryRetrieveOf, type Retrieval } from '../query-retrieve.ts'
import type { GetRequest, Refusal, RetrieveRequest, RetrieveStep, SentStep } from '../services.ts'
import { Status } from '../status.ts'
import { identifierOf, isRefusal, levelOf, queryOf, refused } from './identifier.ts'
import { SubOperationCount } from './sub-operations.ts'
import { isCancelled, type Response, type Work } from './work.ts'

export async function provideRetrieve(work: Work, retrieval: Retrieval): Promise<Response> {
  const count = new SubOperationCount()
  const answer = await retrieve(work, retrieval, count)
  const failed = answer.status === Status.success ? null : count.failedList(work.message.context.transferSyntax)
  const counts = count.counts(answer.status === Status.cancelled)
  const command = retrieveResponse(work.message.command, answer, counts, failed !== null)
  return failed === null ? { command } : { command, identifier: failed }
}

async function retrieve(work: Work, retrieval: Retrieval, count: SubOperationCount): Promise<Answer> {
  try {
    const steps = await stepsFor(work, retrieval)
    if (isRefusal(steps)) return steps
    // Leaving the loop ends the service in the middle.
    for await (const step of steps) {
      if (step.kind === 'refused') return step
      if (step.kind === 'planned') count.plan(step.count)
      else count.add(step)
      if (isCancelled(work)) break
      await tell(work, count)
    }
    return { status: isCancelled(work) ? Status.cancelled : count.outcome() }
  } catch (fault) {
    if (isCancelled(work)) return { status: Status.cancelled }
    if (!(fault instanceof AssociationError)) work.onFault(fault)
    return { status: Status.unableToProcess }
  }
}

async function tell(work: Work, count: SubOperationCount): Promise<void> {
  const counts = count.counts(true)
  // The last one is told by the final response.
  if (counts.remaining === 0) return
  await work.respond({ command: retrieveResponse(work.message.command, { status: Status.pending }, counts, false) })
}

async function stepsFor(work: Work, retrieval: Retrieval): Promise<AsyncIterable<RetrieveStep> | Refusal> {
  const { message, peer, services } = work
  const { command, context } = message
  const model = queryRetrieveOf(context.abstractSyntax)
  if (model?.operation !== retrieval) return refused(Status.unrecognizedOperation)
  if (command.AffectedSOPClassUID !== context.abstractSyntax) return refused(Status.sopClassNotSupported)
  const identifier = await identifierOf(message)
  if (isRefusal(identifier)) return identifier
  const level = levelOf(identifier, model.model)
  if (isRefusal(level)) return level
  const query = { ...queryOf(work, identifier), model: model.model, level }
  if (retrieval === 'get') return services.get?.(peer, getRequest(work, query)) ?? refused(Status.sopClassNotSupported)
  const destination = command.MoveDestination ?? ''
  if (!isAeTitle(destination)) return refused(Status.moveDestinationUnknown)
  const moveOriginator = { aeTitle: peer.callingAe, messageId: command.MessageID ?? 0 }
  return services.move?.(peer, { ...query, destination, moveOriginator }) ?? refused(Status.sopClassNotSupported)
}

function getRequest(work: Work, query: RetrieveRequest): GetRequest {
  const { invoker } = work
  return {
    ...query,
    transferSyntaxesFor: (sopClassUid) =>
      [...invoker.contexts.values()]
        .filter(({ abstractSyntax, transferSyntax }) =>
          abstractSyntax === sopClassUid && isOffered(work, sopClassUid, transferSyntax))
        .map(({ transferSyntax }) => transferSyntax),
    store: (instance) => store(work, instance),
  }
}

function isOffered({ invoker }: Work, sopClassUid: string, transferSyntax: string): boolean {
  try {
    invoker.contextFor(sopClassUid, transferSyntax, 'scu')
    return true
  } catch {
    return false
  }
}

/** An Instance that no context fits, or that its source cannot give, is a failed sub-operation of its own. */
async function store(work: Work, instance: StoreInstance): Promise<SentStep> {
  const { sopInstanceUid } = instance
  try {
    const { status } = await storeOver(work.invoker, instance)
    return { kind: 'sent', sopInstanceUid, status }
  } catch (error) {
    if (error instanceof NoPresentationContextError) {
      return { kind: 'sent', sopInstanceUid, status: Status.sopClassNotSupported }
    }
    if (error instanceof AssociationError) throw error
    work.onFault(error)
    return { kind: 'sent', sopInstanceUid, status: Status.processingFailure }
  }
}
