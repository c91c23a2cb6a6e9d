import { Tags, type Bulk, type DataSet, type TransferSyntax } from '@filmjacket/dicom-data'
import { frameSpans, hintsNeeded, type ByteSpan, type FrameHints } from './frames.ts'
import { bitsOfFrame, describePixels } from './image-pixel.ts'

/** The stored bytes `start` up to, not including, `end`. */
export type ReadSpan = (start: number, end: number) => Promise<Uint8Array>

/** More would be read only to learn where frames begin; a table of a million frames fits. */
const MAX_OFFSET_TABLE_BYTES = 4 * 1024 * 1024
const MAX_HEADS = 4096

/** Read frame `index`: what `frameSpans` finds, joined. Null where it finds nothing, or more than `maxBytes`. */
export async function readFrame(
  scan: { readonly dataSet: DataSet; readonly transferSyntax: TransferSyntax; readonly bulk: Bulk | null },
  index: number, read: ReadSpan, maxBytes = 512 * 1024 * 1024,
): Promise<Uint8Array | null> {
  const { dataSet, transferSyntax, bulk } = scan
  if (bulk === null) return null
  const bits = bitsWithin(dataSet, bulk, index)
  if (bits !== null) return await readBits(bits, read)
  const hints = hintsNeeded(dataSet, transferSyntax, bulk) ? await readHints(dataSet, bulk, read) : {}
  const spans = frameSpans(dataSet, transferSyntax, bulk, index, hints)
  if (spans === null) return null
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0)
  if (length > maxBytes) return null
  const [only] = spans
  if (only !== undefined && spans.length === 1) return await read(only.start, only.end)
  const frame = new Uint8Array(length)
  let at = 0
  for (const { start, end } of spans) {
    frame.set(await read(start, end), at)
    at += end - start
  }
  return frame
}

/** Positions of bits, counted from the first byte. */
type BitSpan = ByteSpan

/** Where a frame lies that begins within a byte: single bits follow one another without a gap. PS3.5 §8.1.1. */
function bitsWithin(dataSet: DataSet, bulk: Bulk, index: number): BitSpan | null {
  const description = describePixels(dataSet)
  if (bulk.fragments !== null || description.kind === 'refused') return null
  const bits = bitsOfFrame(description.image)
  const start = bulk.start * 8 + index * bits
  const isThere = index < description.image.frames && start + bits <= bulk.end * 8
  return index > 0 && bits % 8 !== 0 && isThere ? { start, end: start + bits } : null
}

/** The bits moved down, so that the first is the lowest of the first byte. */
async function readBits({ start, end }: BitSpan, read: ReadSpan): Promise<Uint8Array> {
  const bytes = await read(Math.floor(start / 8), Math.ceil(end / 8))
  const shift = start % 8
  return Uint8Array.from({ length: Math.ceil((end - start) / 8) },
    (_, n) => (((bytes[n] ?? 0) | ((bytes[n + 1] ?? 0) << 8)) >>> shift) & 0xff)
}

/** The offset table; where it is empty, the first two bytes of each fragment. */
async function readHints(dataSet: DataSet, bulk: Bulk, read: ReadSpan): Promise<FrameHints> {
  const [table, ...fragments] = bulk.fragments ?? []
  if (table === undefined || dataSet.has(Tags.ExtendedOffsetTable)) return {}
  if (table.end > table.start && table.end - table.start <= MAX_OFFSET_TABLE_BYTES) {
    return { offsetTable: await read(table.start, table.end) }
  }
  return fragments.length <= MAX_HEADS ? { fragmentHeads: await readHeads(fragments, read) } : {}
}

async function readHeads(fragments: readonly ByteSpan[], read: ReadSpan): Promise<readonly Uint8Array[]> {
  const heads: Uint8Array[] = []
  for (const { start, end } of fragments) heads.push(await read(start, Math.min(start + 2, end)))
  return heads
}
