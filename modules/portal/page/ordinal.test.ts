import { describe, expect, it } from 'vitest'
import { ordinal } from './ordinal.ts'

describe('ordinal', () => {
  it('says a place in English', () => {
    expect([1, 2, 3, 4, 11, 22].map((number) => ordinal(number, 'en'))).toEqual(['1st', '2nd', '3rd', '4th', '11th', '22nd'])
  })
  it('says a place in Dutch and French', () => {
    expect([ordinal(1, 'nl'), ordinal(1, 'fr'), ordinal(2, 'fr')]).toEqual(['1e', '1re', '2e'])
  })
})
