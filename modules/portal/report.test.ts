import { encodeDataSet, readDataSet, Tags, TransferSyntaxes, type ElementMap } from '@filmjacket/dicom-data'
import { describe, expect, it } from 'vitest'
import { reportOf } from './report.ts'

const SYNTAX = TransferSyntaxes.explicitVrLittleEndian

type Plain = Readonly<Record<number, unknown>>

function code(meaning: string): Plain {
  return { [Tags.CodeValue]: '1', [Tags.CodingSchemeDesignator]: '99T', [Tags.CodeMeaning]: meaning }
}

function item(type: string, name: string, more: Plain = {}): Plain {
  return { [Tags.ValueType]: type, [Tags.ConceptNameCodeSequence]: [code(name)], ...more }
}

function read(elements: Plain) {
  return reportOf('ins_1', readDataSet(encodeDataSet(elements as ElementMap, SYNTAX), SYNTAX))
}

const REPORT: Plain = {
  [Tags.ConceptNameCodeSequence]: [code('Radiology Report')], [Tags.ContentDate]: '20260102',
  [Tags.VerificationFlag]: 'VERIFIED', [Tags.CompletionFlag]: 'COMPLETE',
  [Tags.ContentSequence]: [
    item('PNAME', 'Recording Observer', { [Tags.PersonName]: 'Peeters^An' }),
    item('CONTAINER', 'Findings', {
      [Tags.ContentSequence]: [
        item('TEXT', 'Finding', { [Tags.TextValue]: 'No fracture.\nSoft tissue is normal.' }),
        item('NUM', 'Length', {
          [Tags.MeasuredValueSequence]: [{ [Tags.NumericValue]: '12.5', [Tags.MeasurementUnitsCodeSequence]: [{ ...code('millimeter'), [Tags.CodeValue]: 'mm' }] }],
        }),
        item('CODE', 'Side', { [Tags.ConceptCodeSequence]: [code('Left')] }),
        item('IMAGE', 'Source'),
      ],
    }),
    item('TIME', 'Told by telephone', { [Tags.Time]: '114243.273' }),
    item('CONTAINER', 'Images', { [Tags.ContentSequence]: [item('IMAGE', 'Source', { [Tags.ReferencedSOPSequence]: [{ [Tags.ReferencedSOPInstanceUID]: '1.2.3' }] })] }),
    item('CONTAINER', 'Empty heading'),
  ],
}

describe('a report', () => {
  it('is read line by line: headings, sentences, codes, numbers with their unit, names, times; of images nothing', () => {
    const { lines, ...rest } = read(REPORT)
    expect(rest).toEqual({ id: 'ins_1', kind: 'text', title: 'Radiology Report', date: '20260102', isVerified: true, isComplete: true })
    expect(lines).toEqual([
      { depth: 0, name: 'Recording Observer', words: 'An Peeters' },
      { depth: 0, name: 'Findings', words: '' },
      { depth: 1, name: 'Finding', words: 'No fracture.\nSoft tissue is normal.' },
      { depth: 1, name: 'Length', words: '12.5 mm' },
      { depth: 1, name: 'Side', words: 'Left' },
      { depth: 0, name: 'Told by telephone', words: '11:42:43' },
    ])
  })

  it('says whether it is final', () => {
    expect(read({ ...REPORT, [Tags.VerificationFlag]: 'UNVERIFIED' }).isVerified).toBe(false)
    expect(read({ ...REPORT, [Tags.CompletionFlag]: 'PARTIAL' }).isComplete).toBe(false)
  })

  it('that is a document is told with its title, for the viewer to show', () => {
    const told = read({ [Tags.MIMETypeOfEncapsulatedDocument]: 'application/pdf', [Tags.DocumentTitle]: 'Letter' })
    expect(told).toMatchObject({ kind: 'document', title: 'Letter', isVerified: true, lines: [] })
  })

  it('of nothing, or nested deeper than anybody reads, is cut and not refused', () => {
    let deep: Plain = item('TEXT', 'Deep', { [Tags.TextValue]: 'x' })
    for (let n = 0; n < 30; n++) deep = item('CONTAINER', `Level ${n}`, { [Tags.ContentSequence]: [deep] })
    expect(read({}).lines).toEqual([])
    expect(read({ [Tags.ContentSequence]: [deep] }).lines).toEqual([])
  })
})
