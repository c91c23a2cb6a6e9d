import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { crc32 } from '@filmjacket/bytes'
import { describe, it } from 'vitest'
import { DicomError } from './dicom-error.ts'
import { Tags } from './dictionary.ts'
import { readPart10, scanPart10 } from './part10.ts'
import { scanInChunks, summary } from './testing.ts'
import type { Scan } from './scan.ts'

/** Real files, where the checkout has them beside it. */
const root = resolve(import.meta.dirname, '../../..')
const samples = resolve(root, process.env['FILMJACKET_SAMPLES'] ?? '../shared/data')
const folders = existsSync(samples) ? readdirSync(samples).filter((name) => name.startsWith('dicom-')) : []

/** Files whose structure is broken, and where. */
const REFUSED: { readonly [file: string]: RegExp } = {
  'MR_truncated.dcm': /ends within a value/,
  'rtplan_truncated.dcm': /ends within a sequence/,
  'emri_small_jpeg_2k_lossless_too_short.dcm': /ends before a delimiter/,
  'DICOMDIR-nooffset': /runs over the end of its sequence/,
}

function filesIn(folder: string): string[] {
  return readdirSync(join(samples, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function find(name: string): string {
  const path = folders.flatMap(filesIn).find((file) => basename(file) === name)
  assert.ok(path !== undefined, name)
  return path
}

function assertSpans({ spans, bulk, size }: Scan, file: Uint8Array): void {
  const [start, end] = bulk === null ? [size, size] : [bulk.start, bulk.end]
  const parts = [file.subarray(0, start), file.subarray(start, end), file.subarray(end)]
  assert.deepEqual(
    [spans.before, spans.within, spans.after],
    parts.map((part) => ({ length: part.length, crc32: crc32(part) })),
  )
}

/** Sizes that look random and are the same in each run. */
const ODD_SIZES = [1, 700, 3, 4097, 13, 8, 65_536, 2, 1024, 5]

describe.skipIf(folders.length === 0)('real files (skipped where there are none)', () => {
  for (const folder of folders) {
    it(`are scanned alike in any division: ${folder}`, () => {
      for (const path of filesIn(folder)) {
        const file = readFileSync(path)
        const refusal = REFUSED[basename(path)]
        if (refusal !== undefined) {
          assert.throws(() => scanInChunks(scanPart10(), file, ODD_SIZES), refusal)
          assert.throws(() => readPart10(file), DicomError)
          continue
        }
        const whole = scanInChunks(scanPart10(), file, [file.length])
        assertSpans(whole, file)
        assert.deepEqual(summary(scanInChunks(scanPart10(), file, ODD_SIZES)), summary(whole), path)
        if (file.length < 20_000)
          assert.deepEqual(summary(scanInChunks(scanPart10(), file, [1])), summary(whole), path)
        const { dataSet } = readPart10(file)
        for (const tag of whole.dataSet.tags()) {
          if (whole.dataSet.omission(tag) !== undefined) continue
          assert.deepEqual(dataSet.texts(tag), whole.dataSet.texts(tag))
        }
      }
    }, 60_000)
  }

  it('of one picture have the same header in each transfer syntax', () => {
    const versions = filesIn('dicom-pixel').filter((file) => basename(file).startsWith('CTImage.dcm'))
    const headers = versions.map((file) => {
      const { dataSet } = readPart10(readFileSync(file))
      return [Tags.PatientName, Tags.StudyInstanceUID, Tags.Rows, Tags.Columns].map((tag) =>
        dataSet.text(tag),
      )
    })
    assert.ok(headers.length > 10)
    for (const header of headers) assert.deepEqual(header, headers[0])
  })

  // PS3.5 Annexes H to K, and the values that pydicom reads.
  const names: { readonly [file: string]: string } = {
    'chrArab.dcm': 'قباني^لنزار',
    'chrFren.dcm': 'Buc^Jérôme',
    'chrGerm.dcm': 'Äneas^Rüdiger',
    'chrH31.dcm': 'Yamada^Tarou=山田^太郎=やまだ^たろう',
    'chrI2.dcm': 'Hong^Gildong=洪^吉洞=홍^길동',
    'chrJapMulti.dcm': 'やまだ^たろう',
    'chrRuss.dcm': 'Люкceмбypг',
    'chrX1.dcm': 'Wang^XiaoDong=王^小東=',
  }
  for (const [file, name] of Object.entries(names)) {
    it(`say the name of ${file}`, () => {
      assert.equal(readPart10(readFileSync(find(file))).dataSet.text(Tags.PatientName), name)
    })
  }

  it.skipIf(!hasDcmdump())('have the UIDs that dcmdump reads (skipped without DCMTK)', () => {
    for (const name of [
      'CT_small.dcm',
      'MR_small_bigendian.dcm',
      'image_dfl',
      'rtplan.dcm',
      'badVR.dcm',
      'no_meta_group_length.dcm',
    ]) {
      const path = find(name)
      const output = execFileSync('dcmdump', ['+P', '0008,0018', '-s', path], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      const uid = /^\(0008,0018\) UI \[([^\]\0]*)/m.exec(output)?.[1]
      assert.equal(readPart10(readFileSync(path)).dataSet.text(Tags.SOPInstanceUID), uid, name)
    }
  })
})

function hasDcmdump(): boolean {
  try {
    execFileSync('dcmdump', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
