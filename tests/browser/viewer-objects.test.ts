/** What lies beside images in an exam, as its reader sees it: reports, key images, markings of the hospital. */
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageFrame } from '../../modules/viewer/page/core/image.ts'
import { doseOf } from '../../modules/viewer/page/core/layers/dose.ts'
import { petOver } from '../../modules/viewer/page/core/layers/pet.ts'
import { paintWash, reachOn, valuesOn, type Wash } from '../../modules/viewer/page/core/layers/wash.ts'
import type { GrayPixels } from '../../modules/viewer/page/core/pixels.ts'
import { frameOfCut } from '../../modules/viewer/page/core/reslice.ts'
import { levelFor, levelsOf, tilesInSight } from '../../modules/viewer/page/core/slide/pyramid.ts'
import { stackOf } from '../../modules/viewer/page/core/stack.ts'
import { apply, fitting, matrixOf, WHOLE } from '../../modules/viewer/page/core/view.ts'
import { DESKTOP, looksRight, obstacles, openBrowser, PHONE, visitAs, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import { besides, DOSE_SIDE, doseOn, PET_SIDE, petAround, rampOf, slideLike, tileColor, valueOf, type Header } from '../setup/exam-objects.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { pictureIn } from '../setup/painted.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser

let program: FilmjacketProcess
let browser: Browser
let examId = ''
const scratch = new Scratch()

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
  const more = [...besides(headers), ...petAround(headers[30]), doseOn(headers[30]), ...slideLike(headers[30])]
  expect(new Set(await dicomSend(more, { port: program.dicomPort, callingAe: 'STATION' }))).toEqual(new Set([0]))
}, 180_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  scratch.remove()
})

async function person(username: string, path = '/'): Promise<Visit> {
  return await visitAs(browser, program.url, { username, password: await program.passwordOf(username) }, { path })
}

describe.skipIf(why !== null)(`beside the images${why === null ? '' : ` (${why})`}`, () => {
  async function open(): Promise<Visit> {
    const here = await person('anna', `/viewer/${examId}`)
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
    await page.getByRole('button', { name: 'More' }).click()
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Save as picture' }).click()])
    expect(saved.suggestedFilename()).toBe('image-80-1.png')
    // A printer's window would hold the page.
    await page.evaluate('window.print = () => undefined')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Print' }).click()
    // Ten seconds at 25 mm/s, and the margin: as long on paper.
    await expect.poll(() => page.locator('.fj-print img').getAttribute('style')).toBe('width: 262mm;')
    expect(await page.locator('.fj-print').textContent()).toContain('25 mm/s · 10 mm/mV')
    await page.evaluate('window.dispatchEvent(new Event("afterprint"))')
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

  it('a PET lies over the CT between its slices, in the colours of its uptake', async () => {
    const here = await open()
    await here.page.keyboard.press('o')
    await here.page.getByRole('button', { name: 'PET over', pressed: true }).waitFor()
    const { wash } = petOver(stackOf(await headersOf(here, 'PT')))
    await eventuallyWashed(here, wash, (frame) => graysOf(PET_SIDE, frame.instanceNumber ?? 0))
    await looksRight(here, 'viewer-pet')
    // On a cut as well: between its two slices it is red where there is little of it.
    await here.page.keyboard.press('c')
    await expect.poll(() => pixelsOf(here.page, '.fj-tile-place:nth-child(2) canvas.fj-picture', 'red > 80 && green < red / 3')).toBeGreaterThan(20)
    expect(here.errors).toEqual([])
  })

  it('dose lies over the CT, as much as it is of the greatest', async () => {
    const here = await open()
    await here.page.locator('.fj-thumb').filter({ hasText: 'RTDOSE of a test' }).click()
    await here.page.getByText('Gy', { exact: true }).waitFor()
    const wash = doseOf((await headersOf(here, 'RTDOSE'))[0] ?? {})?.wash ?? null
    await eventuallyWashed(here, wash && { ...wash, most: 13.5 }, ({ frame }) => graysOf(DOSE_SIDE, frame))
    expect(here.errors).toEqual([])
  })

  it('a slide is laid out of the tiles that are as fine as the screen', async () => {
    const here = await open()
    const { page } = here
    const levels = levelsOf(await headersOf(here, 'SM'))
    await page.locator('.fj-thumb').filter({ hasText: 'SM of a test' }).click()
    for (const [viewport, columns] of [[DESKTOP, 1024], [PHONE, 512]] as const) {
      await page.setViewportSize(viewport)
      await page.locator('.fj-slide').waitFor()
      await expect.poll(async () => {
        const box = await page.evaluate<{ width: number; height: number }>(`(({ width, height }) => ({ width, height }))(document.querySelector('canvas.fj-picture'))`)
        const [base] = levels
        const level = base === undefined ? null : levelFor(levels, fitting(WHOLE, { ...base, aspect: 1 }, box))
        if (base === undefined || level?.columns !== columns) return `${level?.columns ?? 'nothing'} on ${box.width} by ${box.height}`
        const matrix = matrixOf(WHOLE, { ...base, aspect: 1 }, box)
        const tiles = tilesInSight(level, base, matrix, box)
        const seen = await colorsAt(page, tiles.map(({ x, y, scale }) => apply(matrix, { x: x + 64 * scale, y: y + 64 * scale })))
        return tiles.findIndex(({ frame: { frame } }, n) => seen[n]?.join() !== tileColor(columns, frame).join())
      }, { timeout: 10_000 }).toBe(-1)
    }
    await looksRight(here, 'viewer-slide')
    expect(here.errors).toEqual([])
  })

  it('a cut is measured in millimetres of the body, and what was drawn stays on it', async () => {
    const here = await open()
    const { page } = here
    await page.getByRole('button', { name: 'Planes' }).click()
    const front = page.locator('.fj-tile-place').nth(1)
    await front.getByText('From the front').waitFor()
    await page.keyboard.press('l')
    await front.locator('canvas.fj-picture').waitFor()
    const box = (await front.locator('.fj-surface').boundingBox()) ?? assert.fail('no tile')
    const drag = async (...ways: readonly [number, number][]): Promise<void> => {
      for (const [n, [x, y]] of ways.entries()) {
        await page.mouse.move(box.x + box.width / 2 + x, box.y + box.height / 2 + y, { steps: 3 })
        if (n === 0) await page.mouse.down()
      }
      await page.mouse.up()
    }
    await drag([-30, -40], [30, 40])
    const words = front.locator('.fj-drawing').getByText(/mm$/)
    const cut = frameOfCut(await stack(here), 'rows', 256) ?? assert.fail('no volume')
    const mm = (Math.hypot(60, 80) / fitting(WHOLE, { ...cut.shape, aspect: cut.aspect }, box)) * (cut.spacing?.column ?? NaN)
    await expect.poll(async () => Math.abs(parseFloat(await words.textContent() ?? '') - mm) / mm).toBeLessThan(0.02)
    await page.keyboard.press('e')
    await drag([-60, -20], [-20, 20])
    await front.locator('.fj-drawing').getByText(/Mean .* HU/).waitFor()
    await page.keyboard.press('ArrowDown')
    await front.getByText('Image 258 of 512').waitFor()
    await words.waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowUp')
    await words.waitFor()
    await front.locator('.fj-drawing').getByText(/Mean .* HU/).waitFor()
    await looksRight(here, 'viewer-cuts')
    expect(here.errors).toEqual([])
  })
})

async function headersOf({ context: { request } }: Visit, modality: string): Promise<readonly Header[]> {
  const { uid, series } = (await (await request.get(`/api/viewer/studies/${examId}`)).json()) as { uid: string; series: readonly { uid: string; modality: string }[] }
  const found = series.find((each) => each.modality === modality)?.uid ?? assert.fail(modality)
  return (await (await request.get(`/dicom-web/studies/${uid}/series/${found}/metadata`)).json()) as readonly Header[]
}

async function stack(here: Visit): Promise<readonly ImageFrame[]> {
  return stackOf(await headersOf(here, 'CT'))
}

function graysOf(side: number, factor: number): GrayPixels {
  return { kind: 'gray', rows: side, columns: side, values: rampOf(side, factor) }
}

const SIDE = 512
/** The canvas keeps colours multiplied by their opacity. */
const ROUNDING = 2

/** Image 31 at one pixel of the screen for one of its own, and the wash on it as the core computes it: each pixel of the canvas. */
async function eventuallyWashed(here: Visit, wash: Wash | null, pixelsOf: (frame: ImageFrame) => GrayPixels): Promise<void> {
  const image = (await stack(here))[30] ?? assert.fail('no image')
  const reach = wash === null ? null : reachOn(wash, image)
  if (wash === null || reach === null) return assert.fail('nothing lies on the image')
  const values = valuesOn(reach, reach.slices.map(({ frame }) => pixelsOf(frame)), image.shape)
  const colors = paintWash(values, { map: wash.map, most: wash.most ?? NaN, opacity: 0.5 })
  const below = await pictureIn(await fileOf(here, image))
  const expected = below.map((level, n) => {
    const at = Math.floor(n / 3) * 4
    const share = (colors[at + 3] ?? 0) / 255
    return Math.round(level * (1 - share) + (colors[at + (n % 3)] ?? 0) * share)
  })
  assert(colors.some((alpha, n) => n % 4 === 3 && alpha > 100), 'the wash is clear')
  await here.page.keyboard.press('p')
  await expect.poll(async () => {
    const seen = await middleOf(here.page)
    const at = expected.findIndex((level, n) => Math.abs(level - (seen[n] ?? Infinity)) > ROUNDING)
    return at < 0 ? 'the same' : `${seen[at]}, not ${expected[at]}, in row ${Math.floor(at / 3 / SIDE)}`
  }, { timeout: 10_000 }).toBe('the same')
}

async function fileOf({ context: { request } }: Visit, { elements, seriesUid, instanceUid }: ImageFrame): Promise<Buffer> {
  const path = `/dicom-web/studies/${valueOf(elements as Header, '0020000D')}/series/${seriesUid}/instances/${instanceUid}`
  return await (await request.get(path, { headers: { accept: 'application/dicom; transfer-syntax=*' } })).body()
}

/** Red, green and blue of the middle of the canvas, as large as the image. */
async function middleOf(page: Page): Promise<Buffer> {
  return Buffer.from(await page.evaluate<string>(`(() => {
    const canvas = document.querySelector('canvas.fj-picture')
    const { width, height } = canvas.getBoundingClientRect()
    const [x, y] = [Math.round(width / 2 - ${SIDE / 2}), Math.round(height / 2 - ${SIDE / 2})]
    const { data } = canvas.getContext('2d').getImageData(x, y, ${SIDE}, ${SIDE})
    let text = ''
    for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(data[at], data[at + 1], data[at + 2])
    return btoa(text)
  })()`), 'base64')
}

/** Of single pixels of the canvas. */
async function colorsAt(page: Page, points: readonly { readonly x: number; readonly y: number }[]): Promise<readonly (readonly number[])[]> {
  return await page.evaluate<number[][]>(`(() => {
    const context = document.querySelector('canvas.fj-picture').getContext('2d')
    return ${JSON.stringify(points)}.map(({ x, y }) => [...context.getImageData(Math.round(x), Math.round(y), 1, 1).data.slice(0, 3)])
  })()`)
}

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
