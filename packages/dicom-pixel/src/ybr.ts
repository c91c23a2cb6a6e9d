/**
 * Arithmetic of colours, on bytes alone: also for pages. PS3.3 §C.7.6.3.1.2 (Photometric Interpretation).
 *
 * @module
 */

/** Planes, one after the other, to pixels. */
export function byPixel<T extends Uint8Array | Uint16Array>(planes: T): T {
  const size = planes.length / 3
  const pixels = planes.slice() as T
  for (let n = 0, at = 0; n < size; n++) {
    pixels[at++] = planes[n] ?? 0
    pixels[at++] = planes[n + size] ?? 0
    pixels[at++] = planes[n + 2 * size] ?? 0
  }
  return pixels
}

/** Y1 Y2 Cb Cr for two pixels to Y Cb Cr for each. */
export function joinChroma(pairs: Uint8Array): Uint8Array {
  const pixels = new Uint8Array((pairs.length / 4) * 6)
  for (let from = 0, at = 0; from + 3 < pairs.length; from += 4) {
    const cb = pairs[from + 2] ?? 0
    const cr = pairs[from + 3] ?? 0
    pixels[at++] = pairs[from] ?? 0
    pixels[at++] = cb
    pixels[at++] = cr
    pixels[at++] = pairs[from + 1] ?? 0
    pixels[at++] = cb
    pixels[at++] = cr
  }
  return pixels
}

/** Luminance 16..235 and chrominance 16..240 stretched to 0..255. */
export function fullRange(ybr: Uint8Array): Uint8Array {
  const full = new Uint8ClampedArray(ybr.length)
  for (let at = 0; at < ybr.length; at++) {
    const value = ybr[at] ?? 0
    full[at] = at % 3 === 0 ? ((value - 16) * 255) / 219 : ((value - 128) * 255) / 224 + 128
  }
  return new Uint8Array(full.buffer)
}

export function ybrToRgb(ybr: Uint8Array): Uint8Array {
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
