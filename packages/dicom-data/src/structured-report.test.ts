import { describe, expect, it } from 'vitest'
import { encodeDataSet } from './encode.ts'
import type { Element, Value } from './element-map.ts'
import { readDataSet } from './read-data-set.ts'
import { imagesIn, readReport } from './structured-report.ts'
import { Tags } from './dictionary.ts'
import { TransferSyntaxes } from './transfer-syntax.ts'

const SYNTAX = TransferSyntaxes.explicitVrLittleEndian
type Elements = Readonly<Record<number, Value | Element>>

const code = (meaning: string): Elements => ({ [Tags.CodeValue]: 'X', [Tags.CodeMeaning]: meaning })
const item = (type: string, name: string, more: Elements): Elements => ({ [Tags.ValueType]: type, [Tags.ConceptNameCodeSequence]: [code(name)], ...more })
const read = (elements: Elements) => readReport(readDataSet(encodeDataSet(elements, SYNTAX), SYNTAX))

describe('a structured report', () => {
  it('says of each kind of value what a person reads, and of the others nothing', () => {
    const { title, date, isVerified, isComplete, items } = read({
      [Tags.ConceptNameCodeSequence]: [code('Chest report')], [Tags.ContentDate]: '20240917', [Tags.VerificationFlag]: 'VERIFIED', [Tags.CompletionFlag]: 'PARTIAL',
      [Tags.ContentSequence]: [
        item('TEXT', 'Finding', { [Tags.TextValue]: 'Solid nodule' }),
        item('NUM', 'Diameter', { [Tags.MeasuredValueSequence]: [{ [Tags.NumericValue]: '8.5', [Tags.MeasurementUnitsCodeSequence]: [{ [Tags.CodeValue]: 'mm' }] }] }),
        item('NUM', 'Count', { [Tags.MeasuredValueSequence]: [{ [Tags.NumericValue]: '3', [Tags.MeasurementUnitsCodeSequence]: [{ [Tags.CodeValue]: '{nodules}' }] }] }),
        item('CODE', 'Side', { [Tags.ConceptCodeSequence]: [code('Right')] }),
        item('PNAME', 'Observer', { [Tags.PersonName]: 'Doe^Jane^^Dr' }),
        item('DATE', 'Seen', { [Tags.Date]: '20240918' }), item('TIME', 'At', { [Tags.Time]: '114243.273' }),
        item('DATETIME', 'Signed', { [Tags.DateTime]: '20240918120000' }), item('UIDREF', 'Frame', { [Tags.UID]: '1.2.3' }),
        item('CONTAINER', 'Empty', {}),
      ],
    })
    expect({ title, date, isVerified, isComplete }).toEqual({ title: 'Chest report', date: '20240917', isVerified: true, isComplete: false })
    expect(items.map(({ name, value }) => [name, value])).toEqual([
      ['Finding', 'Solid nodule'], ['Diameter', '8.5 mm'], ['Count', '3'], ['Side', 'Right'], ['Observer', 'Dr Jane Doe'], ['Seen', '2024-09-18'],
      ['At', '11:42:43'], ['Signed', '2024-09-18 12:00:00'],
    ])
  })

  it('points at images, each once, at any depth', () => {
    const image = (uid: string, frame?: number) => item('IMAGE', '', { [Tags.ReferencedSOPSequence]: [
      { [Tags.ReferencedSOPInstanceUID]: uid, ...(frame === undefined ? {} : { [Tags.ReferencedFrameNumber]: frame }) }] })
    const { items } = read({ [Tags.ContentSequence]: [image('1.2.3'), item('CONTAINER', 'Key', { [Tags.ContentSequence]: [image('1.2.3'), image('1.2.3', 4)] })] })
    expect(imagesIn(items)).toEqual([{ sopInstanceUid: '1.2.3', frame: 1 }, { sopInstanceUid: '1.2.3', frame: 4 }])
  })

  it('is empty, not broken, where a document is', () => expect(read({})).toEqual({ title: '', date: '', isVerified: false, isComplete: true, items: [] }))
})
