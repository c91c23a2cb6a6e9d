/**
 * Data sets to bytes. PS3.5 §7.
 *
 * @module
 */
import { deflateSync } from 'fflate'
import { characterSetOf, type CharacterSet } from './character-set.ts'
import { Tags } from './dictionary.ts'
import { elementsOf, hasWideText, itemsOf, type Element, type ElementMap, type Value } from './element-map.ts'
import { encodeValue } from './encode-value.ts'
import { GrowingBytes, joined } from './growing-bytes.ts'
import { ITEM, ITEM_END, SEQUENCE_END, type Tag } from './tag.ts'
import type { TransferSyntax } from './transfer-syntax.ts'
import { traitsOf, type Vr } from './vr.ts'
import { UNDEFINED_LENGTH, type Coding } from './element-header.ts'

export interface EncodeOptions {
  /** Specific Character Set for text that is not ASCII, where the elements name none. Default ISO_IR 192. */
  readonly characterSet?: string
  /** Sequences and items end by delimiters. Default false: by their length. */
  readonly undefinedLengthSequences?: boolean
}

const UTF_8 = 'ISO_IR 192'
/** Longest value of a short element header. */
const SHORT_LENGTH = 0xffff

/**
 * The bytes of a data set: elements sorted by tag, value fields of even length.
 *
 * Where text is not ASCII and no Specific Character Set is given, one is written.
 *
 * @throws RangeError if a value does not fit its VR or the character set. The message never holds the value.
 */
export function encodeDataSet(
  map: ElementMap, transferSyntax: TransferSyntax, options: EncodeOptions = {},
): Uint8Array {
  const elements = withCharacterSet(elementsOf(map, transferSyntax), transferSyntax, options.characterSet ?? UTF_8)
  const out = new GrowingBytes(transferSyntax.littleEndian)
  const undefinedLengths = options.undefinedLengthSequences === true
  writeElements(out, elements, { transferSyntax, undefinedLengths, characters: characterSetOf([]) })
  return transferSyntax.deflated ? deflated(out.take()) : out.take()
}

/** Tag, VR and length of an element whose value is somewhere else; `UNDEFINED_LENGTH` before fragments or items. */
export function encodeElementHeader(tag: Tag, vr: Vr, length: number, transferSyntax: Coding): Uint8Array {
  const out = new GrowingBytes(transferSyntax.littleEndian)
  writeHeader(out, tag, vr, length, transferSyntax)
  return out.take()
}

/** The eight bytes of an item, fragment or delimiter. PS3.5 Table 7.5-1, Table A.4-1. */
export function encodeItemHeader(tag: Tag, length: number, transferSyntax: TransferSyntax): Uint8Array {
  const out = new GrowingBytes(transferSyntax.littleEndian)
  writeItemHeader(out, tag, length)
  return out.take()
}

function withCharacterSet(
  elements: ReadonlyMap<Tag, Element>, transferSyntax: TransferSyntax, term: string,
): ReadonlyMap<Tag, Element> {
  if (elements.has(Tags.SpecificCharacterSet) || !hasWideText(elements, transferSyntax)) return elements
  return new Map([...elements, [Tags.SpecificCharacterSet, { vr: 'CS', value: term }]])
}

export interface Writing {
  readonly transferSyntax: TransferSyntax
  readonly undefinedLengths: boolean
  /** In force until the elements name another. */
  readonly characters: CharacterSet
}

export function writeElements(out: GrowingBytes, elements: ReadonlyMap<Tag, Element>, around: Writing): void {
  const named = elements.get(Tags.SpecificCharacterSet)
  const writing = named === undefined ? around : { ...around, characters: characterSetOf(termsOf(named.value)) }
  const sorted = [...elements].sort(([a], [b]) => a - b)
  for (const [tag, { vr, value }] of sorted) {
    if (vr === 'SQ') writeSequence(out, tag, itemsOf(value) ?? [], writing)
    else writeElement(out, tag, vr, value as Exclude<Value, readonly ElementMap[]>, writing)
  }
}

export function termsOf(value: Value): readonly string[] {
  if (typeof value === 'string') return value.split('\\')
  return Array.isArray(value) ? value.map(String) : []
}

function writeElement(
  out: GrowingBytes, tag: Tag, vr: Vr, value: Parameters<typeof encodeValue>[0], writing: Writing,
): void {
  const { transferSyntax, characters } = writing
  const field = encodeValue(value, vr, transferSyntax.littleEndian, characters)
  writeHeader(out, tag, vr, field.length, transferSyntax)
  out.append(field)
}

/** A value too long for a short header is written as UN, which is long. PS3.5 §6.2.2 note 5. */
function writeHeader(out: GrowingBytes, tag: Tag, vr: Vr, length: number, { explicitVr }: Coding): void {
  out.tag(tag)
  if (!explicitVr) {
    out.u32(length)
    return
  }
  const isShort = !traitsOf(vr).longForm
  if (isShort && length <= SHORT_LENGTH) {
    out.letters(vr)
    out.u16(length)
  } else {
    out.letters(isShort ? 'UN' : vr)
    out.u16(0)
    out.u32(length)
  }
}

function writeItemHeader(out: GrowingBytes, tag: Tag, length: number): void {
  out.tag(tag)
  out.u32(length)
}

function writeSequence(out: GrowingBytes, tag: Tag, items: readonly ElementMap[], writing: Writing): void {
  const { transferSyntax, undefinedLengths } = writing
  writeHeader(out, tag, 'SQ', UNDEFINED_LENGTH, transferSyntax)
  const start = out.length
  for (const item of items) writeItem(out, item, writing)
  if (undefinedLengths) writeItemHeader(out, SEQUENCE_END, 0)
  else out.patchU32(start - 4, out.length - start)
}

function writeItem(out: GrowingBytes, item: ElementMap, writing: Writing): void {
  writeItemHeader(out, ITEM, UNDEFINED_LENGTH)
  const start = out.length
  writeElements(out, elementsOf(item, writing.transferSyntax), writing)
  if (writing.undefinedLengths) writeItemHeader(out, ITEM_END, 0)
  else out.patchU32(start - 4, out.length - start)
}

/** Padded to even length, as PS3.5 §A.5 wants it. */
function deflated(bytes: Uint8Array): Uint8Array {
  const packed = deflateSync(bytes)
  return packed.length % 2 === 0 ? packed : joined([packed, new Uint8Array(1)])
}
