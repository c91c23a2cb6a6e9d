import { describe, expect, it } from 'vitest'
import { namePartsOf, withNameParts } from './name-parts.ts'

describe('a name in two fields', () => {
  it('shows family and given name of the first writing', () => {
    expect(namePartsOf('Yamada^Tarou^^Dr=山田^太郎=やまだ^たろう')).toEqual({ family: 'Yamada', given: 'Tarou' })
    expect(namePartsOf('')).toEqual({ family: '', given: '' })
  })
  const cases = [
    ['Doe^Jane^M^Dr', { family: 'Doe', given: 'Joan' }, 'Doe^Joan^M^Dr'],
    ['Doe^Jane', { family: 'Doe', given: 'Jane' }, 'Doe^Jane'],
    ['Doe ^Jane', { family: 'Doe', given: 'Jane' }, 'Doe ^Jane'],
    ['Doe^Jane', { family: 'Roe', given: '' }, 'Roe'],
    ['', { family: 'Roe', given: 'Ann' }, 'Roe^Ann'],
    ['Yamada^Tarou=山田^太郎', { family: 'Yamada', given: 'Taro' }, 'Yamada^Taro=山田^太郎'],
    ['Yamada^Tarou=山田^太郎', { family: 'Tanaka', given: 'Tarou' }, 'Tanaka^Tarou'],
    ['Doe', { family: 'D^o=e', given: '' }, 'D o e'],
  ] as const
  for (const [pn, typed, result] of cases) {
    it(`${pn} becomes ${result}`, () => expect(withNameParts(pn, typed)).toBe(result))
  }
})
