/**
 * Where one frame lies in the stored bytes. PS3.5 §A.4 (encapsulation), §8.1.1 (native).
 *
 * Spans are answered from what a scan noted. Only where fragments and frames differ in
 * number must something be read first: the Basic Offset Table, or how each fragment begins.
 *
 * @module
 */
import { Tags, type Bulk, type DataSet, type TransferSyntax } from '@filmjacket/dicom-data'
import { bitsOfFrame, describePixels } from './image-pixel.ts'

/** Half-open positions in the scanned bytes. */
export interface ByteSpan {
  readonly start: number
  readonly end: number
}

/** What only the stored bytes can tell. Asked for by `hintsNeeded`. */
export interface FrameHints {
  /** The value of the first item of encapsulated Pixel Data. */
  readonly offsetTable?: Uint8Array
  /** The first bytes of each fragment that follows the offset table, in order. */
  readonly fragmentHeads?: readonly Uint8Array[]
}

/** Length of an item's tag and length, which offsets count and spans do not. */
const ITEM_HEADER_BYTES = 8

/**
 * The spans whose bytes, joined, are frame `index` (from 0).
 *
 * Native: one span. Encapsulated: the fragments of one code stream.
 *
 * Positions are those of `bulk`: of a deflated data set, in its inflated bytes.
 *
 * @param hints - needed only where `hintsNeeded` says so.
 * @returns null if the data set is no image, has no such frame, or keeps no trace of where the frame begins.
 */
export function frameSpans(
  dataSet: DataSet, transferSyntax: TransferSyntax, bulk: Bulk, index: number, hints: FrameHints = {},
): readonly ByteSpan[] | null {
  if (!isPixelData(bulk)) return null
  const frames = dataSet.number(Tags.NumberOfFrames) ?? 1
  if (!Number.isSafeInteger(index) || index < 0 || index >= Math.max(frames, 1)) return null
  return transferSyntax.encapsulated
    ? encapsulatedSpans(dataSet, bulk, Math.max(frames, 1), index, hints)
    : nativeSpan(dataSet, bulk, index)
}

/** Whether frames can be found only with `hints`: several frames, and not one fragment for each. */
export function hintsNeeded(dataSet: DataSet, transferSyntax: TransferSyntax, bulk: Bulk): boolean {
  if (!isPixelData(bulk) || !transferSyntax.encapsulated || bulk.fragments === null) return false
  const frames = dataSet.number(Tags.NumberOfFrames) ?? 1
  const fragments = bulk.fragments.length - 1
  return frames > 1 && fragments > frames
}

function isPixelData(bulk: Bulk): boolean {
  return bulk.tag === Tags.PixelData || bulk.tag === Tags.FloatPixelData || bulk.tag === Tags.DoubleFloatPixelData
}

/** A frame of single bits need not begin at a byte; such frames, but for the first, are not a span. */
function nativeSpan(dataSet: DataSet, bulk: Bulk, index: number): readonly ByteSpan[] | null {
  const description = describePixels(dataSet)
  if (description.kind === 'refused' || bulk.fragments !== null) return null
  const bits = bitsOfFrame(description.image)
  if (index > 0 && bits % 8 !== 0) return null
  const start = bulk.start + (index * bits) / 8
  const end = start + Math.ceil(bits / 8)
  return end <= bulk.end ? [{ start, end }] : null
}

function encapsulatedSpans(
  dataSet: DataSet, bulk: Bulk, frames: number, index: number, hints: FrameHints,
): readonly ByteSpan[] | null {
  const fragments = bulk.fragments?.slice(1) ?? []
  if (fragments.length < frames) return null
  if (frames === 1) return fragments
  if (fragments.length === frames) return fragments.slice(index, index + 1)
  const firsts =
    firstsByOffsets(fragments, extendedOffsets(dataSet), frames) ??
    firstsByOffsets(fragments, basicOffsets(hints.offsetTable), frames) ??
    firstsByMarker(fragments, hints.fragmentHeads, frames)
  return firsts === null ? null : fragments.slice(firsts[index], firsts[index + 1])
}

/** Basic Offset Table: 32-bit, little-endian. PS3.5 §A.4. */
function basicOffsets(table: Uint8Array | undefined): readonly number[] {
  if (table === undefined) return []
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
  return Array.from({ length: Math.floor(table.length / 4) }, (_, n) => view.getUint32(n * 4, true))
}

/** Extended Offset Table: 64-bit, little-endian. PS3.3 §C.7.6.3.1.8. */
function extendedOffsets(dataSet: DataSet): readonly number[] {
  const table = dataSet.bytes(Tags.ExtendedOffsetTable)
  if (table === undefined) return []
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
  return Array.from({ length: Math.floor(table.length / 8) }, (_, n) => Number(view.getBigUint64(n * 8, true)))
}

/**
 * The fragment that begins each frame, by offsets from the first fragment's item tag.
 *
 * @returns null unless there is one offset per frame, each of them the beginning of a fragment, rising.
 */
function firstsByOffsets(
  fragments: readonly ByteSpan[], offsets: readonly number[], frames: number,
): readonly number[] | null {
  const base = (fragments[0]?.start ?? 0) - ITEM_HEADER_BYTES
  if (offsets.length !== frames || offsets[0] !== 0) return null
  const fragmentAt = new Map(fragments.map(({ start }, n) => [start - ITEM_HEADER_BYTES - base, n]))
  const firsts = offsets.map((offset) => fragmentAt.get(offset) ?? -1)
  const rising = firsts.every((first, n) => first > (n === 0 ? -1 : (firsts[n - 1] ?? 0)))
  return rising ? firsts : null
}

/** The fragments that begin with the first marker of a code stream, if that gives the right number of frames. */
function firstsByMarker(
  fragments: readonly ByteSpan[], heads: readonly Uint8Array[] | undefined, frames: number,
): readonly number[] | null {
  if (heads?.length !== fragments.length) return null
  const firsts = heads.flatMap((head, n) => (beginsCodeStream(head) ? [n] : []))
  return firsts.length === frames && firsts[0] === 0 ? firsts : null
}

/** SOI of JPEG, JPEG-LS and JPEG XL (FF D8, FF 0A), SOC of JPEG 2000 (FF 4F). */
function beginsCodeStream(head: Uint8Array): boolean {
  return head[0] === 0xff && (head[1] === 0xd8 || head[1] === 0x4f || head[1] === 0x0a)
}
