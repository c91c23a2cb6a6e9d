/** The light box in a real browser: pictures to the byte, hands and keys on them. */
import assert from 'node:assert/strict'
import type { Window } from '@filmjacket/dicom-pixel'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, obstacles, openBrowser, overflow, PHONE, visit, visitAs, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { eventuallySame, KEEP_PAINTED, pictureIn } from '../setup/painted.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser

let program: FilmjacketProcess
let browser: Browser
const scratch = new Scratch()

beforeAll(async () => {
  if (why !== null) return
  program = await FilmjacketProcess.serveDemo(scratch.path)
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  scratch.remove()
})

interface Exam { readonly id: string; readonly description: string }
interface Study { readonly uid: string; readonly series: readonly { readonly uid: string; readonly instances: number }[] }

async function person(username: string, viewport = DESKTOP): Promise<Visit> {
  const here = await visitAs(browser, program.url, { username, password: await program.passwordOf(username) }, { viewport })
  await here.context.addInitScript(KEEP_PAINTED)
  return here
}

async function examOf({ context }: Visit, description: string): Promise<Exam> {
  const { exams } = (await (await context.request.get('/api/exams')).json()) as { exams: readonly Exam[] }
  return exams.find((exam) => exam.description.startsWith(description)) ?? assert.fail(description)
}

/** Opens an exam; resolves when its first picture is there. */
async function look(here: Visit, description: string, query = ''): Promise<Exam> {
  const exam = await examOf(here, description)
  await here.page.goto(`/viewer/${exam.id}${query}`)
  await settled(here.page)
  return exam
}

async function settled(page: Page): Promise<void> {
  await page.locator('canvas.fj-picture:not(.fj-stand-in)').first().waitFor()
}

const place = (page: Page) => page.locator('.fj-corner-bs').first().innerText()

/** As the server's own package paints frame 1 of the instance at `index` of its series, in the order of numbers. */
async function expected({ context }: Visit, { id }: Exam, index: number, window?: Window): Promise<Buffer> {
  const study = (await (await context.request.get(`/api/viewer/studies/${id}`)).json()) as Study
  const path = `/dicom-web/studies/${study.uid}/series/${study.series[0]?.uid ?? ''}`
  const headers = (await (await context.request.get(`${path}/metadata`)).json()) as Record<string, { Value?: readonly unknown[] }>[]
  const of = (header: (typeof headers)[number] | undefined, tag: string) => header?.[tag]?.Value?.[0]
  const instance = headers.toSorted((a, b) => Number(of(a, '00200013')) - Number(of(b, '00200013')))[index]
  const answer = await context.request.get(`${path}/instances/${String(of(instance, '00080018'))}`, { headers: { accept: 'application/dicom; transfer-syntax=*' } })
  return await pictureIn(await answer.body(), 0, window)
}

/** Pixel Spacing of the first Series. */
async function spacingOf({ page, context }: Visit): Promise<number> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const study = (await (await context.request.get(`/api/viewer/studies/${id}`)).json()) as Study
  const answer = await context.request.get(`/dicom-web/studies/${study.uid}/series/${study.series[0]?.uid ?? ''}/metadata`)
  const [header] = (await answer.json()) as Record<string, { Value?: readonly unknown[] }>[]
  return Number(header?.['00280030']?.Value?.[0])
}

describe.skipIf(why !== null)(`pictures in a browser${why === null ? '' : ` (${why})`}`, () => {
  const exams = [['CT Chest', 30], ['Echocardiography', 0], ['Chest X-ray', 0]] as const
  for (const [description, index] of exams) {
    it(`are those of dicom-pixel, byte for byte: ${description}`, async () => {
      const here = await person('anna')
      const exam = await look(here, description)
      if (description === 'Echocardiography') {
        await here.page.keyboard.press('Home')
        await here.page.getByText(/^Image 1 of/).first().waitFor()
        await settled(here.page)
      }
      await eventuallySame(here.page, await expected(here, exam, index))
      expect(here.errors).toEqual([])
    })
  }

  it('follow a window that is chosen, inverted as well', async () => {
    const here = await person('anna')
    const exam = await look(here, 'CT Chest')
    await here.page.getByRole('button', { name: 'Contrast', exact: true }).click()
    await here.page.getByRole('menuitem', { name: 'Bone' }).click()
    const bone = await expected(here, exam, 30, { center: 480, width: 2500 })
    await eventuallySame(here.page, bone)
    await here.page.keyboard.press('i')
    await eventuallySame(here.page, Buffer.from(bone.map((value) => 255 - value)))
  })

  it('come the middle one first, alone', async () => {
    const here = await person('anna')
    const asked: string[] = []
    here.page.on('request', (request) => {
      if (request.url().includes('/frames/')) asked.push(request.url())
    })
    let answered = 0
    here.page.on('response', (response) => {
      if (response.url().includes('/frames/') && ++answered === 1) expect(asked.length).toBe(1)
    })
    await look(here, 'CT Chest')
    await expect.poll(() => asked.length).toBeGreaterThan(20)
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('come small over a slow line, and then without loss in fewer bytes', async () => {
    const here = await person('anna')
    const { page } = here
    const kinds = new Set<string>()
    page.on('response', (response) => {
      if (response.url().includes('/frames/')) kinds.add(/image\/\w+|octet-stream/.exec(response.headers()['content-type'] ?? '')?.[0] ?? '')
    })
    const devtools = await here.context.newCDPSession(page)
    await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 40, downloadThroughput: 2_000_000, uploadThroughput: 2_000_000 })
    const exam = await look(here, 'CT Chest')
    await expect.poll(() => [...kinds]).toContain('image/jpeg')
    await page.keyboard.press('End')
    await page.getByText('Image 60 of 60').waitFor()
    await page.locator('canvas.fj-picture:not(.fj-stand-in)').waitFor()
    await eventuallySame(page, await expected(here, exam, 59))
    expect([...kinds].sort()).toEqual(['image/jls', 'image/jpeg', 'octet-stream'])
    expect(here.errors).toEqual([])
  })

  it('are gone through by wheel, by keys, by the slider and as a film', async () => {
    const here = await person('anna')
    await look(here, 'CT Chest')
    const { page } = here
    await expect.poll(() => place(page)).toContain('Image 31 of 60')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('PageDown')
    await expect.poll(() => place(page)).toContain('Image 42 of 60')
    await page.keyboard.press('End')
    await expect.poll(() => place(page)).toContain('Image 60 of 60')
    await page.locator('.fj-surface').hover()
    await page.mouse.wheel(0, -60)
    await page.getByText('Image 59 of 60').waitFor()
    await page.locator('.fj-slices').fill('4')
    await expect.poll(() => place(page)).toContain('Image 5 of 60')
    await page.keyboard.press(' ')
    await page.getByText(/images per second/).waitFor()
    await expect.poll(async () => Number(/Image (\d+)/.exec(await place(page))?.[1])).toBeGreaterThan(8)
    await page.getByRole('button', { name: 'Pause' }).click()
  })

  it('are measured: length, angle, area and value', async () => {
    const here = await person('anna')
    await look(here, 'CT Chest')
    const { page } = here
    await page.keyboard.press('l')
    await page.getByText('Press at one end, drag to the other.').waitFor()
    const box = (await page.locator('.fj-surface').boundingBox()) ?? assert.fail('no tile')
    const at = (x: number, y: number) => [box.x + box.width / 2 + x, box.y + box.height / 2 + y] as const
    const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
      await page.mouse.move(...from)
      await page.mouse.down()
      await page.mouse.move(...to, { steps: 5 })
      await page.mouse.up()
    }
    await drag(at(-100, 0), at(100, 0))
    // A square image of 512 rows that fits the height.
    const scale = (512 * (await spacingOf(here))) / box.height
    const length = Number(/([\d.]+) mm/.exec(await page.locator('.fj-drawing text').first().textContent() ?? '')?.[1])
    expect(Math.abs(length - 200 * scale) / length).toBeLessThan(0.03)
    await page.keyboard.press('a')
    for (const [x, y] of [[-100, 50], [-100, 100], [-50, 100]] as const) await page.mouse.click(...at(x, y))
    await page.locator('.fj-drawing').getByText('90°').waitFor()
    await page.keyboard.press('e')
    await drag(at(-30, -30), at(10, 10))
    await page.locator('.fj-drawing').getByText(/Mean .* HU/).waitFor()
    await page.keyboard.press('v')
    await page.mouse.click(...at(60, 60))
    await page.locator('.fj-drawing').getByText(/Column \d+, row \d+/).waitFor()
    await page.getByRole('status').getByText(/HU, Column/).waitFor({ state: 'attached' })
    await page.keyboard.press('Delete')
    await page.locator('.fj-drawing').getByText(/Column \d+, row \d+/).waitFor({ state: 'detached' })
  })

  it('are cut from the front and from the side, and laid side by side with an older exam', async () => {
    const here = await person('anna')
    await look(here, 'CT Chest')
    const { page } = here
    await page.getByRole('button', { name: 'Planes' }).click()
    await page.getByText('From the front').waitFor()
    await page.getByText('From the side').waitFor()
    await expect.poll(() => page.locator('.fj-direction-bottom').allInnerTexts()).toEqual(['P', 'F', 'F'])
    await page.keyboard.press('c')
    await page.locator('.fj-other').filter({ hasText: 'MR Brain' }).click()
    await page.getByText('Image 11 of 20').waitFor()
    await page.getByText('Image 31 of 60').waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('beside')).not.toBeNull()
    await page.reload()
    await page.getByText('Image 11 of 20').waitFor()
  })

  it('come back by their link, for those who may see them and nobody else', async () => {
    const here = await person('anna')
    await look(here, 'CT Chest')
    const { page } = here
    for (const key of ['ArrowDown', 'i', 'r', '+']) await page.keyboard.press(key)
    await expect.poll(() => page.url()).toContain('*n32*z1.2*r90*i')
    const link = page.url()
    const again = await person('anna')
    await again.page.goto(link)
    await settled(again.page)
    await expect.poll(() => place(again.page)).toContain('Image 32 of 60')
    await again.page.getByRole('button', { name: 'Invert', pressed: true }).waitFor()
    const stranger = await person('ben')
    await stranger.page.goto(link)
    await stranger.page.getByText('This exam is not here').first().waitFor()
  })

  it('are opened from another program, once and for that exam alone', async () => {
    const clerk = await person('clerk')
    const { studies } = (await (await clerk.context.request.get('/api/studies?text=demo%20ann')).json()) as { studies: readonly { accessionNumber: string; description: string }[] }
    const { accessionNumber } = studies.find(({ description }) => description.startsWith('CT Chest')) ?? assert.fail('no exam')
    const made = await clerk.context.request.post('/api/tokens', { data: { name: 'Record', actions: ['read'], lifetimeDays: 1 } })
    const { secret } = (await made.json()) as { secret: string }
    const launch = await fetch(`${program.url}/api/viewer/launches`, {
      method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify({ accessionNumber }),
    })
    const address = `/launch${new URL(((await launch.json()) as { address: string }).address).hash}`
    const here = await visit(browser, program.url, DESKTOP)
    await here.page.goto(address)
    await settled(here.page)
    expect(new URL(here.page.url()).hash).toBe('')
    expect(await here.page.locator('.fj-other').count()).toBe(0)
    expect(await here.page.getByRole('link', { name: 'Back' }).count()).toBe(0)
    expect(here.errors).toEqual([])
    const later = await visit(browser, program.url, DESKTOP)
    await later.page.goto(address)
    await later.page.getByRole('alert').getByText('This link was used').waitFor()
    expect(await obstacles(later)).toEqual([])
  })

  it('are fetched from nowhere else, whatever an address says', async () => {
    const here = await person('anna')
    const hosts = new Set<string>()
    here.page.on('request', (request) => hosts.add(new URL(request.url()).host))
    await look(here, 'CT Chest', '?t1=https://example.org/1.2.3*n4&layout=x2&t2=../../etc&beside=..%2F..%2Fapi')
    expect([...hosts]).toEqual([new URL(program.url).host])
  })

  it('have their report beside them as a document', async () => {
    const here = await person('anna')
    await look(here, 'CT Chest')
    await here.page.locator('.fj-thumb').filter({ hasText: 'Report' }).click()
    await here.page.getByText('Save the document').waitFor()
    // In the page itself only where the browser can show it.
    expect(await here.page.locator('iframe').count()).toBe(await here.page.evaluate('Number(navigator.pdfViewerEnabled)'))
    const [saved] = await Promise.all([here.page.waitForEvent('download'), here.page.getByText('Save the document').click()])
    expect(saved.suggestedFilename()).toBe('document.pdf')
    expect(here.errors).toEqual([])
  })

  it('are saved as they are seen, under a name that names nobody', async () => {
    const here = await person('anna')
    await look(here, 'CT Chest')
    await here.page.getByRole('button', { name: 'More' }).click()
    const [saved] = await Promise.all([here.page.waitForEvent('download'), here.page.getByRole('menuitem', { name: 'Save as picture' }).click()])
    expect(saved.suggestedFilename()).toMatch(/^image-\d+-31\.png$/)
  })
})

describe.skipIf(why !== null)('a viewer for everybody', () => {
  it('comes packed, as all pages do', async () => {
    const script = /src="(\/assets\/[^"]+)"/.exec(await (await fetch(program.url)).text())?.[1] ?? assert.fail('no program')
    const answer = await fetch(program.url + script, { headers: { 'accept-encoding': 'gzip' } })
    expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual(['gzip', 'accept-encoding'])
  })

  it('is gone through with one finger on a phone, and zoomed with two', async () => {
    const here = await person('anna', PHONE)
    await look(here, 'CT Chest')
    const { page } = here
    const touch = await page.context().newCDPSession(page)
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly (readonly [number, number])[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })
    await send('touchStart', [150, 300])
    for (let y = 300; y <= 400; y += 10) await send('touchMove', [150, y])
    await send('touchEnd')
    const number = async () => Number(/Image (\d+)/.exec(await place(page))?.[1])
    // The last of the drag is drawn after the finger has left.
    let at = 0
    await expect.poll(async () => {
      const before = at
      at = await number()
      return at === before && at > 36
    }).toBe(true)
    await send('touchStart', [130, 300], [170, 300])
    for (let gap = 20; gap <= 60; gap += 5) await send('touchMove', [150 - gap, 300], [150 + gap, 300])
    await send('touchEnd')
    await expect.poll(async () => Number(/(\d+) %/.exec(await page.locator('.fj-corner-be').innerText())?.[1])).toBeGreaterThan(200)
    expect(await number()).toBe(at)
  })

  for (const [how, viewport] of [['on a phone', PHONE], ['on a desktop', DESKTOP]] as const) {
    it(`has nothing in the way ${how}`, async () => {
      const here = await person('anna', viewport)
      // What is still fading in has no contrast yet.
      await here.page.emulateMedia({ reducedMotion: 'reduce' })
      await look(here, 'CT Chest')
      expect([await obstacles(here), await overflow(here)]).toEqual([[], 0])
      if (viewport === PHONE) {
        for (const sheet of ['Images', 'Tools', 'Contrast', 'More']) {
          await here.page.locator('.fj-thumbs-bar').getByRole('button', { name: sheet, exact: true }).click()
          await here.page.getByRole('dialog').waitFor()
          expect(await obstacles(here), sheet).toEqual([])
          await here.page.keyboard.press('Escape')
          await here.page.getByRole('dialog').waitFor({ state: 'detached' })
        }
      } else {
        await here.page.keyboard.press('?')
        await here.page.getByRole('dialog').waitFor()
        expect(await obstacles(here), 'keys').toEqual([])
      }
      expect(here.errors).toEqual([])
    })
  }

  it('is found and used by keys alone, from the list of studies on', async () => {
    const here = await person('clerk')
    const { page } = here
    await page.goto('/studies')
    await page.locator('.fj-study-link').first().waitFor()
    expect([await obstacles(here), await overflow(here)]).toEqual([[], 0])
    await page.keyboard.press('/')
    await page.keyboard.type('demo ann')
    await expect.poll(() => page.locator('.fj-study-link').count()).toBe(5)
    for (let n = 0; n < 12 && !(await page.evaluate<boolean>('document.activeElement.matches(".fj-study-link")')); n++) await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await settled(page)
    await expect.poll(() => place(page)).toContain('Image 31 of 60')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => place(page)).toContain('Image 30 of 60')
    expect(await page.title()).not.toMatch(/Anna|CT/)
    await page.goBack()
    await expect.poll(() => page.locator('.fj-study-link').count()).toBe(5)
    expect(here.errors).toEqual([])
  })
})
