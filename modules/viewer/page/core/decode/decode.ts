/**
 * One frame to pixels: native, run lengths, or a code stream. What is decoded here is what patients' images mostly are;
 * for the rest the server gives native frames.
 *
 * @module
 */
import { sayingUntransformed } from '@filmjacket/dicom-pixel/browser'
import type { PixelShape } from '../image.ts'
import { PictureError, type Pixels } from '../pixels.ts'
import { readCodeStream, type CodeStream } from './code-stream.ts'
import { decodeStream } from './codecs.ts'
import { MAX_PIXELS, pixelsOf, readNative } from './native.ts'
import { isNative, RLE } from './transfer-syntaxes.ts'
import { unpackRunLengths } from './run-lengths.ts'

/** A frame as it is kept or sent. */
export interface CodedFrame {
  readonly bytes: Uint8Array
  readonly transferSyntaxUid: string
}

/** A block of 64 pixels takes at least one bit, in the first scan of a progressive stream. */
const MOST_PIXELS_OF_ONE_BYTE = 512

/** @throws PictureError */
export async function decodeFrame(shape: PixelShape, { bytes, transferSyntaxUid }: CodedFrame): Promise<Pixels> {
  if (isNative(transferSyntaxUid)) return readNative(shape, bytes)
  if (transferSyntaxUid === RLE) {
    const photometric = shape.photometric === 'YBR_FULL_422' ? 'YBR_FULL' : shape.photometric
    return readNative({ ...shape, planar: false, photometric }, unpackRunLengths(shape, bytes))
  }
  const stream = readCodeStream(bytes)
  if (stream === null) throw new PictureError('no-decoder', 'no decoder for this code stream')
  return decodeCodeStream(shape, stream, bytes)
}

async function decodeCodeStream(shape: PixelShape, stream: CodeStream, bytes: Uint8Array): Promise<Pixels> {
  const { rows, columns, components, precision, kind } = stream
  if (rows * columns > MAX_PIXELS) throw new PictureError('too-large', 'image too large')
  if (rows < 1 || columns < 1 || precision > 16) throw new PictureError('no-decoder', 'no decoder for this depth')
  if (rows * columns > bytes.length * MOST_PIXELS_OF_ONE_BYTE && kind === 'jpeg') throw new PictureError('broken', 'JPEG too short')
  // libjpeg would take red, green and blue for YCbCr where the stream does not say which it is.
  const isUnnamed = kind === 'jpeg' && components === 3 && !stream.isRgb && shape.photometric === 'RGB'
  const { samples, planar } = await decodeStream(stream, isUnnamed ? sayingUntransformed(bytes) : bytes)
  if (samples.length !== rows * columns * components) throw new PictureError('broken', 'code stream of another size')
  return pixelsOf(shapeOfStream(shape, stream, planar), samples)
}

/** Cells as wide as they came out; bits as the stream has them. Chroma comes at full size from every decoder. */
function shapeOfStream(shape: PixelShape, stream: CodeStream, planar: boolean): PixelShape {
  const { rows, columns, components, precision } = stream
  const bitsStored = Math.min(shape.bitsAllocated >= precision ? shape.bitsStored : precision, precision)
  return {
    ...shape, rows, columns, planar, bitsStored, highBit: bitsStored - 1,
    samplesPerPixel: components, bitsAllocated: precision <= 8 ? 8 : 16,
    photometric: components === 3 ? colorOf(shape.photometric, stream) : shape.photometric,
  }
}

function colorOf(photometric: string, { kind, isRgb }: CodeStream): string {
  if (kind === 'jpeg-12') return photometric === 'RGB' ? 'RGB' : 'YBR_FULL'
  const isTurned = kind === 'jpeg' || isRgb || photometric === 'YBR_RCT' || photometric === 'YBR_ICT'
  if (isTurned || !photometric.startsWith('YBR_')) return 'RGB'
  return photometric === 'YBR_FULL_422' ? 'YBR_FULL' : photometric
}
