import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'

const DEADLINE_MS = 100_000
const PAUSE_MS = 50

/** Waits for what comes by itself. The deadline only ends a test that would hang: it asserts no time. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const since = performance.now()
  while (performance.now() - since < DEADLINE_MS) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
    await sleep(PAUSE_MS)
  }
  return assert.fail(`did not happen: ${what}`)
}
