import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { parseBlobId } from './blob-id.ts'
import { literal, range } from './extent.ts'
import type { BlobReader } from './open.ts'
import { pack, type Buffers } from './pack.ts'

const BLOB = parseBlobId('cd'.repeat(32))
const stored = Buffer.from('0123456789')
const list = [literal(Buffer.from('<<')), range(BLOB, 2, 6), literal(Buffer.from('>')), range(BLOB, 0, 1)]
const WHOLE = '<<234567>0'

/** A byte at a time. */
const slowly: BlobReader = {
  async *read(_blob, start, end) {
    for (let at = start; at < end; at++) yield await Promise.resolve(stored.subarray(at, at + 1))
  },
}
const readers: Readonly<Record<string, BlobReader>> = {
  'in parts': slowly,
  'into memory, a little at a time': { ...slowly, readInto: (_blob, start, into) => Promise.resolve(stored.copy(into, 0, start, start + Math.min(2, into.length))) },
  'from what is at hand': { ...slowly, atHand: (_blob, start, end) => stored.subarray(start, end) },
}

function buffersOf(bytes: number): Buffers {
  return [Buffer.alloc(bytes), Buffer.alloc(bytes)]
}

/** Each part is looked at when the next one is there: a buffer that served again too early would show. */
async function packed(blobs: BlobReader, bytes: number): Promise<readonly string[]> {
  const parts: string[] = []
  let before: Uint8Array | null = null
  for await (const part of pack(list, blobs, buffersOf(bytes))) {
    if (before !== null) parts.push(Buffer.from(before).toString())
    before = part
  }
  return before === null ? parts : [...parts, Buffer.from(before).toString()]
}

describe('pack', () => {
  for (const [how, blobs] of Object.entries(readers)) {
    it(`fills each part but the last with what is read ${how}`, async () => {
      for (let bytes = 1; bytes <= WHOLE.length + 1; bytes++) {
        const parts = await packed(blobs, bytes)
        assert.equal(parts.join(''), WHOLE)
        assert.deepEqual(parts.slice(0, -1).map((part) => part.length), parts.slice(0, -1).map(() => bytes))
      }
    })
  }

  it('hands on large parts as they are, behind what came before', async () => {
    const large = Buffer.alloc(32 * 1024, 'x')
    const blobs: BlobReader = { async *read() { yield await Promise.resolve(large) } }
    const parts: Uint8Array[] = []
    for await (const part of pack([literal(Buffer.from('<')), range(BLOB, 0, large.length), literal(Buffer.from('>'))], blobs, buffersOf(8))) parts.push(part)
    assert.deepEqual(parts.map((part) => part.length), [1, large.length, 1])
    assert.equal(parts[1], large)
  })

  it('stops reading when its consumer stops', async () => {
    let read = 0
    const counted: BlobReader = { async *read(blob, start, end) { for await (const part of slowly.read(blob, start, end)) { read++; yield part } } }
    for await (const part of pack(list, counted, buffersOf(4))) if (part.length === 4) break
    assert.equal(read, 2)
  })
})
