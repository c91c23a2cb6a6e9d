/** The portal in a real browser, from first help to the mail: patient, doctor, and who looks after it; phone and desktop. */
import { simpleParser, type ParsedMail } from 'mailparser'
import { createServer, type Server, type Socket } from 'node:net'
import type { Browser } from 'playwright-core'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, obstacles, openBrowser, overflow, PHONE, signIn, visit, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { eventually } from '../setup/eventually.ts'
import { askDatabase, FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Scratch } from '../setup/scratch.ts'

const why = whyNotBuilt ?? whyNoBrowser

let program: FilmjacketProcess
let browser: Browser
let post: SMTPServer
const mails: ParsedMail[] = []
const scratch = new Scratch()

beforeAll(async () => {
  if (why !== null) return
  // Set after the helper has noted what of the machine's own settings must not reach a test.
  process.env['FILMJACKET_SMTP_URL'] = `smtp://127.0.0.1:${await postOffice()}`
  process.env['FILMJACKET_MAIL_FROM'] = 'Images <images@example.org>'
  program = await FilmjacketProcess.serve(scratch.path, '--demo')
  delete process.env['FILMJACKET_SMTP_URL']
  delete process.env['FILMJACKET_MAIL_FROM']
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  await new Promise<void>((resolve) => post.close(resolve))
  scratch.remove()
})

async function postOffice(): Promise<number> {
  post = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => void simpleParser(stream).then((mail) => {
      mails.push(mail)
      done()
    }),
  })
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve))
  return (post.server.address() as { port: number }).port
}

/** Printed at the start. */
function passwordOf(username: string): string {
  return new RegExp(`^ {2}${username} +(\\S+)`, 'm').exec(program.words)?.[1] ?? ''
}

async function as(username: string, viewport = DESKTOP, locale?: string): Promise<Visit> {
  const here = await visit(browser, program.url, viewport, locale)
  await signIn(here, username, passwordOf(username))
  return here
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

/** A PACS that takes calls and says nothing: whoever asks waits a while. */
/** Asked, it says nothing until it hangs up: so long, what waits for it stays in the queue. */
async function withSilentPacs(admin: Visit, work: (hangUp: () => void) => Promise<void>): Promise<void> {
  const callers = new Set<Socket>()
  const silent: Server = createServer((socket) => void callers.add(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  const data = { description: 'PACS', aeTitle: 'SILENT', host: '127.0.0.1', port, roles: ['query'], patientsMayDownload: true, mayCall: false }
  await set(admin, 'PortalPACSAnswerSeconds', 120)
  const added = (await (await admin.context.request.post('/api/devices', { data })).json()) as { id: string }
  const hangUp = () => {
    silent.close()
    for (const caller of callers) caller.destroy()
  }
  try {
    await work(hangUp)
  } finally {
    hangUp()
    await admin.context.request.delete(`/api/devices/${added.id}`)
    await set(admin, 'PortalPACSAnswerSeconds', null)
  }
}

async function nothingInTheWay(here: Visit, what: string): Promise<void> {
  // What slides in is half transparent until it is there.
  await here.page.evaluate('Promise.allSettled(document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished))')
  expect([await obstacles(here), await overflow(here), here.errors], what).toEqual([[], 0, []])
}

describe.skipIf(why !== null)(`the portal in a browser${why === null ? '' : ` (${why})`}`, { timeout: 180_000 }, () => {
  it('explains the download at the very first request, and not at the second', async () => {
    const ben = await as('ben')
    const { page } = ben
    const prepare = async (examId: string) => {
      await page.goto(`/exams/${examId}`)
      await page.getByText('I take my health').check()
      await page.locator('button[type=submit]').click()
      await page.getByText('Your file is ready').first().waitFor()
    }
    const [first, second] = await examsOf(ben)
    await prepare(first?.id ?? '')
    await page.getByRole('dialog').getByText('Downloading Images is a two-step process:').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await prepare(second?.id ?? '')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Need Help?' }).click()
    await page.getByRole('dialog').waitFor()
    expect(ben.errors).toEqual([])
  })

  it('tells the place in the queue, takes an address afterwards, tells on any page when it is ready, and writes', async () => {
    const [admin, anna] = [await as('admin'), await as('anna', PHONE, 'nl-BE')]
    const { page } = anna
    const exam = await examOf(anna, 'MR Brain')
    await withSilentPacs(admin, async (hangUp) => {
      await askFor(anna, exam.id)
      await page.goto(`/exams/${exam.id}?show=download`)
      await page.getByText('ze staan nu 1e in de wachtrij').waitFor()
      await nothingInTheWay(anna, 'waiting')
      await page.getByText('Ik wil bericht op het volgende adres').check()
      await page.locator('input[type=email]').fill('anna@example.org')
      await page.getByRole('button', { name: 'Adres bewaren' }).click()
      await page.getByText('Uw verzoek om bericht is bijgewerkt.').first().waitFor()
      await page.getByText('We schrijven naar het adres').waitFor()
      await page.getByRole('link', { name: 'Account' }).click()
      hangUp()
      await page.getByText('De gevraagde beelden staan klaar.').first().waitFor()
    })
    await page.getByRole('button', { name: 'Naar de download' }).click()
    await page.getByText('U kunt de beelden hier downloaden.').waitFor()
    await page.getByText('Een van onze archieven antwoordde niet.').waitFor()
    await nothingInTheWay(anna, 'ready')
    const mail = await eventually('the mail comes', () => Promise.resolve(mails[0]))
    expect([mail.subject, mail.text?.includes(`/exams/${exam.id}?show=download`)]).toEqual(['Beelden klaar om te downloaden.', true])
  })

  it('has no form at a limit, but the way out of it; and cancels by the link in the text', async () => {
    const [admin, anna] = [await as('admin'), await as('anna', PHONE)]
    const { page } = anna
    await set(admin, 'PortalPACSMediaRequestQueueLimit', 1)
    await withSilentPacs(admin, async () => {
      const [waiting, other] = [await examOf(anna, 'Echo'), await examOf(anna, 'CT')]
      await askFor(anna, waiting.id)
      await page.goto(`/exams/${other.id}?show=download`)
      await page.getByText('You are limited to 1 active downloads').waitFor()
      expect(await page.locator('button[type=submit]').count()).toBe(0)
      await nothingInTheWay(anna, 'at the limit')
      await page.getByRole('link', { name: 'here' }).click()
      await page.getByText('Echocardiography').first().waitFor()
      await page.goto(`/exams/${waiting.id}?show=download`)
      await page.getByText('currently 1st in the queue').getByRole('button', { name: 'here' }).click()
      await page.getByText('I take my health').waitFor()
    })
    await set(admin, 'PortalPACSMediaRequestQueueLimit', null)
    await set(admin, 'PACSIImageDownloading', false)
    await page.goto(`/exams/${(await examOf(anna, 'CT')).id}?show=download`)
    await page.getByText('No downloads at the moment').waitFor()
    await set(admin, 'PACSIImageDownloading', null)
  })

  for (const [how, viewport] of [['on a phone', PHONE], ['on a desktop', DESKTOP]] as const) {
    it(`turns the pages of the history, sorts it and removes from it ${how}`, async () => {
      const anna = await as('anna', viewport)
      const { page, context } = anna
      const exams = await examsOf(anna)
      for (let made = 0; made < 11; made++) {
        const id = await askFor(anna, exams[made % exams.length]?.id ?? '')
        await context.request.delete(`/api/requests/${id}`)
      }
      await askFor(anna, exams[0]?.id ?? '')
      await page.goto('/account?section=downloads')
      const rows = page.locator(viewport === PHONE ? '.fj-history-card' : 'tbody tr')
      await rows.first().waitFor()
      expect(await rows.count()).toBe(10)
      await nothingInTheWay(anna, 'history')
      await page.getByRole('button', { name: 'Page 2' }).click()
      await page.getByText(/^11–\d+ of \d+ rows/).waitFor()
      if (viewport === PHONE) await page.getByLabel('Sort by').selectOption('description')
      else await page.getByRole('columnheader', { name: 'Description' }).getByRole('button').click()
      await page.getByText(/^1–10 of \d+ rows/).waitFor()
      const named = await page.locator('.fj-link.fj-strong').allTextContents()
      expect(named).toEqual(named.toSorted((a, b) => a.localeCompare(b)))
      if (viewport === PHONE) await page.getByLabel('Sort by').selectOption('created')
      else await page.getByRole('columnheader', { name: 'Asked' }).getByRole('button').click()
      await page.getByRole('button', { name: /^Remove / }).first().click()
      await page.getByText('The file is removed.').first().waitFor()
    })
  }

  for (const viewport of [PHONE, DESKTOP]) {
    it(`shows who looks after it everybody's requests, ${viewport.width} wide, finds one, and ends it`, async () => {
      const [clerk, ben] = [await as('clerk', viewport), await as('ben')]
      const { page } = clerk
      const [exam] = await examsOf(ben)
      await askFor(ben, exam?.id ?? '')
      await page.goto('/requests')
      await page.getByText('Ben Demo').first().waitFor()
      await nothingInTheWay(clerk, 'requests')
      await page.locator('input[type=search]').fill('ben')
      await page.getByLabel('State').selectOption('ready')
      await page.getByRole('button', { name: /^View / }).first().click()
      await page.getByRole('dialog').getByText('Kept until').waitFor()
      await nothingInTheWay(clerk, 'a request')
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
      await page.locator('.fj-toast').getByText('Removed').waitFor()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    })
  }

  it('gives a doctor the exams that were opened to them, under their patients\' names', async () => {
    const doctor = await as('doctor', PHONE)
    await doctor.page.getByText('No exams here yet').waitFor()
    await askDatabase(scratch.path, `insert into access_grant (id, account_id, patient_id, issuer, actions, created_at)
      select 'grt_doctor', id, 'DEMO-0001', '', array['view', 'download'], now() from account where username = 'doctor'`)
    await doctor.page.goto('/exams')
    await doctor.page.getByText('Patient DEMO-0001').first().waitFor()
    await nothingInTheWay(doctor, 'exams of a doctor')
    await askFor(doctor, (await examOf(doctor, 'CT')).id)
    await doctor.page.getByText('Requested images are now available.').first().waitFor()
  })

  for (const viewport of [PHONE, DESKTOP]) {
    it(`lets an administrator set a limit and a text, ${viewport.width} wide, and take both back`, async () => {
      const admin = await as('admin', viewport)
      const { page } = admin
      await page.goto('/settings')
      await page.getByRole('button', { name: 'Change PortalPACSMediaDownloadAutoDeleteHours' }).click()
      const field = page.getByRole('dialog').getByRole('textbox')
      await field.fill('0')
      await page.getByText('Type a whole number from 1 to 8,760.').waitFor()
      await nothingInTheWay(admin, 'a setting')
      await field.fill('24')
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
      await page.getByText('24 hours').first().waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.getByText('72 hours').first().waitFor()
      await nothingInTheWay(admin, 'settings')

      await page.goto('/settings?section=texts')
      await page.locator('input[type=search]').fill('HelpHeader')
      await page.locator('.fj-setting-link').click()
      const words = page.locator('textarea').first()
      await words.fill('Take it home {3}')
      await page.getByText('Nothing fills this place: {3}').waitFor()
      expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
      await words.fill('Take it home')
      await page.locator('.fj-preview').getByText('Take it home', { exact: true }).waitFor()
      await nothingInTheWay(admin, 'a text')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Saved. It holds from now on.').first().waitFor()
      await page.getByRole('button', { name: 'Take back the default' }).click()
      await page.getByText('The default is back.').first().waitFor()
      expect(await words.inputValue()).toBe('How To Download Images')
    })
  }
})
