/**
 * A chest radiograph, posteroanterior: what the rays meet on their way is added up, in millimetres
 * of water. Millimetres from the middle of the film: x to the patient's left, y downwards.
 *
 * @module
 */
import { dice, type Dice } from '../chance.ts'
import { breasts, heart, lung, torso } from './chest-shape.ts'
import { everyPixel, newField, paintEllipse, paintStroke, type Brush, type Field, type Stroke } from './field.ts'
import { develop, type Film } from './film.ts'
import { mix, norm, smoothNoise, step } from './noise.ts'

export interface ChestOptions {
  readonly woman: boolean
  /** Width of the heart, 1 is ordinary. */
  readonly heart: number
  /** A hazy patch in the right lower lobe, 0 to 1. */
  readonly pneumonia: number
}

interface Point {
  readonly x: number
  readonly y: number
}

const SIDE = 880
const FIELD_MM = 0.4

/** A film of 1760 x 1760 pixels of 0.2 mm. */
export function chestFilm(seed: string, options: ChestOptions): Film {
  const roll = dice(seed, 'chest film')
  const field = newField(SIDE, SIDE, FIELD_MM)
  paintTorso(field, roll, options)
  paintLungVessels(field, roll)
  paintAirway(field)
  paintSpine(field)
  for (let rib = 0; rib < 10; rib++) paintRib(field, rib)
  paintShoulders(field)
  paintMarker(field)
  return develop(field, roll, { from: 56, to: 285, gamma: 1, noise: 9 })
}

const add = (amount: number): Brush => (old, cover) => old + amount * cover

/** A round bar: thickest in its middle, with a denser rind. */
export function bone(core: number, rind: number): Brush {
  return (old, cover, radius) => {
    const inside = Math.sqrt(Math.max(1 - radius * radius, 0))
    return old + cover * (core * inside + rind * step(0.45, 0.85, radius) * step(1.08, 0.9, radius) + rind * 0.25)
  }
}

function paintTorso(field: Field, roll: Dice, options: ChestOptions): void {
  const noise = smoothNoise(roll)
  everyPixel(field, (x, y, n) => {
    const soft = torso(x, y)
    if (soft <= 0) return
    const air = lung(x, y) - heart(x, y, options.heart)
    const patch = Math.exp(-(((x + 72) / 30) ** 2) - ((y - 52) / 26) ** 2) * (1 + noise(x / 9, y / 9, 0) * 0.5)
    const haze = Math.min(options.pneumonia * 85 * patch, air * 0.6)
    const breast = options.woman ? breasts(x, y) : 0
    const gas = 60 * Math.max(1 - norm((x - 68) / 25, (y - 131) / 12), 0) ** 0.5
    const markings = noise(x / 6, y / 6, 0) * 2 + noise(x / 22, y / 22, 4) * 4
    const inLung = air > 0 ? -0.74 * air + haze + markings * Math.min(air / 100, 1) : 0
    field.values[n] = soft + breast + inLung - (y > 118 ? gas : 0)
  })
}

/** Vessels fan out from both hila and thin out before the wall. */
function paintLungVessels(field: Field, roll: Dice): void {
  const tree = newField(field.columns, field.rows, field.mm)
  for (const side of [-1, 1]) {
    for (let n = 0; n < 12; n++) {
      const spread = (n / 11 - 0.42) * 2.9 + (roll() - 0.5) * 0.25
      const hilum = { x: side * (27 + roll() * 9), y: 2 + roll() * 18 - (side > 0 ? 8 : 0) }
      limb(tree, roll, hilum, { turn: side > 0 ? spread : Math.PI - spread, width: 2.5 + roll() * 1.7 })
    }
  }
  tree.values.forEach((value, n) => (field.values[n] = (field.values[n] ?? 0) + value))
}

/** A vessel to its next fork, and what follows: brightest wins, so that forks are no knots. */
function limb(tree: Field, roll: Dice, from: Point, { turn, width }: { turn: number; width: number }): void {
  if (width < 0.55 || lung(from.x, from.y) - heart(from.x, from.y, 1) * 0.8 < 12) return
  const length = 8 + width * 5 + roll() * 9
  const bend = (roll() - 0.5) * 0.6
  const points: (readonly [number, number, number])[] = []
  let [x, y] = [from.x, from.y]
  for (let at = 0; at <= 5; at++) {
    points.push([x, y, width * (1 - at * 0.05)])
    x += (Math.cos(turn + (bend * at) / 5) * length) / 5
    y += (Math.sin(turn + (bend * at) / 5) * length) / 5
  }
  const bright = width * 6.6 + 1.2
  paintStroke(tree, points, (old, cover, radius) => Math.max(old, cover * bright * Math.sqrt(Math.max(1 - radius * radius, 0))))
  const fork = 0.24 + roll() * 0.34
  const [ex, ey] = points[5] ?? [x, y]
  limb(tree, roll, { x: ex, y: ey }, { turn: turn + bend + fork, width: width * (0.68 + roll() * 0.17) })
  limb(tree, roll, { x: ex, y: ey }, { turn: turn + bend - fork, width: width * (0.6 + roll() * 0.17) })
}

function paintAirway(field: Field): void {
  paintStroke(field, [[0, -190, 9], [1, -120, 8.5], [-3, -56, 8.5]], add(-30), 3)
  paintStroke(field, [[-3, -58, 7], [-24, -34, 6], [-34, -14, 5]], add(-20), 3)
  paintStroke(field, [[-2, -58, 7], [24, -36, 5.5], [44, -26, 4.5]], add(-18), 3)
}

function paintSpine(field: Field): void {
  for (let level = 0; level < 15; level++) {
    const [y, half] = [-178 + level * 24.5, 15.5 + level * 0.28]
    paintStroke(field, [[-half + 7, y, 9], [half - 7, y, 9]], (old, cover, radius) => old + cover * (11 + 6 * step(0.6, 0.95, radius)), 2)
    for (const side of [-1, 1]) {
      paintEllipse(field, { x: side * (half - 6), y: y - 2, rx: 3.4, ry: 4.8 }, bone(4, 5))
      paintStroke(field, [[side * (half - 2), y - 4, 4], [side * (half + 15), y - 8, 3.4]], bone(5, 3))
    }
    paintEllipse(field, { x: 0.5, y: y + 7, rx: 2.6, ry: 6 }, bone(8, 5))
  }
}

/**
 * A rib is a bent ellipse that falls from the spine to the front. Where it runs along the rays
 * at the side of the chest it is seen twice.
 */
function paintRib(field: Field, rib: number): void {
  const y0 = -146 + rib * 23.5
  const wide = 136 - 62 * Math.exp(-rib / 1.5)
  const fall = 62 + rib * 5
  const arc = (from: number, to: number, half: number): Stroke => {
    const points: (readonly [number, number, number])[] = []
    for (let angle = from; angle <= to; angle += 0.05) {
      const x = 12 + (wide - 12) * Math.sin(angle) ** 0.9
      const lift = 9 * Math.sin(Math.min(angle * 2.4, Math.PI))
      points.push([x, y0 - lift + (fall * (1 - Math.cos(angle))) / 2 + 9 * (angle / 3), half + (angle > 2.2 ? 1 : 0)])
    }
    return points
  }
  const front = 2.5 - rib * 0.03
  const parts = [
    [arc(0.1, 1.58, 5.6), bone(13, 9)],
    [arc(1.28, 1.86, 5.2), bone(8, 6)],
    [arc(1.55, front, 5.8), bone(9, 5)],
  ] as const
  for (const [stroke, brush] of parts) {
    paintStroke(field, stroke, brush)
    paintStroke(field, stroke.map(([x, y, half]) => [-x, y, half] as const), brush)
  }
}

function paintShoulders(field: Field): void {
  for (const side of [-1, 1]) {
    const mirrored = (points: Stroke): Stroke => points.map(([x, y, half]) => [side * x, y, half] as const)
    paintStroke(field, mirrored([[15, -112, 7.5], [30, -117, 6.2], [62, -128, 5], [98, -138, 5], [134, -142, 6.5]]), bone(20, 14))
    paintStroke(field, mirrored([[136, -128, 9], [128, -96, 5], [112, -30, 3.4], [104, 2, 4]]), bone(9, 6))
    paintStroke(field, mirrored([[132, -136, 7], [104, -120, 3], [82, -104, 2.4]]), bone(9, 5))
    paintStroke(field, mirrored([[150, -132, 15], [158, -120, 13], [168, -88, 9.5], [196, -10, 9]]), bone(24, 20))
  }
  paintStroke(field, [[-13, -106, 9], [13, -106, 9], [11, -80, 8], [-11, -80, 8]], bone(5, 3), 3)
}

/** A lead letter: L. */
function paintMarker(field: Field): void {
  paintStroke(field, [[150, -166, 1.5], [150, -150, 1.5], [159, -150, 1.5]], (old, cover) => mix(old, 262, cover))
}
