import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { open, sizeOf, slice, type BlobId, type BlobReader } from '@filmjacket/bytes'
import { scanPart10 } from '@filmjacket/dicom-data'
import type { TranscodeSource } from '@filmjacket/dicom-pixel'
import { fileOf } from '../content.ts'
import type { PlacedInstance } from '../store/instances.ts'

/** Deflated data sets are inflated in memory: they are rare, and small. */
const INFLATED_MAX = 512 * 1024 * 1024

/** An Instance read through: everything is known of it, also what lies inflated. */
export async function scannedPixels(blobs: BlobReader, instance: PlacedInstance): Promise<TranscodeSource> {
  const file = fileOf(instance)
  const scanner = scanPart10()
  for await (const chunk of open(file, blobs)) scanner.push(chunk)
  const { dataSet, transferSyntax, bulk, inflatedBulk, omitted, dataSetStart } = scanner.end()
  if (inflatedBulk === null)
    return { dataSet, transferSyntax, bulk, omitted, read: (start, end) => bytesOf(open(slice(file, start, end), blobs)) }
  const inflate = promisify<Buffer, object, Buffer>(inflateRaw)
  const deflated = await bytesOf(open(slice(file, dataSetStart, sizeOf(file)), blobs))
  const bytes = await inflate(Buffer.from(deflated), { maxOutputLength: INFLATED_MAX })
  const read = (start: number, end: number) => Promise.resolve(bytes.subarray(start, end))
  return { dataSet, transferSyntax, bulk: inflatedBulk, omitted, read }
}

export function readSpan(blobs: BlobReader, blob: BlobId, start: number, end: number): Promise<Uint8Array> {
  return bytesOf(blobs.read(blob, start, end))
}

async function bytesOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
}
