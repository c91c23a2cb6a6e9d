import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { parseBlobId } from './blob-id.ts'
import { literal, range } from './extent.ts'
import { readInto, readsInto } from './read-into.ts'

const BLOB = parseBlobId('cd'.repeat(32))
const stored = Buffer.from('0123456789')
const list = [literal(Buffer.from('<')), range(BLOB, 2, 6), literal(Buffer.from('>'))]
const WHOLE = '<234567>'

/** Three bytes at a time, as a disk that is slow to give. */
const blobs = {
  readInto(_blob: string, start: number, into: Uint8Array) {
    return Promise.resolve(stored.copy(into, 0, start, start + Math.min(into.length, 3)))
  },
}

describe('a list that is read into memory', () => {
  it('is had whole from every position, in as many steps as it takes', async () => {
    for (let from = 0; from <= WHOLE.length; from++) {
      const into = Buffer.alloc(WHOLE.length)
      let at = from
      for (let bytes = 1; bytes > 0; at += bytes) bytes = await readInto(list, at, into.subarray(at), blobs)
      assert.equal(into.toString('latin1', from), WHOLE.slice(from))
    }
  })

  it('fills no more than there is room for', async () => {
    const into = Buffer.alloc(1)
    assert.deepEqual([await readInto(list, 2, into, blobs), into.toString()], [1, '3'])
  })

  it('is asked only of those who can', () => {
    const read = () => (async function* () { await Promise.resolve(); yield stored })()
    assert.deepEqual([readsInto({ read }), readsInto({ read, ...blobs })], [false, true])
  })
})
