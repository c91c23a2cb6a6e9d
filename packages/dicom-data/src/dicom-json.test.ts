import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { DicomError } from './dicom-error.ts'
import { fromDicomJson, toDicomJson, type DicomJson } from './dicom-json.ts'
import { Tags } from './dictionary.ts'
import type { ElementMap } from './element-map.ts'
import { encodeDataSet } from './encode.ts'
import { readDataSet } from './read-data-set.ts'
import { scanDataSet } from './scan-data-set.ts'
import { image, pixels, scanInChunks } from './testing.ts'
import { TransferSyntaxes, type TransferSyntax } from './transfer-syntax.ts'

const { explicitVrBigEndian, explicitVrLittleEndian: explicit, implicitVrLittleEndian } = TransferSyntaxes

function jsonOf(elements: ElementMap, syntax: TransferSyntax = explicit): DicomJson {
  return toDicomJson(readDataSet(encodeDataSet(elements, syntax), syntax))
}

const everything: ElementMap = {
  ...image,
  [Tags.SpecificCharacterSet]: 'ISO_IR 192',
  [Tags.PatientName]: ['Yamada^Tarou=山田^太郎=やまだ^たろう', '', 'Doe'],
  [Tags.OtherPatientIDs]: ['A', '', 'B'],
  [Tags.StudyDescription]: '',
  [Tags.ReferencedStudySequence]: [],
  [Tags.ReferencedSeriesSequence]: [{}],
  [Tags.FrameIncrementPointer]: [Tags.FrameTime, Tags.FrameTimeVector],
  [Tags.PatientWeight]: '70.50',
  [Tags.SeriesNumber]: '007',
  [Tags.ImageComments]: 'a\\b',
  [Tags.RecommendedDisplayFrameRateInFloat]: 12.5,
  [Tags.RealWorldValueSlope]: [0.1, NaN, -Infinity],
  [Tags.SelectorSVValue]: ['-9223372036854775808', '7'],
  [Tags.SelectorUVValue]: ['18446744073709551615', '7'],
  [Tags.SelectorOVValue]: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  [Tags.RedPaletteColorLookupTableData]: Uint8Array.of(1, 2, 3, 4),
  0x00090010: { vr: 'LO', value: 'ACME' },
  0x00091001: { vr: 'UN', value: Uint8Array.of(1, 2) },
  [Tags.PixelData]: { vr: 'OB', value: pixels },
}

describe('toDicomJson', () => {
  const json = jsonOf(everything)

  // PS3.18 Tables F.2.3-1, F.2.2 and F.2.5.
  const cases: { readonly [tag: string]: object } = {
    '00080005': { vr: 'CS', Value: ['ISO_IR 192'] },
    '00100010': {
      vr: 'PN', Value: [{ Alphabetic: 'Yamada^Tarou', Ideographic: '山田^太郎', Phonetic: 'やまだ^たろう' }, null, { Alphabetic: 'Doe' }],
    },
    '00101000': { vr: 'LO', Value: ['A', null, 'B'] },
    '00081030': { vr: 'LO' },
    '00081110': { vr: 'SQ' },
    '00081115': { vr: 'SQ', Value: [{}] },
    '00280009': { vr: 'AT', Value: ['00181063', '00181065'] },
    '00101030': { vr: 'DS', Value: [70.5] },
    '00200011': { vr: 'IS', Value: [7] },
    '00204000': { vr: 'LT', Value: ['a\\b'] },
    '00089459': { vr: 'FL', Value: [12.5] },
    '00409225': { vr: 'FD', Value: [0.1, 'NaN', '-Infinity'] },
    '00720082': { vr: 'SV', Value: ['-9223372036854775808', 7] },
    '00720083': { vr: 'UV', Value: ['18446744073709551615', 7] },
    '00720081': { vr: 'OV', InlineBinary: 'AQIDBAUGBwg=' },
    '00281201': { vr: 'OW', InlineBinary: 'AQIDBA==' },
    '00090010': { vr: 'LO', Value: ['ACME'] },
    '00091001': { vr: 'UN', InlineBinary: 'AQI=' },
    '7FE00010': { vr: 'OB', InlineBinary: 'AQIDBAUG' },
  }
  for (const [tag, element] of Object.entries(cases)) {
    it(`writes ${tag} as the standard wants it`, () => assert.deepEqual(json[tag], element))
  }

  it('writes bytes in little endian, whatever the order they are in', () => {
    const swapped = { ...everything, [Tags.RedPaletteColorLookupTableData]: [0x0201, 0x0403], [Tags.SelectorOVValue]: '1' }
    const big = jsonOf(swapped, explicitVrBigEndian)
    assert.equal(big['00281201']?.InlineBinary, 'AQIDBA==')
    assert.equal(big['00720081']?.InlineBinary, 'AQAAAAAAAAA=')
  })

  it('leaves group lengths out', () => {
    assert.deepEqual(Object.keys(jsonOf({ 0x00080000: 12, [Tags.Modality]: 'CT' })), ['00080060'])
  })

  it('understands what is only in the dictionary, and signed pixels', () => {
    const signed = { [Tags.PixelRepresentation]: 1, [Tags.SmallestImagePixelValue]: { vr: 'SS', value: -5 } } as const
    assert.deepEqual(jsonOf(signed, implicitVrLittleEndian)['00280106'], { vr: 'SS', Value: [-5] })
  })

  it('keeps decimals as they are written, where that is asked', () => {
    const dataSet = readDataSet(encodeDataSet(everything, explicit), explicit)
    const { '00101030': weight, '00200011': number } = toDicomJson(dataSet, { decimals: 'as-written' })
    assert.deepEqual([weight?.Value, number?.Value], [['70.50'], ['007']])
  })

  it('writes a decimal that is none as it is', () => {
    assert.deepEqual(jsonOf({ [Tags.PatientWeight]: '70 kg' })['00101030'], { vr: 'DS', Value: ['70 kg'] })
  })

  it('gives addresses where it is told to, and to what the header does not hold', () => {
    const bytes = encodeDataSet({ ...everything, [Tags.RelatedSeriesSequence]: [{ 0x00091001: { vr: 'UN', value: pixels } }] }, explicit)
    const { dataSet } = scanInChunks(scanDataSet(explicit.uid), bytes, [bytes.length])
    const seen: unknown[] = []
    const json = toDicomJson(dataSet, {
      bulkDataUri: ({ path, length, omission, vr }) => {
        seen.push([path, vr, length, omission !== undefined])
        return path.includes('/') || omission !== undefined ? `bulk/${path}` : null
      },
    })
    assert.deepEqual(json['7FE00010'], { vr: 'OB', BulkDataURI: 'bulk/7FE00010' })
    assert.deepEqual(json['00081250']?.Value, [{ '00091001': { vr: 'UN', BulkDataURI: 'bulk/00081250/0/00091001' } }])
    assert.deepEqual(json['00281201'], { vr: 'OW', InlineBinary: 'AQIDBA==' })
    assert.ok(seen.some((place) => JSON.stringify(place) === '["7FE00010","OB",6,true]'))
    assert.deepEqual(toDicomJson(dataSet)['7FE00010'], { vr: 'OB' })
  })
})

describe('fromDicomJson', () => {
  it('gives back the same bytes, also through text', () => {
    const bytes = encodeDataSet(everything, explicit)
    const json: unknown = JSON.parse(JSON.stringify(toDicomJson(readDataSet(bytes, explicit), { decimals: 'as-written' })))
    assert.deepEqual(encodeDataSet(fromDicomJson(json), explicit), bytes)
  })

  it('fetches bulk data, or leaves it out', () => {
    const json = { '7FE00010': { vr: 'OW', BulkDataURI: 'https://x/1' } }
    assert.deepEqual([...mapOf(fromDicomJson(json))], [])
    assert.deepEqual([...mapOf(fromDicomJson(json, { bulkData: () => pixels }))], [[Tags.PixelData, { vr: 'OW', value: pixels }]])
  })

  it('takes a VR that is missing from the dictionary, and infinity by its other name', () => {
    const map = mapOf(fromDicomJson({ '00100020': { Value: ['P'] }, '00409225': { vr: 'FD', Value: ['inf'] } }))
    assert.deepEqual([...map.values()], [{ vr: 'LO', value: ['P'] }, { vr: 'FD', value: [Infinity] }])
  })

  const broken: { readonly [what: string]: unknown } = {
    'no object': [], 'no tag': { PatientID: { vr: 'LO' } }, 'no element': { '00100020': 'P' }, 'no VR': { '00100020': { vr: 'XX' } },
    'no list': { '00100020': { vr: 'LO', Value: 'P' } }, 'no text': { '00100020': { vr: 'LO', Value: [{ secret: 1 }] } },
    'bytes as values': { '7FE00010': { vr: 'OB', Value: [1] } }, 'a sequence of texts': { '00081115': { vr: 'SQ', Value: ['P'] } },
  }
  for (const [what, json] of Object.entries(broken)) {
    it(`refuses ${what}`, () => {
      assert.throws(() => fromDicomJson(json), (error: Error) => error instanceof DicomError && !error.message.includes('secret'))
    })
  }
  it('refuses what nests too deep', () => {
    let json: unknown = {}
    for (let depth = 0; depth < 5000; depth++) json = { '00081115': { vr: 'SQ', Value: [json] } }
    assert.throws(() => fromDicomJson(json), DicomError)
  })

  it('reads back whatever text was written', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.double(), (texts, number) => {
      const values = texts.map((text) => text.replace(/[\\\p{C}]/gu, '').trim())
      const elements = { [Tags.SpecificCharacterSet]: 'ISO_IR 192', [Tags.OtherPatientIDs]: values, [Tags.RealWorldValueSlope]: number }
      const bytes = encodeDataSet(elements, explicit)
      const json: unknown = JSON.parse(JSON.stringify(toDicomJson(readDataSet(bytes, explicit))))
      const again = readDataSet(encodeDataSet(fromDicomJson(json), explicit), explicit)
      assert.deepEqual(again.texts(Tags.OtherPatientIDs), readDataSet(bytes, explicit).texts(Tags.OtherPatientIDs))
      assert.deepEqual(again.numbers(Tags.RealWorldValueSlope), [Object.is(number, -0) ? 0 : number])
    }), { numRuns: 50 })
  })
})

function mapOf(elements: ElementMap): ReadonlyMap<number, unknown> {
  return elements as ReadonlyMap<number, unknown>
}
