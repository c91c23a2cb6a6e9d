/**
 * Slices across a stack (multi-planar reconstruction): a volume of parallel slices cut along its rows and its columns.
 *
 * @module
 */
import type { ImageFrame } from './image.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import type { GrayPixels, Values } from './pixels.ts'
import { areParallel, dot, lengthOf, minus, normalOf, scaled, type Plane, type Vector } from './vectors.ts'

/** `stack` as it was made; `rows` stands up its rows, `columns` its columns. */
export type Cut = 'stack' | 'rows' | 'columns'

const FEWEST_SLICES = 8
/** The slices lie straight over one another: cosine between their normal and the way from the first to the last. */
const STRAIGHT = 0.999
/** Steps between slices may differ by so much of their mean. */
const UNEVEN = 0.25

/** Whether a stack makes a volume: parallel, straight, even, in grey, all of one size. */
export function canReslice(frames: readonly ImageFrame[]): boolean {
  const [first, last] = [frames[0], frames.at(-1)]
  if (frames.length < FEWEST_SLICES || first?.plane == null || last?.plane == null || first.spacing === null) return false
  const { plane, shape } = first
  const alike = frames.every((frame) => frame.plane !== null && areParallel(plane, frame.plane) &&
    frame.shape.rows === shape.rows && frame.shape.columns === shape.columns && frame.shape.samplesPerPixel === 1)
  if (!alike || shape.photometric === 'PALETTE COLOR') return false
  const way = minus(last.plane.position, plane.position)
  if (lengthOf(way) === 0 || Math.abs(dot(way, normalOf(plane))) / lengthOf(way) < STRAIGHT) return false
  const steps = frames.slice(1).map((frame, n) => lengthOf(minus(positionOf(frame), positionOf(frames[n]))))
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  return mean > 0 && steps.every((step) => Math.abs(step - mean) <= mean * UNEVEN)
}

function positionOf(frame: ImageFrame | undefined): Vector {
  return frame?.plane?.position ?? [0, 0, 0]
}

/** One way through the volume: how many samples, from where, in what direction, and how far from one to the next. */
interface Axis {
  readonly count: number
  readonly direction: Vector
  readonly step: number
  /** Between neighbours in the values of one slice; null for the way from slice to slice. */
  readonly stride: number | null
}

/** How a cut lies on the screen: what runs to the right, what runs down, and what is left. */
export interface CutPlan {
  readonly across: Axis
  readonly down: Axis
  readonly through: Axis
  readonly acrossReversed: boolean
  readonly downReversed: boolean
}

/** Feet below, back below or to the right, left to the right: as radiologists look at bodies. */
export function planCut(frames: readonly ImageFrame[], cut: Exclude<Cut, 'stack'>): CutPlan | null {
  const [first, last] = [frames[0], frames.at(-1)]
  if (first?.plane == null || last?.plane == null || first.spacing === null) return null
  const { shape: { rows, columns }, plane, spacing } = first
  const way = minus(last.plane.position, plane.position)
  const row: Axis = { count: columns, direction: plane.row, step: spacing.column, stride: 1 }
  const column: Axis = { count: rows, direction: plane.column, step: spacing.row, stride: columns }
  const slices: Axis = {
    count: frames.length, direction: scaled(way, 1 / lengthOf(way)), step: lengthOf(way) / (frames.length - 1), stride: null,
  }
  const [kept, through] = cut === 'rows' ? [row, column] : [column, row]
  const isKeptUpright = uprightness(kept.direction) > uprightness(slices.direction)
  const [across, down] = isKeptUpright ? [slices, kept] : [kept, slices]
  const isReversed = (axis: Axis): boolean => dot(axis.direction, toLowerRight(axis.direction)) < 0
  return { across, down, through, acrossReversed: isReversed(across), downReversed: isReversed(down) }
}

/** The more a way leads from head to feet, the sooner it is upright on the screen; then from front to back. */
function uprightness([x, y, z]: Vector): number {
  return Math.abs(z) * 4 + Math.abs(y) * 2 + Math.abs(x)
}

/** The end of the axis that a direction leans to, which is to the right or below: left, back, feet. */
function toLowerRight([x, y, z]: Vector): Vector {
  if (Math.abs(z) >= Math.abs(y) && Math.abs(z) >= Math.abs(x)) return [0, 0, -1]
  return Math.abs(y) >= Math.abs(x) ? [0, 1, 0] : [1, 0, 0]
}

/** The frame that stands for place `at` of a cut, without its pixels. */
export function frameOfCut(frames: readonly ImageFrame[], cut: Exclude<Cut, 'stack'>, at: number): ImageFrame | null {
  const plan = planCut(frames, cut)
  const first = frames[0]
  if (plan === null || first === undefined) return null
  const { across, down } = plan
  return {
    ...first,
    instanceUid: `${first.seriesUid}#${cut}`, frame: at + 1, instanceNumber: null, thickness: plan.through.step,
    shape: { ...first.shape, rows: down.count, columns: across.count },
    spacing: { row: down.step, column: across.step, onDetector: false },
    aspect: down.step / across.step,
    plane: planeOfCut(plan, positionOf(first), at),
  }
}

function planeOfCut({ across, down, through, acrossReversed, downReversed }: CutPlan, corner: Vector, at: number): Plane {
  const along = (axis: Axis, samples: number): Vector => scaled(axis.direction, axis.step * samples)
  const parts = [along(through, at), along(across, acrossReversed ? across.count - 1 : 0), along(down, downReversed ? down.count - 1 : 0)]
  const position = parts.reduce<Vector>((sum, part) => [sum[0] + part[0], sum[1] + part[1], sum[2] + part[2]], corner)
  return {
    position,
    row: scaled(across.direction, acrossReversed ? -1 : 1),
    column: scaled(down.direction, downReversed ? -1 : 1),
  }
}

/**
 * Cut a volume.
 *
 * @param slices - every slice of the stack, in order, all loaded.
 */
export function resliced(slices: readonly LoadedFrame[], cut: Exclude<Cut, 'stack'>, at: number): LoadedFrame | null {
  const frames = slices.map(({ image }) => image)
  const [plan, image, first] = [planCut(frames, cut), frameOfCut(frames, cut, at), slices[0]]
  if (plan === null || image === null || first === undefined) return null
  const isEven = frames.every(({ slope, intercept }) => slope === first.image.slope && intercept === first.image.intercept)
  const grays = slices.map(({ pixels }) => pixels).filter((pixels): pixels is GrayPixels => pixels.kind === 'gray')
  if (grays.length !== slices.length) return null
  const values = gather(plan, grays.map(({ values: each }, n) => (isEven ? each : rescaled(each, frames[n]))), at)
  const meaning = isEven ? {} : { slope: 1, intercept: 0 }
  const pixels: GrayPixels = { kind: 'gray', rows: plan.down.count, columns: plan.across.count, values }
  return { ...first, image: { ...image, ...meaning }, pixels, overlays: [] }
}

/** Where each slice has a scale of its own, as in PET, they are brought to one. */
function rescaled(values: Values, frame: ImageFrame | undefined): Float32Array {
  return Float32Array.from(values, (value) => value * (frame?.slope ?? 1) + (frame?.intercept ?? 0))
}

function gather({ across, down, through, acrossReversed, downReversed }: CutPlan, slices: readonly Values[], at: number): Values {
  const [sample] = slices
  const cells: Values = sample === undefined ? new Uint8Array() : sample.slice(0, 0)
  const Kind = cells.constructor as new (length: number) => Values
  const values = new Kind(across.count * down.count)
  const base = at * (through.stride ?? 0)
  for (let y = 0; y < down.count; y++) {
    const v = downReversed ? down.count - 1 - y : y
    for (let x = 0; x < across.count; x++) {
      const u = acrossReversed ? across.count - 1 - x : x
      const slice = slices[across.stride === null ? u : v]
      const offset = across.stride === null ? v * (down.stride ?? 0) : u * across.stride
      values[y * across.count + x] = slice?.[base + offset] ?? 0
    }
  }
  return values
}
