/** What holds for every test file of the product, whether or not files share what is loaded. */
import { afterAll, expect } from 'vitest'
import { endFile } from '../../platform/server/database/testing.ts'

declare module 'vitest' {
  interface Matchers {
    /** The plan reads the named index and scans no table from end to end. */
    toUse(index: string): void
  }
}

expect.extend({
  toUse(plan: string, index: string) {
    const pass = new RegExp(`Index.* (using|on) ${index}\\b`).test(plan) && !plan.includes('Seq Scan')
    return { pass, message: () => `the plan should ${this.isNot ? 'not ' : ''}use ${index}:\n${plan}` }
  },
})

afterAll(endFile)
