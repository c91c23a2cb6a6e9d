/**
 * The same object in another transfer syntax: as a Part 10 file, frame by frame, so that a long cine run is never in
 * memory whole. PS3.5 §A.4, PS3.10 §7.
 *
 * @module
 */
import {
  encodeDataSet, encodeElementHeader, encodeFileMeta, encodeItemHeader, Tags, UNDEFINED_LENGTH,
  type Bulk, type DataSet, type Scan, type TransferSyntax, type Vr,
} from '@filmjacket/dicom-data'
import { BitPacker } from '../bit-packer.ts'
import type { Encoded } from '../encode.ts'
import { bitsOfFrame, describePixels, type ImagePixel } from '../image-pixel.ts'
import { unsupported, type Problem, type Unsupported } from '../outcome.ts'
import { hasEmbeddedOverlay } from '../overlay.ts'
import { readFrame, type ReadSpan } from '../read-frame.ts'
import { encoderOf } from '../support.ts'
import { sharedPool } from '../worker/pool.ts'
import { copyDataSet } from './copy-data-set.ts'
import { imageElements, lossElements } from './image-elements.ts'

/** What a scan found, and its bytes: of a deflated data set, the inflated ones with their bulk. */
export interface TranscodeSource {
  readonly dataSet: DataSet
  readonly transferSyntax: TransferSyntax
  readonly bulk: Bulk | null
  /** Where values but the pixels were left out of `dataSet`, nothing is written. */
  readonly omitted?: Scan['omitted']
  readonly read: ReadSpan
}

export interface Transcoded {
  readonly kind: 'transcoded'
  readonly transferSyntax: TransferSyntax
  /**
   * The file; frames are decoded as it is read. Throws TranscodeError where a later frame is broken: what was read
   * by then is to be thrown away.
   */
  readonly bytes: AsyncIterable<Uint8Array>
}

export class TranscodeError extends Error {
  override readonly name = 'TranscodeError'
  readonly problem: Problem

  constructor({ problem, reason }: Unsupported, frame: number) {
    super(`frame ${frame + 1}: ${reason}`)
    this.problem = problem
  }
}

interface Job {
  readonly source: TranscodeSource & { readonly bulk: Bulk }
  readonly target: TransferSyntax
  readonly image: ImagePixel
}

const ITEM = 0xfffee000
const SEQUENCE_END = 0xfffee0dd
/** Frames in work at the same time: enough for the threads. */
const FRAMES_AHEAD = 4

/**
 * Begin to transcode; the first frame is decoded and encoded before this answers.
 *
 * Lossless: each stored value is kept. The SOP Instance UID stays. What was lossy before is marked as such.
 *
 * @param target - one that `supportTable` has an encoder for.
 */
export async function transcode(source: TranscodeSource, target: TransferSyntax): Promise<Transcoded | Unsupported> {
  const { dataSet, bulk } = source
  const description = describePixels(dataSet)
  if (description.kind === 'refused') return unsupported(description.problem, description.reason)
  if (bulk === null) return unsupported('not-an-image', 'not an image')
  if (encoderOf(target) === null) return unsupported('no-encoder', `no encoder for ${target.name}`)
  if (source.omitted?.some(({ start }) => start < bulk.start || start > bulk.end) === true)
    return unsupported('too-large', 'a value other than its pixels is too large')
  if (hasEmbeddedOverlay(dataSet) && target.encapsulated)
    return unsupported('no-encoder', `${target.name} would lose the overlay that is in the pixel cells`)
  const job: Job = { source: { ...source, bulk }, target, image: description.image }
  const first = await encodeFrame(job, 0)
  if (first.kind === 'unsupported') return first
  if (!target.encapsulated && bytesOfImage(first.image) > MOST_NATIVE_BYTES)
    return unsupported('too-large', 'more native pixels than a length can tell')
  return { kind: 'transcoded', transferSyntax: target, bytes: fileOf(job, first) }
}

async function* fileOf(job: Job, first: Encoded): AsyncGenerator<Uint8Array, void, undefined> {
  const { dataSet, bulk, transferSyntax } = job.source
  const elements = copyDataSet(dataSet, transferSyntax)
  const frame = (await readFrame(job.source, 0, job.source.read)) ?? new Uint8Array(0)
  for (const tag of FRAME_TABLES) elements.delete(tag)
  const said = [...imageElements(first.image, job.target), ...lossElements(job.image, dataSet, transferSyntax, frame)]
  for (const [tag, element] of said) elements.set(tag, element)
  yield encodeFileMeta({
    sopClassUid: dataSet.text(Tags.SOPClassUID) ?? '',
    sopInstanceUid: dataSet.text(Tags.SOPInstanceUID) ?? '',
    transferSyntaxUid: job.target.uid,
  })
  const [before, after] = [new Map(elements), new Map(elements)]
  for (const tag of elements.keys()) (tag < bulk.tag ? after : before).delete(tag)
  after.delete(bulk.tag)
  yield encodeDataSet(before, job.target)
  yield* job.target.encapsulated ? fragments(job, first) : nativeValue(job, first)
  if (after.size > 0) yield encodeDataSet(after, job.target)
}

/** They tell where frames were. PS3.3 §C.7.6.3.1.8. */
const FRAME_TABLES = [Tags.ExtendedOffsetTable, Tags.ExtendedOffsetTableLengths, Tags.EncapsulatedPixelDataValueTotalLength]

/** One fragment for each frame, and an empty offset table: nothing need be known beforehand. */
async function* fragments(job: Job, first: Encoded): AsyncGenerator<Uint8Array, void, undefined> {
  const { target } = job
  yield encodeElementHeader(Tags.PixelData, 'OB', UNDEFINED_LENGTH, target)
  yield encodeItemHeader(ITEM, 0, target)
  for await (const { bytes } of encodeFrames(job, first)) {
    yield encodeItemHeader(ITEM, bytes.length + (bytes.length % 2), target)
    yield bytes
    if (bytes.length % 2 === 1) yield new Uint8Array(1)
  }
  yield encodeItemHeader(SEQUENCE_END, 0, target)
}

const MOST_NATIVE_BYTES = 0xfffffffe

function bytesOfImage(image: ImagePixel): number {
  return Math.ceil((bitsOfFrame(image) * image.frames) / 8)
}

async function* nativeValue(job: Job, first: Encoded): AsyncGenerator<Uint8Array, void, undefined> {
  const { bulk } = job.source
  const { bitsAllocated } = first.image
  const length = bytesOfImage(first.image)
  const vr: Vr = bulk.tag === Tags.FloatPixelData ? 'OF' : bulk.tag === Tags.DoubleFloatPixelData ? 'OD'
    : bitsAllocated > 8 ? 'OW' : 'OB'
  yield encodeElementHeader(bulk.tag, vr, length + (length % 2), job.target)
  const packer = new BitPacker()
  for await (const { bytes } of encodeFrames(job, first)) yield bitsAllocated === 1 ? packer.push(bytes) : bytes
  yield packer.end()
  if (length % 2 === 1) yield new Uint8Array(1)
}

/** All frames in order, some of them in work ahead. */
async function* encodeFrames(job: Job, first: Encoded): AsyncGenerator<Encoded, void, undefined> {
  yield first
  const ahead: Promise<Encoded | Unsupported>[] = []
  let next = 1
  for (let index = 1; index < job.image.frames; index++) {
    while (next < job.image.frames && ahead.length < FRAMES_AHEAD) {
      const frame = encodeFrame(job, next++)
      frame.catch(() => undefined) // told when its turn comes, if it does
      ahead.push(frame)
    }
    const frame = await ahead.shift()
    if (frame === undefined) return
    if (frame.kind === 'unsupported') throw new TranscodeError(frame, index)
    if (frame.image.photometric !== first.image.photometric)
      throw new TranscodeError(unsupported('broken', 'other colours than the first frame'), index)
    yield frame
  }
}

async function encodeFrame({ source, target, image }: Job, index: number): Promise<Encoded | Unsupported> {
  const frame = await readFrame(source, index, source.read)
  if (frame === null) return unsupported('broken', 'the frame is not there')
  const syntaxUid = source.transferSyntax.uid
  const work = { image, frame, syntaxUid, pixelVr: source.bulk.vr, targetUid: target.uid }
  const encoded = await sharedPool().run({ kind: 'encode', ...work })
  if (encoded.kind === 'unsupported') return encoded
  const { rows, columns } = encoded.image
  if (rows !== image.rows || columns !== image.columns) return unsupported('broken', 'code stream of another size')
  return encoded
}

