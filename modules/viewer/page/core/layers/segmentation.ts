/**
 * Segments over the images that they are of. PS3.3 §C.8.20 (Segmentation), §A.51 (Segmentation), §A.90 (Label Map).
 *
 * @module
 */
import { itemsOf, numberOf, numbersOf, textOf, type Elements } from '../elements.ts'
import { describeFrame, framesIn, type ImageFrame } from '../image.ts'
import { Tags } from '../tags.ts'
import type { Matrix } from '../view.ts'
import { colorOfLab, colorOfNumber } from './color.ts'
import { makerOf, NO_OUTLINES, type Layer, type Mask, type Part } from './layer.ts'
import { frameOfReference, placedOn, reachOfSlice } from './place.ts'

/** PS3.3 §C.8.20.2.3: a pixel is in or out, in by a share, or names the segment that it is in. */
type Kind = 'BINARY' | 'FRACTIONAL' | 'LABELMAP'

interface SegmentFrame {
  readonly frame: ImageFrame
  /** Null where each pixel names its own. */
  readonly segment: number | null
  /** `instance/frame` or `instance` of the images that it was made from. */
  readonly sources: ReadonlySet<string>
}

const SAME_SIZE: Matrix = [1, 0, 0, 1, 0, 0]
const USUAL_FULL = 255

/** @param headers - the Segmentations of a Series. */
export function segmentationOf(headers: readonly Elements[]): Layer {
  const all = headers.map(segmentsOf)
  return {
    parts: all.flatMap(({ parts }) => [...parts.values()]),
    wash: null,
    masksOn: (image) => all.flatMap((each) => masksOn(each, image)),
    outlinesOn: () => NO_OUTLINES,
    bestOf: (frames) => bestOf(all, frames),
  }
}

interface Segments {
  readonly parts: ReadonlyMap<number, Part>
  readonly frames: readonly SegmentFrame[]
  readonly kind: Kind
  readonly full: number
}

function segmentsOf(elements: Elements): Segments {
  const type = textOf(elements, Tags.SegmentationType)
  const kind: Kind = type === 'FRACTIONAL' || type === 'LABELMAP' ? type : 'BINARY'
  const uid = textOf(elements, Tags.SOPInstanceUID)
  // 0 is what is in no segment, and a label map may give it a name.
  const parts = new Map(itemsOf(elements, Tags.SegmentSequence).flatMap((item, n) => {
    const number = numberOf(item, Tags.SegmentNumber) ?? n + 1
    return number === 0 ? [] : [[number, partOf(item, number, uid)] as const]
  }))
  const count = framesIn(elements)
  const frames = Array.from({ length: count }, (_, n) => segmentFrame(elements, n + 1, kind)).filter((frame) => frame !== null)
  return { parts, frames, kind, full: numberOf(elements, Tags.MaximumFractionalValue) ?? USUAL_FULL }
}

function partOf(item: Elements, number: number, uid: string): Part {
  const type = itemsOf(item, Tags.SegmentedPropertyTypeCodeSequence)[0] ?? {}
  return {
    key: `${uid}/${number}`, name: textOf(item, Tags.SegmentLabel) || textOf(type, Tags.CodeMeaning),
    color: colorOfLab(numbersOf(item, Tags.RecommendedDisplayCIELabValue)) ?? colorOfNumber(number - 1),
    maker: makerOf(textOf(item, Tags.SegmentAlgorithmType)),
  }
}

function segmentFrame(elements: Elements, number: number, kind: Kind): SegmentFrame | null {
  const frame = describeFrame(elements, number)
  if (frame === null) return null
  const group = itemsOf(elements, Tags.PerFrameFunctionalGroupsSequence)[number - 1] ?? {}
  const shared = itemsOf(elements, Tags.SharedFunctionalGroupsSequence)[0] ?? {}
  const [identity] = [...itemsOf(group, Tags.SegmentIdentificationSequence), ...itemsOf(shared, Tags.SegmentIdentificationSequence)]
  const sources = itemsOf(group, Tags.DerivationImageSequence).flatMap((item) => itemsOf(item, Tags.SourceImageSequence))
  return {
    frame, segment: kind === 'LABELMAP' ? null : numberOf(identity ?? {}, Tags.ReferencedSegmentNumber) ?? 1,
    sources: new Set(sources.flatMap(namesOf)),
  }
}

function namesOf(reference: Elements): readonly string[] {
  const uid = textOf(reference, Tags.ReferencedSOPInstanceUID)
  const frames = numbersOf(reference, Tags.ReferencedFrameNumber)
  return frames.length === 0 ? [uid] : frames.map((frame) => `${uid}/${frame}`)
}

function isSource({ sources }: SegmentFrame, { instanceUid, frame }: ImageFrame): boolean {
  return sources.has(instanceUid) || sources.has(`${instanceUid}/${frame}`)
}

/** Of each segment the frame that is nearest, if it is within a slice of the image. */
function masksOn(segments: Segments, image: ImageFrame): readonly Mask[] {
  const nearest = new Map<number | null, { readonly distance: number; readonly mask: Mask }>()
  for (const each of segments.frames) {
    const found = placeOf(each, image)
    if (found === null || found.distance >= (nearest.get(each.segment)?.distance ?? Infinity)) continue
    nearest.set(each.segment, { distance: found.distance, mask: maskOf(segments, each, found.map) })
  }
  return [...nearest.values()].map(({ mask }) => mask)
}

/** By their places where both have one, else by what the frame says that it was made from. */
function placeOf(each: SegmentFrame, image: ImageFrame): { readonly distance: number; readonly map: Matrix } | null {
  const { frame } = each
  const isNamed = isSource(each, image)
  if (!isNamed && (frameOfReference(frame) === '' || frameOfReference(frame) !== frameOfReference(image))) return null
  if (frame.plane !== null && image.plane !== null) {
    const placed = placedOn(frame, image)
    const distance = placed === null ? Infinity : Math.abs(placed.distance)
    return placed === null || distance > reachOfSlice(frame) ? null : { distance, map: placed.map }
  }
  const isSameSize = frame.shape.rows === image.shape.rows && frame.shape.columns === image.shape.columns
  return isNamed && isSameSize ? { distance: 0, map: SAME_SIZE } : null
}

function maskOf({ parts, kind, full }: Segments, { frame, segment }: SegmentFrame, map: Matrix): Mask {
  if (segment === null) {
    return { frame, map, hasLabels: true, parts: [...parts.values()], partOf: (value) => {
      const part = value === 0 ? undefined : parts.get(value)
      return part === undefined ? null : [part, 1]
    } }
  }
  const part = parts.get(segment)
  const share = (value: number): number => (kind === 'FRACTIONAL' ? Math.min(1, value / full) : 1)
  return { frame, map, hasLabels: false, parts: part === undefined ? [] : [part], partOf: (value) => (value === 0 || part === undefined ? null : [part, share(value)]) }
}

/** The image in the middle of what is drawn. */
function bestOf(all: readonly Segments[], images: readonly ImageFrame[]): number | null {
  const frames = all.flatMap((each) => each.frames)
  const middle = frames[Math.floor(frames.length / 2)]
  if (middle === undefined) return null
  const at = images.findIndex((image) => placeOf(middle, image) !== null)
  return at < 0 ? null : at
}
