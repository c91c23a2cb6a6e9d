import { MultipartError } from './multipart-error.ts'

/** Bytes from a stream, read up to where a delimiter stands. */
export class DelimitedInput {
  readonly #source: AsyncIterator<Uint8Array>
  /** Read and not handed on. The first delimiter of a body stands at the beginning of a line that has none before. */
  #held: Buffer = Buffer.from('\r\n')

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** The next bytes, which stay where they are. */
  async peek(length: number): Promise<Buffer> {
    while (this.#held.length < length) await this.#fill()
    return this.#held.subarray(0, length)
  }

  skip(length: number): void {
    this.#held = this.#held.subarray(length)
  }

  /** What is before `delimiter`, which is taken too. */
  async upTo(delimiter: Buffer, limit: number): Promise<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(delimiter)
      if (at > limit || (at < 0 && this.#held.length > limit + delimiter.length))
        throw new MultipartError(`more than ${limit} bytes before a part's content`)
      if (at >= 0) return this.#take(at, delimiter)
      await this.#fill()
    }
  }

  /** The same in pieces, as they come. */
  async *streamUpTo(delimiter: Buffer): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const at = this.#held.indexOf(delimiter)
      if (at >= 0) {
        const last = this.#take(at, delimiter)
        if (last.length > 0) yield last
        return
      }
      // What may be the beginning of the delimiter waits for the rest.
      const sure = this.#held.length - delimiter.length + 1
      if (sure > 0) {
        const piece = this.#held.subarray(0, sure)
        this.skip(sure)
        yield piece
      }
      await this.#fill()
    }
  }

  /** Nothing more is read. */
  async close(): Promise<void> {
    await this.#source.return?.()
  }

  #take(at: number, delimiter: Buffer): Buffer {
    const before = this.#held.subarray(0, at)
    this.skip(at + delimiter.length)
    return before
  }

  async #fill(): Promise<void> {
    const next = await this.#source.next()
    if (next.done === true) throw new MultipartError('the body ends before its last delimiter')
    this.#held = Buffer.concat([this.#held, next.value])
  }
}
