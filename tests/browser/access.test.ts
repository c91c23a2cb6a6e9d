/**
 * Who may see an exam, in a real browser: staff opens it to a doctor and ends it, prints a page; a visitor comes in with its code, on a
 * phone, in Dutch. POR-24, POR-25, POR-26, POR-41.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, looksRight, openBrowser, PHONE, visit, visitAs, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser
/** Of the demo's Anna. */
const PATIENT = 'DEMO-0001'
const MINUTES = 60_000

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

async function as(username: string, path = '/'): Promise<Visit> {
  return visitAs(browser, program.url, { username, password: await program.passwordOf(username) }, { path })
}

interface Study { readonly id: string; readonly birthDate: string }

async function annasStudy({ context }: Visit): Promise<Study> {
  const { studies } = (await (await context.request.get(`/api/studies?text=${PATIENT}`)).json()) as { studies: readonly Study[] }
  if (studies[0] === undefined) throw new Error('no study')
  return studies[0]
}

async function typeBirthDate(page: Page, [day, month, year]: readonly [string, string, string], birthDate: string): Promise<void> {
  await page.getByLabel(day, { exact: true }).fill(birthDate.slice(6))
  await page.getByLabel(month, { exact: true }).fill(birthDate.slice(4, 6))
  await page.getByLabel(year, { exact: true }).fill(birthDate.slice(0, 4))
}

const EN = ['Day', 'Month', 'Year'] as const
const NL = ['Dag', 'Maand', 'Jaar'] as const

describe.skipIf(why !== null)(`access in a browser${why === null ? '' : ` (${why})`}`, () => {
  it('staff opens an exam to a doctor, who takes it home, and ends it', async () => {
    const [clerk, doctor] = [await as('clerk'), await as('doctor')]
    const { id } = await annasStudy(clerk)
    const { page } = clerk
    await page.goto(`/access/${id}`)
    await page.getByRole('heading', { name: 'Who may see it' }).waitFor()
    await looksRight(clerk, 'access')
    await page.getByRole('button', { name: 'Open to the doctor' }).click()
    await page.getByText('Choose a doctor.').waitFor()
    await page.getByRole('combobox', { name: 'Doctor' }).selectOption({ index: 1 })
    await page.getByLabel('Why').fill('Second opinion about the knee')
    await page.getByRole('button', { name: 'Open to the doctor' }).click()
    await page.getByText('Why: Second opinion about the knee').waitFor()
    await looksRight(clerk, 'access-opened')
    await doctor.page.goto('/exams')
    await doctor.page.getByText(`Patient ${PATIENT}`).first().waitFor()
    await looksRight(doctor, 'doctor-exams')
    await doctor.page.goto(`/exams/${id}?show=download`)
    await doctor.page.locator('form input[type=checkbox]').last().check()
    await doctor.page.locator('button[type=submit]').click()
    await doctor.page.getByText('Your file is ready').first().waitFor()
    await doctor.page.goto('/exams')
    await doctor.page.getByText(`Patient ${PATIENT}`).first().waitFor()
    await page.getByRole('button', { name: /^End the access of / }).click()
    await page.getByText('Ended. Downloads that ran are stopped.').first().waitFor()
    await doctor.page.getByText('No exams here yet').waitFor()
    await looksRight(doctor, 'doctor-empty', [PHONE])
  }, 3 * MINUTES)

  it('a visitor comes in with the code of a printout, sees that exam alone, takes it home and leaves', async () => {
    const clerk = await as('clerk')
    const { id, birthDate } = await annasStudy(clerk)
    await clerk.page.goto(`/access/${id}`)
    await clerk.page.getByRole('button', { name: 'Make the page' }).click()
    const code = await clerk.page.getByTestId('access-code').innerText()
    expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)
    await looksRight(clerk, 'printout-ready')
    expect(await clerk.page.getByRole('link', { name: 'Save as PDF' }).getAttribute('href')).toMatch(/^blob:/)

    const visitor = await visit(browser, program.url, PHONE, 'nl-BE')
    const { page } = visitor
    await page.goto(`/fetch#${code}`)
    await page.getByRole('heading', { name: 'Uw beelden zien' }).waitFor()
    await expect.poll(() => page.getByLabel('Toegangscode').inputValue()).toBe(code)
    await looksRight(visitor, 'fetch')
    await page.getByRole('button', { name: 'Mijn beelden zien' }).click()
    await page.getByText('Typ dag, maand en jaar').waitFor()
    await typeBirthDate(page, NL, '19010101')
    await page.getByRole('button', { name: 'Mijn beelden zien' }).click()
    await page.getByText('De toegangscode of de geboortedatum klopt niet.').waitFor()
    await looksRight(visitor, 'fetch-wrong')
    await typeBirthDate(page, NL, birthDate)
    await page.getByRole('button', { name: 'Mijn beelden zien' }).click()
    await page.getByRole('heading', { name: 'Mijn onderzoeken' }).waitFor()
    await page.locator('a.fj-exam').first().waitFor()
    expect(await page.locator('a.fj-exam').count()).toBe(1)
    await looksRight(visitor, 'visitor-exams')
    await page.goto(`/exams/${id}?show=download`)
    await page.locator('input[type=checkbox]').last().check()
    await page.locator('button[type=submit]').click()
    await page.getByText('Uw bestand is klaar').first().waitFor()
    await page.keyboard.press('Escape')
    await looksRight(visitor, 'visitor-ready')
    await page.goto('/studies')
    await page.locator('h1').first().waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await page.goto('/account')
    await page.locator('h1').first().waitFor()
    expect(await page.locator('input[type=password]').count()).toBe(0)
    await page.locator('.fj-person').click()
    await page.getByRole('button', { name: 'Afmelden' }).click()
    await page.locator('input[type=password]').waitFor()
    await page.goto('/exams')
    await page.locator('input[type=password]').waitFor()
    expect(visitor.errors).toEqual([])
  }, 3 * MINUTES)

  it('a code is locked by guessing and unlocked by staff; results that are not here are told so', async () => {
    const [clerk, visitor] = [await as('clerk', '/printouts'), await visit(browser, program.url, DESKTOP)]
    const birthDate = '19700327'
    await clerk.page.getByRole('heading', { name: 'Printouts' }).first().waitFor()
    await looksRight(clerk, 'printouts')
    await clerk.page.getByRole('button', { name: 'New printout' }).click()
    const dialog = clerk.page.getByRole('dialog')
    await dialog.getByLabel('Patient ID').fill('LATER-1')
    await dialog.getByLabel('Name').fill('Peeters, Jan')
    await typeBirthDate(clerk.page, EN, birthDate)
    await looksRight(clerk, 'printout-new')
    await dialog.getByRole('button', { name: 'Make the page' }).click()
    const code = await dialog.getByTestId('access-code').innerText()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await clerk.page.getByText('LATER-1').waitFor()

    const { page } = visitor
    await page.goto('/fetch')
    await page.getByLabel('Access code').fill(code.toLowerCase())
    await typeBirthDate(page, EN, birthDate)
    await page.getByRole('button', { name: 'See my images' }).click()
    await page.getByText('Your results are not available yet').waitFor()
    await looksRight(visitor, 'fetch-not-yet')
    await typeBirthDate(page, EN, '19700328')
    for (let n = 0; n < 5; n++) {
      const answered = page.waitForResponse('**/api/fetch')
      await page.locator('button[type=submit]').click()
      await answered
    }
    await page.getByText('This code is locked').first().waitFor()
    await looksRight(visitor, 'fetch-locked')

    await clerk.page.reload()
    await clerk.page.getByText('Five wrong dates of birth in a row.').first().waitFor()
    await looksRight(clerk, 'printouts-locked')
    await clerk.page.getByRole('button', { name: /^Unlock the code of / }).first().click()
    await clerk.page.getByText('Unlocked. It can be tried again.').first().waitFor()
  }, 3 * MINUTES)
})
