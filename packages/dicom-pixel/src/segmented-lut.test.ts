import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { expandSegments } from './segmented-lut.ts'

const words = (...values: readonly number[]) => new Uint8Array(Uint16Array.from(values).buffer)

describe('expandSegments', () => {
  it('copies a discrete segment and draws a line from its end', () => {
    //                     discrete 2: 5 10   linear 4 to 50
    const data = words(0, 2, 5, 10, 1, 4, 50)
    assert.deepEqual([...(expandSegments(data, 6, true) ?? [])], [5, 10, 20, 30, 40, 50])
  })
  it('repeats segments by their place in bytes', () => {
    const data = words(0, 2, 7, 8, 2, 1, 0, 0)
    assert.deepEqual([...(expandSegments(data, 4, true) ?? [])], [7, 8, 7, 8])
  })

  const broken: Record<string, [Uint8Array, number]> = {
    'fewer entries than told': [words(0, 2, 5, 10), 3],
    'more entries than told': [words(0, 2, 5, 10), 1],
    'a line before any entry': [words(1, 4, 50), 4],
    'a discrete segment cut short': [words(0, 9, 1), 9],
    'a repeat of itself': [words(0, 1, 7, 2, 1, 6, 0), 4],
    'an unknown segment': [words(3, 1, 1), 1],
  }
  for (const [what, [data, count]] of Object.entries(broken)) {
    it(`refuses ${what}`, () => assert.equal(expandSegments(data, count, true), null))
  }
})
