/**
 * Pixels in another transfer syntax than the stored one, in threads and with a deadline.
 *
 * @module
 */
import { scanPart10, Tags, type Bulk, type DataSet, type TransferSyntax } from '@filmjacket/dicom-data'
import type { Means } from '@filmjacket/dicom-web'
import { frameSpans, supportTable, transcode, type Unsupported } from '@filmjacket/dicom-pixel'
import type { Pixels } from './pixels.ts'

const support = new Map(supportTable.map((each) => [each.transferSyntax.uid as string, each]))

export const means: Means = {
  decodes: ({ uid }) => (support.get(uid)?.decoders.length ?? 0) > 0,
  encodes: ({ uid }) => support.get(uid)?.encoder != null,
}

export interface TranscodedFrame {
  readonly kind: 'frame'
  readonly bytes: Uint8Array
}

/** One frame, from 0, in `target`. */
export async function transcodeFrame(
  pixels: Pixels, index: number, target: TransferSyntax,
): Promise<TranscodedFrame | Unsupported> {
  const source = onlyFrame(pixels, index)
  if (source === null) return { kind: 'unsupported', problem: 'broken', reason: 'the frame is not there' }
  const result = await transcode(source, target)
  if (result.kind === 'unsupported') return result
  const file: Uint8Array[] = []
  for await (const part of result.bytes) file.push(part)
  const bytes = Buffer.concat(file)
  const scanner = scanPart10()
  scanner.push(bytes)
  const { bulk } = scanner.end()
  if (bulk === null) return { kind: 'unsupported', problem: 'not-an-image', reason: 'not an image' }
  const span = bulk.fragments?.[1] ?? bulk
  return { kind: 'frame', bytes: bytes.subarray(span.start, span.end) }
}

/** The same object as if it had but this frame. */
function onlyFrame(pixels: Pixels, index: number) {
  const { dataSet, transferSyntax, bulk, hints } = pixels
  if (bulk === null) return null
  const spans = frameSpans(dataSet, transferSyntax, bulk, index, hints)
  const [first] = spans ?? []
  const last = spans?.at(-1)
  if (spans === null || first === undefined || last === undefined) return null
  const table = { start: first.start, end: first.start }
  const one: Bulk = bulk.fragments === null
    ? { ...bulk, start: first.start, end: last.end }
    : { ...bulk, fragments: [table, ...spans] }
  return {
    dataSet: withOneFrame(dataSet), transferSyntax, bulk: one,
    read: (start: number, end: number) => pixels.read(start, end),
  }
}

function withOneFrame(dataSet: DataSet): DataSet {
  const isFrames = (tag: number) => tag === Tags.NumberOfFrames
  return {
    characterSets: dataSet.characterSets,
    has: (tag) => !isLong(tag) && dataSet.has(tag),
    vr: (tag) => dataSet.vr(tag),
    meaning: (tag) => dataSet.meaning(tag),
    text: (tag) => (isFrames(tag) ? '1' : dataSet.text(tag)),
    texts: (tag) => (isFrames(tag) ? ['1'] : dataSet.texts(tag)),
    number: (tag) => (isFrames(tag) ? 1 : dataSet.number(tag)),
    numbers: (tag) => (isFrames(tag) ? [1] : dataSet.numbers(tag)),
    items: (tag) => dataSet.items(tag),
    bytes: (tag) => dataSet.bytes(tag),
    bytesLittleEndian: (tag) => dataSet.bytesLittleEndian(tag),
    omission: (tag) => dataSet.omission(tag),
    tags: () => [...dataSet.tags()].filter((tag) => !isLong(tag)),
  }
}

/** Descriptions of each frame are of no use to one, and would be copied for each. */
function isLong(tag: number): boolean {
  return tag === Tags.PerFrameFunctionalGroupsSequence || tag === Tags.ExtendedOffsetTable
    || tag === Tags.ExtendedOffsetTableLengths
}
