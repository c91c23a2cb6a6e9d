/**
 * A picture while it is painted: numbers on a grid, positions in millimetres from its middle.
 *
 * @module
 */
import { mix, norm } from './noise.ts'

export interface Field {
  readonly columns: number
  readonly rows: number
  /** Size of a pixel. */
  readonly mm: number
  /** How far below the middle of the picture the position (0, 0) lies. */
  readonly downMm: number
  readonly values: Float32Array
}

/** Half axes. */
export interface Axes {
  readonly x: number
  readonly y: number
}

/** x to the right, y down, radii, and the angle by which the ellipse is turned (radians). */
export interface Ellipse {
  readonly x: number
  readonly y: number
  readonly rx: number
  readonly ry: number
  readonly angle?: number
}

/** The new value of a pixel, from the old one and how much of the pixel is covered (0 to 1). */
export type Brush = (old: number, cover: number, radius: number) => number

export function newField(columns: number, rows: number, mm: number, value = 0, downMm = 0): Field {
  return { columns, rows, mm, downMm, values: new Float32Array(columns * rows).fill(value) }
}

/** Paint over what is there. */
export function over(value: number): Brush {
  return (old, cover) => mix(old, value, cover)
}

/** Paint over what is brighter than `floor`: organs do not grow into lung. */
export function overAbove(floor: number, value: number): Brush {
  return (old, cover) => (old > floor ? mix(old, value, cover) : old)
}

/** Paint where it makes the picture brighter: vessels join and do not cut. */
export function brighten(value: number, share = 1): Brush {
  return (old, cover) => Math.max(old, mix(old, value, cover * share))
}

/** Edges are one pixel soft, unless `softMm` says more. */
export function paintEllipse(field: Field, ellipse: Ellipse, brush: Brush, softMm = field.mm): void {
  const { x, y, rx, ry, angle = 0 } = ellipse
  if (rx <= 0 || ry <= 0) return
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const reachX = norm(rx * cos, ry * sin) + softMm
  const reachY = norm(rx * sin, ry * cos) + softMm
  const soft = softMm / Math.min(rx, ry)
  eachPixel(field, { left: x - reachX, right: x + reachX, top: y - reachY, bottom: y + reachY }, (px, py, n) => {
    const dx = px - x
    const dy = py - y
    const radius = norm((dx * cos + dy * sin) / rx, (dy * cos - dx * sin) / ry)
    const cover = (1 - radius) / soft + 0.5
    if (cover > 0) field.values[n] = brush(field.values[n] ?? 0, Math.min(cover, 1), radius)
  })
}

export function paintDisc(field: Field, x: number, y: number, radius: number, brush: Brush): void {
  paintEllipse(field, { x, y, rx: radius, ry: radius }, brush)
}

/** Points of a line in the plane, each with the half width of the line there. */
export type Stroke = readonly (readonly [x: number, y: number, halfWidth: number])[]

/**
 * Paint a line once, however it is bent: `brush` gets the distance from its middle line
 * as a share of its half width.
 */
export function paintStroke(field: Field, stroke: Stroke, brush: Brush, softMm = field.mm): void {
  const touched: number[] = []
  const { radii, softs } = scratchOf(field)
  for (let part = 1; part < stroke.length; part++) {
    const [ax, ay, aw] = stroke[part - 1] ?? [0, 0, 0]
    const [bx, by, bw] = stroke[part] ?? [0, 0, 0]
    const reach = Math.max(aw, bw) + softMm
    const square = Math.max((bx - ax) ** 2 + (by - ay) ** 2, 1e-9)
    const box = {
      left: Math.min(ax, bx) - reach, right: Math.max(ax, bx) + reach,
      top: Math.min(ay, by) - reach, bottom: Math.max(ay, by) + reach,
    }
    eachPixel(field, box, (x, y, n) => {
      const along = Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square, 0), 1)
      const width = mix(aw, bw, along)
      const radius = norm(x - mix(ax, bx, along), y - mix(ay, by, along)) / width
      const before = radii[n] ?? Infinity
      if (radius >= 1 + softMm / width || radius >= before) return
      if (before === Infinity) touched.push(n)
      radii[n] = radius
      softs[n] = softMm / width
    })
  }
  for (const n of touched) {
    const radius = radii[n] ?? 0
    const cover = Math.min((1 - radius) / (softs[n] ?? 1) + 0.5, 1)
    if (cover > 0) field.values[n] = brush(field.values[n] ?? 0, cover, radius)
    radii[n] = Infinity
  }
}

interface Scratch {
  /** Infinity between strokes. */
  readonly radii: Float32Array
  readonly softs: Float32Array
}

const scratches = new WeakMap<Field, Scratch>()

/** Two planes for each field, made once: a film has a thousand strokes. */
function scratchOf(field: Field): Scratch {
  const { length } = field.values
  const scratch = scratches.get(field) ?? { radii: new Float32Array(length).fill(Infinity), softs: new Float32Array(length) }
  scratches.set(field, scratch)
  return scratch
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Position of the middle in mm, index, column, row. */
type Visit = (x: number, y: number, n: number, column: number, row: number) => void

/** Visit the pixels of a box. */
export function eachPixel(field: Field, box: Box, visit: Visit): void {
  const { columns, rows, mm } = field
  const [x0, y0] = [(1 - columns) / 2, (1 - rows) / 2 - field.downMm / mm]
  const fromColumn = Math.max(Math.ceil(box.left / mm - x0), 0)
  const toColumn = Math.min(Math.floor(box.right / mm - x0), columns - 1)
  const fromRow = Math.max(Math.ceil(box.top / mm - y0), 0)
  const toRow = Math.min(Math.floor(box.bottom / mm - y0), rows - 1)
  for (let row = fromRow; row <= toRow; row++) {
    for (let column = fromColumn; column <= toColumn; column++) {
      visit((column + x0) * mm, (row + y0) * mm, row * columns + column, column, row)
    }
  }
}

/** Visit all pixels. */
export function everyPixel(field: Field, visit: Visit): void {
  eachPixel(field, { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity }, visit)
}
