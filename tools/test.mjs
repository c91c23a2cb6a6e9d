/** `npm test`: everything, from an empty checkout. The last line counts; `npm test -- <folder>` tests that folder alone. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installIfNeeded, node, ROOT, run } from './checkout.mjs'
import { checks, reportAll } from './checks.mjs'
import { bringPeers } from './peers.mjs'

const only = process.argv.slice(2)
const total = { passed: 0, failed: 0, skipped: [] }

await installIfNeeded()
if (only.length === 0) {
  await bringPeers()
  const build = { name: 'build', run: () => node(join(ROOT, 'tools', 'build.mjs')) }
  for (const wentWell of await reportAll([...checks, build])) total[wentWell ? 'passed' : 'failed']++
}
add(await runVitest())

if (total.skipped.length > 0) console.log('\nSkipped:')
for (const { test, reason } of total.skipped) console.log(`  ${test}${reason === null ? '' : ` (${reason})`}`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`)
process.exit(total.failed === 0 ? 0 : 1)

function add({ passed, failed, skipped }) {
  total.passed += passed
  total.failed += failed
  total.skipped.push(...skipped)
}

async function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'filmjacket-tally-'))
  const file = join(folder, 'tally.json')
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'run', '--reporter=default', '--reporter=./tools/tally.mjs', ...only]
  const { ok } = await run(process.execPath, args, { show: true, env: { ...process.env, FILMJACKET_TALLY: file } })
  const tally = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: [] }
  rmSync(folder, { recursive: true })
  // It can fail without a failed test, as when the database does not start.
  return !ok && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}
