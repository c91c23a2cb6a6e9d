import assert from 'node:assert/strict'
import sharp from 'sharp'
import { beforeAll, describe, it } from 'vitest'
import { TransferSyntaxes, type TransferSyntax } from '@filmjacket/dicom-data'
import { encode } from './encode.ts'
import { decodeFrame } from './frame.ts'
import { dataSetOf, imageOf, shape } from './testing.ts'

const T = TransferSyntaxes
const SIDE = 48
const elements = shape(SIDE, SIDE, 8, 'MONOCHROME2')
const dataSet = dataSetOf(elements)
const cells = Uint8Array.from({ length: SIDE * SIDE }, (_, n) => (n * 31 + (n >> 3)) % 256)
const other = cells.map((cell) => 255 - cell)

type Kind = readonly [TransferSyntax, good: Uint8Array, second: Uint8Array]

async function jpeg(pixels: Uint8Array): Promise<Uint8Array> {
  return await sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 1 } }).toColourspace('b-w').jpeg().toBuffer()
}

async function kinds(): Promise<readonly Kind[]> {
  const image = imageOf(elements)
  const targets = [T.rle, T.jpegLsLossless, T.jpeg2000Lossless, T.htj2kLossless]
  const lossless = targets.map(async (target): Promise<Kind> => {
    const [good, second] = await Promise.all([cells, other].map((each) => encode({ kind: 'decoded', image, cells: each }, target)))
    return [target, good?.bytes ?? cells, second?.bytes ?? cells]
  })
  return [...await Promise.all(lossless), [T.jpegBaseline, await jpeg(cells), await jpeg(other)]]
}

/** A small generator of numbers, so that a failure can be had again. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('hostile frames', () => {
  let all: readonly Kind[] = []
  beforeAll(async () => {
    all = await kinds()
    await decodeFrame(dataSet, T.rle, new Uint8Array(1)) // starts the thread
  })

  it('end as an outcome, and leave nothing behind for the next frame', async () => {
    const seed = Number(process.env['FILMJACKET_SEED'] ?? Math.floor(Math.random() * 1e9))
    const next = numbers(seed)
    for (const [syntax, good, second] of all) {
      const expected = await decodeFrame(dataSet, syntax, second)
      assert.equal(expected.kind, 'decoded')
      for (let turn = 0; turn < 40; turn++) {
        const broken = new Uint8Array(good)
        for (let n = next(8); n >= 0; n--) broken[next(broken.length)] = next(256)
        const started = performance.now()
        const outcome = await decodeFrame(dataSet, syntax, broken.subarray(0, next(4) === 0 ? next(broken.length) : broken.length))
        const ms = performance.now() - started
        assert.ok(ms < 5000, `${syntax.name}: ${ms} ms, seed ${seed}`)
        assert.ok(outcome.kind === 'decoded' || outcome.reason !== '', `seed ${seed}`)
      }
      assert.deepEqual(await decodeFrame(dataSet, syntax, second), expected, `${syntax.name}, seed ${seed}`)
    }
  })

  it('that are cut in half are refused, not filled up', async () => {
    for (const [syntax, good] of all.slice(1)) {
      await decodeFrame(dataSet, syntax, good)
      const outcome = await decodeFrame(dataSet, syntax, good.subarray(0, good.length >> 1))
      assert.equal(outcome.kind, 'unsupported', syntax.name)
      assert.equal(outcome.problem, 'broken')
    }
  })

  it('of garbage behind a good beginning never give the frame before', async () => {
    for (const [syntax, good] of all.slice(1)) {
      await decodeFrame(dataSet, syntax, good)
      const outcome = await decodeFrame(dataSet, syntax, Uint8Array.from({ length: 900 }, (_, n) => (n < 4 ? good[n] ?? 0 : n * 7)))
      assert.equal(outcome.kind, 'unsupported', syntax.name)
    }
  })

  /** The header of a stream of 65535 x 65535 pixels, and zeros up to a kilobyte. */
  const headers: Record<string, [TransferSyntax, string]> = {
    'JPEG': [T.jpegBaseline, 'ffd8ffc0000b08ffffffff01011100'],
    'JPEG of 12 bits': [T.jpegExtended, 'ffd8ffc1000b0cffffffff01011100'],
    'JPEG Lossless': [T.jpegLosslessSv1, 'ffd8ffc3000b10ffffffff01011100'],
    'JPEG-LS': [T.jpegLsLossless, 'ffd8fff7000b08ffffffff01011100'],
    'JPEG 2000': [T.jpeg2000, 'ff4fff51002900000000ffff0000ffff00000000000000000000ffff0000ffff00000000000000000001070101'],
    'HTJ2K': [T.htj2k, 'ff4fff51002940000000ffff0000ffff00000000000000000000ffff0000ffff00000000000000000001070101'],
  }
  for (const [what, [syntax, header]] of Object.entries(headers)) {
    it(`of 65535 x 65535 pixels in a kilobyte of ${what} are refused at once`, async () => {
      const frame = Buffer.concat([Buffer.from(header, 'hex'), Buffer.alloc(1024)])
      const started = performance.now()
      const outcome = await decodeFrame(dataSet, syntax, frame)
      assert.equal(outcome.kind, 'unsupported')
      assert.equal(outcome.problem, 'too-large')
      assert.ok(performance.now() - started < 1000)
    })
  }
})
