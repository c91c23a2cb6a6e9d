import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entryOf, keywordOf, Tags, vrOf } from './dictionary.ts'
import { formatTag } from './tag.ts'

describe('dictionary', () => {
  it('has the VR and keyword of each tag', () => {
    assert.deepEqual(
      [Tags.PatientID, vrOf(Tags.PatientID), keywordOf(Tags.PatientID)],
      [0x00100020, 'LO', 'PatientID'],
    )
    assert.equal(formatTag(Tags.PixelData), '(7FE0,0010)')
    for (const [keyword, tag] of Object.entries(Tags)) assert.equal(keywordOf(tag), keyword)
  })

  it('knows command, file meta, directory and delimiter elements', () => {
    const { CommandField, TransferSyntaxUID, DirectoryRecordSequence, Item } = Tags
    assert.deepEqual([CommandField, TransferSyntaxUID, DirectoryRecordSequence, Item].map(vrOf), [
      'US',
      'UI',
      'SQ',
      'UN',
    ])
  })

  const vrs: readonly (readonly [what: string, tag: number, vr: string])[] = [
    ['a repeating group', 0x60023000, 'OW'],
    ['the first of it', 0x60000010, 'US'],
    ['a curve', 0x50043000, 'OW'],
    ['a repeating element', 0x00203107, 'CS'],
    ['a group length', 0x00100000, 'UL'],
    ['a private creator', 0x00090010, 'LO'],
    ['a private element', 0x00091001, 'UN'],
    ['a private overlay', 0x60010010, 'LO'],
    ['an unknown tag', 0x00100099, 'UN'],
    ['one of several VRs', Tags.SmallestImagePixelValue, 'US'],
    ['pixels', Tags.PixelData, 'OW'],
  ]
  for (const [what, tag, vr] of vrs) it(`gives the VR of ${what}`, () => assert.equal(vrOf(tag), vr))

  it('tells all VRs, multiplicity and retirement', () => {
    assert.deepEqual(entryOf(Tags.SmallestImagePixelValue)?.vrs, ['US', 'SS'])
    assert.equal(entryOf(Tags.PixelSpacing)?.vm, '2')
    assert.equal(entryOf(Tags.LengthToEnd)?.retired, true)
  })

  const root = resolve(import.meta.dirname, '../../..')
  const samples = resolve(root, process.env['FILMJACKET_SAMPLES'] ?? '../shared/data')
  const source = join(samples, 'standard/innolitics_dicom-standard/standard/attributes.json')
  it.skipIf(!existsSync(source))(
    'is what the generator makes of the standard (skipped without the samples)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'dictionary-'))
      try {
        const output = join(folder, 'dictionary.ts')
        execFileSync(join(root, 'node_modules/.bin/tsx'), [
          join(root, 'tools/generate-dictionary.ts'),
          source,
          output,
        ])
        const committed = readFileSync(join(import.meta.dirname, 'generated/dictionary.ts'), 'utf8')
        expect(readFileSync(output, 'utf8') === committed).toBe(true)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )
})
