/** Where the plane of one picture crosses another: the line to draw there. PS3.3 §C.7.6.2.1.1. */
import type { ImageFrame } from './image.ts'
import { areParallel, dot, minus, normalOf } from './vectors.ts'
import type { Point } from './view.ts'

/** In pixels of `on`, from edge to edge; null if they do not cross within it. */
export function crossingOf(on: ImageFrame, other: ImageFrame): readonly [Point, Point] | null {
  if (on.plane === null || other.plane === null || on.spacing === null || areParallel(on.plane, other.plane)) return null
  const normal = normalOf(other.plane)
  // Every pixel (x, y) on the line: a x + b y = c.
  const a = dot(on.plane.row, normal) * on.spacing.column
  const b = dot(on.plane.column, normal) * on.spacing.row
  const c = dot(minus(other.plane.position, on.plane.position), normal)
  const { columns, rows } = on.shape
  const ends = [
    ...(b === 0 ? [] : [{ x: 0, y: c / b }, { x: columns, y: (c - a * columns) / b }]),
    ...(a === 0 ? [] : [{ x: c / a, y: 0 }, { x: (c - b * rows) / a, y: rows }]),
  ].filter(({ x, y }) => x >= 0 && x <= columns && y >= 0 && y <= rows)
  const [first] = ends
  const last = ends.findLast((end) => first !== undefined && Math.hypot(end.x - first.x, end.y - first.y) > 1)
  return first === undefined || last === undefined ? null : [first, last]
}
