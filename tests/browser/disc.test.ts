/** The viewer on a disc: a page that is a file, without a server and without a network. */
import assert from 'node:assert/strict'
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { open } from '@filmjacket/bytes'
import {
  encodeDataSet, encodeElementHeader, encodeFileMeta, encodeItemHeader, Tags, TransferSyntaxes, UNDEFINED_LENGTH, type Element, type Value,
} from '@filmjacket/dicom-data'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inChunks, testArchive, type TestArchive } from '../../modules/archive/testing.ts'
import { createPackaging, discOf } from '../../modules/packaging/index.ts'
import { migrations as packagingMigrations } from '../../modules/packaging/migrations/index.ts'
import { madeBy } from '../../modules/packaging/testing.ts'
import { DESKTOP, obstacles, openBrowser, overflow, PHONE, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { fileOf, makeImage } from '../setup/images.ts'
import { unpack } from '../setup/media.ts'
import { eventuallySame, KEEP_PAINTED, pictureIn } from '../setup/painted.ts'
import { whyMissing } from '../setup/programs.ts'
import { SAMPLES_MISSING, samplesIn } from '../setup/samples.ts'
import { filesBelow, Scratch } from '../setup/scratch.ts'

const BUILT = join(import.meta.dirname, '../../dist/disc')
const why = existsSync(join(BUILT, 'INDEX.HTM')) ? whyNoBrowser : 'not built: npm run build'
const FOLDERS = ['video', 'dicom-core/pydicom_pydicom', 'dicom-core/dcm4che_dcm4che', 'dicom-wg04', 'dicom-pixel/pydicom_pydicom-data', 'dicom-pixel/cornerstonejs_dicomParser']
const SLICES = 21

let browser: Browser
let store: TestArchive
const scratch = new Scratch()
const unpacked = { zip: new Scratch(), iso: new Scratch() }
let here: Visit | null = null

beforeAll(async () => {
  if (why !== null) return
  store = await testArchive(packagingMigrations)
  browser = await openBrowser()
}, 60_000)

afterEach(async () => {
  await here?.context.close()
  here = null
})

afterAll(async () => {
  if (why === null) await browser.close()
  for (const folder of [scratch, unpacked.zip, unpacked.iso]) folder.remove()
})

interface Recipe {
  readonly name: string
  readonly elements?: Readonly<Record<number, Value | Element>>
  /** Said in STUDIES.JS instead of what the files say. */
  readonly said?: Readonly<Record<string, unknown>>
}

/** The same for all that only look at it. */
let usual: Promise<string> | undefined
const usualDisc = (): Promise<string> => (usual ??= makeDisc({ name: 'usual' }))

/** A disc with one Series of slices, as the product makes it. @returns its folder. */
async function makeDisc({ name, elements = {}, said = {} }: Recipe): Promise<string> {
  const folder = join(scratch.path, name)
  cpSync(BUILT, folder, { recursive: true })
  const [studyUid, seriesUid] = [`1.2.840.9.${name.length}`, `1.2.840.9.${name.length}.1`]
  const instances = Array.from({ length: SLICES }, (_, n) => {
    const file = `IMAGES/ST1/SE1/IM${String(n).padStart(6, '0')}`
    scratch.put(`${name}/${file}`, fileOf(makeImage({
      studyUid, seriesUid, seed: n, side: 64,
      elements: {
        [Tags.SeriesDescription]: 'Axial', [Tags.ImagePositionPatient]: [0, 0, n * 2], [Tags.ImageOrientationPatient]: [1, 0, 0, 0, 1, 0],
        [Tags.PixelSpacing]: [0.5, 0.5], [Tags.WindowCenter]: 2000, [Tags.WindowWidth]: 3000, ...elements,
      },
    })))
    return { file, frames: 1 }
  })
  const preview = 'IHE_PDI/PV000001.JPG'
  scratch.put(`${name}/${preview}`, await sharp({ create: { width: 64, height: 64, channels: 3, background: '#778' } }).jpeg().toBuffer())
  const series = { uid: seriesUid, modality: 'CT', description: 'Axial', number: 1, preview, instances }
  const disc = { patient: 'Example^Erin', made: '2026-11-22', institution: 'General Hospital', studies: [{ uid: studyUid, description: 'CT head', date: '20260102', series: [series] }], ...said }
  scratch.put(`${name}/VIEWER/STUDIES.JS`, `window.FILMJACKET_DISC = ${JSON.stringify(disc)}`)
  return folder
}

/** A Study with a report, kept by the archive, packed and unpacked again by programs that others wrote. */
async function discOfProduct(): Promise<{ readonly folder: string; readonly images: readonly Buffer[] }> {
  const disc = discOf(filesBelow(BUILT).map((file) => ({ path: relative(BUILT, file).split('/'), bytes: readFileSync(file) })))
  const clock = { now: () => Date.UTC(2026, 10, 22) }
  const { packages } = createPackaging({ db: store.db as never, archive: store.archive, clock, blobs: store.blobs, version: '1', ...(disc === undefined ? {} : { disc }) })
  const [studyUid, seriesUid] = ['1.2.840.9.900', '1.2.840.9.900.1']
  const images = [0, 1, 2].map((seed) => fileOf(makeImage({ studyUid, seriesUid, seed, side: 64, elements: { [Tags.WindowCenter]: 2000, [Tags.WindowWidth]: 3000 } })))
  for (const file of [...images, reportFile(studyUid)])
    assert.equal((await store.archive.ingest.file({ kind: 'import' }, inChunks(file, 65_536))).kind, 'stored')
  await store.archive.ingest.indexed()
  const study = (await store.archive.studyByUid(studyUid)) ?? assert.fail('no study')
  const bytes = async (format: 'zip' | 'iso'): Promise<Buffer> => {
    const made = await madeBy(packages.prepare(study.id, format))
    const { list, blobs } = (await packages.serve(made.id)) ?? assert.fail('not served')
    const parts: Uint8Array[] = []
    for await (const part of open(list, blobs)) parts.push(Buffer.from(part))
    return Buffer.concat(parts)
  }
  const [one, other] = [await unpack(await bytes('zip'), 'zip', unpacked.zip), await unpack(await bytes('iso'), 'iso', unpacked.iso)]
  const contents = (folder: string) => filesBelow(folder).map((file) => [relative(folder, file), readFileSync(file).toString('base64')]).sort()
  assert.deepEqual(contents(one), contents(other))
  return { folder: other, images }
}

/** Basic Text SR with one finding. */
function reportFile(studyUid: string): Buffer {
  const code = (meaning: string) => ({ [Tags.CodeValue]: 'X', [Tags.CodingSchemeDesignator]: '99', [Tags.CodeMeaning]: meaning })
  const sopClassUid = '1.2.840.10008.5.1.4.1.1.88.11'
  const sopInstanceUid = `${studyUid}.2.1`
  return Buffer.concat([
    encodeFileMeta({ sopClassUid, sopInstanceUid, transferSyntaxUid: TransferSyntaxes.explicitVrLittleEndian.uid }),
    encodeDataSet({
      [Tags.SOPClassUID]: sopClassUid, [Tags.SOPInstanceUID]: sopInstanceUid, [Tags.StudyInstanceUID]: studyUid, [Tags.SeriesInstanceUID]: `${studyUid}.2`,
      [Tags.PatientName]: 'Example^Erin', [Tags.PatientID]: 'P-1', [Tags.PatientBirthDate]: '19700101', [Tags.PatientSex]: 'O', [Tags.Modality]: 'SR', [Tags.SeriesNumber]: 2, [Tags.ConceptNameCodeSequence]: [code('Chest report')],
      [Tags.ContentSequence]: [{ [Tags.ValueType]: 'TEXT', [Tags.ConceptNameCodeSequence]: [code('Finding')], [Tags.TextValue]: 'Solid nodule' }],
    }, TransferSyntaxes.explicitVrLittleEndian),
  ])
}

interface Reader {
  readonly viewport?: typeof PHONE
  readonly locale?: string
  readonly script?: string
}

/** The disc in the hands of somebody whose machine has no network. */
async function lookAt(folder: string, { viewport = DESKTOP, locale = 'en-GB', script = '' }: Reader = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale, offline: true, reducedMotion: 'reduce' })
  await context.addInitScript(`${KEEP_PAINTED}\n${script}`)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) errors.push(`asked ${request.url()}`)
  })
  await page.goto(pathToFileURL(join(folder, 'INDEX.HTM')).href)
  await page.locator('main').waitFor()
  here = { page, context, errors }
  return here
}

async function choose(page: Page, folder: string, button = /^(Choose the disc or folder|Kies de schijf of map)$/): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button }).first().click()])
  await chooser.setFiles(folder)
}

/** As from a window of files beside the browser's: first the page says that they may be dropped on it. */
async function drop(page: Page, ...files: readonly Buffer[]): Promise<void> {
  await page.evaluate(`(() => {
    const data = new DataTransfer()
    const bytes = (file) => Uint8Array.from(atob(file), (character) => character.charCodeAt(0))
    for (const file of ${JSON.stringify(files.map((file) => file.toString('base64')))}) data.items.add(new File([bytes(file)], 'IM' + data.items.length))
    window.drag = (type) => document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
  })()`)
  await expect.poll(() => page.evaluate('drag("dragover"), document.querySelector(".fj-disc-drop") !== null')).toBe(true)
  await page.evaluate('drag("drop")')
}

const first = (page: Page) => page.locator('canvas.fj-picture:not(.fj-stand-in)').first().waitFor()
const slice = (folder: string, n: number) => readFileSync(join(folder, `IMAGES/ST1/SE1/IM${String(n).padStart(6, '0')}`))

describe.skipIf(why !== null)(`a disc in a browser${why === null ? '' : ` (${why})`}`, () => {
  it('has names as ISO 9660 wants them, and is small', () => {
    const files = filesBelow(BUILT)
    for (const file of files) assert.match(basename(file), /^[A-Z0-9_]{1,8}\.[A-Z0-9]{1,3}$/)
    expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(8_000_000)
  })

  it('shows at once whose it is and a picture of each set, and all images once its reader lets it read', async () => {
    const folder = await usualDisc()
    const visit = await lookAt(folder)
    const { page } = visit
    await page.getByRole('heading', { name: 'Images of Example, Erin' }).waitFor()
    await expect.poll(() => page.evaluate('[...document.images].every((image) => image.complete && image.naturalWidth > 0)')).toBe(true)
    await choose(page, folder)
    await page.getByText(`Image 11 of ${SLICES}`).waitFor()
    await eventuallySame(page, await pictureIn(slice(folder, 10)))
    await page.keyboard.press('ArrowDown')
    await page.getByText(`Image 12 of ${SLICES}`).waitFor()
    await eventuallySame(page, await pictureIn(slice(folder, 11)))
    await page.getByRole('button', { name: 'Contrast', exact: true }).click()
    await page.getByRole('menuitem', { name: 'As sent by the hospital' }).click()
    await page.keyboard.press('End')
    await eventuallySame(page, await pictureIn(slice(folder, SLICES - 1)))
    await page.keyboard.press('c')
    await page.getByText('From the front', { exact: true }).waitFor()
    expect(visit.errors).toEqual([])
  })

  it('as the product makes it, is one as ZIP and as ISO, and shows the pixels that were stored and the report that was written', async (context) => {
    const missing = whyMissing('unzip', 'xorriso')
    if (missing !== null) context.skip(missing)
    const { folder, images } = await discOfProduct()
    const visit = await lookAt(folder)
    const { page } = visit
    await page.getByRole('heading', { name: 'Images of Example, Erin' }).waitFor()
    const [report] = await Promise.all([visit.context.waitForEvent('page'), page.getByRole('link', { name: 'Chest report' }).click()])
    await report.getByText('Solid nodule').waitFor()
    await report.close()
    await choose(page, folder)
    await page.getByText('Image 2 of 3').waitFor()
    await eventuallySame(page, await pictureIn(images[1] ?? assert.fail()))
    await page.keyboard.press('End')
    await page.getByText('Image 3 of 3').waitFor()
    await eventuallySame(page, await pictureIn(images[2] ?? assert.fail()))
    expect(visit.errors).toEqual([])
  })

  it('is measured on, and left again for its list', async () => {
    const folder = await usualDisc()
    const visit = await lookAt(folder)
    const { page } = visit
    await choose(page, folder)
    await first(page)
    const box = (await page.locator('.fj-surface').boundingBox()) ?? assert.fail('no tile')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.keyboard.press('l')
    await page.getByText('Press at one end, drag to the other.').waitFor()
    await page.mouse.move(x - 100, y)
    await page.mouse.down()
    await page.mouse.move(x + 100, y, { steps: 5 })
    await page.mouse.up()
    const length = Number(/([\d.]+) mm/.exec((await page.locator('.fj-drawing text').first().textContent()) ?? '')?.[1])
    const expected = (200 * 64 * 0.5) / box.height
    expect(Math.abs(length - expected) / expected).toBeLessThan(0.03)
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'See the images' }).click()
    await first(page)
    expect(visit.errors).toEqual([])
  })

  it('speaks its reader\'s language, and is opened by dropping files on it', async () => {
    const folder = await usualDisc()
    const { page, errors } = await lookAt(folder, { locale: 'nl-BE' })
    await page.getByRole('heading', { name: 'Beelden van Example, Erin' }).waitFor()
    await drop(page, ...[3, 4, 5].map((n) => slice(folder, n)))
    await page.getByText('Beeld 2 van 3').waitFor()
    await eventuallySame(page, await pictureIn(slice(folder, 4)))
    expect(errors).toEqual([])
  })

  it('decodes in the page where a browser gives it no worker', async () => {
    const folder = samplesIn(...FOLDERS)?.find((path) => path.endsWith('/JPEG2000.dcm'))
    if (folder === undefined) return
    const disc = await usualDisc()
    cpSync(folder, join(scratch.path, 'j2k/IM1'), { recursive: true })
    const { page } = await lookAt(disc, { script: 'window.Worker = function () { throw new DOMException("no", "SecurityError") }' })
    await choose(page, join(scratch.path, 'j2k'))
    await eventuallySame(page, await pictureIn(readFileSync(folder)))
  })

  it('shows another disc as what it is, not as what it says itself', async () => {
    const mine = await usualDisc()
    const other = await makeDisc({ name: 'of-another-one', elements: { [Tags.PatientName]: 'Other^Olga' } })
    const { page } = await lookAt(mine)
    await choose(page, other)
    await first(page)
    await expect.poll(() => page.locator('.fj-viewer-title').innerText()).toContain('Other, Olga')
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByText('You opened another disc or folder').waitFor()
  })

  it('says so where there is no image', async () => {
    const folder = await usualDisc()
    scratch.put('letters/LETTER.TXT', 'no image')
    const visit = await lookAt(folder)
    await choose(visit.page, join(scratch.path, 'letters'))
    await visit.page.getByText('No images found there').waitFor()
    expect(await obstacles(visit)).toEqual([])
  })

  it('never takes for markup what a header or the disc says', async () => {
    const markup = '<img src=x onerror="window.ran = true"><script>window.ran = true</script>'
    const folder = await makeDisc({
      name: 'hostile', elements: { [Tags.PatientName]: markup.slice(0, 60), [Tags.SeriesDescription]: markup.slice(0, 60), [Tags.StudyDescription]: markup.slice(0, 60) },
      said: { patient: markup, institution: markup },
    })
    const { page } = await lookAt(folder)
    await page.getByRole('heading', { name: /<img src/ }).waitFor()
    await choose(page, folder)
    await first(page)
    expect(await page.evaluate('window.ran')).toBeUndefined()
  })

  for (const [how, viewport] of [['on a phone', PHONE], ['on a desktop', DESKTOP]] as const) {
    it(`has nothing in the way ${how}`, async () => {
      const folder = await usualDisc()
      const visit = await lookAt(folder, { viewport })
      expect([await obstacles(visit), await overflow(visit)]).toEqual([[], 0])
      await visit.page.keyboard.press('Tab')
      await choose(visit.page, folder)
      await first(visit.page)
      expect([await obstacles(visit), await overflow(visit), visit.errors]).toEqual([[], 0, []])
    })
  }
})

/** By file: the frame that is shown first, and by how much a colour may differ. */
const SAMPLES: Readonly<Record<string, readonly [number, number?]>> = {
  'CT_small.dcm': [0], 'MR_small_bigendian.dcm': [0], 'MR_small_RLE.dcm': [0], 'MR_small_jp2klossless.dcm': [0], 'MR_small_jpeg_ls_lossless.dcm': [0],
  'MR-JPEGLosslessSV1.dcm': [0], 'MR1_JPLL': [0], 'CT2_J2KI': [0], 'HTJ2K_08_RGB.dcm': [0], 'CT0012.fragmented_no_bot_jpeg_lossless.57.dcm': [1], 'JPGExtended.dcm': [0], 'JPEG2000.dcm': [0], 'SC_rgb_rle_2frame.dcm': [1], 'SC_rgb_jpeg_dcmtk.dcm': [0, 2],
  'SC_jpeg_no_color_transform.dcm': [0, 2], 'SC_ybr_full_422_uncompressed.dcm': [0, 2], 'examples_palette.dcm': [0], 'examples_ybr_color.dcm': [15, 2],
}

describe.skipIf(why !== null || samplesIn(...FOLDERS) === null)(`files of others on a disc${samplesIn(...FOLDERS) === null ? ` (${SAMPLES_MISSING})` : ''}`, () => {
  for (const [name, [frame, most]] of Object.entries(SAMPLES)) {
    it(`are painted as the server paints them: ${name}`, async () => {
      const path = samplesIn(...FOLDERS)?.find((each) => each.endsWith(`/${name}`)) ?? assert.fail(name)
      cpSync(path, join(scratch.path, 'sample', name, 'IM1'))
      const { page } = await lookAt(BUILT)
      await choose(page, join(scratch.path, 'sample', name))
      await first(page)
      await eventuallySame(page, await pictureIn(readFileSync(path), frame), most)
    })
  }

  it('are painted as the server paints them: deflated', async () => {
    const file = fileOf(makeImage({ side: 64, transferSyntax: TransferSyntaxes.deflatedExplicitVrLittleEndian, elements: { [Tags.WindowCenter]: 2000, [Tags.WindowWidth]: 3000 } }))
    scratch.put('deflated/IM1', file)
    const { page } = await lookAt(BUILT)
    await choose(page, join(scratch.path, 'deflated'))
    const native = fileOf(makeImage({ side: 64, elements: { [Tags.WindowCenter]: 2000, [Tags.WindowWidth]: 3000 } }))
    await eventuallySame(page, await pictureIn(native))
  })

  it('that are films are played', async () => {
    const film = samplesIn('video')?.find((each) => each.endsWith('/bikes.mp4')) ?? assert.fail('film')
    scratch.put('film/IM1', filmOf(readFileSync(film)))
    const { page, errors } = await lookAt(BUILT)
    await choose(page, join(scratch.path, 'film'))
    await expect.poll(() => page.evaluate('document.querySelector("video")?.videoWidth ?? 0')).toBeGreaterThan(0)
    expect(errors).toEqual([])
  })

  it('that are cut are named, and nothing stands still', async () => {
    const path = samplesIn(...FOLDERS)?.find((each) => each.endsWith('/MR_small_RLE.dcm')) ?? assert.fail('sample')
    scratch.put('cut/IM1', readFileSync(path).subarray(0, 4000))
    const { page, errors } = await lookAt(BUILT)
    await choose(page, join(scratch.path, 'cut'))
    await page.getByText('This picture is damaged or could not be read.').waitFor()
    expect(errors).toEqual([])
  })
})

/** MPEG-4 AVC/H.264 High Profile in an MP4, as PS3.5 §8.2.9 allows, in two fragments. */
function filmOf(mp4: Buffer): Buffer {
  const transferSyntaxUid = '1.2.840.10008.1.2.4.102'
  const syntax = TransferSyntaxes.explicitVrLittleEndian
  const sopClassUid = '1.2.840.10008.5.1.4.1.1.77.1.1.1'
  const header = encodeDataSet({
    [Tags.SOPClassUID]: sopClassUid, [Tags.SOPInstanceUID]: '1.2.840.9.7.1', [Tags.Modality]: 'ES', [Tags.PatientName]: 'Film^Fia', [Tags.PatientID]: 'F1',
    [Tags.StudyInstanceUID]: '1.2.840.9.7.2', [Tags.SeriesInstanceUID]: '1.2.840.9.7.3', [Tags.SamplesPerPixel]: 3, [Tags.PhotometricInterpretation]: 'YBR_PARTIAL_420',
    [Tags.NumberOfFrames]: 250, [Tags.Rows]: 272, [Tags.Columns]: 640, [Tags.BitsAllocated]: 8, [Tags.BitsStored]: 8, [Tags.HighBit]: 7, [Tags.PixelRepresentation]: 0,
  }, syntax)
  const half = mp4.length - (mp4.length % 4) - 4
  const fragments = [Buffer.alloc(0), mp4.subarray(0, half), mp4.subarray(half)].flatMap((part) => [encodeItemHeader(ITEM, part.length, syntax), part])
  return Buffer.concat([
    encodeFileMeta({ sopClassUid, sopInstanceUid: '1.2.840.9.7.1', transferSyntaxUid }), header,
    encodeElementHeader(Tags.PixelData, 'OB', UNDEFINED_LENGTH, syntax), ...fragments, encodeItemHeader(SEQUENCE_END, 0, syntax),
  ])
}

const ITEM = 0xfffee000
const SEQUENCE_END = 0xfffee0dd
