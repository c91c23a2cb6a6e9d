import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { DicomError } from './dicom-error.ts'
import { Tags } from './dictionary.ts'
import { encodeDataSet } from './encode.ts'
import { joined } from './growing-bytes.ts'
import { readPart10Head } from './head.ts'
import { scanPart10 } from './part10.ts'
import { encapsulatedPixels, fileOf, image, imageFile, pixels, scanInChunks } from './testing.ts'
import { TransferSyntaxes } from './transfer-syntax.ts'

const { deflatedExplicitVrLittleEndian, explicitVrBigEndian, explicitVrLittleEndian, implicitVrLittleEndian, jpegBaseline } = TransferSyntaxes

describe('readPart10Head', () => {
  for (const syntax of [implicitVrLittleEndian, explicitVrLittleEndian, explicitVrBigEndian]) {
    it(`tells what a scan of the whole file tells, from the bytes ahead of the pixels: ${syntax.name}`, () => {
      const file = imageFile(syntax)
      const { bulk, dataSet } = scanInChunks(scanPart10(), file, [file.length])
      if (bulk === null) return assert.fail('no bulk')
      const before = file.slice()
      const head = readPart10Head(file.subarray(0, bulk.start))
      assert.deepEqual(file, before)
      assert.deepEqual(head?.bulk, { tag: bulk.tag, vr: bulk.vr, start: bulk.start, length: bulk.end - bulk.start })
      assert.equal(head.dataSet.text(Tags.PatientName), dataSet.text(Tags.PatientName))
      assert.equal(head.dataSet.number(Tags.Columns), 3)
    })

    it(`asks for more as long as the pixels have not begun: ${syntax.name}`, () => {
      const file = imageFile(syntax)
      const start = scanInChunks(scanPart10(), file, [file.length]).bulk?.start ?? 0
      for (const length of [start - 1, start - 12, Math.floor(start * 0.8)]) assert.equal(readPart10Head(file.subarray(0, length)), null, `${length}`)
    })
  }

  it('does not know where fragments end', () => {
    const file = fileOf(joined([encodeDataSet(image, jpegBaseline), encapsulatedPixels([pixels], jpegBaseline)]), jpegBaseline)
    const start = scanInChunks(scanPart10(), file, [file.length]).bulk?.start ?? 0
    assert.equal(readPart10Head(file.subarray(0, start))?.bulk.length, null)
  })

  it('leaves what is deflated, and what has no bulk value, to a scan', () => {
    assert.equal(readPart10Head(imageFile(deflatedExplicitVrLittleEndian)), null)
  })

  it('refuses what is no DICOM file', () => {
    assert.throws(() => readPart10Head(new TextEncoder().encode('%PDF-1.7 '.repeat(40))), DicomError)
  })
})
