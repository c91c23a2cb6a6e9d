/** The list of studies in a real browser: on a phone, with labels, and with a search that was saved. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, looksRight, openBrowser, PHONE, visitAs, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser

let program: FilmjacketProcess
let browser: Browser
const scratch = new Scratch()

beforeAll(async () => {
  if (why !== null) return
  ;[program, browser] = await Promise.all([FilmjacketProcess.serveDemo(scratch.path), openBrowser()])
}, 180_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  scratch.remove()
})

async function studies(username: string, viewport = DESKTOP, query = ''): Promise<Visit> {
  const person = { username, password: await program.passwordOf(username) }
  return visitAs(browser, program.url, person, { viewport, path: `/studies${query}` })
}

describe.skipIf(why !== null)(`the list of studies in a browser${why === null ? '' : ` (${why})`}`, () => {
  it('fits on a phone', async () => {
    const here = await studies('clerk', PHONE)
    await here.page.locator('.fj-list-card').first().waitFor()
    await here.page.getByRole('button', { name: 'Filters' }).click()
    await here.page.getByLabel('From').waitFor()
    await looksRight(here, 'studies-phone', [PHONE])
  })

  it('labels many studies at once, and begins with a search that was saved, wherever one signs in', async () => {
    const here = await studies('clerk')
    const { page } = here
    const links = (on: Page) => on.locator('.fj-study-link')
    await links(page).first().waitFor()
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('button', { name: 'Manage labels' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name of a label').fill('Tumour board')
    await dialog.getByLabel('Colour').selectOption('amber')
    await dialog.getByRole('button', { name: 'Add label' }).click()
    await dialog.getByRole('button', { name: 'Change Tumour board' }).waitFor()
    await looksRight(here, 'labels', [DESKTOP])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })

    await links(page).first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    const bar = page.getByRole('region', { name: 'Studies that are chosen' })
    await bar.getByText('2 studies chosen').waitFor()
    await bar.getByRole('button', { name: 'Labels' }).click()
    await dialog.getByLabel('Tumour board').check()
    await looksRight(here, 'labelling', [DESKTOP])
    await dialog.getByRole('button', { name: 'Label 2 studies' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('.fj-studies .fj-label').count()).toBe(2)
    await looksRight(here, 'labelled', [DESKTOP])
    await page.locator('.fj-study-filters').getByText('Tumour board').click()
    await expect.poll(() => links(page).count()).toBe(2)

    await page.getByRole('button', { name: 'Saved' }).click()
    await dialog.getByLabel('Save this search').fill('Board')
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await dialog.getByRole('button', { name: 'Begin with Board' }).click()
    await dialog.getByRole('button', { name: 'Begin with Board', pressed: true }).waitFor()
    await looksRight(here, 'saved', [DESKTOP])
    const { searches: [saved] } = (await (await here.context.request.get('/api/studies/saved')).json()) as { searches: readonly { id: string }[] }

    const phone = await studies('clerk', PHONE)
    await expect.poll(() => links(phone.page).count()).toBe(2)
    await looksRight(phone, 'labelled-phone', [PHONE])
    const colleague = await studies('admin', DESKTOP, `?saved=${saved?.id ?? ''}`)
    await expect.poll(() => links(colleague.page).count()).toBe(2)
    await expect.poll(() => new URL(colleague.page.url()).search).toBe('')
    await colleague.page.locator('.fj-study-way').first().click()
    const card = colleague.page.getByRole('region', { name: 'Labels' })
    await card.getByText('Tumour board').waitFor()
    await colleague.page.goBack()
    await links(colleague.page).first().waitFor()
    await colleague.page.getByRole('button', { name: 'Manage labels' }).click()
    await colleague.page.getByRole('button', { name: 'Remove Tumour board' }).click()
    await colleague.page.getByText('2 studies have this label and will lose it.').waitFor()
    await looksRight(colleague, 'label-removal', [DESKTOP])
  })
})
