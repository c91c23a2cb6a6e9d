/** Connecting a program in a real browser: a token that is shown once, opens DICOMweb, and ends when its owner says so. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, obstacles, openBrowser, overflow, PHONE, signIn, visit, whyNoBrowser } from '../setup/browser.ts'
import { eventually } from '../setup/eventually.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser
const PASSWORD = 'four common words here'

let program: FilmjacketProcess
let browser: Browser
const scratch = new Scratch()

beforeAll(async () => {
  if (why !== null) return
  program = await FilmjacketProcess.serve(scratch.path)
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  scratch.remove()
})

function search(secret: string): Promise<number> {
  return fetch(`${program.url}/dicom-web/studies`, { headers: { authorization: `Bearer ${secret}` } }).then(({ status }) => status)
}

describe.skipIf(why !== null)(`programs in a browser${why === null ? '' : ` (${why})`}`, () => {
  it('get a token that opens DICOMweb until it is ended', async () => {
    const token = await eventually('the link is printed', () => Promise.resolve(/\/welcome#([0-9A-Z]+)$/m.exec(program.words)?.[1]))
    const here = await visit(browser, program.url, DESKTOP)
    const { page } = here
    await page.goto(`/welcome#${token}`)
    await page.locator('input[type=password]').first().fill(PASSWORD)
    await page.locator('button[type=submit]').click()
    await page.locator('.fj-rail a').first().waitFor()

    await page.goto('/account?section=programs')
    await page.getByRole('button', { name: 'Connect a program' }).click()
    await page.getByLabel('Which program').fill('OHIF')
    await page.getByRole('button', { name: 'Make the token' }).click()
    const secret = (await page.getByTestId('token-secret').textContent()) ?? ''
    expect([await search(secret), await search('fj_MADEUP')]).toEqual([200, 401])
    expect([await obstacles(here), await overflow(here)]).toEqual([[], 0])

    const phone = await visit(browser, program.url, PHONE)
    await signIn(phone, 'admin', PASSWORD)
    await phone.page.goto('/account?section=programs')
    const end = phone.page.getByRole('button', { name: 'End: OHIF' })
    await end.waitFor()
    expect([await obstacles(phone), await overflow(phone), await phone.page.content()]).toEqual([[], 0, expect.not.stringContaining(secret)])
    await end.click()
    await end.waitFor({ state: 'detached' })
    expect(await search(secret)).toBe(401)
    expect([...here.errors, ...phone.errors]).toEqual([])
  })
})
