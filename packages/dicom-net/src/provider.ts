/**
 * The requests of a peer on one association: as many at a time as were agreed on, the others in their order.
 *
 * @module
 */
import { CommandField, type CommandSet } from './command.ts'
import { answer } from './dispatch.ts'
import { AssociationError } from './errors.ts'
import type { MessageExchange } from './message-exchange.ts'
import type { Message } from './message.ts'
import type { Providing, Response } from './providing/work.ts'

export interface ProviderOptions extends Providing {
  readonly exchange: MessageExchange
  /** The asynchronous operations window: requests that are worked on at the same time; 0 is no limit. */
  readonly window: number
  /** A response left. */
  readonly responded: (request: CommandSet, response: CommandSet) => void
  /** The last request in work is answered. */
  readonly idle: () => void
  /** The peer must not go on: the association is to be aborted. */
  readonly violated: (why: string) => void
}

/** A request in work. Few services ask whether they are to stop: the signal is made for those that do. */
class Running {
  readonly command: CommandSet
  #controller: AbortController | null = null

  constructor(command: CommandSet) {
    this.command = command
  }

  get signal(): AbortSignal {
    return (this.#controller ??= new AbortController()).signal
  }

  stop(reason?: unknown): void {
    this.#controller ??= new AbortController()
    this.#controller.abort(reason)
  }
}

export class Provider {
  readonly #options: ProviderOptions
  readonly #window: number
  readonly #running = new Set<Running>()
  readonly #backlog: Message[] = []
  #isStopped = false
  readonly #waiting: (() => void)[] = []

  constructor(options: ProviderOptions) {
    this.#options = options
    this.#window = options.window === 0 ? Infinity : options.window
    options.gone.addEventListener('abort', () => this.#gone(), { once: true })
  }

  get isWorking(): boolean {
    return this.#running.size > 0
  }

  requested(message: Message): void {
    const { command } = message
    if (command.CommandField === CommandField.cCancelRq) this.#cancel(command.MessageIDBeingRespondedTo)
    else if (this.#running.size < this.#window) void this.#work(message)
    else if (this.#needsPeer()) this.#options.violated('request beyond the asynchronous operations window')
    else {
      this.#backlog.push(message)
      this.#options.exchange.hold(this, true)
    }
  }

  /** Take up nothing more. Resolves when all that is in work is answered. */
  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.isWorking) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** A C-GET reads the peer's answers to go on: to hold the peer back then would be waiting for ourselves. */
  #needsPeer(): boolean {
    return [...this.#running].some(({ command }) => command.CommandField === CommandField.cGetRq)
  }

  #cancel(messageId: number | undefined): void {
    for (const running of this.#running) if (running.command.MessageID === messageId) running.stop()
  }

  #gone(): void {
    for (const running of this.#running) running.stop(this.#options.gone.reason)
  }

  async #work(message: Message): Promise<void> {
    const running = new Running(message.command)
    this.#running.add(running)
    await this.#serve(message, running)
    this.#running.delete(running)
    const next = this.#isStopped || this.#options.gone.aborted ? undefined : this.#backlog.shift()
    if (next !== undefined) void this.#work(next)
    else if (!this.#isStopped) this.#options.exchange.hold(this, false)
    if (this.isWorking) return
    for (const resolve of this.#waiting.splice(0)) resolve()
    this.#options.idle()
  }

  async #serve(message: Message, running: Running): Promise<void> {
    const { exchange, responded, peer, services, gone, invoker, onFault } = this.#options
    let settle: () => void = () => undefined
    const answered = new Promise<void>((resolve) => (settle = resolve))
    const send = ({ command, identifier }: Response): Promise<void> =>
      exchange.send(message.context.id, command, identifier)
    const response = await answer({
      peer, services, gone, invoker, onFault, message, answered,
      queryOptionsFor: (sopClassUid) => this.#options.queryOptionsFor(sopClassUid),
      get signal() {
        return running.signal
      },
      respond: send,
      respondEach: (command, identifiers) => exchange.sendEach(message.context.id, command, identifiers),
    })
    if (message.dataSet?.isOver === false) {
      message.dataSet.discard()
      await message.dataSet.whenOver()
    }
    try {
      if (!gone.aborted) {
        await send(response)
        responded(message.command, response.command)
      }
    } catch (error) {
      // The association ended under the answer, and has been told so elsewhere; all else is a fault of ours.
      if (!(error instanceof AssociationError)) this.#broken(error)
    } finally {
      settle()
    }
  }

  #broken(fault: unknown): void {
    this.#options.onFault(fault)
    this.#options.violated('fault')
  }
}
