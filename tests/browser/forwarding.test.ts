/** Staff in a real browser: a worklist is searched, ours is kept, and what arrives is sent on by a rule. */
import { newUid, Tags, type Value } from '@filmjacket/dicom-data'
import { associate, PERFORMED_STEP, performedContexts, serveDicom, worklistContexts, type DicomServer, type FindStep } from '@filmjacket/dicom-net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, obstacles, openBrowser, overflow, PHONE, signIn, visit, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import type { Client } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser
const PASSWORD = 'four common words here'
const MANY_STEPS = { timeout: 90_000 }

let program: FilmjacketProcess
let browser: Browser
let administrator: Client
let worklist: DicomServer
let archive: DicomServer
const received: string[] = []
const scratch = new Scratch()

type Entry = Readonly<Record<number, Value>>

function entry(name: string, patientId: string, modality: string, procedure: string): Entry {
  return {
    [Tags.SpecificCharacterSet]: 'ISO_IR 192', [Tags.PatientName]: name, [Tags.PatientID]: patientId, [Tags.PatientBirthDate]: '19680214', [Tags.PatientSex]: 'F',
    [Tags.AccessionNumber]: `ACC-${patientId}`, [Tags.RequestedProcedureDescription]: procedure,
    [Tags.ScheduledProcedureStepSequence]: [{
      [Tags.Modality]: modality, [Tags.ScheduledProcedureStepStartDate]: '20261122', [Tags.ScheduledProcedureStepStartTime]: '0915',
      [Tags.ScheduledProcedureStepDescription]: `${procedure}, with contrast`,
    }],
  }
}

const ENTRIES: readonly Entry[] = [
  entry('Müller-Lüdenscheidt^Annegret^von', 'W-1', 'CT', 'CT thorax and abdomen'), entry('Harbour^Hanna', 'W-2', 'MR', 'MR knee left'),
  entry('Meadow^Max', 'W-3', 'US', 'US abdomen'),
]

beforeAll(async () => {
  if (why !== null) return
  program = await FilmjacketProcess.serve(scratch.path)
  administrator = await program.firstAdministrator(PASSWORD)
  worklist = await serveDicom({
    host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }),
    async *worklist(_peer, { identifier }): AsyncGenerator<FindStep> {
      await Promise.resolve()
      const wanted = identifier.items(Tags.ScheduledProcedureStepSequence)[0]?.text(Tags.Modality) ?? ''
      for (const each of ENTRIES) {
        const [step] = each[Tags.ScheduledProcedureStepSequence] as unknown as readonly Entry[]
        if (wanted === '' || step?.[Tags.Modality] === wanted) yield { kind: 'match', identifier: each }
      }
    },
  })
  archive = await serveDicom({
    host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }),
    async store(_peer, { sopInstanceUid, dataSet }) {
      for await (const part of dataSet) if (part.length > 0) continue
      received.push(sopInstanceUid)
      return { status: 0 }
    },
  })
  const host = '127.0.0.1'
  await administrator.post('/api/devices', { description: 'Radiology worklist', aeTitle: 'RIS', host, port: worklist.port, roles: ['worklist'] })
  await administrator.post('/api/devices', { description: 'Archive of Saint Luke', aeTitle: 'LUKE', host, port: archive.port, roles: ['store'] })
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await worklist.close()
  await archive.close()
  await program.stop()
  scratch.remove()
})

async function admin(viewport = DESKTOP, locale?: string): Promise<Visit> {
  const here = await visit(browser, program.url, viewport, locale)
  await here.page.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(here, 'admin', PASSWORD)
  return here
}

async function clean(here: Visit): Promise<void> {
  expect([await obstacles(here), await overflow(here), here.errors], here.page.url()).toEqual([[], 0, []])
}

/** The CT asks who is planned, begins that, and something of its own. */
async function begin(page: Page): Promise<{ readonly listed: readonly (string | undefined)[] }> {
  const day = (await page.getByLabel('Day', { exact: true }).inputValue()).replaceAll('-', '')
  const listed: (string | undefined)[] = []
  const association = await associate({
    host: '127.0.0.1', port: program.dicomPort, callingAe: 'CT2', calledAe: 'FILMJACKET', contexts: [...worklistContexts(), ...performedContexts()],
  })
  const told = (studyUid: string) => ({
    [Tags.PatientName]: 'Harbour^Hanna', [Tags.PatientID]: 'OURS-1', [Tags.Modality]: 'CT', [Tags.PerformedProcedureStepStatus]: 'IN PROGRESS',
    [Tags.PerformedProcedureStepStartDate]: day, [Tags.PerformedProcedureStepStartTime]: '1031', [Tags.ScheduledStepAttributesSequence]: [{ [Tags.StudyInstanceUID]: studyUid }],
  })
  const keys = { [Tags.PatientID]: '', [Tags.StudyInstanceUID]: '', [Tags.ScheduledProcedureStepSequence]: [{ [Tags.ScheduledProcedureStepStartDate]: day }] }
  const studies: string[] = [newUid()]
  for await (const { dataSet } of association.find({ model: 'worklist', keys })) {
    listed.push(dataSet.text(Tags.PatientID))
    studies.push(dataSet.text(Tags.StudyInstanceUID) ?? newUid())
  }
  for (const studyUid of studies)
    await association.create({ sopClassUid: PERFORMED_STEP, sopInstanceUid: newUid(), attributes: told(studyUid) })
  await association.release()
  return { listed }
}

async function searchWorklist(page: Page): Promise<void> {
  await page.goto('/search?section=worklist')
  await page.locator('form[role=search] button[type=submit]').click()
  await page.locator('#entries-title').waitFor()
}

describe.skipIf(why !== null)(`a worklist and forwarding in a browser${why === null ? '' : ` (${why})`}`, MANY_STEPS, () => {
  it('a worklist tells who is to be examined, of all modalities or of one', async () => {
    const here = await admin()
    const { page } = here
    await page.goto('/search?section=worklist')
    await page.getByRole('button', { name: 'Search', exact: true }).waitFor()
    await clean(here)
    await searchWorklist(page)
    await page.getByRole('heading', { name: '3 examinations on Radiology worklist' }).waitFor()
    const heads = await page.locator('th').allTextContents()
    expect(heads).toEqual([
      'Scheduled', 'Accession number', 'Patient ID', 'Name', 'Sex', 'Born', 'Requested procedure', 'Scheduled step',
    ])
    await clean(here)
    await page.getByLabel('All modalities').uncheck()
    await page.keyboard.press('Tab')
    await page.keyboard.type('mr')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '1 examination on Radiology worklist' }).waitFor()
    await expect.poll(() => page.locator('tbody tr').allTextContents()).toEqual([expect.stringContaining('Harbour, Hanna')])
  })

  it('our worklist is kept by the keyboard alone: planned, changed, seen under way, cancelled, planned once more', async () => {
    const here = await admin()
    const { page } = here
    await page.getByRole('link', { name: 'Worklist' }).click()
    await page.getByText('No device may ask the worklist yet').waitFor()
    await clean(here)
    await administrator.post('/api/devices', { description: 'CT room 2', aeTitle: 'CT2', worklistAccess: 'own' })
    await page.reload()
    await page.getByText('Nobody is planned on this day').waitFor()
    await page.getByRole('button', { name: 'Plan an examination' }).press('Enter')
    const form = page.getByRole('dialog', { name: 'Plan an examination' })
    await form.getByRole('button', { name: 'Plan it' }).press('Enter')
    await form.getByText('Give the patient’s ID.').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.getAttribute("data-path")')).toBe('patientId')
    await form.getByLabel('Patient ID').fill('OURS-1')
    await form.getByLabel('Name', { exact: true }).fill('Harbour, Hanna')
    await form.getByLabel('What is examined').fill('CT of the thorax')
    await form.getByLabel('Modality').fill('ct')
    await form.getByLabel('Time').fill('09:15')
    await form.getByLabel('Where').selectOption('CT2')
    await clean(here)
    await form.getByLabel('Time').press('Enter')
    const row = page.getByRole('row', { name: /Harbour, Hanna/ })
    await row.getByText('Planned').waitFor()
    await clean(here)
    await row.getByRole('button', { name: 'Harbour, Hanna' }).press('Enter')
    const entry = page.getByRole('dialog', { name: 'Examination' })
    await entry.getByRole('button', { name: 'Change' }).press('Enter')
    const change = page.getByRole('dialog', { name: 'Change' }).getByLabel('Time')
    await change.fill('10:30')
    await change.press('Enter')
    await row.getByText('10:30').waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await row.getByRole('button', { name: 'Harbour, Hanna' }).press('Enter')
    await entry.getByRole('button', { name: 'Cancel the examination' }).press('Enter')
    // What is typed is lost before the form has the focus.
    await expect.poll(() => page.evaluate('document.activeElement.matches("input, textarea")')).toBe(true)
    await page.keyboard.type('The patient is ill')
    await clean(here)
    await page.keyboard.press('Enter')
    await row.getByText('Cancelled').waitFor()
    // The list may know of it before the form has heard its answer.
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await row.getByRole('button', { name: 'Harbour, Hanna' }).press('Enter')
    await entry.getByText('The patient is ill').waitFor()
    await entry.getByRole('button', { name: 'Plan it once more' }).press('Enter')
    await row.getByText('Planned').waitFor()
    const { listed } = await begin(page)
    expect(listed).toEqual(['OURS-1'])
    await page.reload()
    await row.getByText('Under way').waitFor()
    await page.getByRole('heading', { name: 'Performed without being planned' }).waitFor()
    await clean(here)
  })

  it('a rule sends on what arrives, is switched off, and deleted, by the keyboard alone', async () => {
    const here = await admin()
    const { page } = here
    await page.goto('/forwarding')
    await page.getByText('Nothing is forwarded').waitFor()
    await clean(here)
    await page.getByRole('button', { name: 'Add a rule' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Description').fill('CT to Saint Luke')
    await page.getByLabel('What came from').selectOption('CT2')
    await page.getByLabel('Modality').fill('ct')
    await clean(here)
    await page.keyboard.press('Enter')
    await page.getByText('CT studies from CT2').waitFor()
    await dicomSend([makeImage({ studyUid: newUid(), patientId: 'F-1' })], { port: program.dicomPort, callingAe: 'CT2' })
    // When it has settled, and a worker has taken it up.
    await page.getByText(/1 study sent|1 on its way/).waitFor({ timeout: 60_000 })
    await expect.poll(() => received.length, { timeout: 60_000 }).toBe(1)
    await clean(here)
    await page.getByRole('switch').press('Space')
    await page.getByText('Off', { exact: true }).waitFor()
    await page.getByRole('button', { name: /^Change the rule/ }).press('Enter')
    await page.getByRole('button', { name: 'Delete this rule' }).press('Enter')
    await page.getByRole('button', { name: 'Delete the rule' }).press('Enter')
    await page.getByText('Nothing is forwarded').waitFor()
  })

  for (const [how, locale] of [['in English', 'en-GB'], ['in Dutch', 'nl-BE'], ['in French', 'fr-BE']] as const) {
    it(`both fit on a phone ${how}`, async () => {
      const here = await admin(PHONE, locale)
      await searchWorklist(here.page)
      await here.page.locator('.fj-study-card').first().waitFor()
      await clean(here)
      await here.page.goto('/worklist')
      await here.page.locator('.fj-entry-card').first().waitFor()
      await clean(here)
      await here.page.locator('.fj-head-action button').click()
      await here.page.locator('.fj-entry-form').waitFor()
      await clean(here)
      await here.page.goto('/forwarding')
      await here.page.locator('h1').waitFor()
      await clean(here)
      await here.page.goto('/devices/new')
      await here.page.locator('.fj-device-form').waitFor()
      for (const role of ['store', 'query', 'worklist', 'dicomweb']) await here.page.locator(`input[type=checkbox][value=${role}]`).check()
      await clean(here)
    })
  }
})
