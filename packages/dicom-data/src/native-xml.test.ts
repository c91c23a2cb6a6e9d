import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Tags } from './dictionary.ts'
import type { ElementMap } from './element-map.ts'
import { encodeDataSet } from './encode.ts'
import { toNativeXml, type XmlOptions } from './native-xml.ts'
import { readDataSet } from './read-data-set.ts'
import { TransferSyntaxes } from './transfer-syntax.ts'

const { explicitVrLittleEndian: explicit } = TransferSyntaxes

function xmlOf(elements: ElementMap, options?: XmlOptions): string {
  const xml = toNativeXml(readDataSet(encodeDataSet(elements, explicit), explicit), options)
  const [start, end] = [xml.indexOf('preserve">') + 11, xml.indexOf('</NativeDicomModel>')]
  return xml.slice(start, end).replaceAll('\n', '')
}

describe('toNativeXml', () => {
  it('is a document of the Native DICOM Model', () => {
    assert.match(toNativeXml(readDataSet(new Uint8Array(0), explicit)), /^<\?xml .*\?>\n<NativeDicomModel xmlns=".*\/NativeDICOM" xml:space="preserve">\n<\/NativeDicomModel>\n$/)
  })
  const cases: { readonly [what: string]: readonly [ElementMap, string] } = {
    'values by number, empty ones left out': [
      { [Tags.ImageType]: ['ORIGINAL', '', 'AXIAL'] },
      '<DicomAttribute tag="00080008" vr="CS" keyword="ImageType"><Value number="1">ORIGINAL</Value><Value number="3">AXIAL</Value></DicomAttribute>',
    ],
    'names by component': [
      { [Tags.SpecificCharacterSet]: 'ISO_IR 192', [Tags.PatientName]: 'Doe^Jane^^Dr=山田' },
      '<DicomAttribute tag="00080005" vr="CS" keyword="SpecificCharacterSet"><Value number="1">ISO_IR 192</Value></DicomAttribute>' +
      '<DicomAttribute tag="00100010" vr="PN" keyword="PatientName"><PersonName number="1"><Alphabetic><FamilyName>Doe</FamilyName>' +
      '<GivenName>Jane</GivenName><NamePrefix>Dr</NamePrefix></Alphabetic><Ideographic><FamilyName>山田</FamilyName></Ideographic>' +
      '</PersonName></DicomAttribute>',
    ],
    'items by number': [
      { [Tags.ReferencedSeriesSequence]: [{}, { [Tags.Modality]: 'CT' }] },
      '<DicomAttribute tag="00081115" vr="SQ" keyword="ReferencedSeriesSequence"><Item number="1"></Item><Item number="2">' +
      '<DicomAttribute tag="00080060" vr="CS" keyword="Modality"><Value number="1">CT</Value></DicomAttribute></Item></DicomAttribute>',
    ],
    'private elements by their creator': [
      { 0x00090010: { vr: 'LO', value: 'A&B' }, 0x00091001: { vr: 'LO', value: '<x>' } },
      '<DicomAttribute tag="00090010" vr="LO"><Value number="1">A&amp;B</Value></DicomAttribute>' +
      '<DicomAttribute tag="00090001" vr="LO" privateCreator="A&amp;B"><Value number="1">&lt;x&gt;</Value></DicomAttribute>',
    ],
    'bytes in base 64': [
      { [Tags.RedPaletteColorLookupTableData]: Uint8Array.of(1, 2) },
      '<DicomAttribute tag="00281201" vr="OW" keyword="RedPaletteColorLookupTableData"><InlineBinary>AQI=</InlineBinary></DicomAttribute>',
    ],
    'characters that XML cannot hold as the one that stands for them': [
      { [Tags.ImageComments]: 'a\x1b\x07b' },
      '<DicomAttribute tag="00204000" vr="LT" keyword="ImageComments"><Value number="1">a\ufffd\ufffdb</Value></DicomAttribute>',
    ],
  }
  for (const [what, [elements, expected]] of Object.entries(cases)) {
    it(`writes ${what}`, () => assert.equal(xmlOf(elements), expected))
  }
  it('gives addresses where it is told to', () => {
    const elements = { [Tags.RelatedSeriesSequence]: [{ 0x00091001: { vr: 'UN', value: Uint8Array.of(1, 2) } }] } as const
    assert.match(xmlOf(elements, { bulkDataUri: ({ path }) => `x?p=${path}&y` }), /<BulkData uri="x\?p=00081250\/0\/00091001&amp;y"\/>/)
  })
})
