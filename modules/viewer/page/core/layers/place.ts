/** Where one picture lies on another: only where both say so, in the same frame of reference. PS3.3 §C.7.6.2.1.1. */
import { textOf } from '../elements.ts'
import type { ImageFrame } from '../image.ts'
import { Tags } from '../tags.ts'
import { dot, minus, normalOf, type Vector } from '../vectors.ts'
import type { Matrix, Point } from '../view.ts'

export interface Placed {
  /** From the plane of the other, along its normal, in millimetres. */
  readonly distance: number
  /** From pixels of the one to pixels of the other, by their edges. */
  readonly map: Matrix
}

/** A quarter of a degree: the rim of a body is a millimetre off then. */
const PARALLEL = 0.99999

/** Null where they are not parallel, or one does not say where it lies. */
export function placedOn(of: ImageFrame, on: ImageFrame): Placed | null {
  if (of.plane === null || on.plane === null || of.spacing === null || on.spacing === null) return null
  const normal = normalOf(on.plane)
  if (Math.abs(dot(normalOf(of.plane), normal)) < PARALLEL) return null
  const { plane, spacing } = on
  const way = minus(of.plane.position, plane.position)
  const inPixels = (direction: Vector): Point => ({ x: dot(direction, plane.row) / spacing.column, y: dot(direction, plane.column) / spacing.row })
  const [right, down, corner] = [inPixels(of.plane.row), inPixels(of.plane.column), inPixels(way)]
  const [a, b, c, d] = [right.x * of.spacing.column, right.y * of.spacing.column, down.x * of.spacing.row, down.y * of.spacing.row]
  return { distance: dot(way, normal), map: [a, b, c, d, corner.x + 0.5 - (a + c) / 2, corner.y + 0.5 - (b + d) / 2] }
}

/** A point of the patient on an image: in its pixels, and how far from its plane. */
export function pointOn(point: Vector, { plane, spacing }: ImageFrame): (Point & { readonly distance: number }) | null {
  if (plane === null || spacing === null) return null
  const way = minus(point, plane.position)
  return {
    x: dot(way, plane.row) / spacing.column + 0.5, y: dot(way, plane.column) / spacing.row + 0.5, distance: dot(way, normalOf(plane)),
  }
}

export function frameOfReference({ elements }: ImageFrame): string {
  return textOf(elements, Tags.FrameOfReferenceUID)
}

/** Half of a slice, and a hair. */
export function reachOfSlice({ thickness }: ImageFrame): number {
  return Math.max(0.1, (thickness ?? 0) / 2) + 0.001
}
