import { describe, expect, it } from 'vitest'
import { fetchOrder, nearest } from './prefetch.ts'

describe('the order of fetching', () => {
  it('begins with what is looked at, then its neighbours on both sides', () => {
    expect(fetchOrder(300, 150, 0).slice(0, 5)).toEqual([150, 151, 149, 152, 148])
  })
  it('goes ahead of somebody who scrolls', () => {
    expect(fetchOrder(300, 150, -1).slice(0, 8)).toEqual([150, 149, 148, 147, 146, 145, 144, 151])
  })
  it('has a net over all before the rest', () => {
    const first = new Set(fetchOrder(300, 150, 0).slice(0, 40))
    const farthest = Array.from({ length: 300 }, (_, n) => nearest(300, n, (index) => first.has(index)) ?? 999).map((at, n) => Math.abs(at - n))
    expect(Math.max(...farthest)).toBeLessThanOrEqual(16)
  })
  const stacks = [[0, 0], [1, 0], [2, 1], [7, 3], [40, 39], [300, 0]] as const
  for (const [count, at] of stacks) {
    it(`has each of ${count} once, from ${at}`, () => {
      expect([...fetchOrder(count, at, 1)].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n))
    })
  }
})
