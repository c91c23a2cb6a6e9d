/** Instances of our own making, small and whole, where only what matters is said. */
import {
  encodeDataSet, encodeFileMeta, newUid, SopClasses, Tags, TransferSyntaxes, type Element, type TransferSyntax, type Value,
} from '@filmjacket/dicom-data'

export interface Image {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
  /** Bare, as C-STORE carries it. */
  readonly dataSet: Uint8Array
}

export interface Recipe {
  readonly patientId?: string
  readonly studyUid?: string
  readonly seriesUid?: string
  readonly instanceUid?: string
  /** Of Pixel Data: a square of 16-bit pixels with this side. */
  readonly side?: number
  /** Makes the pixels of one image differ from those of another. */
  readonly seed?: number
  readonly transferSyntax?: TransferSyntax
  /** Besides and instead of those that every image has, by tag. */
  readonly elements?: Readonly<Record<number, Value | Element>>
}

/** What of all images made so far names a person or an exam: none of it may be logged. */
export const namesInImages = new Set<string>()
const NAMING = [Tags.PatientID, Tags.PatientName, Tags.PatientBirthDate, Tags.AccessionNumber, Tags.StudyDescription]
/** Shorter ones stand in any log by chance. */
const TELLING_LENGTH = 5

export function makeImage(recipe: Recipe = {}): Image {
  const { patientId = 'P-1', side = 32, seed = 0, transferSyntax = TransferSyntaxes.explicitVrLittleEndian } = recipe
  const { studyUid = newUid(), seriesUid = newUid(), instanceUid: sopInstanceUid = newUid() } = recipe
  const sopClassUid = SopClasses.ctImageStorage
  const elements = {
    [Tags.SOPClassUID]: sopClassUid, [Tags.SOPInstanceUID]: sopInstanceUid, [Tags.StudyInstanceUID]: studyUid,
    [Tags.SeriesInstanceUID]: seriesUid, [Tags.PatientID]: patientId, [Tags.PatientName]: 'Example^Erin',
    [Tags.PatientBirthDate]: '19700101', [Tags.PatientSex]: 'O', [Tags.StudyDate]: '20260102', [Tags.StudyTime]: '101112',
    [Tags.StudyID]: 'S1', [Tags.AccessionNumber]: 'ACC1', [Tags.ReferringPhysicianName]: '', [Tags.StudyDescription]: 'CT head',
    [Tags.Modality]: 'CT', [Tags.SeriesNumber]: 1, [Tags.InstanceNumber]: seed + 1,
    [Tags.SamplesPerPixel]: 1, [Tags.PhotometricInterpretation]: 'MONOCHROME2', [Tags.Rows]: side, [Tags.Columns]: side,
    [Tags.BitsAllocated]: 16, [Tags.BitsStored]: 12, [Tags.HighBit]: 11, [Tags.PixelRepresentation]: 0,
    [Tags.PixelData]: pixels(side, seed),
    ...recipe.elements,
  }
  for (const tag of NAMING) noteName(elements[tag])
  const dataSet = encodeDataSet(elements, transferSyntax)
  return { sopClassUid, sopInstanceUid, transferSyntaxUid: transferSyntax.uid, dataSet }
}

function noteName(value: unknown): void {
  if (typeof value === 'string' && value.length >= TELLING_LENGTH) namesInImages.add(value)
}

/** As a Part 10 file. */
export function fileOf({ dataSet, ...meta }: Image): Buffer {
  return Buffer.concat([encodeFileMeta(meta), dataSet])
}

function pixels(side: number, seed: number): Uint8Array {
  const values = new Uint16Array(side * side)
  for (let at = 0; at < values.length; at++) values[at] = (at * 31 + seed * 977) % 4096
  return new Uint8Array(values.buffer)
}
