/**
 * Two series of a brain: T1 and T2 weighted, axial.
 *
 * @module
 */
import { dice, type Dice } from '../chance.ts'
import { tissueAt, type Head, type Tissue } from './head.ts'
import { grain, norm, smoothNoise } from './noise.ts'

export const BRAIN = { columns: 256, rows: 256, mm: 0.9, slices: 20, spacingMm: 6.5, lowestMm: -48 } as const

export interface BrainSlice {
  readonly t1: Uint16Array
  readonly t2: Uint16Array
}

/** Signal of each tissue, as a spin echo at 1.5 T would show it. */
const T1: Readonly<Record<Tissue, number>> = {
  air: 8, fat: 900, muscle: 370, bone: 50, marrow: 420, water: 130, gray: 430, white: 620, 'deep gray': 480, lesion: 430,
}
const T2: Readonly<Record<Tissue, number>> = {
  air: 8, fat: 560, muscle: 190, bone: 35, marrow: 230, water: 980, gray: 430, white: 290, 'deep gray': 370, lesion: 760,
}

/** One slice after the other, from the base to the top. */
export function* brainSlices(seed: string): Generator<BrainSlice, void, undefined> {
  const roll = dice(seed, 'brain')
  const head = makeHead(roll)
  const speckle = grain(roll, BRAIN.columns, 0)
  for (let n = 0; n < BRAIN.slices; n++) {
    const tissues = sliceOf(head, BRAIN.lowestMm + n * BRAIN.spacingMm)
    yield {
      t1: acquire(tissues, T1, speckle, Math.floor(roll() * speckle.length)),
      t2: acquire(tissues, T2, speckle, Math.floor(roll() * speckle.length)),
    }
  }
}

export function makeHead(roll: Dice): Head {
  const folds = smoothNoise(roll)
  const shape = smoothNoise(roll)
  const spots = Array.from({ length: 7 }, () => {
    const side = roll() < 0.5 ? -1 : 1
    return [side * (18 + roll() * 14), -30 + roll() * 65, 14 + roll() * 26, 1.4 + roll() * 1.6] as const
  })
  return { folds, shape, spots }
}

function sliceOf(head: Head, z: number): readonly Tissue[] {
  const { columns, rows, mm } = BRAIN
  const tissues: Tissue[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      tissues.push(tissueAt(head, (column - (columns - 1) / 2) * mm, (row - (rows - 1) / 2) * mm + 2, z))
    }
  }
  return tissues
}

/** Signal, blurred by the point spread, shaded by the coil, with noise of both channels (Rician). */
function acquire(
  tissues: readonly Tissue[], signal: Readonly<Record<Tissue, number>>, speckle: Float32Array, shift: number,
): Uint16Array {
  const { columns, rows } = BRAIN
  const ideal = new Float32Array(tissues.length)
  const shown = new Uint16Array(tissues.length)
  tissues.forEach((tissue, n) => (ideal[n] = signal[tissue]))
  for (let n = 0; n < shown.length; n++) {
    const near = (ideal[n - 1] ?? 0) + (ideal[n + 1] ?? 0) + (ideal[n - columns] ?? 0) + (ideal[n + columns] ?? 0)
    const x = (n % columns) / columns - 0.5
    const y = Math.floor(n / columns) / rows - 0.5
    const coil = 1.08 - 0.35 * (x * x + y * y) - 0.05 * y
    const blurred = ((ideal[n] ?? 0) * 0.48 + near * 0.13) * coil
    const real = (speckle[(n + shift) % speckle.length] ?? 0) * 11
    const imaginary = (speckle[(n + shift * 7 + 1) % speckle.length] ?? 0) * 11
    shown[n] = norm(blurred + real, imaginary)
  }
  return shown
}
