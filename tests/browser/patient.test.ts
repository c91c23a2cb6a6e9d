/** A patient in a real browser, on the demo hospital: signs in, looks, asks, downloads, resumes. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, obstacles, openBrowser, overflow, PHONE, signIn, visit, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser

let program: FilmjacketProcess
let browser: Browser
const scratch = new Scratch()

beforeAll(async () => {
  if (why !== null) return
  program = await FilmjacketProcess.serve(scratch.path, '--demo')
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  scratch.remove()
})

/** Printed at the start. */
function passwordOf(username: string): string {
  return new RegExp(`^ {2}${username} +(\\S+)`, 'm').exec(program.words)?.[1] ?? ''
}

async function patient(username: string, viewport = DESKTOP, locale?: string): Promise<Visit> {
  const here = await visit(browser, program.url, viewport, locale)
  await signIn(here, username, passwordOf(username))
  return here
}

async function openExam({ page }: Visit, name: string): Promise<void> {
  await page.getByText(name).first().click()
  await page.locator('.fj-series').first().waitFor()
}

/** The first bytes of an answer; then the line is cut. */
function cutAfter(url: string, cookie: string, bytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(url, { headers: { cookie } }, (answer: IncomingMessage) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => {
        parts.push(part)
        if (parts.reduce((sum, { length }) => sum + length, 0) < bytes) return
        asked.destroy()
        resolve(Buffer.concat(parts))
      })
    })
    asked.on('error', reject).end()
  })
}

describe.skipIf(why !== null)(`a patient in a browser${why === null ? '' : ` (${why})`}`, () => {
  it('asks for an exam, is told when it is ready, and saves it under its name', async () => {
    const here = await patient('anna')
    const { page } = here
    await openExam(here, 'MR Brain')
    const prepare = page.locator('button[type=submit]')
    await page.getByText('I take my health').check()
    await prepare.click()
    // The very first request is explained.
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Your file is ready').first().waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').first().click()])
    expect(download.suggestedFilename()).toMatch(/^[\w-]+-MR Brain without contrast\.zip$/)
    expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK')
    await page.goto('/account?section=downloads')
    await page.getByText('MR Brain without contrast').first().waitFor()
    expect(here.errors).toEqual([])
  })

  it('goes on with a download that broke in the middle, and has the same bytes', async () => {
    const here = await patient('anna')
    const { request } = here.context
    const { exams } = (await (await request.get('/api/exams')).json()) as { exams: { id: string; instances: number }[] }
    const examId = exams.toSorted((a, b) => b.instances - a.instances)[0]?.id
    const asked = await request.post('/api/requests', { data: { examId, format: 'iso', consent: true } })
    const { id } = (await asked.json()) as { id: string }
    await here.page.goto(`/exams/${examId ?? ''}?show=download`)
    await here.page.getByText('Your file is ready').first().waitFor()
    const file = `${program.url}/api/requests/${id}/file`
    const cookie = (await here.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const whole = Buffer.from(await (await request.get(file)).body())
    const first = await cutAfter(file, cookie, 1_000_000)
    const rest = await request.get(file, { headers: { range: `bytes=${first.length}-` } })
    expect([rest.status(), first.length < whole.length]).toEqual([206, true])
    const resumed = Buffer.concat([first, await rest.body()])
    const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    expect(sha256(resumed)).toBe(sha256(whole))
  })

  it('cannot ask without agreeing, and gets help by a link', async () => {
    const here = await patient('anna')
    await openExam(here, 'Echocardiography')
    expect(await here.page.locator('button[type=submit]').isDisabled()).toBe(true)
    await here.page.getByRole('button', { name: 'Need Help?' }).click()
    await here.page.getByRole('dialog').waitFor()
    await here.page.keyboard.press('Escape')
    await here.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('sees nothing of another patient', async () => {
    const [anna, ben] = [await patient('anna'), await patient('ben')]
    const { exams } = (await (await anna.context.request.get('/api/exams')).json()) as { exams: { id: string }[] }
    await ben.page.goto(`/exams/${exams[0]?.id ?? ''}`)
    await ben.page.getByText('This exam is not here').first().waitFor()
  })

  const scenes = [['on a phone', PHONE, 'en-GB'], ['on a desktop', DESKTOP, 'en-GB'], ['in French, on a phone', PHONE, 'fr-BE']] as const
  for (const [how, viewport, locale] of scenes) {
    it(`finds nothing in the way ${how}`, async () => {
      const here = await patient('anna', viewport, locale)
      expect(await here.page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
      for (const address of ['/exams', '/account?section=downloads']) {
        await here.page.goto(address)
        await here.page.locator('h1').first().waitFor()
        await here.page.waitForLoadState('load')
        expect([await obstacles(here), await overflow(here)], address).toEqual([[], 0])
      }
      await here.page.goto('/exams')
      await here.page.locator('a.fj-exam-newest').click()
      await here.page.locator('.fj-series').first().waitFor()
      expect([await obstacles(here), await overflow(here)], 'exam').toEqual([[], 0])
      expect(here.errors).toEqual([])
    })
  }

  it('sees on every page that it is a demonstration', async () => {
    const here = await visit(browser, program.url, PHONE)
    await here.page.getByText('Demonstration').first().waitFor()
    await signIn(here, 'anna', passwordOf('anna'))
    await here.page.getByText('Demonstration').first().waitFor()
  })
})
