import assert from 'node:assert/strict'
import { encodeDataSet, readDataSet, SopClasses, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { describe, it } from 'vitest'
import { fileSetOf } from '../file-set/file-set.ts'
import { bytesOf, text as extent } from '../testing.ts'
import { labelLines, type DiscText } from './disc-text.ts'
import { layOutPdi, type PdiOptions } from './pdi.ts'
import type { WebItem } from './web.ts'

const LITTLE = TransferSyntaxes.explicitVrLittleEndian
const HOSTILE = '<script src="x"></script>&\u0001'

const { studies } = fileSetOf([{
  dataSet: readDataSet(encodeDataSet({
    [Tags.SpecificCharacterSet]: 'ISO_IR 192', [Tags.PatientName]: 'Doe^Jané', [Tags.PatientID]: 'P1', [Tags.StudyInstanceUID]: '1.2',
    [Tags.SeriesInstanceUID]: '1.2.3', [Tags.StudyDate]: '20260131', [Tags.StudyDescription]: HOSTILE, [Tags.Modality]: 'CT',
  }, LITTLE), LITTLE),
  sopClassUid: SopClasses.ctImageStorage, sopInstanceUid: '1.2.3.4', transferSyntaxUid: LITTLE.uid, content: [extent('x')],
}], { fileSetId: 'X' })
const text: DiscText = {
  institution: 'Clinique Élan', contact: '+31 20 555 0100', product: 'Filmjacket', version: '0.1.0', made: { date: '20260201', time: '120000' }, language: 'fr',
}
const jpeg: WebItem = { seriesUid: '1.2.3', kind: 'preview', content: [extent('jpeg')] }

async function laidOut(options: Partial<PdiOptions> = {}) {
  const pdi = layOutPdi(studies, { text, profile: 'STD-GEN-CD', ...options })
  const files = await Promise.all(pdi.files.map(async ({ path, content }) => [path.join('/'), Buffer.from(await bytesOf(content)).toString()] as const))
  return { ...pdi, files: new Map(files) }
}

describe('layOutPdi', () => {
  it('brings README.TXT and INDEX.HTM in names of 8.3', async () => {
    const { files } = await laidOut()
    assert.deepEqual([...files.keys()], ['README.TXT', 'INDEX.HTM'])
  })
  it('writes README.TXT in ASCII with line ends of DOS, in the language of the place and in English', async () => {
    const readme = (await laidOut()).files.get('README.TXT') ?? ''
    assert.match(readme, /^[\r\n -~]+$/)
    assert.doesNotMatch(readme, /[^\r]\n/)
    assert.match(readme, /Realise par: Clinique Elan/)
    assert.match(readme, /Made by: Clinique Elan/)
    assert.match(readme, /STD-GEN-CD/)
  })
  it('writes values as text, never as markup', async () => {
    const page = (await laidOut()).files.get('INDEX.HTM') ?? ''
    assert.match(page, /&lt;script src=&quot;x&quot;&gt;&lt;\/script&gt;&amp;/)
    assert.doesNotMatch(page, /<script|\u0001/)
    assert.match(page, /Jané Doe/)
  })
  it('lays out previews in IHE_PDI, linked from the list', async () => {
    const { files, web, label } = await laidOut({ web: [jpeg] })
    assert.deepEqual(web, [{ ...jpeg, path: ['IHE_PDI', 'PV000001.JPG'] }])
    assert.match(files.get('INDEX.HTM') ?? '', /src="IHE_PDI\/PV000001.JPG"/)
    assert.equal(label.content, 'DICOM PLUS WEB')
  })
  it('leaves INDEX.HTM to a viewer, with the list where it wants it, and lists in IHE_PDI', async () => {
    const { files } = await laidOut({ web: [jpeg], viewerPage: '<p><!--STUDIES--></p>' })
    assert.match(files.get('INDEX.HTM') ?? '', /^<p><h2>Patient: Jané Doe<\/h2>/)
    assert.match(files.get('IHE_PDI/LIST.HTM') ?? '', /src="\.\.\/IHE_PDI\/PV000001.JPG"/)
  })
  it('gives a label with who, when, from where, what and the profile', async () => {
    assert.deepEqual(labelLines((await laidOut()).label), ['Jané Doe', '2026-02-01', 'Clinique Élan', 'DICOM ONLY - STD-GEN-CD'])
  })
})
