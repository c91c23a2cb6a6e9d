/**
 * Native frames as numbers. PS3.5 §8.1.1, §8.2; byte order by §7.3.
 *
 * @module
 */
import { bitsOfFrame, type ImagePixel } from './image-pixel.ts'

/** Pixel cells as they are stored: not yet shifted, masked or signed. Floats are what they are. */
export type Cells = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array

const HOST_IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

export interface CellOrder {
  readonly littleEndian: boolean
  /** Bytes that were written as words (OW), so that big-endian order has swapped their pairs. */
  readonly inWords: boolean
}

/** The cells of one frame. Null if `frame` is shorter than the image. Shares memory with `frame` where it can. */
export function readCells(image: ImagePixel, frame: Uint8Array, order: CellOrder): Cells | null {
  const length = Math.ceil(bitsOfFrame(image) / 8)
  if (frame.length < length) return null
  const bytes = frame.subarray(0, length)
  switch (image.bitsAllocated) {
    case 1: return unpackBits(swapped(bytes, order.inWords && !order.littleEndian ? 2 : 1), bitsOfFrame(image))
    case 8: return swapped(bytes, order.inWords && !order.littleEndian ? 2 : 1)
    case 16: return view(bytes, order, (aligned) => new Uint16Array(aligned.buffer, aligned.byteOffset, length / 2), 2)
    case 32: return image.float
      ? view(bytes, order, (aligned) => new Float32Array(aligned.buffer, aligned.byteOffset, length / 4), 4)
      : view(bytes, order, (aligned) => new Uint32Array(aligned.buffer, aligned.byteOffset, length / 4), 4)
    case 64: return view(bytes, order, (aligned) => new Float64Array(aligned.buffer, aligned.byteOffset, length / 8), 8)
  }
}

/**
 * How a cell becomes the stored value: shifted down to bit 0, cut to Bits Stored, signed. PS3.5 §8.1.1.
 *
 * Arithmetic and not bits, so that cells of 32 bits follow the same rule.
 */
export function storedValue(image: ImagePixel): (cell: number) => number {
  if (image.float) return (cell) => cell
  const unit = 2 ** (image.highBit + 1 - image.bitsStored)
  const modulus = 2 ** image.bitsStored
  const negative = image.signed ? modulus / 2 : modulus
  return (cell) => {
    const value = Math.floor(cell / unit) % modulus
    return value >= negative ? value - modulus : value
  }
}

/** The bytes of cells as a native frame has them: little-endian, single bits one to a byte. */
export function bytesOfCells(cells: Cells): Uint8Array {
  const bytes = new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength)
  return HOST_IS_LITTLE_ENDIAN || cells.BYTES_PER_ELEMENT === 1 ? bytes : swapped(bytes, cells.BYTES_PER_ELEMENT as 2 | 4 | 8)
}

function view<T>(bytes: Uint8Array, order: CellOrder, make: (aligned: Uint8Array) => T, size: 2 | 4 | 8): T {
  if (order.littleEndian !== HOST_IS_LITTLE_ENDIAN) return make(swapped(bytes, size))
  return make(bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes))
}

/** A copy whose groups of `size` bytes are turned round; `bytes` itself for single bytes. */
function swapped(bytes: Uint8Array, size: 1 | 2 | 4 | 8): Uint8Array {
  if (size === 1) return bytes
  const copy = new Uint8Array(bytes)
  const words = Buffer.from(copy.buffer, 0, copy.length - (copy.length % size))
  if (size === 2) words.swap16()
  else if (size === 4) words.swap32()
  else words.swap64()
  return copy
}

/** The first pixel is the lowest bit of the first byte. */
function unpackBits(bytes: Uint8Array, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, n) => ((bytes[n >>> 3] ?? 0) >>> (n & 7)) & 1)
}
