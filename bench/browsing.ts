/**
 * A person at a browser, behind a line as people have it at home.
 *
 * @module
 */
import type { Page } from 'playwright-core'
import { DESKTOP, openBrowser, signIn, visit } from '../tests/setup/browser.ts'
import { later } from './scratch.ts'

const BITS_IN_BYTE = 8

export interface Line {
  readonly megabits: number
  /** Added to each request. */
  readonly latencyMs: number
}

export interface Person {
  readonly username: string
  readonly password: string
}

/** Signed in; the page's own clocks run. */
export async function personBehind({ megabits, latencyMs }: Line, url: string, { username, password }: Person): Promise<Page> {
  const browser = await openBrowser()
  later(() => browser.close())
  const here = await visit(browser, url, DESKTOP)
  await here.context.addInitScript(CLOCKS)
  const devtools = await here.context.newCDPSession(here.page)
  const bytesASecond = (megabits * 1e6) / BITS_IN_BYTE
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false, latency: latencyMs, downloadThroughput: bytesASecond, uploadThroughput: bytesASecond,
  })
  await signIn(here, username, password)
  return here.page
}

/** In milliseconds after the last click. */
export interface Seen {
  /** The first picture, as it is. */
  readonly pictureMs: number
  /** When each slice had a picture of its own, small or as it is; and when each was there as it is. */
  readonly eachMs: readonly number[]
  readonly fullMs: readonly number[]
  readonly longTasks: number
}

const CLOCKS = `
  window.clocks = { clicked: 0, picture: 0, longTasks: [] }
  performance.setResourceTimingBufferSize(5000)
  addEventListener('click', () => Object.assign(clocks, { clicked: performance.now(), picture: 0, longTasks: [] }), true)
  const look = () => {
    if (clocks.picture === 0 && document.querySelector('canvas.fj-picture:not(.fj-stand-in)')) clocks.picture = performance.now()
    requestAnimationFrame(look)
  }
  look()
  new PerformanceObserver((list) => clocks.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
`

const SEEN = `(() => {
  const all = performance.getEntriesByType('resource').filter((entry) => entry.responseEnd > clocks.clicked)
  const ends = (pattern) => {
    const first = new Map()
    for (const { name, responseEnd } of all) {
      const frame = pattern.exec(name)?.[1]
      if (frame !== undefined && !first.has(frame)) first.set(frame, responseEnd - clocks.clicked)
    }
    return [...first.values()].sort((a, b) => a - b)
  }
  return {
    pictureMs: clocks.picture - clocks.clicked, longTasks: clocks.longTasks.length,
    eachMs: ends(/\\/instances\\/([0-9.]+)\\/frames\\/1(?:$|\\/rendered)/), fullMs: ends(/\\/instances\\/([0-9.]+)\\/frames\\/1$/),
  }
})()`

export function seenIn(page: Page): Promise<Seen> {
  return page.evaluate<Seen>(SEEN)
}
