/** The portal in a real browser, from the first help to the mail: patient, doctor, and who looks after it; on a phone and on a desktop. */
import { readFileSync } from 'node:fs'
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { encodeDataSet, newUid, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RemoteArchive, studyOf } from '../../modules/devices/testing.ts'
import { DESKTOP, looksRight, openBrowser, PHONE, signIn, visit, visitAs, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { mailServer, type MailServer } from '../setup/mail-server.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser
/** As many as one page of the history has. */
const ROWS = 10
/** Of the demo. */
const BEN = { [Tags.PatientID]: 'DEMO-0002', [Tags.PatientName]: 'Demo^Ben', [Tags.PatientBirthDate]: '19881102' }
const ANNA = { [Tags.PatientID]: 'DEMO-0001', [Tags.PatientName]: 'Demo^Anna', [Tags.PatientBirthDate]: '19740312' }

let program: FilmjacketProcess
let browser: Browser
let post: MailServer
let gateway: HttpServer
const texts: string[] = []
const scratch = new Scratch()

beforeAll(async () => {
  if (why !== null) return
  post = await mailServer()
  gateway = createHttpServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      texts.push(body)
      response.end()
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const settings = { FILMJACKET_SMTP_URL: post.url, FILMJACKET_MAIL_FROM: 'Images <images@example.org>' }
  ;[program, browser] = await Promise.all([FilmjacketProcess.serveDemo(scratch.path, settings), openBrowser()])
}, 180_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  gateway.close()
  await post.close()
  scratch.remove()
})

async function as(username: string, at: Parameters<typeof visitAs>[3] = {}): Promise<Visit> {
  return visitAs(browser, program.url, { username, password: await program.passwordOf(username) }, at)
}

async function set(admin: Visit, key: string, value: unknown): Promise<void> {
  expect((await admin.context.request.patch(`/api/settings/${key}`, { data: { value } })).status()).toBe(200)
}

interface Exam { readonly id: string; readonly description: string }

async function examsOf({ context }: Visit): Promise<readonly Exam[]> {
  return ((await (await context.request.get('/api/exams')).json()) as { exams: readonly Exam[] }).exams
}

async function examOf(here: Visit, description: string): Promise<Exam> {
  const exam = (await examsOf(here)).find((each) => each.description.includes(description))
  if (exam === undefined) throw new Error(`no exam ${description}`)
  return exam
}

/** Asks as a program would. */
async function askFor({ context }: Visit, examId: string): Promise<string> {
  const asked = await context.request.post('/api/requests', { data: { examId, format: 'zip', consent: true } })
  expect(asked.status(), await asked.text()).toBe(200)
  return ((await asked.json()) as { id: string }).id
}

async function withDevice(admin: Visit, port: number, work: () => Promise<void>): Promise<void> {
  const data = { description: 'PACS', aeTitle: 'ARCHIVE', host: '127.0.0.1', port, roles: ['query'], patientsMayDownload: true, mayCall: true }
  const added = (await (await admin.context.request.post('/api/devices', { data })).json()) as { id: string }
  await work().finally(() => admin.context.request.delete(`/api/devices/${added.id}`))
}

/** A PACS that takes calls and says nothing until it hangs up: so long, what waits for it stays in the queue. */
async function withSilentPacs(admin: Visit, work: (hangUp: () => void) => Promise<void>): Promise<void> {
  const callers = new Set<Socket>()
  const silent: Server = createServer((socket) => void callers.add(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  await set(admin, 'PortalPACSAnswerSeconds', 120)
  const hangUp = () => {
    silent.close()
    for (const caller of callers) caller.destroy()
  }
  await withDevice(admin, (silent.address() as AddressInfo).port, () => work(hangUp).finally(hangUp))
  await set(admin, 'PortalPACSAnswerSeconds', null)
}

/** A Basic Text SR of an exam. PS3.3 §A.35.1. */
async function sendReport(studyUid: string): Promise<void> {
  const named = (meaning: string) => [{ [Tags.CodeValue]: '1', [Tags.CodingSchemeDesignator]: '99T', [Tags.CodeMeaning]: meaning }]
  const part = (name: string, words: string) => ({
    [Tags.RelationshipType]: 'CONTAINS', [Tags.ValueType]: 'CONTAINER', [Tags.ConceptNameCodeSequence]: named(name),
    [Tags.ContentSequence]: [{ [Tags.RelationshipType]: 'CONTAINS', [Tags.ValueType]: 'TEXT', [Tags.ConceptNameCodeSequence]: named(name), [Tags.TextValue]: words }],
  })
  const [sopClassUid, sopInstanceUid] = ['1.2.840.10008.5.1.4.1.1.88.11', newUid()]
  const syntax = TransferSyntaxes.explicitVrLittleEndian
  const elements = {
    ...ANNA, [Tags.SOPClassUID]: sopClassUid, [Tags.SOPInstanceUID]: sopInstanceUid, [Tags.StudyInstanceUID]: studyUid, [Tags.SeriesInstanceUID]: newUid(),
    [Tags.StudyDate]: '20240917', [Tags.Modality]: 'SR', [Tags.ValueType]: 'CONTAINER', [Tags.ConceptNameCodeSequence]: named('Radiology Report'),
    [Tags.ContentDate]: '20240918', [Tags.CompletionFlag]: 'COMPLETE', [Tags.VerificationFlag]: 'UNVERIFIED',
    [Tags.ContentSequence]: [part('Findings', 'Round solid nodule of 8 mm in the right upper lobe.\nLungs otherwise clear.'), part('Impression', 'Follow-up in 6 to 12 months.')],
  }
  const dataSet = encodeDataSet(elements, syntax)
  const report = { sopClassUid, sopInstanceUid, transferSyntaxUid: syntax.uid, dataSet }
  expect(await dicomSend([report], { port: program.dicomPort, callingAe: 'STORESCU' })).toEqual([0])
}

describe.skipIf(why !== null)(`a patient in a browser${why === null ? '' : ` (${why})`}`, { timeout: 180_000 }, () => {
  it('sees what only the hospital\'s archive has, and brings it', async () => {
    const [admin, ben] = [await as('admin'), await as('ben', { viewport: PHONE })]
    const { page } = ben
    const study = { ...BEN, [Tags.StudyDescription]: 'MR of the left knee', [Tags.StudyDate]: '20220304' }
    const archive = await RemoteArchive.open(studyOf(newUid(), 3, study), program.dicomPort)
    await withDevice(admin, archive.port, async () => {
      await page.goto('/exams')
      const there = page.getByRole('region', { name: 'At the hospital' })
      await there.getByText('MR of the left knee').waitFor()
      await looksRight(ben, 'elsewhere')
      await there.getByRole('button', { name: 'Bring it here' }).click()
      await page.locator('a.fj-exam').getByText('MR of the left knee').waitFor()
      await there.waitFor({ state: 'detached' })
    })
  })

  it('comes in on a page that says it is a demonstration, and looks at exams, an exam and the history, in any language', async () => {
    const anna = await visit(browser, program.url, PHONE, 'fr-BE')
    const { page } = anna
    await page.getByText('Démonstration').first().waitFor()
    await signIn(anna, 'anna', await program.passwordOf('anna'))
    await page.getByRole('heading', { name: 'Mes examens' }).waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fr')
    await page.locator('a.fj-exam-newest').waitFor()
    await looksRight(anna, 'exams')
    await page.locator('a.fj-exam-newest').click()
    await page.locator('.fj-series').first().waitFor()
    await looksRight(anna, 'exam')
    await page.goto('/account?section=downloads')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await looksRight(anna, 'history-empty')
  })

  it('asks only after agreeing, is helped at the very first request and by a link, is told when it is ready, and saves it under its name', async () => {
    const anna = await as('anna', { path: '/exams' })
    const { page } = anna
    await page.getByText('MR Brain').first().click()
    await page.locator('.fj-series').first().waitFor()
    expect(await page.locator('button[type=submit]').isDisabled()).toBe(true)
    await page.getByText('I take my health').check()
    await page.locator('button[type=submit]').click()
    await page.getByRole('dialog').getByText('Downloading Images is a two-step process:').waitFor()
    await looksRight(anna, 'help', [DESKTOP])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const save = page.locator('a[download]').first()
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
    expect(download.suggestedFilename()).toMatch(/^[\w-]+-MR Brain without contrast\.zip$/)
    expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK')
    await looksRight(anna, 'exam-ready')

    await page.goto(`/exams/${(await examOf(anna, 'Echo')).id}?show=download`)
    await page.getByText('I take my health').check()
    await page.locator('button[type=submit]').click()
    await save.waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Need Help?' }).click()
    await page.getByRole('dialog').waitFor()
    await page.goto('/account?section=downloads')
    await page.getByText('MR Brain without contrast').first().waitFor()
    expect(anna.errors).toEqual([])
  })

  it('sees nothing of another patient, and is told when the server does not answer', async () => {
    const [anna, ben] = [await as('anna'), await as('ben', { viewport: PHONE })]
    const { page } = ben
    await page.goto(`/exams/${(await examsOf(anna))[0]?.id ?? ''}`)
    await page.getByText('This exam is not here').first().waitFor()
    await looksRight(ben, 'exam-absent', [PHONE])
    await page.route('**/api/exams', (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"internal","detail":""}' }))
    await page.goto('/exams')
    await page.getByRole('alert').first().waitFor()
    await looksRight(ben, 'exams-failed')
  })

  it('reads the report beside the images, and on a phone behind them', async () => {
    const anna = await as('anna', { viewport: PHONE, locale: 'nl-BE' })
    const { page, context } = anna
    const { id } = await examOf(anna, 'CT Chest')
    const { uid } = (await (await context.request.get(`/api/viewer/studies/${id}`)).json()) as { uid: string }
    await sendReport(uid)
    await eventually('the report is here', async () =>
      ((await (await context.request.get(`/api/exams/${id}`)).json()) as { reports: unknown[] }).reports.length === 2)
    await page.goto(`/exams/${id}`)
    await page.getByRole('tab', { name: 'Verslag' }).click()
    await page.getByText('Round solid nodule').waitFor()
    await page.getByText('Niet definitief').waitFor()
    await looksRight(anna, 'report')
    await page.getByRole('link', { name: 'Het document openen' }).click()
    await page.waitForURL('**/viewer/**')
  })

  it('is told by a text message where the site sends them, of a number that is one', async () => {
    const [admin, anna] = [await as('admin'), await as('anna', { viewport: PHONE, locale: 'fr-BE' })]
    const { page } = anna
    await set(admin, 'SmsGatewayUrl', `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`)
    await page.goto(`/exams/${(await examOf(anna, 'Chest X-ray')).id}?show=download`)
    await page.locator('form input[type=checkbox]').first().check()
    await page.getByText('SMS', { exact: true }).click()
    await page.locator('input[type=tel]').fill('0470 12')
    await page.locator('input[type=tel]').blur()
    await page.getByText('Tapez le numéro avec le pays').waitFor()
    await looksRight(anna, 'notice-sms')
    await page.locator('input[type=tel]').fill('0032 470 12.34.56')
    await page.locator('form input[type=checkbox]').last().check()
    await page.locator('button[type=submit]').click()
    const [sent] = await eventually('the message is sent', () => Promise.resolve(texts.length > 0 && texts))
    expect(JSON.parse(sent ?? '')).toMatchObject({ to: '+32470123456', text: expect.stringContaining('Vos images sont prêtes') as unknown })
    await set(admin, 'SmsGatewayUrl', null)
  })

  it('is told the place in the queue, gives an address afterwards, is told on any page when it is ready, and by mail', async () => {
    const [admin, anna] = [await as('admin'), await as('anna', { viewport: PHONE, locale: 'nl-BE' })]
    const { page } = anna
    const exam = await examOf(anna, 'MR Brain')
    await withSilentPacs(admin, async (hangUp) => {
      await askFor(anna, exam.id)
      await page.goto(`/exams/${exam.id}?show=download`)
      await page.getByText('ze staan nu 1e in de wachtrij').waitFor()
      await looksRight(anna, 'waiting')
      await page.getByText('Ik wil bericht op het volgende adres').check()
      await page.locator('input[type=email]').fill('anna@example.org')
      await page.getByRole('button', { name: 'Adres bewaren' }).click()
      await page.getByText('Uw verzoek om bericht is bijgewerkt.').first().waitFor()
      await page.getByText('We schrijven naar het adres').waitFor()
      await page.getByRole('link', { name: 'Account' }).click()
      await page.waitForURL('**/account')
      hangUp()
      await page.getByText('De gevraagde beelden staan klaar.').first().waitFor()
    })
    await page.getByRole('button', { name: 'Naar de download' }).click()
    await page.getByText('U kunt de beelden hier downloaden.').first().waitFor()
    await page.getByText('Een van onze archieven antwoordde niet.').waitFor()
    await looksRight(anna, 'ready-maybe-more')
    const mail = await eventually('the mail comes', () => Promise.resolve(post.mails[0]))
    expect([mail.subject, mail.text?.includes(`/exams/${exam.id}?show=download`)]).toEqual(['Beelden klaar om te downloaden.', true])
  })

  it('has no form at a limit, but the way out of it; and cancels by the link in the text', async () => {
    const [admin, anna] = [await as('admin'), await as('anna', { viewport: PHONE })]
    const { page } = anna
    await set(admin, 'PortalPACSMediaRequestQueueLimit', 1)
    await withSilentPacs(admin, async () => {
      const [waiting, other] = [await examOf(anna, 'Echo'), await examOf(anna, 'CT')]
      await askFor(anna, waiting.id)
      await page.goto(`/exams/${other.id}?show=download`)
      await page.getByText('You are limited to 1 active downloads').waitFor()
      expect(await page.locator('button[type=submit]').count()).toBe(0)
      await looksRight(anna, 'at-the-limit')
      await page.getByRole('link', { name: 'here' }).click()
      await page.getByText('Echocardiography').first().waitFor()
      await page.goto(`/exams/${waiting.id}?show=download`)
      await page.getByText('currently 1st in the queue').getByRole('button', { name: 'here' }).click()
      await page.getByText('currently 1st in the queue').waitFor({ state: 'detached' })
    })
    await set(admin, 'PortalPACSMediaRequestQueueLimit', null)
    await set(admin, 'PACSIImageDownloading', false)
    await page.goto(`/exams/${(await examOf(anna, 'CT')).id}?show=download`)
    await page.getByText('No downloads at the moment').waitFor()
    await looksRight(anna, 'downloads-off', [PHONE])
    await set(admin, 'PACSIImageDownloading', null)
  })

  it('is told why nothing came of the last file and what to do now, and that a file is gone', async () => {
    const anna = await as('anna', { viewport: PHONE })
    const { page, context } = anna
    const exam = await examOf(anna, 'CT')
    await context.request.delete(`/api/requests/${await askFor(anna, exam.id)}`)
    let ending: object
    await page.route(`**/api/exams/${exam.id}`, async (route) => {
      const response = await route.fetch()
      const detail = (await response.json()) as { requests: readonly object[] }
      await route.fulfill({ response, json: { ...detail, requests: [{ ...detail.requests[0], ...ending }] } })
    })
    const endings = [['failed', 'missing', 'being asked for them'], ['failed', 'incomplete', 'did not give all images'], ['expired', null, 'when its time was over']] as const
    for (const [state, failure, words] of endings) {
      ending = { state, failure }
      await page.goto(`/exams/${exam.id}?show=download`)
      await page.getByText(words).waitFor()
      await looksRight(anna, `ended-${failure ?? state}`)
    }
    ending = { state: 'ready', failure: null, sizeBytes: 8_000_000, fileName: 'A1-CT.zip' }
    await page.route('**/api/requests/*/file', (route) => route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{"code":"file-not-found","detail":""}' }))
    await page.goto(`/exams/${exam.id}?show=download`)
    await page.getByRole('link', { name: /^Download/ }).click()
    await page.getByRole('alert').getByText('please make a new request').waitFor()
    await looksRight(anna, 'file-gone', [PHONE])
    ending = {}
    await page.getByRole('button', { name: 'Ask for it again' }).click()
    await page.getByRole('button', { name: /^Prepare \d+ images/ }).waitFor()
    await context.close()
  })

  it('turns the pages of the history, sorts it and removes from it, as a table and as cards', async () => {
    const anna = await as('anna', { viewport: PHONE })
    const { page, context } = anna
    const exams = await examsOf(anna)
    const { requests } = (await (await context.request.get('/api/requests')).json()) as { requests: readonly unknown[] }
    for (let made = requests.length; made < ROWS; made++) {
      const id = await askFor(anna, exams[made % exams.length]?.id ?? '')
      await context.request.delete(`/api/requests/${id}`)
    }
    await askFor(anna, exams[0]?.id ?? '')
    await page.goto('/account?section=downloads')
    const cards = page.locator('.fj-history-card')
    await cards.first().waitFor()
    await expect.poll(() => cards.count()).toBe(ROWS)
    await looksRight(anna, 'history')
    await page.getByLabel('Sort by').selectOption('description')
    await page.getByRole('button', { name: 'Page 2' }).click()
    await page.getByText(/^11–\d+ of \d+ rows/).waitFor()
    await page.setViewportSize(DESKTOP)
    await page.locator('tbody tr').first().waitFor()
    await page.getByRole('columnheader', { name: 'Asked' }).getByRole('button').click()
    await page.getByText(/^1–10 of \d+ rows/).waitFor()
    await page.getByRole('columnheader', { name: 'Description' }).getByRole('button').click()
    await page.locator('th[aria-sort=ascending]').getByText('Description').waitFor()
    const named = await page.locator('.fj-link.fj-strong').allTextContents()
    expect(named).toEqual(named.toSorted((a, b) => a.localeCompare(b)))
    await page.getByRole('columnheader', { name: 'Asked' }).getByRole('button').click()
    await page.locator('th[aria-sort=descending]').getByText('Asked').waitFor()
    await page.getByRole('button', { name: /^Remove / }).first().click()
    await page.getByText('The file is removed.').first().waitFor()
  })
})

describe.skipIf(why !== null)(`who else uses the portal${why === null ? '' : ` (${why})`}`, { timeout: 180_000 }, () => {
  it('looks after everybody\'s requests, finds one, and ends it', async () => {
    const [clerk, ben] = [await as('clerk'), await as('ben')]
    const { page } = clerk
    const [exam] = await examsOf(ben)
    await askFor(ben, exam?.id ?? '')
    await page.goto('/requests')
    await page.getByText('Ben Demo').first().waitFor()
    await looksRight(clerk, 'requests')
    const found = page.waitForResponse((answer) => answer.url().includes('state=ready') && answer.url().includes('text=ben'))
    await page.locator('input[type=search]').fill('ben')
    await page.getByLabel('State').selectOption('ready')
    await found
    await page.getByText('Anna Demo').first().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^View / }).first().click()
    await page.getByRole('dialog').getByText('Kept until').waitFor()
    await looksRight(clerk, 'a-request')
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.locator('.fj-toast').getByText('Removed').waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('sets a limit and a text, and takes both back', async () => {
    const admin = await as('admin', { path: '/settings' })
    const { page } = admin
    const change = page.getByRole('button', { name: 'Change PortalPACSMediaDownloadAutoDeleteHours' })
    await change.waitFor()
    await looksRight(admin, 'settings')
    await page.locator('input[type=search]').fill('AutoDelete')
    await page.getByRole('button', { name: 'Change PACSIImageDownloading' }).waitFor({ state: 'detached' })
    await change.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('0')
    await page.getByText('Type a whole number from 1 to 8,760.').waitFor()
    await looksRight(admin, 'a-setting')
    await dialog.getByRole('textbox').fill('24')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('24 hours', { exact: true }).waitFor()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('24 hours', { exact: true }).waitFor({ state: 'detached' })

    await page.goto('/settings?section=texts')
    await page.locator('input[type=search]').fill('HelpHeader')
    await page.getByText('PortalDicomNotice').first().waitFor({ state: 'detached' })
    await page.locator('.fj-setting-link').click()
    const words = page.locator('textarea').first()
    await words.fill('Take it home {3}')
    await page.getByText('Nothing fills this place: {3}').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await words.fill('Take it home')
    await page.locator('.fj-preview').getByText('Take it home', { exact: true }).waitFor()
    await looksRight(admin, 'a-text')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved. It holds from now on.').first().waitFor()
    await page.getByRole('button', { name: 'Take back the default' }).click()
    await page.getByText('The default is back.').first().waitFor()
    await expect.poll(() => words.inputValue()).toBe('How To Download Images')
  })
})
