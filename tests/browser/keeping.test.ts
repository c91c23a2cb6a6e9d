/** Staff in a real browser: whose a study is put right and taken back; how long studies are kept, tried before it holds. */
import assert from 'node:assert/strict'
import { newUid, Tags } from '@filmjacket/dicom-data'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, looksRight, obstacles, openBrowser, overflow, PHONE, visitAs, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { whenSettled } from '../setup/embedded-database.ts'
import { filmjacket, FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Client } from '../setup/http-client.ts'
import { fileOf, makeImage } from '../setup/images.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser
const PASSWORD = 'four common words here'

let program: FilmjacketProcess
let browser: Browser
let admin: Client
const scratch = new Scratch()

beforeAll(async () => {
  if (why !== null) return
  program = await FilmjacketProcess.serveWith({ FILMJACKET_STORE: `${scratch.path}/slow` }, scratch.path)
  admin = await program.firstAdministrator(PASSWORD)
  const { json } = await admin.post('/api/accounts', { displayName: 'Example, Office', username: 'office', role: 'clerk' })
  const { token } = json as { readonly token: string }
  assert.equal((await new Client(program.url).post('/api/invitations/redeem', { token, password: PASSWORD })).status, 200)
  const files = [['Harbour^Hanna', 'H-1', '20100102'], ['Harbour^Hanna', 'H-1', '20260102'], ['Meadow^Max', 'M-1', '20260103']].map(([name, patientId, date], n) =>
    scratch.put(`in/${n}.dcm`, fileOf(makeImage({
      patientId: patientId ?? '', studyUid: newUid(), seed: n,
      elements: { [Tags.PatientName]: name ?? '', [Tags.StudyDate]: date ?? '', [Tags.StudyDescription]: `CT ${n}`, [Tags.AccessionNumber]: `ACC-${n}` },
    }))))
  const { status, stderr } = await filmjacket('import', '--data', scratch.path, ...files)
  assert.equal(status, 0, stderr)
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  scratch.remove()
})

function staff(username: 'admin' | 'office', viewport = DESKTOP, locale?: string): Promise<Visit> {
  return visitAs(browser, program.url, { username, password: PASSWORD }, { viewport, ...(locale !== undefined && { locale }) })
}

async function clean(here: Visit, picture: string): Promise<void> {
  const pictures = process.env['FILMJACKET_PICTURES']
  if (pictures !== undefined) await here.page.screenshot({ path: `${pictures}/${picture}.png`, fullPage: true })
  expect([await obstacles(here), await overflow(here), here.errors], here.page.url()).toEqual([[], 0, []])
}

async function idOf(description: string): Promise<string> {
  const { json } = await admin.get(`/api/studies?description=${encodeURIComponent(description)}`)
  return (json as { studies: readonly { id: string }[] }).studies[0]?.id ?? assert.fail(description)
}

describe.skipIf(why !== null)(`keeping in a browser${why === null ? '' : ` (${why})`}`, { timeout: 90_000 }, () => {
  it('a clerk corrects a name, is told for what it holds, and takes it back', async () => {
    const here = await staff('office')
    const { page } = here
    await page.goto(`/archive/studies/${await idOf('CT 0')}`)
    await page.getByRole('heading', { level: 1, name: 'Harbour, Hanna' }).waitFor()
    await clean(here, 'card')
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Nothing is changed yet.').waitFor()
    await dialog.getByLabel('Given names').fill('Johanna')
    await dialog.getByText('Holds for 1 other study of this patient too').waitFor()
    // As on a phone that is turned: what was typed stays.
    await looksRight(here, 'correct')
    expect(await dialog.getByLabel('Given names').inputValue()).toBe('Johanna')
    await dialog.getByRole('button', { name: 'Correct it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Harbour, Johanna' }).waitFor()
    await page.getByText('Came as Harbour, Hanna').waitFor()
    await clean(here, 'card-corrected')
    await page.getByRole('button', { name: /^Take back/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Harbour, Hanna' }).waitFor()
    await page.getByText(/Taken back by Example, Office/).waitFor()
    expect(await page.getByRole('button', { name: 'Remove the study' }).count()).toBe(0)
    await here.context.close()
  })

  it('is asked before an exam joins a patient who is here', async () => {
    const here = await staff('admin', PHONE)
    const { page } = here
    await page.goto(`/archive/studies/${await idOf('CT 0')}`)
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Patient ID', { exact: true }).fill('M-1')
    await dialog.getByText('This study moves to another patient.').waitFor()
    await dialog.getByRole('button', { name: 'Correct it' }).click()
    await dialog.getByText('Meadow, Max, born', { exact: false }).waitFor()
    await clean(here, 'known-phone')
    await dialog.getByRole('button', { name: 'Yes, the study is theirs' }).click()
    await page.getByRole('heading', { level: 1, name: 'Meadow, Max' }).waitFor()
    await clean(here, 'card-phone')
    await here.context.close()
  })

  it('an administrator tries a rule before it holds, and sees that the files are sound', async () => {
    await whenSettled(scratch.path) // What was corrected a moment ago would not go yet.
    for (const [viewport, locale, picture] of [[DESKTOP, 'en-GB', 'storage'], [PHONE, 'nl-BE', 'storage-phone']] as const) {
      const here = await staff('admin', viewport, locale)
      const { page } = here
      await page.goto('/storage')
      await page.locator('#retention-title').waitFor()
      await page.locator('#disk-title').waitFor()
      await page.locator('#store-title').waitFor()
      if (viewport === DESKTOP) {
        await page.getByRole('button', { name: 'Test it' }).click()
        await page.getByText('It works: a few bytes were written, read back and removed').waitFor()
        await page.getByText('No rule: everything is kept for ever.').waitFor()
        await page.getByRole('button', { name: 'Add a rule' }).click()
        await page.getByLabel('Counted from').selectOption({ label: 'the date of the exam' })
        await page.getByRole('button', { name: /^Try it/ }).click()
        await page.getByText(/1 study would go tonight/).waitFor()
        await clean(here, 'storage-tried')
        await page.getByRole('button', { name: 'Save the rules' }).click()
        await page.getByText('The rules hold from tonight.').waitFor()
      }
      await clean(here, picture)
      await here.context.close()
    }
    const { json } = await admin.get('/api/retention')
    expect((json as { rules: unknown }).rules).toEqual([{ source: '', modality: '', basis: 'study-date', keepDays: 3_650 }])
  })

  it('an administrator sees which files are damaged and what archives said, asks again, and sees what came back', async () => {
    const here = await staff('admin', PHONE)
    const { page } = here
    const one = { patientName: 'Meadow^Max', studyDescription: 'CT 2', studyId: await idOf('CT 2'), foundAt: '2026-01-02T03:04:05Z' }
    const damaged = [null, { at: '2026-01-02T04:00:00Z', answer: 'failed' }, { at: '2026-01-02T04:00:00Z', answer: 'absent' }].map((asked, n) => (
      { ...one, id: 'a'.repeat(63) + String(n), instanceUid: `1.2.3.${n}`, isMissing: n === 1, sizeBytes: 1_000, cameFrom: 'CT1', asked }))
    const mended = [true, false].map((isSame, n) => ({ ...one, instanceUid: `1.2.4.${n}`, mendedAt: '2026-01-02T05:00:00Z', isSame }))
    await page.route('**/api/storage', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...((await response.json()) as object), damaged, mended } })
    })
    await page.goto('/storage')
    await page.getByRole('heading', { name: '2 files were brought back' }).waitFor()
    await page.getByText('No archive has it.').waitFor()
    await looksRight(here, 'storage-damaged')
    await page.getByRole('button', { name: 'Fetch again' }).click()
    await page.getByText('Archives are being asked. What comes').waitFor()
    await here.context.close()
  })

  it('an administrator removes a study, asked first, and its card says so', async () => {
    const here = await staff('admin')
    const { page } = here
    const id = await idOf('CT 1')
    await page.goto(`/archive/studies/${id}`)
    await page.getByRole('button', { name: 'Remove the study' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove it for good' }).click()
    await page.waitForURL('**/studies')
    await page.goto(`/archive/studies/${id}`)
    await page.getByText('This study is not here any more').waitFor()
    await clean(here, 'gone')
    await here.context.close()
  })

  it('a clerk takes what the order says, and rejects a study with a reason', async () => {
    const ordered = { patientId: 'M-1', patientName: 'Meadow^Maximilian', accessionNumber: 'ACC-2', description: 'CT', modality: 'CT', date: '20260103', time: '0900' }
    assert.equal((await admin.post('/api/worklist', ordered)).status, 200)
    const here = await staff('office', PHONE)
    const { page } = here
    await page.goto(`/archive/studies/${await idOf('CT 2')}`)
    await page.getByText('The order says otherwise').waitFor()
    await clean(here, 'ordered-phone')
    await page.getByRole('button', { name: 'Take what was ordered' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Holds for', { exact: false }).waitFor()
    expect(await dialog.getByLabel('Given names').inputValue()).toBe('Maximilian')
    await dialog.getByRole('button', { name: 'Correct it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Meadow, Maximilian' }).waitFor()
    expect(await page.getByText('The order says otherwise').count()).toBe(0)
    await page.getByRole('button', { name: 'Reject the study' }).click()
    await dialog.getByLabel('The images are not good enough').check()
    await clean(here, 'reject-phone')
    await dialog.getByRole('button', { name: 'Reject it' }).click()
    await page.getByText('The study is out of sight.', { exact: false }).waitFor()
    await page.goto('/quarantine')
    await page.getByText(/Meadow, Max/).first().waitFor()
    await here.context.close()
  })
})
