/**
 * The frames of a Series in the order in which a person looks through them.
 *
 * @module
 */
import type { Elements } from './elements.ts'
import { describeFrame, framesIn, type ImageFrame } from './image.ts'
import { areParallel, dot, normalOf, type Plane, type Vector } from './vectors.ts'

/** In millimetres: nearer than this is the same place. */
const SAME_PLACE = 0.01

/** Every frame of the instances of a Series, in order. What is not an image is left out. */
export function stackOf(instances: readonly Elements[]): readonly ImageFrame[] {
  const frames = instances.flatMap((elements) =>
    Array.from({ length: framesIn(elements) }, (_, n) => describeFrame(elements, n + 1)))
  return inOrder(frames.filter((frame) => frame !== null))
}

/**
 * By place where the frames are parallel slices: Image Position along their normal, in the direction in which their
 * numbers rise. Otherwise, and for what shows one place many times, by number. PS3.3 §C.7.6.2.1.1.
 */
export function inOrder(frames: readonly ImageFrame[]): readonly ImageFrame[] {
  const numbered = frames.toSorted(byNumber)
  const first = numbered[0]?.plane ?? null
  if (first === null || !numbered.every(({ plane }) => plane !== null && areParallel(first, plane))) return numbered
  const normal = normalOf(first)
  const placed = numbered.map((frame, at) => ({ frame, at, place: placeOf(frame.plane, normal) }))
  if (!hasDistinctPlaces(placed.map(({ place }) => place))) return numbered.toSorted(byMoment(normal))
  const rises = slopeOf(placed.map(({ place }) => place)) >= 0 ? 1 : -1
  return placed.sort((a, b) => (a.place - b.place) * rises || a.at - b.at).map(({ frame }) => frame)
}

function byNumber(a: ImageFrame, b: ImageFrame): number {
  return (a.instanceNumber ?? 0) - (b.instanceNumber ?? 0) || compare(a.instanceUid, b.instanceUid) || a.frame - b.frame
}

/** First by moment, as a film is; at one moment by place. */
function byMoment(normal: Vector) {
  return (a: ImageFrame, b: ImageFrame): number =>
    a.moment - b.moment || (a.moment === 0 ? 0 : placeOf(a.plane, normal) - placeOf(b.plane, normal)) || byNumber(a, b)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Where a slice lies along `normal`, in millimetres. */
export function placeOf(plane: Plane | null, normal: Vector): number {
  return plane === null ? 0 : dot(plane.position, normal)
}

function hasDistinctPlaces(places: readonly number[]): boolean {
  const sorted = places.toSorted((a, b) => a - b)
  return sorted.every((place, n) => n === 0 || place - (sorted[n - 1] ?? 0) > SAME_PLACE)
}

/** Whether values rise or fall, by their sum against the middle of their positions. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  return values.reduce((sum, value, n) => sum + value * (n - middle), 0)
}

/** What is shown first: the middle says more than an end. */
export function middleOf(count: number): number {
  return Math.max(0, Math.floor(count / 2))
}

/**
 * The slice of `others` nearest to one of another stack: in the same place of the body where both are parallel, else as
 * far through the stack.
 */
export function alongside(frame: ImageFrame, at: number, count: number, others: readonly ImageFrame[]): number {
  const there = others[0]?.plane ?? null
  if (frame.plane === null || there === null || !areParallel(frame.plane, there)) {
    return count < 2 ? 0 : Math.round((at / (count - 1)) * Math.max(0, others.length - 1))
  }
  const normal = normalOf(frame.plane)
  const here = placeOf(frame.plane, normal)
  const distances = others.map(({ plane }) => Math.abs(placeOf(plane, normal) - here))
  return distances.indexOf(Math.min(...distances))
}
