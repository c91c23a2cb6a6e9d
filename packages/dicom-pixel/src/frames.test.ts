import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import {
  encodeDataSet, readDataSet, Tags, TransferSyntaxes, type Bulk, type DataSet, type ElementMap,
} from '@filmjacket/dicom-data'
import { frameSpans, hintsNeeded, type FrameHints } from './frames.ts'

const { explicitVrLittleEndian: native, jpegBaseline: jpeg } = TransferSyntaxes

function dataSetOf(elements: ElementMap): DataSet {
  return readDataSet(encodeDataSet(elements, native), native)
}

const image = {
  [Tags.Rows]: 4, [Tags.Columns]: 6, [Tags.SamplesPerPixel]: 1, [Tags.BitsAllocated]: 16, [Tags.BitsStored]: 12,
  [Tags.HighBit]: 11, [Tags.PhotometricInterpretation]: 'MONOCHROME2',
}

/** Fragments of the given lengths: the offset table is the first item, eight bytes stand before each value. */
function encapsulated(tableBytes: number, ...lengths: readonly number[]): Bulk {
  let at = 1000
  const fragments = [tableBytes, ...lengths].map((length) => {
    const start = at + 8
    at = start + length
    return { start, end: at }
  })
  return { tag: Tags.PixelData, vr: 'OB', start: 1000, end: at, undefinedLength: true, fragments }
}

const inOneRun: Bulk = { tag: Tags.PixelData, vr: 'OW', start: 500, end: 644, undefinedLength: false, fragments: null }

describe('frameSpans of native pixel data', () => {
  const cases: Record<string, [ElementMap, number, readonly [number, number] | null]> = {
    'the only frame': [image, 0, [500, 548]],
    'the third of three': [{ ...image, [Tags.NumberOfFrames]: 3 }, 2, [596, 644]],
    'three samples': [{ ...image, [Tags.SamplesPerPixel]: 3, [Tags.PhotometricInterpretation]: 'RGB' }, 0, [500, 644]],
    'halved chroma': [
      { ...image, [Tags.SamplesPerPixel]: 3, [Tags.BitsAllocated]: 8, [Tags.BitsStored]: 8, [Tags.HighBit]: 7,
        [Tags.PhotometricInterpretation]: 'YBR_FULL_422' }, 0, [500, 548]],
    'single bits': [{ ...image, [Tags.BitsAllocated]: 1, [Tags.BitsStored]: 1, [Tags.HighBit]: 0, [Tags.NumberOfFrames]: 2 }, 1, [503, 506]],
    'a frame that is not there': [image, 1, null],
    'a frame that is cut': [{ ...image, [Tags.NumberOfFrames]: 4 }, 3, null],
    'a negative index': [image, -1, null],
    'no image': [{ [Tags.PatientID]: 'X' }, 0, null],
    'a size that no file has': [{ ...image, [Tags.Rows]: 65535, [Tags.Columns]: 65535 }, 0, null],
  }
  for (const [what, [elements, index, span]] of Object.entries(cases)) {
    it(`finds ${what}`, () => {
      const expected = span === null ? null : [{ start: span[0], end: span[1] }]
      assert.deepEqual(frameSpans(dataSetOf(elements), native, inOneRun, index), expected)
    })
  }

  it('finds none in an encapsulated document', () => {
    assert.equal(frameSpans(dataSetOf(image), native, { ...inOneRun, tag: Tags.EncapsulatedDocument }, 0), null)
  })
})

describe('frameSpans of encapsulated pixel data', () => {
  const offsets = (...values: readonly number[]) => new Uint8Array(Uint32Array.from(values).buffer)
  const heads = (...marks: readonly (readonly number[])[]) => ({ fragmentHeads: marks.map((mark) => Uint8Array.from(mark)) })
  const soi = [0xff, 0xd8]
  const cases: Record<string, [frames: number, Bulk, FrameHints, index: number, readonly number[] | null]> = {
    'one frame in one fragment': [1, encapsulated(0, 10), {}, 0, [0]],
    'one frame in all fragments': [1, encapsulated(4, 10, 20, 6), {}, 0, [0, 1, 2]],
    'one fragment for each frame, table empty': [3, encapsulated(0, 10, 20, 6), {}, 1, [1]],
    'one fragment for each frame, table wrong': [2, encapsulated(8, 10, 20), { offsetTable: offsets(0, 5) }, 1, [1]],
    'several fragments by the table': [2, encapsulated(8, 10, 20, 6), { offsetTable: offsets(0, 46) }, 1, [2]],
    'the first of them': [2, encapsulated(8, 10, 20, 6), { offsetTable: offsets(0, 46) }, 0, [0, 1]],
    'several fragments by their markers': [2, encapsulated(0, 10, 20, 6), heads(soi, [0, 0], [0xff, 0x4f]), 0, [0, 1]],
    'no frame without a trace': [2, encapsulated(0, 10, 20, 6), {}, 0, null],
    'no frame by offsets between fragments': [2, encapsulated(8, 10, 20, 6), { offsetTable: offsets(0, 47) }, 1, null],
    'no frame by offsets that fall': [3, encapsulated(12, 10, 20, 6, 6), { offsetTable: offsets(0, 46, 18) }, 1, null],
    'no frame by too few markers': [3, encapsulated(0, 10, 20, 6, 6), heads(soi, soi, [0, 0], [0, 0]), 1, null],
    'no frame where there are fewer fragments': [3, encapsulated(0, 10, 20), {}, 0, null],
    'no frame without fragments': [1, { ...encapsulated(0), fragments: null }, {}, 0, null],
  }
  for (const [what, [frames, bulk, hints, index, expected]] of Object.entries(cases)) {
    it(`finds ${what}`, () => {
      const dataSet = dataSetOf({ ...image, [Tags.NumberOfFrames]: frames })
      const values = bulk.fragments?.slice(1) ?? []
      assert.deepEqual(frameSpans(dataSet, jpeg, bulk, index, hints), expected?.map((n) => values[n]) ?? null)
    })
  }

  it('believes the Extended Offset Table, which is in the header', () => {
    const table = new Uint8Array(BigUint64Array.from([0n, 46n]).buffer)
    const dataSet = dataSetOf({ ...image, [Tags.NumberOfFrames]: 2, [Tags.ExtendedOffsetTable]: { vr: 'OV', value: table } })
    const bulk = encapsulated(0, 10, 20, 6)
    assert.deepEqual(frameSpans(dataSet, jpeg, bulk, 1), bulk.fragments?.slice(3))
  })

  it('asks for hints only where fragments and frames differ in number', () => {
    const two = dataSetOf({ ...image, [Tags.NumberOfFrames]: 2 })
    assert.equal(hintsNeeded(two, jpeg, encapsulated(0, 10, 20)), false)
    assert.equal(hintsNeeded(two, jpeg, encapsulated(0, 10, 20, 30)), true)
    assert.equal(hintsNeeded(dataSetOf(image), jpeg, encapsulated(0, 10, 20, 30)), false)
  })
})
