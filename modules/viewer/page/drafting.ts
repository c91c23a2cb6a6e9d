/** A measurement while it is being drawn: points that are set, and one that still follows the pointer. Pure. */
import { POINTS_OF, type Measurement, type MeasurementKind } from './core/measure.ts'
import { apply, type Matrix, type Point } from './core/view.ts'

export interface Draft {
  readonly kind: MeasurementKind
  readonly frameKey: string
  readonly set: readonly Point[]
  readonly loose: Point | null
}

/** A shorter drag is a press with an unsteady hand. In CSS pixels. */
export const UNSTEADY = 5

/** The first press sets a point; every further one takes the loose point along. */
export function pressed(draft: Draft | null, kind: MeasurementKind, frameKey: string, at: Point): Draft {
  const goesOn = draft?.kind === kind && draft.frameKey === frameKey
  return goesOn ? { ...draft, loose: at } : { kind, frameKey, set: [at], loose: null }
}

export function led(draft: Draft, to: Point): Draft {
  return { ...draft, loose: to }
}

export function released(draft: Draft): Draft {
  return draft.loose === null ? draft : { ...draft, set: [...draft.set, draft.loose], loose: null }
}

export function isComplete({ kind, set }: Draft): boolean {
  return set.length >= POINTS_OF[kind]
}

/** What is to be drawn of it now. */
export function measurementOf({ kind, frameKey, set, loose }: Draft, id: string): Measurement {
  return { id, kind, frameKey, points: [...set, ...(loose === null ? [] : [loose])].slice(0, POINTS_OF[kind]) }
}

/** A point of a measurement that was drawn before. */
export interface Grip {
  readonly id: string
  readonly point: number
}

/** The point nearest to a press, within reach of it in CSS pixels. */
export function gripAt(measurements: readonly Measurement[], matrix: Matrix, at: Point, reach: number): Grip | null {
  let found: Grip | null = null
  let least = reach
  for (const { id, points } of measurements) {
    points.forEach((point, n) => {
      const there = apply(matrix, point)
      const distance = Math.hypot(there.x - at.x, there.y - at.y)
      if (distance <= least) [found, least] = [{ id, point: n }, distance]
    })
  }
  return found
}

export function moved(measurements: readonly Measurement[], { id, point }: Grip, to: Point): readonly Measurement[] {
  return measurements.map((each) =>
    each.id === id ? { ...each, points: each.points.map((old, n) => (n === point ? to : old)) } : each)
}

let made = 0

/** Names a measurement within this visit. */
export function newId(): string {
  made += 1
  return `m${made}`
}
