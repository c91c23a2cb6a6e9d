/**
 * Handing on what happens to whoever listens at the moment.
 *
 * @module
 */
import { SECOND_MS } from './clock.ts'

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 25 * SECOND_MS
/** Who does not read loses news rather than our memory. */
const WAITING_MAX = 100

export class Followers<T> {
  readonly #listeners = new Set<(item: T) => void>()

  tell(item: T): void {
    for (const listener of this.#listeners) listener(item)
  }

  /** What is told from now until `signal` aborts, as far as it is wanted; null at the beginning, and while nothing happens. */
  async *follow(signal: AbortSignal, isWanted: (item: T) => boolean = () => true): AsyncGenerator<T | null, void, undefined> {
    const waiting: T[] = []
    let wake = () => {}
    const listen = (item: T) => {
      if (!isWanted(item)) return
      if (waiting.length < WAITING_MAX) waiting.push(item)
      wake()
    }
    this.#listeners.add(listen)
    try {
      while (!signal.aborted) {
        yield waiting.shift() ?? null
        if (waiting.length === 0) await pause(HEARTBEAT_MS, signal, (resolve) => (wake = resolve))
      }
    } finally {
      this.#listeners.delete(listen)
    }
  }
}

/** Until the time is over, the signal aborts, or the resolver that `hand` receives is called. */
function pause(ms: number, signal: AbortSignal, hand: (resolve: () => void) => void): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    hand(done)
  })
}
