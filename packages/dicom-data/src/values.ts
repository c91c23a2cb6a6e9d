/**
 * Value fields to texts and numbers. PS3.5 §6.2, §6.4.
 *
 * @module
 */
import type { CharacterSet } from './character-set.ts'
import { traitsOf, type Vr } from './vr.ts'

const SPACE = 0x20
const NUL = 0x00

/** Values of a text VR, decoded by `characters`, or as ASCII where the VR knows no character set. */
export function readText(
  bytes: Buffer, start: number, end: number, vr: Vr, characters: CharacterSet | null,
): readonly string[] {
  const { multiple, trimsLeft } = traitsOf(vr)
  const last = withoutPadding(bytes, start, end)
  const text = characters === null
    ? bytes.toString('latin1', start, last)
    : characters.decode(bytes, start, last, vr === 'PN')
  if (text === '') return []
  if (!multiple || !text.includes('\\')) return [trimsLeft ? trimmed(text) : text]
  return text.split('\\').map((value) => (trimsLeft ? trimmed(value) : trimmedRight(value)))
}

function withoutPadding(bytes: Buffer, start: number, end: number): number {
  let last = end
  while (last > start && (bytes[last - 1] === SPACE || bytes[last - 1] === NUL)) last--
  return last
}

function trimmed(value: string): string {
  return trimmedRight(value.startsWith(' ') ? value.trimStart() : value)
}

function trimmedRight(value: string): string {
  return value.endsWith(' ') || value.endsWith('\0') ? value.replace(/[ \0]+$/, '') : value
}

/** Values of a binary VR, of IS or of DS; [] for other texts, or if one value is no number. */
export function readNumbers(
  bytes: Buffer, start: number, end: number, vr: Vr, littleEndian: boolean,
): readonly number[] {
  const { kind, width } = traitsOf(vr)
  if (kind === 'binary') return readBinary(bytes.subarray(start, end), vr, width, littleEndian)
  if (vr !== 'IS' && vr !== 'DS') return []
  const numbers = readText(bytes, start, end, vr, null).map(parseDecimal)
  return numbers.some(Number.isNaN) ? [] : numbers
}

/** An integer or decimal string; NaN if it is neither. `Number` alone takes more: '' and '0x10'. */
function parseDecimal(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN
}

/** Values of a binary VR in digits, 64-bit ones exact; tags in eight hexadecimal digits. [] for bytes and words. */
export function readDigits(
  bytes: Buffer, start: number, end: number, vr: Vr, littleEndian: boolean,
): readonly string[] {
  const { width } = traitsOf(vr)
  if (vr === 'OB' || vr === 'OW' || vr === 'UN') return []
  if (vr === 'AT') return readBinary(bytes.subarray(start, end), vr, width, littleEndian).map(tagDigits)
  if (vr !== 'SV' && vr !== 'UV' && vr !== 'OV') return readBinary(bytes.subarray(start, end), vr, width, littleEndian).map(String)
  const texts: string[] = []
  for (let at = start; at + width <= end; at += width) {
    const value = littleEndian ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at)
    texts.push(String(vr === 'SV' ? BigInt.asIntN(64, value) : value))
  }
  return texts
}

function tagDigits(tag: number): string {
  return tag.toString(16).toUpperCase().padStart(8, '0')
}

/** An unfinished value at the end of the field is left out. */
function readBinary(field: Buffer, vr: Vr, width: number, littleEndian: boolean): number[] {
  const read = READERS[vr]
  const view = new DataView(field.buffer, field.byteOffset, field.byteLength)
  const step = vr === 'AT' ? 4 : width
  const numbers: number[] = []
  if (read === undefined) return numbers
  for (let at = 0; at + step <= field.length; at += step) numbers.push(read(view, at, littleEndian))
  return numbers
}

type Read = (view: DataView, at: number, littleEndian: boolean) => number

const READERS: { readonly [vr in Vr]?: Read } = {
  AT: (view, at, le) => view.getUint16(at, le) * 0x10000 + view.getUint16(at + 2, le),
  FD: (view, at, le) => view.getFloat64(at, le),
  FL: (view, at, le) => view.getFloat32(at, le),
  OB: (view, at) => view.getUint8(at),
  OD: (view, at, le) => view.getFloat64(at, le),
  OF: (view, at, le) => view.getFloat32(at, le),
  OL: (view, at, le) => view.getUint32(at, le),
  OV: (view, at, le) => Number(view.getBigUint64(at, le)),
  OW: (view, at, le) => view.getUint16(at, le),
  SL: (view, at, le) => view.getInt32(at, le),
  SS: (view, at, le) => view.getInt16(at, le),
  SV: (view, at, le) => Number(view.getBigInt64(at, le)),
  UL: (view, at, le) => view.getUint32(at, le),
  US: (view, at, le) => view.getUint16(at, le),
  UV: (view, at, le) => Number(view.getBigUint64(at, le)),
}

/** Values of `width` bytes in the other byte order; what is left over at the end stays. */
export function swapped(bytes: Uint8Array, width: number): Uint8Array {
  const turned = bytes.slice()
  for (let at = 0; width > 1 && at + width <= turned.length; at += width) turned.subarray(at, at + width).reverse()
  return turned
}
