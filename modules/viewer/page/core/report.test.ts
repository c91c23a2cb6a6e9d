import { describe, expect, it } from 'vitest'
import type { Elements } from './elements.ts'
import { imagesIn, reportOf } from './report.ts'
import { Tags } from './tags.ts'
import { elements } from './testing.ts'

const code = (meaning: string): Elements => elements({ [Tags.CodeMeaning]: [meaning] })
const item = (type: string, name: string, more: Readonly<Record<string, readonly unknown[]>>): Elements =>
  elements({ [Tags.ValueType]: [type], [Tags.ConceptNameCodeSequence]: [code(name)], ...more })

const document = elements({
  [Tags.ConceptNameCodeSequence]: [code('Chest report')], [Tags.ContentDate]: ['20240917'], [Tags.VerificationFlag]: ['VERIFIED'],
  [Tags.CompletionFlag]: ['COMPLETE'],
  [Tags.ContentSequence]: [
    item('CONTAINER', 'Findings', {
      [Tags.ContentSequence]: [
        item('TEXT', 'Finding', { [Tags.TextValue]: ['Solid nodule'] }),
        item('NUM', 'Diameter', {
          [Tags.MeasuredValueSequence]: [elements({ [Tags.NumericValue]: ['8.5'], [Tags.MeasurementUnitsCodeSequence]: [elements({ [Tags.CodeValue]: ['mm'] })] })],
        }),
        item('CODE', 'Side', { [Tags.ConceptCodeSequence]: [code('Right')] }),
        item('IMAGE', 'Seen on', { [Tags.ReferencedSOPSequence]: [elements({ [Tags.ReferencedSOPInstanceUID]: ['1.2.3'], [Tags.ReferencedFrameNumber]: [4] })] }),
      ],
    }),
    item('PNAME', 'Observer', { [Tags.PersonName]: [{ Alphabetic: 'Doe^Jane^^Dr' }] }),
    item('DATE', 'Seen', { [Tags.Date]: ['20240918'] }),
    item('TIME', 'At', { [Tags.Time]: ['114243.273'] }),
    item('DATETIME', 'Signed', { [Tags.DateTime]: ['20240918120000'] }),
    item('UIDREF', 'Frame', { [Tags.UID]: ['1.2.3'] }),
  ],
})

describe('a structured report', () => {
  const report = reportOf(document)
  it('says what it is, and whether it is signed', () => {
    expect(report).toMatchObject({ title: 'Chest report', date: '20240917', isVerified: true, isComplete: true })
  })
  it('has headings with what belongs to them, in order', () => {
    const [findings, observer, seen] = report.items
    expect(findings).toMatchObject({ name: 'Findings', value: null })
    expect(findings?.items.map(({ name, value }) => [name, value])).toEqual([['Finding', 'Solid nodule'], ['Diameter', '8.5 mm'], ['Side', 'Right'], ['Seen on', null]])
    expect(observer).toMatchObject({ name: 'Observer', value: 'Doe, Jane' })
    expect(seen).toMatchObject({ date: '20240918', value: null })
    expect(report.items.slice(3).map(({ value }) => value)).toEqual(['11:42:43', '2024-09-18 12:00:00', null])
  })
  it('points to images, each once', () => {
    expect(imagesIn([...report.items, ...report.items])).toEqual([{ instanceUid: '1.2.3', frame: 4 }])
  })
  it('ends where nobody would read on', () => {
    let deep = item('CONTAINER', 'x', {})
    for (let n = 0; n < 100; n++) deep = item('CONTAINER', 'x', { [Tags.ContentSequence]: [deep] })
    let depth = 0
    for (let each = reportOf(deep).items; each[0] !== undefined; each = each[0].items) depth += 1
    expect(depth).toBeLessThan(50)
  })
  it('is empty, not broken, where a document is', () => expect(reportOf({})).toMatchObject({ title: '', items: [], isVerified: false }))
})
