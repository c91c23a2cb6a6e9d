const FIRST_CAPACITY = 4096
const NOTHING = new Uint8Array(0)

/**
 * The bytes of a stream that were received and are still held, at their place in it.
 *
 * Grows by what arrives, never by what a length field announces.
 */
export class ByteWindow {
  bytes: Uint8Array
  view: DataView
  /** Position of the first byte held. */
  base = 0
  /** Position after the last byte held. */
  end: number

  constructor(bytes: Uint8Array = NOTHING) {
    this.bytes = bytes
    this.view = viewOf(bytes)
    this.end = bytes.length
  }

  /** Copy `chunk` from `start` up to, not including, `end`. */
  append(chunk: Uint8Array, start: number, end: number): void {
    const held = this.end - this.base
    const needed = held + end - start
    if (needed > this.bytes.length) this.#grow(needed)
    this.bytes.set(start === 0 && end === chunk.length ? chunk : chunk.subarray(start, end), held)
    this.end += end - start
  }

  /** The bytes held from `start` up to, not including, `end`; not a copy. */
  held(start: number, end: number): Uint8Array {
    return this.bytes.subarray(start - this.base, end - this.base)
  }

  /** Hold nothing, and go on at `position` in memory of its own: what `held` gave out stays as it is. */
  restart(position: number): void {
    this.bytes = NOTHING
    this.view = viewOf(NOTHING)
    this.base = position
    this.end = position
  }

  /** Let go of what is before `position`; behind the end, step over what is not there yet. */
  dropBefore(position: number): void {
    if (position < this.end) this.bytes.copyWithin(0, position - this.base, this.end - this.base)
    this.base = position
    this.end = Math.max(this.end, position)
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, 2 * this.bytes.length, FIRST_CAPACITY))
    larger.set(this.bytes.subarray(0, this.end - this.base))
    this.bytes = larger
    this.view = viewOf(larger)
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
