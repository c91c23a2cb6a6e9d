/** RLE Lossless: each byte of a sample is a segment of its own, the most significant first. PS3.5 Annex G. */
import type { PixelShape } from '../image.ts'
import { PictureError } from '../pixels.ts'

const HEADER_BYTES = 64
/** Two bytes stand for at most 128. */
const MOST_FROM_ONE_BYTE = 64

/** @returns a native frame: little-endian, colour by pixel. A segment that ends early leaves zeros. */
export function unpackRunLengths(shape: PixelShape, frame: Uint8Array): Uint8Array {
  const bytesPerSample = Math.max(1, shape.bitsAllocated / 8)
  const pixels = shape.bitsAllocated === 1 ? Math.ceil((shape.rows * shape.columns) / 8) : shape.rows * shape.columns
  const segments = shape.samplesPerPixel * bytesPerSample
  if (pixels * segments > frame.length * MOST_FROM_ONE_BYTE) throw new PictureError('broken', 'RLE frame too short')
  const starts = readStarts(frame, segments)
  const native = new Uint8Array(pixels * segments)
  starts.forEach((start, segment) => {
    const sample = Math.floor(segment / bytesPerSample)
    const byte = bytesPerSample - 1 - (segment % bytesPerSample)
    const packed = frame.subarray(start, starts[segment + 1] ?? frame.length)
    unpack(packed, native, sample * bytesPerSample + byte, segments)
  })
  return native
}

function readStarts(frame: Uint8Array, segments: number): readonly number[] {
  if (frame.length < HEADER_BYTES) throw new PictureError('broken', 'RLE header cut')
  const view = new DataView(frame.buffer, frame.byteOffset, HEADER_BYTES)
  if (view.getUint32(0, true) !== segments || segments > 15) throw new PictureError('broken', 'RLE segments do not fit')
  return Array.from({ length: segments }, (_, n) => view.getUint32(4 + n * 4, true))
}

/** PackBits into every `stride`-th byte of `out`, from `offset`. PS3.5 §G.3.2. */
function unpack(packed: Uint8Array, out: Uint8Array, offset: number, stride: number): void {
  let [from, to] = [0, offset]
  while (from < packed.length && to < out.length) {
    const control = packed[from++] ?? 0
    if (control === 128) continue
    const count = control < 128 ? control + 1 : 257 - control
    for (let n = 0; n < count && to < out.length; n++, to += stride) {
      out[to] = packed[control < 128 ? from + n : from] ?? 0
    }
    from += control < 128 ? count : 1
  }
}
