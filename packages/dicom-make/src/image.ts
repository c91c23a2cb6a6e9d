/**
 * Pictures as DICOM objects: the Image Pixel module and the rest of the IOD around pixels that are not read.
 *
 * @module
 */
import { sizeOf, type ExtentList } from '@filmjacket/bytes'
import { Tags, TransferSyntaxes, type TransferSyntax } from '@filmjacket/dicom-data'
import { complete, type Elements } from './elements.ts'
import { IMAGE_KINDS, type ImageKind } from './image-kinds.ts'
import { encapsulate, layOutFile } from './part10.ts'
import { PATIENT_STUDY_EQUIPMENT, STUDY_SERIES_REQUIRED } from './patient-study.ts'

/** The form of one pixel, and of the picture. PS3.3 §C.7.6.3. */
export interface PixelForm {
  readonly rows: number
  readonly columns: number
  readonly photometric: 'MONOCHROME1' | 'MONOCHROME2' | 'RGB' | 'YBR_FULL' | 'YBR_FULL_422'
  readonly bitsAllocated: 8 | 16
  readonly bitsStored: number
  readonly signed?: boolean
}

export type PixelSource =
  /** All frames one after the other; words little-endian, colour by pixel. */
  | { readonly kind: 'native'; readonly content: ExtentList }
  /** The code stream of each frame. */
  | { readonly kind: 'encapsulated'; readonly transferSyntax: TransferSyntax; readonly frames: readonly ExtentList[] }

export interface NewImage {
  readonly kind: ImageKind
  readonly sopInstanceUid: string
  readonly form: PixelForm
  readonly pixels: PixelSource
  /** Patient, study, series and what the IOD wants to know; wins over the defaults. */
  readonly attributes: Elements
}

/**
 * Lay out an image file.
 *
 * @throws RangeError if an attribute of Type 1 is missing, or native pixels are not a whole number of frames.
 */
export function makeImage(image: NewImage): ExtentList {
  const { sopClassUid, defaults, required, multiFrame } = IMAGE_KINDS[image.kind]
  const frames = countFrames(image)
  const conditional = image.kind === 'dx' ? lutShape(image.form) : laterality(image.attributes)
  const elements = complete(
    { ...PATIENT_STUDY_EQUIPMENT, ...defaults, ...conditional },
    image.attributes,
    [...STUDY_SERIES_REQUIRED, ...required],
  )
  const { pixels } = image
  return layOutFile({
    sopClassUid,
    sopInstanceUid: image.sopInstanceUid,
    transferSyntax: pixels.kind === 'native' ? TransferSyntaxes.explicitVrLittleEndian : pixels.transferSyntax,
    elements: { ...elements, ...imagePixel(image.form), ...(multiFrame ? { [Tags.NumberOfFrames]: frames } : {}) },
    bulk: {
      tag: Tags.PixelData,
      vr: pixels.kind === 'native' && image.form.bitsAllocated > 8 ? 'OW' : 'OB',
      content: pixels.kind === 'native' ? pixels.content : encapsulate(pixels.frames),
      encapsulated: pixels.kind === 'encapsulated',
    },
  })
}

function imagePixel(form: PixelForm): Elements {
  const color = !form.photometric.startsWith('MONOCHROME')
  return {
    [Tags.SamplesPerPixel]: color ? 3 : 1,
    [Tags.PhotometricInterpretation]: form.photometric,
    ...(color ? { [Tags.PlanarConfiguration]: 0 } : {}),
    [Tags.Rows]: form.rows,
    [Tags.Columns]: form.columns,
    [Tags.BitsAllocated]: form.bitsAllocated,
    [Tags.BitsStored]: form.bitsStored,
    [Tags.HighBit]: form.bitsStored - 1,
    [Tags.PixelRepresentation]: form.signed === true ? 1 : 0,
  }
}

/** A DX image says twice whether small values are bright. PS3.3 §C.8.11.3.1.2. */
function lutShape({ photometric }: PixelForm): Elements {
  return { [Tags.PresentationLUTShape]: photometric === 'MONOCHROME1' ? 'INVERSE' : 'IDENTITY' }
}

/** Empty where nobody tells which body part, and so whether there are two of it. PS3.3 §C.7.3.1. */
function laterality(attributes: Elements): Elements {
  const told = Tags.BodyPartExamined in attributes || Tags.ImageLaterality in attributes
  return told ? {} : { [Tags.Laterality]: null }
}

function countFrames({ form, pixels, kind }: NewImage): number {
  const frames = pixels.kind === 'encapsulated' ? pixels.frames.length : sizeOf(pixels.content) / frameBytes(form)
  if (!Number.isInteger(frames) || frames < 1) throw new RangeError('pixels are not a whole number of frames')
  if (frames > 1 && !IMAGE_KINDS[kind].multiFrame) throw new RangeError(`${kind} has one frame`)
  return frames
}

function frameBytes({ rows, columns, photometric, bitsAllocated }: PixelForm): number {
  const samples = photometric.startsWith('MONOCHROME') ? 1 : photometric === 'YBR_FULL_422' ? 2 : 3
  return (rows * columns * samples * bitsAllocated) / 8
}
