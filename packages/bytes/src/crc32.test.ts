import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { parseBlobId } from './blob-id.ts'
import { crc32, crc32Combine, crc32Of } from './crc32.ts'
import { literal, range } from './extent.ts'

const BLOB = parseBlobId('ab'.repeat(32))
const bytes = fc.uint8Array({ maxLength: 300 })

describe('crc32', () => {
  it('is the check value of the CRC catalogue for "123456789"', () => {
    assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926)
  })

  it('joins two parts without their bytes', () => {
    fc.assert(fc.property(bytes, bytes, (a, b) => {
      assert.equal(crc32Combine(crc32(a), crc32(b), b.length), crc32(Buffer.concat([a, b])))
    }))
  })

  it('joins behind four gigabytes of zeros as behind four', () => {
    const zeros = (n: number) => crc32(new Uint8Array(n))
    const two = crc32Combine(zeros(2 ** 20), zeros(2 ** 20), 2 ** 20)
    assert.equal(two, zeros(2 ** 21))
    let doubled = zeros(2 ** 20)
    for (let length = 2 ** 20; length < 2 ** 32; length *= 2) doubled = crc32Combine(doubled, doubled, length)
    assert.equal(crc32Combine(doubled, crc32(new Uint8Array([7])), 1), crc32(new Uint8Array([7]), doubled))
  })
})

describe('crc32Of', () => {
  it('joins literals and noted ranges, without opening a blob', () => {
    fc.assert(fc.property(bytes, bytes, bytes, (head, pixels, tail) => {
      const list = [literal(head), range(BLOB, 10, pixels.length, crc32(pixels)), literal(tail)]
      assert.equal(crc32Of(list), crc32(Buffer.concat([head, pixels, tail])))
    }))
  })

  it('refuses a range whose CRC nobody noted', () => {
    assert.throws(() => crc32Of([range(BLOB, 0, 1)]), RangeError)
  })
})
