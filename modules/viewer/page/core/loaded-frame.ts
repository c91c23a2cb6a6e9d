/** A frame with all that is needed to paint it: pixels, tables, overlays. */
import type { Bulk } from './elements.ts'
import type { ImageFrame } from './image.ts'
import { lutOf, modalityLutPlace, palettePlaces, voiLutPlace, type Lut, type LutPlace } from './lut.ts'
import { overlayPlaces, type Overlay } from './overlay-planes.ts'
import { PictureError, sizeOfPixels, type Pixels } from './pixels.ts'

export interface LoadedFrame {
  readonly image: ImageFrame
  readonly pixels: Pixels
  readonly modality: Lut | null
  readonly voi: Lut | null
  /** Red, green, blue; null if the image has its colours itself, or none. */
  readonly palette: readonly Lut[] | null
  readonly overlays: readonly Overlay[]
}

/** Fetches a value that lies elsewhere. */
export type FetchBulk = (uri: string) => Promise<Uint8Array>

export type Extras = Omit<LoadedFrame, 'image' | 'pixels'>

/** Tables and overlays of an image, those that lie elsewhere fetched. @throws PictureError without a palette */
export async function loadExtras({ elements, shape, windows }: ImageFrame, fetchBulk: FetchBulk): Promise<Extras> {
  const table = (place: LutPlace | null) => loadLut(place, fetchBulk)
  const places = shape.photometric === 'PALETTE COLOR' ? palettePlaces(elements, shape.signed) : null
  const [modality, voi, palette, overlays] = await Promise.all([
    table(modalityLutPlace(elements, shape.signed)),
    table(windows.length > 0 ? null : voiLutPlace(elements, shape.signed)),
    places === null ? null : Promise.all(places.map(table)),
    Promise.all(overlayPlaces(elements).map(async ({ data, ...where }) => {
      const bits = await bytesOf(data, fetchBulk)
      return bits === null ? [] : [{ ...where, bits }]
    })),
  ])
  const colors = palette?.filter((lut) => lut !== null) ?? null
  if (shape.photometric === 'PALETTE COLOR' && colors?.length !== 3) throw new PictureError('broken', 'palette without tables')
  return { modality, voi, palette: colors, overlays: overlays.flat() }
}

async function loadLut(place: LutPlace | null, fetchBulk: FetchBulk): Promise<Lut | null> {
  if (place === null) return null
  return lutOf(place, place.entries.length >= place.count ? null : await bytesOf(place.data, fetchBulk))
}

/** An image is shown without a table or an overlay that cannot be had. */
async function bytesOf({ bytes, uri }: Bulk, fetchBulk: FetchBulk): Promise<Uint8Array | null> {
  if (bytes !== null || uri === null) return bytes
  return fetchBulk(uri).catch(() => null)
}

export function sizeOf({ pixels }: LoadedFrame): number {
  return sizeOfPixels(pixels)
}

/** The value of a pixel as the radiographer reads it, such as Hounsfield units; null outside of the image. */
export function valueAt({ image, pixels, modality }: LoadedFrame, column: number, row: number): number | null {
  if (pixels.kind !== 'gray' || column < 0 || row < 0 || column >= pixels.columns || row >= pixels.rows) return null
  const stored = pixels.values[row * pixels.columns + column] ?? 0
  return modality === null ? stored * image.slope + image.intercept : lookUpValue(modality, stored)
}

function lookUpValue({ first, entries }: Lut, stored: number): number {
  return entries[Math.min(Math.max(stored - first, 0), entries.length - 1)] ?? 0
}
