/**
 * The tree of vessels in each lung, grown by chance from the hilum.
 *
 * @module
 */
import type { Dice } from '../chance.ts'
import { brighten, paintDisc, type Field } from './field.ts'
import { norm } from './noise.ts'

/** Points of the tree in tens of millimetres of height. */
export type Vessels = ReadonlyMap<number, readonly Point[]>

interface Point {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly radius: number
}

type Triple = readonly [x: number, y: number, z: number]

const BUCKET_MM = 10
const SLAB_MM = 5
const VESSEL_HU = 70

/** A nodule of 8 mm in the right upper lobe: the report names it. */
export const NODULE = { x: -72, y: -22, z: 85, radius: 4 } as const

export function growVessels(roll: Dice): Vessels {
  const points: Point[] = []
  for (const side of [-1, 1]) {
    for (let n = 0; n < 13; n++) {
      const [turn, rise] = [(n / 13) * 2 * Math.PI + roll(), roll() * 2 - 1]
      const start: Triple = [side * 40, 4, 112 + rise * 8]
      branch(roll, points, start, [side * (0.7 + roll() * 0.5), Math.cos(turn), Math.sin(turn) * 1.3 + 0.15], 3.6)
    }
  }
  for (let rings = 0; rings < 40; rings++) points.push({ ...NODULE })
  return bucketed(points)
}

/** A limb of a length that fits its width, then two thinner ones. */
function branch(roll: Dice, points: Point[], start: Triple, way: Triple, radius: number): void {
  if (radius < 0.52) return
  const length = 9 + radius * 4.5 + roll() * 6
  const length3 = norm(...way)
  const [dx, dy, dz] = [way[0] / length3, way[1] / length3, way[2] / length3]
  let at = start
  for (let step = 0; step < length; step += 1.2) {
    at = [at[0] + dx * 1.2, at[1] + dy * 1.2, at[2] + dz * 1.2]
    const inLung = norm(at[0] / 122, at[1] / 80) < 1 && Math.abs(at[0]) > 18 && at[2] > 2
    if (!inLung) return
    points.push({ x: at[0], y: at[1], z: at[2], radius: radius * (1 - (0.2 * step) / length) })
  }
  const bend = () => (roll() - 0.5) * 1.5
  branch(roll, points, at, [dx + bend(), dy + bend(), dz + bend()], radius * (0.74 + roll() * 0.1))
  branch(roll, points, at, [dx + bend() * 1.4, dy + bend() * 1.4, dz + bend() * 1.4], radius * (0.6 + roll() * 0.14))
}

function bucketed(points: readonly Point[]): Vessels {
  const vessels = new Map<number, Point[]>()
  for (const point of points) {
    const key = Math.floor(point.z / BUCKET_MM)
    vessels.set(key, [...(vessels.get(key) ?? []), point])
  }
  return vessels
}

/** What of the tree lies in the slab around `z`; what lies there in part is paler. */
export function paintVessels(field: Field, vessels: Vessels, z: number): void {
  const middle = Math.floor(z / BUCKET_MM)
  for (const bucket of [middle - 1, middle, middle + 1]) {
    for (const point of vessels.get(bucket) ?? []) {
      const reach = point.radius + SLAB_MM / 2 - Math.abs(point.z - z)
      if (reach <= 0) continue
      const share = Math.min(reach / Math.min(2 * point.radius, SLAB_MM), 1)
      const radius = Math.abs(point.z - z) < SLAB_MM / 2 ? point.radius : point.radius * Math.sqrt(share)
      paintDisc(field, point.x, point.y, radius, (old, cover) => (old < -300 ? brighten(VESSEL_HU, share)(old, cover, 0) : old))
    }
  }
}
