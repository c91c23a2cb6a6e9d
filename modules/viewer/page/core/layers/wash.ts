/**
 * A volume of values laid over images as a wash of colours: dose of radiotherapy, activity of a PET. Values between its
 * slices and pixels are those of its neighbours, by their distance.
 *
 * @module
 */
import type { ImageFrame } from '../image.ts'
import type { GrayPixels } from '../pixels.ts'
import { placeOf as alongNormal } from '../stack.ts'
import { areParallel, dot, minus, normalOf, scaled, type Vector } from '../vectors.ts'
import { colorIn, type ColorMap } from './color.ts'
import { frameOfReference } from './place.ts'

export interface Wash {
  /** Parallel slices in the order of their places; a stored value times `slope` plus `intercept` is in `unit`. */
  readonly frames: readonly ImageFrame[]
  readonly unit: string
  readonly map: ColorMap
  /** What has the last colour; null: the greatest there is. */
  readonly most: number | null
}

/** How the pixels of an image lie among the values of a wash: an image of any direction, such as a cut through a stack. */
export interface Reach {
  /** That its values come from, by their places along their normal. */
  readonly slices: readonly PlacedSlice[]
  /** Of the middle of its first pixel, and from there to the next along a row and down a column: columns, rows, millimetres along the normal. */
  readonly origin: Vector
  readonly across: Vector
  readonly down: Vector
}

interface PlacedSlice {
  readonly frame: ImageFrame
  readonly place: number
}

const ON_IT_MM = 0.01

/** Null where the wash does not reach, or is of another space. */
export function reachOn({ frames }: Pick<Wash, 'frames'>, image: ImageFrame): Reach | null {
  const { plane, spacing, shape } = image
  const [first] = frames
  if (first?.plane == null || first.spacing === null || plane === null || spacing === null) return null
  if (frameOfReference(first) === '' || frameOfReference(first) !== frameOfReference(image)) return null
  const [grid, cell, normal] = [first.plane, first.spacing, normalOf(first.plane)]
  if (!frames.every((frame) => frame.plane !== null && areParallel(frame.plane, grid))) return null
  const inGrid = (way: Vector): Vector => [dot(way, grid.row) / cell.column, dot(way, grid.column) / cell.row, dot(way, normal)]
  const start = minus(plane.position, grid.position)
  const [origin, across, down] = [inGrid(start), inGrid(scaled(plane.row, spacing.column)), inGrid(scaled(plane.column, spacing.row))]
  const placed = frames.map((frame) => ({ frame, place: alongNormal(frame.plane, normal) - alongNormal(grid, normal) })).sort((a, b) => a.place - b.place)
  const corners = [0, shape.columns - 1].flatMap((x) => [0, shape.rows - 1].map((y) => origin[2] + across[2] * x + down[2] * y))
  const slices = between(placed, Math.min(...corners), Math.max(...corners))
  return slices.length === 0 ? null : { slices, origin, across, down }
}

/** Those on both sides of a stretch, and all in it; none where it lies beyond the ends. */
function between(placed: readonly PlacedSlice[], least: number, most: number): readonly PlacedSlice[] {
  const last = placed.length - 1
  if (most < (placed[0]?.place ?? Infinity) - ON_IT_MM || least > (placed[last]?.place ?? -Infinity) + ON_IT_MM) return []
  const from = placed.findLastIndex(({ place }) => place <= least + ON_IT_MM)
  const to = placed.findIndex(({ place }) => place >= most - ON_IT_MM)
  return placed.slice(Math.max(0, from), (to < 0 ? last : Math.max(to, from)) + 1)
}

type Size = Pick<GrayPixels, 'rows' | 'columns'>

/**
 * Its values at the pixels of an image; NaN where it does not reach.
 *
 * @param pixels - of each slice of the reach.
 */
export function valuesOn({ slices, origin, across, down }: Reach, pixels: readonly GrayPixels[], { rows, columns }: Size): Float32Array {
  const values = new Float32Array(rows * columns)
  const valueOf = sampling(slices, pixels)
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      values[y * columns + x] = valueOf(
        origin[0] + across[0] * x + down[0] * y, origin[1] + across[1] * x + down[1] * y, origin[2] + across[2] * x + down[2] * y,
      )
    }
  }
  return values
}

type Sample = (column: number, row: number, place: number) => number

/** The next pixel mostly lies between the same two slices as the one before. */
function sampling(slices: readonly PlacedSlice[], pixels: readonly GrayPixels[]): Sample {
  let below = 0
  const placeOf = (n: number): number => slices[n]?.place ?? Infinity
  const valueIn = (n: number, column: number, row: number): number => {
    const { slope = 1, intercept = 0 } = slices[n]?.frame ?? {}
    const own = pixels[n]
    return own === undefined ? NaN : bilinear(own, column, row) * slope + intercept
  }
  return (column, row, place) => {
    while (below > 0 && placeOf(below) > place) below -= 1
    while (placeOf(below + 1) <= place) below += 1
    const [low, high] = [placeOf(below), placeOf(below + 1)]
    if (Math.abs(place - low) <= ON_IT_MM) return valueIn(below, column, row)
    if (Math.abs(place - high) <= ON_IT_MM) return valueIn(below + 1, column, row)
    if (place < low || high === Infinity) return NaN
    const share = (place - low) / (high - low)
    return valueIn(below, column, row) * (1 - share) + valueIn(below + 1, column, row) * share
  }
}

/** Bilinear; half a pixel beyond the middle of the last one it ends. */
function bilinear({ values, rows, columns }: GrayPixels, u: number, v: number): number {
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
  return image === undefined || reachOn({ frames }, image) === null ? null : at
}
