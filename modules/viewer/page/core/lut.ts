/**
 * Look-up tables: a descriptor of three numbers, and data of 8 or 16 bits.
 * PS3.3 §C.11.1.1 (Modality), §C.11.2.1.1 (VOI), §C.7.6.3.1.5 and .6 (Palette Color).
 *
 * @module
 */
import { bulkOf, itemsOf, numbersOf, type Bulk, type Elements } from './elements.ts'
import { Tags } from './tags.ts'

export interface Lut {
  /** The stored value that takes the first entry; smaller ones take it too. */
  readonly first: number
  readonly entries: ArrayLike<number>
  /** The greatest value an entry can have. */
  readonly ceiling: number
}

/** A table whose data may lie elsewhere. */
export interface LutPlace {
  readonly count: number
  readonly first: number
  readonly bits: number
  /** Of VR US; else `data` has them. */
  readonly entries: readonly number[]
  readonly data: Bulk
}

function placeOf(elements: Elements, descriptor: string, data: string, signed: boolean): LutPlace | null {
  const [count, first = 0, bits = 16] = numbersOf(elements, descriptor)
  if (count === undefined) return null
  return {
    // Zero stands for 2^16, which a US cannot hold; the first value mapped is signed where the pixels are.
    count: count === 0 ? 0x10000 : count,
    first: signed && first > 0x7fff ? first - 0x10000 : first,
    bits, entries: numbersOf(elements, data), data: bulkOf(elements, data),
  }
}

export function modalityLutPlace(elements: Elements, signed: boolean): LutPlace | null {
  return itemPlace(itemsOf(elements, Tags.ModalityLUTSequence)[0], signed)
}

export function voiLutPlace(elements: Elements, signed: boolean): LutPlace | null {
  return itemPlace(itemsOf(elements, Tags.VOILUTSequence)[0], signed)
}

function itemPlace(item: Elements | undefined, signed: boolean): LutPlace | null {
  return item === undefined ? null : placeOf(item, Tags.LUTDescriptor, Tags.LUTData, signed)
}

/** Red, green, blue; null if one is missing. */
export function palettePlaces(elements: Elements, signed: boolean): readonly LutPlace[] | null {
  const places = [
    placeOf(elements, Tags.RedPaletteColorLookupTableDescriptor, Tags.RedPaletteColorLookupTableData, signed),
    placeOf(elements, Tags.GreenPaletteColorLookupTableDescriptor, Tags.GreenPaletteColorLookupTableData, signed),
    placeOf(elements, Tags.BluePaletteColorLookupTableDescriptor, Tags.BluePaletteColorLookupTableData, signed),
  ].filter((place) => place !== null)
  return places.length === 3 ? places : null
}

/** The table, once its data is here. Null if it is shorter than it says. */
export function lutOf({ count, first, bits, entries, data }: LutPlace, fetched: Uint8Array | null): Lut | null {
  const bytes = data.bytes ?? fetched
  const numbers = entries.length >= count ? entries : bytes === null ? null : entriesIn(bytes, count)
  if (numbers === null) return null
  let greatest = 0
  for (let n = 0; n < numbers.length; n++) greatest = Math.max(greatest, numbers[n] ?? 0)
  return { first, entries: numbers, ceiling: ceilingOf(bits, greatest) }
}

/** Entries of 8 bits may be packed two to a word: then there are as many bytes as entries. */
function entriesIn(bytes: Uint8Array, count: number): ArrayLike<number> | null {
  if (bytes.length >= count * 2) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return Uint16Array.from({ length: count }, (_, n) => view.getUint16(n * 2, true))
  }
  return bytes.length >= count ? bytes.subarray(0, count) : null
}

/** Some writers say 16 bits and fill 8; their pictures would be black. */
function ceilingOf(bits: number, greatest: number): number {
  if (bits > 8 && greatest > 255) return Math.max(2 ** Math.min(bits, 16) - 1, greatest)
  return greatest > 255 ? 65_535 : 255
}

/** The entry for `value`; the ends serve what lies beyond them. */
export function lookUp({ first, entries }: Lut, value: number): number {
  return entries[Math.min(Math.max(Math.round(value) - first, 0), entries.length - 1)] ?? 0
}
