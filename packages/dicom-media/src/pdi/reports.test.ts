import assert from 'node:assert/strict'
import { encodeDataSet, readDataSet, Tags, TransferSyntaxes, type Element, type Value } from '@filmjacket/dicom-data'
import { describe, it } from 'vitest'
import { fileSetOf } from '../file-set/file-set.ts'
import { bytesOf, text as extent } from '../testing.ts'
import { layOutPdi } from './pdi.ts'
import type { WebItem } from './web.ts'

const LITTLE = TransferSyntaxes.explicitVrLittleEndian
const BASIC_TEXT_SR = '1.2.840.10008.5.1.4.1.1.88.11'
const HOSTILE = '</p><script>alert(1)</script>'

type Elements = Readonly<Record<number, Value | Element>>

const code = (meaning: string): Elements => ({ [Tags.CodeValue]: 'X', [Tags.CodingSchemeDesignator]: '99', [Tags.CodeMeaning]: meaning })
const item = (type: string, name: string, more: Elements): Elements => ({ [Tags.ValueType]: type, [Tags.ConceptNameCodeSequence]: [code(name)], ...more })

const finding = item('CONTAINER', 'Findings', { [Tags.ContentSequence]: [
  item('TEXT', 'Finding', { [Tags.TextValue]: `Nodule\r\nin the left lung ${HOSTILE}` }),
  item('NUM', 'Diameter', { [Tags.MeasuredValueSequence]: [{ [Tags.NumericValue]: '8.5', [Tags.MeasurementUnitsCodeSequence]: [{ [Tags.CodeValue]: 'mm' }] }] }),
  ...[1, 2].map((frame) => item('IMAGE', 'Seen on', { [Tags.ReferencedSOPSequence]: [{ [Tags.ReferencedSOPInstanceUID]: '1.2.3.4', [Tags.ReferencedFrameNumber]: frame }] })),
] })

async function filesOf(more: Elements = {}, web: readonly WebItem[] = []): Promise<ReadonlyMap<string, string>> {
  const bytes = encodeDataSet({
    [Tags.SpecificCharacterSet]: 'ISO_IR 192', [Tags.PatientName]: 'Doe^Jané', [Tags.PatientID]: 'P1', [Tags.PatientBirthDate]: '19700131', [Tags.StudyInstanceUID]: '1.2',
    [Tags.SeriesInstanceUID]: '1.2.9', [Tags.Modality]: 'SR', [Tags.ConceptNameCodeSequence]: [code('Chest report')], [Tags.CompletionFlag]: 'COMPLETE',
    [Tags.VerificationFlag]: 'UNVERIFIED', [Tags.ContentDate]: '20260102', [Tags.ContentSequence]: [finding], ...more,
  }, LITTLE)
  const { studies } = fileSetOf([{
    dataSet: readDataSet(bytes, LITTLE), sopClassUid: BASIC_TEXT_SR, sopInstanceUid: '1.2.9.1', transferSyntaxUid: LITTLE.uid, content: [extent('x')],
  }], { fileSetId: 'X' })
  const text = { institution: '', product: 'Filmjacket', version: '1', made: { date: '20260201', time: '120000' }, language: 'en' } as const
  const { files } = layOutPdi(studies, { text, profile: null, reports: true, web })
  return new Map(await Promise.all(files.map(async ({ path, content }) => [path.join('/'), Buffer.from(await bytesOf(content)).toString()] as const)))
}

describe('a report on a medium', () => {
  it('is a page that says whose it is, what was found, and that nobody signed it', async () => {
    const page = (await filesOf()).get('IHE_PDI/RP000001.HTM') ?? ''
    for (const words of ['<h1>Chest report</h1>', 'Patient: Jané Doe', 'Date of birth: 1970-01-31', 'Written on: 2026-01-02', '<h2>Findings</h2>',
      '<strong>Diameter</strong>: 8.5 mm', 'Nodule<br />in the left lung', 'not signed']) assert.ok(page.includes(words), words)
  })
  it('has values as text, never as markup, and no script', async () => {
    const page = (await filesOf()).get('IHE_PDI/RP000001.HTM') ?? ''
    assert.ok(page.includes('&lt;/p&gt;&lt;script&gt;'))
    assert.doesNotMatch(page, /<script/)
  })
  it('shows the pictures of images that it points at, where they are on the medium', async () => {
    const picture: WebItem = { seriesUid: '1.2.3', kind: 'picture', image: { sopInstanceUid: '1.2.3.4', frame: 2 }, content: [extent('jpeg')] }
    const page = (await filesOf({}, [picture])).get('IHE_PDI/RP000001.HTM') ?? ''
    assert.equal(page.split('src="IM000001.JPG"').length, 2)
    assert.ok(page.includes('an image, which is among the DICOM files'))
  })
  it('is linked by its title from the list', async () => {
    assert.match((await filesOf()).get('INDEX.HTM') ?? '', /<a href="IHE_PDI\/RP000001\.HTM">Chest report<\/a>/)
  })
  it('without a word in it is no page', async () => {
    assert.deepEqual([...(await filesOf({ [Tags.ContentSequence]: [] })).keys()], ['README.TXT', 'INDEX.HTM'])
  })
  it('ends where nobody would read on', async () => {
    let deep: Elements = item('TEXT', 'Bottom', { [Tags.TextValue]: 'bottom' })
    for (let n = 0; n < 60; n++) deep = item('CONTAINER', `Level ${n}`, { [Tags.ContentSequence]: [deep] })
    const page = (await filesOf({ [Tags.ContentSequence]: [deep, item('TEXT', 'Shallow', { [Tags.TextValue]: 'kept' })] })).get('IHE_PDI/RP000001.HTM') ?? ''
    assert.ok(page.includes('kept') && !page.includes('bottom'))
  })
})
