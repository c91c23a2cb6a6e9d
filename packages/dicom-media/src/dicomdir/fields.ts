/**
 * Elements of a Directory Record, most of them taken over from an instance.
 *
 * Texts are copied as bytes, not decoded and encoded again: with the instance's own Specific Character Set beside
 * them they read on the disc exactly as they read in the file. And it is quick: a disc has thousands of records.
 *
 * @module
 */
import {
  encodeDataSet, TransferSyntaxes, vrOf, type DataSet, type Element, type Tag, type Vr,
} from '@filmjacket/dicom-data'

/** A value field, still without header and padding; or, where that is more work, a whole element as encoded. */
export type Field =
  | { readonly kind: 'value'; readonly tag: Tag; readonly vr: Vr; readonly bytes: Uint8Array }
  | { readonly kind: 'element'; readonly bytes: Uint8Array }

type Elements = ReadonlyMap<Tag, Element>

/** Longer text is not what its keyword says: the keys have 64, at most 1,024 characters. PS3.5 Table 6.2-1. */
const MAX_BYTES = 2048

const DOT = 0x2e
const COLON = 0x3a

const LONG_TEXT: ReadonlySet<Vr> = new Set(['UC', 'UR', 'UT'])
const NUMERIC: ReadonlySet<Vr> = new Set(['AT', 'FD', 'FL', 'SL', 'SS', 'SV', 'UL', 'US', 'UV'])
const OPAQUE: ReadonlySet<Vr> = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN'])

/** The element as a field; undefined if it is absent, empty, blank or too long to be what it is called. */
export function copied(dataSet: DataSet, tag: Tag): Field | undefined {
  const element = elementOf(dataSet, tag)
  return element === undefined ? undefined : fieldOf(tag, element)
}

export function fieldOf(tag: Tag, { vr, value }: Element): Field {
  if (value instanceof Uint8Array && !LONG_TEXT.has(vr)) return { kind: 'value', tag, vr, bytes: value }
  const elements = new Map([[tag, { vr, value }]])
  return { kind: 'element', bytes: encodeDataSet(elements, TransferSyntaxes.explicitVrLittleEndian) }
}

/** A text of our own making: ASCII, values joined by backslashes. */
export function textField(tag: Tag, text: string): Field {
  return { kind: 'value', tag, vr: vrOf(tag), bytes: Buffer.from(text, 'latin1') }
}

/** A sequence of those items that hold something; undefined if none does. */
export function sequenceField(tag: Tag, items: readonly Elements[]): Field | undefined {
  const full = items.filter((item) => item.size > 0)
  return full.length === 0 ? undefined : fieldOf(tag, { vr: 'SQ', value: full })
}

/** The elements `tags` of an item; all if none are named. Pixels and other bulk are left out. */
export function elementsOf(item: DataSet, tags: Iterable<Tag> = item.tags()): Elements {
  const elements = new Map<Tag, Element>()
  for (const tag of tags) {
    const element = elementOf(item, tag)
    if (element !== undefined) elements.set(tag, element)
  }
  return elements
}

function elementOf(dataSet: DataSet, tag: Tag): Element | undefined {
  const bytes = dataSet.bytes(tag)
  if (bytes === undefined) return undefined
  const written = dataSet.vr(tag) ?? 'UN'
  const vr = written === 'UN' ? vrOf(tag) : written
  if (vr === 'SQ') {
    const items = dataSet.items(tag).map((item) => elementsOf(item)).filter((item) => item.size > 0)
    return items.length === 0 ? undefined : { vr, value: items }
  }
  if (OPAQUE.has(vr) || bytes.length > MAX_BYTES) return undefined
  if (!NUMERIC.has(vr)) return textElement(vr, bytes)
  if (vr === 'US') {
    const value = dataSet.bytesLittleEndian(tag)
    return value === undefined || value.length === 0 || value.length % 2 === 1 ? undefined : { vr, value }
  }
  const numbers = dataSet.numbers(tag)
  return numbers.length === 0 ? undefined : { vr, value: numbers }
}

function textElement(vr: Vr, bytes: Uint8Array): Element | undefined {
  if (isBlank(bytes)) return undefined
  return { vr, value: vr === 'DA' || vr === 'TM' ? withoutOldMarks(bytes) : bytes }
}

/** Only padding: spaces, or the NUL of a UID. */
function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 0x20 && byte !== 0) return false
  return true
}

/** ACR-NEMA wrote 1993.11.24 and 09:53:00: to be read, not to be written. PS3.5 Table 6.2-1, DA and TM. */
function withoutOldMarks(bytes: Uint8Array): Uint8Array {
  const [third, fifth] = [bytes[2], bytes[4]]
  if (third !== COLON && fifth !== DOT) return bytes
  const mark = third === COLON ? COLON : DOT
  return bytes.filter((byte) => byte !== mark)
}
