/**
 * A Part 10 file around a value that is not read. PS3.10 §7, PS3.5 §7.1 and §A.4.
 *
 * The header is a literal; pictures and documents stay extents, so that a film of two
 * gigabytes is wrapped for the price of its header.
 *
 * @module
 */
import { literal, sizeOf, type Extent, type ExtentList } from '@filmjacket/bytes'
import { encodeDataSet, encodeFileMeta, Tags, type Tag, type TransferSyntax } from '@filmjacket/dicom-data'
import type { Elements } from './elements.ts'

/** Half-open; the longest even number that four bytes hold, with the undefined length left out. */
const MAX_LENGTH = 0xfffffffe
const UNDEFINED_LENGTH = 0xffffffff

const ITEM: Tag = 0xfffee000
const SEQUENCE_DELIMITATION_ITEM: Tag = 0xfffee0dd

export interface BulkValue {
  readonly tag: Tag
  readonly vr: 'OB' | 'OW'
  readonly content: ExtentList
  /** The content is items with their delimiter, as `encapsulate` makes them. */
  readonly encapsulated: boolean
}

export interface FileParts {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  /** Explicit VR, little-endian; encapsulated or not. */
  readonly transferSyntax: TransferSyntax
  /** All but the bulk value, the SOP Class and the SOP Instance. */
  readonly elements: Elements
  readonly bulk: BulkValue
}

/**
 * Lay out a file: meta information, the attributes before the bulk value, the value, the attributes behind it.
 *
 * @throws RangeError if the transfer syntax is another than named, or a value too long for its length field.
 */
export function layOutFile(file: FileParts): ExtentList {
  const { transferSyntax, sopClassUid, sopInstanceUid, bulk } = file
  const fits = transferSyntax.explicitVr && transferSyntax.littleEndian && !transferSyntax.deflated
  if (!fits) throw new RangeError(`files are not made in ${transferSyntax.name}`)
  const elements = { ...file.elements, [Tags.SOPClassUID]: sopClassUid, [Tags.SOPInstanceUID]: sopInstanceUid }
  const behind = pick(elements, (tag) => tag > bulk.tag)
  const size = sizeOf(bulk.content)
  return [
    literal(Buffer.concat([
      encodeFileMeta({ sopClassUid, sopInstanceUid, transferSyntaxUid: transferSyntax.uid }),
      encodeDataSet(pick(elements, (tag) => tag < bulk.tag), transferSyntax),
      longHeader(bulk, bulk.encapsulated ? UNDEFINED_LENGTH : even(size)),
    ])),
    ...bulk.content,
    ...padding(size),
    ...(Object.keys(behind).length === 0 ? [] : [literal(encodeDataSet(behind, transferSyntax))]),
  ]
}

/**
 * Frames as items of encapsulated Pixel Data: one fragment for each, a Basic Offset Table before. PS3.5 §A.4.
 *
 * @throws RangeError if a frame, or the way to the last one, is too long for 32 bits.
 */
export function encapsulate(frames: readonly ExtentList[]): ExtentList {
  const sizes = frames.map((frame) => even(sizeOf(frame)))
  const offsets = new DataView(new ArrayBuffer(frames.length * 4))
  sizes.reduce((at, size, n) => {
    if (at > MAX_LENGTH) throw new RangeError('frames beyond the reach of a Basic Offset Table')
    offsets.setUint32(n * 4, at, true)
    return at + 8 + size
  }, 0)
  const items = frames.flatMap((frame, n): Extent[] => [
    literal(itemHeader(ITEM, sizes[n] ?? 0)), ...frame, ...padding(sizeOf(frame)),
  ])
  return [
    literal(Buffer.concat([itemHeader(ITEM, offsets.byteLength), new Uint8Array(offsets.buffer)])),
    ...items,
    literal(itemHeader(SEQUENCE_DELIMITATION_ITEM, 0)),
  ]
}

/**
 * The bytes of a list that holds literals only.
 *
 * @throws RangeError if it holds a blob range.
 */
export function bytesOf(list: ExtentList): Uint8Array {
  return Buffer.concat(list.map((extent) => {
    if (extent.kind === 'range') throw new RangeError('a blob range is not in memory')
    return extent.bytes
  }))
}

function pick(elements: Elements, wanted: (tag: Tag) => boolean): Elements {
  return Object.fromEntries(Object.entries(elements).filter(([tag]) => wanted(Number(tag))))
}

function padding(size: number): ExtentList {
  return size % 2 === 0 ? [] : [literal(Uint8Array.of(0))]
}

function even(size: number): number {
  const length = size + (size % 2)
  if (length > MAX_LENGTH) throw new RangeError('value longer than four bytes can tell')
  return length
}

/** Tag, VR, two reserved bytes, 32-bit length. PS3.5 Table 7.1-1. */
function longHeader({ tag, vr }: BulkValue, length: number): Uint8Array {
  const header = Buffer.alloc(12)
  writeTag(header, tag)
  header.write(vr, 4, 'latin1')
  header.writeUInt32LE(length, 8)
  return header
}

/** PS3.5 §7.5: items have no VR. */
function itemHeader(tag: Tag, length: number): Uint8Array {
  const header = Buffer.alloc(8)
  writeTag(header, tag)
  header.writeUInt32LE(length, 4)
  return header
}

function writeTag(header: Buffer, tag: Tag): void {
  header.writeUInt16LE(tag >>> 16, 0)
  header.writeUInt16LE(tag & 0xffff, 2)
}
