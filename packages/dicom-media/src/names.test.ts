import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { jolietNames, level1Names, uniqueNames, zipNames, type NameRule } from './names.ts'

const files = (...names: string[]) => names.map((name) => ({ name, isFolder: false }))

describe('uniqueNames', () => {
  it('keeps a legal name for its owner, even if a changed one came first', () => {
    assert.deepEqual(uniqueNames(files('dicomdir', 'DICOMDIR'), level1Names), ['DICOMD_2', 'DICOMDIR'])
  })
  it('numbers equal names before the extension', () => {
    assert.deepEqual(uniqueNames(files('a.pdf', 'a.pdf', 'A.PDF'), zipNames), [
      'a.pdf',
      'a (2).pdf',
      'A (3).PDF',
    ])
  })
  it('steps over a number that is taken', () => {
    assert.deepEqual(uniqueNames(files('a (2)', 'a', 'a'), zipNames), ['a (2)', 'a', 'a (3)'])
  })
  it('numbers 20,000 equal names in no time', () => {
    const names = uniqueNames(files(...Array.from({ length: 20_000 }, () => 'same.txt')), level1Names)
    assert.equal(new Set(names).size, 20_000)
  })

  const rules: readonly (readonly [string, NameRule, RegExp])[] = [
    ['ZIP', zipNames, /^[^/\\:*?"<>|\p{Cc}]{1,120}$/u],
    ['Joliet', jolietNames, /^[^/\\:*?"<>|;\p{Cc}\u{10000}-\u{10FFFF}]{1,62}$/u],
    ['level 1', level1Names, /^[A-Z0-9_]{1,8}(\.[A-Z0-9_]{1,3})?$/],
  ]
  for (const [format, rule, legal] of rules) {
    it(`gives legal and different names for any list in ${format}`, () => {
      const name = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('a', 'A', 'a.txt', 'FILE', 'CON', 'a (2)', 'IM000001', 'IM0000012', '..', ''),
      )
      fc.assert(
        fc.property(fc.array(name, { maxLength: 40 }), (wanted) => {
          const names = uniqueNames(files(...wanted), rule)
          assert.equal(new Set(names.map((each) => each.toUpperCase())).size, wanted.length)
          for (const each of names) assert.match(each, legal)
        }),
        { numRuns: 300 },
      )
    })
  }
})

describe('level1Names', () => {
  const clean = (name: string, isFolder = false) => level1Names.clean({ name, isFolder })
  it('takes eight and three d-characters of a file', () => {
    assert.equal(clean('Übersicht alt.html'), 'UBERSICH.HTM')
  })
  it('leaves a name of letters that have no Latin form readable as a file', () => {
    assert.equal(clean('отчёт.pdf'), 'FILE.PDF')
  })
  it('gives a folder no extension', () => {
    assert.equal(clean('IHE.PDI', true), 'IHE_PDI')
  })
})
