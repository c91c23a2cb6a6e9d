/**
 * PALETTE COLOR: each pixel is a number in three tables. PS3.3 §C.7.9.
 *
 * @module
 */
import { Tags, type DataSet } from '@filmjacket/dicom-data'
import type { ImagePixel } from './image-pixel.ts'
import { lookUp, readLut, type Lut, type LutTags } from './lut.ts'
import { storedValue, type Cells } from './native.ts'
import { mapCells } from './shades.ts'

const CHANNELS: readonly LutTags[] = [
  {
    descriptor: Tags.RedPaletteColorLookupTableDescriptor,
    data: Tags.RedPaletteColorLookupTableData,
    segments: Tags.SegmentedRedPaletteColorLookupTableData,
  },
  {
    descriptor: Tags.GreenPaletteColorLookupTableDescriptor,
    data: Tags.GreenPaletteColorLookupTableData,
    segments: Tags.SegmentedGreenPaletteColorLookupTableData,
  },
  {
    descriptor: Tags.BluePaletteColorLookupTableDescriptor,
    data: Tags.BluePaletteColorLookupTableData,
    segments: Tags.SegmentedBluePaletteColorLookupTableData,
  },
]

/** The tables of red, green and blue. Null if one is missing, short or broken. */
export function readPalette(image: ImagePixel, dataSet: DataSet, littleEndian: boolean): readonly Lut[] | null {
  const luts = CHANNELS.flatMap((tags) => readLut(dataSet, tags, { signed: image.signed, littleEndian }) ?? [])
  return luts.length === 3 ? luts : null
}

/** Paint RGB, eight bits, by pixel. */
export function paintPalette(image: ImagePixel, luts: readonly Lut[], cells: Cells): Uint8Array {
  const pixels = new Uint8Array(cells.length * 3)
  luts.forEach((lut, channel) => {
    const plane = mapCells(image, cells, shadeOf(image, lut), 255)
    for (let n = 0; n < plane.length; n++) pixels[n * 3 + channel] = plane[n] ?? 0
  })
  return pixels
}

function shadeOf(image: ImagePixel, lut: Lut): (cell: number) => number {
  const stored = storedValue(image)
  return (cell) => Math.round((lookUp(lut, stored(cell)) * 255) / lut.ceiling)
}
