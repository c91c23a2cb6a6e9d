/** Images through a real browser: from folders, packed files and images of discs, over broken connections. ING-30, ING-31, ING-40. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newUid, Tags } from '@filmjacket/dicom-data'
import { serveDicom, type DicomServer } from '@filmjacket/dicom-net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { looksRight, openBrowser, visitAs, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { askDatabase } from '../setup/embedded-database.ts'
import { eventually } from '../setup/eventually.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Client } from '../setup/http-client.ts'
import { fileOf, makeImage } from '../setup/images.ts'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser ?? whyMissing('xorriso', '7z')
const PASSWORD = 'four common words here'
const MINUTES = 60_000

let program: FilmjacketProcess
let browser: Browser
let workstation: DicomServer
let sentOn = 0
const scratch = new Scratch()

beforeAll(async () => {
  if (why !== null) return
  program = await FilmjacketProcess.serve(join(scratch.path, 'data'))
  const admin = await program.firstAdministrator(PASSWORD)
  for (const [username, role] of [['office', 'clerk'], ['doctor', 'doctor']]) {
    const { json } = await admin.post('/api/accounts', { displayName: `Example, ${username}`, username, role })
    await redeem(json)
  }
  workstation = await serveDicom({ host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }), store: countSent })
  const device = { description: 'Workstation', aeTitle: 'WORKSTATION', host: '127.0.0.1', port: workstation.port, roles: ['store'] }
  assert.equal((await admin.post('/api/devices', device)).status, 200)
  browser = await openBrowser()
}, 2 * MINUTES)

async function redeem(added: unknown): Promise<void> {
  const { token } = added as { readonly token: string }
  assert.equal((await new Client(program.url).post('/api/invitations/redeem', { token, password: PASSWORD })).status, 200)
}

async function countSent(_peer: unknown, { dataSet }: { readonly dataSet: AsyncIterable<Uint8Array> }): Promise<{ readonly status: number }> {
  for await (const part of dataSet) assert.ok(part.length > 0)
  sentOn++
  return { status: 0 }
}

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  await workstation.close()
  scratch.remove()
})

/** A folder with so many small images of one study of a patient of its own. */
function folderOf(name: string, count: number, patientId = name.toUpperCase()): string {
  const [studyUid, seriesUid] = [newUid(), newUid()]
  for (let seed = 0; seed < count; seed++) {
    const image = makeImage({ patientId, studyUid, seriesUid, seed, side: 16, elements: { [Tags.PatientName]: `Harbour^${name}`, [Tags.StudyDescription]: `CT ${name}` } })
    scratch.put(`${name}/IMAGES/IM${String(seed).padStart(5, '0')}`, fileOf(image))
  }
  return join(scratch.path, name)
}

/** What is on a disc beside images. */
function discOf(name: string, count: number): string {
  const folder = folderOf(name, count)
  scratch.put(`${name}/DICOMDIR`, Buffer.from('the directory'))
  scratch.put(`${name}/VIEWER/START.EXE`, Buffer.from('MZ and so on'))
  scratch.put(`${name}/README.TXT`, Buffer.from('Put this disc into your computer.'))
  scratch.put(`${name}/IMAGES/TORN`, Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), Buffer.alloc(60, 0xff)]))
  return folder
}

/** Somebody on the page, ready to choose. */
async function uploader(username: 'admin' | 'office' = 'office'): Promise<Visit> {
  const here = await visitAs(browser, program.url, { username, password: PASSWORD }, { path: '/upload' })
  await here.page.locator('.fj-upload-drop').waitFor()
  return here
}

const chooseFolder = (page: Page, folder: string) => page.locator('[data-picker=folder]').setInputFiles(folder)
const chooseFiles = (page: Page, files: readonly string[]) => page.locator('[data-picker=files]').setInputFiles([...files])
const end = (page: Page) => page.getByRole('button', { name: 'Upload something else' }).waitFor({ timeout: 3 * MINUTES })

/** What the card of this tab's upload tells. */
async function countsOn(page: Page): Promise<Readonly<Record<string, number>>> {
  const texts = await page.locator('.fj-upload-run .fj-upload-count').allInnerTexts()
  const rows = texts.map((text) => {
    const [, word = '', number = ''] = /^(.*?)\s*([\d,]+)$/s.exec(text) ?? []
    return [word, Number(number.replaceAll(',', ''))] as const
  })
  return Object.fromEntries(rows)
}

function someTaken(page: Page): Promise<number> {
  return eventually('some are taken', async () => {
    const taken = (await countsOn(page))['Taken'] ?? 0
    return taken > 0 && taken
  })
}

/** Holds what a page offers, batch by batch, so that an upload is surely under way when it is disturbed. */
class Gate {
  readonly #batches: string[] = []
  #waiting: (() => void)[] = []
  #open = 1

  static async before(page: Page): Promise<Gate> {
    const gate = new Gate()
    await page.route(/\/offers$/, async (route) => {
      const { files: [first] } = route.request().postDataJSON() as { readonly files: readonly { readonly path: string }[] }
      await gate.#pass(first?.path ?? '')
      await route.continue().catch(() => undefined) // The page has given it up.
    })
    return gate
  }

  /** From the beginning; one offered again is the same. */
  open(batches = Infinity): void {
    this.#open = batches
    for (const go of this.#waiting.splice(0)) go()
  }

  async #pass(batch: string): Promise<void> {
    if (!this.#batches.includes(batch)) this.#batches.push(batch)
    while (this.#batches.indexOf(batch) >= this.#open) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}

async function imagesOf(patientId: string): Promise<number> {
  const [row] = await askDatabase<{ n: number }>(program.dataFolder, `select coalesce(sum(study.instances), 0)::integer as n
    from study join patient on patient.id = study.patient_id where patient.patient_id = '${patientId}'`)
  return row?.n ?? 0
}

describe.skipIf(why !== null)('a disc', () => {
  it('is taken whole: images, and a reason for everything else; a second time nothing is sent', async () => {
    const folder = discOf('disc', 12)
    const here = await uploader()
    const { page, errors, context } = here
    await chooseFolder(page, folder)
    await end(page)
    expect(await countsOn(page)).toEqual({ Taken: 12, 'Held for review': 1, 'Left out': 3 })
    await page.getByRole('link', { name: 'See what came in' }).click()
    await page.getByRole('heading', { name: 'Harbour, disc' }).waitFor()
    await expect.poll(() => page.locator('.fj-upload-study').innerText()).toMatch(/CT disc[^]*12 images/)
    await expect.poll(() => page.locator('.fj-table').innerText()).toMatch(/TORN[^]*disc\/IMAGES[^]*Damaged/)
    await page.getByRole('button', { name: 'Show the list' }).click()
    await page.getByText('START.EXE').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Report as table' }).click()
    const report = readFileSync(await (await download).path(), 'utf8')
    expect(report.trim().split('\r\n')).toHaveLength(1 + 16)
    await sendOn(here)
    await page.getByRole('link', { name: 'Open the images of CT disc' }).click()
    await page.waitForURL(/\/viewer\//)

    await page.goto('/upload')
    let sent = 0
    page.on('request', (request) => void (sent += request.url().endsWith('/files') ? 1 : 0))
    await chooseFolder(page, folder)
    await end(page)
    expect(await countsOn(page)).toEqual({ Taken: 0, 'Here already': 12, 'Held for review': 1, 'Left out': 3 })
    expect(sent).toBe(1)
    expect(errors).toEqual([])
    await context.close()
  })

  async function sendOn(here: Visit): Promise<void> {
    const { page } = here
    await page.getByRole('button', { name: 'Send to …' }).click()
    await page.getByLabel('To which device').selectOption({ label: 'Workstation' })
    await looksRight(here, 'upload-send')
    await page.getByRole('button', { name: /^Send 1 study \(12 images\)/ }).click()
    const sent = page.locator('.fj-sends li').filter({ hasText: 'To Workstation' })
    await sent.getByText('Done', { exact: true }).waitFor()
    expect(sentOn).toBe(12)
    await looksRight(here, 'upload-sent')
  }

  it('may be a ZIP or an image of a disc', async () => {
    const [zipped, imaged] = [discOf('zipped', 5), discOf('imaged', 5)]
    const [zip, iso] = [join(scratch.path, 'all of it.zip'), join(scratch.path, 'disc.iso')]
    assert.equal((await runProgram('7z', ['a', zip, zipped])).status, 0)
    assert.equal((await runProgram('xorriso', ['-as', 'mkisofs', '-J', '-quiet', '-o', iso, imaged])).status, 0)
    const { page, errors, context } = await uploader()
    await chooseFiles(page, [zip, iso])
    await end(page)
    expect(await countsOn(page)).toEqual({ Taken: 10, 'Held for review': 2, 'Left out': 6 })
    expect([await imagesOf('ZIPPED'), await imagesOf('IMAGED')]).toEqual([5, 5])
    expect(errors).toEqual([])
    await context.close()
  })

  it('may be dropped on the page, with all its folders', async () => {
    const folder = discOf('dropped', 130)
    const { page, context } = await uploader()
    const box = await page.locator('.fj-upload-drop').boundingBox() ?? assert.fail('no place to drop')
    const cdp = await context.newCDPSession(page)
    const at = { x: box.x + box.width / 2, y: box.y + 20, data: { items: [], files: [folder], dragOperationsMask: 1 } }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, ...at })
    await end(page)
    expect(await countsOn(page)).toEqual({ Taken: 130, 'Held for review': 1, 'Left out': 3 })
    await context.close()
  })
})

describe.skipIf(why !== null)('an upload that is disturbed', () => {
  it('goes on by itself when the server was killed, and takes each image once', async () => {
    const folder = folderOf('killed', 300)
    const { page, errors, context } = await uploader()
    const gate = await Gate.before(page)
    await chooseFolder(page, folder)
    await someTaken(page)
    const sending = page.waitForRequest(/\/files$/)
    gate.open()
    await sending
    const port = program.httpPort
    await program.kill()
    await page.locator('.fj-upload-run').getByText('The connection is lost').waitFor({ timeout: MINUTES })
    program = await FilmjacketProcess.serve(program.dataFolder, '--http', String(port))
    await end(page)
    expect(await countsOn(page)).toEqual({ Taken: 300 })
    expect(await imagesOf('KILLED')).toBe(300)
    expect(errors).toEqual([])
    await context.close()
  }, 5 * MINUTES)

  it('goes on after the page was left, and sends nothing twice', async () => {
    const folder = folderOf('reloaded', 120)
    const { page, context } = await uploader()
    const gate = await Gate.before(page)
    await chooseFolder(page, folder)
    await someTaken(page)
    const warned = page.waitForEvent('dialog')
    await page.evaluate('document.body.click()')
    const reload = page.reload().catch(() => null)
    await (await warned).accept()
    await reload
    gate.open()
    await page.getByRole('button', { name: 'Go on with reloaded' }).click()
    await page.getByRole('heading', { name: 'Go on with reloaded' }).waitFor()
    await chooseFolder(page, folder)
    await end(page)
    expect(await countsOn(page)).toEqual({ Taken: 120 })
    expect(await imagesOf('RELOADED')).toBe(120)
    await context.close()
  }, 3 * MINUTES)

  it('stands still while its person wants, and may be stopped for good', async () => {
    const folder = folderOf('paused', 150)
    const { page, context } = await uploader()
    const gate = await Gate.before(page)
    await chooseFolder(page, folder)
    await someTaken(page)
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByText('Paused. What was taken is safe').waitFor()
    await page.getByRole('button', { name: 'Go on', exact: true }).click()
    gate.open(2)
    await eventually('it has gone on', async () => (await countsOn(page))['Taken'] === 100)
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped. What was taken until then stays.').waitFor()
    expect(await imagesOf('PAUSED')).toBe(100)
    await context.close()
  })

  it('stands still when there is no room, and goes on when there is', async () => {
    const folder = folderOf('roomy', 30)
    const { page, context } = await uploader()
    let full = true
    await page.route(/\/files$/, (route) => {
      if (!full) return route.continue()
      full = false
      return route.fulfill({ json: { files: [{ path: 'IM00000', outcome: 'full', reason: null }] } })
    })
    await chooseFolder(page, folder)
    await page.getByText('The storage of this site is full').waitFor()
    await page.getByRole('button', { name: 'Go on', exact: true }).click()
    await end(page)
    expect(await countsOn(page)).toEqual({ Taken: 30 })
    await context.close()
  })

  it('does not mind another tab with the same disc', async () => {
    const folder = folderOf('twice', 200)
    const { page, context } = await uploader()
    const other = await context.newPage()
    await other.goto('/upload')
    const gates = [await Gate.before(page), await Gate.before(other)]
    // A tab that nobody sees takes no clicks, but goes on uploading.
    await page.bringToFront()
    await chooseFolder(page, folder)
    await other.bringToFront()
    await chooseFolder(other, folder)
    await other.getByRole('button', { name: 'Pause' }).waitFor()
    for (const gate of gates) gate.open()
    await end(other)
    await page.bringToFront()
    await end(page)
    const [one, two] = [await countsOn(page), await countsOn(other)]
    expect((one['Taken'] ?? 0) + (two['Taken'] ?? 0)).toBe(200)
    expect((one['Here already'] ?? 0) + (two['Here already'] ?? 0)).toBe(200)
    expect(await imagesOf('TWICE')).toBe(200)
    await context.close()
  }, 3 * MINUTES)
})

describe.skipIf(why !== null)('the page', () => {
  it('has no obstacle and no overflow, empty and full', async () => {
    const here = await uploader('admin')
    const { page, context } = here
    await looksRight(here, 'upload-empty')
    await chooseFolder(page, discOf('seen', 3))
    await end(page)
    await looksRight(here, 'upload-full')
    await page.getByRole('link', { name: 'See what came in' }).click()
    await page.locator('.fj-upload-study').waitFor()
    await page.getByRole('button', { name: 'Show the list' }).click()
    await page.getByText('START.EXE').waitFor()
    await looksRight(here, 'upload-detail')
    await context.close()
  })

  it('is there for doctors where the site says so, and shows them no pictures that nobody opened to them', async () => {
    const { page, context } = await visitAs(browser, program.url, { username: 'doctor', password: PASSWORD })
    await page.getByRole('navigation').getByRole('link').first().waitFor()
    expect(await page.getByRole('link', { name: 'Upload' }).count()).toBe(0)
    const admin = new Client(program.url)
    await admin.post('/api/sessions', { username: 'admin', password: PASSWORD })
    assert.equal((await admin.call('PATCH', '/api/settings/UploadByDoctors', { value: true })).status, 200)
    await page.reload()
    await page.getByRole('link', { name: 'Upload' }).click()
    await chooseFolder(page, folderOf('referred', 3))
    await end(page)
    await page.getByRole('link', { name: 'See what came in' }).click()
    await page.getByRole('heading', { name: 'Harbour, referred' }).waitFor()
    expect(await page.getByRole('link', { name: 'Open the images' }).count()).toBe(0)
    await context.close()
  })

  it('says so while the server is away, and goes on by itself once it is back', async () => {
    const here = await uploader()
    const { page, context } = here
    await page.route('**/api/uploads', (route) => route.abort())
    await page.reload()
    await page.getByRole('alert').getByText('We cannot reach the server').waitFor()
    await looksRight(here, 'upload-away')
    await page.unroute('**/api/uploads')
    await page.locator('.fj-upload-drop').waitFor()
    await context.close()
  })

  it('is used by keyboard alone', async () => {
    const { page, context } = await uploader()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).focus()
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(join(folderOf('keys', 1), 'IMAGES/IM00000'))
    await end(page)
    await page.getByRole('link', { name: 'See what came in' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Harbour, keys' }).waitFor()
    await context.close()
  })
})
