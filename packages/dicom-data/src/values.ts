/**
 * Value fields to texts and numbers. PS3.5 §6.2, §6.4.
 *
 * @module
 */
import type { CharacterSet } from './character-set.ts'
import type { Vr, VrTraits } from './vr.ts'

const SPACE = 0x20
const NUL = 0x00

/** The bytes of one value. */
export interface Field {
  readonly bytes: Buffer
  /** Over the same bytes. */
  readonly view: DataView
  readonly start: number
  readonly end: number
  readonly littleEndian: boolean
}

/** Values of a text VR, decoded by `characters`, or as ASCII where the VR knows no character set. */
export function readText(
  { bytes, start, end }: Field, { vr, multiple, trimsLeft }: VrTraits, characters: CharacterSet | null,
): readonly string[] {
  const last = withoutPadding(bytes, start, end)
  if (last === start) return []
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
export function readNumbers(field: Field, traits: VrTraits): readonly number[] {
  if (traits.kind === 'binary') return readBinary(field, traits)
  if (traits.vr !== 'IS' && traits.vr !== 'DS') return []
  const numbers = readText(field, traits, null).map(parseDecimal)
  return numbers.some(Number.isNaN) ? [] : numbers
}

/** An integer or decimal string; NaN if it is neither. `Number` alone takes more: '' and '0x10'. */
function parseDecimal(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN
}

/** Values of a binary VR in digits, 64-bit ones exact; tags in eight hexadecimal digits. [] for bytes and words. */
export function readDigits(field: Field, traits: VrTraits): readonly string[] {
  const { vr, width } = traits
  if (vr === 'OB' || vr === 'OW' || vr === 'UN') return []
  if (vr === 'AT') return readBinary(field, traits).map(tagDigits)
  if (vr !== 'SV' && vr !== 'UV' && vr !== 'OV') return readBinary(field, traits).map(String)
  const texts: string[] = []
  for (let at = field.start; at + width <= field.end; at += width) {
    const value = field.view.getBigUint64(at, field.littleEndian)
    texts.push(String(vr === 'SV' ? BigInt.asIntN(64, value) : value))
  }
  return texts
}

function tagDigits(tag: number): string {
  return tag.toString(16).toUpperCase().padStart(8, '0')
}

/** An unfinished value at the end of the field is left out. */
function readBinary({ view, start, end, littleEndian }: Field, { vr, width }: VrTraits): number[] {
  const read = READERS[vr]
  const step = vr === 'AT' ? 4 : width
  const numbers: number[] = []
  if (read === undefined) return numbers
  for (let at = start; at + step <= end; at += step) numbers.push(read(view, at, littleEndian))
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
  const turned = new Uint8Array(bytes)
  for (let at = 0; width > 1 && at + width <= turned.length; at += width) turned.subarray(at, at + width).reverse()
  return turned
}
