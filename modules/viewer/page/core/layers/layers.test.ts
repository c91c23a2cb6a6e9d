import { describe, expect, it } from 'vitest'
import type { Elements } from '../elements.ts'
import { Tags } from '../tags.ts'
import { elements, slice } from '../testing.ts'
import { colorIn, colorOfLab } from './color.ts'
import type { Mask, Part } from './layer.ts'
import { paintMasks } from './paint-masks.ts'
import { placedOn, pointOn } from './place.ts'
import { segmentationOf } from './segmentation.ts'
import { structuresOf } from './structures.ts'

const SPACE = { [Tags.FrameOfReferenceUID]: ['1.9'] }
const code = (meaning: string): Elements => elements({ [Tags.CodeMeaning]: [meaning] })

describe('one picture on another', () => {
  const on = slice(1, 10)

  it('lies by their planes, whatever their pixels are', () => {
    const finer = slice(2, 10, { [Tags.PixelSpacing]: [1, 0.5], [Tags.ImagePositionPatient]: [1, 2, 11] })
    // Its first pixel is in the middle of column 1, row 1 of the other; its pixels are half as large.
    expect(placedOn(finer, on)).toEqual({ distance: 1, map: [0.5, 0, 0, 0.5, 1.25, 1.25] })
    expect(pointOn([1, 2, 9], on)).toEqual({ x: 1.5, y: 1.5, distance: -1 })
  })

  it('lies nowhere where it leans, or has no place', () => {
    expect(placedOn(slice(2, 10, { [Tags.ImageOrientationPatient]: [1, 0, 0, 0, 0.999, 0.045] }), on)).toBeNull()
    expect(placedOn(slice(2, 10, { [Tags.ImagePositionPatient]: [] }), on)).toBeNull()
  })
})

interface FrameOptions { readonly segment: number; readonly z: number; readonly sources?: readonly string[] }

function segmentation(frames: readonly FrameOptions[], more: Readonly<Record<string, readonly unknown[]>> = {}): Elements {
  return elements({
    ...SPACE, [Tags.SOPInstanceUID]: ['1.5'], [Tags.Rows]: [4], [Tags.Columns]: [4], [Tags.BitsAllocated]: [1], [Tags.NumberOfFrames]: [frames.length],
    [Tags.SegmentSequence]: [1, 2].map((number) => elements({
      [Tags.SegmentNumber]: [number], [Tags.SegmentLabel]: number === 1 ? ['Liver'] : [], [Tags.SegmentAlgorithmType]: [number === 1 ? 'MANUAL' : 'AUTOMATIC'],
      [Tags.SegmentedPropertyTypeCodeSequence]: [code('Lesion')], [Tags.RecommendedDisplayCIELabValue]: number === 1 ? [34_885, 53_485, 50_171] : [],
    })),
    [Tags.SharedFunctionalGroupsSequence]: [elements({
      [Tags.PlaneOrientationSequence]: [elements({ [Tags.ImageOrientationPatient]: [1, 0, 0, 0, 1, 0] })],
      [Tags.PixelMeasuresSequence]: [elements({ [Tags.PixelSpacing]: [2, 1], [Tags.SliceThickness]: [5] })],
    })],
    [Tags.PerFrameFunctionalGroupsSequence]: frames.map(({ segment, z, sources = [] }) => elements({
      [Tags.PlanePositionSequence]: [elements({ [Tags.ImagePositionPatient]: [0, 0, z] })],
      [Tags.SegmentIdentificationSequence]: [elements({ [Tags.ReferencedSegmentNumber]: [segment] })],
      [Tags.DerivationImageSequence]: [elements({ [Tags.SourceImageSequence]: sources.map((uid) => elements({ [Tags.ReferencedSOPInstanceUID]: [uid] })) })],
    })),
    ...more,
  })
}

describe('segments', () => {
  const frames = [{ segment: 1, z: 0 }, { segment: 1, z: 5 }, { segment: 2, z: 5 }]
  const framesOn = (layer: ReturnType<typeof segmentationOf>, z: number, more = SPACE): readonly number[] =>
    layer.masksOn(slice(1, z, more)).map(({ frame }) => frame.frame)

  it('have the names, colours and makers that they came with', () => {
    expect(segmentationOf([segmentation(frames)]).parts).toEqual([
      { key: '1.5/1', name: 'Liver', color: colorOfLab([34_885, 53_485, 50_171]), maker: 'person' },
      { key: '1.5/2', name: 'Lesion', color: [64, 176, 255], maker: 'program' },
    ])
  })

  it('lie on the image within half of their slice: of each the nearest', () => {
    const layer = segmentationOf([segmentation(frames)])
    expect([framesOn(layer, 0), framesOn(layer, 2), framesOn(layer, 3), framesOn(layer, 7.5), framesOn(layer, 8)]).toEqual([[1], [1], [2, 3], [2, 3], []])
    expect(layer.bestOf([slice(1, 0, SPACE), slice(2, 5, SPACE)])).toBe(1)
  })

  it('are not drawn in another space, nor where none is named', () => {
    const layer = segmentationOf([segmentation(frames)])
    expect(framesOn(layer, 0, { [Tags.FrameOfReferenceUID]: ['1.8'] })).toEqual([])
    expect(framesOn(segmentationOf([segmentation(frames, { [Tags.FrameOfReferenceUID]: [] })]), 0, { [Tags.FrameOfReferenceUID]: [] })).toEqual([])
  })

  it('without a place lie on the image that they were made from', () => {
    const flat = segmentation([{ segment: 1, z: 0, sources: ['1.2.1'] }], { [Tags.SharedFunctionalGroupsSequence]: [] })
    const film = { [Tags.ImagePositionPatient]: [] }
    expect(segmentationOf([flat]).masksOn(slice(1, 0, film))).toHaveLength(1)
    expect(segmentationOf([flat]).masksOn(slice(2, 0, film))).toHaveLength(0)
  })

  it('of a label map are told by the value of a pixel', () => {
    const [mask] = segmentationOf([segmentation([{ segment: 1, z: 0 }], { [Tags.SegmentationType]: ['LABELMAP'] })]).masksOn(slice(1, 0, SPACE))
    expect([mask?.partOf(2)?.[0].name, mask?.partOf(7)]).toEqual(['Lesion', null])
  })

  it('are painted with a full rim, what is within as wanted, and not at all where put away', () => {
    const part: Part = { key: 'a', name: '', color: [10, 20, 30], maker: null }
    const mask: Mask = { frame: slice(1, 0), map: [1, 0, 0, 1, 0, 0], hasLabels: false, parts: [part], partOf: () => [part, 1] }
    const pixels = { kind: 'gray', rows: 5, columns: 5, values: Uint8Array.from('0000001110011100111000000', Number) } as const
    const alphas = (isHidden: boolean): string => {
      const [sheet] = paintMasks([{ mask, pixels }], { isHidden: () => isHidden, opacity: 0.2 })
      return Array.from({ length: 25 }, (_, n) => ({ 0: '.', 51: 'o', 255: '#' })[sheet?.rgba[n * 4 + 3] ?? -1] ?? '?').join('')
    }
    expect(alphas(false)).toBe('......###..#o#..###......')
    expect(alphas(true)).toBe('.'.repeat(25))
  })
})

describe('outlined regions', () => {
  const structures = (contour: Readonly<Record<string, readonly unknown[]>>): Elements => elements({
    [Tags.SOPInstanceUID]: ['1.6'],
    [Tags.StructureSetROISequence]: [elements({
      [Tags.ROINumber]: [7], [Tags.ROIName]: ['PTV'], [Tags.ReferencedFrameOfReferenceUID]: ['1.9'], [Tags.ROIGenerationAlgorithm]: ['SEMIAUTOMATIC'],
    })],
    [Tags.ROIContourSequence]: [elements({
      [Tags.ReferencedROINumber]: [7], [Tags.ROIDisplayColor]: [255, 0, 0],
      [Tags.ContourSequence]: [elements({ [Tags.ContourGeometricType]: ['CLOSED_PLANAR'], [Tags.ContourData]: ['0', '0', '5', '2', '0', '5', '2', '4', '5'], ...contour })],
    })],
  })
  const image = slice(1, 5, { ...SPACE, [Tags.SliceThickness]: [2] })

  it('are drawn on their slice, in pixels of the image', () => {
    const layer = structuresOf([structures({})])
    expect(layer.outlinesOn(image)).toEqual([{
      part: { key: '1.6/7', name: 'PTV', color: [255, 0, 0], maker: 'both' }, isClosed: true,
      points: [{ x: 0.5, y: 0.5, distance: 0 }, { x: 2.5, y: 0.5, distance: 0 }, { x: 2.5, y: 2.5, distance: 0 }],
    }])
    expect(layer.bestOf([slice(1, 0, SPACE), image])).toBe(1)
  })

  const elsewhere = {
    'on another slice': [{}, slice(1, 8, { ...SPACE, [Tags.SliceThickness]: [2] })],
    'in another space': [{}, slice(1, 5, { [Tags.FrameOfReferenceUID]: ['1.8'] })],
    'through space': [{ [Tags.ContourGeometricType]: ['OPEN_NONPLANAR'] }, image],
    'out of their plane': [{ [Tags.ContourData]: ['0', '0', '5', '2', '0', '9', '2', '4', '5'] }, image],
    'by numbers that are no points': [{ [Tags.ContourData]: ['0', '0', '5', '2'] }, image],
  } as const
  for (const [where, [contour, on]] of Object.entries(elsewhere)) {
    it(`are not drawn ${where}`, () => expect(structuresOf([structures(contour)]).outlinesOn(on)).toEqual([]))
  }
})

describe('colours', () => {
  it('of CIELab are those of the screen', () => {
    expect(colorOfLab([65_535, 32_896, 32_896])).toEqual([255, 255, 255])
    expect(colorOfLab([0, 32_896, 32_896])).toEqual([0, 0, 0])
    expect(colorOfLab([])).toBeNull()
  })
  it('of a scale go from little to much', () => expect([colorIn('dose', 0), colorIn('dose', 1), colorIn('hot-iron', 0.4)]).toEqual([[0, 0, 160], [230, 0, 0], [255, 0, 0]]))
})
