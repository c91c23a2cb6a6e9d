/**
 * Where the pixels of an Instance lie in its stored bytes, found once and kept for the frames that follow.
 *
 * @module
 */
import { literal, range, type BlobId, type ExtentList } from '@filmjacket/bytes'
import { Tags, transferSyntaxOf, type Bulk, type DataSet, type Fragment, type TransferSyntax } from '@filmjacket/dicom-data'
import { frameSpans, hintsNeeded, readFrame, type ByteSpan, type FrameHints } from '@filmjacket/dicom-pixel'
import type { Kysely } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Blobs } from '../../../platform/server/blobs/index.ts'
import { headerOf } from '../content.ts'
import { headersOf, type InstancePlace, type StoredHeader } from '../store/dicomweb.ts'
import type { ArchiveTables } from '../tables.ts'
import { readSpan, scannedPixels } from './scanned-pixels.ts'

export interface Pixels {
  readonly dataSet: DataSet
  readonly transferSyntax: TransferSyntax
  readonly bulk: Bulk | null
  readonly hints: FrameHints
  read(start: number, end: number): Promise<Uint8Array>
  /** Where positions are those of a blob. */
  readonly blobId?: BlobId
}

export type PixelsOf = (instance: InstancePlace) => Promise<Pixels>

/** Of headers and tables of fragments; what is asked for again is what somebody looks at. */
const KEPT_BYTES = 64 * 1024 * 1024
const BYTES_A_FRAGMENT = 64

const PIXEL_TAGS = [Tags.PixelData, Tags.FloatPixelData, Tags.DoubleFloatPixelData] as const

const NO_HEADER: StoredHeader = { header: new Uint8Array(0), omitted: [] }

export function createPixels(db: Kysely<ArchiveTables>, blobs: Blobs): PixelsOf {
  const kept = new LRUCache<string, Pixels>({ maxSize: KEPT_BYTES })
  return async (instance) => {
    const known = kept.get(instance.id)
    if (known !== undefined) return known
    const stored = (await headersOf(db, [instance.id])).get(instance.id) ?? NO_HEADER
    const syntax = transferSyntaxOf(instance.transferSyntaxUid)
    if (syntax.deflated) return inflatedPixels(blobs, instance)
    const pixels = await storedPixels(blobs, instance, headerOf({ ...instance, ...stored }), syntax)
    const size = stored.header.length + (pixels.bulk?.fragments?.length ?? 0) * BYTES_A_FRAGMENT + 1_000
    if (size < KEPT_BYTES / 4) kept.set(instance.id, pixels, { size })
    return pixels
  }
}

async function storedPixels(
  blobs: Blobs, instance: InstancePlace, dataSet: DataSet, transferSyntax: TransferSyntax,
): Promise<Pixels> {
  const { blobId, bulkStart, bulkEnd } = instance
  const read = (start: number, end: number) => readSpan(blobs, blobId, start, end)
  const tag = PIXEL_TAGS.find((each) => dataSet.has(each))
  if (tag === undefined || bulkStart === null || bulkEnd === null)
    return { dataSet, transferSyntax, bulk: null, hints: {}, read, blobId }
  const fragments = transferSyntax.encapsulated ? await findFragments(read, bulkStart, bulkEnd) : null
  const bulk: Bulk = {
    tag, vr: dataSet.vr(tag) ?? 'OW', start: bulkStart, end: bulkEnd, undefinedLength: fragments !== null, fragments,
  }
  const hints = await readHints(dataSet, transferSyntax, bulk, read)
  return { dataSet, transferSyntax, bulk, hints, read, blobId }
}

/** Its bytes are nowhere as such. */
async function inflatedPixels(blobs: Blobs, instance: InstancePlace): Promise<Pixels> {
  const { dataSet, transferSyntax, bulk, read } = await scannedPixels(blobs, instance)
  const hints = bulk === null ? {} : await readHints(dataSet, transferSyntax, bulk, read)
  return { dataSet, transferSyntax, bulk, hints, read }
}

const ITEM_HEADER_BYTES = 8
const ITEM = 0xe000_fffe
const FRAGMENTS_MAX = 1_000_000

/** Small fragments are found many at a time. */
const WINDOW_BYTES = 4_096

/** The values of the items from `start` to `end`; null if these are no items. PS3.5 §A.4. */
async function findFragments(read: Pixels['read'], start: number, end: number): Promise<readonly Fragment[] | null> {
  const fragments: Fragment[] = []
  let window = { at: start, bytes: Buffer.alloc(0) }
  for (let at = start; at + ITEM_HEADER_BYTES <= end && fragments.length < FRAGMENTS_MAX;) {
    if (at + ITEM_HEADER_BYTES > window.at + window.bytes.length)
      window = { at, bytes: Buffer.from(await read(at, Math.min(at + WINDOW_BYTES, end))) }
    const head = at - window.at
    if (window.bytes.readUInt32LE(head) !== ITEM) return fragments.length === 0 ? null : fragments
    const value = { start: at + ITEM_HEADER_BYTES, end: at + ITEM_HEADER_BYTES + window.bytes.readUInt32LE(head + 4) }
    if (value.end > end) return fragments
    fragments.push(value)
    at = value.end
  }
  return fragments
}

/** More would be read only to learn where frames begin; a table of a million frames fits. */
const OFFSET_TABLE_MAX = 4 * 1024 * 1024
const HEADS_MAX = 4_096

async function readHints(
  dataSet: DataSet, transferSyntax: TransferSyntax, bulk: Bulk, read: Pixels['read'],
): Promise<FrameHints> {
  const [table, ...fragments] = bulk.fragments ?? []
  if (table === undefined || !hintsNeeded(dataSet, transferSyntax, bulk) || dataSet.has(Tags.ExtendedOffsetTable)) return {}
  const bytes = table.end - table.start
  if (bytes > 0 && bytes <= OFFSET_TABLE_MAX) return { offsetTable: await read(table.start, table.end) }
  if (fragments.length > HEADS_MAX) return {}
  const heads: Uint8Array[] = []
  for (const { start, end } of fragments) heads.push(await read(start, Math.min(start + 2, end)))
  return { fragmentHeads: heads }
}

/** Frame `index`, from 0, as it is stored; null if there is none, or nobody can tell where it begins. */
export async function storedFrame(pixels: Pixels, index: number): Promise<ExtentList | null> {
  const { dataSet, transferSyntax, bulk, hints } = pixels
  if (bulk === null) return null
  const spans = frameSpans(dataSet, transferSyntax, bulk, index, hints)
  if (spans !== null) return extentsOf(pixels, spans)
  // Single bits need not begin at a byte.
  if (bulk.fragments !== null) return null
  const frame = await readFrame(pixels, index, (start, end) => pixels.read(start, end))
  return frame && [literal(frame)]
}

async function extentsOf(pixels: Pixels, spans: readonly ByteSpan[]): Promise<ExtentList> {
  const { blobId } = pixels
  if (blobId !== undefined) return spans.map(({ start, end }) => range(blobId, start, end - start))
  return Promise.all(spans.map(async ({ start, end }) => literal(await pixels.read(start, end))))
}
