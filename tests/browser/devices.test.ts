/** Staff in a real browser, with DCMTK's archive as the device: entered, called, searched, retrieved from, sent to. */
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:net'
import { newUid, Tags } from '@filmjacket/dicom-data'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, obstacles, openBrowser, overflow, PHONE, signIn, visit, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { ForeignServer, startDcmqrscp, startStorescp } from '../setup/foreign-server.ts'
import { Client } from '../setup/http-client.ts'
import { fileOf, makeImage } from '../setup/images.ts'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { filesBelow, Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser ?? whyMissing('dcmqrscp', 'storescp', 'storescu')
const PASSWORD = 'four common words here'

let program: FilmjacketProcess
let browser: Browser
let archive: ForeignServer
let workstation: ForeignServer
let silent: Server
const scratch = new Scratch()

beforeAll(async () => {
  if (why !== null) return
  program = await FilmjacketProcess.serve(scratch.path)
  const admin = await program.firstAdministrator(PASSWORD)
  await clerk(admin)
  archive = await startDcmqrscp(`${scratch.path}/dcmqrscp`, { aeTitle: 'FILMJACKET', port: program.dicomPort })
  workstation = await startStorescp(`${scratch.path}/received`)
  silent = createServer()
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  await archiveStudies()
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  silent.close()
  await archive.stop()
  await workstation.stop()
  await program.stop()
  scratch.remove()
})

async function clerk(admin: Client): Promise<void> {
  const { json } = await admin.post('/api/accounts', { displayName: 'Example, Office', username: 'office', role: 'clerk' })
  const { token } = json as { readonly token: string }
  assert.equal((await new Client(program.url).post('/api/invitations/redeem', { token, password: PASSWORD })).status, 200)
}

/** One of 3 images, and one of another patient of 2. */
async function archiveStudies(): Promise<void> {
  const studies = [[3, 'Harbour^Hanna', 'H-1', 'CT chest'], [2, 'Meadow^Max', 'M-1', 'MR knee']] as const
  for (const [count, name, patientId, description] of studies) {
    const [studyUid, seriesUid] = [newUid(), newUid()]
    const paths = Array.from({ length: count }, (_, seed) => scratch.put(`out/${patientId}/${seed}.dcm`, fileOf(makeImage({
      studyUid, seriesUid, seed, patientId,
      elements: { [Tags.PatientName]: name, [Tags.StudyDescription]: description, [Tags.AccessionNumber]: `ACC-${patientId}` },
    }))))
    const { status, stderr } = await runProgram('storescu', ['-aec', 'ARCHIVE', '127.0.0.1', String(archive.port), ...paths], { TCP_NODELAY: '1' })
    assert.equal(status, 0, stderr)
  }
}

async function staff(username: 'admin' | 'office', viewport = DESKTOP, locale?: string): Promise<Visit> {
  const here = await visit(browser, program.url, viewport, locale)
  // What is still fading in is too pale, and is not what a person reads.
  await here.page.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(here, username, PASSWORD)
  return here
}

interface Typed {
  readonly description: string
  readonly aeTitle: string
  readonly port: number
  readonly role: string
}

async function addDevice(page: Page, { description, aeTitle, port, role }: Typed): Promise<void> {
  await page.goto('/devices/new')
  await page.getByLabel('Description').fill(description)
  await page.getByLabel('AE Title', { exact: true }).fill(aeTitle)
  await page.getByLabel('Host', { exact: true }).fill('127.0.0.1')
  await page.getByLabel('Port', { exact: true }).fill(String(port))
  await page.getByLabel(role, { exact: true }).check()
  await page.getByRole('button', { name: `Add ${aeTitle}` }).click()
  await page.getByRole('heading', { level: 1, name: description }).waitFor()
}

function rowOf(page: Page, words: string): Locator {
  return page.locator('tr, li').filter({ hasText: words }).first()
}

function transferOf(page: Page, words: string): Locator {
  return page.locator('.fj-transfer').filter({ hasText: words }).first()
}

/** There and here. */
async function countsIn(row: Locator): Promise<readonly string[]> {
  return (await row.locator('td.fj-end').allTextContents()).slice(0, 2)
}

async function search(page: Page, name: string): Promise<void> {
  await page.goto('/search')
  await page.getByLabel('Device', { exact: true }).selectOption({ label: 'Old archive' })
  await page.getByLabel('Patient name').fill(name)
  await page.keyboard.press('Enter')
  await page.locator('#found-title').waitFor()
}

async function clean(here: Visit): Promise<void> {
  expect([await obstacles(here), await overflow(here), here.errors], here.page.url()).toEqual([[], 0, []])
}

/** A browser, a database and two servers of DCMTK share the machine. */
const MANY_STEPS = { timeout: 90_000 }

describe.skipIf(why !== null)(`devices in a browser${why === null ? '' : ` (${why})`}`, MANY_STEPS, () => {
  it('are entered with their mistakes named, and called: the answer is what was really found', async () => {
    const here = await staff('admin')
    const { page } = here
    await page.goto('/search')
    await page.getByText('No device can be searched yet').waitFor()
    await clean(here)
    await page.goto('/devices/new')
    await page.getByLabel('Search and retrieve', { exact: true }).check()
    await page.getByRole('button', { name: 'Add the device' }).click()
    await page.getByText('Say where the device is.').waitFor()
    await page.getByLabel('Description').and(page.locator(':focus')).waitFor()
    await clean(here)

    await addDevice(page, { description: 'Old archive', aeTitle: 'ARCHIVE', port: archive.port, role: 'Search and retrieve' })
    await page.getByRole('button', { name: 'Echo' }).click()
    await page.locator('.fj-device-found').getByText('Answered', { exact: true }).waitFor()

    await page.getByLabel('Port', { exact: true }).fill('1')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('It holds from now on.').waitFor()
    await page.getByRole('button', { name: 'Echo' }).click()
    await page.locator('.fj-device-found').getByText('Refused', { exact: true }).waitFor()
    await page.getByLabel('Port', { exact: true }).fill(String(archive.port))
    await page.getByRole('button', { name: 'Save changes' }).click()
    await clean(here)

    await addDevice(page, { description: 'Workstation', aeTitle: 'STORESCP', port: workstation.port, role: 'Receives images' })
    await addDevice(page, { description: 'Silent one', aeTitle: 'SILENT', port: (silent.address() as { port: number }).port, role: 'Receives images' })
  })

  it('are listed with their state, exported, and imported as they were', async () => {
    const here = await staff('admin')
    const { page } = here
    await page.goto('/devices')
    await rowOf(page, 'ARCHIVE').getByText('Refused').waitFor()
    await page.getByRole('button', { name: 'Echo Old archive' }).click()
    await rowOf(page, 'ARCHIVE').getByText('Answered').waitFor()
    await clean(here)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export' }).click()])
    await page.locator('input[type=file]').setInputFiles(await download.path())
    await page.getByText('3 as before').waitFor()
    await clean(here)
  })

  it('are searched and retrieved from by office staff, who see the study arrive', async () => {
    const here = await staff('office')
    const { page } = here
    await search(page, 'Harb')
    const row = rowOf(page, 'Harbour, Hanna')
    await row.getByText('Not here').waitFor()
    // DCMTK's archive does not count; by the time it is here it was asked for every image.
    expect(await countsIn(row)).toEqual(['unknown', '0'])
    await clean(here)
    await row.getByRole('button', { name: /^Retrieve/ }).click()
    await row.getByText('All here').waitFor()
    expect(await countsIn(row)).toEqual(['3', '3'])
    await page.getByRole('tab', { name: 'Transfers' }).click()
    const transfer = transferOf(page, 'From Old archive')
    await transfer.getByText('3 of 3 images came').waitFor()
    await transfer.getByText('Done', { exact: true }).waitFor()
    await clean(here)
  })

  it('are sent to, by the keyboard alone', async () => {
    const here = await staff('office')
    const { page } = here
    await search(page, 'Harb')
    await page.getByLabel(/^Select Harbour, Hanna/).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Send to …' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('To which device').selectOption({ label: 'Workstation' })
    await clean(here)
    await page.getByRole('button', { name: /^Send 1 study \(3 images\)/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('On its way.').waitFor()
    await page.goto('/search?section=transfers')
    await transferOf(page, 'To Workstation').getByText('Done', { exact: true }).waitFor()
    expect(filesBelow(`${scratch.path}/received`)).toHaveLength(3)
  })

  it('are no longer waited for once a transfer is cancelled', async () => {
    const here = await staff('office')
    const { page } = here
    await search(page, 'Harb')
    await page.getByLabel(/^Select Harbour, Hanna/).check()
    await page.getByRole('button', { name: 'Send to …' }).click()
    await page.getByLabel('To which device').selectOption({ label: 'Silent one' })
    await page.getByRole('button', { name: /^Send 1 study/ }).click()
    await page.getByRole('tab', { name: /1 under way/ }).click()
    const transfer = transferOf(page, 'To Silent one')
    await transfer.getByText('Under way', { exact: true }).waitFor()
    await clean(here)
    await transfer.getByRole('button', { name: /^Cancel/ }).click()
    await transfer.getByText('Cancelled', { exact: true }).waitFor()
    await transfer.getByRole('button', { name: /^Try again/ }).waitFor()
  })

  it('are sent to from the page of a study, which tells how far it is', async () => {
    const here = await staff('office')
    const { page } = here
    const { studies } = (await (await here.context.request.get('/api/studies?text=Harb')).json()) as { studies: readonly { id: string }[] }
    await page.goto(`/archive/studies/${studies[0]?.id ?? ''}`)
    await page.getByRole('button', { name: 'Send to …' }).click()
    await page.getByLabel('To which device').selectOption({ label: 'Silent one' })
    await page.getByRole('button', { name: /^Send 1 study \(3 images\)/ }).click()
    const sent = page.locator('.fj-sends li').filter({ hasText: 'To Silent one' })
    await sent.getByText('Under way', { exact: true }).waitFor()
    await clean(here)
    await sent.getByRole('button', { name: 'Cancel: To Silent one' }).click()
    await sent.getByText('Cancelled', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'All transfers' }).click()
    await transferOf(page, 'To Silent one').first().waitFor()
  })

  const scenes = [['in English', 'en-GB'], ['in Dutch', 'nl-BE'], ['in French', 'fr-BE']] as const
  for (const [how, locale] of scenes) {
    it(`fit on a phone ${how}`, async () => {
      const here = await staff('admin', PHONE, locale)
      const { page } = here
      await page.goto('/devices')
      await page.locator('.fj-device-card').first().waitFor()
      await clean(here)
      await page.locator('.fj-device-card .fj-link').first().click()
      await page.locator('.fj-device-checks li').first().waitFor()
      await clean(here)
      await page.goto('/search')
      await page.locator('form[role=search] input').first().fill('*')
      await page.keyboard.press('Enter')
      await page.locator('.fj-study-card').first().waitFor()
      await clean(here)
      await page.goto('/search?section=transfers')
      await page.locator('.fj-transfer').first().waitFor()
      await clean(here)
    })
  }
})
