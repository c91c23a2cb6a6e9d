/**
 * Everything of a data set that tells how its pixels look, as plain values: they are carried to another thread.
 * PS3.3 §C.11.1 (Modality LUT), §C.11.2 (VOI LUT), §C.7.6.16 (functional groups), §C.7.9 (palette), §C.9 (overlay).
 *
 * @module
 */
import { Tags, type DataSet } from '@filmjacket/dicom-data'
import type { ImagePixel } from './image-pixel.ts'
import { readLut, type Lut, type LutTags } from './lut.ts'
import { readOverlays, type Overlay } from './overlay.ts'
import { readPalette } from './palette.ts'

export interface Window {
  readonly center: number
  readonly width: number
}

/** Stored values to values with a meaning, such as Hounsfield units. */
export type Modality =
  | { readonly kind: 'lut'; readonly lut: Lut }
  | { readonly kind: 'rescale'; readonly slope: number; readonly intercept: number }

/** Values with a meaning to levels of grey. */
export type Voi =
  | { readonly kind: 'lut'; readonly lut: Lut }
  | { readonly kind: 'window'; readonly window: Window; readonly name: string }
  /** Eight bits that are made for the screen. */
  | { readonly kind: 'as-is' }
  /** Nobody asked for a transformation: the range of the pixels. */
  | { readonly kind: 'range'; readonly padding: number | null }

export interface Display {
  readonly modality: Modality
  readonly voi: Voi
  /** Red, green, blue; null if there are none, or one is broken. */
  readonly palette: readonly Lut[] | null
  readonly overlays: readonly Overlay[]
}

export interface DisplayOptions {
  readonly littleEndian: boolean
  /** Instead of what the data set asks for. */
  readonly window?: Window | undefined
  /** From 0; whose functional groups apply in an enhanced multi-frame image. */
  readonly frameIndex?: number | undefined
  /** Default false. */
  readonly overlays?: boolean | undefined
}

const LUT_IN_ITEM: LutTags = { descriptor: Tags.LUTDescriptor, data: Tags.LUTData }

export function readDisplay(image: ImagePixel, dataSet: DataSet, options: DisplayOptions): Display {
  return {
    modality: readModality(image, dataSet, options),
    voi: readVoi(image, dataSet, options),
    palette: image.photometric === 'PALETTE COLOR' ? readPalette(image, dataSet, options.littleEndian) : null,
    overlays: options.overlays === true ? readOverlays(dataSet, options.frameIndex ?? 0, options.littleEndian) : [],
  }
}

function readModality(image: ImagePixel, dataSet: DataSet, options: DisplayOptions): Modality {
  const [item] = dataSet.items(Tags.ModalityLUTSequence)
  const reading = { signed: image.signed, littleEndian: options.littleEndian }
  const lut = item === undefined ? null : readLut(item, LUT_IN_ITEM, reading)
  if (lut !== null) return { kind: 'lut', lut }
  const group = functionalGroup(dataSet, Tags.PixelValueTransformationSequence, options.frameIndex) ?? dataSet
  const slope = group.number(Tags.RescaleSlope) ?? 1
  const intercept = group.number(Tags.RescaleIntercept) ?? 0
  return slope === 0 ? { kind: 'rescale', slope: 1, intercept: 0 } : { kind: 'rescale', slope, intercept }
}

/** The transformation that is asked for: by the caller, else by the data set. */
function readVoi(image: ImagePixel, dataSet: DataSet, options: DisplayOptions): Voi {
  if (options.window !== undefined) return { kind: 'window', window: options.window, name: 'LINEAR' }
  const group = functionalGroup(dataSet, Tags.FrameVOILUTSequence, options.frameIndex) ?? dataSet
  const center = group.number(Tags.WindowCenter)
  const width = group.number(Tags.WindowWidth)
  if (center !== undefined && width !== undefined && width > 0) {
    return { kind: 'window', window: { center, width }, name: group.text(Tags.VOILUTFunction) ?? 'LINEAR' }
  }
  const [item] = group.items(Tags.VOILUTSequence)
  const reading = { signed: image.signed, littleEndian: options.littleEndian }
  const lut = item === undefined ? null : readLut(item, LUT_IN_ITEM, reading)
  if (lut !== null) return { kind: 'lut', lut }
  const rescaled = group.has(Tags.RescaleSlope) || dataSet.has(Tags.ModalityLUTSequence)
  // Eight bits without any transformation are made for the screen: secondary captures, ultrasound, masks.
  return image.bitsStored <= 8 && !image.signed && !rescaled
    ? { kind: 'as-is' } : { kind: 'range', padding: dataSet.number(Tags.PixelPaddingValue) ?? null }
}

/** The item of the functional group `tag` for a frame: per frame, else shared. PS3.3 §C.7.6.16. */
function functionalGroup(dataSet: DataSet, tag: number, frameIndex = 0): DataSet | undefined {
  const perFrame = dataSet.items(Tags.PerFrameFunctionalGroupsSequence)[frameIndex]
  const [shared] = dataSet.items(Tags.SharedFunctionalGroupsSequence)
  return perFrame?.items(tag)[0] ?? shared?.items(tag)[0]
}
