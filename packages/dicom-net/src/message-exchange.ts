/**
 * DIMSE messages over an established association, both ways. PS3.7 §6.3, PS3.8 Annex E.
 *
 * Requestor and acceptor share it, since either may be user and provider of a service.
 *
 * @module
 */
import {
  CommandField, decodeCommand, encodeCommand, MAX_COMMAND_BYTES, NO_DATA_SET, type CommandSet,
} from './command.ts'
import { AbortReason, AssociationError, ProtocolError } from './errors.ts'
import { FragmentQueue } from './fragment-queue.ts'
import type { AcceptedContext } from './negotiation.ts'
import { fragmentBytes, packCommand, PdvPacker } from './pdv-packer.ts'
import type { UpperLayer } from './upper-layer.ts'

/** A message whose Command Set is whole; its Data Set comes. */
export interface Message {
  readonly context: AcceptedContext
  readonly command: CommandSet
  readonly dataSet: FragmentQueue | null
}

interface Call {
  readonly resolve: (response: Message) => void
  readonly reject: (error: AssociationError) => void
}

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
  #isHeld = false
  #isPaused = false
  #isDraining = false
  #isReadingSource = false
  #failure: AssociationError | null = null
  readonly #calls = new Map<number, Call>()

  constructor(layer: UpperLayer, options: ExchangeOptions) {
    this.#layer = layer
    this.#options = options
    this.#fragmentBytes = fragmentBytes(options.peerMaximumLength)
  }

  /** Whether a message of the peer is not whole yet. */
  get isReceiving(): boolean {
    return this.#receiving !== null || this.#command.length > 0
  }

  /** Whether nothing can go on unless the peer sends or takes bytes. */
  get waitsForPeer(): boolean {
    if (this.#isDraining || (this.#receiving !== null && !this.#isPaused)) return true
    return this.#calls.size > 0 && !this.#isReadingSource
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
    const call = this.#calls.get(id)
    this.#calls.delete(id)
    if (call === undefined) message.dataSet?.discard()
    else call.resolve(message)
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

  /** Stop reading for a while: we owe the peer answers enough. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld
    this.#adjustFlow()
  }

  #adjustFlow(): void {
    const shallPause = this.#isHeld || this.#receiving?.dataSet?.isFull === true
    if (shallPause === this.#isPaused) return
    this.#isPaused = shallPause
    if (shallPause) this.#layer.pause()
    else this.#layer.resume()
  }

  // Sending.

  /**
   * Send a message; resolves when all of it is on its way. One at a time: fragments do not interleave.
   *
   * @throws AssociationError if the association is over, or what `dataSet` throws. If that happens when
   *   part of the message has left, the association is aborted, as a message cannot be taken back.
   */
  async send(contextId: number, command: CommandSet, dataSet?: AsyncIterable<Uint8Array>): Promise<void> {
    const commandPieces = packCommand(contextId, encodeCommand(command), this.#fragmentBytes)
    if (dataSet === undefined) return this.#write(commandPieces)
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
        pieces = []
      }
    } catch (error) {
      if (hasBegun) this.#options.onBroken()
      throw error
    }
    await this.#write([...pieces, ...packer.end()])
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
    if (hasRoom) return
    this.#isDraining = true
    await this.#layer.drained()
    this.#isDraining = false
    this.#options.onSent()
  }

  /**
   * Send a request and await its response.
   *
   * @throws AssociationError if the association ends before.
   */
  async call(contextId: number, command: CommandSet, dataSet?: AsyncIterable<Uint8Array>): Promise<Message> {
    const id = command.MessageID ?? 0
    const response = new Promise<Message>((resolve, reject) => this.#calls.set(id, { resolve, reject }))
    // Whoever awaits it is told; while we still send, nobody awaits.
    response.catch(() => undefined)
    try {
      await this.send(contextId, command, dataSet)
    } catch (error) {
      this.#calls.delete(id)
      throw error instanceof AssociationError ? (this.#failure ?? error) : error
    }
    return response
  }

  /** The association is over: everything that waits is told why. */
  fail(error: AssociationError): void {
    this.#failure ??= error
    this.#receiving?.dataSet?.fail(error)
    this.#receiving = null
    for (const { reject } of this.#calls.values()) reject(error)
    this.#calls.clear()
  }
}

function unexpected(message: string): ProtocolError {
  return new ProtocolError(message, AbortReason.unexpectedPduParameter)
}
