/**
 * News for open pages: "this account's request changed". Told with the transaction that made it so, to every
 * process, by PostgreSQL's own NOTIFY. A page that missed it asks anyway when it comes back.
 *
 * @module
 */
import { sql, type QueryExecutorProvider } from 'kysely'
import pg from 'pg'
import { SECOND_MS } from './clock.ts'
import { Followers } from './followers.ts'
import type { LiveEvent } from './http/serve-events.ts'
import { faultOf, type Log } from './log.ts'

const CHANNEL = 'filmjacket_live'
const RECONNECT_MS = 2 * SECOND_MS

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
  readonly #followers = new Followers<Told>()
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
    for await (const told of this.#followers.follow(signal, (each) => each.account === account))
      yield told === null ? { name: 'heartbeat', data: null } : { name: told.name, data: told.data }
  }

  #hear(payload: string): void {
    this.#followers.tell(JSON.parse(payload) as Told)
  }

  #lost(error: Error): void {
    this.#client = null
    if (this.#closed) return
    this.#log.warn(faultOf(error), 'live connection lost')
    setTimeout(() => void this.start().catch((again: unknown) => this.#lost(again as Error)), RECONNECT_MS).unref()
  }
}
