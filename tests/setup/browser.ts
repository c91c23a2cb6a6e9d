/** A real Chromium, as a person's phone or desktop. */
import { existsSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** The one without windows comes first: it is quicker. */
const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** The reason why browser tests are skipped; null if they are not. */
export const whyNoBrowser = CHROMIUM === undefined ? 'Chromium is missing: apt-get install chromium' : null

export const PHONE = { width: 360, height: 740 }
export const DESKTOP = { width: 1280, height: 800 }

/** Alone on this machine: nothing is asked of the browser's maker. */
const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? '', args: QUIET })
}

/** Nothing fades in while it is looked at, and nothing is asked of a person's eyes that they did not allow. */
const STILL = { acceptDownloads: true, reducedMotion: 'reduce' } as const

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong in the page itself. */
  readonly errors: readonly string[]
}

export async function visit(browser: Browser, url: string, viewport: typeof PHONE, locale = 'en-GB'): Promise<Visit> {
  const context = await browser.newContext({ ...STILL, viewport, locale, baseURL: url })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto('/')
  return { page, context, errors }
}

export async function signIn({ page }: Visit, username: string, password: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(username)
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.locator('input[type=password]').waitFor({ state: 'detached' })
}

interface Credentials {
  readonly username: string
  readonly password: string
}

/** Somebody who is in already, at an address: how one signs in is asked elsewhere. */
export async function visitAs(browser: Browser, url: string, person: Credentials, at: { viewport?: typeof PHONE; locale?: string; path?: string } = {}): Promise<Visit> {
  const { viewport = DESKTOP, locale = 'en-GB', path = '/' } = at
  const context = await browser.newContext({ ...STILL, viewport, locale, baseURL: url })
  const answer = await context.request.post('/api/sessions', { data: person })
  if (!answer.ok()) throw new Error(`${person.username} was not let in: ${answer.status()}`)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(path)
  return { page, context, errors }
}

/**
 * Nothing in anybody's way, nothing wider than the window and nothing that went wrong, on a phone and on a desktop. `FILMJACKET_PICTURES`
 * names a folder for pictures to look at.
 */
export async function looksRight(here: Visit, what: string, viewports: readonly (typeof PHONE)[] = [PHONE, DESKTOP]): Promise<void> {
  const { page } = here
  const before = page.viewportSize() ?? DESKTOP
  const pictures = process.env['FILMJACKET_PICTURES']
  // That as it is comes first: it has settled.
  const ordered = viewports.toSorted((a, b) => Number(b.width === before.width) - Number(a.width === before.width))
  for (const viewport of ordered) {
    await page.setViewportSize(viewport)
    await settled(page)
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${what}-${viewport.width}.png`, fullPage: true })
    const found = [what, viewport.width, await obstacles(here), await overflow(here), here.errors]
    if (JSON.stringify(found) !== JSON.stringify([what, viewport.width, [], 0, []])) throw new Error(JSON.stringify(found))
  }
  await page.setViewportSize(before)
}

/** What slides in is half transparent until it is there; another width is laid out with the next frame. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))`)
  await page.evaluate('Promise.allSettled(document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished))')
}

/**
 * What a reader of screens, or a person of weak sight, would stumble over. Our pages have no frames of others: the legacy mode
 * looks at the page alone, and opens no second one to put together what was found in frames.
 */
export async function obstacles({ page }: Visit): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

/** Pixels by which the page is wider than its window. */
export function overflow({ page }: Visit): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}
