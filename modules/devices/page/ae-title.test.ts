import { describe, expect, it } from 'vitest'
import { isAeTitle } from './ae-title.ts'

describe('isAeTitle', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['CT_ROOM 2', true], ['A', true], ['ABCDEFGHIJKLMNOP', true], ['ABCDEFGHIJKLMNOPQ', false],
    ['', false], [' CT', false], ['CT\\1', false], ['Écho', false],
  ]
  for (const [text, expected] of cases) {
    it(`${expected ? 'takes' : 'refuses'} "${text}"`, () => expect(isAeTitle(text)).toBe(expected))
  }
})
