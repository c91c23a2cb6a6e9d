import { describe, expect, it } from 'vitest'
import { codeTyped, isWhole } from './code-typed.ts'

describe('an access code as it is typed', () => {
  it('is put into groups, whatever stood between', () => {
    expect(codeTyped('ab c-de.fg')).toBe('ABCDE-FG')
    expect(codeTyped('#abcdefghjkmnpqrstvwx')).toBe('ABCDE-FGHJK-MNPQR-STVWX')
    expect(codeTyped('')).toBe('')
  })

  it('is whole with twenty letters and digits, and takes no more', () => {
    expect(isWhole(codeTyped('abcdefghjkmnpqrstvw'))).toBe(false)
    expect(isWhole(codeTyped('abcdefghjkmnpqrstvwxyz'))).toBe(true)
  })
})
