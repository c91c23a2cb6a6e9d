/**
 * Images of each Series drawn for any browser: web content of IHE PDI. They are drawn once, when a package is made, and
 * kept with its recipe: another version of the drawing library would give other bytes. MED-20.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { crc32, type BlobReader } from '@filmjacket/bytes'
import { DicomError, imagesIn, readReport, Tags, type DataSet } from '@filmjacket/dicom-data'
import { readFrame, renderFrame, supportTable } from '@filmjacket/dicom-pixel'
import { headerOf, scannedPixels, type StoredInstance } from '../archive/index.ts'

/** A picture as a recipe tells it; its bytes lie beside the recipe, by their digest. */
export interface PictureFile {
  readonly instanceId: string
  readonly seriesUid: string
  /** From 1. */
  readonly frame: number
  readonly digest: string
  readonly sizeBytes: number
  readonly crc32: number
}

export interface Drawn {
  readonly pictures: readonly PictureFile[]
  /** By digest. */
  readonly bytes: ReadonlyMap<string, Uint8Array>
}

export const NOTHING_DRAWN: Drawn = { pictures: [], bytes: new Map() }

/** Enough to see what a Series shows. What a report or a list of key images points at comes besides. */
const OF_A_SERIES = 8
const OF_A_PACKAGE = 120
const SIDE = 1024
const QUALITY = 85
/** A larger Instance is not read through only to draw a picture of it. */
const INSTANCE_BYTES_MAX = 256 * 1024 * 1024

interface Wished {
  readonly instance: StoredInstance
  readonly seriesUid: string
  readonly frame: number
}

const drawable: ReadonlySet<string> = new Set(supportTable.flatMap(({ transferSyntax, decoders }) => (decoders.length > 0 ? [transferSyntax.uid] : [])))

/** @param instances - in the order in which a person would look. */
export async function drawPictures(instances: readonly StoredInstance[], blobs: BlobReader, signal?: AbortSignal): Promise<Drawn> {
  const pictures: PictureFile[] = []
  const kept = new Map<string, Uint8Array>()
  for (const wished of chosen(instances)) {
    signal?.throwIfAborted()
    const bytes = await drawn(wished, blobs)
    if (bytes === null) continue
    const digest = createHash('sha256').update(bytes).digest('hex')
    kept.set(digest, bytes)
    const { instance: { id: instanceId }, seriesUid, frame } = wished
    pictures.push({ instanceId, seriesUid, frame, digest, sizeBytes: bytes.length, crc32: crc32(bytes) })
  }
  return { pictures, bytes: kept }
}

/** What reports point at first; of each Series some, evenly spread. In the order of the Instances. */
function chosen(instances: readonly StoredInstance[]): readonly Wished[] {
  const dataSets = instances.map((instance) => ({ instance, dataSet: headerOf(instance) }))
  const pointedAt = framesPointedAt(dataSets.map(({ dataSet }) => dataSet))
  const frames = dataSets.filter(({ instance, dataSet }) => canBeDrawn(instance, dataSet))
    .flatMap(({ instance, dataSet }) => framesOf(instance, dataSet, pointedAt.get(instance.instanceUid) ?? []))
  const wished = new Set(frames.filter(({ instance, frame }) => pointedAt.get(instance.instanceUid)?.includes(frame)).slice(0, OF_A_PACKAGE))
  const series = bySeries(frames)
  const each = Math.min(OF_A_SERIES, Math.max(1, Math.floor((OF_A_PACKAGE - wished.size) / Math.max(series.length, 1))))
  for (const frame of series.flatMap((ofOne) => spread(ofOne, each))) if (wished.size < OF_A_PACKAGE) wished.add(frame)
  return frames.filter((frame) => wished.has(frame))
}

/** By SOP Instance UID. */
function framesPointedAt(dataSets: readonly DataSet[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  const images = dataSets.filter((dataSet) => dataSet.has(Tags.ContentSequence)).flatMap((dataSet) => imagesIn(readReport(dataSet).items))
  for (const { sopInstanceUid, frame } of images) {
    const frames = found.get(sopInstanceUid)
    if (frames === undefined) found.set(sopInstanceUid, [frame])
    else frames.push(frame)
  }
  return found
}

function bySeries(frames: readonly Wished[]): readonly (readonly Wished[])[] {
  const series = new Map<string, Wished[]>()
  for (const frame of frames) {
    const ofOne = series.get(frame.seriesUid)
    if (ofOne === undefined) series.set(frame.seriesUid, [frame])
    else ofOne.push(frame)
  }
  return [...series.values()]
}

function canBeDrawn({ bulkStart, sizeBytes, transferSyntaxUid }: StoredInstance, dataSet: DataSet): boolean {
  return bulkStart !== null && dataSet.has(Tags.Rows) && sizeBytes <= INSTANCE_BYTES_MAX && drawable.has(transferSyntaxUid)
}

/** Of a film, as many as could be chosen, in its whole length, and those pointed at. */
function framesOf(instance: StoredInstance, dataSet: DataSet, pointedAt: readonly number[]): readonly Wished[] {
  const seriesUid = dataSet.text(Tags.SeriesInstanceUID) ?? ''
  const count = Math.max(1, dataSet.number(Tags.NumberOfFrames) ?? 1)
  const shown = Math.min(count, OF_A_SERIES)
  const evenly = Array.from({ length: shown }, (_, n) => Math.floor(((n + 0.5) * count) / shown) + 1)
  const frames = new Set([...evenly, ...pointedAt.filter((frame) => frame >= 1 && frame <= count)])
  return [...frames].sort((a, b) => a - b).map((frame) => ({ instance, seriesUid, frame }))
}

function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, n) => items[Math.floor(((n + 0.5) * items.length) / count)]).filter((item) => item !== undefined)
}

/** Null where there is nothing to draw, or nobody can. */
async function drawn({ instance, frame }: Wished, blobs: BlobReader): Promise<Uint8Array | null> {
  try {
    const source = await scannedPixels(blobs, instance)
    const { dataSet, transferSyntax, bulk } = source
    const coded = await readFrame(source, frame - 1, source.read)
    if (coded === null || bulk === null) return null
    const outcome = await renderFrame(dataSet, transferSyntax, coded, {
      format: 'jpeg', quality: QUALITY, maxSide: SIDE, frameIndex: frame - 1, pixelVr: bulk.vr,
    })
    return outcome.kind === 'unsupported' ? null : outcome.bytes
  } catch (error) {
    if (error instanceof DicomError) return null
    throw error
  }
}
