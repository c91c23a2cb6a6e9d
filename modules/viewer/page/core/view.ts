/** Where an image lies on its tile: how large, moved, turned and mirrored. Pure geometry, in CSS pixels. */

export interface Point {
  readonly x: number
  readonly y: number
}

export type Turn = 0 | 90 | 180 | 270

export interface View {
  /** 1 is as large as fits. */
  readonly zoom: number
  /** What part of the image is in the middle of the tile, as fractions of its width and height. */
  readonly center: Point
  /** Clockwise, before mirroring. */
  readonly turn: Turn
  /** Left and right of the tile are exchanged. */
  readonly mirrored: boolean
}

export interface Box {
  readonly width: number
  readonly height: number
}

export interface Extent {
  readonly columns: number
  readonly rows: number
  /** Height of a pixel by its width. */
  readonly aspect: number
  /** Where that is not the usual. */
  readonly mostZoom?: number
}

/** As canvas and SVG take it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const WHOLE: View = { zoom: 1, center: { x: 0.5, y: 0.5 }, turn: 0, mirrored: false }
export const LEAST_ZOOM = 0.1
export const MOST_ZOOM = 40

/** From image pixels (edges, from the upper left corner) to the tile. */
export function matrixOf(view: View, image: Extent, box: Box): Matrix {
  const scale = view.zoom * fitting(view, image, box)
  const [cos, sin] = TURNS[view.turn]
  const side = view.mirrored ? -1 : 1
  const [a, b] = [scale * side * cos, scale * sin]
  const [c, d] = [-scale * side * sin * image.aspect, scale * cos * image.aspect]
  const [x, y] = [view.center.x * image.columns, view.center.y * image.rows]
  return [a, b, c, d, box.width / 2 - (a * x + c * y), box.height / 2 - (b * x + d * y)]
}

const TURNS: Readonly<Record<Turn, readonly [cos: number, sin: number]>> = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] }

/** CSS pixels for one pixel's width where the whole image just fits. */
export function fitting({ turn }: View, { columns, rows, aspect }: Extent, box: Box): number {
  const isUpright = turn % 180 === 0
  const [width, height] = isUpright ? [columns, rows * aspect] : [rows * aspect, columns]
  return Math.min(box.width / width, box.height / height)
}

export function apply([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** First `inner`, then `outer`. */
export function composed([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const size = a * d - b * c
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size]
}

/** Zoom so that what is under `at` stays there. */
export function zoomedAt(view: View, image: Extent, box: Box, at: Point, factor: number): View {
  const zoom = Math.min(image.mostZoom ?? MOST_ZOOM, Math.max(LEAST_ZOOM, view.zoom * factor))
  const held = apply(inverse(matrixOf(view, image, box)), at)
  const next = { ...view, zoom }
  const now = apply(matrixOf(next, image, box), held)
  return movedBy(next, image, box, { x: at.x - now.x, y: at.y - now.y })
}

/** Move the image by CSS pixels; it cannot be lost out of the tile. */
export function movedBy(view: View, image: Extent, box: Box, by: Point): View {
  const back = inverse(matrixOf(view, image, box))
  const middle = apply(back, { x: box.width / 2 - by.x, y: box.height / 2 - by.y })
  return { ...view, center: { x: within(middle.x / image.columns), y: within(middle.y / image.rows) } }
}

function within(fraction: number): number {
  return Math.min(1, Math.max(0, fraction))
}

/** A quarter clockwise as it is seen, mirrored or not. */
export function turned(view: View): View {
  return { ...view, turn: ((view.turn + (view.mirrored ? 270 : 90)) % 360) as Turn }
}

export function mirrored(view: View): View {
  return { ...view, mirrored: !view.mirrored }
}

/** The zoom at which one pixel of the image is one of the screen. */
export function actualSize(view: View, image: Extent, box: Box, devicePixels: number): View {
  return { ...view, zoom: Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, 1 / devicePixels / fitting(view, image, box))) }
}
