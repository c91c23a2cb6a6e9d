/**
 * Pictures for people: rendered Instances and frames, and small pictures of what is in a Series. PS3.18 §10.4.1.1.3.
 *
 * @module
 */
import { etagOf, literal } from '@filmjacket/bytes'
import { Tags } from '@filmjacket/dicom-data'
import { describePixels, readFrame, renderFrame } from '@filmjacket/dicom-pixel'
import { choose, layOutMultipart, longerSideWithin, type RenderWish, type Wish } from '@filmjacket/dicom-web'
import type { Served } from '../../../platform/server/http/serve-extents.ts'
import type { InstancePlace } from '../store/dicomweb.ts'
import { documentOf } from './bulk-data.ts'
import { filmOf } from './film.ts'
import type { Pixels, PixelsOf } from './pixels.ts'
import { noFrame, notAcceptable, unreadablePicture } from './problems.ts'

export interface PictureWish {
  readonly wishes: readonly Wish[]
  readonly rendering: RenderWish
  /** From 1; null for one that shows what the Instance is about. */
  readonly frame: number | null
  /** Of thumbnails: no side is longer, whatever is asked for. */
  readonly sideMax?: number
}

const PICTURES = ['image/jpeg', 'image/png'].flatMap((media) => [{ media, isMultipart: false }, { media, isMultipart: true }])
const PDF = { media: 'application/pdf', isMultipart: false } as const

/** A larger frame is not read only to draw it. */
const FRAME_BYTES_MAX = 512 * 1024 * 1024

/** @throws Problem if it is no picture, cannot be read, or not be sent as is wished. */
export async function servePicture(pixelsOf: PixelsOf, instance: InstancePlace, wish: PictureWish): Promise<Served> {
  const pixels = await pixelsOf(instance)
  const document = wish.frame === null && wish.sideMax === undefined ? await documentOf(pixels, instance) : null
  if (document?.media === PDF.media) {
    if (choose(wish.wishes, [PDF]) === null) return notAcceptable()
    return { list: document.content, etag: etagOf(document.content), mediaType: PDF.media, headers: VARY }
  }
  const film = wish.frame === null && wish.sideMax === undefined ? await filmOf(pixels) : null
  if (film !== null) {
    if (choose(wish.wishes, [{ media: film.media, isMultipart: false }]) === null) return notAcceptable()
    return { list: film.content, etag: etagOf(film.content), mediaType: film.media, headers: VARY }
  }
  const { media, isMultipart } = choose(wish.wishes, PICTURES) ?? notAcceptable()
  const picture = [literal(await drawn(pixels, wish, media === 'image/png' ? 'png' : 'jpeg'))]
  const { list, mediaType } = isMultipart
    ? layOutMultipart(media, [{ contentType: media, content: picture }]) : { list: picture, mediaType: media }
  return { list, etag: etagOf(list), mediaType, headers: VARY }
}

const VARY = { vary: 'accept' } as const

async function drawn(pixels: Pixels, wish: PictureWish, format: 'png' | 'jpeg'): Promise<Uint8Array> {
  const { dataSet, transferSyntax, bulk } = pixels
  const description = describePixels(dataSet)
  if (description.kind === 'refused') return unreadablePicture({ ...description, kind: 'unsupported' })
  const frameIndex = wish.frame === null ? middleFrame(pixels) : wish.frame - 1
  const frame = await readFrame(pixels, frameIndex, (start, end) => pixels.read(start, end), FRAME_BYTES_MAX)
  if (frame === null) return bulk === null ? notAcceptable() : noFrame()
  const { window, quality, viewport } = wish.rendering
  const { rows, columns } = description.image
  const side = viewport === null ? wish.sideMax : longerSideWithin(viewport, columns, rows)
  const maxSide = side === undefined ? undefined : Math.min(side, wish.sideMax ?? side)
  const outcome = await renderFrame(dataSet, transferSyntax, frame, {
    format, frameIndex, ...(bulk === null ? {} : { pixelVr: bulk.vr }), ...(window === null ? {} : { window }),
    ...(quality === null ? {} : { quality }), ...(maxSide === undefined ? {} : { maxSide }),
  })
  return outcome.kind === 'unsupported' ? unreadablePicture(outcome) : outcome.bytes
}

/** It says more than the first. */
function middleFrame({ dataSet }: Pixels): number {
  return Math.max(0, Math.floor(((dataSet.number(Tags.NumberOfFrames) ?? 1) - 1) / 2))
}
