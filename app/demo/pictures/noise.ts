import { normal, type Dice } from '../chance.ts'

/** Values in [-1, 1] that change smoothly over a distance of 1. */
export type Noise = (x: number, y: number, z: number) => number

const SIDE = 32
const MASK = SIDE - 1

/** Value noise on a lattice of 32 x 32 x 32 that repeats. */
export function smoothNoise(roll: Dice): Noise {
  const lattice = Float32Array.from({ length: SIDE ** 3 }, () => roll() * 2 - 1)
  return (x, y, z) => {
    const k = Math.floor(z)
    const w = ease(z - k)
    const near = inLayer(lattice, x, y, k)
    return w === 0 ? near : mix(near, inLayer(lattice, x, y, k + 1), w)
  }
}

function inLayer(lattice: Float32Array, x: number, y: number, k: number): number {
  const i = Math.floor(x)
  const j = Math.floor(y)
  const u = ease(x - i)
  const upper = ((k & MASK) * SIDE + (j & MASK)) * SIDE
  const lower = ((k & MASK) * SIDE + ((j + 1) & MASK)) * SIDE
  const left = i & MASK
  const right = (i + 1) & MASK
  return mix(
    mix(lattice[upper + left] ?? 0, lattice[upper + right] ?? 0, u),
    mix(lattice[lower + left] ?? 0, lattice[lower + right] ?? 0, u),
    ease(y - j),
  )
}

/**
 * Grain of deviation 1, in a square that repeats; `side` is a power of two. `blur` passes make it coarser, as a
 * reconstruction filter does.
 */
export function grain(roll: Dice, side: number, blur: number): Float32Array {
  let values = new Float32Array(side * side)
  for (let n = 0; n < values.length; n++) values[n] = normal(roll)
  for (let pass = 0; pass < blur; pass++) values = soften(values, side)
  const mean = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
  return values.map((value) => value / mean)
}

function soften(values: Float32Array, side: number): Float32Array<ArrayBuffer> {
  const soft = new Float32Array(values.length)
  for (let n = 0; n < values.length; n++) {
    const column = n % side
    const row = n - column
    const beside = (values[row + ((column + side - 1) % side)] ?? 0) + (values[row + ((column + 1) % side)] ?? 0)
    const aboveAndBelow = (values[(n + values.length - side) % values.length] ?? 0) + (values[(n + side) % values.length] ?? 0)
    soft[n] = (values[n] ?? 0) * 2 + beside + aboveAndBelow
  }
  return soft
}

/** Length of a vector. Math.hypot guards against overflow, and takes ten times as long. */
export function norm(x: number, y: number, z = 0): number {
  return Math.sqrt(x * x + y * y + z * z)
}

export function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function step(from: number, to: number, value: number): number {
  return ease(Math.min(Math.max((value - from) / (to - from), 0), 1))
}

function ease(t: number): number {
  return t * t * (3 - 2 * t)
}
