import { ProtocolError } from './errors.ts'

/** Big-endian fields, one after the other. Never reads over its end. */
export class ByteReader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  u8(): number {
    return this.#bytes.readUInt8(this.#step(1))
  }

  u16(): number {
    return this.#bytes.readUInt16BE(this.#step(2))
  }

  u32(): number {
    return this.#bytes.readUInt32BE(this.#step(4))
  }

  bytes(length: number): Uint8Array {
    const start = this.#step(length)
    return this.#bytes.subarray(start, start + length)
  }

  /** Bytes as ISO 646 (or Latin-1, where a peer strays), as they came. */
  text(length: number): string {
    const start = this.#step(length)
    return this.#bytes.toString('latin1', start, start + length)
  }

  /** A UID without the padding that some peers add although PS3.8 has none. */
  uid(length: number): string {
    return this.text(length).replace(/[\0 ]+$/, '')
  }

  skip(length: number): void {
    this.#step(length)
  }

  #step(length: number): number {
    const start = this.#at
    if (length > this.left) throw new ProtocolError(`field cut: ${this.left} of ${length} bytes`)
    this.#at += length
    return start
  }
}

/** An item of the variable field: type, a reserved byte, a 16-bit length, a value. PS3.8 §9.3.1. */
export interface Item {
  readonly type: number
  readonly value: ByteReader
}

export function* items(reader: ByteReader): Generator<Item, void, undefined> {
  while (reader.left > 0) {
    const type = reader.u8()
    reader.skip(1)
    yield { type, value: new ByteReader(reader.bytes(reader.u16())) }
  }
}

export function encodeItem(type: number, ...value: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(value)
  if (body.length > 0xffff) throw new RangeError(`item of ${body.length} bytes`)
  return Buffer.concat([Buffer.from([type, 0, body.length >> 8, body.length & 0xff]), body])
}

export function encodeText(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

/** A value behind its own 16-bit length. */
export function encodeCounted(value: Uint8Array): Buffer {
  return Buffer.concat([u16(value.length), value])
}

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
