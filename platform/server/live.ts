/**
 * News for open pages: "this account's request changed". Told with the transaction that made it so, to every
 * process, by PostgreSQL's own NOTIFY. A page that missed it asks anyway when it comes back.
 *
 * @module
 */
import { sql, type QueryExecutorProvider } from 'kysely'
import pg from 'pg'
import { SECOND_MS } from './clock.ts'
import type { LiveEvent } from './http/serve-events.ts'
import { faultOf, type Log } from './log.ts'

const CHANNEL = 'filmjacket_live'
const RECONNECT_MS = 2 * SECOND_MS
/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 25 * SECOND_MS
/** A page that does not read loses news rather than our memory. */
const WAITING_MAX = 100

interface Told extends LiveEvent {
  readonly account: string
}

/** Tells the open pages of an account. `data` holds ids and states only: it passes through the database's log. */
export async function tell(db: QueryExecutorProvider, account: string, name: string, data: unknown): Promise<void> {
  const told: Told = { account, name, data }
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(told)})`.execute(db)
}

export class Live {
  readonly #databaseUrl: string
  readonly #log: Log
  readonly #listeners = new Set<(told: Told) => void>()
  #client: pg.Client | null = null
  #closed = false

  constructor(databaseUrl: string, log: Log) {
    this.#databaseUrl = databaseUrl
    this.#log = log
  }

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#databaseUrl })
    client.on('error', (error) => this.#lost(error))
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''))
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    this.#client = client
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.end()
  }

  /** What is told to `account` from now until `signal` aborts. */
  async *follow(account: string, signal: AbortSignal): AsyncGenerator<LiveEvent> {
    const waiting: LiveEvent[] = []
    let wake = () => {}
    const listen = (told: Told) => {
      if (told.account !== account) return
      if (waiting.length < WAITING_MAX) waiting.push({ name: told.name, data: told.data })
      wake()
    }
    this.#listeners.add(listen)
    try {
      while (!signal.aborted) {
        yield waiting.shift() ?? { name: 'heartbeat', data: null }
        if (waiting.length === 0) await pause(HEARTBEAT_MS, signal, (resolve) => (wake = resolve))
      }
    } finally {
      this.#listeners.delete(listen)
    }
  }

  #hear(payload: string): void {
    const told = JSON.parse(payload) as Told
    for (const listener of this.#listeners) listener(told)
  }

  #lost(error: Error): void {
    this.#client = null
    if (this.#closed) return
    this.#log.warn(faultOf(error), 'live connection lost')
    setTimeout(() => void this.start().catch((again: unknown) => this.#lost(again as Error)), RECONNECT_MS).unref()
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
