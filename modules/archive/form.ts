/**
 * A stored Instance as its receiver takes it: as it is, else without loss in another transfer syntax, made while it is
 * sent (NET-27). PS3.4 §B.2, PS3.8 §9.3.2.2.
 *
 * @module
 */
import { inflateRawSync } from 'node:zlib'
import { literal, open, range, sizeOf, slice, type BlobReader, type ExtentList } from '@filmjacket/bytes'
import {
  encodeDataSet, encodeElementHeader, scanPart10, Tags, TransferSyntaxes, transferSyntaxOf,
  type DataSet, type Element, type Scan, type Tag, type TransferSyntax, type Vr,
} from '@filmjacket/dicom-data'
import { supportTable, transcode } from '@filmjacket/dicom-pixel'
import { fileOf, headerOf } from './content.ts'
import type { lent } from './lent.ts'
import type { PlacedInstance, StoredInstance } from './store/instances.ts'

export interface Kind {
  readonly sopClassUid: string
  readonly transferSyntaxUid: string
}

export type Form =
  | { readonly kind: 'made'; /** Bare. */ readonly dataSet: AsyncIterable<Uint8Array> }
  | { readonly kind: 'impossible'; readonly reason: string }

/** Into which we can bring what its receiver takes in no other form. What is read by most comes first. */
const otherForms: readonly string[] = [TransferSyntaxes.explicitVrLittleEndian.uid, TransferSyntaxes.implicitVrLittleEndian.uid]
const encoded: ReadonlySet<string> = new Set(supportTable.flatMap(({ transferSyntax: { uid }, encoder }) => (encoder === null ? [] : [uid])))

/** The forms of one kind, the best first: as it is stored, unless it is to be decompressed (NET-01). */
export function formsOf({ transferSyntaxUid }: Kind, decompress: boolean): readonly string[] {
  const { encapsulated, deflated } = transferSyntaxOf(transferSyntaxUid)
  const isCompressed = encapsulated || deflated
  const others = otherForms.filter((uid) => !isCompressed || encoded.has(uid))
  return [...new Set([...(decompress && isCompressed ? [] : [transferSyntaxUid]), ...others])]
}

/** In its own transfer syntax, without File Meta Information. */
function dataSetOf({ corrected, blobId, dataSetStart, sizeBytes }: PlacedInstance): ExtentList {
  if (corrected === undefined) return [range(blobId, dataSetStart, sizeBytes - dataSetStart)]
  return slice(corrected.file, corrected.dataSetStart, sizeOf(corrected.file))
}

/** @param read - how what needs no making is read: `lent` for who sends it. */
export async function inForm(instance: PlacedInstance, form: string, blobs: BlobReader, read: typeof open | typeof lent = open): Promise<Form> {
  if (form === instance.transferSyntaxUid) return { kind: 'made', dataSet: read(dataSetOf(instance), blobs) }
  const scan = await scanOf(instance, blobs)
  if (hasOtherOmissions(scan)) return { kind: 'impossible', reason: 'a value other than its pixels is too large' }
  const target = transferSyntaxOf(form)
  const list = rewritten(instance, scan, target)
  return list === null ? transcoded(instance, scan, target, blobs) : { kind: 'made', dataSet: read(list, blobs) }
}

/** More of a header than any camera writes is not taken into memory. */
const LIMITS = { valueBytes: 16 * 1024 * 1024, headerBytes: 64 * 1024 * 1024 }

async function scanOf(instance: PlacedInstance, blobs: BlobReader): Promise<Scan> {
  const scanner = scanPart10(LIMITS)
  for await (const chunk of open(fileOf(instance), blobs)) scanner.push(chunk)
  return scanner.end()
}

function hasOtherOmissions({ omitted, bulk, inflatedBulk }: Scan): boolean {
  const own = inflatedBulk ?? bulk
  return omitted.some(({ start, end }) => own === null || start < own.start || end > own.end)
}

/** Elements written anew around values that stay what they are; null where the values themselves must change. PS3.5 §A.1, §A.2. */
function rewritten(instance: PlacedInstance, scan: Scan, target: TransferSyntax): ExtentList | null {
  const { dataSet, transferSyntax, bulk, inflatedBulk } = scan
  if (target.encapsulated || target.deflated || !target.littleEndian) return null
  if (bulk === null) return inflatedBulk === null ? [literal(encodeDataSet(elementsOf(dataSet), target))] : null
  if (!isAlike(transferSyntax) || bulk.undefinedLength) return null
  return around(dataSet, { tag: bulk.tag, vr: bulk.vr, value: slice(fileOf(instance), bulk.start, bulk.end) }, transferSyntax, target)
}

/** The bytes of a value are the same in this and in explicit and implicit VR little endian. */
function isAlike({ uid, encapsulated, littleEndian, deflated }: TransferSyntax): boolean {
  return !encapsulated && littleEndian && !deflated && uid !== TransferSyntaxes.privateGeBigEndianPixels.uid
}

interface LargeValue {
  readonly tag: Tag
  readonly vr: Vr
  readonly value: ExtentList
}

function around(dataSet: DataSet, { tag: bulk, vr, value }: LargeValue, source: TransferSyntax, target: TransferSyntax): ExtentList {
  const length = sizeOf(value)
  // PS3.5 §8.1.1: implicit VR has pixels as OW, of 8 bits too.
  const vrInTarget = source.explicitVr || bulk !== Tags.PixelData ? vr : 'OW'
  return [
    literal(encodeDataSet(elementsOf(dataSet, (tag) => tag < bulk), target)),
    literal(encodeElementHeader(bulk, vrInTarget, length + (length % 2), target)),
    ...value,
    literal(new Uint8Array(length % 2)),
    literal(encodeDataSet(elementsOf(dataSet, (tag) => tag > bulk), target)),
  ]
}

const LARGE = [Tags.FloatPixelData, Tags.DoubleFloatPixelData, Tags.PixelData, Tags.EncapsulatedDocument]

/**
 * The data set of an Instance as Explicit VR Little Endian, from its rows alone; null where its values themselves would
 * change, or others than its pixels or document lie outside of its header.
 */
export function describedAsExplicit(instance: StoredInstance): ExtentList | null {
  const { transferSyntaxUid, omitted, bulkStart, bulkEnd, blobId, crc32 } = instance
  const [source, target] = [transferSyntaxOf(transferSyntaxUid), TransferSyntaxes.explicitVrLittleEndian]
  const dataSet = headerOf(instance)
  const isDescribed = isAlike(source) && omitted.length === (bulkStart === null ? 0 : 1)
  if (!isDescribed) return null
  if (bulkStart === null || bulkEnd === null) return [literal(encodeDataSet(elementsOf(dataSet), target))]
  const tag = LARGE.find((each) => each === omitted[0]?.tag)
  const value = [range(blobId, bulkStart, bulkEnd - bulkStart, crc32.within)]
  return tag === undefined ? null : around(dataSet, { tag, vr: dataSet.vr(tag) ?? 'OW', value }, source, target)
}

/** But for group lengths, which would no longer be true. */
function elementsOf(dataSet: DataSet, isWanted: (tag: Tag) => boolean = () => true): ReadonlyMap<Tag, Element> {
  const elements = new Map<Tag, Element>()
  for (const tag of dataSet.tags()) {
    if ((tag & 0xffff) === 0 || !isWanted(tag)) continue
    const vr = dataSet.vr(tag) ?? 'UN'
    const value = vr === 'SQ' ? dataSet.items(tag).map((item) => elementsOf(item)) : (dataSet.bytesLittleEndian(tag) ?? null)
    elements.set(tag, { vr, value })
  }
  return elements
}

async function transcoded(instance: PlacedInstance, scan: Scan, target: TransferSyntax, blobs: BlobReader): Promise<Form> {
  const { dataSet, transferSyntax, bulk, inflatedBulk, omitted } = scan
  const read = inflatedBulk === null ? readerOf(instance, blobs) : await inflatedReaderOf(instance, blobs)
  const made = await transcode({ dataSet, transferSyntax, bulk: inflatedBulk ?? bulk, omitted, read }, target)
  return made.kind === 'unsupported' ? { kind: 'impossible', reason: made.reason } : { kind: 'made', dataSet: withoutMeta(made.bytes) }
}

type Read = (start: number, end: number) => Promise<Uint8Array>

/** Positions are those of the file that leaves, as they are in its scan. */
function readerOf(instance: PlacedInstance, blobs: BlobReader): Read {
  const file = fileOf(instance)
  return (start, end) => bytesOf(open(slice(file, start, end), blobs))
}

const INFLATED_MAX = 256 * 1024 * 1024

/** Bytes of a deflated data set are nowhere as such: it is inflated whole, as far as that is bearable. */
async function inflatedReaderOf(instance: PlacedInstance, blobs: BlobReader): Promise<Read> {
  const inflated = inflateRawSync(await bytesOf(open(dataSetOf(instance), blobs)), { maxOutputLength: INFLATED_MAX })
  return (start, end) => Promise.resolve(inflated.subarray(start, end))
}

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const whole: Uint8Array[] = []
  for await (const part of parts) whole.push(Buffer.from(part))
  return Buffer.concat(whole)
}

/** Up to the end of its first element, which tells the length of the others. PS3.10 §7.1. */
const META_HEAD = 144
const GROUP_LENGTH = 140

async function* withoutMeta(file: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let head: Buffer | null = Buffer.alloc(0)
  for await (const chunk of file) {
    if (head === null) {
      yield chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    const start: number = head.length < META_HEAD ? Infinity : META_HEAD + head.readUInt32LE(GROUP_LENGTH)
    if (head.length < start) continue
    yield head.subarray(start)
    head = null
  }
}
