import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import {
  dateRange, dateTimeRange, DAY_US, isDate, isDateTime, isTime, parseDate, parseDateTime, parseOffset, parseTime, timeRange,
  type Interval,
} from './date-time.ts'

/** `[start, end)` as a person reads it, in UTC. */
function shown(interval: Interval | null): string | null {
  if (interval === null) return null
  const text = (us: number) => (Number.isFinite(us) ? new Date(us / 1000).toISOString().replace('.000Z', '') : '')
  return `${text(interval.start)}/${text(interval.end)}`
}

describe('dates', () => {
  const dates: { readonly [text: string]: string | null } = {
    '20260131': '2026-01-31T00:00:00/2026-02-01T00:00:00',
    '2026.01.31': '2026-01-31T00:00:00/2026-02-01T00:00:00',
    '20240229': '2024-02-29T00:00:00/2024-03-01T00:00:00',
    '00010101': '0001-01-01T00:00:00/0001-01-02T00:00:00',
    '20250229': null, '20251301': null, '20250100': null, '2025-01-01': null, '202501': null, '': null,
  }
  for (const [text, expected] of Object.entries(dates)) {
    it(`reads "${text}"`, () => assert.equal(shown(parseDate(text)), expected))
  }
  it('are of the calendar, and of the present form, where that is asked', () => {
    assert.deepEqual(['20240229', '20230229', '2026.01.31', '2026'].map(isDate), [true, false, false, false])
  })
  it('make ranges, open at either end', () => {
    assert.equal(shown(dateRange('20260101-20260131')), '2026-01-01T00:00:00/2026-02-01T00:00:00')
    assert.equal(shown(dateRange('20260101-')), '2026-01-01T00:00:00/')
    assert.equal(shown(dateRange('-20260101')), '/2026-01-02T00:00:00')
    assert.deepEqual(['-', 'x-y', '20260101-x', '20260101--20260131'].map(dateRange), [null, null, null, null])
  })
})

describe('times', () => {
  const HOUR = DAY_US / 24
  const times: { readonly [text: string]: readonly [number, number] | null } = {
    '10': [10 * HOUR, 11 * HOUR],
    '1030': [10.5 * HOUR, 10.5 * HOUR + 60e6],
    '103000': [10.5 * HOUR, 10.5 * HOUR + 1e6],
    '10:30:00': [10.5 * HOUR, 10.5 * HOUR + 1e6],
    '103000.5': [10.5 * HOUR + 500_000, 10.5 * HOUR + 600_000],
    '103000.000001': [10.5 * HOUR + 1, 10.5 * HOUR + 2],
    '235960': [DAY_US, DAY_US + 1e6],
    '24': null, '1060': null, '103061': null, '10:3000': null, '1': null, '103000.1234567': null,
  }
  for (const [text, expected] of Object.entries(times)) {
    it(`reads "${text}" to its precision`, () => {
      const time = parseTime(text)
      assert.deepEqual(time === null ? null : [time.start, time.end], expected)
    })
  }
  it('are of the present form, where that is asked', () => {
    assert.deepEqual(['10', '103000.123456', '10:30', '25'].map(isTime), [true, true, false, false])
  })
  it('make ranges', () => {
    assert.deepEqual(timeRange('08-1000'), { start: 8 * HOUR, end: 10 * HOUR + 60e6 })
    assert.deepEqual(timeRange('-0800'), { start: -Infinity, end: 8 * HOUR + 60e6 })
  })
})

describe('moments', () => {
  const moments: { readonly [text: string]: string | null } = {
    '2026': '2026-01-01T00:00:00/2027-01-01T00:00:00',
    '202602': '2026-02-01T00:00:00/2026-03-01T00:00:00',
    '2026022810': '2026-02-28T10:00:00/2026-02-28T11:00:00',
    '20260228103000.5+0100': '2026-02-28T09:30:00.500Z/2026-02-28T09:30:00.600Z',
    '2026-0500': '2026-01-01T05:00:00/2027-01-01T05:00:00',
    '2026-1300': null, '202613': null, '20260228+01': null,
  }
  for (const [text, expected] of Object.entries(moments)) {
    it(`reads "${text}" in UTC`, () => assert.equal(shown(parseDateTime(text)), expected))
  }
  it('without an offset have that of their surroundings', () => {
    assert.equal(shown(parseDateTime('2026022810', 60)), '2026-02-28T09:00:00/2026-02-28T10:00:00')
  })
  it('make ranges, in which a hyphen may be part of an offset', () => {
    assert.equal(shown(dateTimeRange('2025-2026')), '2025-01-01T00:00:00/2027-01-01T00:00:00')
    assert.equal(shown(dateTimeRange('2025-0500-2026-0500')), '2025-01-01T05:00:00/2027-01-01T05:00:00')
    assert.equal(shown(dateTimeRange('2025-0500-')), '2025-01-01T05:00:00/')
    assert.equal(shown(dateTimeRange('-2026+0100')), '/2026-12-31T23:00:00')
  })
  it('have offsets from -1200 to +1400', () => {
    assert.deepEqual(['-1200', '+1400', '-1201', '+1401', '+0160', '0100'].map(parseOffset), [-720, 840, null, null, null, null])
    assert.deepEqual(['2026', '2026x'].map(isDateTime), [true, false])
  })
})
