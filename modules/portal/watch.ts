/**
 * While a job works on a request: a sign of life each second, with what has come so far; and an end to the work as soon
 * as the request is cancelled.
 *
 * @module
 */
import { SECOND_MS, type Clock } from '../../platform/server/clock.ts'
import { tell } from '../../platform/server/live.ts'
import type { Db } from './store/requests.ts'
import { touch } from './store/work.ts'
import type { RequestRow } from './tables.ts'

const BEAT_MS = SECOND_MS
/** For how long a sign of life counts: a busy machine may be late. */
export const ALIVE_MS = 30 * SECOND_MS

export interface Watch {
  /** Aborts when the request is cancelled, or the process ends. */
  readonly signal: AbortSignal
  readonly cancelled: boolean
  readonly progress: (fetched: number) => void
  stop(): void
}

export function watchOver(db: Db, clock: Clock, row: RequestRow, ending: AbortSignal): Watch {
  const cancelling = new AbortController()
  let { fetched } = row
  let told = fetched
  const beat = async (): Promise<void> => {
    const [now, isNews] = [fetched, fetched !== told]
    const isWanted = await touch(db, row.id, clock.now() + ALIVE_MS, now)
    if (!isWanted) cancelling.abort()
    told = now
    if (isNews && isWanted) await tell(db, row.account_id, 'request', { id: row.id })
  }
  // A database that is away is told by the work itself; the next beat tries again.
  const timer = setInterval(() => void beat().catch(() => undefined), BEAT_MS)
  return {
    signal: AbortSignal.any([ending, cancelling.signal]),
    get cancelled() { return cancelling.signal.aborted },
    progress: (count) => void (fetched = count),
    stop: () => clearInterval(timer),
  }
}
