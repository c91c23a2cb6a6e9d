import { describe, expect, it } from 'vitest'
import type { ExamView } from '../contract.ts'
import { byYear } from './years.ts'

const exam = (id: string, date: string) => ({ id, date }) as ExamView

describe('byYear', () => {
  it('keeps the order that the server gave', () => {
    const years = byYear([exam('a', '20260501'), exam('b', '20260102'), exam('c', '20241231')])
    expect(years.map(({ year, exams }) => [year, exams.map(({ id }) => id)])).toEqual([['2026', ['a', 'b']], ['2024', ['c']]])
  })
  it('puts exams without a date under none', () => {
    expect(byYear([exam('a', '')])[0]?.year).toBe('')
  })
})
