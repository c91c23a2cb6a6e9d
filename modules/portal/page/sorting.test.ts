import { describe, expect, it } from 'vitest'
import { newestFirst, pressed, sorted } from './sorting.ts'
import { requestWith } from './testing.ts'

const list = [
  requestWith({ id: 'a', createdAt: '2026-01-03T00:00:00Z', examDate: '20250101', examDescription: 'MR' }),
  requestWith({ id: 'b', createdAt: '2026-01-02T00:00:00Z', examDate: '', examDescription: 'CT', readyAt: '2026-01-02T00:01:00Z' }),
  requestWith({ id: 'c', createdAt: '2026-01-01T00:00:00Z', examDate: '20251231', examDescription: 'CT' }),
]
const order = (by: Parameters<typeof sorted>[1]) => sorted(list, by).map(({ id }) => id).join('')

describe('sorted', () => {
  it('leaves the newest first', () => expect(order(newestFirst)).toBe('abc'))
  it('sorts by the date of the exam, those without at the end', () => expect(order({ by: 'examDate', descending: true })).toBe('cab'))
  it('keeps the order of those that are alike', () => expect(order({ by: 'description', descending: false })).toBe('bca'))
})

describe('pressed', () => {
  it('begins dates with the newest and words with A, and turns round at the second press', () => {
    expect(pressed(newestFirst, 'examDate')).toEqual({ by: 'examDate', descending: true })
    expect(pressed(newestFirst, 'description')).toEqual({ by: 'description', descending: false })
    expect(pressed(newestFirst, 'created')).toEqual({ by: 'created', descending: false })
  })
})
