/** C-FIND as provider: studies of an archive, or a worklist. PS3.4 §C.4.1.3, §K.4.1.3. */
import { AssociationError } from '../errors.ts'
import { encodeIdentifier } from '../identifier.ts'
import { findResponse, type Answer } from '../messages/find.ts'
import { MODALITY_WORKLIST, queryRetrieveOf } from '../query-retrieve.ts'
import type { FindStep, Refusal } from '../services.ts'
import { Status } from '../status.ts'
import { identifierOf, isRefusal, levelOf, queryOf, refused } from './identifier.ts'
import { isCancelled, type Response, type Work } from './work.ts'

export async function provideFind(work: Work): Promise<Response> {
  return { command: findResponse(work.message.command, await find(work), false) }
}

async function find(work: Work): Promise<Answer> {
  try {
    const steps = await stepsFor(work)
    if (isRefusal(steps)) return steps
    // Leaving the loop ends the service in the middle.
    for await (const step of steps) {
      if (isCancelled(work)) break
      if (step.kind === 'refused') return step
      await work.respond(matched(work, step))
      if (isCancelled(work)) break
    }
    return { status: isCancelled(work) ? Status.cancelled : Status.success }
  } catch (fault) {
    if (isCancelled(work)) return { status: Status.cancelled }
    if (!(fault instanceof AssociationError)) work.onFault(fault)
    return { status: Status.unableToProcess }
  }
}

async function stepsFor(work: Work): Promise<AsyncIterable<FindStep> | Refusal> {
  const { message, peer, services } = work
  const { abstractSyntax, transferSyntax: transferSyntaxUid } = message.context
  if (message.command.AffectedSOPClassUID !== abstractSyntax) {
    return refused(Status.sopClassNotSupported, 'SOP Class is not that of the Presentation Context')
  }
  const model = queryRetrieveOf(abstractSyntax)
  const identifier = await identifierOf(message)
  if (isRefusal(identifier)) return identifier
  const query = { ...queryOf(work, identifier), transferSyntaxUid }
  if (abstractSyntax === MODALITY_WORKLIST && services.worklist !== undefined) return services.worklist(peer, query)
  if (model?.operation !== 'find' || services.find === undefined) return refused(Status.sopClassNotSupported)
  const level = levelOf(identifier, model.model)
  return isRefusal(level) ? level : services.find(peer, { ...query, model: model.model, level })
}

function matched({ message }: Work, step: FindStep & { kind: 'match' }): Response {
  const { command, context } = message
  const status = step.areAllKeysSupported === false ? Status.pendingWithUnsupportedKeys : Status.pending
  const { identifier } = step
  return {
    command: findResponse(command, { status }, true),
    identifier: identifier instanceof Uint8Array ? identifier : encodeIdentifier(identifier, context.transferSyntax),
  }
}
