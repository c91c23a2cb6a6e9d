/**
 * A small JPEG of one frame, for lists and for the first look.
 *
 * @module
 */
import { inflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { TransferSyntaxes, type DataSet, type TransferSyntax, type Vr } from '@filmjacket/dicom-data'
import { paintColor } from './color.ts'
import { bitsOfFrame, describePixels, MAX_PIXELS, type ImagePixel } from './image-pixel.ts'
import { decodeJpeg } from './jpeg.ts'
import { readCells, type Cells } from './native.ts'
import { paintPalette } from './palette.ts'
import { decodeRle, RleError } from './rle.ts'
import { paintGray, type Window } from './window.ts'

export interface Preview {
  readonly mediaType: 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

export interface Unsupported {
  readonly kind: 'unsupported'
  /** For people; holds no value of the data set. */
  readonly reason: string
}

export type PreviewOutcome = { readonly kind: 'preview'; readonly preview: Preview } | Unsupported

export interface PaintOptions {
  /** Instead of the window that the data set asks for. */
  readonly window?: Window
  /** From 0; of an enhanced multi-frame image, whose window differs by frame. */
  readonly frameIndex?: number
  /** The VR of Pixel Data, which matters for bytes in big-endian order only. */
  readonly pixelVr?: Vr
}

export interface PreviewOptions extends PaintOptions {
  /** Pixels of the longer side. A smaller image stays as it is. */
  readonly maxSide: number
}

/** Pixels for a screen: one byte (grey) or three (RGB) for each. */
export interface Picture {
  readonly kind: 'picture'
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly bytes: Uint8Array
}

type Decoded = { readonly kind: 'decoded'; readonly image: ImagePixel; readonly cells: Cells } | Unsupported

const QUALITY = 85

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
  const { width, height, channels, bytes } = picture
  const { data, info } = await sharp(bytes, { raw: { width, height, channels }, limitInputPixels: MAX_PIXELS })
    .resize({ width: options.maxSide, height: options.maxSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
  return { kind: 'preview', preview: { mediaType: 'image/jpeg', width: info.width, height: info.height, bytes: data } }
}

/** Decode a frame and bring it to the screen's eight bits, at its full size. */
export async function paintFrame(
  dataSet: DataSet, transferSyntax: TransferSyntax, frame: Uint8Array, options: PaintOptions = {},
): Promise<Picture | Unsupported> {
  const description = describePixels(dataSet)
  if (description.kind === 'refused') return unsupported(description.reason)
  const decoded = await decode(description.image, transferSyntax, frame, options)
  if (decoded.kind === 'unsupported') return decoded
  const { image, cells } = decoded
  const { littleEndian } = transferSyntax
  const bytes = image.samplesPerPixel === 3 ? paintColor(image, cells)
    : image.photometric === 'PALETTE COLOR' ? paintPalette(image, dataSet, cells, littleEndian)
    : paintGray(image, dataSet, cells, { littleEndian, window: options.window, frameIndex: options.frameIndex })
  if (bytes === null) return unsupported('palette without tables')
  const isColor = image.samplesPerPixel === 3 || image.photometric === 'PALETTE COLOR'
  return { kind: 'picture', width: image.columns, height: image.rows, channels: isColor ? 3 : 1, bytes }
}

async function decode(
  image: ImagePixel, transferSyntax: TransferSyntax, frame: Uint8Array, options: PaintOptions,
): Promise<Decoded> {
  if (isNative(transferSyntax)) return decodeNative(image, transferSyntax, frame, options.pixelVr)
  if (transferSyntax.uid === TransferSyntaxes.rle.uid) return decodeRunLengths(image, frame)
  if (transferSyntax.uid === TransferSyntaxes.deflatedImageFrame.uid) return inflate(image, frame)
  const jpeg = await decodeJpeg(image, frame)
  return jpeg === null ? unsupported(`no decoder for ${transferSyntax.name}`) : { kind: 'decoded', ...jpeg }
}

/** Native cells, which may still lie in fragments. PS3.5 §A.4.11. */
function isNative({ uid, encapsulated }: TransferSyntax): boolean {
  return !encapsulated || uid === TransferSyntaxes.encapsulatedUncompressed.uid
}

function decodeNative(image: ImagePixel, transferSyntax: TransferSyntax, frame: Uint8Array, vr?: Vr): Decoded {
  const isGe = transferSyntax.uid === TransferSyntaxes.privateGeBigEndianPixels.uid
  const littleEndian = transferSyntax.littleEndian && !isGe
  const cells = readCells(image, frame, { littleEndian, inWords: vr === 'OW' })
  return cells === null ? unsupported('pixel data shorter than its image') : { kind: 'decoded', image, cells }
}

/** What RLE leaves is little-endian, by pixel, and has its full chroma. */
function decodeRunLengths(image: ImagePixel, frame: Uint8Array): Decoded {
  const { rows, columns, samplesPerPixel, bitsAllocated } = image
  // Single bits are packed before they are encoded.
  const shape = bitsAllocated === 1
    ? { pixels: Math.ceil((rows * columns) / 8), samplesPerPixel, bytesPerSample: 1 }
    : { pixels: rows * columns, samplesPerPixel, bytesPerSample: bitsAllocated / 8 }
  const photometric = image.photometric === 'YBR_FULL_422' ? 'YBR_FULL' : image.photometric
  try {
    return decodeUnpacked({ ...image, photometric, planar: false }, decodeRle(frame, shape))
  } catch (error) {
    if (error instanceof RleError) return unsupported(error.message)
    throw error
  }
}

function decodeUnpacked(image: ImagePixel, native: Uint8Array): Decoded {
  const cells = readCells(image, native, { littleEndian: true, inWords: false })
  return cells === null ? unsupported('pixel data shorter than its image') : { kind: 'decoded', image, cells }
}

/** Native cells, each frame deflated by itself. PS3.5 §A.4.13. */
function inflate(image: ImagePixel, frame: Uint8Array): Decoded {
  try {
    return decodeUnpacked(image, inflateRawSync(frame, { maxOutputLength: Math.ceil(bitsOfFrame(image) / 8) + 1 }))
  } catch {
    return unsupported('deflated frame is broken or longer than its image')
  }
}

function unsupported(reason: string): Unsupported {
  return { kind: 'unsupported', reason }
}
