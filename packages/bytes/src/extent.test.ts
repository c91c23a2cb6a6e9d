import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { parseBlobId } from './blob-id.ts'
import { literal, range, sizeOf, slice, type ExtentList } from './extent.ts'

const BLOB = parseBlobId('ab'.repeat(32))
const text = (s: string) => literal(new TextEncoder().encode(s))

describe('slice', () => {
  // position   0123 4..............11 12
  //            head  pixels (blob 100..107)  tail
  const list: ExtentList = [text('head'), range(BLOB, 100, 8), text('tail')]

  it('cuts through a literal, a blob range and a literal', () => {
    assert.deepEqual(slice(list, 2, 14), [text('ad'), range(BLOB, 100, 8), text('ta')])
  })

  it('moves the offset of a blob range that is cut at its left', () => {
    assert.deepEqual(slice(list, 7, 9), [range(BLOB, 103, 2)])
  })

  it('gives nothing for an empty range, even at the very end', () => {
    assert.deepEqual(slice(list, 16, 16), [])
  })

  it('refuses to end behind the last byte', () => {
    assert.throws(() => slice(list, 0, 17), RangeError)
  })

  it('cut at every position, joins to the same size', () => {
    for (let at = 0; at <= sizeOf(list); at++) {
      const [left, right] = [slice(list, 0, at), slice(list, at, 16)]
      assert.equal(sizeOf([...left, ...right]), 16, `cut at ${at}`)
    }
  })

  it('keeps the CRC of a range that is taken whole, and drops that of a piece', () => {
    const noted = [range(BLOB, 0, 8, 0x1234)]
    assert.deepEqual(slice(noted, 0, 8), noted)
    assert.deepEqual(slice(noted, 0, 7), [range(BLOB, 0, 7)])
  })
})
