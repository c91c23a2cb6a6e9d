/** What may lie beside the images of an exam: papers, markings, a recording, what is drawn over them, a slide. Small, and of our own making. */
import { encodeDataSet, newUid, Tags, TransferSyntaxes, type ElementMap, type JsonElement, type Value } from '@filmjacket/dicom-data'
import type { Image } from './images.ts'

const STORAGE = '1.2.840.10008.5.1.4.1.1'
const KEY_OBJECTS = `${STORAGE}.88.59`
const BASIC_TEXT = `${STORAGE}.88.11`
const SOFTCOPY_STATE = `${STORAGE}.11.1`
const TWELVE_LEADS = `${STORAGE}.9.1.1`
const SEGMENTATION = `${STORAGE}.66.4`
const STRUCTURES = `${STORAGE}.481.3`
const DOSE = `${STORAGE}.481.2`
const PET = `${STORAGE}.128`
const SLIDE = `${STORAGE}.77.1.6`

/** In the DICOM JSON Model, as DICOMweb gives it. */
export type Header = Readonly<Record<string, JsonElement | undefined>>

export function valueOf(header: Header | undefined, tag: string): string {
  const value = header?.[tag]?.Value?.[0]
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : ''
}

const code = (meaning: string) => [{ [Tags.CodeValue]: 'X', [Tags.CodingSchemeDesignator]: '99TEST', [Tags.CodeMeaning]: meaning }]

/** A report on image 18, key images 11 and 21, a marking on image 31; a recording; segments and an outline on image 31. */
export function besides(headers: readonly Header[]): readonly Image[] {
  const reference = (number: number) => ({
    [Tags.ReferencedSOPClassUID]: valueOf(headers[number - 1], '00080016'), [Tags.ReferencedSOPInstanceUID]: valueOf(headers[number - 1], '00080018'),
  })
  const seen = (number: number) => ({
    [Tags.RelationshipType]: 'CONTAINS', [Tags.ValueType]: 'IMAGE', [Tags.ConceptNameCodeSequence]: code('Seen on image 18'), [Tags.ReferencedSOPSequence]: [reference(number)],
  })
  const series = (numbers: readonly number[]) => [{ [Tags.SeriesInstanceUID]: valueOf(headers[0], '0020000E'), [Tags.ReferencedSOPSequence]: numbers.map(reference) }]
  const report = object(headers[0], BASIC_TEXT, 'SR', {
    [Tags.ValueType]: 'CONTAINER', [Tags.ConceptNameCodeSequence]: code('Chest report'), [Tags.VerificationFlag]: 'VERIFIED', [Tags.CompletionFlag]: 'COMPLETE',
    [Tags.ContentSequence]: [
      { [Tags.RelationshipType]: 'CONTAINS', [Tags.ValueType]: 'TEXT', [Tags.ConceptNameCodeSequence]: code('Finding'), [Tags.TextValue]: 'Solid nodule of 8 mm' }, seen(18),
    ],
  })
  const keys = object(headers[0], KEY_OBJECTS, 'KO', {
    [Tags.ValueType]: 'CONTAINER', [Tags.ConceptNameCodeSequence]: code('Of Interest'), [Tags.ContentSequence]: [seen(11), seen(21)],
    [Tags.CurrentRequestedProcedureEvidenceSequence]: [{ [Tags.StudyInstanceUID]: valueOf(headers[0], '0020000D'), [Tags.ReferencedSeriesSequence]: series([11, 21]) }],
  })
  const state = object(headers[0], SOFTCOPY_STATE, 'PR', {
    [Tags.ReferencedSeriesSequence]: [{ [Tags.SeriesInstanceUID]: valueOf(headers[0], '0020000E'), [Tags.ReferencedImageSequence]: [reference(31)] }],
    [Tags.GraphicAnnotationSequence]: [{
      [Tags.GraphicLayer]: 'MARKS',
      [Tags.TextObjectSequence]: [{ [Tags.AnchorPointAnnotationUnits]: 'PIXEL', [Tags.AnchorPoint]: [200, 200], [Tags.AnchorPointVisibility]: 'N', [Tags.UnformattedTextValue]: 'look here' }],
    }],
  })
  return [report, keys, state, recordingOf(headers[0]), segmentsOn(headers[30]), outlineOn(headers[30])]
}

const LEADS = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6']

/** Ten seconds at 100 Hz: a spike a second. */
function recordingOf(like: Header | undefined): Image {
  const samples = Int16Array.from({ length: 1_000 * LEADS.length }, (_, n) => (Math.floor(n / LEADS.length) % 100 === 40 ? 1_000 : 0))
  return object(like, TWELVE_LEADS, 'ECG', {
    [Tags.WaveformSequence]: [{
      [Tags.WaveformOriginality]: 'ORIGINAL', [Tags.NumberOfWaveformChannels]: LEADS.length, [Tags.NumberOfWaveformSamples]: 1_000, [Tags.SamplingFrequency]: 100,
      [Tags.ChannelDefinitionSequence]: LEADS.map((name) => ({
        [Tags.ChannelLabel]: name, [Tags.ChannelSourceSequence]: code(`Lead ${name}`), [Tags.ChannelSensitivity]: 1, [Tags.ChannelSensitivityCorrectionFactor]: 1, [Tags.ChannelBaseline]: 0,
        [Tags.ChannelSensitivityUnitsSequence]: [{ [Tags.CodeValue]: 'uV', [Tags.CodingSchemeDesignator]: 'UCUM', [Tags.CodeMeaning]: 'microvolt' }],
      })),
      [Tags.WaveformBitsAllocated]: 16, [Tags.WaveformSampleInterpretation]: 'SS', [Tags.WaveformData]: new Uint8Array(samples.buffer),
    }],
    [Tags.WaveformAnnotationSequence]: [{ [Tags.UnformattedTextValue]: 'Sinus rhythm', [Tags.ReferencedWaveformChannels]: [1, 0] }],
  })
}

const SIDE = 101

/** Two squares side by side, of a program and of a person; frames that begin within a byte. */
function segmentsOn(image: Header | undefined): Image {
  const bits = new Uint8Array(Math.ceil((2 * SIDE * SIDE) / 8))
  for (const [n, left] of [20, 60].entries()) {
    for (let at = 0; at < SIDE * SIDE; at++) {
      const [x, y, bit] = [at % SIDE, Math.floor(at / SIDE), n * SIDE * SIDE + at]
      if (x >= left && x < left + 20 && y >= 40 && y < 60) bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
  }
  const numbers = (tag: string): readonly number[] => (image?.[tag]?.Value ?? []).map(Number)
  const place = numbers('00200032')
  return object(image, SEGMENTATION, 'SEG', {
    [Tags.FrameOfReferenceUID]: valueOf(image, '00200052'), [Tags.SamplesPerPixel]: 1, [Tags.PhotometricInterpretation]: 'MONOCHROME2', [Tags.Rows]: SIDE, [Tags.Columns]: SIDE,
    [Tags.BitsAllocated]: 1, [Tags.BitsStored]: 1, [Tags.HighBit]: 0, [Tags.PixelRepresentation]: 0, [Tags.NumberOfFrames]: 2, [Tags.SegmentationType]: 'BINARY',
    [Tags.SegmentSequence]: ['Nodule', 'Vessel'].map((name, n) => ({
      [Tags.SegmentNumber]: n + 1, [Tags.SegmentLabel]: name, [Tags.SegmentAlgorithmType]: n === 0 ? 'AUTOMATIC' : 'MANUAL',
      // Red, and green.
      [Tags.RecommendedDisplayCIELabValue]: n === 0 ? [34_885, 53_485, 50_171] : [57_494, 10_794, 54_218],
    })),
    [Tags.SharedFunctionalGroupsSequence]: [{
      [Tags.PlaneOrientationSequence]: [{ [Tags.ImageOrientationPatient]: numbers('00200037') }],
      [Tags.PixelMeasuresSequence]: [{ [Tags.PixelSpacing]: [2, 2], [Tags.SliceThickness]: 1 }],
      [Tags.PlanePositionSequence]: [{ [Tags.ImagePositionPatient]: [-100, -100, place[2] ?? 0] }],
    }],
    [Tags.PerFrameFunctionalGroupsSequence]: [1, 2].map((number) => ({ [Tags.SegmentIdentificationSequence]: [{ [Tags.ReferencedSegmentNumber]: number }] })),
    [Tags.PixelData]: bits,
  })
}

function outlineOn(image: Header | undefined): Image {
  const z = Number(image?.['00200032']?.Value?.[2])
  return object(image, STRUCTURES, 'RTSTRUCT', {
    [Tags.StructureSetLabel]: 'PLAN', [Tags.StructureSetROISequence]: [{
      [Tags.ROINumber]: 1, [Tags.ROIName]: 'Heart', [Tags.ReferencedFrameOfReferenceUID]: valueOf(image, '00200052'), [Tags.ROIGenerationAlgorithm]: 'MANUAL',
    }],
    [Tags.ROIContourSequence]: [{
      [Tags.ReferencedROINumber]: 1, [Tags.ROIDisplayColor]: [255, 128, 0],
      [Tags.ContourSequence]: [{ [Tags.ContourGeometricType]: 'CLOSED_PLANAR', [Tags.NumberOfContourPoints]: 3, [Tags.ContourData]: [-40, -40, z, 40, -40, z, 0, 40, z] }],
    }],
  })
}

/** An object of the exam and the patient that `like` is of, in a Series of its own. */
function object(like: Header | undefined, sopClassUid: string, modality: string, more: Readonly<Record<number, Value>>): Image {
  const sopInstanceUid = newUid()
  const elements = {
    [Tags.SOPClassUID]: sopClassUid, [Tags.SOPInstanceUID]: sopInstanceUid, [Tags.StudyInstanceUID]: valueOf(like, '0020000D'),
    [Tags.SeriesInstanceUID]: newUid(), [Tags.PatientID]: valueOf(like, '00100020'), [Tags.IssuerOfPatientID]: valueOf(like, '00100021'),
    [Tags.PatientName]: 'Demo^Anna', [Tags.StudyDate]: valueOf(like, '00080020'), [Tags.Modality]: modality, [Tags.SeriesNumber]: 80,
    [Tags.SeriesDescription]: `${modality} of a test`, [Tags.InstanceNumber]: 1, [Tags.ContentDate]: '20240918', ...more,
  } as ElementMap
  return { sopClassUid, sopInstanceUid, transferSyntaxUid: TransferSyntaxes.explicitVrLittleEndian.uid, dataSet: encodeDataSet(elements, TransferSyntaxes.explicitVrLittleEndian) }
}

/** Values that differ at each pixel, and from slice to slice. */
export function rampOf(side: number, factor: number): Uint32Array {
  return Uint32Array.from({ length: side * side }, (_, n) => ((n % side) * 20 + Math.floor(n / side) * 10) * factor)
}

/** Square slices about the middle of the body. */
function gridAt(image: Header | undefined, side: number, mm: number, bits: 16 | 32): Readonly<Record<number, Value>> {
  return {
    [Tags.FrameOfReferenceUID]: valueOf(image, '00200052'), [Tags.ImageOrientationPatient]: [1, 0, 0, 0, 1, 0], [Tags.PixelSpacing]: [mm, mm],
    [Tags.SamplesPerPixel]: 1, [Tags.PhotometricInterpretation]: 'MONOCHROME2', [Tags.Rows]: side, [Tags.Columns]: side,
    [Tags.BitsAllocated]: bits, [Tags.BitsStored]: bits, [Tags.HighBit]: bits - 1, [Tags.PixelRepresentation]: 0,
  }
}

function cornerOf(side: number, mm: number, z: number): readonly number[] {
  return [-((side - 1) / 2) * mm, -((side - 1) / 2) * mm, z]
}

export const PET_SIDE = 32
const PET_MM = 8

/** In SUV, two slices with an image between them, the second with twice as much. */
export function petAround(image: Header | undefined): readonly Image[] {
  const z = Number(image?.['00200032']?.Value?.[2])
  const seriesUid = newUid()
  return [-3, 3].map((way, n) => object(image, PET, 'PT', {
    ...gridAt(image, PET_SIDE, PET_MM, 16), [Tags.SeriesInstanceUID]: seriesUid, [Tags.InstanceNumber]: n + 1, [Tags.ImagePositionPatient]: cornerOf(PET_SIDE, PET_MM, z + way),
    [Tags.Units]: 'GML', [Tags.RescaleSlope]: 0.01, [Tags.RescaleIntercept]: 0, [Tags.PixelData]: new Uint8Array(Uint16Array.from(rampOf(PET_SIDE, n + 1)).buffer),
  }))
}

export const DOSE_SIDE = 16
const DOSE_MM = 16

/** Three slices, the second on an image; up to 13.5 Gy. */
export function doseOn(image: Header | undefined): Image {
  const z = Number(image?.['00200032']?.Value?.[2])
  return object(image, DOSE, 'RTDOSE', {
    ...gridAt(image, DOSE_SIDE, DOSE_MM, 32), [Tags.ImagePositionPatient]: cornerOf(DOSE_SIDE, DOSE_MM, z - 6), [Tags.NumberOfFrames]: 3,
    [Tags.FrameIncrementPointer]: 0x3004000c, [Tags.GridFrameOffsetVector]: [0, 6, 12], [Tags.DoseUnits]: 'GY', [Tags.DoseType]: 'PHYSICAL', [Tags.DoseGridScaling]: '0.01',
    [Tags.PixelData]: new Uint8Array(Uint32Array.from([1, 2, 3].flatMap((factor) => [...rampOf(DOSE_SIDE, factor)])).buffer),
  })
}

const TILE = 256
export type Rgb = readonly [red: number, green: number, blue: number]

/** Of a tile: the levels differ, and so do its neighbours. @param frame - from 1. */
export function tileColor(columns: number, frame: number): Rgb {
  return columns === 1024 ? [40 + frame * 15, 200, 120] : [240, 20 + frame * 40, 60]
}

/** A slide at two sizes, its tiles one after the other. */
export function slideLike(like: Header | undefined): readonly Image[] {
  const seriesUid = newUid()
  return [[1024, 768], [512, 384]].map(([columns = 0, rows = 0], level) => {
    const frames = (columns / TILE) * Math.ceil(rows / TILE)
    const pixels = new Uint8Array(frames * TILE * TILE * 3)
    for (let at = 0; at < pixels.length; at += 3) pixels.set(tileColor(columns, Math.floor(at / (TILE * TILE * 3)) + 1), at)
    return object(like, SLIDE, 'SM', {
      [Tags.SeriesInstanceUID]: seriesUid, [Tags.InstanceNumber]: level + 1, [Tags.ImageType]: ['ORIGINAL', 'PRIMARY', 'VOLUME', level === 0 ? 'NONE' : 'RESAMPLED'],
      [Tags.TotalPixelMatrixColumns]: columns, [Tags.TotalPixelMatrixRows]: rows, [Tags.Columns]: TILE, [Tags.Rows]: TILE, [Tags.NumberOfFrames]: frames,
      [Tags.DimensionOrganizationType]: 'TILED_FULL', [Tags.SamplesPerPixel]: 3, [Tags.PhotometricInterpretation]: 'RGB', [Tags.PlanarConfiguration]: 0,
      [Tags.BitsAllocated]: 8, [Tags.BitsStored]: 8, [Tags.HighBit]: 7, [Tags.PixelRepresentation]: 0,
      [Tags.SharedFunctionalGroupsSequence]: [{ [Tags.PixelMeasuresSequence]: [{ [Tags.PixelSpacing]: [0.001 * (level + 1), 0.001 * (level + 1)] }] }],
      [Tags.PixelData]: pixels,
    })
  })
}
