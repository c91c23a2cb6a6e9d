import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { CodecError } from '../outcome.ts'
import { decodeDct } from './dct.ts'
import { decodeLossless } from './lossless.ts'

/** Bits as they are written, with a zero behind each FF. */
function entropy(bits: string): number[] {
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1')
  return (padded.match(/.{8}/g) ?? []).flatMap((byte) => (byte === '11111111' ? [255, 0] : [parseInt(byte, 2)]))
}

function segment(marker: number, ...body: readonly number[]): number[] {
  return [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]
}

/** Seventeen sizes, each by a code of five bits that is its number. */
const SIZES = segment(0xc4, 0x00, 0, 0, 0, 0, 17, ...new Array<number>(11).fill(0), ...Array.from({ length: 17 }, (_, n) => n))

function difference(value: number): string {
  const signed = value > 32_768 ? value - 65_536 : value
  const size = signed === 0 ? 0 : Math.floor(Math.log2(Math.abs(signed))) + 1
  const code = size.toString(2).padStart(5, '0')
  if (size === 0 || size > 15) return code
  return code + (signed > 0 ? signed : signed + 2 ** size - 1).toString(2).padStart(size, '0')
}

interface Raster {
  readonly columns: number
  readonly samples: readonly number[]
}

const PREDICTORS: readonly ((a: number, b: number, c: number) => number)[] = [
  (a) => a, (_, b) => b, (_, __, c) => c, (a, b, c) => a + b - c, (a, b, c) => a + ((b - c) >> 1), (a, b, c) => b + ((a - c) >> 1),
  (a, b) => (a + b) >> 1,
]

/** An encoder as plain as can be: one component, one scan. ITU-T T.81 Annex H. */
function lossless({ columns, samples }: Raster, predictor: number, precision: number, restart = 0): Uint8Array {
  const rows = samples.length / columns
  const data: number[] = []
  let bits = ''
  samples.forEach((sample, n) => {
    const [x, y] = [n % columns, Math.floor(n / columns)]
    const restarts = restart > 0 && n > 0 && n % restart === 0
    if (restarts) {
      data.push(...entropy(bits), 0xff, 0xd0 + ((n / restart - 1) % 8))
      bits = ''
    }
    const isFirstRow = y === 0 || (restart > 0 && (y * columns) % restart === 0)
    const [a = 0, b = 0, c = 0] = [samples[n - 1], samples[n - columns], samples[n - columns - 1]]
    const predicted = x === 0 ? (isFirstRow ? 2 ** (precision - 1) : b) : isFirstRow ? a : PREDICTORS[predictor - 1]?.(a, b, c) ?? 0
    bits += difference((sample - predicted) & 0xffff)
  })
  data.push(...entropy(bits))
  return Uint8Array.from([
    0xff, 0xd8, ...segment(0xc3, precision, rows >> 8, rows & 255, columns >> 8, columns & 255, 1, 1, 0x11, 0), ...SIZES,
    ...(restart > 0 ? segment(0xdd, restart >> 8, restart & 255) : []),
    ...segment(0xda, 1, 1, 0x00, predictor, 0, 0), ...data, 0xff, 0xd9,
  ])
}

describe('decodeLossless', () => {
  const raster = fc.integer({ min: 1, max: 9 }).chain((columns) => fc.record({
    columns: fc.constant(columns),
    samples: fc.integer({ min: 1, max: 6 }).chain((rows) =>
      fc.array(fc.integer({ min: 0, max: 65_535 }), { minLength: rows * columns, maxLength: rows * columns })),
  }))

  it('gives back what was encoded, with each predictor', () => {
    fc.assert(fc.property(raster, fc.integer({ min: 1, max: 7 }), fc.boolean(), ({ columns, samples }, predictor, restarts) => {
      const stream = lossless({ columns, samples }, predictor, 16, restarts ? columns : 0)
      assert.deepEqual([...decodeLossless(stream)], samples)
    }))
  })

  it('knows a difference of 32768, which has no bits', () => {
    assert.deepEqual([...decodeLossless(lossless({ columns: 2, samples: [0, 32_768] }, 1, 16))], [0, 32_768])
  })

  it('ends within reason whatever comes', () => {
    const stream = lossless({ columns: 8, samples: Array.from({ length: 64 }, (_, n) => n * 1000) }, 4, 16)
    fc.assert(fc.property(fc.nat(stream.length - 1), fc.nat(255), fc.nat(stream.length), (at, value, length) => {
      const broken = stream.with(at, value).subarray(0, length)
      for (const decode of [decodeLossless, decodeDct]) {
        try {
          decode(broken)
        } catch (error) {
          assert.ok(error instanceof CodecError, String(error))
        }
      }
    }), { numRuns: 500 })
  })

  const whole = lossless({ columns: 8, samples: Array.from({ length: 64 }, (_, n) => n * 1000) }, 1, 16)
  const broken: Record<string, Uint8Array> = {
    'no JPEG': Uint8Array.of(1, 2, 3),
    'a stream cut in its data': whole.subarray(0, whole.length - 40),
    'a stream without data': whole.subarray(0, 60),
    'a scan before its frame': Uint8Array.from([0xff, 0xd8, ...segment(0xda, 1, 1, 0, 1, 0, 0)]),
    'more codes than fit': Uint8Array.from([0xff, 0xd8, ...segment(0xc4, 0, 3, ...new Array<number>(15).fill(0), 1, 2, 3)]),
  }
  for (const [what, stream] of Object.entries(broken)) {
    it(`refuses ${what}`, () => {
      assert.throws(() => decodeLossless(stream), CodecError)
    })
  }
})

describe('decodeDct', () => {
  const flat = (value: string, rows = 8) => Uint8Array.from([
    0xff, 0xd8, ...segment(0xdb, 0, ...new Array<number>(64).fill(8)), ...segment(0xc1, 12, 0, rows, 0, 8, 1, 1, 0x11, 0),
    ...SIZES, ...segment(0xc4, 0x10, 1, ...new Array<number>(15).fill(0), 0), ...segment(0xda, 1, 1, 0x00, 0, 63, 0),
    ...entropy(value), 0xff, 0xd9,
  ])

  it('gives a flat block its mean', () => {
    // DC 100 in steps of 8 is 100 above the middle; then the end of the block, by the code 0.
    assert.deepEqual([...decodeDct(flat(`${difference(100)}0`))], new Array<number>(64).fill(2148))
  })
  it('keeps within 12 bits', () => {
    assert.deepEqual([...new Set(decodeDct(flat(`${difference(4000)}0`)))], [4095])
    assert.deepEqual([...new Set(decodeDct(flat(`${difference(65_536 - 4000)}0`)))], [0])
  })
  it('refuses a stream that is shorter than its image', () => {
    assert.throws(() => decodeDct(flat(`${difference(100)}0`, 200)), CodecError)
  })
})
