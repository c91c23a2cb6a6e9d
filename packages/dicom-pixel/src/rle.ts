/**
 * RLE Lossless. PS3.5 Annex G.
 *
 * Each byte of a sample is a segment of its own, the most significant byte first; each segment is
 * packed by the PackBits rule. The result here is a native frame: little-endian, colour by pixel.
 *
 * @module
 */
import { CodecError } from './outcome.ts'

const HEADER_BYTES = 64
const MAX_SEGMENTS = 15

/** Two bytes stand for at most 128. */
const MOST_FROM_ONE_BYTE = 64

/** The code stream is broken, or cannot hold what the data set promises. */
export class RleError extends CodecError {
  override readonly name = 'RleError'

  constructor(message: string) {
    super('broken', message)
  }
}

export interface RleShape {
  readonly pixels: number
  readonly samplesPerPixel: number
  readonly bytesPerSample: number
}

/**
 * Decode one frame.
 *
 * A segment that ends early leaves zeros, as a picture with a missing end is worth more than none.
 *
 * @throws RleError if the header is broken, has another number of segments than `shape` needs, or the
 *   frame is too short to unpack to `shape`.
 */
export function decodeRle(frame: Uint8Array, shape: RleShape): Uint8Array {
  const { pixels, samplesPerPixel, bytesPerSample } = shape
  const segments = samplesPerPixel * bytesPerSample
  if (pixels * segments > frame.length * MOST_FROM_ONE_BYTE) throw new RleError('RLE frame too short for its image')
  const starts = readHeader(frame, segments)
  const native = new Uint8Array(pixels * segments)
  starts.forEach((start, segment) => {
    const sample = Math.floor(segment / bytesPerSample)
    const byte = bytesPerSample - 1 - (segment % bytesPerSample)
    const end = starts[segment + 1] ?? frame.length
    unpack(frame.subarray(start, end), native, sample * bytesPerSample + byte, segments)
  })
  return native
}

/** Offsets of the segments. PS3.5 §G.5. */
function readHeader(frame: Uint8Array, segments: number): readonly number[] {
  if (frame.length < HEADER_BYTES) throw new RleError('RLE header cut')
  const view = new DataView(frame.buffer, frame.byteOffset, HEADER_BYTES)
  const count = view.getUint32(0, true)
  if (count > MAX_SEGMENTS || count !== segments) throw new RleError(`RLE: ${count} segments for ${segments}`)
  const starts = Array.from({ length: count }, (_, n) => view.getUint32(4 + n * 4, true))
  const inside = starts.every((start, n) => start >= (starts[n - 1] ?? HEADER_BYTES) && start <= frame.length)
  if (!inside) throw new RleError('RLE segment outside of its frame')
  return starts
}

/** PackBits into every `stride`-th byte of `out`, from `offset`. PS3.5 §G.3.2. */
function unpack(packed: Uint8Array, out: Uint8Array, offset: number, stride: number): void {
  let to = offset
  let from = 0
  while (from < packed.length && to < out.length) {
    const control = packed[from++] ?? 0
    if (control < 128) {
      for (let n = control + 1; n > 0 && from < packed.length && to < out.length; n--) {
        out[to] = packed[from++] ?? 0
        to += stride
      }
    } else if (control > 128) {
      const value = packed[from++] ?? 0
      for (let n = 257 - control; n > 0 && to < out.length; n--) {
        out[to] = value
        to += stride
      }
    }
  }
}
