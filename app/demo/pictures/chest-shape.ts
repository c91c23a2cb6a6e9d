/**
 * How thick the parts of a chest are along the rays, in millimetres; positions as in `chest-film.ts`.
 *
 * @module
 */
import { mix, norm, step } from './noise.ts'

/** Thickness of the body: trunk, shoulders, neck. */
export function torso(x: number, y: number): number {
  const shoulder = step(-108, -168, y)
  const half = mix(159 - 0.12 * Math.max(y, 0) * 0.3, 64 + 60 * step(-176, -150, y), shoulder)
  const side = Math.abs(x) / (half + 14)
  if (side >= 1) return 0
  const arm = 16 * step(126, 152, Math.abs(x)) * step(60, -60, y)
  return mix(205, 130, shoulder) * Math.sqrt(1 - side ** 4) + arm + 16 * step(40, 170, y)
}

/** Air along the ray: full a few centimetres inside of the wall, none behind the diaphragm. */
export function lung(x: number, y: number): number {
  const side = Math.abs(x)
  const wall = 133 - 80 * (Math.max(10 - y, 0) / 156) ** 2.6 - 8 * step(100, 20, y)
  const medial = 15 + 9 * step(-10, -70, y) - 3 * step(-90, -140, y)
  const apex = y + 143 - 15 * ((side - 45) / 29) ** 2
  const [middle, top] = x < 0 ? [70, 96] : [72, 108]
  const bow = (side - middle) / 62
  const floor = top + 20 * bow * bow + (side > middle ? 26 * bow ** 4 : 0)
  const depth = Math.min(wall - side, apex)
  if (depth <= 0 || side < medial) return 0
  const round = Math.sqrt(1 - (1 - Math.min(depth / 62, 1)) ** 2)
  // The recess behind the dome still holds some air.
  const below = y < floor ? 1 : 0.22 * step(floor + 26, floor, y) + step(floor + 1.2, floor, y) * 0.5
  return 172 * round * below * step(medial - 2, medial + 5 + 11 * step(-60, 20, y), side)
}

/** Heart, its vessels above, and the knob of the aorta. */
export function heart(x: number, y: number, size: number): number {
  let deep = 0
  for (const one of BLOBS) {
    const grown = one.grows ? size : 1
    const dx = x - one.x
    const dy = y - one.y
    const u = (dx * one.cos + dy * one.sin) / (one.rx * grown)
    const v = (dy * one.cos - dx * one.sin) / (one.ry * grown)
    const square = u * u + v * v
    if (square < 1) deep = Math.max(deep, one.deep * (1 - square) ** 0.4)
  }
  return deep
}

/** Left and right heart, upper cava, knob, pulmonary trunk, descending aorta: x, y, half axes, turn, depth. */
const BLOBS = ([
  [26, 60, 62, 46, 0.55, 135], [-14, 54, 33, 50, 0.1, 100], [-16, -20, 22, 58, 0, 60],
  [27, -52, 15, 17, 0, 90], [29, -12, 17, 30, -0.2, 65], [20, 20, 20, 90, -0.05, 45],
] as const).map(([x, y, rx, ry, turn, deep], n) => ({
  x, y, rx, ry, deep, cos: Math.cos(turn), sin: Math.sin(turn), grows: n < 2,
}))

export function breasts(x: number, y: number): number {
  const radius = norm((Math.abs(x) - 82) / 62, (y - 62) / (y > 62 ? 56 : 110))
  return radius < 1 ? 24 * Math.sqrt(1 - radius * radius) : 0
}
