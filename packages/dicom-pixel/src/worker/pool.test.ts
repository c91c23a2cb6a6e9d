import assert from 'node:assert/strict'
import { afterAll, describe, it } from 'vitest'
import { TransferSyntaxes } from '@filmjacket/dicom-data'
import { encode } from '../encode.ts'
import { imageOf, shape } from '../testing.ts'
import { Pool, type PoolOptions } from './pool.ts'
import type { DecodeTask } from './task.ts'

/** A program that does what the first byte of a frame says. */
const UNRULY = `
import { parentPort } from 'node:worker_threads'
const deeds = {
  1: () => { for (;;); },
  2: () => process.exit(3),
  3: () => { throw new Error('thrown') },
  4: () => { const all = []; for (;;) all.push(new Array(1e5).fill({})) },
}
parentPort.on('message', ({ image, frame }) => {
  deeds[frame[0]]?.()
  parentPort.postMessage({ kind: 'done', result: { kind: 'decoded', image, cells: frame } })
})
parentPort.postMessage({ kind: 'ready' })`
const program = new URL(`data:text/javascript,${encodeURIComponent(UNRULY)}`)

const image = imageOf(shape(1, 1, 8, 'MONOCHROME2'))

function task(deed: number): DecodeTask {
  return { kind: 'decode', image, frame: Uint8Array.of(deed), syntaxUid: TransferSyntaxes.rle.uid, keepYbr: false }
}

const pools: Pool[] = []
afterAll(() => Promise.all(pools.map((pool) => pool.close())))

function poolOf(options: PoolOptions): Pool {
  const pool = new Pool(options)
  pools.push(pool)
  return pool
}

describe('Pool', () => {
  const deeds: Record<string, [deed: number, problem: string]> = {
    'hangs': [1, 'deadline'], 'ends': [2, 'worker-died'], 'throws': [3, 'worker-died'], 'eats all memory': [4, 'memory'],
  }
  for (const [what, [deed, problem]] of Object.entries(deeds)) {
    it(`outlives a thread that ${what}`, async () => {
      const pool = poolOf({ program, threads: 1, deadlineMs: deed === 1 ? 300 : 20_000 })
      const [bad, good] = await Promise.all([pool.run(task(deed)), pool.run(task(0))])
      assert.equal(bad.kind, 'unsupported')
      assert.equal(bad.problem, problem)
      assert.equal(good.kind, 'decoded')
    })
  }

  it('answers each of many with its own', async () => {
    const pool = poolOf({ program, threads: 2 })
    const deeds = Array.from({ length: 50 }, (_, n) => 10 + n)
    const results = await Promise.all(deeds.map((deed) => pool.run(task(deed))))
    assert.deepEqual(results.map((result) => result.kind === 'decoded' && result.cells[0]), deeds)
  })

  it('tells a program that cannot run as a fault, not as a broken frame', async () => {
    const broken = new URL('data:text/javascript,throw new Error("no such program")')
    await assert.rejects(poolOf({ program: broken, threads: 1 }).run(task(0)), /no such program/)
  })

  it('lets no codec take more memory than it may', async () => {
    const pool = poolOf({ threads: 1, heapBytes: 96 * 1024 * 1024 })
    const small = imageOf(shape(64, 64, 8, 'MONOCHROME2'))
    const cells = Uint8Array.from({ length: 64 * 64 }, (_, n) => n % 251)
    const { bytes } = await encode({ kind: 'decoded', image: small, cells }, TransferSyntaxes.jpeg2000Lossless)
    const huge = Buffer.from(bytes)
    for (const at of [8, 12, 24, 28]) huge.writeUInt32BE(8000, at) // size of image and tile, in SIZ
    const frames = [huge, bytes].map((frame) =>
      pool.run({ kind: 'decode', image: small, frame, syntaxUid: TransferSyntaxes.jpeg2000Lossless.uid, keepYbr: false }))
    const [bad, good] = await Promise.all(frames)
    assert.ok(bad?.kind === 'unsupported' && bad.problem === 'memory', JSON.stringify(bad))
    assert.ok(good?.kind === 'decoded' && Buffer.compare(Buffer.from(good.cells as Uint8Array), cells) === 0)
  })
})
