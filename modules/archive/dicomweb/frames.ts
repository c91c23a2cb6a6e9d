/**
 * Frames, as they are stored or in another transfer syntax. PS3.18 §10.4.1.1.6.
 *
 * @module
 */
import { etagOf, literal, type ExtentList } from '@filmjacket/bytes'
import {
  boundaryOf, formatMediaType, layOutMultipart, multipartType, planFrames, streamMultipart,
  type FramePlan, type StreamedPart, type Wish,
} from '@filmjacket/dicom-web'
import { describePixels } from '@filmjacket/dicom-pixel'
import type { Served } from '../../../platform/server/http/serve-extents.ts'
import type { Streamed } from '../../../platform/server/http/serve-stream.ts'
import type { InstancePlace } from '../store/dicomweb.ts'
import { storedFrame, type Pixels, type PixelsOf } from './pixels.ts'
import { noFrame, notAcceptable, unreadablePicture } from './problems.ts'
import { means, transcodeFrame } from './transcoding.ts'

export interface FrameWish {
  /** From 1. */
  readonly frames: readonly number[]
  readonly wishes: readonly Wish[]
}

/** @throws Problem if there is no such frame, it cannot be read, or not be sent as is wished. */
export async function serveFrames(
  pixelsOf: PixelsOf, instance: InstancePlace, { frames, wishes }: FrameWish,
): Promise<Served | Streamed> {
  const pixels = await pixelsOf(instance)
  const plan = planFrames(frames.length === 1 ? wishes : wishes.filter(({ isMultipart }) => isMultipart !== false),
    pixels.transferSyntax, means) ?? notAcceptable()
  const stored = await storedFrames(pixels, frames)
  if (plan.isStored) return extentsOf(stored, plan)
  const [first, ...others] = frames
  if (first === undefined) return noFrame()
  const made = await transcoded(pixels, first, plan)
  return others.length === 0
    ? extentsOf([[literal(made)]], plan)
    : streamOf(pixels, plan, { made, others, seed: `${instance.blobId} ${frames.join()}` })
}

async function storedFrames(pixels: Pixels, frames: readonly number[]): Promise<readonly ExtentList[]> {
  const all: ExtentList[] = []
  for (const frame of frames) all.push((await storedFrame(pixels, frame - 1)) ?? missing(pixels))
  return all
}

function missing({ dataSet, bulk }: Pixels): never {
  const description = describePixels(dataSet)
  if (bulk !== null && description.kind === 'refused') return unreadablePicture({ ...description, kind: 'unsupported' })
  return noFrame()
}

function extentsOf(frames: readonly ExtentList[], plan: FramePlan): Served {
  const contentType = typeOf(plan)
  const [only] = frames
  if (!plan.isMultipart && only !== undefined) return { list: only, etag: etagOf(only), mediaType: contentType, headers: VARY }
  const { list, mediaType } = layOutMultipart(plan.media, frames.map((content) => ({ contentType, content })))
  return { list, etag: etagOf(list), mediaType, headers: VARY }
}

const VARY = { vary: 'accept' } as const

interface Making {
  readonly made: Uint8Array
  readonly others: readonly number[]
  readonly seed: string
}

function streamOf(pixels: Pixels, plan: FramePlan, { made, others, seed }: Making): Streamed {
  const contentType = typeOf(plan)
  async function* parts(): AsyncGenerator<StreamedPart> {
    yield { contentType, content: one(made) }
    for (const frame of others) yield { contentType, content: one(await transcoded(pixels, frame, plan)) }
  }
  const boundary = boundaryOf([seed, contentType])
  return { bytes: streamMultipart(boundary, parts()), mediaType: multipartType(plan.media, boundary), headers: VARY }
}

async function transcoded(pixels: Pixels, frame: number, { transferSyntax }: FramePlan): Promise<Uint8Array> {
  const outcome = await transcodeFrame(pixels, frame - 1, transferSyntax)
  return outcome.kind === 'frame' ? outcome.bytes : unreadablePicture(outcome)
}

export async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(bytes)
}

function typeOf({ media, transferSyntax }: FramePlan): string {
  return formatMediaType(media, { 'transfer-syntax': transferSyntax.uid })
}
