import { describe, expect, it } from 'vitest'
import { Tags } from '../tags.ts'
import type { ImageFrame } from '../image.ts'
import { elements, slice } from '../testing.ts'
import { doseOf } from './dose.ts'
import { petOver, suvFactor } from './pet.ts'
import { frameOfCut } from '../reslice.ts'
import { paintWash, reachOn, valuesOn, type Wash } from './wash.ts'

const SPACE = { [Tags.FrameOfReferenceUID]: ['1.9'] }
const at = (z: number, more = {}) => slice(z, z, { ...SPACE, ...more })
const wash: Wash = { frames: [0, 4, 8].map((z) => at(z)), unit: '', map: 'dose', most: 10 }
const grays = (first: number) => ({ kind: 'gray', rows: 2, columns: 2, values: Uint8Array.of(first, first + 2, first + 4, first + 6) } as const)

describe('a wash', () => {
  const slicesOn = (image: ImageFrame) => reachOn(wash, image)?.slices.map(({ frame }) => frame.instanceNumber)

  it('needs its slices on both sides of an image, or the one that it lies on; of a cut, all that it goes through', () => {
    const cut = frameOfCut(Array.from({ length: 8 }, (_, n) => at(n)), 'rows', 1)
    expect([at(5), at(4), cut ?? at(99)].map(slicesOn)).toEqual([[4, 8], [4], [0, 4, 8]])
  })

  const nowhere = { 'beyond its ends': at(9), 'in another space': slice(1, 4) }
  for (const [where, image] of Object.entries(nowhere)) it(`is not ${where}`, () => expect(reachOn(wash, image)).toBeNull())

  // Pixels are twice as large as those of the images, the first begins at the second of these.
  const coarse = [0, 4].map((z) => at(z, { [Tags.Rows]: [2], [Tags.Columns]: [2], [Tags.PixelSpacing]: [4, 2], [Tags.ImagePositionPatient]: [1.5, 3, z] }))
  const valuesOf = (image: ImageFrame | null) => {
    const reach = image === null ? null : reachOn({ frames: coarse }, image)
    return image === null || reach === null ? null : [...valuesOn(reach, [grays(0), grays(10)], image.shape)]
  }

  it('has at a pixel what its own pixels around have, and nothing where it does not reach', () => {
    expect(valuesOf(at(2, { [Tags.Rows]: [3] }))).toEqual([NaN, NaN, NaN, NaN, NaN, 5, 5.5, 6.5, NaN, 6, 6.5, 7.5])
  })

  it('has the same on a cut, from slice to slice', () => {
    const cut = valuesOf(frameOfCut(Array.from({ length: 8 }, (_, n) => at(n * 2 - 4)), 'rows', 2))
    // Below are the feet: slices at 10 to -4 mm, of which 4, 2 and 0 are reached.
    expect(cut?.slice(3 * 4, 6 * 4)).toEqual([NaN, 11, 11.5, 12.5, NaN, 6, 6.5, 7.5, NaN, 1, 1.5, 2.5])
    expect(cut?.filter((value) => !Number.isNaN(value))).toHaveLength(9)
  })

  it('is clear where there is little, and has its last colour at the most', () => {
    const rgba = paintWash(Float32Array.of(0.5, 10, 20, NaN), { map: 'dose', most: 10, opacity: 0.5 })
    expect([...rgba]).toEqual([0, 0, 0, 0, 230, 0, 0, 128, 230, 0, 0, 128, 0, 0, 0, 0])
  })
})

describe('dose', () => {
  const dose = (offsets: readonly number[], more = {}) => doseOf(elements({
    ...SPACE, [Tags.Rows]: [2], [Tags.Columns]: [2], [Tags.BitsAllocated]: [32], [Tags.BitsStored]: [32], [Tags.NumberOfFrames]: [offsets.length], [Tags.PixelSpacing]: [1, 1],
    [Tags.ImageOrientationPatient]: [1, 0, 0, 0, 1, 0], [Tags.ImagePositionPatient]: [0, 0, 30], [Tags.DoseUnits]: ['GY'], [Tags.DoseGridScaling]: ['0.001'],
    [Tags.GridFrameOffsetVector]: offsets, ...more,
  }))
  const heights = (layer: ReturnType<typeof dose>) => layer?.wash?.frames.map(({ plane }) => plane?.position[2])

  it('lies at its offsets, be they ways or places', () => {
    expect(heights(dose([0, 3, 6]))).toEqual([30, 33, 36])
    expect(heights(dose([30, 33, 36]))).toEqual([30, 33, 36])
    expect(heights(dose([0, 3], { [Tags.ImageOrientationPatient]: [1, 0, 0, 0, -1, 0] }))).toEqual([30, 27])
  })
  it('is in Gray by its scaling', () => expect(dose([0])?.wash).toMatchObject({ unit: 'Gy', frames: [{ slope: 0.001, intercept: 0 }] }))
  it('without a scaling or with too few offsets is not laid over anything', () => {
    expect([dose([0], { [Tags.DoseGridScaling]: [] }), dose([0, 3], { [Tags.NumberOfFrames]: [3] })]).toEqual([null, null])
  })
})

describe('uptake', () => {
  const tracer = (more = {}) => elements({ [Tags.RadionuclideTotalDose]: ['400000000'], [Tags.RadionuclideHalfLife]: ['6600'], [Tags.RadiopharmaceuticalStartTime]: ['100000'], ...more })
  const pet = (more = {}) => elements({
    [Tags.Units]: ['BQML'], [Tags.CorrectedImage]: ['ATTN', 'DECY'], [Tags.DecayCorrection]: ['START'], [Tags.PatientWeight]: ['80'],
    [Tags.SeriesTime]: ['115000.00'], [Tags.AcquisitionTime]: ['115100'], [Tags.RadiopharmaceuticalInformationSequence]: [tracer()], ...more,
  })

  it('is the share of what was injected, decayed to the scan, by body weight', () => {
    expect(suvFactor(pet())).toBeCloseTo(80_000 / 200_000_000, 12)
    expect(suvFactor(pet({ [Tags.DecayCorrection]: ['ADMIN'] }))).toBeCloseTo(80_000 / 400_000_000, 12)
    expect(suvFactor(pet({ [Tags.SeriesTime]: ['000500'], [Tags.AcquisitionTime]: ['000500'], [Tags.RadiopharmaceuticalInformationSequence]: [tracer({ [Tags.RadiopharmaceuticalStartDateTime]: ['20240101221500.0+0100'] })] })))
      .toBeCloseTo(80_000 / 200_000_000, 12)
    expect(suvFactor(elements({ [Tags.Units]: ['GML'] }))).toBe(1)
  })

  const unknown = {
    'without a weight': { [Tags.PatientWeight]: [] }, 'without correction for decay': { [Tags.CorrectedImage]: ['ATTN'] }, 'in counts': { [Tags.Units]: ['CNTS'] },
    'of a Series that is younger than its images': { [Tags.SeriesTime]: ['130000'] }, 'without a tracer': { [Tags.RadiopharmaceuticalInformationSequence]: [] },
  }
  for (const [what, more] of Object.entries(unknown)) {
    it(`is not guessed ${what}`, () => {
      expect(suvFactor(pet(more))).toBeNull()
      expect(petOver([at(0, more)]).wash?.unit).toBe('')
    })
  }
})
