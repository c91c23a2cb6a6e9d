import { describe, expect, it } from 'vitest'
import { resultOf, type Measurement, type MeasurementKind } from './measure.ts'
import { resliced } from './reslice.ts'
import { Tags } from './tags.ts'
import { loaded, slice } from './testing.ts'
import type { Point } from './view.ts'

const frame = loaded(slice(1, 0))
const of = (kind: MeasurementKind, ...points: readonly Point[]): Measurement => ({ id: 'm', kind, frameKey: 'k', points })
const at = (x: number, y: number): Point => ({ x, y })

describe('a measurement', () => {
  it('is in millimetres, by the spacing along and across', () => {
    expect(resultOf(of('length', at(0, 0), at(3, 2)), frame)).toEqual({ kind: 'length', length: 5, unit: 'mm' })
  })
  it('says when it is as large as on the detector', () => {
    const projection = loaded(slice(1, 0, { [Tags.PixelSpacing]: [], [Tags.ImagerPixelSpacing]: [0.5, 0.5] }))
    expect(resultOf(of('length', at(0, 0), at(4, 0)), projection)).toEqual({ kind: 'length', length: 2, unit: 'mm-detector' })
  })
  it('is in pixels where no size is known', () => {
    const plain = loaded(slice(1, 0, { [Tags.PixelSpacing]: [] }))
    expect(resultOf(of('length', at(0, 0), at(3, 4)), plain)).toEqual({ kind: 'length', length: 5, unit: 'px' })
  })
  it('has angles of the body, not of the pixels', () => {
    expect(resultOf(of('angle', at(2, 0), at(0, 0), at(0, 1)), frame)).toMatchObject({ degrees: expect.closeTo(90) as number })
    expect(resultOf(of('angle', at(2, 0), at(0, 0), at(2, 1)), frame)).toMatchObject({ degrees: expect.closeTo(45) as number })
  })
  it('never has an angle above 180', () => {
    expect(resultOf(of('angle', at(-2, 1), at(0, 0), at(-2, -1)), frame)).toMatchObject({ degrees: expect.closeTo(90) as number })
  })
  it('counts the pixels whose middle lies in the ellipse', () => {
    const result = resultOf(of('ellipse', at(0, 0), at(2, 2)), frame)
    expect(result).toMatchObject({ area: expect.closeTo(2 * Math.PI) as number, unit: 'mm', values: { mean: 5.5, least: 0, most: 11 } })
  })
  it('reads the value under the point, with its scale', () => {
    const scaled = loaded(slice(1, 0, { [Tags.RescaleSlope]: [2], [Tags.RescaleIntercept]: [-1000] }))
    expect(resultOf(of('probe', at(2.9, 1.1)), scaled)).toEqual({ kind: 'probe', column: 2, row: 1, value: 12 * 2 - 1000 })
    expect(resultOf(of('probe', at(9, 0)), frame)).toMatchObject({ value: null })
  })
  it('says nothing before its points are set', () => {
    expect([of('length', at(0, 0)), of('angle', at(0, 0), at(1, 1)), of('ellipse', at(0, 0)), of('probe')].map((each) => resultOf(each, frame)))
      .toEqual([null, null, null, null])
  })
})

describe('a measurement over a cut', () => {
  // Eight slices, 3 mm apart; pixels of 1 mm along a row. Below is the first.
  const front = resliced(Array.from({ length: 8 }, (_, n) => loaded(slice(n + 1, n * 3, { [Tags.RescaleIntercept]: [-100] }), n + 1)), 'rows', 2)
  if (front === null) throw new Error('no cut')

  it('is in millimetres of the volume', () => {
    expect(resultOf(of('length', at(0, 0), at(4, 1)), front)).toEqual({ kind: 'length', length: 5, unit: 'mm' })
    expect(resultOf(of('angle', at(3, 0), at(0, 0), at(3, 1)), front)).toMatchObject({ degrees: expect.closeTo(45) as number })
  })
  it('has the values of the volume', () => {
    expect(resultOf(of('probe', at(3.5, 7.5)), front)).toMatchObject({ value: 23 - 100 })
    expect(resultOf(of('probe', at(0.5, 6.5)), front)).toMatchObject({ value: 2 * 20 - 100 })
    // The lowest two rows of the two columns at the left: 20, 21 of the first slice and twice as much of the second.
    expect(resultOf(of('ellipse', at(-0.1, 5.9), at(2.1, 8.1)), front))
      .toMatchObject({ unit: 'mm', area: expect.closeTo(Math.PI * 1.1 * 3.3) as number, values: { mean: -69.25, least: -80, most: -58 } })
  })
})
