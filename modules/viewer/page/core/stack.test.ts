import { describe, expect, it } from 'vitest'
import { alongside, inOrder, middleOf, stackOf } from './stack.ts'
import { Tags } from './tags.ts'
import { elements, slice } from './testing.ts'

const numbers = (frames: readonly { readonly instanceNumber: number | null }[]) => frames.map(({ instanceNumber }) => instanceNumber)

describe('the order of slices', () => {
  it('is by place, in the direction in which numbers rise', () => {
    expect(numbers(inOrder([slice(1, 30), slice(3, 10), slice(2, 20)]))).toEqual([1, 2, 3])
    expect(numbers(inOrder([slice(1, 10), slice(3, 30), slice(2, 20)]))).toEqual([1, 2, 3])
  })
  it('believes places more than a number that is out of line', () => {
    expect(numbers(inOrder([slice(1, 0), slice(2, 10), slice(9, 20), slice(4, 30), slice(5, 40), slice(6, 50)]))).toEqual([1, 2, 9, 4, 5, 6])
  })
  it('is by number where slices lean in different directions', () => {
    const leaning = slice(1, 99, { [Tags.ImageOrientationPatient]: [0, 1, 0, 0, 0, 1] })
    expect(numbers(inOrder([slice(3, 0), leaning, slice(2, 10)]))).toEqual([1, 2, 3])
  })
  it('is by moment first where one place was seen many times', () => {
    const at = (number: number, z: number, moment: number) => slice(number, z, { [Tags.TemporalPositionIdentifier]: [moment] })
    expect(numbers(inOrder([at(1, 0, 1), at(2, 0, 2), at(3, 10, 1), at(4, 10, 2)]))).toEqual([1, 3, 2, 4])
  })
  it('has every frame of a film, from 1', () => {
    const film = elements({ [Tags.SOPInstanceUID]: ['1.2.3'], [Tags.Rows]: [2], [Tags.Columns]: [2], [Tags.NumberOfFrames]: ['3'] })
    expect(stackOf([film, elements({ [Tags.SOPInstanceUID]: ['1.2.4'] })]).map(({ frame }) => frame)).toEqual([1, 2, 3])
  })
  it('begins in the middle', () => expect([0, 1, 2, 300].map(middleOf)).toEqual([0, 0, 1, 150]))
})

describe('stacks that scroll together', () => {
  const thick = [slice(1, 0), slice(2, 10), slice(3, 20)]
  const thin = Array.from({ length: 21 }, (_, n) => slice(n + 1, n))
  it('go to the same place of the body', () => {
    expect(alongside(slice(2, 10), 1, 3, thin)).toBe(10)
    expect(alongside(slice(17, 16), 16, 21, thick)).toBe(2)
  })
  it('go as far through where they lean in different directions', () => {
    const upright = Array.from({ length: 5 }, (_, n) => slice(n + 1, n, { [Tags.ImageOrientationPatient]: [1, 0, 0, 0, 0, -1] }))
    expect([0, 1, 2].map((at) => alongside(slice(at + 1, at * 10), at, 3, upright))).toEqual([0, 2, 4])
  })
})
