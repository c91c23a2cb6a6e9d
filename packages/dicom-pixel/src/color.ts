/**
 * Colour frames as RGB, eight bits, by pixel. PS3.3 §C.7.6.3.1.2 (Photometric Interpretation).
 *
 * @module
 */
import { halvesChroma, type ImagePixel } from './image-pixel.ts'
import { storedValue, type Cells } from './native.ts'
import { mapCells } from './shades.ts'
import { byPixel, fullRange, joinChroma, ybrToRgb } from './ybr.ts'

/** Paint a frame of three samples per pixel. */
export function paintColor(image: ImagePixel, cells: Cells): Uint8Array {
  const stored = storedValue(image)
  const most = 2 ** image.bitsStored - 1
  const bytes = mapCells(image, cells, (cell) => Math.round((stored(cell) * 255) / most), 255)
  const pixels = halvesChroma(image) ? joinChroma(bytes) : image.planar ? byPixel(bytes) : bytes
  if (image.photometric.startsWith('YBR_PARTIAL')) return ybrToRgb(fullRange(pixels))
  return image.photometric.startsWith('YBR_FULL') ? ybrToRgb(pixels) : pixels
}
