import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { parseBlobId } from './blob-id.ts'
import { etagOf } from './etag.ts'
import { literal, range, slice } from './extent.ts'
import { open, type BlobReader } from './open.ts'

const BLOB = parseBlobId('cd'.repeat(32))
const stored = Buffer.from('0123456789')
const list = [literal(Buffer.from('<')), range(BLOB, 2, 6), literal(Buffer.from('>'))]

function reader(): BlobReader & { reads: number; stopped: boolean } {
  return {
    reads: 0,
    stopped: false,
    async *read(_blob, start, end) {
      try {
        for (let at = start; at < end; at++) {
          this.reads++
          yield await Promise.resolve(stored.subarray(at, at + 1))
        }
      } finally {
        this.stopped = true
      }
    },
  }
}

describe('open', () => {
  it('gives the bytes of every slice, in order', async () => {
    for (let start = 0; start <= 8; start++) {
      for (let end = start; end <= 8; end++) {
        const parts: Uint8Array[] = []
        for await (const part of open(slice(list, start, end), reader())) parts.push(part)
        assert.equal(Buffer.concat(parts).toString(), '<234567>'.slice(start, end))
      }
    }
  })

  it('stops reading when its consumer stops', async () => {
    const blobs = reader()
    for await (const part of open(list, blobs)) if (part.toString() === '3') break
    assert.deepEqual([blobs.reads, blobs.stopped], [2, true])
  })
})

describe('etagOf', () => {
  it('is the same for the same bytes, and another for another range, blob or literal', () => {
    const other = parseBlobId('ef'.repeat(32))
    const tags = [list, [list[0]!, range(BLOB, 2, 5), list[2]!], [list[0]!, range(other, 2, 6), list[2]!], [list[0]!]]
    assert.equal(etagOf(list), etagOf([...list]))
    assert.equal(new Set(tags.map(etagOf)).size, tags.length)
    assert.match(etagOf(list), /^"[\w-]{43}"$/)
  })
})
