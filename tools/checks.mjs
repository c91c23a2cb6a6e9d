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

/** Run all, `lanes` at a time. How each went, in the order given. */
export async function runAll(all, lanes) {
  const waiting = [...all.entries()]
  const went = []
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [n, check] = next
      went[n] = { name: check.name, ...(await check.run()) }
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return went
}

/** Say how one went; its output only if it failed. */
export function report({ name, ok, output, seconds }) {
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`)
  console.log(`${ok ? 'ok     ' : 'FAILED '} ${name} (${seconds.toFixed(1)} s)`)
  return ok
}
