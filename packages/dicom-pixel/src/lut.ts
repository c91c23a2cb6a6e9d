/**
 * Look-up tables as DICOM keeps them: a descriptor of three numbers, and data of 8 or 16 bits.
 * PS3.3 §C.11.1.1 (Modality), §C.11.2.1.1 (VOI), §C.7.6.3.1.5 and .6 (Palette Color).
 *
 * @module
 */
import type { DataSet, Tag } from '@filmjacket/dicom-data'
import { expandSegments } from './segmented-lut.ts'

export interface Lut {
  /** The stored value that takes the first entry; smaller ones take it too. */
  readonly first: number
  readonly entries: Uint16Array
  /** The greatest value an entry can have. */
  readonly ceiling: number
}

export interface LutTags {
  readonly descriptor: Tag
  readonly data: Tag
  /** Palettes only: the same data in segments. */
  readonly segments?: Tag
}

/** The first value mapped is signed where the pixels are. PS3.3 §C.11.1.1.1. */
export interface LutReading {
  readonly signed: boolean
  readonly littleEndian: boolean
}

/** Read a table. Null if it is absent, broken, or shorter than its descriptor says. */
export function readLut(dataSet: DataSet, tags: LutTags, reading: LutReading): Lut | null {
  const descriptor = dataSet.bytes(tags.descriptor)
  if (descriptor === undefined || descriptor.length < 6) return null
  const view = new DataView(descriptor.buffer, descriptor.byteOffset, 6)
  // Zero stands for 2^16, which a US cannot hold.
  const count = view.getUint16(0, reading.littleEndian) || 0x10000
  const first = reading.signed ? view.getInt16(2, reading.littleEndian) : view.getUint16(2, reading.littleEndian)
  const data = dataSet.bytes(tags.data)
  const segments = tags.segments === undefined ? undefined : dataSet.bytes(tags.segments)
  const entries = data !== undefined ? readEntries(data, count, reading.littleEndian)
    : segments !== undefined ? expandSegments(segments, count, reading.littleEndian) : null
  if (entries === null) return null
  return { first, entries, ceiling: ceilingOf(view.getUint16(4, reading.littleEndian), entries) }
}

/** Entries of 8 bits may be packed two to a word: then there are as many bytes as entries. */
function readEntries(data: Uint8Array, count: number, littleEndian: boolean): Uint16Array | null {
  if (data.length >= count * 2) {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
    return Uint16Array.from({ length: count }, (_, n) => view.getUint16(n * 2, littleEndian))
  }
  return data.length >= count ? Uint16Array.from(data.subarray(0, count)) : null
}

/** Some writers say 16 bits and fill 8; their pictures would be black. */
function ceilingOf(bits: number, entries: Uint16Array): number {
  const greatest = entries.reduce((most, entry) => Math.max(most, entry), 0)
  if (bits > 8 && greatest > 255) return Math.max(2 ** Math.min(bits, 16) - 1, greatest)
  return greatest > 255 ? 65535 : 255
}

/** The entry for `value`; the ends serve what lies beyond them. */
export function lookUp(lut: Lut, value: number): number {
  const at = Math.min(Math.max(Math.round(value) - lut.first, 0), lut.entries.length - 1)
  return lut.entries[at] ?? 0
}
