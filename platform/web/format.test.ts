import { describe, expect, it } from 'vitest'
import { formatBytes, formatDicomDate, formatInstant, localeFor } from './format.ts'

describe('formatDicomDate', () => {
  it('prints the day that was written, whatever the zone of the reader', () => {
    expect(formatDicomDate('20250314', 'en-GB')).toBe('14 March 2025')
  })
  const broken = { empty: '', short: '2025', 'old style': '2025.03.14', 'not a month': '20251301', 'not a day': '20250230' }
  for (const [what, da] of Object.entries(broken)) {
    it(`says none for a date that is ${what}`, () => expect(formatDicomDate(da, 'en')).toBeNull())
  }
})

describe('formatInstant', () => {
  it('prints in the zone of the reader', () => {
    expect(formatInstant('2026-11-24T23:30:00Z', 'en-GB', 'Europe/Brussels')).toBe('Wed 25 Nov, 00:30')
  })
})

describe('formatBytes', () => {
  const sizes: readonly (readonly [number, string])[] = [
    [0, '0 bytes'], [999, '999 bytes'], [1_000, '1 kB'], [1_240_000_000, '1.2 GB'], [216_400_000, '216 MB'],
  ]
  for (const [bytes, text] of sizes) {
    it(`prints ${bytes} as ${text}`, () => expect(formatBytes(bytes, 'en')).toBe(text))
  }
  it('speaks the language of the reader', () => {
    expect(formatBytes(1_240_000_000, 'fr')).toMatch(/^1,2\sGo$/)
  })
})

describe('localeFor', () => {
  it('takes the region of the reader where the language is theirs', () => {
    expect(localeFor('en', ['nl-BE', 'en-GB'])).toBe('en-GB')
  })
  it('takes the bare language where the reader asks for none of it', () => {
    expect(localeFor('fr', ['nl-BE'])).toBe('fr')
  })
})
