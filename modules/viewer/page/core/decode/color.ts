/** Colour frames as RGB, eight bits, by pixel. PS3.3 §C.7.6.3.1.2 (Photometric Interpretation). */
import { byPixel, fullRange, joinChroma, ybrToRgb } from '@filmjacket/dicom-pixel/browser'
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
