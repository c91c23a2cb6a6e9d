/**
 * A chest with contrast agent, in Hounsfield units. Millimetres: x to the patient's left, y to
 * the back, z downwards from the top of the lungs.
 *
 * @module
 */
import { dice } from '../chance.ts'
import {
  eachPixel, everyPixel, newField, over, overAbove, paintDisc, paintEllipse, paintStroke,
  type Axes, type Ellipse, type Field,
} from './field.ts'
import { growVessels, paintVessels, type Vessels } from './lung-vessels.ts'
import { grain, mix, norm, smoothNoise, step, type Noise } from './noise.ts'
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
const HU = { air: -1000, fat: -105, muscle: 55, blood: 165, aorta: 280, heart: 115, liver: 112, spleen: 122, fluid: 12 }

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
  paintAbdomen(field, thorax, z)
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

/** An ellipsoid's cut at height z: null above and below it. */
function cut(z: number, middle: number, half: number, ellipse: Ellipse): Ellipse | null {
  const share = 1 - ((z - middle) / half) ** 2
  if (share <= 0) return null
  const scale = Math.sqrt(share)
  return { ...ellipse, rx: ellipse.rx * scale, ry: ellipse.ry * scale }
}

function paintHeart(field: Field, z: number): void {
  const parts: readonly (readonly [Ellipse | null, number])[] = [
    [cut(z, 172, 62, { x: 20, y: -20, rx: 66, ry: 49, angle: 0.5 }), HU.fat],
    [cut(z, 172, 56, { x: 20, y: -20, rx: 60, ry: 43, angle: 0.5 }), HU.heart],
    [cut(z, 138, 28, { x: 0, y: 7, rx: 34, ry: 14 }), HU.aorta - 30],
    [cut(z, 168, 44, { x: -29, y: -12, rx: 20, ry: 27, angle: 0.2 }), HU.blood],
    [cut(z, 172, 46, { x: 6, y: -42, rx: 34, ry: 14, angle: 0.62 }), HU.blood + 25],
    [cut(z, 182, 42, { x: 42, y: -10, rx: 29, ry: 15, angle: 0.66 }), HU.aorta - 20],
  ]
  for (const [ellipse, value] of parts) if (ellipse !== null) paintEllipse(field, ellipse, over(value), 2)
}

/** Round vessels: x, y, radius, from z, to z, how far they drift over their length, HU. */
const ROUND: readonly (readonly [number, number, number, number, number, number, number, number])[] = [
  [-16, -22, 15, 78, 142, 6, 4, HU.aorta], // ascending aorta
  [25, 30, 12.5, 78, 300, -8, 2, HU.aorta], // descending aorta
  [-31, -10, 9, 58, 158, 2, 2, HU.blood + 40], // superior vena cava
  [-22, 6, 12, 205, 300, 2, 10, HU.blood - 30], // inferior vena cava
  [16, -28, 14, 98, 140, -4, -10, HU.aorta - 20], // pulmonary trunk
  [-17, -12, 6, -5, 70, 4, -6, HU.aorta], // brachiocephalic trunk
  [4, -14, 4.5, -5, 70, 4, -8, HU.aorta], // left common carotid artery
  [19, 2, 5, -5, 70, 4, 2, HU.aorta], // left subclavian artery
  [-26, -22, 7, -5, 58, 2, 8, HU.blood + 40], // right brachiocephalic vein
  [14, -30, 6, -5, 46, -6, -4, HU.blood + 20], // left brachiocephalic vein
  [7, 27, 6.5, -5, 300, 2, 1, 45], // oesophagus
  [-12, 45, 3.5, 90, 300, 2, 2, HU.blood - 20], // azygos vein
]

function paintGreatVessels(field: Field, z: number): void {
  for (const [x, y, radius, from, to, driftX, driftY, value] of ROUND) {
    if (z < from || z > to) continue
    const along = (z - from) / (to - from)
    paintEllipse(field, { x: x + driftX * along, y: y + driftY * along, rx: radius, ry: radius }, over(value), 1.6)
  }
  if (Math.abs(z - 77) < 12) {
    const half = Math.sqrt(144 - (z - 77) ** 2)
    paintStroke(field, [[-14, -24, half], [0, -12, half], [14, 8, half], [25, 29, half]], over(HU.aorta))
  }
  if (z > 40 && z < 54) paintStroke(field, [[12, -32, 6], [-8, -36, 6], [-26, -24, 6]], over(HU.blood + 30))
  if (Math.abs(z - 112) < 10) paintStroke(field, [[14, -30, 9], [-8, -4, 9], [-46, 2, 8]], over(HU.aorta - 20))
  if (Math.abs(z - 104) < 10) paintStroke(field, [[16, -30, 9], [30, -8, 9], [48, 10, 8]], over(HU.aorta - 20))
  if (z > 60) paintDisc(field, 7.5 + z / 150, 27, 1.8, over(-600))
}

/** Trachea, carina at 95 mm, main and lower bronchi. */
function paintAirways(field: Field, z: number): void {
  const airway = (x: number, y: number, rx: number, ry = rx) => {
    paintEllipse(field, { x, y, rx: rx + 1.6, ry: ry + 1.6 }, over(HU.muscle - 10))
    paintEllipse(field, { x, y, rx, ry }, over(-990))
  }
  if (z < 90) airway(0, 4, 9, 8.5)
  else if (z < 98) airway(0, 6, 14, 7)
  else if (z < 165) {
    const down = z - 98
    airway(-11 - down * 0.85, 8 + down * 0.16, Math.max(7.5 - down * 0.07, 2.6))
    airway(11 + down * 0.95, 9 + down * 0.2, Math.max(6.8 - down * 0.06, 2.4))
  }
}

/** Liver, spleen and stomach, where there is no lung. */
function paintAbdomen(field: Field, { noise }: Thorax, z: number): void {
  if (z < 190) return
  const organ = (ellipse: Ellipse | null, value: number) => {
    if (ellipse !== null) paintEllipse(field, ellipse, overAbove(-140, value), 2)
  }
  organ(cut(z, 268, 92, { x: -62, y: 0, rx: 100, ry: 82 }), HU.liver)
  organ(cut(z, 262, 46, { x: 18, y: -34, rx: 62, ry: 42, angle: -0.2 }), HU.liver)
  organ(cut(z, 268, 54, { x: 92, y: 36, rx: 26, ry: 44, angle: -0.35 }), HU.spleen)
  organ(cut(z, 272, 52, { x: 68, y: -28, rx: 42, ry: 36, angle: 0.3 }), 70)
  organ(cut(z, 272, 47, { x: 68, y: -28, rx: 38, ry: 32, angle: 0.3 }), HU.fluid)
  organ(cut(z, 300, 30, { x: -4, y: 40, rx: 58, ry: 20 }), HU.fat)
  const liver = Math.fround(HU.liver)
  everyPixel(field, (x, y, n) => {
    if (y < -44 && Math.abs((field.values[n] ?? 0) - HU.fluid) < 1) field.values[n] = -960
    if (field.values[n] !== liver) return
    const branch = Math.abs(noise(x / 26, y / 26, z / 22 + 2)) + Math.abs(noise(x / 26 + 9, y / 26, z / 22)) * 0.9
    if (branch < 0.13) field.values[n] = 165
  })
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
