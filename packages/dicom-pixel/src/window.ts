/**
 * From stored values to grey: modality transformation, VOI transformation, display.
 * PS3.3 §C.11.1 (Modality LUT), §C.11.2 (VOI LUT); the order is PS3.4 §N.2.
 *
 * @module
 */
import { Tags, type DataSet } from '@filmjacket/dicom-data'
import type { ImagePixel } from './image-pixel.ts'
import { lookUp, readLut, type LutTags } from './lut.ts'
import { storedValue, type Cells } from './native.ts'

export interface Window {
  readonly center: number
  readonly width: number
}

/** A number to another. Stored to modality value, or modality value to 0..1. */
type Curve = (value: number) => number

const LUT_IN_ITEM: LutTags = { descriptor: Tags.LUTDescriptor, data: Tags.LUTData }

/** This many pixels tell the range of an image as well as all of them. */
const SAMPLED_PIXELS = 65_536

/** What share of the pixels may be darker than black, and as much brighter than white. */
const CLIPPED_SHARE = 0.005

export interface GrayOptions {
  readonly littleEndian: boolean
  /** Instead of what the data set asks for. */
  readonly window?: Window | undefined
  /** From 0; whose functional groups apply in an enhanced multi-frame image. */
  readonly frameIndex?: number | undefined
}

/** Paint a monochrome frame: one byte per pixel, 0 is black. */
export function paintGray(image: ImagePixel, dataSet: DataSet, cells: Cells, options: GrayOptions): Uint8Array {
  const stored = storedValue(image)
  const modality = modalityCurve(image, dataSet, options)
  const voi = voiCurve(image, dataSet, options) ??
    windowCurve(rangeOf(image, dataSet, cells, modality), 'LINEAR_EXACT')
  const inverse = image.photometric === 'MONOCHROME1'
  const shade: Curve = (cell) => {
    const level = Math.min(Math.max(voi(modality(stored(cell))), 0), 1)
    return Math.round((inverse ? 1 - level : level) * 255)
  }
  return mapCells(image, cells, shade)
}

/** Apply `shade` to each cell; up to 16 bits by a table, as there are fewer values than pixels. */
export function mapCells(image: ImagePixel, cells: Cells, shade: Curve): Uint8Array {
  const painted = new Uint8Array(cells.length)
  if (image.bitsAllocated > 16) {
    for (let n = 0; n < cells.length; n++) painted[n] = shade(cells[n] ?? 0)
    return painted
  }
  const table = Uint8Array.from({ length: 2 ** image.bitsAllocated }, (_, cell) => shade(cell))
  for (let n = 0; n < cells.length; n++) painted[n] = table[cells[n] ?? 0] ?? 0
  return painted
}

function modalityCurve(image: ImagePixel, dataSet: DataSet, options: GrayOptions): Curve {
  const [item] = dataSet.items(Tags.ModalityLUTSequence)
  const reading = { signed: image.signed, littleEndian: options.littleEndian }
  const lut = item === undefined ? null : readLut(item, LUT_IN_ITEM, reading)
  if (lut !== null) return (value) => lookUp(lut, value)
  const group = functionalGroup(dataSet, Tags.PixelValueTransformationSequence, options.frameIndex) ?? dataSet
  const slope = group.number(Tags.RescaleSlope) ?? 1
  const intercept = group.number(Tags.RescaleIntercept) ?? 0
  return slope === 0 ? (value) => value : (value) => value * slope + intercept
}

/** The transformation that is asked for: by the caller, else by the data set. Null if by nobody. */
function voiCurve(image: ImagePixel, dataSet: DataSet, options: GrayOptions): Curve | null {
  if (options.window !== undefined) return windowCurve(options.window, 'LINEAR')
  const group = functionalGroup(dataSet, Tags.FrameVOILUTSequence, options.frameIndex) ?? dataSet
  const center = group.number(Tags.WindowCenter)
  const width = group.number(Tags.WindowWidth)
  if (center !== undefined && width !== undefined && width > 0) {
    return windowCurve({ center, width }, group.text(Tags.VOILUTFunction) ?? 'LINEAR')
  }
  const [item] = group.items(Tags.VOILUTSequence)
  const reading = { signed: image.signed, littleEndian: options.littleEndian }
  const lut = item === undefined ? null : readLut(item, LUT_IN_ITEM, reading)
  if (lut !== null) return (value) => lookUp(lut, value) / lut.ceiling
  const rescaled = group.has(Tags.RescaleSlope) || dataSet.has(Tags.ModalityLUTSequence)
  // Eight bits without any transformation are made for the screen: secondary captures, ultrasound, masks.
  return image.bitsStored <= 8 && !image.signed && !rescaled ? (value) => value / (2 ** image.bitsStored - 1) : null
}

/** PS3.3 §C.11.2.1.2 (LINEAR), §C.11.2.1.3.1 (SIGMOID), §C.11.2.1.3.2 (LINEAR_EXACT). */
export function windowCurve({ center, width }: Window, name: string): Curve {
  if (name === 'SIGMOID') return (value) => 1 / (1 + Math.exp((-4 * (value - center)) / width))
  if (name === 'LINEAR_EXACT') return (value) => (value - center) / width + 0.5
  if (width <= 1) return (value) => (value <= center - 0.5 ? 0 : 1)
  return (value) => (value - (center - 0.5)) / (width - 1) + 0.5
}

/** The item of the functional group `tag` for a frame: per frame, else shared. PS3.3 §C.7.6.16. */
function functionalGroup(dataSet: DataSet, tag: number, frameIndex = 0): DataSet | undefined {
  const perFrame = dataSet.items(Tags.PerFrameFunctionalGroupsSequence)[frameIndex]
  const [shared] = dataSet.items(Tags.SharedFunctionalGroupsSequence)
  return perFrame?.items(tag)[0] ?? shared?.items(tag)[0]
}

/** The range of modality values, few outliers and the padding around a round image left out. */
function rangeOf(image: ImagePixel, dataSet: DataSet, cells: Cells, modality: Curve): Window {
  const stored = storedValue(image)
  const padding = dataSet.number(Tags.PixelPaddingValue)
  const step = Math.max(1, Math.floor(cells.length / SAMPLED_PIXELS))
  const values: number[] = []
  for (let n = 0; n < cells.length; n += step) {
    const value = stored(cells[n] ?? 0)
    if (value !== padding && Number.isFinite(value)) values.push(modality(value))
  }
  const sorted = Float64Array.from(values).sort()
  const low = sorted[Math.floor(sorted.length * CLIPPED_SHARE)] ?? 0
  const high = sorted[Math.ceil(sorted.length * (1 - CLIPPED_SHARE)) - 1] ?? low
  return { center: (low + high) / 2, width: Math.max(high - low, Number.MIN_VALUE) }
}
