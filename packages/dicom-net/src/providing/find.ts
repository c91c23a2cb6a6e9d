/** C-FIND as provider: studies of an archive, a worklist, or workitems. PS3.4 §C.4.1.3, §K.4.1.3, §CC.2.8.3. */
import { setImmediate as othersTurn } from 'node:timers/promises'
import type { CommandSet } from '../command.ts'
import { AssociationError } from '../errors.ts'
import { encodeIdentifier } from '../identifier.ts'
import type { Message } from '../message.ts'
import { findResponse, type Answer } from '../messages/find.ts'
import { MODALITY_WORKLIST, queryRetrieveOf } from '../query-retrieve.ts'
import type { FindStep, Identifier, Refusal } from '../services.ts'
import { Status } from '../status.ts'
import { isSearchedForWorkitems } from '../workitem-classes.ts'
import { identifierOf, isRefusal, levelOf, queryOf, refused } from './identifier.ts'
import { isCancelled, type Response, type Work } from './work.ts'

/** As many leave together. Then it is the others' turn: a service with all its matches at hand would let no C-CANCEL come in. */
const MATCHES_TOGETHER = 64

export async function provideFind(work: Work): Promise<Response> {
  return { command: findResponse(work.message.command, await find(work), false) }
}

async function find(work: Work): Promise<Answer> {
  try {
    const steps = await stepsFor(work)
    if (isRefusal(steps)) return steps
    const answering = new Answering(work)
    // Leaving the loop ends the service in the middle.
    for await (const step of steps) {
      if (isCancelled(work)) break
      if (step.kind === 'refused') return step
      await answering.give(step)
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
  const wrong = wrongClass(message)
  if (wrong !== null) return wrong
  const model = queryRetrieveOf(abstractSyntax)
  const identifier = await identifierOf(message)
  if (isRefusal(identifier)) return identifier
  const query = { ...queryOf(work, identifier), transferSyntaxUid }
  if (model === undefined) {
    const found = isSearchedForWorkitems(abstractSyntax) ? services.findWorkitems?.(peer, query) : services.worklist?.(peer, query)
    return found ?? refused(Status.sopClassNotSupported)
  }
  const level = levelOf(identifier, model.model)
  if (isRefusal(level)) return level
  return services.find?.(peer, { ...query, model: model.model, level }) ?? refused(Status.sopClassNotSupported)
}

function wrongClass({ command, context: { abstractSyntax } }: Message): Refusal | null {
  const isFind = abstractSyntax === MODALITY_WORKLIST || isSearchedForWorkitems(abstractSyntax) || queryRetrieveOf(abstractSyntax)?.operation === 'find'
  if (!isFind) return refused(Status.unrecognizedOperation)
  return command.AffectedSOPClassUID === abstractSyntax ? null : refused(Status.sopClassNotSupported)
}

type Matches = Exclude<FindStep, Refusal>

/** Gives matches to the peer, some together, until it cancels. */
class Answering {
  readonly #work: Work
  /** Made once: they are the same for each match. */
  readonly #commands: { readonly all: CommandSet; readonly some: CommandSet }
  #given = 0

  constructor(work: Work) {
    const { command } = work.message
    this.#work = work
    this.#commands = {
      all: findResponse(command, { status: Status.pending }, true),
      some: findResponse(command, { status: Status.pendingWithUnsupportedKeys }, true),
    }
  }

  async give(step: Matches): Promise<void> {
    const command = step.areAllKeysSupported === false ? this.#commands.some : this.#commands.all
    const identifiers = step.kind === 'match' ? [step.identifier] : step.identifiers
    for (let at = 0; at < identifiers.length && !isCancelled(this.#work); ) {
      const together = identifiers.slice(at, at + MATCHES_TOGETHER - (this.#given % MATCHES_TOGETHER))
      await this.#work.respondEach(command, together.map((identifier) => this.#bytesOf(identifier)))
      at += together.length
      this.#given += together.length
      if (this.#given % MATCHES_TOGETHER === 0) await othersTurn()
    }
  }

  #bytesOf(identifier: Identifier): Uint8Array {
    return identifier instanceof Uint8Array ? identifier : encodeIdentifier(identifier, this.#work.message.context.transferSyntax)
  }
}
