/** Native frames as numbers. PS3.5 §8.1.1, §8.2. */
import type { PixelShape } from '../image.ts'
import { PictureError, type Cells, type Pixels, type Values } from '../pixels.ts'
import { toRgb } from './color.ts'

/** A larger frame is not drawn: PS3.3 allows 4 thousand million pixels. */
export const MAX_PIXELS = 64 * 1024 * 1024

/**
 * The pixels of a native frame in little-endian order.
 *
 * @throws PictureError if there are fewer bytes than the image needs, or it is too large.
 */
export function readNative(shape: PixelShape, bytes: Uint8Array): Pixels {
  return pixelsOf(shape, cellsOf(shape, bytes))
}

/** Numbers with a meaning, or colours, from cells. */
export function pixelsOf(shape: PixelShape, cells: Cells): Pixels {
  const { rows, columns, samplesPerPixel } = shape
  if (samplesPerPixel === 3) return { kind: 'color', rows, columns, rgb: toRgb(shape, cells) }
  if (samplesPerPixel !== 1) throw new PictureError('no-decoder', 'neither one nor three samples per pixel')
  return { kind: 'gray', rows, columns, values: storedValues(shape, cells) }
}

function cellsOf(shape: PixelShape, bytes: Uint8Array): Cells {
  const cells = shape.rows * shape.columns * samplesIn(shape)
  if (shape.rows * shape.columns > MAX_PIXELS) throw new PictureError('too-large', 'image too large')
  const length = Math.ceil((cells * shape.bitsAllocated) / 8)
  if (bytes.length < length) throw new PictureError('broken', 'pixel data shorter than its image')
  const exact = bytes.byteOffset % 8 === 0 ? bytes.subarray(0, length) : bytes.slice(0, length)
  const { buffer, byteOffset } = exact
  switch (shape.bitsAllocated) {
    case 1: return Uint8Array.from({ length: cells }, (_, n) => ((exact[n >>> 3] ?? 0) >>> (n & 7)) & 1)
    case 8: return exact
    case 16: return new Uint16Array(buffer, byteOffset, cells)
    case 32: return shape.float ? new Float32Array(buffer, byteOffset, cells) : new Uint32Array(buffer, byteOffset, cells)
    case 64: return new Float64Array(buffer, byteOffset, cells)
    default: throw new PictureError('broken', 'bits allocated is not 1, 8, 16, 32 or 64')
  }
}

/** YBR_FULL_422 keeps one Cb and one Cr for two pixels: PS3.3 §C.7.6.3.1.2. */
function samplesIn({ samplesPerPixel, photometric }: PixelShape): number {
  return photometric.endsWith('_422') ? 2 : samplesPerPixel
}

/** Shifted down to bit 0, cut to Bits Stored, signed. PS3.5 §8.1.1. */
function storedValues(shape: PixelShape, cells: Cells): Values {
  const { bitsStored, highBit, signed, bitsAllocated } = shape
  if (cells instanceof Float32Array || cells instanceof Float64Array) return cells
  if (bitsStored === bitsAllocated) return signed ? asSigned(cells) : cells
  const up = 31 - highBit
  const down = 32 - bitsStored
  const values = signed ? asSigned(cells).slice() : cells.slice()
  if (signed) for (let n = 0; n < values.length; n++) values[n] = ((cells[n] ?? 0) << up) >> down
  else for (let n = 0; n < values.length; n++) values[n] = ((cells[n] ?? 0) << up) >>> down
  return values
}

function asSigned(cells: Uint8Array | Uint16Array | Uint32Array): Int8Array | Int16Array | Int32Array {
  const { buffer, byteOffset, length } = cells
  if (cells instanceof Uint8Array) return new Int8Array(buffer, byteOffset, length)
  return cells instanceof Uint16Array ? new Int16Array(buffer, byteOffset, length) : new Int32Array(buffer, byteOffset, length)
}
