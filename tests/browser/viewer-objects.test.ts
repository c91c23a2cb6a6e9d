/** What lies beside images in an exam, as its reader sees it: reports, key images, markings of the hospital. */
import { encodeDataSet, newUid, Tags, TransferSyntaxes, type ElementMap, type JsonElement, type Value } from '@filmjacket/dicom-data'
import type { Browser, Page } from 'playwright-core'
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
const TWELVE_LEADS = '1.2.840.10008.5.1.4.1.1.9.1.1'
const SEGMENTATION = '1.2.840.10008.5.1.4.1.1.66.4'
const STRUCTURES = '1.2.840.10008.5.1.4.1.1.481.3'

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
  program = await FilmjacketProcess.serveDemo(scratch.path)
  browser = await openBrowser()
  const admin = await person('admin')
  const { request } = admin.context
  const { studies } = (await (await request.get('/api/studies?text=demo%20anna&description=CT')).json()) as { studies: readonly { id: string }[] }
  examId = studies[0]?.id ?? ''
  const study = (await (await request.get(`/api/viewer/studies/${examId}`)).json()) as { uid: string; series: readonly { uid: string }[] }
  const answer = await request.get(`/dicom-web/studies/${study.uid}/series/${study.series[0]?.uid ?? ''}/metadata`)
  const headers = ((await answer.json()) as readonly Header[]).toSorted((a, b) => Number(valueOf(a, '00200013')) - Number(valueOf(b, '00200013')))
  await request.post('/api/devices', { data: { description: 'Workstation', aeTitle: 'STATION' } })
  expect(await dicomSend(besides(headers), { port: program.dicomPort, callingAe: 'STATION' })).toEqual([0, 0, 0, 0, 0, 0])
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
  return [report, keys, state, recordingOf(headers[0]), segmentsOn(headers[30]), outlineOn(headers[30])]
}

const LEADS = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6']

/** Ten seconds at 100 Hz: a spike a second. */
function recordingOf(like: Header | undefined): Image {
  const samples = Int16Array.from({ length: 1_000 * LEADS.length }, (_, n) => (Math.floor(n / LEADS.length) % 100 === 40 ? 1_000 : 0))
  return object(like, TWELVE_LEADS, 'ECG', {
    [Tags.WaveformSequence]: [{
      [Tags.WaveformOriginality]: 'ORIGINAL', [Tags.NumberOfWaveformChannels]: LEADS.length, [Tags.NumberOfWaveformSamples]: 1_000, [Tags.SamplingFrequency]: 100,
      [Tags.ChannelDefinitionSequence]: LEADS.map((name) => ({
        [Tags.ChannelLabel]: name, [Tags.ChannelSourceSequence]: code(`Lead ${name}`), [Tags.ChannelSensitivity]: 1, [Tags.ChannelSensitivityCorrectionFactor]: 1, [Tags.ChannelBaseline]: 0,
        [Tags.ChannelSensitivityUnitsSequence]: [{ [Tags.CodeValue]: 'uV', [Tags.CodingSchemeDesignator]: 'UCUM', [Tags.CodeMeaning]: 'microvolt' }],
      })),
      [Tags.WaveformBitsAllocated]: 16, [Tags.WaveformSampleInterpretation]: 'SS', [Tags.WaveformData]: new Uint8Array(samples.buffer),
    }],
    [Tags.WaveformAnnotationSequence]: [{ [Tags.UnformattedTextValue]: 'Sinus rhythm', [Tags.ReferencedWaveformChannels]: [1, 0] }],
  })
}

const SIDE = 101

/** Two squares side by side, of a program and of a person; frames that begin within a byte. */
function segmentsOn(image: Header | undefined): Image {
  const bits = new Uint8Array(Math.ceil((2 * SIDE * SIDE) / 8))
  for (const [n, left] of [20, 60].entries()) {
    for (let at = 0; at < SIDE * SIDE; at++) {
      const [x, y, bit] = [at % SIDE, Math.floor(at / SIDE), n * SIDE * SIDE + at]
      if (x >= left && x < left + 20 && y >= 40 && y < 60) bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
  }
  const numbers = (tag: string): readonly number[] => (image?.[tag]?.Value ?? []).map(Number)
  const place = numbers('00200032')
  return object(image, SEGMENTATION, 'SEG', {
    [Tags.FrameOfReferenceUID]: valueOf(image, '00200052'), [Tags.SamplesPerPixel]: 1, [Tags.PhotometricInterpretation]: 'MONOCHROME2', [Tags.Rows]: SIDE, [Tags.Columns]: SIDE,
    [Tags.BitsAllocated]: 1, [Tags.BitsStored]: 1, [Tags.HighBit]: 0, [Tags.PixelRepresentation]: 0, [Tags.NumberOfFrames]: 2, [Tags.SegmentationType]: 'BINARY',
    [Tags.SegmentSequence]: ['Nodule', 'Vessel'].map((name, n) => ({
      [Tags.SegmentNumber]: n + 1, [Tags.SegmentLabel]: name, [Tags.SegmentAlgorithmType]: n === 0 ? 'AUTOMATIC' : 'MANUAL',
      // Red, and green.
      [Tags.RecommendedDisplayCIELabValue]: n === 0 ? [34_885, 53_485, 50_171] : [57_494, 10_794, 54_218],
    })),
    [Tags.SharedFunctionalGroupsSequence]: [{
      [Tags.PlaneOrientationSequence]: [{ [Tags.ImageOrientationPatient]: numbers('00200037') }],
      [Tags.PixelMeasuresSequence]: [{ [Tags.PixelSpacing]: [2, 2], [Tags.SliceThickness]: 1 }],
      [Tags.PlanePositionSequence]: [{ [Tags.ImagePositionPatient]: [-100, -100, place[2] ?? 0] }],
    }],
    [Tags.PerFrameFunctionalGroupsSequence]: [1, 2].map((number) => ({ [Tags.SegmentIdentificationSequence]: [{ [Tags.ReferencedSegmentNumber]: number }] })),
    [Tags.PixelData]: bits,
  })
}

function outlineOn(image: Header | undefined): Image {
  const z = Number(image?.['00200032']?.Value?.[2])
  return object(image, STRUCTURES, 'RTSTRUCT', {
    [Tags.StructureSetLabel]: 'PLAN', [Tags.StructureSetROISequence]: [{
      [Tags.ROINumber]: 1, [Tags.ROIName]: 'Heart', [Tags.ReferencedFrameOfReferenceUID]: valueOf(image, '00200052'), [Tags.ROIGenerationAlgorithm]: 'MANUAL',
    }],
    [Tags.ROIContourSequence]: [{
      [Tags.ReferencedROINumber]: 1, [Tags.ROIDisplayColor]: [255, 128, 0],
      [Tags.ContourSequence]: [{ [Tags.ContourGeometricType]: 'CLOSED_PLANAR', [Tags.NumberOfContourPoints]: 3, [Tags.ContourData]: [-40, -40, z, 40, -40, z, 0, 40, z] }],
    }],
  })
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

  it('a recording is drawn on its paper, with what was written on it', async () => {
    const here = await open()
    const { page } = here
    await page.locator('.fj-thumb').filter({ hasText: 'ECG of a test' }).click()
    const paper = page.getByRole('img', { name: 'Recording of 10 seconds: I, II, III, aVR, aVL, aVF, V1, V2, V3, V4, V5, V6' })
    await page.getByText('Sinus rhythm').waitFor()
    await expect.poll(() => pixelsOf(page, 'canvas.fj-wave-paper', 'red < 60 && blue < 90')).toBeGreaterThan(1_000)
    expect(await obstacles(here)).toEqual([])
    await page.getByRole('combobox', { name: 'Layout' }).selectOption('Each in a row')
    await page.getByRole('combobox', { name: 'Paper speed' }).selectOption('50 mm/s')
    await paper.waitFor()
    expect(here.errors).toEqual([])
  })

  it('segments and outlines lie on their image alone, in their colours, and can be put away', async () => {
    const here = await open()
    const { page } = here
    const red = (): Promise<number> => pixelsOf(page, 'canvas.fj-picture', 'red > 120 && green < red / 2')
    await page.locator('.fj-thumb').filter({ hasText: 'SEG of a test' }).click()
    await page.getByRole('button', { name: '2 drawn' }).click()
    await page.getByText('by a program').waitFor()
    await expect.poll(red).toBeGreaterThan(500)
    expect(await obstacles(here)).toEqual([])
    await page.getByRole('checkbox', { name: 'Nodule' }).uncheck()
    await expect.poll(red).toBe(0)
    expect(await pixelsOf(page, 'canvas.fj-picture', 'green > 120 && red < green / 2')).toBeGreaterThan(500)
    await page.locator('.fj-thumb').filter({ hasText: 'RTSTRUCT of a test' }).click()
    await page.getByRole('button', { name: '1 drawn' }).waitFor()
    const outline = page.locator('.fj-drawing path[stroke="rgb(255,128,0)"]')
    await outline.waitFor()
    await page.locator('.fj-surface').click()
    await page.keyboard.press('ArrowDown')
    await outline.waitFor({ state: 'detached' })
    expect(here.errors).toEqual([])
  })
})

/** How many pixels of a canvas are of a colour. */
async function pixelsOf(page: Page, selector: string, isOne: string): Promise<number> {
  return await page.evaluate<number>(`(() => {
    const canvas = document.querySelector('${selector}')
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue] = data.subarray(at, at + 3)
      if (${isOne}) count += 1
    }
    return count
  })()`)
}
