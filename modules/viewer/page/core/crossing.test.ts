import { describe, expect, it } from 'vitest'
import { crossingOf } from './crossing.ts'
import { Tags } from './tags.ts'
import { slice } from './testing.ts'

const upright = (y: number) => slice(9, 0, { [Tags.ImageOrientationPatient]: [1, 0, 0, 0, 0, -1], [Tags.ImagePositionPatient]: [0, y, 0] })

describe('the line of another plane', () => {
  it('lies where it crosses, in pixels', () => expect(crossingOf(slice(1, 0), upright(4))).toEqual([{ x: 0, y: 2 }, { x: 4, y: 2 }]))
  it('is not drawn for a parallel plane, nor outside of the image', () => {
    expect([crossingOf(slice(1, 0), slice(2, 5)), crossingOf(slice(1, 0), upright(400))]).toEqual([null, null])
  })
})
