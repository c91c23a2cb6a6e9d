/**
 * CRC-32 as ZIP uses it (ISO 3309, polynomial EDB88320), and the joining of CRCs.
 *
 * The CRC of two pieces one after the other follows from the two CRCs and the second
 * length alone: appending n zero bytes multiplies by x^(8n) modulo the polynomial. So the CRC of
 * a file with a new header costs no read of its pixels.
 *
 * @module
 */
import { crc32 as nativeCrc32 } from 'node:zlib'
import type { ExtentList } from './extent.ts'

const POLYNOMIAL = 0xedb88320

/** CRC-32 of `bytes`, or of what `seed` stood for followed by `bytes`. */
export function crc32(bytes: Uint8Array, seed = 0): number {
  return nativeCrc32(bytes, seed)
}

/** CRC-32 of A followed by B, from the CRC of each and the length of B in bytes. */
export function crc32Combine(crcA: number, crcB: number, lengthOfB: number): number {
  return (multiply(zeroBytes(lengthOfB), crcA) ^ crcB) >>> 0
}

/**
 * CRC-32 of a whole list, without reading a blob.
 *
 * @throws RangeError if a blob range carries no CRC of its own.
 */
export function crc32Of(list: ExtentList): number {
  return list.reduce((crc, extent) => {
    if (extent.kind === 'literal') return crc32(extent.bytes, crc)
    if (extent.crc32 === undefined) throw new RangeError('a blob range without CRC')
    return crc32Combine(crc, extent.crc32, extent.length)
  }, 0)
}

/** Product of two polynomials modulo the CRC's; the highest power is in the lowest bit. */
function multiply(a: number, b: number): number {
  let product = 0
  let shifted = b
  for (let mask = 0x80000000; mask !== 0; mask >>>= 1) {
    if ((a & mask) !== 0) product ^= shifted
    shifted = (shifted & 1) !== 0 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1
  }
  return product >>> 0
}

/** x^(8 * 2^n) modulo the polynomial, for each n: what 2^n zero bytes multiply by. */
const ZERO_BYTES: readonly number[] = powers()

function powers(): number[] {
  const table: number[] = []
  let power = 0x00800000 // x^8
  for (let n = 0; n < 53; n++) {
    table.push(power)
    power = multiply(power, power)
  }
  return table
}

/** Of images of one size the same is asked thousands of times. */
let last = { length: 0, product: 0x80000000 }

function zeroBytes(length: number): number {
  if (length !== last.length) last = { length, product: productOf(length) }
  return last.product
}

function productOf(length: number): number {
  let product = 0x80000000 // x^0
  for (let n = 0, left = length; left > 0; n++, left = Math.floor(left / 2)) {
    if (left % 2 === 1) product = multiply(ZERO_BYTES[n] ?? 0, product)
  }
  return product
}
