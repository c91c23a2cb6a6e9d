import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { hashOfPixels, readSource } from './testing.ts'

const SAMPLES = process.env['FILMJACKET_SAMPLES'] ?? '../shared/data'

/** Files whose pixels GDCM and DCMTK decode to the same bytes; the hash is noted with each. */
const MANIFEST = join(SAMPLES, 'MANIFEST.tsv')
const AGREED = /gdcm pixels sha256\[16\]=([0-9a-f]{16}) \(\d+ B\), dcmtk agrees/

function agreedFiles(): { path: string; hash: string }[] {
  if (!existsSync(MANIFEST)) return []
  return readFileSync(MANIFEST, 'utf8').split('\n').flatMap((line) => {
    const [path = '', , , note = ''] = line.split('\t')
    const hash = AGREED.exec(note)?.[1]
    return hash === undefined ? [] : [{ path, hash }]
  })
}

describe.skipIf(!existsSync(MANIFEST))('pixels equal to those on which GDCM and DCMTK agree (needs the sample files)', () => {
  const files = agreedFiles()
  it('of 81 files', () => {
    assert.equal(files.length, 81)
  })
  for (const { path, hash } of files) {
    it(path.split('/').slice(-2).join('/'), async () => {
      assert.equal(await hashOfPixels(readSource(join(SAMPLES, path))), hash)
    })
  }
})
