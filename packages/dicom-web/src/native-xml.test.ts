import { encodeDataSet, fromDicomJson, readDataSet, Tags, toDicomJson, toNativeXml, TransferSyntaxes } from '@filmjacket/dicom-data'
import { describe, expect, it } from 'vitest'
import { fromNativeXml } from './native-xml.ts'
import { readXml } from './xml-reader.ts'

const syntax = TransferSyntaxes.explicitVrLittleEndian

describe('fromNativeXml', () => {
  it('reads what is written, of all kinds', () => {
    const dataSet = readDataSet(encodeDataSet({
      [Tags.PatientName]: 'Müller^Jörg^^Dr.=山田^太郎', [Tags.PatientID]: 'a & b < c > "d"', [Tags.ImageType]: ['ORIGINAL', '', 'AXIAL'],
      [Tags.Rows]: 16, [Tags.WindowCenter]: ['40.0', '-1.50'], [Tags.PixelSpacing]: ['0.5', '0.5'], [Tags.StudyDescription]: '',
      [Tags.RequestAttributesSequence]: [{ [Tags.ScheduledProcedureStepID]: 'S1' }, {}], [Tags.ProcedureCodeSequence]: [],
      0x00091001: { vr: 'OB', value: Uint8Array.of(1, 2, 3, 4) }, [Tags.FrameIncrementPointer]: { vr: 'AT', value: Tags.FrameTime },
      [Tags.PatientComments]: 'two\r\nlines\ttabbed',
    }, syntax), syntax)
    const written = { decimals: 'as-written' } as const
    const again = readDataSet(encodeDataSet(fromDicomJson(fromNativeXml(toNativeXml(dataSet))), syntax), syntax)
    expect(toDicomJson(again, written)).toEqual(toDicomJson(dataSet, written))
  })

  it('reads where bulk data are', () => {
    const xml = '<NativeDicomModel><DicomAttribute tag="7FE00010" vr="OW"><BulkData uri="http://x/1?a=b&amp;c"/></DicomAttribute></NativeDicomModel>'
    expect(fromNativeXml(xml)).toEqual({ '7FE00010': { vr: 'OW', BulkDataURI: 'http://x/1?a=b&c' } })
  })

  it('takes other prefixes, text as it is, comments and characters by number', () => {
    const xml = '<?xml version="1.0"?><!-- x --><d:NativeDicomModel xmlns:d="n"><d:DicomAttribute tag="00100020" vr="LO">'
      + '<d:Value number="1">a<![CDATA[<&>]]>&#x41;&#66;<!-- < --></d:Value></d:DicomAttribute></d:NativeDicomModel>'
    expect(fromNativeXml(xml)).toEqual({ '00100020': { vr: 'LO', Value: ['a<&>AB'] } })
  })

  const broken = [
    '', 'text', '<a>', '<a></b>', '</a>', '<a/><b/>', '<a/>text', '<a b></a>', '<a b="1></a>', '<a <b/></a>', '<1/>', '<NativeDicomModel',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', '<!DOCTYPE a SYSTEM "http://x/"><a/>', '<a>&x;</a>', '<a>&#0;</a>', '<a>&#x110000;</a>',
    '<a>&toString;</a>', '<!-- ', '<![CDATA[ ', '<NativeDicomModel><DicomAttribute/></NativeDicomModel>', '<Other/>',
    '<NativeDicomModel><DicomAttribute tag="00100020" vr="ZZ"/></NativeDicomModel>',
    '<NativeDicomModel><DicomAttribute tag="00100020" vr="LO"><Value number="999999999">a</Value></DicomAttribute></NativeDicomModel>',
    '<a>'.repeat(1_000), `<a ${'b="c" '.repeat(10_000)}/>`,
  ]
  for (const xml of broken) {
    it(`refuses ${xml.slice(0, 60)}`, () => {
      expect(() => fromNativeXml(xml)).toThrow(expect.objectContaining({ name: 'XmlError' }))
      expect(() => fromNativeXml(xml)).not.toThrow(/passwd|toString/)
    })
  }

  it('takes time that grows with the document alone', () => {
    const many = `<a>${'<b c="d">&amp;</b>'.repeat(100_000)}</a>`
    expect(readXml(many).children).toHaveLength(100_000)
  })
})
