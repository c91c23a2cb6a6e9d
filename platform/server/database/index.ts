/**
 * The product's database: our own PostgreSQL in the data folder, or the site's.
 *
 * @module
 */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { SECOND_MS } from '../clock.ts'
import { faultOf, type Log } from '../log.ts'
import { openEmbedded } from './embedded.ts'
import { DatabaseStartError } from './start-error.ts'
import { valueTypes } from './values.ts'

export { answerMs } from './answer.ts'
export { isDatabaseAway } from './away.ts'
export { migrate, MigrationError, type Migration } from './migrate.ts'
export { DatabaseStartError } from './start-error.ts'
export { at } from './values.ts'

/** What a store takes, with its own tables named. The unnamed one fits every store. */
export type Db<Tables = unknown> = Kysely<Tables>
export type Tx<Tables = unknown> = Transaction<Tables>

export interface Database {
  readonly db: Db
  readonly pool: pg.Pool
  /** For libraries that bring their own connections. Holds the password. */
  readonly url: string
  /** Waits for running statements. Stops a database of our own if nobody else uses it. */
  readonly close: () => Promise<void>
}

/** Where the database is: the site's own by `url`, or ours below the data `folder`. */
export type DatabasePlace =
  | { readonly url: string; readonly folder?: undefined }
  | { readonly folder: string; readonly url?: undefined }

const CONNECT_MS = 10 * SECOND_MS
const POOL_SIZE = 10
/** `server_version_num` of the oldest supported release. */
const OLDEST_VERSION = 150_000

/** @throws DatabaseStartError */
export async function openDatabase(place: DatabasePlace & { readonly log: Log }): Promise<Database> {
  const { log } = place
  if (place.url !== undefined) return connected(place.url, log, () => Promise.resolve())
  const embedded = await openEmbedded(place.folder, log)
  try {
    return await connected(embedded.url, log, () => embedded.stop())
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

async function connected(url: string, log: Log, stop: () => Promise<void>): Promise<Database> {
  const pool = openPool(url, log)
  try {
    await mustServe(pool, url)
  } catch (error) {
    await pool.end()
    throw error
  }
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const close = async () => {
    await db.destroy() // Ends the pool.
    await stop()
  }
  return { db, pool, url, close }
}

export function openPool(url: string, log: Log, max = POOL_SIZE): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url, max, types: valueTypes, connectionTimeoutMillis: CONNECT_MS, application_name: 'filmjacket', keepAlive: true,
  })
  // A connection that breaks while no statement runs on it. Taken from the pool or not, nobody else listens.
  pool.on('connect', (client) => client.on('error', (error) => {
    if (!pool.ending) log.warn(faultOf(error), 'database connection lost')
  }))
  pool.on('error', () => undefined)
  return pool
}

async function mustServe(pool: pg.Pool, url: string): Promise<void> {
  const { version, encoding } = await firstAnswer(pool, url)
  if (version < OLDEST_VERSION) throw new DatabaseStartError(`The database is PostgreSQL ${Math.floor(version / 10_000)}; at least 15 is needed.`)
  if (encoding !== 'UTF8') throw new DatabaseStartError(`The database's encoding is ${encoding}; it must be UTF8.`)
}

async function firstAnswer(pool: pg.Pool, url: string): Promise<{ version: number; encoding: string }> {
  try {
    const { rows } = await pool.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::integer as version, current_setting('server_encoding') as encoding`,
    )
    return rows[0] ?? { version: 0, encoding: '' }
  } catch (error) {
    throw new DatabaseStartError(`The database at ${placeOf(url)} cannot be opened: ${reasonOf(error)}.`, { cause: error })
  }
}

/** Without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

/** A name with several addresses fails with one error for each, and no message of its own. */
function reasonOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first.message : String(first)
}
