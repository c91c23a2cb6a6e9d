/** An administrator in a real browser, from the link of the first start to a device that was refused. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { associate } from '@filmjacket/dicom-net'
import { DESKTOP, looksRight, obstacles, openBrowser, overflow, PHONE, visit, visitAs, whyNoBrowser } from '../setup/browser.ts'
import { askDatabase } from '../setup/embedded-database.ts'
import { eventually } from '../setup/eventually.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser
const VERIFICATION = { abstractSyntax: '1.2.840.10008.1.1', transferSyntaxes: ['1.2.840.10008.1.2'] }

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

function call(callingAe: string) {
  return associate({ host: '127.0.0.1', port: program.dicomPort, callingAe, calledAe: 'FILMJACKET', contexts: [VERIFICATION] })
}

describe.skipIf(why !== null)(`an administrator in a browser${why === null ? '' : ` (${why})`}`, () => {
  it('sets a password on the printed link, lets a refused device in and invites a person', async () => {
    const token = await eventually('the link is printed', () => Promise.resolve(/\/welcome#([0-9A-Z]+)$/m.exec(program.words)?.[1]))
    const here = await visit(browser, program.url, DESKTOP)
    const { page } = here
    await page.goto(`/welcome#${token}`)
    await page.locator('input[type=password]').first().fill(PASSWORD)
    await page.locator('button[type=submit]').click()
    await page.locator('.fj-rail a').first().waitFor()

    await expect(call('CT_ROOM_2')).rejects.toThrow()
    await page.goto('/devices')
    await page.getByLabel('Add CT_ROOM_2').click()
    const association = await eventually('the device is let in', () => call('CT_ROOM_2').catch(() => undefined))
    expect(await association.echo()).toBe(0)
    await association.release()
    expect([await obstacles(here), await overflow(here)]).toEqual([[], 0])

    await page.goto('/people')
    await page.getByText('Add a person').first().click()
    await page.locator('input[maxlength="128"]').fill('Example, Erin')
    await page.getByRole('textbox', { name: 'Patient ID', exact: true }).fill('4711')
    await page.getByText('Add and make the link').click()
    const link = await page.getByTestId('one-time-link').textContent()
    expect(link).toContain('/welcome#')
    expect(here.errors).toEqual([])

    await page.setViewportSize(PHONE)
    await page.goto('/devices')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.locator('.fj-more-rooms a[href="/settings"]').waitFor()
    expect([await obstacles(here), await overflow(here)]).toEqual([[], 0])
    await page.locator('.fj-more-rooms a[href="/people"]').click()
    await page.waitForURL('**/people')

    const phone = await visit(browser, program.url, PHONE, 'nl-BE')
    await phone.page.goto(`/welcome#${(link ?? '').split('#')[1] ?? ''}`)
    await phone.page.locator('input[type=password]').first().fill('vier gewone woorden hier')
    await phone.page.locator('button[type=submit]').click()
    await phone.page.locator('.fj-empty').waitFor()
    expect([await obstacles(phone), await overflow(phone), phone.errors]).toEqual([[], 0, []])
  })

  it('sees what is wrong, reads the log as it is written, and tries again what was given up', async () => {
    await askDatabase(scratch.path, `select graphile_worker.add_job('test.late', run_at := now() - interval '1 hour')`)
    await askDatabase(scratch.path, `select graphile_worker.add_job('test.nobody', max_attempts := 3)`)
    await askDatabase(scratch.path, `update graphile_worker._private_jobs set attempts = 3, last_error = 'nobody does it' where max_attempts = 3`)
    const here = await visitAs(browser, program.url, { username: 'admin', password: PASSWORD }, { path: '/operation' })
    const { page } = here
    await page.getByText('Something is wrong. Look at it now.').waitFor()
    await page.getByText(/^The oldest should have begun/).waitFor()
    await looksRight(here, 'operation')

    await page.getByRole('tab', { name: 'Log' }).click()
    await page.getByText('Live', { exact: true }).waitFor()
    await expect(call('MR_ROOM_9')).rejects.toThrow()
    await page.getByText('callingAe: MR_ROOM_9').first().waitFor()
    await looksRight(here, 'log')
    await page.getByRole('button', { name: 'Tell more for a while' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Change it' }).click()
    await page.getByText(/^It tells “Details: each request, each job” until/).waitFor()
    await page.getByRole('button', { name: 'As usual again' }).click()
    await page.getByText('As usual: Information and worse.').waitFor()
    await page.getByLabel('Containing').fill('no line is like this')
    await page.getByRole('heading', { name: 'No line fits' }).waitFor()

    await page.getByRole('tab', { name: 'Jobs' }).click()
    await page.getByText('nobody does it').waitFor()
    await looksRight(here, 'jobs')
    await page.getByRole('button', { name: 'Try test.nobody now' }).click()
    await page.getByText('nobody does it').waitFor({ state: 'detached' })
    await here.context.close()
  })
})
