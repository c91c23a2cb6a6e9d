/**
 * What a data set says about its pixels, checked before anyone believes it.
 * PS3.3 §C.7.6.3 (Image Pixel Module), PS3.5 §8.1.1 (pixel cells).
 *
 * @module
 */
import { Tags, type DataSet } from '@filmjacket/dicom-data'
import type { Problem } from './outcome.ts'

/** The most pixels of one frame that are decoded. A whole-body radiograph has about 30 million. */
export const MAX_PIXELS = 64 * 1024 * 1024

export interface ImagePixel {
  readonly rows: number
  readonly columns: number
  /** 1 or 3. */
  readonly samplesPerPixel: number
  readonly photometric: string
  readonly bitsAllocated: 1 | 8 | 16 | 32 | 64
  readonly bitsStored: number
  readonly highBit: number
  readonly signed: boolean
  /** Float or Double Float Pixel Data: PS3.3 §C.7.6.24, which has no Bits Stored. */
  readonly float: boolean
  /** Colour by plane (R..R G..G B..B) and not by pixel. */
  readonly planar: boolean
  readonly frames: number
}

export type PixelDescription =
  | { readonly kind: 'image'; readonly image: ImagePixel }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly reason: string }

/** Read the Image Pixel module. Nothing is allocated; a size that is not possible is refused here. */
export function describePixels(dataSet: DataSet): PixelDescription {
  const rows = dataSet.number(Tags.Rows) ?? 0
  const columns = dataSet.number(Tags.Columns) ?? 0
  if (rows === 0 || columns === 0) return refused('not-an-image', 'not an image')
  if (!isCount(rows) || !isCount(columns) || rows * columns > MAX_PIXELS) return refused('too-large', 'image too large')

  const samplesPerPixel = dataSet.number(Tags.SamplesPerPixel) ?? 1
  if (samplesPerPixel !== 1 && samplesPerPixel !== 3) return refused('no-decoder', 'neither one nor three samples per pixel')

  const bitsAllocated = dataSet.number(Tags.BitsAllocated) ?? 8
  if (!isCellSize(bitsAllocated)) return refused('broken', 'bits allocated is not 1, 8, 16, 32 or 64')
  const float = bitsAllocated >= 32 && !dataSet.has(Tags.BitsStored)
  if (bitsAllocated === 64 && !float) return refused('no-decoder', 'integer pixels of 64 bits')

  const bitsStored = dataSet.number(Tags.BitsStored) ?? bitsAllocated
  const highBit = dataSet.number(Tags.HighBit) ?? bitsStored - 1
  if (!isCount(bitsStored) || !isCount(highBit + 1)) return refused('broken', 'bits stored make no sense')
  if (highBit >= bitsAllocated || bitsStored > highBit + 1) return refused('broken', 'bits stored outside of bits allocated')

  const frames = dataSet.number(Tags.NumberOfFrames) ?? 1
  return {
    kind: 'image',
    image: {
      rows,
      columns,
      samplesPerPixel,
      photometric: dataSet.text(Tags.PhotometricInterpretation) ?? (samplesPerPixel === 3 ? 'RGB' : 'MONOCHROME2'),
      bitsAllocated,
      bitsStored,
      highBit,
      signed: dataSet.number(Tags.PixelRepresentation) === 1,
      float,
      planar: samplesPerPixel > 1 && dataSet.number(Tags.PlanarConfiguration) === 1,
      frames: isCount(frames) ? frames : 1,
    },
  }
}

/** Bits of one native frame. YBR_FULL_422 keeps one Cb and one Cr for two pixels: PS3.3 §C.7.6.3.1.2. */
export function bitsOfFrame(image: ImagePixel): number {
  const samples = halvesChroma(image) ? 2 : image.samplesPerPixel
  return image.rows * image.columns * samples * image.bitsAllocated
}

/** Whether each pair of pixels shares its chroma. */
export function halvesChroma(image: ImagePixel): boolean {
  return image.photometric === 'YBR_FULL_422' || image.photometric === 'YBR_PARTIAL_422'
}

function refused(problem: Problem, reason: string): PixelDescription {
  return { kind: 'refused', problem, reason }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0
}

function isCellSize(bits: number): bits is ImagePixel['bitsAllocated'] {
  return bits === 1 || bits === 8 || bits === 16 || bits === 32 || bits === 64
}
