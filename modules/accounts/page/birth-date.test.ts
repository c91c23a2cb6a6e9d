import { describe, expect, it } from 'vitest'
import { dateOf } from './birth-date.ts'

describe('a birth date as it is typed', () => {
  it('is kept as a DICOM date', () => {
    expect(dateOf({ day: '3', month: ' 4', year: '1937' })).toBe('19370403')
    expect(dateOf({ day: '29', month: '02', year: '2024' })).toBe('20240229')
  })

  for (const [day, month, year] of [['', '4', '1937'], ['31', '4', '1937'], ['29', '2', '2023'], ['1', '13', '1937'], ['1', '1', '37'], ['x', '1', '1937']])
    it(`is none where ${day ?? ''}.${month ?? ''}.${year ?? ''} never was`, () => expect(dateOf({ day: day ?? '', month: month ?? '', year: year ?? '' })).toBeNull())
})
