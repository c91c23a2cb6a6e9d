/** A real Chromium, as a person's phone or desktop. */
import { existsSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

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

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong in the page itself. */
  readonly errors: readonly string[]
}

export async function visit(browser: Browser, url: string, viewport: typeof PHONE, locale = 'en-GB'): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale, baseURL: url, acceptDownloads: true })
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
