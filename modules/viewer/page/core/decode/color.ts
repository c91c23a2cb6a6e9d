/** Colour frames as RGB, eight bits, by pixel. PS3.3 §C.7.6.3.1.2 (Photometric Interpretation). */
import type { PixelShape } from '../image.ts'
import type { Cells } from '../pixels.ts'

export function toRgb(shape: PixelShape, cells: Cells): Uint8Array {
  const bytes = inBytes(shape, cells)
  const { photometric } = shape
  const pixels = photometric.endsWith('_422') ? joinChroma(bytes) : shape.planar ? byPixel(bytes) : bytes
  if (photometric.startsWith('YBR_PARTIAL')) return ybrToRgb(fullRange(pixels))
  return photometric.startsWith('YBR_FULL') ? ybrToRgb(pixels) : pixels
}

function inBytes({ bitsStored, bitsAllocated }: PixelShape, cells: Cells): Uint8Array {
  if (cells instanceof Uint8Array && bitsStored === 8 && bitsAllocated === 8) return cells
  const most = 2 ** bitsStored - 1
  return Uint8Array.from(cells, (cell) => Math.round(((cell % (most + 1)) * 255) / most))
}

/** Planes, one after the other, to pixels. */
export function byPixel<T extends Uint8Array | Uint16Array>(planes: T): T {
  const size = planes.length / 3
  const pixels = planes.slice() as T
  for (let n = 0; n < size; n++) {
    for (let channel = 0; channel < 3; channel++) pixels[n * 3 + channel] = planes[n + channel * size] ?? 0
  }
  return pixels
}

/** Y1 Y2 Cb Cr for two pixels to Y Cb Cr for each. */
function joinChroma(pairs: Uint8Array): Uint8Array {
  const pixels = new Uint8Array((pairs.length / 4) * 6)
  for (let from = 0, to = 0; from + 3 < pairs.length; from += 4, to += 6) {
    pixels[to] = pairs[from] ?? 0
    pixels[to + 3] = pairs[from + 1] ?? 0
    pixels[to + 1] = pixels[to + 4] = pairs[from + 2] ?? 0
    pixels[to + 2] = pixels[to + 5] = pairs[from + 3] ?? 0
  }
  return pixels
}

/** Luminance 16..235 and chrominance 16..240 stretched to 0..255. */
function fullRange(ybr: Uint8Array): Uint8Array {
  const full = new Uint8ClampedArray(ybr.length)
  for (let at = 0; at < ybr.length; at++) {
    const value = ybr[at] ?? 0
    full[at] = at % 3 === 0 ? ((value - 16) * 255) / 219 : ((value - 128) * 255) / 224 + 128
  }
  return new Uint8Array(full.buffer)
}

function ybrToRgb(ybr: Uint8Array): Uint8Array {
  const rgb = new Uint8ClampedArray(ybr.length)
  for (let at = 0; at + 2 < ybr.length; at += 3) {
    const y = ybr[at] ?? 0
    const cb = (ybr[at + 1] ?? 0) - 128
    const cr = (ybr[at + 2] ?? 0) - 128
    rgb[at] = y + 1.402 * cr
    rgb[at + 1] = y - 0.344136 * cb - 0.714136 * cr
    rgb[at + 2] = y + 1.772 * cb
  }
  return new Uint8Array(rgb.buffer)
}
