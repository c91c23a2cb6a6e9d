/**
 * Bytes that can be described before they are read.
 *
 * Everything the product serves (a DICOM file with a changed header, a ZIP, an
 * ISO image, a multipart answer) is an `ExtentList`. Its size is known at once;
 * any range of it can be opened without producing what comes before.
 *
 * @module
 */
import type { BlobId } from './blob-id.ts'

/** Bytes held in memory. Keep these small: headers, directories, padding. */
export interface Literal {
  readonly kind: 'literal'
  readonly bytes: Uint8Array
}

/** `length` bytes of a stored blob, from `offset`. Both in bytes. */
export interface BlobRange {
  readonly kind: 'range'
  readonly blob: BlobId
  readonly offset: number
  readonly length: number
  /** CRC-32 of just these bytes, where it was noted when they were stored. */
  readonly crc32?: number
}

export type Extent = Literal | BlobRange
export type ExtentList = readonly Extent[]

export function literal(bytes: Uint8Array): Literal {
  return { kind: 'literal', bytes }
}

export function range(blob: BlobId, offset: number, length: number, crc32?: number): BlobRange {
  return crc32 === undefined
    ? { kind: 'range', blob, offset, length }
    : { kind: 'range', blob, offset, length, crc32 }
}

export function lengthOf(extent: Extent): number {
  return extent.kind === 'literal' ? extent.bytes.length : extent.length
}

export function sizeOf(list: ExtentList): number {
  return list.reduce((sum, extent) => sum + lengthOf(extent), 0)
}

/**
 * The part of `list` from `start` up to, not including, `end`.
 *
 * Positions are bytes from the beginning of the list. No blob is opened.
 *
 * @throws RangeError if not `0 <= start <= end <= sizeOf(list)`.
 */
export function slice(list: ExtentList, start: number, end: number): ExtentList {
  if (!(0 <= start && start <= end)) throw new RangeError(`bad range ${start}-${end}`)
  const part: Extent[] = []
  let at = 0
  for (const extent of list) {
    const from = Math.max(start - at, 0)
    const to = Math.min(end - at, lengthOf(extent))
    if (from < to) part.push(cut(extent, from, to))
    at += lengthOf(extent)
  }
  if (end > at) throw new RangeError(`range ends at ${end}, list at ${at}`)
  return part
}

/** A whole extent stays itself; a piece of one no longer has the CRC that was noted for the whole. */
function cut(extent: Extent, from: number, to: number): Extent {
  if (from === 0 && to === lengthOf(extent)) return extent
  return extent.kind === 'literal'
    ? literal(extent.bytes.subarray(from, to))
    : range(extent.blob, extent.offset + from, to - from)
}
