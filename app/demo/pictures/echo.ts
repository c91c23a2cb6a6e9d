/**
 * An echocardiogram, apical four-chamber view: one heart beat. Centimetres: x to the right of the
 * picture (the patient's left), d from the probe into the depth.
 *
 * @module
 */
import { dice, type Dice } from '../chance.ts'
import { writeCaption } from './caption.ts'
import { grain, norm, smoothNoise, step, type Noise } from './noise.ts'

export const ECHO = { columns: 480, rows: 360, frames: 24, frameTimeMs: 38 } as const

const TOP = 18
const PIXELS_PER_CM = 20
const DEPTH_CM = 16
const HALF_ANGLE = 0.76
const WIDEST = Math.tan(HALF_ANGLE)

interface Ellipse {
  readonly x: number
  readonly d: number
  readonly rx: number
  readonly rd: number
  readonly turn: number
}

/** Chambers and valves at one moment. */
interface Beat {
  readonly left: Ellipse
  readonly right: Ellipse
  readonly atria: readonly Ellipse[]
  readonly leaflets: readonly (readonly [number, number, number, number])[]
  /** How far the walls have moved in: the speckle of the muscle moves with them. */
  readonly squeeze: number
}

/** RGB frames, one after the other. */
export function* echoFrames(seed: string, caption: string): Generator<Uint8Array, void, undefined> {
  const roll = dice(seed, 'echo')
  const [noise, tissue, blood] = [smoothNoise(roll), grain(roll, 256, 1), grain(roll, 256, 1)]
  for (let n = 0; n < ECHO.frames; n++) {
    const frame = new Uint8Array(ECHO.columns * ECHO.rows * 3)
    paintSector(frame, beatAt(n / ECHO.frames), { noise, tissue, blood, roll })
    paintScale(frame, n, caption)
    yield frame
  }
}

/** 0 is the R wave; systole until a third, then filling, then the kick of the atria. */
function beatAt(phase: number): Beat {
  const squeeze = step(0.03, 0.34, phase) - step(0.4, 0.62, phase) * 0.8 - step(0.8, 0.95, phase) * 0.2
  const open = step(0.42, 0.5, phase) * (1 - step(0.6, 0.74, phase) * 0.75) + step(0.78, 0.85, phase) * 0.6 - step(0.9, 1, phase) * 0.85
  const annulus = 9.3 - squeeze * 1.1
  const valve = (from: number, to: number, depth: number, tip: number): Beat['leaflets'] => {
    const [middle, swing] = [(from + to) / 2, Math.max(Math.min(open, 1), 0) * (to - from) * 0.32]
    return [
      [from, depth, middle - swing - 0.05, depth - tip * (0.35 + 0.65 * open)],
      [to, depth, middle + swing + 0.05, depth - tip * (0.3 + 0.6 * open)],
    ]
  }
  return {
    squeeze,
    left: { x: 1.85, d: annulus - 3.7, rx: 2.15 - squeeze * 0.62, rd: 4.1 - squeeze * 0.35, turn: -0.06 },
    right: { x: -2.55, d: annulus - 2.75, rx: 1.5 - squeeze * 0.42, rd: 3.3 - squeeze * 0.3, turn: 0.16 },
    atria: [
      { x: 2.05, d: annulus + 2.25, rx: 1.8 + squeeze * 0.2, rd: 2.2 + squeeze * 0.3, turn: 0 },
      { x: -2.2, d: annulus + 1.9, rx: 1.7 + squeeze * 0.15, rd: 2 + squeeze * 0.3, turn: 0 },
    ],
    leaflets: [...valve(0.35, 3.5, annulus, 1.9), ...valve(-3.8, -1, annulus - 0.3, 1.4)],
  }
}

interface Speckle {
  readonly noise: Noise
  readonly tissue: Float32Array
  readonly blood: Float32Array
  readonly roll: Dice
}

function paintSector(frame: Uint8Array, beat: Beat, { noise, tissue, blood, roll }: Speckle): void {
  const flow = Math.floor(roll() * 65_536)
  for (let row = 0; row < ECHO.rows; row++) {
    for (let column = 0; column < ECHO.columns; column++) {
      const x = (column - ECHO.columns / 2) / PIXELS_PER_CM
      const d = (row - TOP) / PIXELS_PER_CM
      const range = norm(x, d)
      if (d <= 0 || range > DEPTH_CM || range < 0.25 || Math.abs(x) > d * WIDEST) continue
      const angle = Math.atan2(x, d)
      const echo = reflection(beat, noise, x, d)
      // Speckle is wider the deeper it lies: its cells follow the beams.
      const moved = range + beat.squeeze * 0.5 * step(2, 8, range)
      const cell = (Math.floor(moved * 17) * 256 + Math.floor((angle + 1) * 105)) & 65_535
      const real = tissue[cell] ?? 0
      const imaginary = (echo < 0.08 ? blood[(cell + flow) & 65_535] : tissue[(cell * 7 + 331) & 65_535]) ?? 0
      const amplitude = echo * norm(real, imaginary) * (1.1 - 0.03 * range)
      const level = Math.min(Math.max(255 * (1 + Math.log(amplitude + 1e-4) / 4.95), 0), 255)
      const shadow = 0.55 + 0.45 * step(HALF_ANGLE, HALF_ANGLE - 0.14, Math.abs(angle + noise(angle * 5, 3, 0) * 0.05))
      dot(frame, column, row, gray(level * shadow))
    }
  }
}

/** How much a point gives back: blood almost nothing, muscle some, borders and valves much. */
function reflection(beat: Beat, noise: Noise, x: number, d: number): number {
  let valve = Infinity
  for (const leaflet of beat.leaflets) valve = Math.min(valve, toSegment(leaflet, x, d))
  if (valve < 0.13) return 0.8 * (1 - valve / 0.17)
  let lining = Math.min(rim(beat.left, x, d), rim(beat.right, x, d))
  for (const atrium of beat.atria) lining = Math.min(lining, rim(atrium, x, d))
  const patchy = 0.75 + 0.35 * noise(x * 1.3, d * 1.3, 1)
  if (lining < 0) return 0.008 + 0.03 * step(1.8, 0.4, d) + 0.05 * Math.max(noise(x * 2, d * 2, beat.squeeze * 3) - 0.55, 0)
  const wall = d > 9.4 ? 0.35 : x > 0 ? 1 + beat.squeeze * 0.35 : 0.7
  if (lining < 0.12) return 0.5 * patchy
  if (lining < wall) return 0.22 * patchy
  if (lining < wall + 0.22) return (x > 1 || d > 12 ? 0.9 : 0.5) * patchy
  const near = step(2.2, 0.3, d) * 0.5
  return near + (0.055 + 0.1 * noise(x * 0.7 + 4, d * 0.9, 2)) * step(18, 6, d) * patchy
}

/** Distance from the lining of a chamber in centimetres, negative inside. */
function rim({ x, d, rx, rd, turn }: Ellipse, px: number, pd: number): number {
  // Small angles: a turn is a shear.
  const u = px - x + (pd - d) * turn
  const v = pd - d - (px - x) * turn
  const radius = norm(u / rx, v / rd)
  return (radius - 1) * (norm(u, v) / Math.max(radius, 0.01))
}

function toSegment(leaflet: readonly [number, number, number, number], x: number, d: number): number {
  const ax = leaflet[0]
  const ad = leaflet[1]
  const bx = leaflet[2]
  const bd = leaflet[3]
  const along = ((x - ax) * (bx - ax) + (d - ad) * (bd - ad)) / ((bx - ax) ** 2 + (bd - ad) ** 2)
  const at = Math.min(Math.max(along, 0), 1)
  return norm(x - ax - (bx - ax) * at, d - ad - (bd - ad) * at)
}

/** Depth marks, grey bar, electrocardiogram and what the machine writes. */
function paintScale(frame: Uint8Array, n: number, caption: string): void {
  for (let cm = 0; cm <= DEPTH_CM; cm++) {
    for (let length = 0; length < (cm % 5 === 0 ? 8 : 4); length++) dot(frame, 466 - length, TOP + cm * PIXELS_PER_CM, gray(190))
  }
  for (let row = 60; row < 188; row++) for (let column = 8; column < 16; column++) dot(frame, column, row, gray((188 - row) * 2))
  for (let column = 130; column < 350; column++) {
    const time = (column - 130) / 110
    const now = (column - 130) / 220 < n / ECHO.frames
    const [from, to] = [cardiogram(time), cardiogram(time + 1 / 110)].map((mv) => Math.round(344 - mv * 20))
    for (let row = Math.min(from ?? 0, to ?? 0); row <= Math.max(from ?? 0, to ?? 0); row++) {
      dot(frame, column, row, now ? BRIGHT : DIM)
    }
  }
  const write = (text: string, x: number, y: number) => writeCaption(text, x, y, (px, py) => dot(frame, px, py, LETTERS))
  write(caption, 8, 8)
  write('FR 26HZ  16CM', 8, 24)
  write('2D', 8, 40)
  write('64 BPM', 400, 340)
}

/** One beat per unit: P, QRS, T. */
function cardiogram(time: number): number {
  const wave = (at: number, width: number, height: number) => height * Math.exp(-(((((time - at + 1.5) % 1) - 0.5) / width) ** 2))
  return wave(0.84, 0.035, 0.18) + wave(0.985, 0.012, -0.15) + wave(0, 0.014, 1.2) + wave(0.03, 0.014, -0.3) + wave(0.3, 0.06, 0.3)
}

type Color = readonly [red: number, green: number, blue: number]

const BRIGHT: Color = [90, 230, 110]
const DIM: Color = [40, 110, 60]
const LETTERS: Color = [200, 200, 160]

function gray(level: number): Color {
  return [level, level, level]
}

function dot(frame: Uint8Array, x: number, y: number, color: Color): void {
  if (x < 0 || x >= ECHO.columns || y < 0 || y >= ECHO.rows) return
  const at = (Math.round(y) * ECHO.columns + Math.round(x)) * 3
  frame[at] = color[0]
  frame[at + 1] = color[1]
  frame[at + 2] = color[2]
}
