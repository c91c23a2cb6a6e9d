/**
 * A radiograph of a left hand, posteroanterior. Millimetres from the middle of the film, fingers up.
 *
 * @module
 */
import { dice } from '../chance.ts'
import { bone } from './chest-film.ts'
import { everyPixel, newField, paintEllipse, paintStroke, type Field, type Stroke } from './field.ts'
import { develop, type Film } from './film.ts'
import { smoothNoise, step } from './noise.ts'

/** Where a ray begins, its direction from straight up (degrees), and the bones from the wrist to the tip: length, width. */
interface Ray {
  readonly x: number
  readonly y: number
  readonly turn: number
  readonly bones: readonly (readonly [length: number, half: number])[]
}

const RAYS: readonly Ray[] = [
  { x: 23, y: 47, turn: 40, bones: [[44, 5.4], [29, 4.9], [21, 4.2]] },
  { x: 15, y: 38, turn: 9, bones: [[64, 5], [38, 4.6], [22, 4], [16, 3.2]] },
  { x: 4, y: 36, turn: 1.5, bones: [[61, 4.8], [42, 4.7], [26, 4.1], [17, 3.4]] },
  { x: -6, y: 37, turn: -6, bones: [[54, 4.2], [39, 4.4], [25, 3.9], [17, 3.3]] },
  { x: -15, y: 40, turn: -16, bones: [[50, 4.2], [31, 3.9], [17, 3.4], [15, 2.9]] },
]

/** Carpal bones: x, y, half axes, turn. */
const CARPALS: readonly (readonly [number, number, number, number, number])[] = [
  [16.5, 62, 5, 9.4, 0.75], [4.5, 67, 6, 7.4, -0.3], [-7.5, 63.5, 5.6, 6.6, 0.35],
  [17.5, 51, 6, 4.6, 0.5], [9.5, 49, 4, 5.4, 0], [1, 52, 5.4, 9, 0.05], [-9.5, 50.5, 5.6, 7.4, 0.4],
]

const SIDE = 720
const FIELD_MM = 0.33

/** A film of 1440 x 1440 pixels of 0.165 mm. */
export function handFilm(seed: string): Film {
  const roll = dice(seed, 'hand film')
  const noise = smoothNoise(roll)
  const field = newField(SIDE, SIDE, FIELD_MM, 0, 17)
  paintSkin(field)
  for (const ray of RAYS) for (const stroke of bonesOf(ray)) paintStroke(field, stroke, bone(15, 10))
  for (const [x, y, rx, ry, angle] of CARPALS) paintEllipse(field, { x, y, rx, ry, angle }, bone(17, 8))
  paintEllipse(field, { x: -13, y: 61, rx: 3.6, ry: 4 }, bone(10, 6))
  for (const [x, y] of [[43, 18], [46, 14.5]] as const) paintEllipse(field, { x, y, rx: 2.4, ry: 2 }, bone(9, 5))
  paintStroke(field, [[7, 81, 6.4], [18, 79, 7.4], [13, 87, 11], [14.5, 96, 8.6], [15, 106, 7.2], [17, 140, 7]], bone(19, 12))
  paintStroke(field, [[-13, 81, 6.2], [-13, 88, 5.4], [-13, 100, 4.8], [-14, 140, 5.2]], bone(15, 11))
  paintStroke(field, [[-17.5, 76, 1.6], [-16.5, 80, 2.4]], bone(6, 4))
  paintStroke(field, [[70, -88, 1.2], [70, -76, 1.2], [77, -76, 1.2]], (old, cover) => Math.max(old, 70 * cover))
  everyPixel(field, (x, y, n) => {
    const value = field.values[n] ?? 0
    // Trabeculae show where there is bone; the collimator leaves a rectangle.
    const texture = value > 24 ? noise(x / 1.1, y / 1.6, 0) * 1.6 + noise(x / 3, y / 3, 5) * 1.1 : noise(x / 14, y / 14, 2) * 0.7
    field.values[n] = Math.abs(x) < 98 && y > -131 && y < 97 ? value + texture * step(3, 9, value) : 0
  })
  return develop(field, roll, { from: 1, to: 54, gamma: 0.8, noise: 14 })
}

/** Bones of a ray, thick at both ends, with a joint space between. */
function bonesOf({ x, y, turn, bones }: Ray): readonly Stroke[] {
  const way = (turn * Math.PI) / 180
  let at = 0
  return bones.map(([length, half], n) => {
    const point = (along: number, width: number) =>
      [x + Math.sin(way) * (at + along), y - Math.cos(way) * (at + along), width] as const
    const last = n === bones.length - 1
    const stroke = [
      point(half * 0.8, half * 1.32), point(half * 1.8, half * 1.08), point(length * 0.35, half * 0.78),
      point(length * 0.62, half * 0.72), point(length - half * 1.6, half * (last ? 0.55 : 0.98)),
      point(length - half, half * (last ? 0.9 : 1.12)),
    ]
    at += length + 2.4
    return stroke
  })
}

/** The hand's outline: the largest of the fingers, the palm and the forearm, thinner to the edge. */
function paintSkin(field: Field): void {
  const limb = (stroke: Stroke, depth: number) => {
    paintStroke(field, stroke, (old, cover, radius) =>
      Math.max(old, cover * depth * Math.sqrt(Math.max(1 - radius * radius * 0.96, 0))))
  }
  for (const { x, y, turn, bones } of RAYS) {
    const way = (turn * Math.PI) / 180
    const length = bones.reduce((sum, [one]) => sum + one + 2.4, 2.5)
    const point = (along: number, width: number) => [x + Math.sin(way) * along, y - Math.cos(way) * along, width] as const
    limb([point(12, 13), point(length * 0.45, 10.6), point(length * 0.7, 9.3), point(length - 9, 7.8), point(length - 6.6, 6.6)], 15)
  }
  limb([[2, 34, 27], [1, 8, 32], [0, -8, 31]], 20)
  limb([[14, 50, 17], [27, 30, 14]], 20)
  limb([[0, 52, 27], [0, 76, 26], [0, 140, 31]], 24)
}
