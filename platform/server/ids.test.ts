import { describe, expect, it } from 'vitest'
import { newId, newToken } from './ids.ts'

describe('an id', () => {
  it('tells its table, and then 128 bits in the digits that a person can read aloud', () => {
    expect(newId('stu', 0)).toMatch(/^stu_0{10}[0-9A-HJKMNP-TV-Z]{16}$/u)
  })

  it('sorts by time', () => {
    const instants = [0, 1, 31, 32, 1_023, 1_700_000_000_000, 1_700_000_000_001, 2 ** 48 - 1]
    const ids = instants.map((now) => newId('x', now))
    expect([...ids].sort()).toEqual(ids)
  })

  it('holds all 48 bits of the instant', () => {
    expect(newId('x', 2 ** 48 - 1).slice(2, 12)).toBe('7ZZZZZZZZZ')
  })

  it('is another each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newId('x', 5))).size).toBe(1_000)
  })
})

it('a token is 160 bits in 32 digits', () => {
  expect(newToken()).toMatch(/^[0-9A-HJKMNP-TV-Z]{32}$/u)
})
