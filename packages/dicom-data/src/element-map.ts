/**
 * What a caller hands in to be written, brought into one form: by tag, each value with its VR.
 *
 * @module
 */
import { entryOf, Tags, vrOf } from './dictionary.ts'
import type { Scalar } from './encode-value.ts'
import type { Tag } from './tag.ts'
import type { TransferSyntax } from './transfer-syntax.ts'
import { traitsOf, type Vr } from './vr.ts'

/** Null writes an element without value. Bytes are written as they are: their byte order is the caller's. */
export type Value = Scalar | readonly Scalar[] | Uint8Array | readonly ElementMap[] | null

/** A value with its VR, where the dictionary does not know it (private) or another is wanted. */
export interface Element {
  readonly vr: Vr
  readonly value: Value
}

/** By tag. The VR of a plain value is the dictionary's. */
export type ElementMap = ReadonlyMap<Tag, Value | Element> | { readonly [tag: number]: Value | Element }

/** @throws RangeError if a value is a list of items where the VR is not SQ, or the reverse. */
export function elementsOf(map: ElementMap, transferSyntax: TransferSyntax): ReadonlyMap<Tag, Element> {
  const entries: Iterable<[Tag, Value | Element]> = isMap(map)
    ? map.entries()
    : Object.entries(map).map(([tag, value]) => [Number(tag), value])
  const elements = new Map<Tag, Element>()
  for (const [tag, given] of entries) elements.set(tag, elementOf(tag, given, transferSyntax))
  return elements
}

function isMap(map: ElementMap): map is ReadonlyMap<Tag, Value | Element> {
  return map instanceof Map
}

function elementOf(tag: Tag, given: Value | Element, transferSyntax: TransferSyntax): Element {
  const element = isElement(given) ? given : { vr: vrFor(tag, given, transferSyntax), value: given }
  const { vr, value } = element
  if (vr === 'SQ' ? itemsOf(value) === null : isItems(value)) throw new RangeError(`items do not fit VR ${vr}`)
  return element
}

function isElement(given: Value | Element): given is Element {
  return typeof given === 'object' && given !== null && !Array.isArray(given) && !(given instanceof Uint8Array)
}

/** Where the dictionary names several VRs, the value and the pixels decide. PS3.5 §A.1 to §A.4. */
function vrFor(tag: Tag, value: Value, { encapsulated }: TransferSyntax): Vr {
  if (isItems(value)) return 'SQ'
  if (tag === Tags.PixelData) return encapsulated ? 'OB' : 'OW'
  const vr = vrOf(tag)
  const numbers: readonly unknown[] = Array.isArray(value) ? value : [value]
  const isNegative = numbers.some((number) => typeof number === 'number' && number < 0)
  return vr === 'US' && isNegative && entryOf(tag)?.vrs.includes('SS') === true ? 'SS' : vr
}

function isItems(value: Value): value is readonly ElementMap[] {
  return Array.isArray(value) && value.length > 0 && typeof value[0] === 'object'
}

/** The items of a value of VR SQ; null if it is something else. */
export function itemsOf(value: Value): readonly ElementMap[] | null {
  if (value === null || (Array.isArray(value) && value.length === 0)) return []
  return isItems(value) ? value : null
}

/** Any text, at any depth, that only a Specific Character Set can write; but for items that name one themselves. */
export function hasWideText(elements: ReadonlyMap<Tag, Element>, transferSyntax: TransferSyntax): boolean {
  return [...elements.values()].some(({ vr, value }) => {
    if (vr === 'SQ') {
      const items = (itemsOf(value) ?? []).map((item) => elementsOf(item, transferSyntax))
      return items.some((item) => !item.has(Tags.SpecificCharacterSet) && hasWideText(item, transferSyntax))
    }
    return traitsOf(vr).kind === 'text' && isWide(value)
  })
}

function isWide(value: Value): boolean {
  if (typeof value === 'string') return /[^\0-\x7f]/.test(value)
  return Array.isArray(value) && value.some(isWide)
}
