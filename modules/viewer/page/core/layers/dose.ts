/** Dose of radiotherapy as a volume. PS3.3 §C.8.8.3 (RT Dose). */
import { numberOf, numbersOf, textOf, type Elements } from '../elements.ts'
import { describeFrame, framesIn, type ImageFrame } from '../image.ts'
import { Tags } from '../tags.ts'
import { dot, normalOf, scaled, type Plane, type Vector } from '../vectors.ts'
import { NO_MASKS, NO_OUTLINES, type Layer } from './layer.ts'
import { bestFor } from './wash.ts'

/** Null where it is none that can be laid over images. */
export function doseOf(elements: Elements): Layer | null {
  const frames = doseFrames(elements)
  if (frames === null) return null
  const wash = { frames, unit: textOf(elements, Tags.DoseUnits) === 'GY' ? 'Gy' : '', map: 'dose', most: null } as const
  return { parts: [], wash, masksOn: () => NO_MASKS, outlinesOn: () => NO_OUTLINES, bestOf: (images) => bestFor(wash, images) }
}

function doseFrames(elements: Elements): readonly ImageFrame[] | null {
  const scaling = numberOf(elements, Tags.DoseGridScaling)
  const count = framesIn(elements)
  const offsets = count === 1 ? [0] : numbersOf(elements, Tags.GridFrameOffsetVector)
  if (scaling === null || scaling <= 0 || offsets.length !== count) return null
  const frames = offsets.map((offset, n) => doseFrame(describeFrame(elements, n + 1), offset, offsets[0] ?? 0, scaling))
  return frames.every((frame) => frame !== null) ? frames : null
}

function doseFrame(frame: ImageFrame | null, offset: number, first: number, slope: number): ImageFrame | null {
  if (frame?.plane == null) return null
  const { plane } = frame
  return { ...frame, slope, intercept: 0, plane: { ...plane, position: moved(plane, way(plane, offset, first)) } }
}

/** Offsets begin with 0, or are places on the axis of the body. PS3.3 §C.8.8.3.2. */
function way(plane: Plane, offset: number, first: number): number {
  return first === 0 ? offset : (offset - plane.position[2]) * Math.sign(dot(normalOf(plane), [0, 0, 1]) || 1)
}

function moved({ position, ...plane }: Plane, by: number): Vector {
  const [x, y, z] = scaled(normalOf({ position, ...plane }), by)
  return [position[0] + x, position[1] + y, position[2] + z]
}
