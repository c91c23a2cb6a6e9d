/**
 * What stands in front of a value: tag, VR and length, in their three forms. PS3.5 §7.1.
 *
 * @module
 */
import { LITTLE_ENDIAN, SHORT_LENGTH } from './element-index.ts'

export const UNDEFINED_LENGTH = 0xffffffff

/** Tag, VR and a length of two bytes; or tag and a length of four, which also items and delimiters have. */
export const HEADER_BYTES = 8
/** Tag, VR, two reserved bytes and a length of four. */
export const LONG_HEADER_BYTES = 12

/** How elements are written: may differ within a sequence. */
export interface Coding {
  readonly explicitVr: boolean
  readonly littleEndian: boolean
}

/** Change the length field that ends before `valueStart`, of a header with these traits. */
export function addToLength(view: DataView, valueStart: number, traits: number, bytes: number): void {
  const littleEndian = (traits & LITTLE_ENDIAN) !== 0
  if ((traits & SHORT_LENGTH) !== 0) {
    view.setUint16(valueStart - 2, view.getUint16(valueStart - 2, littleEndian) + bytes, littleEndian)
  } else view.setUint32(valueStart - 4, view.getUint32(valueStart - 4, littleEndian) + bytes, littleEndian)
}

/**
 * How an element with no VR of the standard goes on.
 *
 * Capitals are a VR of a later edition, and those are long (PS3.5 §6.2). Other letters, and NUL, were seen with a
 * length of two bytes ("??", "  "). Anything else is an element written as implicit among explicit ones.
 */
export function formOf(letters: number): 'long' | 'short' | 'implicit' {
  const [first, second] = [letters >>> 8, letters & 0xff]
  if (isCapital(first) && isCapital(second)) return 'long'
  return letters === 0 || (isPrintable(first) && isPrintable(second)) ? 'short' : 'implicit'
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a
}

function isPrintable(code: number): boolean {
  return code >= 0x20 && code <= 0x7e
}

/** One stray byte, or fewer zeros than an element header: seen behind otherwise whole data sets. */
export function isTrailer(rest: Uint8Array): boolean {
  return rest.length <= 1 || (rest.length < HEADER_BYTES && rest.every((byte) => byte === 0))
}
