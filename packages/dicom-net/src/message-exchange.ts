/**
 * DIMSE messages over an established association, both ways. PS3.7 §6.3, PS3.8 Annex E.
 *
 * Requestor and acceptor share it, since either may be user and provider of a service.
 *
 * @module
 */
import type { AcceptedContext } from './accepted-context.ts'
import {
  CommandField, decodeCommand, encodeCommand, MAX_COMMAND_BYTES, NO_DATA_SET, type CommandSet,
} from './command.ts'
import { AbortReason, AssociationError, ProtocolError } from './errors.ts'
import { FragmentQueue } from './fragment-queue.ts'
import { isLending } from './lent-parts.ts'
import type { Message } from './message.ts'
import { fragmentBytes, packCommand, PdvPacker } from './pdv-packer.ts'
import { OneResponse, ResponseQueue, type ResponseListener } from './responses.ts'
import { isPending } from './status.ts'
import type { UpperLayer } from './upper-layer.ts'

/** What a message carries besides its Command Set: whole, or as it comes. */
export type DataSetSource = Uint8Array | AsyncIterable<Uint8Array>

export interface ExchangeOptions {
  readonly contexts: ReadonlyMap<number, AcceptedContext>
  /** The Maximum Length that the peer announced; 0 is no limit. */
  readonly peerMaximumLength: number
  /** A request of the peer. Must not throw. */
  readonly onRequest: (message: Message) => void
  /** Something left: what is awaited, is awaited from now on. */
  readonly onSent: () => void
  /** A message of ours broke off within: the association must be aborted. */
  readonly onBroken: () => void
}

export class MessageExchange {
  readonly #layer: UpperLayer
  readonly #options: ExchangeOptions
  readonly #fragmentBytes: number
  #command: Uint8Array[] = []
  #commandBytes = 0
  #commandContextId = 0
  /** The message whose Data Set is coming. */
  #receiving: Message | null = null
  /** Who wants nothing read for a while. */
  readonly #holders = new Set<object>()
  #isPaused = false
  #isDraining = false
  #isReadingSource = false
  #isSending = false
  readonly #senders: (() => void)[] = []
  #failure: AssociationError | null = null
  readonly #calls = new Map<number, ResponseListener>()
  /** The last one: all matches of a query are sent with the same. */
  #packedCommand: { readonly contextId: number; readonly command: CommandSet; readonly pieces: readonly Uint8Array[] } | null = null

  constructor(layer: UpperLayer, options: ExchangeOptions) {
    this.#layer = layer
    this.#options = options
    this.#fragmentBytes = fragmentBytes(options.peerMaximumLength)
  }

  /** Whether a message of the peer is not whole yet. */
  get isReceiving(): boolean {
    return this.#receiving !== null || this.#command.length > 0
  }

  /** Whether a message, of the peer or to it, cannot go on unless the peer sends or takes bytes. */
  get waitsForBytes(): boolean {
    return this.#isDraining || (this.#receiving !== null && !this.#isPaused)
  }

  /** Whether we asked and are ready for the answer. */
  get waitsForAnswer(): boolean {
    return this.#calls.size > 0 && !this.#isReadingSource && !this.#isPaused
  }

  // Receiving.

  /** @throws ProtocolError if this fragment is not due, or completes a Command Set that is none. */
  fragment(contextId: number, isCommand: boolean, isLast: boolean, bytes: Uint8Array): void {
    if (isCommand) this.#commandFragment(contextId, isLast, bytes)
    else this.#dataFragment(contextId, isLast, bytes)
  }

  #commandFragment(contextId: number, isLast: boolean, bytes: Uint8Array): void {
    if (this.#receiving !== null) throw unexpected('Command within a Data Set')
    if (this.#command.length > 0 && contextId !== this.#commandContextId) throw unexpected('Command within another')
    this.#commandContextId = contextId
    this.#commandBytes += bytes.length
    if (this.#commandBytes > MAX_COMMAND_BYTES) throw new ProtocolError('Command Set too long')
    // What is kept beyond this call is copied: a cut command would hold its whole chunk otherwise.
    if (!isLast) {
      if (bytes.length > 0) this.#command.push(bytes.slice())
      return
    }
    const whole = this.#command.length === 0 ? bytes : Buffer.concat([...this.#command, bytes])
    this.#command = []
    this.#commandBytes = 0
    this.#received(contextId, decodeCommand(whole))
  }

  #received(contextId: number, command: CommandSet): void {
    const context = this.#options.contexts.get(contextId)
    if (context === undefined) throw unexpected(`Presentation Context ID ${contextId} was not accepted`)
    if (command.CommandField === undefined) throw new ProtocolError('Command Set without Command Field')
    const hasDataSet = (command.CommandDataSetType ?? NO_DATA_SET) !== NO_DATA_SET
    const dataSet = hasDataSet ? new FragmentQueue(() => this.#adjustFlow()) : null
    const message: Message = { context, command, dataSet }
    if (hasDataSet) this.#receiving = message
    if ((command.CommandField & CommandField.response) !== 0) this.#responded(message)
    else this.#options.onRequest(message)
  }

  #responded(message: Message): void {
    const id = message.command.MessageIDBeingRespondedTo ?? 0
    const listener = this.#calls.get(id)
    const isFinal = listener?.wantsOne === true || !isPending(message.command.Status ?? 0)
    if (isFinal) this.#calls.delete(id)
    // An answer to nothing, such as one more after the last, is passed over.
    if (listener === undefined) message.dataSet?.discard()
    else listener.responded(message, isFinal)
  }

  #dataFragment(contextId: number, isLast: boolean, bytes: Uint8Array): void {
    const message = this.#receiving
    if (message?.dataSet == null) throw unexpected('Data Set without a Command')
    if (message.context.id !== contextId) throw unexpected('Data Set of another Presentation Context')
    message.dataSet.push(bytes)
    if (isLast) {
      this.#receiving = null
      message.dataSet.end()
    }
    this.#adjustFlow()
  }

  /** Stop reading until each that asked for it lets go: we owe the peer enough, or have enough of it. */
  hold(holder: object, isHeld: boolean): void {
    if (isHeld) this.#holders.add(holder)
    else this.#holders.delete(holder)
    this.#adjustFlow()
  }

  #adjustFlow(): void {
    const shallPause = this.#holders.size > 0 || this.#receiving?.dataSet?.isFull === true
    if (shallPause === this.#isPaused) return
    this.#isPaused = shallPause
    if (shallPause) this.#layer.pause()
    else this.#layer.resume()
  }

  // Sending.

  /**
   * Send a message; resolves when all of it is on its way. They leave one after the other: fragments do
   * not interleave.
   *
   * @throws AssociationError if the association is over, or what `dataSet` throws. If that happens when
   *   part of the message has left, the association is aborted, as a message cannot be taken back.
   */
  async send(contextId: number, command: CommandSet, dataSet?: DataSetSource): Promise<void> {
    await this.#inTurn(() => {
      const pieces = this.#packed(contextId, command)
      if (dataSet === undefined) return this.#write(pieces)
      if (dataSet instanceof Uint8Array) return this.#write([...pieces, ...this.#packedDataSet(contextId, dataSet)])
      return this.#sendStream(contextId, pieces, dataSet)
    })
  }

  /**
   * Send a message with each of these Data Sets, all at once: small ones, as the matches of a query are.
   *
   * @throws AssociationError if the association is over.
   */
  async sendEach(contextId: number, command: CommandSet, dataSets: readonly Uint8Array[]): Promise<void> {
    await this.#inTurn(() => {
      const pieces = this.#packed(contextId, command)
      return this.#write(dataSets.flatMap((dataSet) => [...pieces, ...this.#packedDataSet(contextId, dataSet)]))
    })
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    while (this.#isSending) await new Promise<void>((resolve) => this.#senders.push(resolve))
    this.#isSending = true
    try {
      await work()
    } finally {
      this.#isSending = false
      this.#senders.shift()?.()
    }
  }

  #packed(contextId: number, command: CommandSet): readonly Uint8Array[] {
    const last = this.#packedCommand
    if (last?.command === command && last.contextId === contextId) return last.pieces
    const pieces = [Buffer.concat(packCommand(contextId, encodeCommand(command), this.#fragmentBytes))]
    this.#packedCommand = { contextId, command, pieces }
    return pieces
  }

  #packedDataSet(contextId: number, dataSet: Uint8Array): Uint8Array[] {
    const packer = new PdvPacker(contextId, false, this.#fragmentBytes)
    return [...packer.push(dataSet), ...packer.end()]
  }

  async #sendStream(
    contextId: number, commandPieces: readonly Uint8Array[], dataSet: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const packer = new PdvPacker(contextId, false, this.#fragmentBytes)
    // The command leaves together with the first of the data: one packet less.
    let pieces = commandPieces
    let hasBegun = false
    try {
      for await (const part of this.#reading(dataSet)) {
        const full = packer.push(part)
        if (full.length === 0) continue
        hasBegun = true
        await this.#write([...pieces, ...full])
        if (isLending(dataSet)) await this.#flush()
        pieces = []
      }
    } catch (error) {
      if (hasBegun) this.#options.onBroken()
      throw error
    }
    await this.#write([...pieces, ...packer.end()])
    if (!isLending(dataSet)) return
    await this.#flush()
    dataSet.giveBack()
  }

  async *#reading(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    this.#isReadingSource = true
    try {
      for await (const part of source) {
        this.#isReadingSource = false
        yield part
        this.#isReadingSource = true
      }
    } finally {
      this.#isReadingSource = false
    }
  }

  async #write(pieces: readonly Uint8Array[]): Promise<void> {
    if (this.#failure !== null) throw this.#failure
    const hasRoom = this.#layer.sendData(pieces)
    this.#options.onSent()
    if (!hasRoom) await this.#until(this.#layer.drained())
  }

  /** What was written may be written over. */
  async #flush(): Promise<void> {
    await this.#until(this.#layer.flushed())
    if (this.#failure !== null) throw this.#failure
  }

  async #until(room: Promise<void>): Promise<void> {
    this.#isDraining = true
    await room
    this.#isDraining = false
    this.#options.onSent()
  }

  /**
   * Send a request and await its one response.
   *
   * @throws AssociationError if the association ends before.
   */
  async call(contextId: number, command: CommandSet, dataSet?: DataSetSource): Promise<Message> {
    const response = new OneResponse()
    await this.#ask(contextId, command, dataSet, response)
    return response.message
  }

  /**
   * Send a request that may have several responses. They are given in their order; those that nobody takes
   * hold the peer back.
   *
   * @throws AssociationError if the association ends before the request has left.
   */
  async open(contextId: number, command: CommandSet, dataSet?: DataSetSource): Promise<ResponseQueue> {
    const responses: ResponseQueue = new ResponseQueue((isFull) => this.hold(responses, isFull))
    await this.#ask(contextId, command, dataSet, responses)
    return responses
  }

  async #ask(
    contextId: number, command: CommandSet, dataSet: DataSetSource | undefined, listener: ResponseListener,
  ): Promise<void> {
    const id = command.MessageID ?? 0
    this.#calls.set(id, listener)
    try {
      await this.send(contextId, command, dataSet)
    } catch (error) {
      this.#calls.delete(id)
      throw error instanceof AssociationError ? (this.#failure ?? error) : error
    }
  }

  /** The association is over: everything that waits is told why. */
  fail(error: AssociationError): void {
    this.#failure ??= error
    this.#receiving?.dataSet?.fail(error)
    this.#receiving = null
    for (const listener of this.#calls.values()) listener.failed(error)
    this.#calls.clear()
  }
}

function unexpected(message: string): ProtocolError {
  return new ProtocolError(message, AbortReason.unexpectedPduParameter)
}
