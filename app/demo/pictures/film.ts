/**
 * From what the rays met to the numbers of a radiograph.
 *
 * @module
 */
import type { Dice } from '../chance.ts'
import type { Field } from './field.ts'
import { grain, mix } from './noise.ts'

export interface Film {
  readonly rows: number
  readonly columns: number
  readonly mm: number
  /** 12 bits; dense is bright. */
  readonly pixels: Uint16Array
}

export interface Developing {
  /** Thickness that is black, and that is white. */
  readonly from: number
  readonly to: number
  readonly gamma: number
  /** Of the quanta, where the body is thinnest. */
  readonly noise: number
}

const GRAIN_SIDE = 256
const GRAIN_MASK = GRAIN_SIDE * GRAIN_SIDE - 1
const TONES = 4096

/** Twice as many pixels in both directions: the detector sees finer than anatomy changes. */
export function develop(field: Field, roll: Dice, { from, to, gamma, noise }: Developing): Film {
  const rows = field.rows * 2
  const columns = field.columns * 2
  const speckle = grain(roll, GRAIN_SIDE, 1)
  const tones = Float32Array.from({ length: TONES }, (_, n) => 60 + 3900 * (n / (TONES - 1)) ** gamma)
  const pixels = new Uint16Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const y = Math.min(Math.max((row - 0.5) / 2, 0), field.rows - 1)
    const shift = row * GRAIN_SIDE + Math.floor(row / GRAIN_SIDE) * 97
    for (let column = 0; column < columns; column++) {
      const dense = sample(field, Math.min(Math.max((column - 0.5) / 2, 0), field.columns - 1), y)
      const share = Math.min(Math.max((dense - from) / (to - from), 0), 1)
      const quanta = (speckle[(shift + column + (column >> 8) * 7001) & GRAIN_MASK] ?? 0) * noise * (1 + share * 2.2)
      const value = (tones[Math.round(share * (TONES - 1))] ?? 0) + quanta
      pixels[row * columns + column] = Math.min(Math.max(value, 0), TONES - 1)
    }
  }
  return { rows, columns, mm: field.mm / 2, pixels }
}

/** Bilinear. */
function sample({ columns, rows, values }: Field, x: number, y: number): number {
  const i = Math.min(Math.floor(x), columns - 2)
  const j = Math.min(Math.floor(y), rows - 2)
  const at = j * columns + i
  return mix(
    mix(values[at] ?? 0, values[at + 1] ?? 0, x - i),
    mix(values[at + columns] ?? 0, values[at + columns + 1] ?? 0, x - i),
    y - j,
  )
}
