/**
 * A cursor over bytes, mostly of known length. Sizes are numbers up to 2^53, so 64-bit fields are written by
 * division; a value too large for its field throws instead of losing its upper bits.
 *
 * @module
 */
const U32 = 0x1_0000_0000

export class ByteWriter {
  #bytes: Uint8Array
  #view: DataView
  #at = 0

  constructor(length: number) {
    this.#bytes = new Uint8Array(length)
    this.#view = new DataView(this.#bytes.buffer)
  }

  get bytes(): Uint8Array {
    return this.#bytes
  }

  /** There is room for `length` more bytes from here on. */
  reserve(length: number): this {
    const needed = this.#at + length
    if (needed <= this.#bytes.length) return this
    const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length))
    larger.set(this.#bytes)
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
    return this
  }

  /** Position of the next byte. */
  get at(): number {
    return this.#at
  }

  seek(at: number): this {
    this.#at = at
    return this
  }

  put(bytes: Uint8Array): this {
    this.#bytes.set(bytes, this.#at)
    this.#at += bytes.length
    return this
  }

  u8(value: number): this {
    this.#view.setUint8(this.#at, fit(value, 0x100))
    return this.#advance(1)
  }

  u16le(value: number): this {
    this.#view.setUint16(this.#at, fit(value, 0x1_0000), true)
    return this.#advance(2)
  }

  u16be(value: number): this {
    this.#view.setUint16(this.#at, fit(value, 0x1_0000))
    return this.#advance(2)
  }

  u32le(value: number): this {
    this.#view.setUint32(this.#at, fit(value, U32), true)
    return this.#advance(4)
  }

  u32be(value: number): this {
    this.#view.setUint32(this.#at, fit(value, U32))
    return this.#advance(4)
  }

  u64le(value: number): this {
    return this.u32le(value % U32).u32le(Math.floor(value / U32))
  }

  /** Both byte orders, little-endian first. ECMA-119 §7.2.3. */
  u16both(value: number): this {
    return this.u16le(value).u16be(value)
  }

  /** Both byte orders, little-endian first. ECMA-119 §7.3.3. */
  u32both(value: number): this {
    return this.u32le(value).u32be(value)
  }

  #advance(length: number): this {
    this.#at += length
    return this
  }
}

function fit(value: number, limit: number): number {
  if (!(value >= 0 && value < limit)) throw new RangeError(`${value} does not fit below ${limit}`)
  return value
}
