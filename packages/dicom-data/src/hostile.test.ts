import assert from 'node:assert/strict'
import { deflateSync } from 'fflate'
import { describe, it } from 'vitest'
import { DicomError, LimitError } from './dicom-error.ts'
import { Tags } from './dictionary.ts'
import type { ElementMap } from './element-map.ts'
import { encodeDataSet, encodeElementHeader, encodeItemHeader } from './encode.ts'
import { joined } from './growing-bytes.ts'
import type { Limits } from './limits.ts'
import { scanPart10 } from './part10.ts'
import { readDataSet } from './read-data-set.ts'
import { scanDataSet } from './scan-data-set.ts'
import { encapsulatedPixels, image, imageFile, pixels, scanInChunks } from './testing.ts'
import { TransferSyntaxes } from './transfer-syntax.ts'

const { deflatedExplicitVrLittleEndian, explicitVrLittleEndian: explicit, jpegBaseline } = TransferSyntaxes

function scan(bytes: Uint8Array, limits?: Partial<Limits>, uid: string = explicit.uid) {
  return scanInChunks(scanDataSet(uid, limits), bytes, [4096])
}

function nested(depth: number): ElementMap {
  return depth === 0 ? {} : { [Tags.ContentSequence]: [nested(depth - 1)] }
}

describe('bytes that are cut short', () => {
  const file = joined([encodeDataSet(image, jpegBaseline), encapsulatedPixels([pixels], jpegBaseline)])

  it('are refused at every length but those where the data set could end', () => {
    const refused: number[] = []
    for (let length = 0; length < file.length; length++) {
      try {
        scan(file.subarray(0, length), {}, jpegBaseline.uid)
      } catch (error) {
        assert.ok(error instanceof DicomError, `at ${length}`)
        refused.push(length)
      }
    }
    // Between two elements, and one byte behind: a stray byte at the end is tolerated.
    const ends = [...readDataSet(encodeDataSet(image, jpegBaseline), jpegBaseline).tags()].length + 1
    assert.equal(file.length - refused.length, 2 * ends)
  })

  it('are refused where a file ends within its meta group', () => {
    const cut = imageFile(explicit).slice(0, 200)
    assert.throws(() => scanInChunks(scanPart10(), cut, [64]), DicomError)
  })
})

describe('bytes that are not DICOM', () => {
  const texts = {
    nothing: '',
    text: 'Dear colleague, please find enclosed the images.'.repeat(9),
    PDF: '%PDF-1.7\n'.repeat(30),
    PNG: '\x89PNG\r\n\x1a\n'.repeat(30),
    ZIP: 'PK\x03\x04'.repeat(60),
    JPEG: '\xff\xd8\xff\xe0\0\x10JFIF'.repeat(30),
    zeros: '\0'.repeat(400),
  }
  for (const [what, text] of Object.entries(texts)) {
    it(`refuses ${what}`, () => {
      assert.throws(() => scanInChunks(scanPart10(), Buffer.from(text, 'latin1'), [50]), DicomError)
    })
  }
})

describe('structures that lie', () => {
  const broken: { readonly [what: string]: Uint8Array } = {
    'an item longer than its sequence': joined([
      encodeElementHeader(Tags.ContentSequence, 'SQ', 16, explicit),
      encodeItemHeader(0xfffee000, 100, explicit),
      new Uint8Array(200),
    ]),
    'an element longer than its item': joined([
      encodeElementHeader(Tags.ContentSequence, 'SQ', 24, explicit),
      encodeItemHeader(0xfffee000, 16, explicit),
      encodeElementHeader(Tags.PatientID, 'LO', 60, explicit),
      new Uint8Array(60),
    ]),
    'an element where an item is due': joined([
      encodeElementHeader(Tags.ContentSequence, 'SQ', 0xffffffff, explicit),
      encodeDataSet(image, explicit),
    ]),
    'an item outside of a sequence': encodeItemHeader(0xfffee000, 0, explicit),
    'a fragment of undefined length': joined([
      encodeElementHeader(Tags.PixelData, 'OB', 0xffffffff, explicit),
      encodeItemHeader(0xfffee000, 0xffffffff, explicit),
    ]),
    'an element among fragments': joined([
      encodeElementHeader(Tags.PixelData, 'OB', 0xffffffff, explicit),
      encodeDataSet(image, explicit),
    ]),
    'a sequence that is never delimited': encodeElementHeader(
      Tags.ContentSequence,
      'SQ',
      0xffffffff,
      explicit,
    ),
    'bytes after padding': joined([encodeDataSet(image, explicit), new Uint8Array(600), Uint8Array.of(1)]),
  }
  for (const [what, bytes] of Object.entries(broken)) {
    it(`refuses ${what}`, () => {
      assert.throws(() => scan(bytes), DicomError)
      assert.throws(() => scanInChunks(scanDataSet(explicit.uid), bytes, [1]), DicomError)
      if (!what.includes('fragment')) assert.throws(() => readDataSet(bytes, explicit), DicomError)
    })
  }

  it('never say a value in the message', () => {
    const secret = joined([
      encodeDataSet({ [Tags.PatientName]: 'Doe^Jane' }, explicit),
      Buffer.from('Roe^Mary'),
    ])
    assert.throws(
      () => scan(secret),
      (error: Error) => !/Doe|Roe/.test(error.message),
    )
  })
})

describe('limits', () => {
  it('refuses sequences nested deeper than 64', () => {
    assert.equal(scan(encodeDataSet(nested(64), explicit)).bulk, null)
    for (const undefinedLengthSequences of [true, false]) {
      const deeper = encodeDataSet(nested(65), explicit, { undefinedLengthSequences })
      assert.throws(() => scan(deeper), LimitError)
      assert.throws(() => readDataSet(deeper, explicit), LimitError)
    }
  })

  it('refuses a header longer than is kept', () => {
    assert.throws(() => scan(encodeDataSet(image, explicit), { headerBytes: 100 }), LimitError)
    const items = encodeDataSet({ [Tags.ContentSequence]: Array.from({ length: 9000 }, () => ({})) }, explicit)
    assert.throws(() => scan(items, { headerBytes: 50_000 }), LimitError)
  })

  it('awaits no value that was merely announced', () => {
    const announced = encodeElementHeader(Tags.RedPaletteColorLookupTableData, 'OW', 0xfffffffe, explicit)
    assert.throws(() => scan(announced), /ends within a value/)
  })

  it('lets a bulk value be longer than what is kept', () => {
    const bytes = encodeDataSet({ ...image, [Tags.PixelData]: new Uint8Array(5000) }, explicit)
    assert.equal(scan(bytes, { headerBytes: 1000 }).spans.within.length, 5000)
  })

  it('refuses more elements than allowed', () => {
    assert.throws(() => scan(encodeDataSet(image, explicit), { elements: 10 }), LimitError)
  })

  it('refuses more fragments than allowed', () => {
    const bytes = encapsulatedPixels(
      Array.from({ length: 9 }, () => pixels),
      jpegBaseline,
    )
    assert.equal(scan(bytes, { fragments: 10 }, jpegBaseline.uid).bulk?.fragments?.length, 10)
    assert.throws(() => scan(bytes, { fragments: 9 }, jpegBaseline.uid), LimitError)
  })

  describe('of deflated data sets', () => {
    const bomb = deflateSync(
      encodeDataSet({ ...image, [Tags.PixelData]: new Uint8Array(8_000_000) }, explicit),
    )
    const deflated = (limits: Partial<Limits>, bytes: Uint8Array = bomb) =>
      scan(bytes, limits, deflatedExplicitVrLittleEndian.uid)

    it('refuses one that inflates to too much', () => {
      assert.throws(() => deflated({ inflatedBytes: 1_000_000 }), LimitError)
      assert.throws(
        () => readDataSet(bomb, deflatedExplicitVrLittleEndian, { inflatedBytes: 1_000_000 }),
        LimitError,
      )
    })
    it('refuses one that inflates too well, beyond the grace', () => {
      assert.throws(() => deflated({ inflateRatio: 100, inflateGraceBytes: 1_000_000 }), LimitError)
      assert.equal(deflated({ inflateRatio: 100 }).bulk, null)
    })
    it('refuses one that is cut, or is no deflate at all', () => {
      assert.throws(() => deflated({}, bomb.subarray(0, -20)), DicomError)
      assert.throws(() => deflated({}, Uint8Array.of(0xff, 0xff, 0xff)), DicomError)
    })
    it('passes over a little behind its end, and refuses a lot', () => {
      assert.equal(deflated({}, joined([bomb, new Uint8Array(1000)])).bulk, null)
      assert.throws(() => deflated({}, joined([bomb, new Uint8Array(200_000)])), DicomError)
    })
  })
})

describe('time', () => {
  it('is linear in the bytes, also where each is pushed alone', () => {
    const small = encodeDataSet(
      { [Tags.ContentSequence]: Array.from({ length: 20_000 }, () => ({ [Tags.Rows]: 1 })) },
      explicit,
    )
    const started = process.cpuUsage().user
    assert.equal(
      scanInChunks(scanDataSet(explicit.uid), small, [1]).dataSet.items(Tags.ContentSequence).length,
      20_000,
    )
    assert.ok(process.cpuUsage().user - started < 5_000_000)
  })
})
