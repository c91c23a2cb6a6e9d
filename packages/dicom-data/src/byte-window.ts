/** A usual header, and what is copied of the pixels behind it before they are seen to be pixels. */
const FIRST_CAPACITY = 16_384
const NOTHING = new Uint8Array(0)
const NO_VIEW = viewOf(NOTHING)

/** Bytes that a window had when it was released: the next one need not ask for memory. */
let spare: Uint8Array | null = null

/**
 * The bytes of a stream that are held: all that were received, but for values that were left out.
 *
 * Positions are those of the stream, offsets those of the held bytes. Grows by what arrives, never by what a length field announces.
 */
export class ByteWindow {
  bytes: Uint8Array
  view: DataView
  /** Position less offset, for what is held behind the last value that was left out; 0 as long as none was. */
  base = 0
  /** Position after the last byte held. */
  end: number

  readonly #isGiven: boolean

  constructor(bytes?: Uint8Array) {
    this.#isGiven = bytes !== undefined
    this.bytes = bytes ?? NOTHING
    this.view = bytes === undefined ? NO_VIEW : viewOf(bytes)
    this.end = this.bytes.length
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

  /**
   * What is kept of all before `end`, in a window of its own; values that were left out are not among it.
   *
   * @returns this window, if its bytes were given to it: those do not change.
   */
  kept(end: number): ByteWindow {
    if (this.#isGiven) return this
    const length = end - this.base
    return new ByteWindow(this.bytes.length > FIRST_CAPACITY ? this.bytes.subarray(0, length) : this.bytes.slice(0, length))
  }

  /** Nothing of it is needed any more. */
  release(): void {
    if (this.bytes.length === FIRST_CAPACITY && !this.#isGiven) spare = this.bytes
    this.bytes = NOTHING
    this.view = NO_VIEW
  }

  /** Forget what is from `position` on. Returns how many bytes that were. */
  cutAt(position: number): number {
    const surplus = this.end - position
    this.end = position
    return surplus
  }

  /** `length` bytes pass that are not kept: what follows them is held behind what was before them. */
  leaveOut(length: number): void {
    this.base += length
    this.end += length
  }

  #grow(needed: number): void {
    const larger = spareOf(needed) ?? new Uint8Array(Math.max(needed, 2 * this.bytes.length, FIRST_CAPACITY))
    larger.set(this.bytes.subarray(0, this.end - this.base))
    this.bytes = larger
    this.view = viewOf(larger)
  }
}

function spareOf(needed: number): Uint8Array | null {
  const taken = spare
  if (taken === null || taken.length < needed) return null
  spare = null
  return taken
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
