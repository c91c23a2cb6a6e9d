import { describe, expect, it } from 'vitest'
import { dateKey, exactKey, nameKey, newestFirst } from './matching-keys.ts'

describe('a name as a key', () => {
  const cases = {
    '': '', '   ': '', 'Doe': 'Doe*', 'doe, jane': 'doe*jane*', 'van der Berg Jan': 'van*der*Berg*Jan*',
    'Doe^Jane': 'Doe*Jane*', 'D?e*': 'D?e*', ' Grün ': 'Grün*',
  }
  for (const [typed, key] of Object.entries(cases)) it(`${JSON.stringify(typed)} is ${JSON.stringify(key)}`, () => expect(nameKey(typed)).toBe(key))
})

describe('an identifier as a key', () => {
  it('stays as it is typed', () => expect(exactKey(' 47*11 ')).toBe('47*11'))
})

describe('days as a key', () => {
  const cases: readonly (readonly [string | undefined, string | undefined, string])[] = [
    [undefined, undefined, ''], ['2026-01-31', '2026-01-31', '20260131'], ['2026-01-01', '2026-01-31', '20260101-20260131'],
    ['2026-01-01', undefined, '20260101-'], [undefined, '2026-01-31', '-20260131'],
  ]
  for (const [from, to, key] of cases) it(`${from ?? '...'} to ${to ?? '...'} is ${JSON.stringify(key)}`, () => expect(dateKey(from, to)).toBe(key))
})

describe('studies', () => {
  it('come newest first, those without a date last', () => {
    const studies = [{ date: '', time: '' }, { date: '20260101', time: '0800' }, { date: '20260101', time: '1200' }, { date: '20250101', time: '' }]
    expect(studies.sort(newestFirst).map(({ date, time }) => `${date} ${time}`)).toEqual(['20260101 1200', '20260101 0800', '20250101 ', ' '])
  })
})
