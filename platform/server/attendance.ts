/**
 * Which workers are alive. The library gives a job of a killed worker back after hours; we know at once: each worker holds
 * an advisory lock in the database under its name for as long as its process lives.
 *
 * @module
 */
import type { Pool, PoolClient } from 'pg'
import { MINUTE_MS } from './clock.ts'
import { faultOf, type Log } from './log.ts'

const LOOK_EVERY_MS = MINUTE_MS

/** Workers whose jobs or queues are locked, and whose own lock nobody holds. */
const MISSING = `
  select name from (
    select locked_by as name from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null) as working
  where not exists (
    select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
      and database = (select oid from pg_database where datname = current_database())
      and (classid::bigint << 32) | objid::bigint = hashtextextended(name, 0))`

export class Attendance {
  readonly #pool: Pool
  readonly #log: Log
  readonly #present = new Set<string>()
  #client: Promise<PoolClient> | null = null
  #before: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(pool: Pool, log: Log) {
    this.#pool = pool
    this.#log = log
  }

  /** Gives back what the dead left, now and once a minute. */
  async open(): Promise<void> {
    await this.#look()
    this.#timer = setInterval(() => void this.#look().catch((error: unknown) =>
      this.#log.warn(faultOf(error), 'nobody looked for workers that died')), LOOK_EVERY_MS).unref()
  }

  /** A worker of this process begins. */
  enter(worker: string): void {
    this.#present.add(worker)
    void this.#lock(worker).catch((error: unknown) => this.#log.warn(faultOf(error), 'a worker is not on the roll'))
  }

  /** Its jobs are done or given back. */
  leave(worker: string): void {
    this.#present.delete(worker)
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    // A worker may have begun a moment ago: a connection that is taken after this one is given back would keep the pool open for ever.
    this.#isClosed = true
    await this.#before
    const client = await this.#client?.catch(() => undefined)
    this.#client = null
    client?.release(true) // Its locks go with the connection.
  }

  /** One after the other: a connection takes no second question while it answers. */
  #lock(worker: string): Promise<void> {
    const locked = this.#before.then(async () => {
      if (this.#isClosed) return
      this.#client ??= this.#connect()
      const client = await this.#client
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [worker])
    })
    this.#before = locked.catch(() => undefined)
    return locked
  }

  async #connect(): Promise<PoolClient> {
    const client = await this.#pool.connect()
    client.once('error', () => {
      this.#client = null
      client.release(true)
    })
    return client
  }

  /** A connection that was lost took the locks with it: they are taken again first. */
  async #look(): Promise<void> {
    if (this.#client === null) for (const worker of this.#present) await this.#lock(worker)
    const { rows } = await this.#pool.query<{ name: string }>(MISSING)
    const dead = rows.map(({ name }) => name).filter((name) => !this.#present.has(name))
    if (dead.length === 0) return
    await this.#pool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
    this.#log.info({ workers: dead.length }, 'jobs of workers that died are in the queue again')
  }
}
