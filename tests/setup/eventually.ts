import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'

const DEADLINE_MS = 60_000
const PAUSE_MS = 50

/** Waits for what comes by itself. The deadline only ends a test that would hang: it asserts no time. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (const since = performance.now(); performance.now() - since < DEADLINE_MS; await sleep(PAUSE_MS)) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
  }
  return assert.fail(`did not happen: ${what}`)
}
