/** What holds the house together besides tests. Each prints its own findings. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { npm, ROOT, run } from './checkout.mjs'

/** The longest first. */
export const checks = ['lint', 'types', 'arrows'].map((name) => ({ name, run: () => npm('run', '--silent', name) }))

/** Documents against code, in both directions. */
const DOCS_TEST = 'tests/docs'
export const docsCheck = existsSync(join(ROOT, DOCS_TEST))
  ? { name: 'docs', run: () => run('npx', ['vitest', 'run', '--silent', DOCS_TEST]) }
  : null

/** Run all, two at a time: the small machine that tests this has two cores. How each went, in the order given. */
export async function reportAll(all) {
  const waiting = [...all.entries()]
  const went = all.map(() => false)
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) went[next[0]] = await report(next[1])
  }
  await Promise.all([lane(), lane()])
  return went
}

/** Run one and say how it went; its output only if it failed. */
async function report(check) {
  const { ok, output, seconds } = await check.run()
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`)
  console.log(`${ok ? 'ok     ' : 'FAILED '} ${check.name} (${seconds.toFixed(1)} s)`)
  return ok
}
