import type { ImagePixel } from './image-pixel.ts'
import type { Cells } from './native.ts'

/** The greatest number of the screen: of one byte, or of two. */
export type Ceiling = 255 | 65_535
export type Shades = Uint8Array | Uint16Array

/** Apply `shade` to each cell; up to 16 bits by a table, as there are fewer values than pixels. */
export function mapCells(image: ImagePixel, cells: Cells, shade: (cell: number) => number, ceiling: 255): Uint8Array
export function mapCells(image: ImagePixel, cells: Cells, shade: (cell: number) => number, ceiling: Ceiling): Shades
export function mapCells(image: ImagePixel, cells: Cells, shade: (cell: number) => number, ceiling: Ceiling): Shades {
  const painted = shades(cells.length, ceiling)
  if (image.bitsAllocated > 16) {
    for (let n = 0; n < cells.length; n++) painted[n] = shade(cells[n] ?? 0)
    return painted
  }
  const table = shades(2 ** image.bitsAllocated, ceiling).map((_, cell) => shade(cell))
  for (let n = 0; n < cells.length; n++) painted[n] = table[cells[n] ?? 0] ?? 0
  return painted
}

function shades(length: number, ceiling: Ceiling): Shades {
  return ceiling === 255 ? new Uint8Array(length) : new Uint16Array(length)
}
