/**
 * Studies to send: made up, the same to the byte each time but for their UIDs.
 *
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  encodeDataSet, encodeFileMeta, newUid, SopClasses, Tags, TransferSyntaxes, type ElementMap,
} from '@filmjacket/dicom-data'
import { syncDisks } from './sync-disks.ts'

/** Whose images all of them are. */
export const PATIENT_ID = 'BENCH-1'
const SERIES = 3

export interface StudyRecipe {
  readonly instances: number
  /** Of each image: a square of 16-bit pixels. */
  readonly side: number
  /** Three where nothing is said. */
  readonly series?: number
}

/** A CT of the size that is usual: 512 x 512 pixels of 16 bits, 0.5 MB each. */
export const CT_STUDY: StudyRecipe = { instances: 600, side: 512 }
/** Many small ones, 12 kB each, where every cost for each instance shows. */
export const SMALL_STUDY: StudyRecipe = { instances: 2_000, side: 74 }
/** One Series to scroll through. */
export const STACK_STUDY: StudyRecipe = { instances: 300, side: 512, series: 1 }
/** As large a study as people take home. */
export const MANY_STUDY: StudyRecipe = { instances: 5_000, side: 74 }

export interface MadeStudy {
  readonly studyUid: string
  readonly accessionNumber: string
  readonly instances: number
  /** Of all files together. */
  readonly bytes: number
  readonly folder: string
}

/** Writes a study into a new folder, and waits until the disk has it: its writing back must not disturb what follows. */
export async function makeStudy(folder: string, { instances, side, series: many = SERIES }: StudyRecipe): Promise<MadeStudy> {
  await mkdir(folder, { recursive: true })
  const studyUid = newUid()
  const series = Array.from({ length: many }, () => newUid())
  const noise = noisyPixels(side)
  let bytes = 0
  for (let number = 0; number < instances; number++) {
    const seriesNumber = Math.floor((number * many) / instances) + 1
    const seriesUid = series[seriesNumber - 1] ?? newUid()
    const file = ctFile({ studyUid, seriesUid, seriesNumber, number: number + 1, side, pixels: noise(number) })
    bytes += file.length
    await writeFile(join(folder, `${String(number).padStart(6, '0')}.dcm`), file)
  }
  await syncDisks()
  return { studyUid, accessionNumber: accessionOf(studyUid), instances, bytes, folder }
}

export interface CtRecipe {
  readonly studyUid: string
  readonly seriesUid: string
  readonly seriesNumber: number
  readonly number: number
  readonly side: number
  readonly pixels: Uint8Array
}

/** A CT image as scanners send it: the attributes that PS3.3 §A.3 asks for and the usual others. */
export function ctFile(recipe: CtRecipe): Buffer {
  const sopInstanceUid = newUid()
  const syntax = TransferSyntaxes.explicitVrLittleEndian
  const meta = { sopClassUid: SopClasses.ctImageStorage, sopInstanceUid, transferSyntaxUid: syntax.uid }
  return Buffer.concat([encodeFileMeta(meta), encodeDataSet(ctElements(recipe, sopInstanceUid), syntax)])
}

export function ctElements({ studyUid, seriesUid, seriesNumber, number, side, pixels }: CtRecipe, sopInstanceUid: string): ElementMap {
  return {
    [Tags.SpecificCharacterSet]: 'ISO_IR 100', [Tags.ImageType]: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
    [Tags.SOPClassUID]: SopClasses.ctImageStorage, [Tags.SOPInstanceUID]: sopInstanceUid,
    [Tags.StudyDate]: '20260102', [Tags.SeriesDate]: '20260102', [Tags.AcquisitionDate]: '20260102', [Tags.ContentDate]: '20260102',
    [Tags.StudyTime]: '101112', [Tags.SeriesTime]: '101130', [Tags.AcquisitionTime]: '101131', [Tags.ContentTime]: '101132',
    [Tags.AccessionNumber]: accessionOf(studyUid), [Tags.Modality]: 'CT', [Tags.Manufacturer]: 'Filmjacket',
    [Tags.InstitutionName]: 'Example Hospital', [Tags.ReferringPhysicianName]: 'Example^Referrer', [Tags.StationName]: 'CT1',
    [Tags.StudyDescription]: 'CT thorax', [Tags.SeriesDescription]: `Series ${seriesNumber}`, [Tags.ManufacturerModelName]: 'Bench',
    [Tags.PatientName]: 'Example^Erin', [Tags.PatientID]: PATIENT_ID, [Tags.PatientBirthDate]: '19700101',
    [Tags.PatientSex]: 'O', [Tags.PatientAge]: '055Y', [Tags.BodyPartExamined]: 'CHEST', [Tags.SliceThickness]: '1.0',
    [Tags.KVP]: '120', [Tags.DataCollectionDiameter]: '500', [Tags.ReconstructionDiameter]: '350', [Tags.GantryDetectorTilt]: '0',
    [Tags.TableHeight]: '150', [Tags.ExposureTime]: '500', [Tags.XRayTubeCurrent]: '200', [Tags.ConvolutionKernel]: 'STANDARD',
    [Tags.PatientPosition]: 'HFS', [Tags.StudyInstanceUID]: studyUid, [Tags.SeriesInstanceUID]: seriesUid,
    [Tags.StudyID]: '1', [Tags.SeriesNumber]: seriesNumber, [Tags.AcquisitionNumber]: 1, [Tags.InstanceNumber]: number,
    [Tags.ImagePositionPatient]: ['-175', '-175', String(number)], [Tags.ImageOrientationPatient]: ['1', '0', '0', '0', '1', '0'],
    [Tags.FrameOfReferenceUID]: `${studyUid}.1`, [Tags.SliceLocation]: String(number),
    [Tags.SamplesPerPixel]: 1, [Tags.PhotometricInterpretation]: 'MONOCHROME2', [Tags.Rows]: side, [Tags.Columns]: side,
    [Tags.PixelSpacing]: ['0.68', '0.68'], [Tags.BitsAllocated]: 16, [Tags.BitsStored]: 12, [Tags.HighBit]: 11,
    [Tags.PixelRepresentation]: 0, [Tags.WindowCenter]: '40', [Tags.WindowWidth]: '400',
    [Tags.RescaleIntercept]: '-1024', [Tags.RescaleSlope]: '1', [Tags.PixelData]: pixels,
  }
}

/** Another for each study. At most 16 characters. */
function accessionOf(studyUid: string): string {
  return studyUid.slice(-12)
}

const NOISE_LEVELS = 64

/** A bright disc in the dark, both with noise: it deflates about as a CT does. Each image is another cut of the noise. */
function noisyPixels(side: number): (number: number) => Uint8Array {
  const noise = new Uint8Array(side * side * 2)
  for (let at = 0, state = 1; at < noise.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0 // Numerical Recipes' generator: the same on every machine.
    noise[at] = (state >>> 16) % NOISE_LEVELS
  }
  return (number) => {
    const values = new Uint16Array(side * side)
    const from = (number * 997) % values.length
    for (let at = 0; at < values.length; at++) {
      const [x, y] = [(at % side) / side - 0.5, Math.floor(at / side) / side - 0.5]
      values[at] = (x * x + y * y < 0.16 ? 1_000 : 20) + (noise[from + at] ?? 0)
    }
    return new Uint8Array(values.buffer)
  }
}
