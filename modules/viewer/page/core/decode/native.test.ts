import { describe, expect, it } from 'vitest'
import type { PixelShape } from '../image.ts'
import { PictureError } from '../pixels.ts'
import { readCodeStream } from './code-stream.ts'
import { readNative } from './native.ts'
import { unpackRunLengths } from './run-lengths.ts'

const shape: PixelShape = {
  rows: 1, columns: 4, samplesPerPixel: 1, photometric: 'MONOCHROME2', bitsAllocated: 16, bitsStored: 12, highBit: 11, signed: false, float: false, planar: false,
}
const words = (...values: readonly number[]) => new Uint8Array(Uint16Array.from(values).buffer)
const values = (over: Partial<PixelShape>, bytes: Uint8Array) => {
  const pixels = readNative({ ...shape, ...over }, bytes)
  return pixels.kind === 'gray' ? [...pixels.values] : [...pixels.rgb]
}

describe('native pixels', () => {
  it('lose the bits above those stored', () => expect(values({}, words(0xf001, 0x0fff, 0, 0x1234))).toEqual([1, 4095, 0, 0x234]))
  it('are signed by their highest stored bit', () => expect(values({ signed: true }, words(0xfff, 0x800, 0x7ff, 0))).toEqual([-1, -2048, 2047, 0]))
  it('are shifted down from their high bit', () => expect(values({ highBit: 15 }, words(0xfff0, 0x0010, 0, 0x8000))).toEqual([4095, 1, 0, 2048]))
  it('are read where they do not begin on a word', () => expect(values({}, new Uint8Array([9, ...words(1, 2, 3, 4)]).subarray(1))).toEqual([1, 2, 3, 4]))
  it('are single bits, the lowest first', () => expect(values({ bitsAllocated: 1, bitsStored: 1, highBit: 0 }, Uint8Array.of(0b1010))).toEqual([0, 1, 0, 1]))
  it('are floats where the data set says so', () => {
    expect(values({ bitsAllocated: 32, bitsStored: 32, highBit: 31, float: true }, new Uint8Array(Float32Array.of(1.5, -2, 0, 4).buffer))).toEqual([1.5, -2, 0, 4])
  })
  it('have their colours by pixel, from planes and from shared chroma', () => {
    const color = { samplesPerPixel: 3, photometric: 'RGB', bitsAllocated: 8, bitsStored: 8, highBit: 7, columns: 2 }
    expect(values({ ...color, planar: true }, Uint8Array.of(1, 2, 3, 4, 5, 6))).toEqual([1, 3, 5, 2, 4, 6])
    expect(values({ ...color, photometric: 'YBR_FULL_422' }, Uint8Array.of(10, 20, 128, 128))).toEqual([10, 10, 10, 20, 20, 20])
  })
  it('are refused where bytes are missing, or the image is larger than memory', () => {
    expect(() => readNative(shape, words(1, 2, 3))).toThrow(PictureError)
    expect(() => readNative({ ...shape, rows: 65_535, columns: 65_535 }, words(1))).toThrow(PictureError)
  })
})

describe('run lengths', () => {
  const header = (...starts: readonly number[]) => {
    const view = new DataView(new ArrayBuffer(64))
    view.setUint32(0, starts.length, true)
    starts.forEach((start, n) => view.setUint32(4 + n * 4, start, true))
    return [...new Uint8Array(view.buffer)]
  }
  it('unpack the high bytes, then the low ones', () => {
    const frame = Uint8Array.from([...header(64, 66), 253, 1, 3, 5, 6, 7, 8])
    expect([...unpackRunLengths(shape, frame)]).toEqual([5, 1, 6, 1, 7, 1, 8, 1])
  })
  it('leave zeros where a segment ends early', () => {
    expect([...unpackRunLengths(shape, Uint8Array.from([...header(64, 66), 255, 1, 0, 9]))]).toEqual([9, 1, 0, 1, 0, 0, 0, 0])
  })
  it('are refused with another number of segments, or far too short', () => {
    expect(() => unpackRunLengths(shape, Uint8Array.from(header(64)))).toThrow(PictureError)
    expect(() => unpackRunLengths({ ...shape, rows: 10_000, columns: 10_000 }, Uint8Array.from(header(64, 64)))).toThrow(PictureError)
  })
})

describe('a code stream', () => {
  const jpeg = (marker: number, precision: number) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, marker, 0, 11, precision, 0, 2, 0, 3, 1, 1, 17, 0])
  it('tells its size', () => expect(readCodeStream(jpeg(0xc0, 8))).toMatchObject({ kind: 'jpeg', rows: 2, columns: 3, components: 1, isRgb: true }))
  it('of twelve bits, or lossless, has a decoder of its own', () =>
    expect([readCodeStream(jpeg(0xc1, 12))?.kind, readCodeStream(jpeg(0xc3, 8))?.kind]).toEqual(['jpeg-12', 'jpeg-lossless']))
  it('of other kinds is left to the server', () => expect([readCodeStream(jpeg(0xc5, 8)), readCodeStream(jpeg(0xc1, 10))]).toEqual([null, null]))
  it('may be cut anywhere', () => {
    const whole = jpeg(0xc0, 8)
    for (let length = 0; length < 17; length++) expect(readCodeStream(whole.subarray(0, length)), `${length}`).toBeNull()
  })
})
