import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { isAeTitle, padAeTitle } from './ae-title.ts'

describe('isAeTitle', () => {
  for (const title of ['A', 'CT-1_a', 'ROOM 5', 'A/B', '0123456789ABCDEF']) {
    it(`takes ${title}`, () => assert.ok(isAeTitle(title)))
  }
  const bad = { nothing: '', 'only spaces': ' '.repeat(16), 'a path': '../x', 'a backslash': 'A\\B', NUL: 'A\0', 'a letter beyond ASCII': 'Ä', '17 characters': 'A'.repeat(17) }
  for (const [what, title] of Object.entries(bad)) {
    it(`refuses ${what}`, () => assert.ok(!isAeTitle(title)))
  }
})

describe('padAeTitle', () => {
  it('fills up to 16 with spaces', () => assert.equal(padAeTitle('CT'), 'CT              '))
})
