import { describe, expect, it } from 'vitest'
import { covers, previewWindow, roughFrame } from './preview.ts'
import { slice } from './testing.ts'
import { Tags } from './tags.ts'

const LARGE = { [Tags.Rows]: [512], [Tags.Columns]: [512], [Tags.WindowCenter]: [40], [Tags.WindowWidth]: [400] }
const CT = slice(1, 0, { ...LARGE, [Tags.RescaleSlope]: [1], [Tags.RescaleIntercept]: [-1024] })
const GREYS = { rows: 1, columns: 3, levels: Uint8Array.of(0, 128, 255) }

describe('a small picture', () => {
  it('is asked for in the window of the person, else in that of the image', () => {
    expect(previewWindow(CT, null)).toEqual({ center: 40, width: 400 })
    expect(previewWindow(CT, { center: -600, width: 1500 })).toEqual({ center: -600, width: 1500 })
  })
  it.each([
    ['colours', { [Tags.SamplesPerPixel]: [3] }], ['eight bits', { [Tags.BitsAllocated]: [8] }],
    ['few pixels', { [Tags.Rows]: [256] }], ['a curve', { [Tags.VOILUTFunction]: ['SIGMOID'] }],
    ['a table', { [Tags.ModalityLUTSequence]: [{}] }], ['no window', { [Tags.WindowWidth]: [] }],
  ])('is none of images with %s', (_, more) => {
    expect(previewWindow(slice(1, 0, { ...LARGE, ...more }), null)).toBeNull()
  })
  it('gives back the values that its greys stand for', () => {
    const { pixels } = roughFrame(CT, GREYS, { center: 40, width: 401 })
    expect(pixels.kind === 'gray' && [...pixels.values]).toEqual([864, 1064, 1264])
  })
  it('is dark where an image with MONOCHROME1 has its high values', () => {
    const inverse = slice(1, 0, { ...LARGE, [Tags.PhotometricInterpretation]: ['MONOCHROME1'] })
    const { pixels } = roughFrame(inverse, GREYS, { center: 1000, width: 401 })
    expect(pixels.kind === 'gray' && Number(pixels.values[0]) > Number(pixels.values[2])).toBe(true)
  })
  it.each([
    ['the same', { center: 40, width: 400 }, true], ['a narrower one', { center: 40, width: 150 }, true],
    ['a much narrower one', { center: 40, width: 80 }, false], ['a wider one', { center: 40, width: 2000 }, false],
    ['one beside it', { center: -600, width: 400 }, false],
  ])('serves %s', (_, wanted, serves) => {
    expect(covers({ center: 40, width: 400 }, wanted)).toBe(serves)
  })
})
