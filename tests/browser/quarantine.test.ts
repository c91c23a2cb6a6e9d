/** Staff in a real browser: what a scanner sent for the wrong patient is looked at, repaired and discarded. ING-39. */
import assert from 'node:assert/strict'
import { newUid, Tags } from '@filmjacket/dicom-data'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dicomSend } from '../setup/dicom-send.ts'
import { DESKTOP, obstacles, openBrowser, overflow, PHONE, visitAs, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Client } from '../setup/http-client.ts'
import { makeImage, type Image } from '../setup/images.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser
const PASSWORD = 'four common words here'

let program: FilmjacketProcess
let browser: Browser
let admin: Client
const scratch = new Scratch()

beforeAll(async () => {
  if (why !== null) return
  program = await FilmjacketProcess.serve(scratch.path)
  admin = await program.firstAdministrator(PASSWORD)
  const { json } = await admin.post('/api/accounts', { displayName: 'Example, Office', username: 'office', role: 'clerk' })
  const { token } = json as { readonly token: string }
  assert.equal((await new Client(program.url).post('/api/invitations/redeem', { token, password: PASSWORD })).status, 200)
  for (const [key, value] of [['ArchivePatientGuard', 'hold'], ['ArchiveSameUid', 'review']])
    assert.equal((await admin.call('PATCH', `/api/settings/${key}`, { value })).status, 200)
  assert.equal((await admin.post('/api/devices', { description: 'CT room 2', aeTitle: 'CT2' })).status, 200)
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  scratch.remove()
})

interface Patient {
  readonly patientId: string
  readonly name: string
  readonly born: string
}

const HANNA: Patient = { patientId: 'H-100', name: 'Harbour^Hanna', born: '19700131' }

function exam({ patientId, name, born }: Patient, count: number, more: Readonly<Record<number, string>> = {}): Image[] {
  const [studyUid, seriesUid] = [newUid(), newUid()]
  const elements = {
    [Tags.PatientName]: name, [Tags.PatientBirthDate]: born, [Tags.StudyDescription]: 'CT chest', [Tags.AccessionNumber]: newUid().slice(-10), ...more,
  }
  return Array.from({ length: count }, (_, seed) => makeImage({ studyUid, seriesUid, seed, patientId, elements }))
}

const send = (images: readonly Image[]) => dicomSend(images, { port: program.dicomPort, callingAe: 'CT2' })

function staff(viewport = DESKTOP, locale?: string): Promise<Visit> {
  return visitAs(browser, program.url, { username: 'office', password: PASSWORD }, { viewport, ...(locale !== undefined && { locale }) })
}

async function pressByTab(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).waitFor()
  const focused = () => page.evaluate<string>('document.activeElement.textContent')
  for (let pressed = 0; pressed < 60 && (await focused()) !== name; pressed++) await page.keyboard.press('Tab')
  expect(await focused()).toBe(name)
  await page.keyboard.press('Enter')
}

const FULL = { 'en-GB': '1 image has been refused', 'nl-BE': 'Er is 1 beeld om geweigerd', 'fr-BE': '1 image a été refusée' } as const

describe.skipIf(why !== null)('what waits for a person', () => {
  it('teaches what it is for while nothing waits', async () => {
    const here = await staff()
    await here.page.getByRole('link', { name: 'To check' }).click()
    await here.page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
    expect(await obstacles(here)).toEqual([])
    await here.context.close()
  })

  it('tells the sender a warning for what is held, and a failure for what cannot be found by its UIDs', async () => {
    expect(await send(exam(HANNA, 2))).toEqual([0, 0])
    expect(await send(exam({ ...HANNA, born: '19800131' }, 3))).toEqual([0xb000, 0xb000, 0xb000])
    expect(await send(exam({ patientId: 'M-7', name: 'Meadow^Max', born: '' }, 1, { [Tags.StudyInstanceUID]: '1.2.X' }))).toEqual([0xc000])
  })

  it('shows why, and the two patients side by side; repaired, the exam is that patient’s', async () => {
    const here = await staff()
    const { page } = here
    await page.goto('/quarantine')
    await page.getByRole('link', { name: 'Look at it: Another birth date' }).click()
    await page.getByRole('row', { name: /Birth date differs/ }).waitFor()
    expect(await obstacles(here)).toEqual([])
    await page.getByRole('button', { name: 'Show header of image 1' }).click()
    await page.getByRole('cell', { name: 'PatientBirthDate' }).waitFor()
    expect(await obstacles(here)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Correct the identity' }).click()
    await page.getByRole('button', { name: 'Use the patient that is here' }).click()
    expect(await obstacles(here)).toEqual([])
    await page.getByRole('button', { name: 'Take in with this identity' }).click()
    await page.getByText('Repaired', { exact: true }).waitFor()
    const found = (await admin.get('/dicom-web/studies?PatientID=H-100&includefield=00201208')).json as readonly Record<string, { Value?: unknown[] }>[]
    expect(found.map((study) => study['00201208']?.Value?.[0]).sort()).toEqual([2, 3])
    expect(here.errors).toEqual([])
    await here.context.close()
  })

  it('is decided with the keyboard alone', async () => {
    const here = await staff()
    const { page } = here
    await page.goto('/quarantine')
    await page.getByRole('link', { name: 'Look at it: Identifier missing or wrong' }).focus()
    await page.keyboard.press('Enter')
    await pressByTab(page, 'Discard')
    await pressByTab(page, 'Discard for good')
    await page.getByText('Discarded', { exact: true }).waitFor()
    await page.goto('/quarantine')
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
    await here.context.close()
  })

  it('fits a phone, in each language, and says that it is full', async () => {
    await send(exam({ ...HANNA, name: 'Claes^Sofie', born: '' }, 2))
    assert.equal((await admin.call('PATCH', '/api/settings/QuarantineImages', { value: 2 })).status, 200)
    expect(await send(exam({ ...HANNA, name: 'Peeters^Piet', born: '' }, 1))).toEqual([0xa700])
    for (const [locale, look] of [['en-GB', /Look at it/], ['nl-BE', /Bekijken/], ['fr-BE', /Examiner/]] as const) {
      const here = await staff(PHONE, locale)
      await here.page.goto('/quarantine')
      await here.page.getByRole('link', { name: look }).waitFor()
      await here.page.getByRole('alert').filter({ hasText: FULL[locale] }).waitFor()
      expect([locale, await overflow(here), await obstacles(here)]).toEqual([locale, 0, []])
      await here.page.getByRole('link', { name: look }).click()
      await here.page.getByRole('heading', { level: 1 }).waitFor()
      await here.page.getByRole('table').waitFor()
      expect([locale, await overflow(here), await obstacles(here)]).toEqual([locale, 0, []])
      await here.context.close()
    }
  })
})
