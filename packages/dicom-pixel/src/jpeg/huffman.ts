/**
 * Huffman codes, and the bits they are written in. ITU-T T.81 Annex C and §F.2.2.
 *
 * @module
 */
import { CodecError } from '../outcome.ts'

/** For every 16 bits that may come: the length of the code they begin with, and its value. */
export interface HuffmanTable {
  /** By the first `LOOK` bits: length * 256 + value; 0 where the code is longer. */
  readonly short: Uint16Array
  /** Of each length: the first code that is greater, left-aligned in 16 bits. */
  readonly limits: Int32Array
  /** Of each length: what to add to a code to get its place in `values`. */
  readonly offsets: Int32Array
  readonly values: Uint8Array
}

const LOOK = 9

/** @param counts - codes of each length from 1 to 16. */
export function huffmanTable(counts: readonly number[], values: Uint8Array): HuffmanTable {
  const short = new Uint16Array(2 ** LOOK)
  const [limits, offsets] = [new Int32Array(17), new Int32Array(17)]
  let [code, place] = [0, 0]
  counts.forEach((count, n) => {
    const length = n + 1
    offsets[length] = place - code
    for (let k = 0; k < count; k++, code++, place++) {
      if (length > LOOK) continue
      short.fill(length * 256 + (values[place] ?? 0), code << (LOOK - length), (code + 1) << (LOOK - length))
    }
    if (code > 2 ** length) throw new CodecError('broken', 'broken JPEG: more Huffman codes than fit')
    limits[length] = code << (16 - length)
    code <<= 1
  })
  return { short, limits, offsets, values }
}

/** Entropy-coded data: stuffed zeros are left out, a marker ends it. T.81 §F.1.2.3. */
export class BitReader {
  /** Behind the last byte that was taken. */
  at: number
  readonly #bytes: Uint8Array
  #buffer = 0
  #bits = 0
  #missing = 0

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  /** The next value of `table`. */
  decode(table: HuffmanTable): number {
    if (this.#bits < 16) this.#fill()
    const ahead = (this.#buffer >>> (this.#bits - 16)) & 0xffff
    const short = table.short[ahead >> (16 - LOOK)] ?? 0
    if (short !== 0) {
      this.#bits -= short >> 8
      return short & 0xff
    }
    for (let length = LOOK + 1; length <= 16; length++) {
      if (ahead >= (table.limits[length] ?? 0)) continue
      this.#bits -= length
      return table.values[(ahead >> (16 - length)) + (table.offsets[length] ?? 0)] ?? 0
    }
    throw new CodecError('broken', 'broken JPEG: no such Huffman code')
  }

  /** `count` bits, up to 16. */
  read(count: number): number {
    if (count === 0) return 0
    if (this.#bits < count) this.#fill()
    this.#bits -= count
    return (this.#buffer >>> this.#bits) & ((1 << count) - 1)
  }

  /** `count` bits as a difference: those that begin with 0 are negative. T.81 Table F.1. */
  readSigned(count: number): number {
    const value = this.read(count)
    return count > 0 && value < 2 ** (count - 1) ? value - 2 ** count + 1 : value
  }

  /**
   * End an interval: bits left of the last byte are dropped, and a restart marker, if it comes next, is passed.
   *
   * @throws CodecError if bits were asked for that are not there.
   */
  align(): void {
    // Bytes of the buffer that were not begun; those added behind the end do not count.
    const spare = (this.#bits >> 3) - this.#missing
    if (spare < 0) throw new CodecError('broken', 'broken JPEG: data cut')
    this.#bits = 0
    this.#buffer = 0
    this.#missing = 0
  }

  /** Pass a restart marker. False if something else is next. */
  restart(): boolean {
    this.align()
    const { length } = this.#bytes
    while (this.at + 1 < length && this.#bytes[this.at] === 0xff && this.#bytes[this.at + 1] === 0xff) this.at++
    const marker = this.#bytes[this.at + 1] ?? 0
    if (this.#bytes[this.at] !== 0xff || marker < 0xd0 || marker > 0xd7) return false
    this.at += 2
    return true
  }

  /** At least 24 bits, zeros behind the end. */
  #fill(): void {
    while (this.#bits <= 16) {
      let byte = this.#bytes[this.at]
      if (byte === 0xff) {
        if (this.#bytes[this.at + 1] === 0) this.at += 2
        else byte = undefined // a marker
      } else if (byte !== undefined) this.at++
      if (byte === undefined) {
        this.#missing++
        if (this.#missing > MOST_MISSING) throw new CodecError('broken', 'broken JPEG: data cut')
      }
      this.#buffer = ((this.#buffer & 0xffff) << 8) | (byte ?? 0)
      this.#bits += 8
    }
  }
}

/** Bytes behind the end that looking ahead may touch. */
const MOST_MISSING = 3
