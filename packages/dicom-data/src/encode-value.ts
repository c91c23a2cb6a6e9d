/**
 * Values to value fields, padded to even length. PS3.5 §6.2, §6.4, §7.1.1.
 *
 * @module
 */
import type { CharacterSet } from './character-set.ts'
import { traitsOf, type Vr } from './vr.ts'

export type Scalar = string | number

/** Most characters of a decimal string. PS3.5 Table 6.2-1. */
const DS_CHARACTERS = 16

/**
 * The value field of anything but a sequence.
 *
 * @throws RangeError if a value does not fit the VR or the character set. The message does not hold the value.
 */
export function encodeValue(
  value: Scalar | readonly Scalar[] | Uint8Array | null,
  vr: Vr,
  littleEndian: boolean,
  characters: CharacterSet,
): Uint8Array {
  const { kind, padding } = traitsOf(vr)
  if (value === null) return new Uint8Array(0)
  if (value instanceof Uint8Array) return padded(value, padding)
  const values: readonly Scalar[] = Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar]
  if (kind === 'binary') return padded(encodeNumbers(values, vr, littleEndian), padding)
  const text = values.map((single) => textOf(single, vr)).join('\\')
  if (kind === 'text') return padded(characters.encode(text, vr === 'PN'), padding)
  return padded(ascii(text), padding)
}

export function padded(bytes: Uint8Array, padding: number): Uint8Array {
  if (bytes.length % 2 === 0) return bytes
  const even = new Uint8Array(bytes.length + 1)
  even.set(bytes)
  even[bytes.length] = padding
  return even
}

function ascii(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'latin1')
  if (bytes.some((byte) => byte >= 0x80) || bytes.toString('latin1') !== text) {
    throw new RangeError('a character outside of ASCII in a VR that has no character set')
  }
  return bytes
}

function textOf(value: Scalar, vr: Vr): string {
  if (typeof value === 'string') return value
  if (!Number.isFinite(value)) throw new RangeError('not a finite number')
  if (vr === 'IS' && !Number.isInteger(value)) throw new RangeError('not an integer')
  return vr === 'DS' ? decimalString(value) : String(value)
}

/** As many digits as fit into 16 characters, with or without exponent. */
export function decimalString(value: number): string {
  for (let digits = 17; digits > 0; digits--) {
    const rounded = Number(value.toPrecision(digits))
    const fitting = [String(rounded), rounded.toExponential()].find((text) => text.length <= DS_CHARACTERS)
    // Near the largest number, rounding up would leave the numbers.
    if (fitting !== undefined && Number.isFinite(rounded)) return fitting
  }
  return '0'
}

function encodeNumbers(values: readonly Scalar[], vr: Vr, littleEndian: boolean): Uint8Array {
  const write = WRITERS[vr]
  if (write === undefined) throw new RangeError(`numbers given for VR ${vr}`)
  const bytes = new Uint8Array(values.length * write.width)
  const view = new DataView(bytes.buffer)
  values.forEach((value, index) => {
    if (!write.put(view, index * write.width, value, littleEndian)) {
      throw new RangeError(`a number that does not fit VR ${vr}`)
    }
  })
  return bytes
}

function parseNumber(value: Scalar): number {
  if (typeof value === 'number') return value
  return value.trim() === '' ? NaN : Number(value)
}

interface Writer {
  readonly width: number
  /** @returns false if the value does not fit. */
  put(view: DataView, at: number, value: Scalar, littleEndian: boolean): boolean
}

type Put = (view: DataView, at: number, value: number, littleEndian: boolean) => void

function integer(width: number, low: number, high: number, put: Put): Writer {
  return {
    width,
    put(view, at, value, littleEndian) {
      const number = parseNumber(value)
      const fits = Number.isInteger(number) && number >= low && number <= high
      if (fits) put(view, at, number, littleEndian)
      return fits
    },
  }
}

function real(width: number, put: Put): Writer {
  return {
    width,
    put(view, at, value, littleEndian) {
      const number = parseNumber(value)
      // Not-a-number may be meant, where it is given as such.
      if (Number.isNaN(number) && typeof value !== 'number' && value !== 'NaN') return false
      put(view, at, number, littleEndian)
      return true
    },
  }
}

/** Digits are exact; numbers are taken up to 2^53, above which they are not. */
function wide(low: bigint, high: bigint): Writer {
  return {
    width: 8,
    put(view, at, value, littleEndian) {
      const isExact = typeof value === 'number' ? Number.isSafeInteger(value) : /^\s*[+-]?\d+\s*$/.test(value)
      if (!isExact) return false
      const integer = BigInt(typeof value === 'string' ? value.replace('+', '') : value)
      if (integer < low || integer > high) return false
      view.setBigUint64(at, BigInt.asUintN(64, integer), littleEndian)
      return true
    },
  }
}

const u8 = integer(1, 0, 0xff, (view, at, value) => view.setUint8(at, value))
const u16 = integer(2, 0, 0xffff, (view, at, value, le) => view.setUint16(at, value, le))
const u32 = integer(4, 0, 0xffffffff, (view, at, value, le) => view.setUint32(at, value, le))
const u64 = wide(0n, 2n ** 64n - 1n)
const f32 = real(4, (view, at, value, le) => view.setFloat32(at, value, le))
const f64 = real(8, (view, at, value, le) => view.setFloat64(at, value, le))

/** A tag may be given as its eight hexadecimal digits, as DICOM JSON does. */
const at: Writer = {
  width: 4,
  put(view, position, value, le) {
    const tag = typeof value === 'number' ? value : /^[0-9A-Fa-f]{8}$/.test(value) ? parseInt(value, 16) : NaN
    if (!Number.isInteger(tag) || tag < 0 || tag > 0xffffffff) return false
    view.setUint16(position, tag >>> 16, le)
    view.setUint16(position + 2, tag & 0xffff, le)
    return true
  },
}

const WRITERS: { readonly [vr in Vr]?: Writer } = {
  AT: at,
  OB: u8,
  OW: u16,
  US: u16,
  OL: u32,
  UL: u32,
  OV: u64,
  UV: u64,
  SV: wide(-(2n ** 63n), 2n ** 63n - 1n),
  FL: f32,
  OF: f32,
  FD: f64,
  OD: f64,
  SS: integer(2, -0x8000, 0x7fff, (view, at, value, le) => view.setInt16(at, value, le)),
  SL: integer(4, -0x80000000, 0x7fffffff, (view, at, value, le) => view.setInt32(at, value, le)),
}
