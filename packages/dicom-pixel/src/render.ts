/**
 * Pictures as files: PNG and JPEG at full size, and small JPEGs for lists and for the first look.
 *
 * @module
 */
import type { DataSet, TransferSyntax } from '@filmjacket/dicom-data'
import { paintFrame, paintShades, type PaintOptions } from './frame.ts'
import { MAX_PIXELS } from './image-pixel.ts'
import type { Unsupported } from './outcome.ts'
import type { Picture } from './paint.ts'
import type { Shades } from './shades.ts'

export interface Preview {
  readonly mediaType: 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

export type PreviewOutcome = { readonly kind: 'preview'; readonly preview: Preview } | Unsupported

export interface PreviewOptions extends PaintOptions {
  /** Pixels of the longer side. A smaller image stays as it is. */
  readonly maxSide: number
}

export interface Rendering {
  readonly kind: 'rendering'
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

export interface RenderOptions extends PaintOptions {
  readonly format: 'png' | 'jpeg'
  /** Of PNG in grey. Default 8. */
  readonly depth?: 8 | 16
  /** Of JPEG, 1 to 100. Default 90. */
  readonly quality?: number
  /** Pixels of the longer side. Default: as large as the image. */
  readonly maxSide?: number
}

const PREVIEW_QUALITY = 85
const RENDER_QUALITY = 90

/**
 * Render a frame as a JPEG with no side longer than `maxSide`. Pixels are taken as square.
 *
 * @param frame - one native frame, or the code stream of one encapsulated frame: what `readFrame` gives.
 */
export async function renderPreview(
  dataSet: DataSet, transferSyntax: TransferSyntax, frame: Uint8Array, options: PreviewOptions,
): Promise<PreviewOutcome> {
  const picture = await paintFrame(dataSet, transferSyntax, frame, options)
  if (picture.kind === 'unsupported') return picture
  const image = await drawing(picture, options.maxSide)
  const { data, info } = await image.jpeg({ quality: PREVIEW_QUALITY }).toBuffer({ resolveWithObject: true })
  return { kind: 'preview', preview: { mediaType: 'image/jpeg', width: info.width, height: info.height, bytes: data } }
}

/** Render a frame as a picture file, with its overlays unless `overlays` is false. */
export async function renderFrame(
  dataSet: DataSet, transferSyntax: TransferSyntax, frame: Uint8Array, options: RenderOptions,
): Promise<Rendering | Unsupported> {
  const { format, depth = 8, quality = RENDER_QUALITY, maxSide, overlays = true } = options
  const ceiling = format === 'png' && depth === 16 ? 65_535 : 255
  const picture = await paintShades(dataSet, transferSyntax, frame, { ...options, overlays, ceiling })
  if (picture.kind === 'unsupported') return picture
  const image = await drawing(picture, maxSide)
  const file = format === 'png' ? image.png() : image.jpeg({ quality })
  const { data, info } = await file.toBuffer({ resolveWithObject: true })
  return { kind: 'rendering', mediaType: `image/${format}`, width: info.width, height: info.height, bytes: data }
}

/** What sharp is given is always made here: no bytes from outside reach it. */
async function drawing({ width, height, channels, bytes }: Picture<Shades>, maxSide?: number) {
  // Loaded when first needed: worker threads, which share this package, have no use for it.
  const { default: sharp } = await import('sharp')
  const image = sharp(bytes, { raw: { width, height, channels }, limitInputPixels: MAX_PIXELS })
  const sized = maxSide === undefined ? image
    : image.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
  if (channels === 3) return sized
  return sized.toColourspace(bytes instanceof Uint16Array ? 'grey16' : 'b-w')
}
