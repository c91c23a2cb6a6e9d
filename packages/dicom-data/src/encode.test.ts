import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { Tags } from './dictionary.ts'
import type { Element, ElementMap } from './element-map.ts'
import { encodeDataSet } from './encode.ts'
import { decimalString } from './encode-value.ts'
import { encodeFileMeta, IMPLEMENTATION_CLASS_UID } from './file-meta.ts'
import { readPart10 } from './part10.ts'
import { readDataSet } from './read-data-set.ts'
import type { DataSet } from './data-set.ts'
import { TransferSyntaxes } from './transfer-syntax.ts'

const {
  deflatedExplicitVrLittleEndian,
  explicitVrBigEndian,
  explicitVrLittleEndian: explicit,
  implicitVrLittleEndian: implicit,
} = TransferSyntaxes

/** `hex('10 00')`: bytes as a person reads them in a dump. */
function hex(text: string): Uint8Array {
  return Uint8Array.from(text.trim().split(/\s+/), (pair) => parseInt(pair, 16))
}

describe('encodeDataSet', () => {
  it('writes short and long headers, sorted and padded', () => {
    const bytes = encodeDataSet(
      { [Tags.Rows]: 1, [Tags.PatientID]: 'abc', [Tags.SOPInstanceUID]: '1.2' },
      explicit,
    )
    assert.deepEqual(
      bytes,
      hex(`
      08 00 18 00 55 49 04 00 31 2e 32 00
      10 00 20 00 4c 4f 04 00 61 62 63 20
      28 00 10 00 55 53 02 00 01 00`),
    )
    assert.deepEqual(
      encodeDataSet({ [Tags.PixelData]: Uint8Array.of(7) }, explicit),
      hex('e0 7f 10 00 4f 57 00 00 02 00 00 00 07 00'),
    )
  })

  it('writes sequences by length or by delimiters', () => {
    const elements = { [Tags.ContentSequence]: [{ [Tags.Rows]: 1 }] }
    assert.deepEqual(
      encodeDataSet(elements, implicit),
      hex(`
      40 00 30 a7 12 00 00 00  fe ff 00 e0 0a 00 00 00  28 00 10 00 02 00 00 00 01 00`),
    )
    assert.deepEqual(
      encodeDataSet(elements, implicit, { undefinedLengthSequences: true }),
      hex(`
      40 00 30 a7 ff ff ff ff  fe ff 00 e0 ff ff ff ff  28 00 10 00 02 00 00 00 01 00
      fe ff 0d e0 00 00 00 00  fe ff dd e0 00 00 00 00`),
    )
  })

  it('names UTF-8 where text is not ASCII, and nothing where it is', () => {
    const wide = readDataSet(
      encodeDataSet({ [Tags.ContentSequence]: [{ [Tags.PatientName]: '山田' }] }, explicit),
      explicit,
    )
    assert.deepEqual(wide.characterSets, ['ISO_IR 192'])
    assert.equal(wide.items(Tags.ContentSequence)[0]?.text(Tags.PatientName), '山田')
    assert.equal(
      readDataSet(encodeDataSet({ [Tags.PatientName]: 'a' }, explicit), explicit).has(
        Tags.SpecificCharacterSet,
      ),
      false,
    )
  })

  it('writes in the character set that is named', () => {
    const byOption = encodeDataSet({ [Tags.PatientName]: 'é' }, explicit, { characterSet: 'ISO_IR 100' })
    const byElement = encodeDataSet(
      { [Tags.PatientName]: 'é', [Tags.SpecificCharacterSet]: 'ISO_IR 100' },
      explicit,
    )
    assert.deepEqual(byOption, byElement)
    assert.deepEqual([...(readDataSet(byOption, explicit).bytes(Tags.PatientName) ?? [])], [0xe9, 0x20])
  })

  it('chooses SS of "US or SS" for a negative number, and OB for encapsulated pixels', () => {
    const padding = { [Tags.PixelPaddingValue]: -1 }
    assert.equal(readDataSet(encodeDataSet(padding, explicit), explicit).vr(Tags.PixelPaddingValue), 'SS')
    const { jpegBaseline } = TransferSyntaxes
    const pixels = encodeDataSet({ [Tags.PixelData]: new Uint8Array(2) }, jpegBaseline)
    assert.equal(readDataSet(pixels, jpegBaseline).vr(Tags.PixelData), 'OB')
  })

  it('writes a list too long for a short header as UN', () => {
    const contour = Array.from({ length: 12_000 }, () => -123.5)
    const dataSet = readDataSet(encodeDataSet({ [Tags.ContourData]: contour }, explicit), explicit)
    assert.equal(dataSet.vr(Tags.ContourData), 'UN')
    assert.deepEqual(dataSet.numbers(Tags.ContourData), contour)
  })

  const unfit: { readonly [what: string]: ElementMap } = {
    'a number too big for its VR': { [Tags.Rows]: 65536 },
    'a negative unsigned number': { [Tags.Rows]: -1 },
    'a broken integer': { [Tags.InstanceNumber]: 1.5 },
    'no number at all': { [Tags.PixelSpacing]: NaN },
    'text for a number': { [Tags.Rows]: 'many' },
    'text for bytes': { 0x00091001: 'private' },
    'an umlaut in a code string': { [Tags.Modality]: 'Ä' },
    'items for a text': { [Tags.PatientID]: { vr: 'LO', value: [{}] } },
    'text for items': { [Tags.ContentSequence]: 'x' },
    'a character outside of the named set': {
      [Tags.PatientName]: '山',
      [Tags.SpecificCharacterSet]: 'ISO_IR 100',
    },
  }
  for (const [what, elements] of Object.entries(unfit)) {
    it(`refuses ${what}`, () => assert.throws(() => encodeDataSet(elements, explicit), RangeError))
  }

  it('says no value in the message', () => {
    assert.throws(
      () => encodeDataSet({ [Tags.Modality]: 'Größe' }, explicit),
      (error: Error) => !error.message.includes('Gr'),
    )
  })
})

describe('encodeFileMeta', () => {
  it('is a preamble, a prefix and group 0002 with its length', () => {
    const meta = encodeFileMeta({
      sopClassUid: '1.2',
      sopInstanceUid: '1.3',
      transferSyntaxUid: explicit.uid,
      sourceAeTitle: 'US1',
    })
    const read = readPart10(meta).meta
    assert.equal(read?.number(Tags.FileMetaInformationGroupLength), meta.length - 144)
    assert.equal(read.text(Tags.ImplementationClassUID), IMPLEMENTATION_CLASS_UID)
    assert.equal(read.text(Tags.SourceApplicationEntityTitle), 'US1')
    assert.ok(meta.slice(0, 128).every((byte) => byte === 0))
  })
})

describe('decimalString', () => {
  it('is never longer than 16 characters and close to the number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimalString(value)
        assert.ok(text.length <= 16, text)
        assert.ok(Math.abs(Number(text) - value) <= Math.abs(value) * 1e-8 || Math.abs(value) < 1e-300)
      }),
    )
  })
})

describe('what was encoded', () => {
  const word = fc.stringMatching(/^[ -[\]-~éß山]{0,12}$/).map((text) => text.trim())
  const element: fc.Arbitrary<readonly [number, Element]> = fc.oneof(
    fc.tuple(
      fc.constant(Tags.OtherPatientIDs),
      fc.record({ vr: fc.constant('LO' as const), value: fc.array(word, { minLength: 2 }) }),
    ),
    fc.tuple(fc.constant(Tags.ImageComments), fc.record({ vr: fc.constant('LT' as const), value: word })),
    fc.tuple(
      fc.constant(Tags.SimpleFrameList),
      fc.record({ vr: fc.constant('UL' as const), value: fc.array(fc.nat()) }),
    ),
    fc.tuple(
      fc.constant(Tags.EventTimeOffset),
      fc.record({ vr: fc.constant('FD' as const), value: fc.array(fc.double({ noNaN: true })) }),
    ),
    fc.tuple(
      fc.constant(Tags.OverlayOrigin),
      fc.record({ vr: fc.constant('SS' as const), value: fc.array(fc.integer({ min: -32768, max: 32767 })) }),
    ),
    fc.tuple(
      fc.constant(0x00091010),
      fc.record({
        vr: fc.constant('OB' as const),
        value: fc.uint8Array().map((bytes) => bytes.slice(0, bytes.length & ~1)),
      }),
    ),
  )
  const { elements } = fc.letrec<{ elements: ReadonlyMap<number, Element> }>((tie) => ({
    elements: fc
      .tuple(
        fc.array(element),
        fc.oneof({ depthSize: 'small' }, fc.constant(null), fc.array(tie('elements'), { maxLength: 3 })),
      )
      .map(
        ([some, items]) =>
          new Map<number, Element>([
            ...some,
            ...(items === null ? [] : ([[Tags.ContentSequence, { vr: 'SQ', value: items }]] as const)),
          ]),
      ),
  }))

  function assertSame(dataSet: DataSet, expected: ReadonlyMap<number, Element>): void {
    for (const [tag, { vr, value }] of expected) {
      if (vr === 'SQ') {
        const items = value as readonly ReadonlyMap<number, Element>[]
        const read = dataSet.items(tag)
        assert.equal(read.length, items.length)
        items.forEach((item, index) => assertSame(read[index]!, item))
      } else if (vr === 'LO') {
        const texts = value as readonly string[]
        assert.deepEqual(dataSet.texts(tag), texts)
      } else if (vr === 'LT') assert.equal(dataSet.text(tag) ?? '', value)
      else if (vr === 'OB') assert.deepEqual(Uint8Array.from(dataSet.bytes(tag) ?? []), value)
      else assert.deepEqual(dataSet.numbers(tag), value)
    }
  }

  for (const syntax of [explicit, implicit, explicitVrBigEndian, deflatedExplicitVrLittleEndian]) {
    it(`reads as it was, ${syntax.name}`, () => {
      fc.assert(
        fc.property(elements, fc.boolean(), (given, undefinedLengthSequences) => {
          const bytes = encodeDataSet(given, syntax, { undefinedLengthSequences })
          assert.equal(bytes.length % 2, 0)
          assertSame(readDataSet(bytes, syntax), given)
        }),
        { numRuns: 60 },
      )
    })
  }
})
