import { DicomError, scanPart10, Tags, type Scan } from '@filmjacket/dicom-data'
import { readFrame, renderPreview } from '@filmjacket/dicom-pixel'
import type { Kysely } from 'kysely'
import type { Blobs } from '../../platform/server/blobs/index.ts'
import { faultOf, type Log } from '../../platform/server/log.ts'
import { middleInstance, type StoredInstance } from './store/instances.ts'
import type { SeriesOverview } from './store/studies.ts'
import type { ArchiveTables, PreviewRow } from './tables.ts'

/** Twice what a list shows, for dense screens. */
const PREVIEW_SIDE = 320
/** A larger Instance is not read through only to draw a small picture of it. */
const INSTANCE_BYTES_MAX = 512 * 1024 * 1024

interface PreviewOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Blobs
  readonly log: Log
}

/** A small picture of a Series: the middle frame of its middle Instance. Null where there is nothing to draw. */
export async function makePreview({ db, blobs, log }: PreviewOptions, series: SeriesOverview): Promise<PreviewRow | null> {
  const instance = await middleInstance(db, series.id, series.instances)
  if (instance?.bulkStart == null || instance.sizeBytes > INSTANCE_BYTES_MAX) return null
  try {
    const scan = await scanBlob(blobs, instance)
    const index = Math.floor((scan.dataSet.number(Tags.NumberOfFrames) ?? 1) / 2)
    const frame = await readFrame(scan, index, (start, end) => readSpan(blobs, instance, start, end))
    if (frame === null) return null
    const { dataSet, transferSyntax } = scan
    const outcome = await renderPreview(dataSet, transferSyntax, frame, { maxSide: PREVIEW_SIDE, frameIndex: index })
    if (outcome.kind === 'unsupported') return null
    return { series_id: series.id, media_type: outcome.preview.mediaType, bytes: outcome.preview.bytes }
  } catch (error) {
    if (!(error instanceof DicomError)) throw error
    log.info({ ...faultOf(error), series: series.id }, 'no preview')
    return null
  }
}

async function scanBlob(blobs: Blobs, { blobId, sizeBytes }: StoredInstance): Promise<Scan> {
  const scanner = scanPart10()
  for await (const chunk of blobs.read(blobId, 0, sizeBytes)) scanner.push(chunk)
  return scanner.end()
}

async function readSpan(blobs: Blobs, { blobId }: StoredInstance, start: number, end: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of blobs.read(blobId, start, end)) parts.push(part)
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
}
