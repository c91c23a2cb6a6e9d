import { viewOf } from './byte-window.ts'
import type { Tag } from './tag.ts'
import { lettersOf, type Vr } from './vr.ts'

const FIRST_CAPACITY = 1024

/** Bytes being written, in one byte order. */
export class GrowingBytes {
  length = 0
  #bytes = new Uint8Array(FIRST_CAPACITY)
  #view = viewOf(this.#bytes)
  readonly #littleEndian: boolean

  constructor(littleEndian: boolean) {
    this.#littleEndian = littleEndian
  }

  u16(value: number): void {
    this.#reserve(2)
    this.#view.setUint16(this.length, value, this.#littleEndian)
    this.length += 2
  }

  u32(value: number): void {
    this.#reserve(4)
    this.#view.setUint32(this.length, value, this.#littleEndian)
    this.length += 4
  }

  tag(tag: Tag): void {
    this.u16(tag >>> 16)
    this.u16(tag & 0xffff)
  }

  /** The two letters of a VR, in this order whatever the byte order. */
  letters(vr: Vr): void {
    this.#reserve(2)
    this.#view.setUint16(this.length, lettersOf(vr))
    this.length += 2
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** Write `value` over what is at `at`. */
  patchU32(at: number, value: number, littleEndian = this.#littleEndian): void {
    this.#view.setUint32(at, value, littleEndian)
  }

  take(): Uint8Array {
    return this.#bytes.slice(0, this.length)
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.length + more))
    larger.set(this.#bytes.subarray(0, this.length))
    this.#bytes = larger
    this.#view = viewOf(larger)
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
