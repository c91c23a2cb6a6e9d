import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { BlobId } from '@filmjacket/bytes'
import { scanPart10 } from '@filmjacket/dicom-data'
import type { TranscodeSource } from '@filmjacket/dicom-pixel'
import type { Blobs } from '../../../platform/server/blobs/index.ts'
import type { InstancePlace } from '../store/dicomweb.ts'

/** Deflated data sets are inflated in memory: they are rare, and small. */
const INFLATED_MAX = 512 * 1024 * 1024

/** An Instance read through: everything is known of it, also what lies inflated. */
export async function scannedPixels(blobs: Blobs, instance: InstancePlace): Promise<TranscodeSource> {
  const { blobId, sizeBytes } = instance
  const scanner = scanPart10()
  for await (const chunk of blobs.read(blobId, 0, sizeBytes)) scanner.push(chunk)
  const { dataSet, transferSyntax, bulk, inflatedBulk, omitted, dataSetStart } = scanner.end()
  if (inflatedBulk === null)
    return { dataSet, transferSyntax, bulk, omitted, read: (start, end) => readSpan(blobs, blobId, start, end) }
  const inflate = promisify<Buffer, object, Buffer>(inflateRaw)
  const deflated = await readSpan(blobs, blobId, dataSetStart, sizeBytes)
  const bytes = await inflate(Buffer.from(deflated), { maxOutputLength: INFLATED_MAX })
  const read = (start: number, end: number) => Promise.resolve(bytes.subarray(start, end))
  return { dataSet, transferSyntax, bulk: inflatedBulk, omitted, read }
}

export async function readSpan(blobs: Blobs, blob: BlobId, start: number, end: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of blobs.read(blob, start, end)) parts.push(part)
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
}
