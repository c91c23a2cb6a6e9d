/** Drawings of one bit per pixel that the hospital laid over an image. PS3.3 §C.9.2; groups 6000 to 601E, PS3.5 §7.6. */
import { bulkOf, numberOf, numbersOf, type Bulk, type Elements } from './elements.ts'
import { Tags } from './tags.ts'

export interface OverlayPlace {
  readonly rows: number
  readonly columns: number
  /** Of its first pixel in the image, from 0. */
  readonly top: number
  readonly left: number
  readonly data: Bulk
}

export interface Overlay extends Omit<OverlayPlace, 'data'> {
  /** The first pixel is the lowest bit of the first byte. */
  readonly bits: Uint8Array
}

const GROUPS = 16

export function overlayPlaces(elements: Elements): readonly OverlayPlace[] {
  return Array.from({ length: GROUPS }, (_, n) => (0x6000 + n * 2).toString(16).toUpperCase()).flatMap((group) => {
    const tag = (of: string): string => group + of.slice(4)
    const [rows, columns] = [numberOf(elements, tag(Tags.OverlayRows)), numberOf(elements, tag(Tags.OverlayColumns))]
    if (rows === null || columns === null || elements[tag(Tags.OverlayData)] === undefined) return []
    const [top = 1, left = 1] = numbersOf(elements, tag(Tags.OverlayOrigin))
    return [{ rows, columns, top: top - 1, left: left - 1, data: bulkOf(elements, tag(Tags.OverlayData)) }]
  })
}

/** Paint in white over the pixels of an image. */
export function drawOverlay(overlay: Overlay, rgba: Uint32Array, rows: number, columns: number): void {
  const white = 0xffffffff
  for (let y = Math.max(0, -overlay.top); y < overlay.rows && overlay.top + y < rows; y++) {
    for (let x = Math.max(0, -overlay.left); x < overlay.columns && overlay.left + x < columns; x++) {
      const bit = y * overlay.columns + x
      if ((((overlay.bits[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1) rgba[(overlay.top + y) * columns + overlay.left + x] = white
    }
  }
}
