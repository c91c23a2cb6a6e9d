import { describe, expect, it } from 'vitest'
import { birthDateOf } from './birth-date.ts'

const typed = (day: string, month: string, year: string) => birthDateOf({ day, month, year })

describe('birthDateOf', () => {
  it('takes one digit or two', () => {
    expect(typed('7', '3', '1970')).toBe('19700307')
    expect(typed(' 29 ', '02', '2000 ')).toBe('20000229')
    expect(typed('22', '11', '2026')).toBe('20261122')
  })

  const wrong = [['30', '2', '1970'], ['29', '2', '1900'], ['1', '13', '1970'], ['1', '1', '70'], ['', '1', '1970'], ['1', '1', '1500'], ['x', '1', '1970']]
  for (const [day = '', month = '', year = ''] of wrong)
    it(`is none for ${day || '?'} ${month} ${year}`, () => expect(typed(day, month, year)).toBeNull())
})
