import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { whyNoBrowser } from '../../tests/setup/browser.ts'
import { personBehind, seenIn, type Line, type Person, type Seen } from '../browsing.ts'
import { makeStudy, STACK_STUDY } from '../instances.ts'
import type { Bench, Measure, Measured, Row } from '../measure.ts'
import { demoFilmjacket } from '../peers/demo-filmjacket.ts'

/** Of a home, or of a phone in the street. */
const HOME: Line = { megabits: 20, latencyMs: 40 }
const PATIENCE_MS = 120_000
const SECOND_MS = 1_000
const FILES_AT_ONCE = 50

export const measure: Measure = {
  about: `Chromium behind ${HOME.megabits} Mbit/s and ${HOME.latencyMs} ms: from the click on an exam to its pictures.`,
  async run(bench): Promise<Measured> {
    if (whyNoBrowser !== null) return { rows: [], notes: [`skipped: ${whyNoBrowser}`] }
    const { url, passwordOf } = await demoFilmjacket(bench.folder)
    const [anna, clerk] = [personOf('anna'), personOf('clerk')]
    await store(url, clerk, bench)
    const [chest, stack] = [[] as Seen[], [] as Seen[]]
    for (let round = 1; round <= bench.rounds; round++) {
      bench.say(`round ${round} of ${bench.rounds}`)
      chest.push(await looking(url, anna, openChest, 1))
      stack.push(await looking(url, clerk, openStack, STACK_STUDY.instances))
    }
    return { rows: rowsOf(chest, stack), notes: NOTES }

    function personOf(username: string): Person {
      return { username, password: passwordOf(username) }
    }
  },
}

const NOTES = [
  'each round with an empty cache; browser, server and database share the machine',
  'a slice has a picture when a small one of it is there, drawn by the server; as it is, without loss, a little later',
]

function rowsOf(chest: readonly Seen[], stack: readonly Seen[]): readonly Row[] {
  const row = (name: string, unit: string, of: readonly Seen[], value: (seen: Seen) => number): Row =>
    ({ name, unit, better: 'less', ours: of.map(value), peer: null, theirs: [] })
  const last = (times: readonly number[]): number => (times.at(-1) ?? NaN) / SECOND_MS
  return [
    row('CT of 60 slices: first picture', 's', chest, ({ pictureMs }) => pictureMs / SECOND_MS),
    row('300 slices: first picture', 's', stack, ({ pictureMs }) => pictureMs / SECOND_MS),
    row('300 slices: each has a picture', 's', stack, ({ eachMs }) => last(eachMs)),
    row('300 slices: each as it is', 's', stack, ({ fullMs }) => last(fullMs)),
    row('300 slices: tasks above 50 ms', '', stack, ({ longTasks }) => longTasks),
  ]
}

/** Sends the study as a program would. */
async function store(url: string, { username, password }: Person, { folder, say }: Bench): Promise<void> {
  const study = await makeStudy(join(folder, 'study'), STACK_STUDY)
  const session = await fetch(`${url}/api/sessions`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }),
  })
  const cookie = session.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  const files = (await readdir(study.folder)).map((name) => join(study.folder, name))
  for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
    const parts = await Promise.all(files.slice(at, at + FILES_AT_ONCE).map(async (file) => [HEAD, await readFile(file), END_OF_LINE]))
    const answer = await fetch(`${url}/dicom-web/studies`, {
      method: 'POST', body: Buffer.concat([...parts.flat(), TAIL]),
      headers: { cookie, accept: 'application/dicom+json', 'content-type': 'multipart/related; type="application/dicom"; boundary=part' },
    })
    if (answer.status !== 200) throw new Error(`storing answered ${answer.status}`)
  }
  say('stored')
}

const HEAD = Buffer.from('--part\r\nContent-Type: application/dicom\r\n\r\n')
const END_OF_LINE = Buffer.from('\r\n')
const TAIL = Buffer.from('--part--\r\n')

/** From the click until every slice is here as it is. */
async function looking(url: string, person: Person, open: (page: Page) => Promise<void>, slices: number): Promise<Seen> {
  const page = await personBehind(HOME, url, person)
  await open(page)
  await page.locator('canvas.fj-picture:not(.fj-stand-in)').waitFor({ timeout: PATIENCE_MS })
  const since = performance.now()
  let seen = await seenIn(page)
  while (seen.fullMs.length < slices && performance.now() - since < PATIENCE_MS) {
    await sleep(SECOND_MS)
    seen = await seenIn(page)
  }
  await page.context().browser()?.close()
  return seen
}

async function openChest(page: Page): Promise<void> {
  const { exams } = (await (await page.request.get('/api/exams')).json()) as { exams: readonly { id: string; description: string }[] }
  const id = exams.find(({ description }) => description.startsWith('CT Chest'))?.id ?? ''
  await page.goto(`/exams/${id}`)
  await clickWhenQuiet(page, `a[href^="/viewer/${id}"]`)
}

async function openStack(page: Page): Promise<void> {
  await page.goto('/studies?text=BENCH')
  await clickWhenQuiet(page, '.fj-study-link')
}

async function clickWhenQuiet(page: Page, link: string): Promise<void> {
  await page.locator(link).first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator(link).first().click()
}
