/**
 * Regions that radiotherapy outlined, on the slices that they lie on. PS3.3 §C.8.8.5 (Structure Set), §C.8.8.6 (ROI Contour).
 *
 * @module
 */
import { itemsOf, numberOf, numbersOf, textOf, type Elements } from '../elements.ts'
import type { ImageFrame } from '../image.ts'
import { Tags } from '../tags.ts'
import type { Vector } from '../vectors.ts'
import { colorOfNumber, type Rgb } from './color.ts'
import { makerOf, NO_MASKS, type Layer, type Outline, type Part } from './layer.ts'
import { frameOfReference, pointOn, reachOfSlice } from './place.ts'

interface Contour {
  readonly part: Part
  readonly frameOfReference: string
  /** Of the image that it was drawn on; empty where it is not said. */
  readonly imageUid: string
  readonly isClosed: boolean
  readonly points: readonly Vector[]
}

/** All around the body: what one looks for lies within. */
const OUTER = 'EXTERNAL'

export function structuresOf(headers: readonly Elements[]): Layer {
  const all = headers.map(contoursOf)
  const contours = all.flatMap((each) => each.contours)
  return {
    parts: all.flatMap(({ parts }) => parts),
    wash: null,
    masksOn: () => NO_MASKS,
    outlinesOn: (image) => contours.flatMap((contour) => outlineOn(contour, image) ?? []),
    bestOf: (frames) => bestOf(all.map(({ inner }) => inner).find(({ length }) => length > 0) ?? [], frames),
  }
}

interface Structures {
  readonly parts: readonly Part[]
  readonly contours: readonly Contour[]
  /** Of the first that lies within the body. */
  readonly inner: readonly Contour[]
}

function contoursOf(elements: Elements): Structures {
  const uid = textOf(elements, Tags.SOPInstanceUID)
  const drawn = new Map(itemsOf(elements, Tags.ROIContourSequence).map((item) => [numberOf(item, Tags.ReferencedROINumber), item]))
  const outer = new Set(itemsOf(elements, Tags.RTROIObservationsSequence)
    .filter((item) => textOf(item, Tags.RTROIInterpretedType) === OUTER).map((item) => numberOf(item, Tags.ReferencedROINumber)))
  const regions = itemsOf(elements, Tags.StructureSetROISequence).flatMap((item) => {
    const number = numberOf(item, Tags.ROINumber)
    const shape = drawn.get(number)
    return number === null || shape === undefined ? [] : [{ number, item, shape, part: partOf(item, shape, `${uid}/${number}`, number) }]
  })
  const contours = regions.map(({ item, shape, part }) =>
    itemsOf(shape, Tags.ContourSequence).flatMap((contour) => contourOf(contour, part, textOf(item, Tags.ReferencedFrameOfReferenceUID)) ?? []))
  return {
    parts: regions.map(({ part }) => part).filter((_, n) => (contours[n]?.length ?? 0) > 0),
    contours: contours.flat(),
    inner: contours.find((own, n) => own.length > 0 && !outer.has(regions[n]?.number ?? null)) ?? contours.flat(),
  }
}

function partOf(item: Elements, shape: Elements, key: string, number: number): Part {
  const [red, green, blue] = numbersOf(shape, Tags.ROIDisplayColor)
  const color: Rgb = red === undefined || green === undefined || blue === undefined ? colorOfNumber(number) : [red, green, blue]
  return { key, name: textOf(item, Tags.ROIName), color, maker: makerOf(textOf(item, Tags.ROIGenerationAlgorithm)) }
}

const CLOSED: readonly string[] = ['CLOSED_PLANAR', 'CLOSEDPLANAR_XOR']
const PLANAR: readonly string[] = ['POINT', 'OPEN_PLANAR', ...CLOSED]

/** Null for one that leads through space. */
function contourOf(item: Elements, part: Part, reference: string): Contour | null {
  const type = textOf(item, Tags.ContourGeometricType)
  const numbers = numbersOf(item, Tags.ContourData)
  if (!PLANAR.includes(type) || numbers.length < 3 || numbers.length % 3 !== 0) return null
  const points = Array.from({ length: numbers.length / 3 }, (_, n): Vector => [numbers[n * 3] ?? 0, numbers[n * 3 + 1] ?? 0, numbers[n * 3 + 2] ?? 0])
  const imageUid = textOf(itemsOf(item, Tags.ContourImageSequence)[0] ?? {}, Tags.ReferencedSOPInstanceUID)
  return { part, points, imageUid, frameOfReference: reference, isClosed: CLOSED.includes(type) }
}

function outlineOn(contour: Contour, image: ImageFrame): Outline | null {
  if (!liesOn(contour, image)) return null
  const points = contour.points.map((point) => pointOn(point, image))
  const reach = reachOfSlice(image)
  if (!points.every((point) => point !== null && Math.abs(point.distance) <= reach)) return null
  return { part: contour.part, isClosed: contour.isClosed, points: points.filter((point) => point !== null) }
}

/** In the same space, and on its slice by the first of its points. */
function liesOn({ points: [first], imageUid, frameOfReference: reference }: Contour, image: ImageFrame): boolean {
  if (imageUid !== '' && imageUid === image.instanceUid) return true
  if (first === undefined || reference === '' || reference !== frameOfReference(image)) return false
  return Math.abs(pointOn(first, image)?.distance ?? Infinity) <= reachOfSlice(image)
}

function bestOf(contours: readonly Contour[], images: readonly ImageFrame[]): number | null {
  const middle = contours[Math.floor(contours.length / 2)]
  if (middle === undefined) return null
  const at = images.findIndex((image) => outlineOn(middle, image) !== null)
  return at < 0 ? null : at
}
