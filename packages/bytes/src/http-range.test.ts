import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { parseRange } from './http-range.ts'

describe('parseRange of a body of 10 bytes', () => {
  const cases: Record<string, ReturnType<typeof parseRange>> = {
    'bytes=0-0': { start: 0, end: 1 },
    'bytes=1-4': { start: 1, end: 5 },
    'bytes=-3': { start: 7, end: 10 },
    'bytes=-30': { start: 0, end: 10 },
    'bytes=8-': { start: 8, end: 10 },
    'bytes=8-99': { start: 8, end: 10 },
    'bytes=10-': 'unsatisfiable',
    'bytes=-0': 'unsatisfiable',
    'bytes=0-1,4-5': null,
    'bytes=4-2': null,
    'bytes=-': null,
    'bytes=a-b': null,
    'items=0-1': null,
  }
  for (const [header, expected] of Object.entries(cases)) {
    it(`${header} is ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(parseRange(header, 10), expected)
    })
  }

  it('gives the whole body without a header', () => {
    assert.equal(parseRange(undefined, 10), null)
  })
})
