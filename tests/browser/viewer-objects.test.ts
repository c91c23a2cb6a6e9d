/** What lies beside images in an exam, as its reader sees it: reports, key images, markings of the hospital. */
import { encodeDataSet, newUid, Tags, TransferSyntaxes, type ElementMap, type JsonElement, type Value } from '@filmjacket/dicom-data'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, obstacles, openBrowser, signIn, visit, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import type { Image } from '../setup/images.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser
const KEY_OBJECTS = '1.2.840.10008.5.1.4.1.1.88.59'
const BASIC_TEXT = '1.2.840.10008.5.1.4.1.1.88.11'
const SOFTCOPY_STATE = '1.2.840.10008.5.1.4.1.1.11.1'

let program: FilmjacketProcess
let browser: Browser
let examId = ''
const scratch = new Scratch()

type Header = Readonly<Record<string, JsonElement | undefined>>
function valueOf(header: Header | undefined, tag: string): string {
  const value = header?.[tag]?.Value?.[0]
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : ''
}

beforeAll(async () => {
  if (why !== null) return
  program = await FilmjacketProcess.serve(scratch.path, '--demo')
  browser = await openBrowser()
  const admin = await person('admin')
  const { request } = admin.context
  const { studies } = (await (await request.get('/api/studies?text=demo%20anna&description=CT')).json()) as { studies: readonly { id: string }[] }
  examId = studies[0]?.id ?? ''
  const study = (await (await request.get(`/api/viewer/studies/${examId}`)).json()) as { uid: string; series: readonly { uid: string }[] }
  const answer = await request.get(`/dicom-web/studies/${study.uid}/series/${study.series[0]?.uid ?? ''}/metadata`)
  const headers = ((await answer.json()) as readonly Header[]).toSorted((a, b) => Number(valueOf(a, '00200013')) - Number(valueOf(b, '00200013')))
  await request.post('/api/devices', { data: { description: 'Workstation', aeTitle: 'STATION' } })
  expect(await dicomSend(besides(headers), { port: program.dicomPort, callingAe: 'STATION' })).toEqual([0, 0, 0])
}, 180_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  scratch.remove()
})

async function person(username: string): Promise<Visit> {
  const here = await visit(browser, program.url, DESKTOP)
  await signIn(here, username, new RegExp(`^ {2}${username} +(\\S+)`, 'm').exec(program.words)?.[1] ?? '')
  return here
}

const code = (meaning: string) => [{ [Tags.CodeValue]: 'X', [Tags.CodingSchemeDesignator]: '99TEST', [Tags.CodeMeaning]: meaning }]

/** A report on image 18, key images 11 and 21, and a marking on image 31. */
function besides(headers: readonly Header[]): readonly Image[] {
  const reference = (number: number) => ({
    [Tags.ReferencedSOPClassUID]: valueOf(headers[number - 1], '00080016'), [Tags.ReferencedSOPInstanceUID]: valueOf(headers[number - 1], '00080018'),
  })
  const seen = (number: number) => ({
    [Tags.RelationshipType]: 'CONTAINS', [Tags.ValueType]: 'IMAGE', [Tags.ConceptNameCodeSequence]: code('Seen on image 18'), [Tags.ReferencedSOPSequence]: [reference(number)],
  })
  const series = (numbers: readonly number[]) => [{ [Tags.SeriesInstanceUID]: valueOf(headers[0], '0020000E'), [Tags.ReferencedSOPSequence]: numbers.map(reference) }]
  const report = object(headers[0], BASIC_TEXT, 'SR', {
    [Tags.ValueType]: 'CONTAINER', [Tags.ConceptNameCodeSequence]: code('Chest report'), [Tags.VerificationFlag]: 'VERIFIED', [Tags.CompletionFlag]: 'COMPLETE',
    [Tags.ContentSequence]: [
      { [Tags.RelationshipType]: 'CONTAINS', [Tags.ValueType]: 'TEXT', [Tags.ConceptNameCodeSequence]: code('Finding'), [Tags.TextValue]: 'Solid nodule of 8 mm' }, seen(18),
    ],
  })
  const keys = object(headers[0], KEY_OBJECTS, 'KO', {
    [Tags.ValueType]: 'CONTAINER', [Tags.ConceptNameCodeSequence]: code('Of Interest'), [Tags.ContentSequence]: [seen(11), seen(21)],
    [Tags.CurrentRequestedProcedureEvidenceSequence]: [{ [Tags.StudyInstanceUID]: valueOf(headers[0], '0020000D'), [Tags.ReferencedSeriesSequence]: series([11, 21]) }],
  })
  const state = object(headers[0], SOFTCOPY_STATE, 'PR', {
    [Tags.ReferencedSeriesSequence]: [{ [Tags.SeriesInstanceUID]: valueOf(headers[0], '0020000E'), [Tags.ReferencedImageSequence]: [reference(31)] }],
    [Tags.GraphicAnnotationSequence]: [{
      [Tags.GraphicLayer]: 'MARKS',
      [Tags.TextObjectSequence]: [{ [Tags.AnchorPointAnnotationUnits]: 'PIXEL', [Tags.AnchorPoint]: [200, 200], [Tags.AnchorPointVisibility]: 'N', [Tags.UnformattedTextValue]: 'look here' }],
    }],
  })
  return [report, keys, state]
}

function object(like: Header | undefined, sopClassUid: string, modality: string, more: Readonly<Record<number, Value>>): Image {
  const sopInstanceUid = newUid()
  const elements = {
    [Tags.SOPClassUID]: sopClassUid, [Tags.SOPInstanceUID]: sopInstanceUid, [Tags.StudyInstanceUID]: valueOf(like, '0020000D'),
    [Tags.SeriesInstanceUID]: newUid(), [Tags.PatientID]: valueOf(like, '00100020'), [Tags.IssuerOfPatientID]: valueOf(like, '00100021'),
    [Tags.PatientName]: 'Demo^Anna', [Tags.StudyDate]: valueOf(like, '00080020'), [Tags.Modality]: modality, [Tags.SeriesNumber]: 80,
    [Tags.SeriesDescription]: `${modality} of a test`, [Tags.InstanceNumber]: 1, [Tags.ContentDate]: '20240918', ...more,
  } as ElementMap
  return { sopClassUid, sopInstanceUid, transferSyntaxUid: TransferSyntaxes.explicitVrLittleEndian.uid, dataSet: encodeDataSet(elements, TransferSyntaxes.explicitVrLittleEndian) }
}

describe.skipIf(why !== null)(`beside the images${why === null ? '' : ` (${why})`}`, () => {
  async function open(): Promise<Visit> {
    const here = await person('anna')
    await here.page.goto(`/viewer/${examId}`)
    await here.page.getByText('Image 31 of 60').waitFor()
    return here
  }

  it('a report is text to read, and leads to the image that it speaks of', async () => {
    const here = await open()
    await here.page.locator('.fj-thumb').filter({ hasText: 'SR of a test' }).click()
    await here.page.getByText('Solid nodule of 8 mm').waitFor()
    expect(await obstacles(here)).toEqual([])
    await here.page.getByRole('button', { name: 'Seen on image 18' }).click()
    await here.page.getByText('Image 18 of 60').waitFor()
    expect(await here.page.getByText('Solid nodule of 8 mm').isVisible()).toBe(true)
    expect(here.errors).toEqual([])
  })

  it('key images are a set of their own', async () => {
    const here = await open()
    await here.page.locator('.fj-thumb').filter({ hasText: 'KO of a test' }).click()
    await here.page.getByText('Image 2 of 2').waitFor()
    await here.page.locator('canvas.fj-picture').waitFor()
  })

  it('markings stand on their image alone, and can be taken away', async () => {
    const { page } = await open()
    await page.locator('.fj-drawing').getByText('look here').waitFor()
    expect(await page.locator('.fj-thumb').filter({ hasText: 'PR of a test' }).count()).toBe(0)
    await page.keyboard.press('ArrowDown')
    await page.locator('.fj-drawing').getByText('look here').waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowUp')
    await page.locator('.fj-drawing').getByText('look here').waitFor()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Markings of the hospital' }).click()
    await page.locator('.fj-drawing').getByText('look here').waitFor({ state: 'detached' })
  })
})
