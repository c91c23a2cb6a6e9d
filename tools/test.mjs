/** `npm test`: everything, from an empty checkout. The last line counts; `npm test -- <folder>` tests that folder alone. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installIfNeeded, node, ROOT, run } from './checkout.mjs'
import { checks, report, runAll } from './checks.mjs'
import { bringPeers } from './peers.mjs'

const only = process.argv.slice(2)
const total = { passed: 0, failed: 0, skipped: [] }

await installIfNeeded()
if (only.length > 0) add(await runVitest())
else await runEverything()

if (total.skipped.length > 0) console.log('\nSkipped:')
for (const { test, reason } of total.skipped) console.log(`  ${test}${reason === null ? '' : ` (${reason})`}`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`)
process.exit(total.failed === 0 ? 0 : 1)

/** Types, lint and arrows run beside the tests, which wait for much: a core has time to spare. They are told at the end, where they are found. */
async function runEverything() {
  await bringPeers()
  const checking = runAll(checks, 1)
  count(report({ name: 'build', ...(await node(join(ROOT, 'tools', 'build.mjs'))) }))
  add(await runVitest())
  for (const each of await checking) count(report(each))
}

function count(wentWell) {
  total[wentWell ? 'passed' : 'failed']++
}

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
