/** Lengths, angles, areas and values, from points on a frame. Points are in image pixels, from the upper left corner. */
import type { ImageFrame } from './image.ts'
import { valueAt, type LoadedFrame } from './loaded-frame.ts'
import type { Point } from './view.ts'

export type MeasurementKind = 'length' | 'angle' | 'ellipse' | 'probe'

export interface Measurement {
  readonly id: string
  readonly kind: MeasurementKind
  /** Of the frame that it lies on. */
  readonly frameKey: string
  readonly points: readonly Point[]
}

export const POINTS_OF: Readonly<Record<MeasurementKind, number>> = { length: 2, angle: 3, ellipse: 2, probe: 1 }

export type Result =
  | { readonly kind: 'length'; readonly length: number; readonly unit: Unit }
  | { readonly kind: 'angle'; readonly degrees: number }
  | { readonly kind: 'ellipse'; readonly area: number; readonly unit: Unit; readonly values: Statistics | null }
  | { readonly kind: 'probe'; readonly column: number; readonly row: number; readonly value: number | null }

/** Millimetres, millimetres as large as on the detector, or pixels where no size is known. */
export type Unit = 'mm' | 'mm-detector' | 'px'

export interface Statistics {
  readonly mean: number
  readonly deviation: number
  readonly least: number
  readonly most: number
}

/** Null until all its points are set. */
export function resultOf({ kind, points }: Measurement, frame: LoadedFrame): Result | null {
  const [first, second, third] = points
  const { image } = frame
  if (first === undefined) return null
  if (kind === 'probe') return probe(frame, first)
  if (second === undefined) return null
  if (kind === 'length') return { kind, length: distance(image, first, second), unit: unitOf(image) }
  if (kind === 'ellipse') return ellipse(frame, first, second)
  return third === undefined ? null : { kind, degrees: angle(image, [first, second, third]) }
}

function unitOf({ spacing }: ImageFrame): Unit {
  return spacing === null ? 'px' : spacing.onDetector ? 'mm-detector' : 'mm'
}

/** Along a row and down a column, in the unit of the image. */
function scaleOf({ spacing, aspect }: ImageFrame): Point {
  return spacing === null ? { x: 1, y: aspect } : { x: spacing.column, y: spacing.row }
}

function distance(image: ImageFrame, a: Point, b: Point): number {
  const scale = scaleOf(image)
  return Math.hypot((b.x - a.x) * scale.x, (b.y - a.y) * scale.y)
}

/** At the second of three points, 0 to 180. */
function angle(image: ImageFrame, [a, corner, b]: readonly [Point, Point, Point]): number {
  const scale = scaleOf(image)
  const direction = (to: Point): number => Math.atan2((to.y - corner.y) * scale.y, (to.x - corner.x) * scale.x)
  const between = Math.abs(direction(a) - direction(b)) * (180 / Math.PI)
  return between > 180 ? 360 - between : between
}

function probe(frame: LoadedFrame, { x, y }: Point): Result {
  const [column, row] = [Math.floor(x), Math.floor(y)]
  return { kind: 'probe', column, row, value: valueAt(frame, column, row) }
}

/** Upright, within the rectangle of two corners. A pixel counts if its middle lies inside. */
function ellipse(frame: LoadedFrame, a: Point, b: Point): Result {
  const { image } = frame
  const scale = scaleOf(image)
  const radius = { x: Math.abs(b.x - a.x) / 2, y: Math.abs(b.y - a.y) / 2 }
  const area = Math.PI * radius.x * scale.x * radius.y * scale.y
  return { kind: 'ellipse', area, unit: unitOf(image), values: statistics(frame, a, b) }
}

function statistics(frame: LoadedFrame, a: Point, b: Point): Statistics | null {
  if (frame.pixels.kind !== 'gray' || frame.palette !== null) return null
  const values: number[] = []
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  const radius = { x: Math.abs(b.x - a.x) / 2, y: Math.abs(b.y - a.y) / 2 }
  const lastRow = Math.min(frame.pixels.rows, Math.ceil(middle.y + radius.y))
  const lastColumn = Math.min(frame.pixels.columns, Math.ceil(middle.x + radius.x))
  for (let row = Math.max(0, Math.floor(middle.y - radius.y)); row < lastRow; row++) {
    for (let column = Math.max(0, Math.floor(middle.x - radius.x)); column < lastColumn; column++) {
      const [x, y] = [(column + 0.5 - middle.x) / radius.x, (row + 0.5 - middle.y) / radius.y]
      if (x * x + y * y <= 1) values.push(valueAt(frame, column, row) ?? 0)
    }
  }
  return summary(values)
}

function summary(values: readonly number[]): Statistics | null {
  if (values.length === 0) return null
  let [sum, least, most] = [0, Infinity, -Infinity]
  for (const value of values) {
    sum += value
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  const mean = sum / values.length
  const square = values.reduce((all, value) => all + (value - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt(square / values.length), least, most }
}
