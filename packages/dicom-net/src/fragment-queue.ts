import { DataSetInterruptedError, type AssociationError } from './errors.ts'

/** From this many waiting bytes on the queue is full, until the consumer has brought it below the other. */
const HIGH_WATER_BYTES = 256 * 1024
const LOW_WATER_BYTES = 128 * 1024

/** What a part weighs besides its bytes, so that a peer cannot fill the memory with parts of one byte. */
const PART_BYTES = 256

interface Waiting {
  readonly resolve: (result: IteratorResult<Uint8Array, undefined>) => void
  readonly reject: (error: Error) => void
}

const DONE = { done: true, value: undefined } as const

/**
 * The fragments of one Data Set between the socket that brings them and the one consumer that takes them.
 *
 * The producer never waits: it asks `isFull` and stops reading. A consumer that leaves its loop early
 * discards what is still to come.
 */
export class FragmentQueue implements AsyncIterableIterator<Uint8Array, undefined> {
  readonly #onRoom: () => void
  #parts: Uint8Array[] = []
  #bytes = 0
  #waiting: Waiting[] = []
  #over: (() => void)[] = []
  #isEnded = false
  #isDiscarding = false
  #isFull = false
  #error: DataSetInterruptedError | null = null

  /** @param onRoom - called when a full queue has room again. */
  constructor(onRoom: () => void) {
    this.#onRoom = onRoom
  }

  get isFull(): boolean {
    return this.#isFull
  }

  /** The last fragment came, or none will come. */
  get isOver(): boolean {
    return this.#isEnded || this.#error !== null
  }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.#isDiscarding) return
    const waiting = this.#waiting.shift()
    if (waiting !== undefined) {
      waiting.resolve({ done: false, value: bytes })
      return
    }
    this.#parts.push(bytes)
    this.#bytes += bytes.length + PART_BYTES
    if (this.#bytes >= HIGH_WATER_BYTES) this.#isFull = true
  }

  /** The last fragment came. */
  end(): void {
    this.#isEnded = true
    for (const { resolve } of this.#waiting.splice(0)) resolve(DONE)
    this.#settle()
  }

  /** The rest will not come. What waits is dropped, so that the consumer rolls back at once. */
  fail(cause: AssociationError): void {
    if (this.isOver) return
    this.#error = new DataSetInterruptedError('Data Set broke off before its last fragment', { cause })
    this.#empty()
    for (const { reject } of this.#waiting.splice(0)) reject(this.#error)
    this.#settle()
  }

  /** Let the rest pass unread. */
  discard(): void {
    this.#isDiscarding = true
    this.#empty()
  }

  /** Resolves when the last fragment came or none will come. Never rejects. */
  async whenOver(): Promise<void> {
    if (!this.isOver) await new Promise<void>((resolve) => this.#over.push(resolve))
  }

  next(): Promise<IteratorResult<Uint8Array, undefined>> {
    if (this.#error !== null) return Promise.reject(this.#error)
    const value = this.#parts.shift()
    if (value !== undefined) {
      this.#took(value.length + PART_BYTES)
      return Promise.resolve({ done: false, value })
    }
    if (this.#isEnded || this.#isDiscarding) return Promise.resolve(DONE)
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.discard()
    return Promise.resolve(DONE)
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #empty(): void {
    this.#parts = []
    this.#took(this.#bytes)
  }

  #took(bytes: number): void {
    this.#bytes -= bytes
    if (!this.#isFull || this.#bytes >= LOW_WATER_BYTES) return
    this.#isFull = false
    this.#onRoom()
  }

  #settle(): void {
    for (const resolve of this.#over.splice(0)) resolve()
  }
}
