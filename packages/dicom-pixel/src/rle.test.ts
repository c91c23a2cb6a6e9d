import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { decodeRle, RleError } from './rle.ts'

/** A frame of the given segments, already packed. */
function frameOf(...segments: readonly (readonly number[])[]): Uint8Array {
  const header = new Uint32Array(16)
  header[0] = segments.length
  segments.reduce((at, segment, n) => {
    header[n + 1] = at
    return at + segment.length
  }, 64)
  return Uint8Array.from([...new Uint8Array(header.buffer), ...segments.flat()])
}

/** The plainest packing: literal runs. */
function packed(bytes: readonly number[]): number[] {
  return bytes.length === 0 ? [] : [Math.min(bytes.length, 128) - 1, ...bytes.slice(0, 128), ...packed(bytes.slice(128))]
}

describe('decodeRle', () => {
  it('unpacks literal and replicate runs, and skips the no-operation', () => {
    //                     3 literals      128 = nothing   4 times 9
    const frame = frameOf([2, 1, 2, 3,     128,            253, 9])
    const shape = { pixels: 7, samplesPerPixel: 1, bytesPerSample: 1 }
    assert.deepEqual([...decodeRle(frame, shape)], [1, 2, 3, 9, 9, 9, 9])
  })

  it('puts the most significant byte, which comes first, last', () => {
    const frame = frameOf([1, 0x0a, 0x0b], [1, 0x01, 0x02])
    assert.deepEqual([...decodeRle(frame, { pixels: 2, samplesPerPixel: 1, bytesPerSample: 2 })], [1, 0x0a, 2, 0x0b])
  })

  it('joins colour planes by pixel', () => {
    const frame = frameOf([1, 1, 4], [1, 2, 5], [1, 3, 6])
    assert.deepEqual([...decodeRle(frame, { pixels: 2, samplesPerPixel: 3, bytesPerSample: 1 })], [1, 2, 3, 4, 5, 6])
  })

  it('gives back what was packed', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 600 }), (bytes) => {
      const shape = { pixels: bytes.length, samplesPerPixel: 1, bytesPerSample: 1 }
      assert.deepEqual([...decodeRle(frameOf(packed([...bytes])), shape)], [...bytes])
    }))
  })

  it('survives any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(9000), (bytes, pixels) => {
      try {
        decodeRle(bytes, { pixels, samplesPerPixel: 1, bytesPerSample: 1 })
      } catch (error) {
        assert.ok(error instanceof RleError)
      }
    }))
  })

  const shape = { pixels: 4, samplesPerPixel: 1, bytesPerSample: 1 }
  const broken: Record<string, [Uint8Array, typeof shape]> = {
    'a header cut short': [new Uint8Array(63), shape],
    'another number of segments': [frameOf([1, 1, 1], [1, 1, 1]), shape],
    'more than 15 segments': [Uint8Array.from([16, ...new Array<number>(80).fill(0)]), shape],
    'a segment before the header ends': [Uint8Array.from([1, 0, 0, 0, 8, 0, 0, 0, ...new Array<number>(60).fill(0)]), shape],
    'an image that it cannot hold': [frameOf([1, 1, 1]), { ...shape, pixels: 1_000_000 }],
  }
  for (const [what, [frame, wanted]] of Object.entries(broken)) {
    it(`refuses ${what}`, () => {
      assert.throws(() => decodeRle(frame, wanted), RleError)
    })
  }
})
