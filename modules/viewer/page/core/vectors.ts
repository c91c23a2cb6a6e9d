/** Directions in the patient: x to the left, y to the back, z to the head. PS3.3 §C.7.6.2.1.1. */
export type Vector = readonly [x: number, y: number, z: number]

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

export function minus(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

export function scaled(a: Vector, by: number): Vector {
  return [a[0] * by, a[1] * by, a[2] * by]
}

export function lengthOf(a: Vector): number {
  return Math.sqrt(dot(a, a))
}

/** Three numbers that make a vector; null otherwise. */
export function vectorOf(numbers: readonly number[]): Vector | null {
  const [x, y, z] = numbers
  return x === undefined || y === undefined || z === undefined ? null : [x, y, z]
}

/** Where the rows and columns of an image run, and where its first pixel lies, in millimetres. */
export interface Plane {
  readonly position: Vector
  /** Along a row: to the right of the image. */
  readonly row: Vector
  /** Along a column: down. */
  readonly column: Vector
}

export function normalOf({ row, column }: Plane): Vector {
  return cross(row, column)
}

/** How far the planes of two images may lean and still count as parallel: cosine of 2.5 degrees. */
const PARALLEL = 0.999

export function areParallel(a: Plane, b: Plane): boolean {
  return Math.abs(dot(normalOf(a), normalOf(b))) > PARALLEL
}

/** The letters of PS3.3 §C.7.6.1.1.1, for the ends of each axis. */
const LETTERS = [['L', 'R'], ['P', 'A'], ['H', 'F']] as const
/** A direction leans to an axis if it makes at least so much of it. */
const LEANING = 0.25

/** Where a direction points, by the letters of the axes it leans to, the strongest first: "L", "AL". */
export function lettersOf(direction: Vector): string {
  return direction
    .map((part, axis) => ({ size: Math.abs(part), letter: LETTERS[axis]?.[part > 0 ? 0 : 1] ?? '' }))
    .filter(({ size }) => size > LEANING)
    .sort((a, b) => b.size - a.size)
    .slice(0, 2)
    .map(({ letter }) => letter)
    .join('')
}
