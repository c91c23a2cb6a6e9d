/**
 * One frame to cells: native, run lengths, deflated, or a code stream.
 *
 * @module
 */
import { inflateRawSync } from 'node:zlib'
import { TransferSyntaxes, type TransferSyntax, type Vr } from '@filmjacket/dicom-data'
import { decodeStream, type StreamOptions } from './codec/decode-stream.ts'
import type { Decoded } from './decoded.ts'
import { bitsOfFrame, type ImagePixel } from './image-pixel.ts'
import { readCells } from './native.ts'
import { CodecError } from './outcome.ts'
import { decodeRle } from './rle.ts'

export interface Coding {
  readonly transferSyntax: TransferSyntax
  /** The VR of Pixel Data, which matters for bytes in big-endian order only. */
  readonly pixelVr?: Vr | undefined
}

export type DecodeOptions = Coding & StreamOptions

/** @throws CodecError if the frame is broken, or of a kind that is not decoded. */
export async function decode(image: ImagePixel, frame: Uint8Array, options: DecodeOptions): Promise<Decoded> {
  const { transferSyntax, pixelVr } = options
  if (isNative(transferSyntax)) return decodeNative(image, transferSyntax, frame, pixelVr)
  if (transferSyntax.uid === TransferSyntaxes.rle.uid) return decodeRunLengths(image, frame)
  if (transferSyntax.uid === TransferSyntaxes.deflatedImageFrame.uid) return inflate(image, frame)
  return await decodeStream(image, transferSyntax, frame, options)
}

/** Native cells, which may still lie in fragments. PS3.5 §A.4.11. */
export function isNative({ uid, encapsulated }: TransferSyntax): boolean {
  return !encapsulated || uid === TransferSyntaxes.encapsulatedUncompressed.uid
}

function decodeNative(image: ImagePixel, transferSyntax: TransferSyntax, frame: Uint8Array, vr?: Vr): Decoded {
  const isGe = transferSyntax.uid === TransferSyntaxes.privateGeBigEndianPixels.uid
  const littleEndian = transferSyntax.littleEndian && !isGe
  const cells = readCells(image, frame, { littleEndian, inWords: vr === 'OW' })
  if (cells === null) throw new CodecError('broken', 'pixel data shorter than its image')
  return { kind: 'decoded', image, cells }
}

/** What RLE leaves is little-endian, by pixel, and has its full chroma. */
function decodeRunLengths(image: ImagePixel, frame: Uint8Array): Decoded {
  const { rows, columns, samplesPerPixel, bitsAllocated } = image
  // Single bits are packed before they are encoded.
  const shape = bitsAllocated === 1
    ? { pixels: Math.ceil((rows * columns) / 8), samplesPerPixel, bytesPerSample: 1 }
    : { pixels: rows * columns, samplesPerPixel, bytesPerSample: bitsAllocated / 8 }
  const photometric = image.photometric === 'YBR_FULL_422' ? 'YBR_FULL' : image.photometric
  return decodeUnpacked({ ...image, photometric, planar: false }, decodeRle(frame, shape))
}

function decodeUnpacked(image: ImagePixel, native: Uint8Array): Decoded {
  return decodeNative(image, TransferSyntaxes.explicitVrLittleEndian, native)
}

/** Native cells, each frame deflated by itself. PS3.5 §A.4.13. */
function inflate(image: ImagePixel, frame: Uint8Array): Decoded {
  return decodeUnpacked(image, inflated(frame, Math.ceil(bitsOfFrame(image) / 8) + 1))
}

function inflated(frame: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    return inflateRawSync(frame, { maxOutputLength })
  } catch {
    throw new CodecError('broken', 'deflated frame is broken or longer than its image')
  }
}
