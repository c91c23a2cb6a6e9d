/** Every way in, as people take it in a real browser: invitation and birth date, passkey, codes, reset by mail, the hospital's own service. */
import assert from 'node:assert/strict'
import { generate } from 'otplib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../packages/dicom-net/src/interop/testing.ts'
import { DESKTOP, looksRight, obstacles, openBrowser, overflow, PHONE, signIn, visit, visitAs, whyNoBrowser, type Visit } from '../setup/browser.ts'
import { askDatabase } from '../setup/embedded-database.ts'
import { eventually } from '../setup/eventually.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import type { Client } from '../setup/http-client.ts'
import { mailServer, type MailServer } from '../setup/mail-server.ts'
import { Scratch } from '../setup/scratch.ts'
import { CLIENT, signInService, type SignInService } from '../setup/sign-in-service.ts'

const why = whyNotBuilt ?? whyNoBrowser
const PASSWORD = 'four plain words here'
/** Several pages each, and a machine that others use too. */
const LONG_MS = 120_000

let program: FilmjacketProcess
let browser: Browser
let admin: Client
let post: MailServer
let service: SignInService
let url = ''
const scratch = new Scratch()

beforeAll(async () => {
  if (why !== null) return
  // Passkeys work at a name, not at a number; the service must know the address before the product starts.
  const port = await freePort()
  url = `http://localhost:${port}`
  post = await mailServer()
  service = await signInService(`${url}/sign-in/return`, {
    daniel: { email: 'Daniel@hospital.example', email_verified: true, name: 'Dr. Daniel' },
    unsure: { email: 'daniel@hospital.example', email_verified: false, preferred_username: 'unsure' },
    grace: { preferred_username: 'grace', name: 'Grace', groups: ['radiologists'] },
  })
  const settings = {
    FILMJACKET_PUBLIC_URL: url, FILMJACKET_SMTP_URL: post.url, FILMJACKET_MAIL_FROM: 'images@example.org', FILMJACKET_OIDC_SECRET: CLIENT.secret,
  }
  ;[program, browser] = await Promise.all([FilmjacketProcess.serveWith(settings, scratch.path, '--http', String(port)), openBrowser()])
  admin = await program.firstAdministrator(PASSWORD)
}, 120_000)

afterAll(async () => {
  if (why !== null) return
  await browser.close()
  await program.stop()
  await Promise.all([post.close(), service.close()])
  scratch.remove()
})

async function add(account: object): Promise<string> {
  const { status, json, text } = await admin.post('/api/accounts', account)
  assert.equal(status, 200, text)
  return (json as { token: string }).token
}

async function set(key: string, value: unknown): Promise<void> {
  assert.equal((await admin.call('PATCH', `/api/settings/${key}`, { value })).status, 200, key)
}

/** Somebody with a password. */
async function person(account: { readonly username: string } & Record<string, unknown>): Promise<void> {
  const token = await add({ displayName: account.username, ...account })
  const { status, text } = await post2('/api/invitations/redeem', { token, password: PASSWORD })
  assert.ok([200, 401].includes(status), text)
}

async function post2(path: string, body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(path, program.url), {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' },
  })
  return { status: response.status, text: await response.text() }
}

/** A phone's own keys, opened by its owner's finger. WebAuthn §11. */
async function withKeys({ page, context }: Visit): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Nothing in the way of anybody, nothing wider than the window, nothing that went wrong. */
async function mustBeFine(here: Visit, name: string): Promise<void> {
  expect([name, await obstacles(here), await overflow(here), here.errors]).toEqual([name, [], 0, []])
}

const inside = (page: Page) => page.locator('.fj-rail a').first().waitFor()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function signOut(page: Page): Promise<void> {
  await page.goto('/account')
  await button(page, 'Sign out').first().click()
  await page.locator('input[autocomplete=username]').waitFor()
}

describe.skipIf(why !== null)(`signing in${why === null ? '' : ` (${why})`}`, { timeout: LONG_MS }, () => {
  it('a patient opens the invitation with a birth date, makes a passkey, and comes back with it and nothing else', async () => {
    const token = await add({ username: 'anna', displayName: 'Peeters, Anna', role: 'patient', patientId: 'P1', birthDate: '19370423' })
    const here = await visit(browser, url, PHONE)
    const { page } = here
    await withKeys(here)
    await page.goto(`/welcome#${token}`)
    await page.getByLabel('Day').fill('24')
    await page.getByLabel('Month').fill('4')
    await page.getByLabel('Year').fill('1937')
    expect(await page.content()).not.toContain('Peeters')
    await page.keyboard.press('Enter')
    await page.getByText('This is not the date of birth that we know').waitFor()
    await mustBeFine(here, 'birth-date')
    await page.getByLabel('Day').fill('23')
    await page.keyboard.press('Enter')
    await page.getByText('Peeters, Anna').waitFor()
    await mustBeFine(here, 'welcome')
    await button(page, 'Use a passkey instead of a password').click()
    await inside(page)
    await signOut(page)
    await mustBeFine(here, 'sign-in')
    await button(page, 'Sign in with a passkey').click()
    await inside(page)
    expect(here.errors).toEqual([])
    await here.context.close()
  })

  it('a browser without the key is told so kindly, and stays out', async () => {
    const here = await visit(browser, url, PHONE, 'nl-BE')
    await withKeys(here)
    await button(here.page, 'Aanmelden met een passkey').click()
    await here.page.getByText('Er is geen passkey getoond').waitFor()
    await mustBeFine(here, 'no-passkey')
    await here.context.close()
  })

  it('somebody sets up codes, signs in with one, adds and renames a passkey, and signs out everywhere', async () => {
    await person({ username: 'clara', role: 'clerk' })
    const here = await visit(browser, url, DESKTOP)
    const { page } = here
    await withKeys(here)
    await signIn(here, 'clara', PASSWORD)
    await page.goto('/account?section=sign-in')
    await button(page, 'Set up codes').click()
    const secret = ((await page.locator('.fj-sheet .fj-copy-value').textContent()) ?? '').replaceAll(' ', '')
    await mustBeFine(here, 'code-setup')
    await page.locator('.fj-code-field input').fill(await generate({ secret }))
    await page.keyboard.press('Enter')
    await page.getByTestId('recovery-codes').waitFor()
    const codes = await page.getByTestId('recovery-codes').locator('li').allTextContents()
    expect(codes).toHaveLength(10)
    await mustBeFine(here, 'recovery-codes')
    await button(page, 'I have kept them: go on').click()
    await page.getByText('10 recovery codes are left.').waitFor()

    await button(page, 'Add a passkey').click()
    await page.getByLabel('Name').fill('My computer')
    await page.keyboard.press('Enter')
    await page.getByText('My computer').waitFor()
    await looksRight(here, 'account')

    await button(page, 'Sign out everywhere').click()
    await mustBeFine(here, 'sign-out-everywhere')
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.locator('input[autocomplete=username]').fill('clara')
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.locator('.fj-code-field input').fill('000000')
    await page.keyboard.press('Enter')
    await page.getByText('This code is not right').waitFor()
    await mustBeFine(here, 'code-step')
    await page.locator('.fj-code-field input').fill((codes[0] ?? '').toLowerCase())
    await page.keyboard.press('Enter')
    await inside(page)
    expect(here.errors).toEqual([])
    await here.context.close()
  })

  it('a way to sign in is changed only after proving who one is, and then goes on by itself', async () => {
    await person({ username: 'paula', role: 'patient', patientId: 'P7' })
    const here = await visit(browser, url, PHONE)
    const { page } = here
    await withKeys(here)
    await signIn(here, 'paula', PASSWORD)
    await page.goto('/account?section=sign-in')
    // As if the last proof were a while ago.
    const problem = { status: 403, contentType: 'application/problem+json', body: JSON.stringify({ code: 'prove-again', detail: '' }) }
    await page.route('**/api/passkeys/options', (route) => route.fulfill(problem), { times: 1 })
    await button(page, 'Add a passkey').click()
    await page.getByLabel('Name').fill('My phone')
    await page.keyboard.press('Enter')
    await page.getByText('Is it you?').waitFor()
    await mustBeFine(here, 'prove')
    await page.getByRole('dialog').locator('input[type=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByText('My phone').waitFor()
    await here.context.close()
  })

  it('a forgotten password is replaced on a mailed link', async () => {
    await person({ username: 'ben', role: 'patient', patientId: 'P2', email: 'ben@example.org' })
    const here = await visit(browser, url, PHONE, 'fr-FR')
    const { page } = here
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click()
    await page.getByLabel('Nom d’utilisateur ou adresse').fill('Ben@example.org')
    await page.keyboard.press('Enter')
    await page.getByText('un lien est en route').waitFor()
    await mustBeFine(here, 'forgotten')
    const mail = await eventually('the mail', () => Promise.resolve(post.mails.find(({ subject }) => subject === 'Un nouveau mot de passe')))
    const link = /http:\S+\/reset#\w+/.exec(mail.text ?? '')?.[0] ?? assert.fail('no link')
    await page.goto(link)
    await page.locator('input[type=password]').fill('motdepasse123')
    await page.keyboard.press('Enter')
    await page.getByText('parmi les premiers').waitFor()
    await mustBeFine(here, 'reset')
    await page.locator('input[type=password]').fill('rhubarbe au printemps')
    await page.keyboard.press('Enter')
    await inside(page)
    await here.context.clearCookies()
    // A new page load: within the page, only what is behind the # would change.
    await page.goto('about:blank')
    await page.goto(link)
    await page.getByText('sa demi-heure est écoulée').waitFor()
    await mustBeFine(here, 'reset-over')
    await here.context.close()
  })

  it('a password whose time is over is replaced at the door', async () => {
    await person({ username: 'olga', role: 'clerk' })
    await set('PasswordLifetimeDays', 1)
    await askDatabase(scratch.path, "update account set password_at = now() - interval '2 days' where username = 'olga'")
    const here = await visit(browser, url, PHONE, 'nl-BE')
    const { page } = here
    await page.locator('input[autocomplete=username]').fill('olga')
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Tijd voor een nieuw wachtwoord' }).waitFor()
    await page.locator('input[autocomplete=new-password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByText('Neem een ander.').waitFor()
    await mustBeFine(here, 'renew')
    await page.locator('input[autocomplete=new-password]').fill('rabarber in maart')
    await page.keyboard.press('Enter')
    await inside(page)
    await set('PasswordLifetimeDays', null)
    await here.context.close()
  })

  it('staff set up the second proof that the site asks for, at the door', async () => {
    await person({ username: 'dora', role: 'doctor' })
    await set('StaffSecondFactor', true)
    const here = await visit(browser, url, PHONE)
    const { page } = here
    await page.locator('input[autocomplete=username]').fill('dora')
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    const secret = ((await page.locator('.fj-copy-value').textContent()) ?? '').replaceAll(' ', '')
    await mustBeFine(here, 'setup')
    await page.locator('.fj-code-field input').fill(await generate({ secret }))
    await page.keyboard.press('Enter')
    await button(page, 'I have kept them: go on').click()
    await inside(page)
    await set('StaffSecondFactor', false)
    await here.context.close()
  })

  it('an administrator looks up who did what, and finds one person\'s doings', async () => {
    const here = await visitAs(browser, url, { username: 'admin', password: PASSWORD }, { path: '/audit' })
    const { page } = here
    await page.getByText('accounts.passkey-added').first().waitFor()
    await page.getByLabel('Person or device').fill('anna')
    await page.getByText('accounts.codes-on').first().waitFor({ state: 'detached' })
    await page.getByText('accounts.passkey-added').first().waitFor()
    await looksRight(here, 'audit')
    await askDatabase(scratch.path, `insert into audit_exam values ('stu_a', 'PAT-1', 'ACC-1', now()), ('stu_b', 'PAT-2', '', now())`)
    await askDatabase(scratch.path, `insert into audit (action, actor, address, subject, outcome, detail, shown)
      values ('viewer.studies-listed', 'SCANNER', '192.0.2.7', 'studies', 'done', '{}', array['stu_a', 'stu_b'])`)
    await page.getByLabel('Person or device').fill('')
    await page.getByLabel('Exam of').fill('PAT-2')
    await page.getByLabel('What was done').selectOption('Images and exams looked at')
    await page.getByText('2 exams were shown').click()
    await page.getByText('ACC-1').waitFor()
    await looksRight(here, 'audit-looked')
    await here.context.close()
  })

  it('an administrator looks after people: link with QR code, second proofs, an end to a password', async () => {
    await askDatabase(scratch.path, `insert into account (id, username, display_name, role, patient_id, patient_issuer, active, created_at)
      select 'acc_many' || n, 'zz' || lpad(n::text, 3, '0'), 'Many, One of ' || n, 'patient', 'MANY-' || n, '', true, now() from generate_series(1, 120) n`)
    const here = await visitAs(browser, url, { username: 'admin', password: PASSWORD }, { path: '/people' })
    const { page } = here
    await button(page, 'Next page').click()
    await page.getByText('zz120').waitFor()
    await page.getByRole('searchbox').fill('many 77')
    await page.getByText('zz077').waitFor()
    await page.getByText('zz120').waitFor({ state: 'detached' })
    await page.getByRole('searchbox').fill('clara')
    await page.getByText('zz077').waitFor({ state: 'detached' })
    await page.getByText('Passkeys: 1, Codes').waitFor()
    await looksRight(here, 'people')
    await page.getByRole('searchbox').fill('ben')
    await button(page, 'Actions: ben').click()
    await page.getByRole('menuitem', { name: 'End the password' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'End the password' }).click()
    await page.getByTestId('one-time-link').waitFor()
    await mustBeFine(here, 'one-time-link')
    await page.goto('/people')
    await button(page, 'Add a person').click()
    await page.getByLabel('Date of birth').or(page.getByLabel('Day')).first().waitFor()
    await mustBeFine(here, 'add-person')
    await here.context.close()
  })
})

describe.skipIf(why !== null)(`the hospital's own service${why === null ? '' : ` (${why})`}`, { timeout: LONG_MS }, () => {
  /** Types a name there, and agrees. */
  async function comeBack(page: Page, name: string): Promise<void> {
    await button(page, /Staff: sign in with/).click()
    await page.locator('input[name=login]').fill(name)
    await page.locator('input[name=password]').fill('any')
    await page.locator('button[type=submit]').click()
    await page.getByText('Continue').click()
    await page.waitForURL(`${url}/**`)
  }

  it('is offered only where it is set', async () => {
    const here = await visit(browser, url, PHONE)
    await button(here.page, 'Sign in with a passkey').waitFor()
    expect(await button(here.page, /Staff: sign in with/).count()).toBe(0)
    await here.context.close()
    await set('OidcIssuer', service.issuer)
    await set('OidcClientId', CLIENT.id)
    await set('OidcName', 'Hospital login')
  })

  it('leads to the staff account with the same verified address, and signs out there too', async () => {
    await person({ username: 'daniel', role: 'doctor', email: 'daniel@hospital.example' })
    const here = await visit(browser, url, PHONE)
    const { page } = here
    await button(page, /Staff: sign in with/).waitFor()
    await mustBeFine(here, 'sign-in-service')
    await comeBack(page, 'daniel')
    await inside(page)
    await page.goto('/account')
    await page.getByText('daniel', { exact: true }).first().waitFor()

    // Signed out here, signed out there: whoever comes next at this computer is asked who they are.
    await page.locator('.fj-person').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
    await button(page, 'Yes, sign me out').click()
    await button(page, /Staff: sign in with/).click()
    await page.locator('input[name=login]').waitFor()
    expect(here.errors).toEqual([])
    await here.context.close()
  })

  it('lets nobody in by an address that is not verified, or without a group', async () => {
    for (const name of ['unsure', 'grace']) {
      const here = await visit(browser, url, PHONE)
      await comeBack(here.page, name)
      await here.page.getByText('The sign-in service did not let you in').waitFor()
      if (name === 'unsure') await mustBeFine(here, 'service-refused')
      await here.context.close()
    }
  })

  it('makes an account for a group that the site names, with its role', async () => {
    await set('OidcRoleClaim', 'groups')
    await set('OidcDoctorGroup', 'radiologists')
    const here = await visit(browser, url, DESKTOP)
    await comeBack(here.page, 'grace')
    await inside(here.page)
    const { accounts } = (await admin.get('/api/accounts')).json as { accounts: readonly { username: string; role: string; byService: boolean }[] }
    expect(accounts.find(({ username }) => username === 'grace')).toMatchObject({ role: 'doctor', byService: true })
    await here.context.close()
  })

  it('takes what came back once, and only in the tab that went', async () => {
    const here = await visit(browser, url, PHONE)
    const other = await visit(browser, url, PHONE)
    let back = ''
    here.page.on('request', (request) => {
      if (request.isNavigationRequest() && request.url().includes('/sign-in/return?')) back = request.url()
    })
    await comeBack(here.page, 'daniel')
    await inside(here.page)
    for (const { page } of [here, other]) {
      await page.context().clearCookies()
      await page.goto(back)
      await page.getByText('The sign-in service did not let you in').waitFor()
    }
    await Promise.all([here.context.close(), other.context.close()])
  })
})
