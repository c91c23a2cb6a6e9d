/**
 * A volume of values laid over images as a wash of colours: dose of radiotherapy, activity of a PET. Values between its
 * slices and pixels are those of its neighbours, by their distance.
 *
 * @module
 */
import type { ImageFrame } from '../image.ts'
import type { GrayPixels } from '../pixels.ts'
import { placeOf as alongNormal } from '../stack.ts'
import { normalOf } from '../vectors.ts'
import { inverse, type Matrix } from '../view.ts'
import { colorIn, type ColorMap } from './color.ts'
import { frameOfReference, placedOn, type Placed } from './place.ts'

export interface Wash {
  /** Parallel slices in the order of their places; a stored value times `slope` plus `intercept` is in `unit`. */
  readonly frames: readonly ImageFrame[]
  readonly unit: string
  readonly map: ColorMap
  /** What has the last colour; null: the greatest there is. */
  readonly most: number | null
}

/** The slices on both sides of an image; the same twice where it is on one. */
export interface Around {
  readonly near: ImageFrame
  readonly far: ImageFrame
  /** How much of the value is that of `far`. */
  readonly share: number
  /** From pixels of the wash to those of the image. */
  readonly map: Matrix
}

const ON_IT_MM = 0.01

/** Null where the wash does not reach, or is of another space. */
export function around({ frames }: Pick<Wash, 'frames'>, image: ImageFrame): Around | null {
  const [first] = frames
  if (first === undefined || frameOfReference(first) === '' || frameOfReference(first) !== frameOfReference(image)) return null
  const placed = frames.flatMap((frame): readonly PlacedSlice[] => {
    const place = placedOn(frame, image)
    return place === null ? [] : [{ frame, ...place }]
  })
  if (placed.length < frames.length) return null
  const near = nearest(placed.filter(({ distance }) => distance <= ON_IT_MM))
  const far = nearest(placed.filter(({ distance }) => distance >= -ON_IT_MM))
  if (near === null || far === null) return null
  const gap = far.distance - near.distance
  return { near: near.frame, far: far.frame, share: gap < ON_IT_MM ? 0 : -near.distance / gap, map: near.map }
}

interface PlacedSlice extends Placed {
  readonly frame: ImageFrame
}

function nearest(slices: readonly PlacedSlice[]): PlacedSlice | null {
  return slices.reduce<PlacedSlice | null>((best, each) => (best === null || Math.abs(each.distance) < Math.abs(best.distance) ? each : best), null)
}

export interface WashSlices {
  readonly near: GrayPixels
  readonly far: GrayPixels
}

type Size = Pick<GrayPixels, 'rows' | 'columns'>

/** Its values at the pixels of an image; NaN where it does not reach. */
export function valuesOn({ near: of, far: other, share, map }: Around, { near, far }: WashSlices, { rows, columns }: Size): Float32Array {
  const back = inverse(map)
  const values = new Float32Array(rows * columns)
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const [u, v] = [back[0] * (x + 0.5) + back[2] * (y + 0.5) + back[4] - 0.5, back[1] * (x + 0.5) + back[3] * (y + 0.5) + back[5] - 0.5]
      const low = between(near, u, v) * of.slope + of.intercept
      values[y * columns + x] = share === 0 ? low : low * (1 - share) + (between(far, u, v) * other.slope + other.intercept) * share
    }
  }
  return values
}

/** Bilinear; half a pixel beyond the middle of the last one it ends. */
function between({ values, rows, columns }: GrayPixels, u: number, v: number): number {
  if (u < -0.5 || v < -0.5 || u > columns - 0.5 || v > rows - 0.5) return NaN
  const [x, y] = [Math.min(Math.max(u, 0), columns - 1), Math.min(Math.max(v, 0), rows - 1)]
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, bottom] = [Math.min(left + 1, columns - 1), Math.min(top + 1, rows - 1)]
  const at = (column: number, row: number): number => values[row * columns + column] ?? 0
  const upper = at(left, top) + (at(right, top) - at(left, top)) * (x - left)
  const lower = at(left, bottom) + (at(right, bottom) - at(left, bottom)) * (x - left)
  return upper + (lower - upper) * (y - top)
}

/** What is less than this share of the most has no colour: it would veil the image. From there on it comes gently. */
const LEAST_SHARE = 0.08
const FULL_SHARE = 0.3

interface WashLook {
  readonly map: ColorMap
  readonly most: number
  readonly opacity: number
}

export function paintWash(values: Float32Array, { map, most, opacity }: WashLook): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(values.length * 4)
  if (!(most > 0)) return rgba
  const table = Array.from({ length: 256 }, (_, n) => colorIn(map, n / 255))
  for (let n = 0; n < values.length; n++) {
    const share = (values[n] ?? NaN) / most
    if (!(share >= LEAST_SHARE)) continue
    rgba.set(table[Math.min(255, Math.round(share * 255))] ?? [0, 0, 0], n * 4)
    rgba[n * 4 + 3] = Math.round(opacity * 255 * Math.min(1, (share - LEAST_SHARE) / (FULL_SHARE - LEAST_SHARE)))
  }
  return rgba
}

/** The image through the middle of the volume; null where none is. */
export function bestFor({ frames }: Pick<Wash, 'frames'>, images: readonly ImageFrame[]): number | null {
  const middle = frames[Math.floor(frames.length / 2)]
  const plane = middle?.plane ?? null
  if (middle === undefined || plane === null) return null
  const normal = normalOf(plane)
  const distances = images.map((image) => Math.abs(alongNormal(image.plane, normal) - alongNormal(plane, normal)))
  const at = distances.indexOf(Math.min(...distances))
  const image = images[at]
  return image === undefined || around({ frames }, image) === null ? null : at
}
