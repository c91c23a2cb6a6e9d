/** A vitest reporter: counts, and every skipped test with its reason, as JSON into the file FILMJACKET_TALLY. */
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'

export default class Tally {
  onTestRunEnd(modules, unhandled) {
    const tally = { passed: 0, failed: unhandled.length, skipped: [] }
    for (const module of modules) {
      // A file that cannot be loaded has no tests to fail.
      tally.failed += module.errors().length
      for (const test of module.children.allTests()) count(tally, test, relative(process.cwd(), module.moduleId))
    }
    writeFileSync(process.env['FILMJACKET_TALLY'], JSON.stringify(tally))
  }
}

function count(tally, test, file) {
  const { state, note } = test.result()
  if (state === 'passed') tally.passed++
  else if (state === 'failed') tally.failed++
  else tally.skipped.push({ test: `${file} > ${test.fullName}`, reason: note ?? null })
}
