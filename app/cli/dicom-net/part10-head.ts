/** What sending needs to know of a file, from its first bytes: the data set itself is not read. */
import { readDataSet, Tags, TransferSyntaxes, type DataSet } from '@filmjacket/dicom-data'

export interface Part10Head {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
  readonly dataSetStart: number
}

const PREAMBLE_BYTES = 128
/** `DICM`, then the group length, the first element of the File Meta Information. PS3.10 §7.1. */
const FIXED_BYTES = PREAMBLE_BYTES + 4 + 12
const META_MAX_BYTES = 1024 * 1024

/** Null if it is no Part 10 file, or its File Meta Information lacks what a C-STORE needs. */
export async function readHead(content: AsyncIterable<Uint8Array>): Promise<Part10Head | null> {
  let start = Buffer.alloc(0)
  let wanted = FIXED_BYTES
  for await (const chunk of content) {
    start = Buffer.concat([start, chunk])
    if (start.length >= FIXED_BYTES) wanted = lengthOf(start)
    if (wanted === 0) return null
    if (start.length >= wanted) return headOf(start.subarray(0, wanted))
  }
  return null
}

/** Of all before the data set; 0 if it is no Part 10 file. */
function lengthOf(start: Buffer): number {
  const isPart10 = start.toString('latin1', PREAMBLE_BYTES, PREAMBLE_BYTES + 8) === 'DICM\u0002\0\0\0'
  const metaBytes = start.readUInt32LE(FIXED_BYTES - 4)
  return isPart10 && metaBytes <= META_MAX_BYTES ? FIXED_BYTES + metaBytes : 0
}

function headOf(start: Buffer): Part10Head | null {
  const meta = metaOf(start.subarray(PREAMBLE_BYTES + 4))
  const sopClassUid = meta?.text(Tags.MediaStorageSOPClassUID)
  const sopInstanceUid = meta?.text(Tags.MediaStorageSOPInstanceUID)
  const transferSyntaxUid = meta?.text(Tags.TransferSyntaxUID)
  if (sopClassUid === undefined || sopInstanceUid === undefined || transferSyntaxUid === undefined) return null
  return { sopClassUid, sopInstanceUid, transferSyntaxUid, dataSetStart: start.length }
}

function metaOf(bytes: Uint8Array): DataSet | null {
  try {
    return readDataSet(bytes, TransferSyntaxes.explicitVrLittleEndian)
  } catch {
    return null
  }
}

/** What is behind the first `count` bytes. */
export async function* without(
  count: number, open: () => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = count
  for await (const chunk of open()) {
    if (chunk.length > left) yield chunk.subarray(left)
    left = Math.max(0, left - chunk.length)
  }
}
