/**
 * Who waits for the answers to a request of ours.
 *
 * @module
 */
import type { AssociationError } from './errors.ts'
import type { Message } from './message.ts'

export interface ResponseListener {
  /** The first response is the last, whatever its status says. */
  readonly wantsOne: boolean
  responded(message: Message, isFinal: boolean): void
  /** There will be no (further) response. */
  failed(error: AssociationError): void
}

export class OneResponse implements ResponseListener {
  readonly wantsOne = true
  readonly message: Promise<Message>
  #resolve: (message: Message) => void = () => undefined
  #reject: (error: AssociationError) => void = () => undefined

  constructor() {
    this.message = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    // Whoever awaits it is told; while we still send, nobody awaits.
    this.message.catch(() => undefined)
  }

  responded(message: Message): void {
    this.#resolve(message)
  }

  failed(error: AssociationError): void {
    this.#reject(error)
  }
}

/** From this many waiting responses on the peer is held back, until there are fewer than the other. */
const HIGH_WATER = 64
const LOW_WATER = 16

interface Waiting {
  readonly resolve: (result: IteratorResult<Message, undefined>) => void
  readonly reject: (error: Error) => void
}

const DONE = { done: true, value: undefined } as const

/** Responses between the peer that sends them and the one consumer that takes them. Ends behind the final one. */
export class ResponseQueue implements ResponseListener, AsyncIterableIterator<Message, undefined> {
  readonly wantsOne = false
  readonly #onFull: (isFull: boolean) => void
  #messages: Message[] = []
  #waiting: Waiting | null = null
  #isFinalHere = false
  #isDiscarding = false
  #isFull = false
  #error: AssociationError | null = null
  readonly #over: (() => void)[] = []

  /** @param onFull - the peer is to be held back, or not any more. */
  constructor(onFull: (isFull: boolean) => void) {
    this.#onFull = onFull
  }

  /** The final response came, or none will come. */
  get isOver(): boolean {
    return this.#isFinalHere || this.#error !== null
  }

  responded(message: Message, isFinal: boolean): void {
    if (this.#isDiscarding) message.dataSet?.discard()
    else if (this.#waiting === null) this.#park(message)
    else this.#waiting.resolve({ done: false, value: message })
    this.#waiting = null
    if (!isFinal) return
    this.#isFinalHere = true
    this.#settle()
  }

  failed(error: AssociationError): void {
    this.#error = error
    this.#waiting?.reject(error)
    this.#waiting = null
    this.#settle()
  }

  /** Let the rest pass unread. */
  discard(): void {
    this.#isDiscarding = true
    for (const { dataSet } of this.#messages.splice(0)) dataSet?.discard()
    this.#setFull(false)
  }

  /** Resolves when the final response came or none will come. Never rejects. */
  async whenOver(): Promise<void> {
    if (!this.isOver) await new Promise<void>((resolve) => this.#over.push(resolve))
  }

  next(): Promise<IteratorResult<Message, undefined>> {
    const message = this.#messages.shift()
    if (this.#messages.length < LOW_WATER) this.#setFull(false)
    if (message !== undefined) return Promise.resolve({ done: false, value: message })
    if (this.#error !== null) return Promise.reject(this.#error)
    if (this.#isFinalHere || this.#isDiscarding) return Promise.resolve(DONE)
    return new Promise((resolve, reject) => (this.#waiting = { resolve, reject }))
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #park(message: Message): void {
    this.#messages.push(message)
    if (this.#messages.length >= HIGH_WATER) this.#setFull(true)
  }

  #setFull(isFull: boolean): void {
    if (isFull === this.#isFull) return
    this.#isFull = isFull
    this.#onFull(isFull)
  }

  #settle(): void {
    for (const resolve of this.#over.splice(0)) resolve()
  }
}
