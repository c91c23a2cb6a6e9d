/**
 * A chest with contrast agent, in Hounsfield units. Millimetres: x to the patient's left, y to
 * the back, z downwards from the top of the lungs.
 *
 * @module
 */
import { dice } from '../chance.ts'
import {
  eachPixel, everyPixel, newField, over, paintEllipse, paintStroke, type Axes, type Field,
} from './field.ts'
import { growVessels, paintVessels, type Vessels } from './lung-vessels.ts'
import { grain, mix, norm, smoothNoise, step, type Noise } from './noise.ts'
import { HU, paintAbdomen, paintAirways, paintGreatVessels, paintHeart } from './thorax-organs.ts'
import { paintRibs, paintShoulders, paintSpine, paintSternum } from './thorax-bones.ts'

export const THORAX = { columns: 512, rows: 512, mm: 0.74, slices: 60, spacingMm: 5 } as const

/** Half axes of the chest wall: what lies inside is lung, heart and, further down, liver. */
const CAVITY: Axes = { x: 128, y: 84 }

/** The top of the chest is narrow. */
function cavityAt(z: number): Axes {
  const narrow = step(50, -20, z)
  return { x: CAVITY.x * mix(1, 0.52, narrow), y: CAVITY.y * mix(1, 0.7, narrow) }
}

const MUSCLE_MM = 15

export interface Thorax {
  readonly noise: Noise
  readonly vessels: Vessels
  /** Of the detector, and of the lung's own texture; each shifted from slice to slice. */
  readonly grain: Float32Array
  readonly texture: Float32Array
  /** How thick the fat is, and where sheets of it part the muscles. */
  readonly waves: Float32Array
  readonly sheets: Float32Array
  readonly seed: string
}

export function makeThorax(seed: string): Thorax {
  const roll = dice(seed, 'thorax')
  const noise = smoothNoise(roll)
  const waves = newField(THORAX.columns, THORAX.rows, THORAX.mm)
  const sheets = newField(THORAX.columns, THORAX.rows, THORAX.mm)
  everyPixel(waves, (x, y, n) => {
    waves.values[n] = noise(x / 60, y / 60, 1)
    sheets.values[n] = noise(x / 42, y / 42, 4)
  })
  return {
    noise, seed, vessels: growVessels(roll), waves: waves.values, sheets: sheets.values,
    grain: grain(roll, THORAX.columns, 1), texture: grain(roll, THORAX.columns, 9),
  }
}

/** One slice, from the top, as stored values: HU + 1024, 12 bits. */
export function thoraxSlice(thorax: Thorax, index: number): Uint16Array {
  const z = index * THORAX.spacingMm
  const field = newField(THORAX.columns, THORAX.rows, THORAX.mm, HU.air)
  const roll = dice(thorax.seed, `slice ${index}`)
  const shift = Math.floor(roll() * thorax.grain.length)
  paintInside(field, thorax, z, shift)
  paintVessels(field, thorax.vessels, z)
  paintMiddle(field, z)
  paintAbdomen(field, thorax.noise, z)
  paintHeart(field, z)
  paintGreatVessels(field, z)
  paintAirways(field, z)
  paintWalls(field, thorax, z)
  paintRibs(field, z, cavityAt)
  paintSpine(field, z, CAVITY.y)
  paintSternum(field, z, CAVITY.y)
  paintShoulders(field, z)
  return expose(field, thorax.grain, shift)
}

/** Lungs down to the diaphragm, fat below. Blood sinks: the back of the lung is denser. */
function paintInside(field: Field, { texture }: Thorax, z: number, shift: number): void {
  const { x, y } = cavityAt(z)
  const mask = texture.length - 1 // a power of two
  eachPixel(field, { left: -x, right: x, top: -y, bottom: y }, (px, py, n) => {
    const below = z > 190 && z > diaphragm(px, py)
    field.values[n] = below ? HU.fat : -866 + py * 0.45 + (texture[(n + shift) & mask] ?? 0) * 15
  })
}

/** From the pleura outwards: muscle with sheets of fat, fat, skin, air. */
function paintWalls(field: Field, { waves, sheets }: Thorax, z: number): void {
  const top = step(60, -5, z)
  const cavity = shell(field, cavityAt(z), 0)
  const skin = { x: mix(CAVITY.x + 30, 172, top), y: mix(CAVITY.y + 29, 98, top) }
  const body = shell(field, skin, 6)
  const muscles = mix(MUSCLE_MM, 60, top)
  const box = { left: -skin.x, right: skin.x, top: 4 - skin.y, bottom: 8 + skin.y }
  eachPixel(field, box, (_x, y, n, column, row) => {
    const within = cavity(column, row)
    if (within > 1.2) return
    const depth = body(column, row)
    const fat = 11 + (waves[n] ?? 0) * 6 + step(20, 90, Math.abs(y)) * 3
    field.values[n] = depth < 0 ? HU.air : depth < 1.8 ? 20 : depth < fat || within < -muscles - (waves[n] ?? 0) * 5 ? HU.fat
      : Math.abs(sheets[n] ?? 0) < 0.07 && within < -5 ? HU.fat : HU.muscle
  })
}

/** Distance inwards from a superellipse around (0, `middle`), in about millimetres. */
function shell(field: Field, axes: Axes, middle: number): (column: number, row: number) => number {
  const { columns, rows, mm } = field
  const across = Float32Array.from({ length: columns }, (_, n) => Math.abs(((n - (columns - 1) / 2) * mm) / axes.x) ** 2.5)
  const down = Float32Array.from({ length: rows }, (_, n) => Math.abs(((n - (rows - 1) / 2) * mm - middle) / axes.y) ** 2.5)
  return (column, row) => {
    const u = across[column] ?? 0
    const v = down[row] ?? 0
    if (u + v < 0.6) return 99
    if (u + v > 3) return -99
    return (1 - (u + v) ** 0.4) * mix(axes.y, axes.x, u / (u + v))
  }
}

/** Where the lung ends: two domes, the right one higher, and the recess all around. */
export function diaphragm(x: number, y: number): number {
  const fall = ((y - 8) / 92) ** 2
  return Math.min(dome(x + 66, fall, 196), dome(x - 70, fall, 208))
}

function dome(x: number, fall: number, top: number): number {
  return top + 62 * Math.min((x / 74) ** 2 + fall, 2.1)
}

/** The mediastinum: fat from the sternum to the spine, wider at the back and at the top. */
function paintMiddle(field: Field, z: number): void {
  const width = mix(30, 24, step(20, 80, z)) + 14 * step(110, 150, z)
  paintEllipse(field, { x: 0, y: -38, rx: width * 0.72, ry: 56 }, over(HU.fat), 4)
  paintEllipse(field, { x: 3, y: 8, rx: width + 7, ry: 42 }, over(HU.fat), 4)
  paintEllipse(field, { x: 0, y: 62, rx: 33, ry: 26 }, over(HU.fat), 4)
}

/** Table, noise (more of it deep inside the body), and the circle of reconstruction. */
function expose(field: Field, speckle: Float32Array, shift: number): Uint16Array {
  for (const dy of [0, 14]) {
    paintStroke(field, [[-190, 118 + dy, 1], [-110, 128 + dy, 1], [0, 132 + dy, 1], [110, 128 + dy, 1], [190, 118 + dy, 1]],
      (old, cover) => (old < -500 ? mix(old, -420, cover) : old))
  }
  const { columns, rows, mm } = THORAX
  const half = (columns * mm) / 2
  const stored = new Uint16Array(field.values.length)
  const mask = speckle.length - 1 // a power of two
  for (let row = 0; row < rows; row++) {
    const y = (row - (rows - 1) / 2) * mm
    for (let column = 0; column < columns; column++) {
      const from = norm((column - (columns - 1) / 2) * mm, y)
      if (from > half) continue
      const n = row * columns + column
      const hu = (field.values[n] ?? 0) + (speckle[(n + shift) & mask] ?? 0) * (17 - from * 0.055)
      stored[n] = Math.min(Math.max(hu + 1024, 0), 4095)
    }
  }
  return stored
}
