/**
 * What the header says of one frame: how its pixels are kept, how they are to look, and where they lie in the body.
 * PS3.3 §C.7.6.3 (Image Pixel), §C.7.6.2 (Image Plane), §C.11.1 and §C.11.2 (Modality and VOI LUT),
 * §C.7.6.16 (functional groups).
 *
 * @module
 */
import { itemsOf, numberOf, numbersOf, textOf, textsOf, type Elements } from './elements.ts'
import { Tags } from './tags.ts'
import { vectorOf, type Plane } from './vectors.ts'

/** How the numbers of a frame lie in its bytes. Plain values: they are carried to a worker. */
export interface PixelShape {
  readonly rows: number
  readonly columns: number
  readonly samplesPerPixel: number
  readonly photometric: string
  readonly bitsAllocated: number
  readonly bitsStored: number
  readonly highBit: number
  readonly signed: boolean
  /** Float or Double Float Pixel Data: PS3.3 §C.7.6.24. */
  readonly float: boolean
  /** Colour by plane and not by pixel. */
  readonly planar: boolean
}

export interface Window {
  readonly center: number
  readonly width: number
}

export interface NamedWindow extends Window {
  /** As the hospital calls it; may be empty. */
  readonly name: string
}

/** Millimetres from pixel to pixel: down a column, along a row. */
export interface Spacing {
  readonly row: number
  readonly column: number
  /** Of a projection: as large as on the detector, not as in the body. PS3.3 §10.7.1.3. */
  readonly onDetector: boolean
}

export interface ImageFrame {
  readonly instanceUid: string
  readonly seriesUid: string
  /** From 1. */
  readonly frame: number
  readonly shape: PixelShape
  readonly slope: number
  readonly intercept: number
  /** Of the values: "HU"; empty where they have none. */
  readonly unit: string
  readonly rescaled: boolean
  /** That the hospital asks for; the first is the one to begin with. */
  readonly windows: readonly NamedWindow[]
  readonly curve: string
  readonly padding: number | null
  readonly spacing: Spacing | null
  /** Height of a pixel by its width. */
  readonly aspect: number
  readonly plane: Plane | null
  readonly thickness: number | null
  readonly instanceNumber: number | null
  /** To order what shows the same place more than once. */
  readonly moment: number
  readonly acquisition: number
  readonly isLossy: boolean
  readonly elements: Elements
}

/** Null where there is nothing to look at. */
export function shapeOf(elements: Elements): PixelShape | null {
  const [rows, columns] = [numberOf(elements, Tags.Rows) ?? 0, numberOf(elements, Tags.Columns) ?? 0]
  if (rows < 1 || columns < 1) return null
  const samplesPerPixel = numberOf(elements, Tags.SamplesPerPixel) ?? 1
  const bitsAllocated = numberOf(elements, Tags.BitsAllocated) ?? 8
  const bitsStored = numberOf(elements, Tags.BitsStored)
  const photometric = textOf(elements, Tags.PhotometricInterpretation)
  return {
    rows, columns, samplesPerPixel, bitsAllocated,
    photometric: photometric !== '' ? photometric : samplesPerPixel === 3 ? 'RGB' : 'MONOCHROME2',
    bitsStored: bitsStored ?? bitsAllocated,
    highBit: numberOf(elements, Tags.HighBit) ?? (bitsStored ?? bitsAllocated) - 1,
    signed: numberOf(elements, Tags.PixelRepresentation) === 1,
    float: bitsAllocated >= 32 && bitsStored === null,
    planar: samplesPerPixel > 1 && numberOf(elements, Tags.PlanarConfiguration) === 1,
  }
}

export function framesIn(elements: Elements): number {
  return shapeOf(elements) === null ? 0 : Math.max(1, numberOf(elements, Tags.NumberOfFrames) ?? 1)
}

/** @param frame - from 1. */
export function describeFrame(elements: Elements, frame: number): ImageFrame | null {
  const shape = shapeOf(elements)
  if (shape === null) return null
  const group = functionalGroups(elements, frame)
  const values = group(Tags.PixelValueTransformationSequence)
  const slope = numberOf(values, Tags.RescaleSlope) ?? 1
  const spacing = spacingOf(elements, group(Tags.PixelMeasuresSequence))
  const [tall = 1, wide = 1] = numbersOf(elements, Tags.PixelAspectRatio)
  return {
    instanceUid: textOf(elements, Tags.SOPInstanceUID),
    seriesUid: textOf(elements, Tags.SeriesInstanceUID),
    frame, shape, elements, spacing,
    slope: slope === 0 ? 1 : slope,
    intercept: numberOf(values, Tags.RescaleIntercept) ?? 0,
    unit: unitOf(elements, values),
    rescaled: values[Tags.RescaleSlope] !== undefined,
    windows: windowsOf(group(Tags.FrameVOILUTSequence)),
    curve: textOf(group(Tags.FrameVOILUTSequence), Tags.VOILUTFunction),
    padding: numberOf(elements, Tags.PixelPaddingValue),
    aspect: spacing === null ? (tall > 0 && wide > 0 ? tall / wide : 1) : spacing.row / spacing.column,
    plane: planeOf(group(Tags.PlanePositionSequence), group(Tags.PlaneOrientationSequence)),
    thickness: numberOf(group(Tags.PixelMeasuresSequence), Tags.SliceThickness),
    instanceNumber: numberOf(elements, Tags.InstanceNumber),
    moment: numberOf(elements, Tags.TemporalPositionIdentifier) ?? numberOf(elements, Tags.TriggerTime) ?? 0,
    acquisition: numberOf(elements, Tags.AcquisitionNumber) ?? 0,
    isLossy: textOf(elements, '00282110') === '01',
  }
}

/** The item of a functional group for a frame: per frame, else shared, else the image itself. PS3.3 §C.7.6.16. */
function functionalGroups(elements: Elements, frame: number): (tag: string) => Elements {
  const perFrame = itemsOf(elements, Tags.PerFrameFunctionalGroupsSequence)[frame - 1] ?? {}
  const shared = itemsOf(elements, Tags.SharedFunctionalGroupsSequence)[0] ?? {}
  return (tag) => itemsOf(perFrame, tag)[0] ?? itemsOf(shared, tag)[0] ?? elements
}

function unitOf(elements: Elements, values: Elements): string {
  const type = textOf(values, Tags.RescaleType)
  if (type !== '') return type === 'US' ? '' : type
  const isCt = textOf(elements, Tags.Modality) === 'CT' && values[Tags.RescaleSlope] !== undefined
  return isCt ? 'HU' : ''
}

function windowsOf(group: Elements): readonly NamedWindow[] {
  const widths = numbersOf(group, Tags.WindowWidth)
  const names = textsOf(group, Tags.WindowCenterWidthExplanation)
  return numbersOf(group, Tags.WindowCenter).flatMap((center, n) => {
    const width = widths[n] ?? 0
    return width > 0 ? [{ center, width, name: names[n] ?? '' }] : []
  })
}

function planeOf(position: Elements, orientation: Elements): Plane | null {
  const cosines = numbersOf(orientation, Tags.ImageOrientationPatient)
  const corner = vectorOf(numbersOf(position, Tags.ImagePositionPatient))
  const [row, column] = [vectorOf(cosines.slice(0, 3)), vectorOf(cosines.slice(3, 6))]
  return corner === null || row === null || column === null ? null : { position: corner, row, column }
}

function spacingOf(elements: Elements, measures: Elements): Spacing | null {
  return pairOf(measures, Tags.PixelSpacing, false)
    ?? pairOf(elements, Tags.ImagerPixelSpacing, true) ?? spacingOfUltrasound(elements)
}

function pairOf(elements: Elements, tag: string, onDetector: boolean): Spacing | null {
  const [row = 0, column = 0] = numbersOf(elements, tag)
  return row > 0 && column > 0 ? { row, column, onDetector } : null
}

const CENTIMETRES = 3
const MM_IN_CM = 10

/** Where one region alone is in centimetres, its scale is that of the picture. PS3.3 §C.8.5.5. */
function spacingOfUltrasound(elements: Elements): Spacing | null {
  const regions = itemsOf(elements, Tags.SequenceOfUltrasoundRegions)
    .filter((region) => numberOf(region, Tags.PhysicalUnitsXDirection) === CENTIMETRES)
  const [only] = regions
  if (only === undefined || regions.length > 1) return null
  const [x, y] = [numberOf(only, Tags.PhysicalDeltaX), numberOf(only, Tags.PhysicalDeltaY)]
  if (x === null || y === null || x === 0 || y === 0) return null
  return { row: Math.abs(y) * MM_IN_CM, column: Math.abs(x) * MM_IN_CM, onDetector: false }
}

/** Names a frame among all. */
export function keyOf({ instanceUid, frame }: Pick<ImageFrame, 'instanceUid' | 'frame'>): string {
  return `${instanceUid}/${frame}`
}
