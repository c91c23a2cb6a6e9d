/**
 * Overlay planes: drawings of one bit per pixel, in a group of their own or in spare bits of the pixel cells.
 * PS3.3 §C.9.2 (Overlay Plane), §C.9.3 (Multi-frame Overlay); groups 6000 to 601E, PS3.5 §7.6.
 *
 * @module
 */
import { Tags, type DataSet, type Tag } from '@filmjacket/dicom-data'
import type { ImagePixel } from './image-pixel.ts'
import type { Cells } from './native.ts'
import type { Shades } from './shades.ts'

export interface Overlay {
  readonly rows: number
  readonly columns: number
  /** Of its first pixel in the image, from 1; may lie outside. */
  readonly origin: readonly [row: number, column: number]
  /** Lowest bit first, the pixel at `firstBit` being the first. Null: in the pixel cells. */
  readonly bits: Uint8Array | null
  readonly firstBit: number
  /** Of the pixel cells, where `bits` is null. */
  readonly bitPosition: number
}

const GROUPS = 16
const GROUP_STEP = 0x0002_0000

/** The overlays of a frame. Those that are broken or have none for this frame are left out. */
export function readOverlays(dataSet: DataSet, frameIndex: number, littleEndian: boolean): readonly Overlay[] {
  return Array.from({ length: GROUPS }, (_, n) => n * GROUP_STEP)
    .flatMap((group) => readOverlay(dataSet, group, frameIndex, littleEndian) ?? [])
}

/** Whether an overlay lies in the pixel cells, where only some codecs would keep it. */
export function hasEmbeddedOverlay(dataSet: DataSet): boolean {
  return readOverlays(dataSet, 0, true).some(({ bits }) => bits === null)
}

function readOverlay(dataSet: DataSet, group: number, frameIndex: number, littleEndian: boolean): Overlay | null {
  const number = (tag: Tag) => dataSet.number(tag + group)
  const rows = number(Tags.OverlayRows) ?? 0
  const columns = number(Tags.OverlayColumns) ?? 0
  if (rows < 1 || columns < 1) return null
  const [row = 1, column = 1] = dataSet.numbers(Tags.OverlayOrigin + group)
  const shape = { rows, columns, origin: [row, column] as const, bitPosition: number(Tags.OverlayBitPosition) ?? 0 }
  const bytes = dataSet.bytes(Tags.OverlayData + group)
  if (bytes === undefined) return shape.bitPosition > 0 ? { ...shape, bits: null, firstBit: 0 } : null
  const frames = number(Tags.NumberOfFramesInOverlay) ?? 1
  const frame = frames > 1 ? frameIndex + 1 - (number(Tags.ImageFrameOrigin) ?? 1) : 0
  const firstBit = frame * rows * columns
  if (frame < 0 || frame >= Math.max(frames, 1) || Math.ceil((firstBit + rows * columns) / 8) > bytes.length) return null
  const isSwapped = !littleEndian && dataSet.vr(Tags.OverlayData + group) === 'OW'
  return { ...shape, bits: isSwapped ? Buffer.from(bytes).swap16() : new Uint8Array(bytes), firstBit }
}

/** Draw in white over pixels of `channels` numbers each. */
export function drawOverlays(
  image: ImagePixel, overlays: readonly Overlay[], cells: Cells, pixels: Shades, white: number,
): void {
  const channels = pixels.length / (image.rows * image.columns)
  for (const overlay of overlays) {
    const [top, left] = [overlay.origin[0] - 1, overlay.origin[1] - 1]
    const [firstRow, lastRow] = [Math.max(0, -top), Math.min(overlay.rows, image.rows - top)]
    const [firstColumn, lastColumn] = [Math.max(0, -left), Math.min(overlay.columns, image.columns - left)]
    for (let y = firstRow; y < lastRow; y++) {
      for (let x = firstColumn; x < lastColumn; x++) {
        const at = (top + y) * image.columns + left + x
        if (isSet(overlay, y * overlay.columns + x, cells[at] ?? 0)) pixels.fill(white, at * channels, (at + 1) * channels)
      }
    }
  }
}

function isSet({ bits, firstBit, bitPosition }: Overlay, n: number, cell: number): boolean {
  if (bits === null) return Math.floor(cell / 2 ** bitPosition) % 2 === 1
  const bit = firstBit + n
  return (((bits[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1
}
