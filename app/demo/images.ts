/**
 * The pictures of an exam as DICOM images.
 *
 * @module
 */
import { literal } from '@filmjacket/bytes'
import { Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { bytesOf, makeImage, type Elements, type NewImage } from '@filmjacket/dicom-make'
import sharp from 'sharp'
import { demoUid } from './chance.ts'
import type { Exam } from './exams.ts'
import { chestFilm } from './pictures/chest-film.ts'
import { ECHO, echoFrames } from './pictures/echo.ts'
import type { Film } from './pictures/film.ts'
import { handFilm } from './pictures/hand-film.ts'
import { BRAIN, brainSlices } from './pictures/mr-brain.ts'
import { makeThorax, THORAX, thoraxSlice } from './pictures/thorax.ts'
import { fileName, imageAttributes, instanceUid, type DemoInstance, type SeriesOf } from './record.ts'

/** Where the exam's own chance begins: two chests are two people. */
function chanceOf(seed: string, exam: Exam): string {
  return `${seed}/${exam.patient.id}`
}

function instance(
  seed: string, exam: Exam, series: SeriesOf, number: number, image: Omit<NewImage, 'sopInstanceUid'>,
): DemoInstance {
  const attributes = { ...imageAttributes(seed, exam, series, number), ...image.attributes }
  const sopInstanceUid = instanceUid(seed, exam, series, number)
  const bytes = bytesOf(makeImage({ ...image, attributes, sopInstanceUid }))
  return { fileName: fileName(exam, series, number), bytes }
}

/** Words as little-endian bytes, which they are in memory on every machine that Node runs on today. */
function words(values: Uint16Array): readonly [ReturnType<typeof literal>] {
  return [literal(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))]
}

/** Slices lie across the body; `x` and `y` are the middle of the first pixel. PS3.3 §C.7.6.2.1.1. */
function plane(x: number, y: number, z: number, mm: number, thickness: number): Elements {
  return {
    [Tags.ImagePositionPatient]: [x, y, z].map((value) => Number(value.toFixed(3))),
    [Tags.ImageOrientationPatient]: [1, 0, 0, 0, 1, 0],
    [Tags.PixelSpacing]: [mm, mm],
    [Tags.SliceThickness]: thickness,
    [Tags.SliceLocation]: Number(z.toFixed(3)),
    [Tags.PatientPosition]: 'HFS',
    [Tags.PatientOrientation]: ['L', 'P'],
  }
}

export function* thoraxImages(seed: string, exam: Exam): Generator<DemoInstance, void, undefined> {
  const series = {
    number: 2, description: 'Chest 5.0 mm soft tissue', modality: 'CT', bodyPart: 'CHEST', station: 'CT1',
  }
  const thorax = makeThorax(chanceOf(seed, exam))
  const { columns, rows, mm, slices, spacingMm } = THORAX
  for (let n = 0; n < slices; n++) {
    yield instance(seed, exam, series, n + 1, {
      kind: 'ct',
      form: { rows, columns, photometric: 'MONOCHROME2', bitsAllocated: 16, bitsStored: 12 },
      pixels: { kind: 'native', content: words(thoraxSlice(thorax, n)) },
      attributes: {
        ...plane((-(columns - 1) / 2) * mm, (-(rows - 1) / 2) * mm, -n * spacingMm, mm, spacingMm),
        [Tags.FrameOfReferenceUID]: demoUid(seed, `${exam.accessionNumber}/frame`),
        [Tags.RescaleIntercept]: -1024,
        [Tags.RescaleType]: 'HU',
        [Tags.WindowCenter]: [40, -500],
        [Tags.WindowWidth]: [400, 1500],
        [Tags.WindowCenterWidthExplanation]: ['SOFT TISSUE', 'LUNG'],
        [Tags.KVP]: 120,
        [Tags.XRayTubeCurrent]: 180,
        [Tags.ConvolutionKernel]: 'SOFT',
        [Tags.AcquisitionNumber]: 1,
        [Tags.ContrastBolusAgent]: 'Iodinated contrast agent',
      },
    })
  }
}

export function* brainImages(seed: string, exam: Exam): Generator<DemoInstance, void, undefined> {
  const { columns, rows, mm, lowestMm, spacingMm } = BRAIN
  const weightings = [
    { key: 't1', number: 2, description: 'T1 SE axial', echoMs: 12, repeatMs: 520, window: [480, 900] },
    { key: 't2', number: 3, description: 'T2 TSE axial', echoMs: 102, repeatMs: 4600, window: [470, 940] },
  ] as const
  const slices = [...brainSlices(chanceOf(seed, exam))]
  for (const { key, number, description, echoMs, repeatMs, window } of weightings) {
    const series = { number, description, modality: 'MR', bodyPart: 'BRAIN', station: 'MR1' }
    for (const [n, slice] of slices.entries()) {
      yield instance(seed, exam, series, n + 1, {
        kind: 'mr',
        form: { rows, columns, photometric: 'MONOCHROME2', bitsAllocated: 16, bitsStored: 12 },
        pixels: { kind: 'native', content: words(slice[key]) },
        attributes: {
          ...plane((-(columns - 1) / 2) * mm, (-(rows - 1) / 2) * mm, lowestMm + n * spacingMm, mm, 5),
          [Tags.FrameOfReferenceUID]: demoUid(seed, `${exam.accessionNumber}/frame`),
          [Tags.SpacingBetweenSlices]: spacingMm,
          [Tags.ScanningSequence]: 'SE',
          [Tags.SequenceVariant]: key === 't1' ? 'NONE' : 'SK',
          [Tags.MRAcquisitionType]: '2D',
          [Tags.MagneticFieldStrength]: 1.5,
          [Tags.EchoTime]: echoMs,
          [Tags.RepetitionTime]: repeatMs,
          [Tags.EchoTrainLength]: key === 't1' ? 1 : 15,
          [Tags.WindowCenter]: window[0],
          [Tags.WindowWidth]: window[1],
        },
      })
    }
  }
}

export function chestImage(seed: string, exam: Exam): DemoInstance {
  if (exam.examination.kind !== 'chest') throw new RangeError('not a chest film')
  const { chest, photometric } = exam.examination
  const film = chestFilm(chanceOf(seed, exam), chest)
  // MONOCHROME1 shows small values bright.
  const pixels = photometric === 'MONOCHROME1' ? film.pixels.map((value) => 4095 - value) : film.pixels
  const series = { number: 1, description: 'Chest PA', modality: 'CR', bodyPart: 'CHEST', station: 'CR1' }
  return instance(seed, exam, series, 1, {
    kind: 'cr',
    form: { rows: film.rows, columns: film.columns, photometric, bitsAllocated: 16, bitsStored: 12 },
    pixels: { kind: 'native', content: words(pixels) },
    attributes: {
      ...filmAttributes(film),
      [Tags.ViewPosition]: 'PA',
      [Tags.KVP]: 125,
      [Tags.PatientOrientation]: ['L', 'F'],
    },
  })
}

export function handImage(seed: string, exam: Exam): DemoInstance {
  const film = handFilm(chanceOf(seed, exam))
  const series = { number: 1, description: 'Hand left PA', modality: 'DX', bodyPart: 'HAND', station: 'DX2' }
  return instance(seed, exam, series, 1, {
    kind: 'dx',
    form: { rows: film.rows, columns: film.columns, photometric: 'MONOCHROME2', bitsAllocated: 16, bitsStored: 12 },
    pixels: { kind: 'native', content: words(film.pixels) },
    attributes: {
      ...filmAttributes(film),
      [Tags.ImageLaterality]: 'L',
      [Tags.AnatomicRegionSequence]: [{
        [Tags.CodeValue]: '85562004', [Tags.CodingSchemeDesignator]: 'SCT', [Tags.CodeMeaning]: 'Hand',
      }],
      [Tags.PatientOrientation]: ['R', 'F'],
      [Tags.KVP]: 50,
    },
  })
}

function filmAttributes({ mm }: Film): Elements {
  return { [Tags.ImagerPixelSpacing]: [mm, mm], [Tags.WindowCenter]: 2048, [Tags.WindowWidth]: 4096 }
}

export async function* echoImages(seed: string, exam: Exam): AsyncGenerator<DemoInstance, void, undefined> {
  const { columns, rows, frameTimeMs } = ECHO
  const frames: Uint8Array[] = []
  for (const frame of echoFrames(chanceOf(seed, exam), 'CARDIO DEMO')) {
    const picture = sharp(frame, { raw: { width: columns, height: rows, channels: 3 } })
    frames.push(await picture.jpeg({ quality: 88 }).toBuffer())
  }
  const size = frames.reduce((sum, frame) => sum + frame.length, 0)
  const series = {
    number: 1, description: 'Apical four-chamber view', modality: 'US', bodyPart: 'HEART', station: 'US3',
  }
  yield instance(seed, exam, series, 1, {
    kind: 'us-multiframe',
    form: { rows, columns, photometric: 'YBR_FULL_422', bitsAllocated: 8, bitsStored: 8 },
    pixels: {
      kind: 'encapsulated',
      transferSyntax: TransferSyntaxes.jpegBaseline,
      frames: frames.map((frame) => [literal(frame)]),
    },
    attributes: {
      [Tags.FrameTime]: frameTimeMs,
      [Tags.CineRate]: Math.round(1000 / frameTimeMs),
      [Tags.HeartRate]: 64,
      [Tags.LossyImageCompression]: '01',
      [Tags.LossyImageCompressionRatio]: Number(((columns * rows * 3 * frames.length) / size).toFixed(1)),
      [Tags.LossyImageCompressionMethod]: 'ISO_10918_1',
    },
  })
}
