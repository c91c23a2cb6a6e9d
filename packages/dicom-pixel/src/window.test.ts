import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import {
  encodeDataSet, readDataSet, Tags, TransferSyntaxes, type DataSet, type Element, type Value,
} from '@filmjacket/dicom-data'
import { readDisplay } from './display.ts'
import { describePixels, type ImagePixel } from './image-pixel.ts'
import { storedValue } from './native.ts'
import { paintGray, windowCurve } from './window.ts'

type Elements = Readonly<Record<number, Value | Element>>

const syntax = TransferSyntaxes.explicitVrLittleEndian

function imageOf(elements: Elements): { image: ImagePixel; dataSet: DataSet } {
  const dataSet = readDataSet(encodeDataSet({
    [Tags.Rows]: 1, [Tags.Columns]: 4, [Tags.SamplesPerPixel]: 1, [Tags.PhotometricInterpretation]: 'MONOCHROME2',
    [Tags.BitsAllocated]: 16, [Tags.BitsStored]: 12, [Tags.HighBit]: 11, [Tags.PixelRepresentation]: 0, ...elements,
  }, syntax), syntax)
  const description = describePixels(dataSet)
  if (description.kind === 'refused') throw new Error(description.reason)
  return { image: description.image, dataSet }
}

function paint(elements: Elements, ...cells: readonly number[]): number[] {
  const { image, dataSet } = imageOf(elements)
  return [...paintGray(image, readDisplay(image, dataSet, { littleEndian: true }), Uint16Array.from(cells))]
}

describe('storedValue', () => {
  const cases: Record<string, [Elements, cell: number, value: number]> = {
    'cuts what lies above the high bit': [{}, 0xf123, 0x123],
    'shifts down from the high bit': [{ [Tags.HighBit]: 15 }, 0x1234, 0x123],
    'signs by the highest stored bit': [{ [Tags.PixelRepresentation]: 1 }, 0x0fff, -1],
    'keeps 32 bits': [{ [Tags.BitsAllocated]: 32, [Tags.BitsStored]: 32, [Tags.HighBit]: 31 }, 0xffffffff, 0xffffffff],
    'signs 32 bits': [
      { [Tags.BitsAllocated]: 32, [Tags.BitsStored]: 32, [Tags.HighBit]: 31, [Tags.PixelRepresentation]: 1 }, 0xffffffff, -1],
  }
  for (const [rule, [elements, cell, value]] of Object.entries(cases)) {
    it(rule, () => assert.equal(storedValue(imageOf(elements).image)(cell), value))
  }
})

describe('windowCurve', () => {
  // PS3.3 §C.11.2.1.2.1: c = 2048, w = 4096 shows 0 as black and 4095 as white.
  const shown = (curve: (value: number) => number, value: number) => Math.round(Math.min(Math.max(curve(value), 0), 1) * 255)
  const cases: [name: string, center: number, width: number, value: number, gray: number][] = [
    ['LINEAR', 2048, 4096, 0, 0], ['LINEAR', 2048, 4096, 4095, 255], ['LINEAR', 0, 100, -50, 0], ['LINEAR', 0, 100, 49, 255],
    ['LINEAR', 0, 1, -0.5, 0], ['LINEAR', 0, 1, 0, 255], ['LINEAR_EXACT', 0, 100, -50, 0], ['LINEAR_EXACT', 0, 100, 50, 255],
    ['SIGMOID', 10, 4, 10, 128], ['SIGMOID', 10, 4, 1000, 255],
  ]
  for (const [name, center, width, value, gray] of cases) {
    it(`${name} ${center}/${width} shows ${value} as ${gray}`, () => {
      assert.equal(shown(windowCurve({ center, width }, name), value), gray)
    })
  }
})

describe('paintGray', () => {
  const windowed = { [Tags.WindowCenter]: 2048, [Tags.WindowWidth]: 4096 }

  it('applies the first window of several', () => {
    assert.deepEqual(paint({ [Tags.WindowCenter]: [2048, 5], [Tags.WindowWidth]: [4096, 5] }, 0, 4095), [0, 255])
  })
  it('rescales before it windows', () => {
    const ct = { [Tags.RescaleIntercept]: -1024, [Tags.RescaleSlope]: 1, [Tags.WindowCenter]: 0, [Tags.WindowWidth]: 100 }
    assert.deepEqual(paint(ct, 974, 1073, 4000), [0, 255, 255])
  })
  it('turns MONOCHROME1 round', () => {
    assert.deepEqual(paint({ ...windowed, [Tags.PhotometricInterpretation]: 'MONOCHROME1' }, 0, 4095), [255, 0])
  })
  it('stretches from the darkest to the brightest where no window is named', () => {
    assert.deepEqual(paint({}, 100, 150, 200), [0, 128, 255])
  })
  it('leaves the padding out of that range', () => {
    assert.deepEqual(paint({ [Tags.PixelPaddingValue]: { vr: 'US', value: 0 } }, 0, 100, 200), [0, 0, 255])
  })
  it('shows one flat value without a fault', () => {
    assert.equal(paint({}, 7, 7, 7).length, 3)
  })
  it('shows eight bits without any transformation as they are', () => {
    const plain = { [Tags.BitsAllocated]: 8, [Tags.BitsStored]: 8, [Tags.HighBit]: 7 }
    assert.deepEqual(paint(plain, 10, 200), [10, 200])
  })
  it('follows a VOI LUT where there is no window', () => {
    const table = { [Tags.LUTDescriptor]: { vr: 'US', value: [3, 10, 8] }, [Tags.LUTData]: { vr: 'US', value: [0, 100, 255] } } as const
    assert.deepEqual(paint({ [Tags.VOILUTSequence]: [table] }, 0, 11, 12, 4000), [0, 100, 255, 255])
  })
  it('takes the window of the frame from its functional group', () => {
    const voi = (center: number) => ({ [Tags.FrameVOILUTSequence]: [{ [Tags.WindowCenter]: center, [Tags.WindowWidth]: 2 }] })
    const { image, dataSet } = imageOf({ [Tags.PerFrameFunctionalGroupsSequence]: [voi(10), voi(1000)] })
    const options = { littleEndian: true, frameIndex: 1 }
    assert.deepEqual([...paintGray(image, readDisplay(image, dataSet, options), Uint16Array.of(900, 1100))], [0, 255])
  })
})
