/**
 * Requests of ours on an association, whichever side we are: on which context, with which Message ID, and
 * how many at a time.
 *
 * @module
 */
import type { AcceptedContext } from './accepted-context.ts'
import type { CommandSet } from './command.ts'
import { AssociationError, NoPresentationContextError } from './errors.ts'
import type { DataSetSource, MessageExchange } from './message-exchange.ts'
import type { Message } from './message.ts'
import { cancelRequest } from './messages/find.ts'
import type { ResponseQueue } from './responses.ts'
import type { AgreedRoles, Role, Side } from './roles.ts'
import { Turns } from './turns.ts'

export interface InvokerOptions {
  readonly exchange: MessageExchange
  readonly contexts: ReadonlyMap<number, AcceptedContext>
  readonly roles: AgreedRoles
  readonly side: Side
  /** The asynchronous operations window: requests that may wait for their answer at the same time. */
  readonly window: number
  /** It is the peer's turn from now on. */
  readonly asked: () => void
}

export type Request = (messageId: number) => CommandSet
type ContextFor = () => AcceptedContext
type DataSetFor = (context: AcceptedContext) => DataSetSource

/** A request that may have several responses. */
export interface Operation {
  readonly responses: ResponseQueue
  /** Ask the peer to stop; the final response still comes. PS3.7 §9.3.2.3. */
  cancel(): void
  /** Nobody listens any more: cancel if it is not over, and let the rest pass. */
  leave(): void
}

export class Invoker {
  readonly #options: InvokerOptions
  readonly #turns: Turns
  #messageId = 0
  #failure: AssociationError | null = null

  constructor(options: InvokerOptions) {
    this.#options = options
    this.#turns = new Turns(options.window)
  }

  get contexts(): ReadonlyMap<number, AcceptedContext> {
    return this.#options.contexts
  }

  /** A request with one response. */
  call(contextFor: ContextFor, request: Request, dataSetFor?: DataSetFor): Promise<Message> {
    return this.#turns.run(async () => {
      const { context, command } = this.#begin(contextFor, request)
      const response = await this.#options.exchange.call(context.id, command, dataSetFor?.(context))
      response.dataSet?.discard()
      return response
    })
  }

  /** A request with any number of responses. Its turn is over with the final one. */
  async open(contextFor: ContextFor, request: Request, dataSetFor?: DataSetFor): Promise<Operation> {
    await this.#turns.take()
    try {
      const { context, command } = this.#begin(contextFor, request)
      const responses = await this.#options.exchange.open(context.id, command, dataSetFor?.(context))
      void responses.whenOver().then(() => this.#turns.give())
      return this.#operation(responses, context, command.MessageID ?? 0)
    } catch (error) {
      this.#turns.give()
      throw error
    }
  }

  /** Behind all requests that were made before, and with none beside it. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.runAlone(() => {
      if (this.#failure !== null) throw this.#failure
      return work()
    })
  }

  /** The association is over. */
  fail(error: AssociationError): void {
    this.#failure ??= error
  }

  /**
   * The context on which we may be `role` of a SOP Class.
   *
   * @throws NoPresentationContextError if there is none.
   */
  contextFor(abstractSyntax: string, transferSyntax: string | null, role: Role): AcceptedContext {
    const { contexts, roles, side } = this.#options
    const isAllowed = roles.has(abstractSyntax, side, role)
    for (const context of isAllowed ? contexts.values() : []) {
      if (context.abstractSyntax !== abstractSyntax) continue
      if (transferSyntax === null || context.transferSyntax === transferSyntax) return context
    }
    const what = transferSyntax === null ? abstractSyntax : `${abstractSyntax} in ${transferSyntax}`
    const why = isAllowed ? '' : `, which gives us the role of ${role.toUpperCase()}`
    throw new NoPresentationContextError(`no accepted Presentation Context for ${what}${why}`)
  }

  #begin(contextFor: ContextFor, request: Request): { context: AcceptedContext; command: CommandSet } {
    if (this.#failure !== null) throw this.#failure
    const context = contextFor()
    this.#options.asked()
    return { context, command: request(this.#nextMessageId()) }
  }

  #operation(responses: ResponseQueue, context: AcceptedContext, messageId: number): Operation {
    let isCancelled = false
    const cancel = (): void => {
      if (isCancelled || responses.isOver) return
      isCancelled = true
      this.#options.exchange.send(context.id, cancelRequest(messageId)).catch(() => undefined)
    }
    const leave = (): void => {
      cancel()
      responses.discard()
    }
    return { responses, cancel, leave }
  }

  /** 1 to 65535, then from the start. */
  #nextMessageId(): number {
    this.#messageId = (this.#messageId % 0xffff) + 1
    return this.#messageId
  }
}
