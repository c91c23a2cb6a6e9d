import { describe, expect, it } from 'vitest'
import { canReslice, frameOfCut, planCut, resliced } from './reslice.ts'
import { Tags } from './tags.ts'
import { loaded, slice } from './testing.ts'
import { lettersOf } from './vectors.ts'

const feetFirst = Array.from({ length: 8 }, (_, n) => slice(n + 1, n * 3))
const headFirst = Array.from({ length: 8 }, (_, n) => slice(n + 1, -n * 3))

describe('a volume', () => {
  it('is made of parallel, straight and even slices', () => expect(canReslice(feetFirst)).toBe(true))
  const refused = {
    'few slices': feetFirst.slice(0, 7),
    'a gap': [...feetFirst.slice(0, 7), slice(8, 60)],
    'slices that lean': feetFirst.map((each, n) => (n === 3 ? slice(4, 9, { [Tags.ImageOrientationPatient]: [1, 0, 0, 0, 0, 1] }) : each)),
    'slices that are shifted, as by a tilted gantry': Array.from({ length: 8 }, (_, n) => slice(n + 1, 0, { [Tags.ImagePositionPatient]: [0, n, n * 3] })),
    'slices of two sizes': feetFirst.map((each, n) => (n === 3 ? slice(4, 9, { [Tags.Rows]: [8] }) : each)),
    'colour': feetFirst.map((_, n) => slice(n + 1, n * 3, { [Tags.SamplesPerPixel]: [3] })),
  }
  for (const [what, frames] of Object.entries(refused)) it(`is not made of ${what}`, () => expect(canReslice(frames)).toBe(false))

  for (const [way, frames] of [['feet', feetFirst], ['head', headFirst]] as const) {
    it(`stands upright on the screen, scanned ${way} first`, () => {
      for (const cut of ['rows', 'columns'] as const) {
        const plane = frameOfCut(frames, cut, 0)?.plane
        expect([lettersOf(plane?.row ?? [0, 0, 0]), lettersOf(plane?.column ?? [0, 0, 0])], cut).toEqual([cut === 'rows' ? 'L' : 'P', 'F'])
      }
    })
  }
  it('has the values of its slices, feet below', () => {
    const slices = feetFirst.map((image, n) => loaded(image, n + 1))
    const front = resliced(slices, 'rows', 2)
    const { values } = front?.pixels as { values: Int16Array }
    // Below is the first slice, with row 2: 20, 21, 22, 23.
    expect([...values.subarray(7 * 4)]).toEqual([20, 21, 22, 23])
    expect([...values.subarray(0, 4)]).toEqual([160, 168, 176, 184])
    const side = resliced(slices, 'columns', 3)?.pixels as { values: Int16Array }
    expect([...side.values.subarray(7 * 4)]).toEqual([3, 13, 23, 33])
  })
  it('keeps sizes: from slice to slice, and within one', () => {
    const front = frameOfCut(feetFirst, 'rows', 0)
    expect([front?.spacing, front?.shape.rows, front?.shape.columns]).toEqual([{ row: 3, column: 1, onDetector: false }, 8, 4])
    expect(planCut(feetFirst, 'columns')?.through.count).toBe(4)
  })
  it('brings slices with scales of their own to one', () => {
    const scaled = Array.from({ length: 8 }, (_, n) => loaded(slice(n + 1, n * 3, { [Tags.RescaleSlope]: [n + 1] })))
    const front = resliced(scaled, 'rows', 1)
    expect([front?.image.slope, [...(front?.pixels as { values: Float32Array }).values.subarray(0, 2)]]).toEqual([1, [80, 88]])
  })
})
