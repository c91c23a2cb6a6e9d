/** Lines and words that the hospital drew over an image. PS3.3 §C.10.5 (Graphic Annotation), PS3.4 Annex N. */
import { itemsOf, numbersOf, textOf, type Elements } from './elements.ts'
import { Tags } from './tags.ts'
import type { Point } from './view.ts'

export interface Mark {
  readonly kind: 'line' | 'smooth' | 'circle' | 'ellipse' | 'point' | 'text'
  /** In image pixels where `relative` is false, else in fractions of the tile. */
  readonly points: readonly Point[]
  readonly relative: boolean
  readonly text: string
}

/** Marks of a presentation state, for one image. */
export function marksFor(state: Elements, instanceUid: string, frame: number): readonly Mark[] {
  return itemsOf(state, Tags.GraphicAnnotationSequence).filter((annotation) => concerns(annotation, instanceUid, frame))
    .flatMap((annotation) => [
      ...itemsOf(annotation, Tags.GraphicObjectSequence).flatMap(graphic),
      ...itemsOf(annotation, Tags.TextObjectSequence).map(words),
    ])
}

/** Without references it concerns every image of the state. */
function concerns(annotation: Elements, instanceUid: string, frame: number): boolean {
  const references = itemsOf(annotation, Tags.ReferencedImageSequence)
  return references.length === 0 || references.some((reference) => {
    const frames = numbersOf(reference, Tags.ReferencedFrameNumber)
    return textOf(reference, Tags.ReferencedSOPInstanceUID) === instanceUid && (frames.length === 0 || frames.includes(frame))
  })
}

/** Every instance that a state speaks of. */
export function instancesOfState(state: Elements): readonly string[] {
  return itemsOf(state, Tags.ReferencedSeriesSequence)
    .flatMap((series) => itemsOf(series, Tags.ReferencedImageSequence))
    .map((reference) => textOf(reference, Tags.ReferencedSOPInstanceUID))
}

const KINDS = { POLYLINE: 'line', INTERPOLATED: 'smooth', CIRCLE: 'circle', ELLIPSE: 'ellipse', POINT: 'point' } as const

function graphic(item: Elements): readonly Mark[] {
  const type = textOf(item, Tags.GraphicType)
  const kind = Object.entries(KINDS).find(([name]) => name === type)?.[1]
  const relative = textOf(item, Tags.GraphicAnnotationUnits) === 'DISPLAY'
  return kind === undefined ? [] : [{ kind, points: pointsOf(numbersOf(item, Tags.GraphicData), relative), relative, text: '' }]
}

function words(item: Elements): Mark {
  const box = numbersOf(item, Tags.BoundingBoxTopLeftHandCorner)
  const [numbers, units] = box.length > 0
    ? [box, Tags.BoundingBoxAnnotationUnits] : [numbersOf(item, Tags.AnchorPoint), Tags.AnchorPointAnnotationUnits]
  const relative = textOf(item, units) === 'DISPLAY'
  return { kind: 'text', points: pointsOf(numbers, relative), relative, text: textOf(item, Tags.UnformattedTextValue) }
}

/** Pixels are counted from 1, by their middles; a display from 0 to 1. PS3.3 §C.10.5.1.2. */
function pointsOf(numbers: readonly number[], relative: boolean): readonly Point[] {
  const shift = relative ? 0 : -0.5
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, n) =>
    ({ x: (numbers[n * 2] ?? 0) + shift, y: (numbers[n * 2 + 1] ?? 0) + shift }))
}
