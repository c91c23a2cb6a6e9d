/**
 * One file while it passes: its first bytes, its length and its digest. Who stops reading it has not stopped what comes.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { HEAD_BYTES } from '../contract.ts'

/** Thrown to whoever reads it: what they have by then is to be dropped. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

export class PassingFile {
  readonly #source: AsyncIterator<Uint8Array>
  readonly #bytesMax: number
  readonly #hash = createHash('sha256')
  readonly #ahead: Uint8Array[] = []
  bytes = 0

  constructor(source: AsyncIterable<Uint8Array>, bytesMax: number) {
    this.#source = source[Symbol.asyncIterator]()
    this.#bytesMax = bytesMax
  }

  /** The first bytes; they are still to be read. */
  async head(): Promise<Uint8Array> {
    while (this.bytes < HEAD_BYTES) {
      const next = await this.#next()
      if (next.done === true) break
      this.#ahead.push(next.value)
    }
    return Buffer.concat(this.#ahead).subarray(0, HEAD_BYTES)
  }

  /** All of it, once. */
  content(): AsyncIterable<Uint8Array> {
    const next = (): Promise<IteratorResult<Uint8Array>> => {
      const value = this.#ahead.shift()
      return value === undefined ? this.#next() : Promise.resolve({ value })
    }
    return { [Symbol.asyncIterator]: () => ({ next }) }
  }

  /** Lets the rest pass. @returns the SHA-256 of all of it. */
  async digest(): Promise<string> {
    while ((await this.#next()).done !== true);
    return this.#hash.digest('hex')
  }

  async #next(): Promise<IteratorResult<Uint8Array>> {
    const next = await this.#source.next()
    if (next.done === true) return next
    this.bytes += next.value.length
    if (this.bytes > this.#bytesMax) throw new TooLargeError('longer than is taken')
    this.#hash.update(next.value)
    return next
  }
}
