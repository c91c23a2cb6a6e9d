/**
 * A real database for each test: made from a template that holds the migrated tables, gone after the file.
 * The templates stay for the files that come after in the same process.
 *
 * @module
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery, Kysely, PostgresDialect, sql, type Compilable } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import { migrateJobs } from '../jobs.ts'
import { migrate, type Migration } from './migrate.ts'
import { valueTypes } from './values.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's server, as superuser; set by tests/setup/database.ts. */
    databaseUrl: string
  }
}

const templates = new Map<string, Promise<string>>()
const opened: { db: Kysely<unknown>; name: string }[] = []
const ends: (() => Promise<unknown>)[] = []

/** A database of its own with the tables of `migrations`, and nothing in them. */
export async function freshDatabase<Tables extends object>(migrations: readonly Migration[]): Promise<Kysely<Tables>> {
  return (await freshDatabaseAt(migrations)).db as Kysely<Tables>
}

/** The same, for what opens its own connections. */
export async function freshDatabaseAt(migrations: readonly Migration[]): Promise<{ db: Kysely<unknown>; url: string }> {
  const key = migrations.map(({ module, number, name }) => `${module} ${number} ${name}`).join()
  let template = templates.get(key)
  if (template === undefined) templates.set(key, (template = makeTemplate(migrations)))
  const name = await create(await template)
  const url = urlOf(name)
  const db = connect(url)
  opened.push({ db, name })
  return { db, url }
}

/** Beside the tables of a test's modules those of the queue: for who puts jobs in, and runs none. */
export async function addJobTables(url: string): Promise<void> {
  // The library warns about a pool to which nobody listens.
  const pool = new pg.Pool({ connectionString: url }).on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  await migrateJobs(pool).finally(() => pool.end())
}

/** How PostgreSQL would run the query over the rows that are there now. */
export async function planOf<Tables>(db: Kysely<Tables>, query: Compilable): Promise<string> {
  await sql`analyze`.execute(db)
  return knownPlanOf(db, query)
}

/** The same, where PostgreSQL has looked at the rows already. */
export async function knownPlanOf<Tables>(db: Kysely<Tables>, query: Compilable): Promise<string> {
  const { sql: text, parameters } = query.compile()
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>(CompiledQuery.raw(`explain ${text}`, [...parameters]))
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

/** Runs `end` when the test file is over, before its databases go; the last named first. A hook that is made in another is not heard. */
export function whenOver(end: () => Promise<unknown>): void {
  ends.push(end)
}

/** Ends what the test file opened; tests/setup/test-file.ts calls it after each. */
export async function endFile(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end()
  const over = opened.splice(0)
  await Promise.all(over.map(({ db }) => db.destroy()))
  for (const { name } of over) await drop(name)
}

/** How often at most a test file looks whether its connections have closed: for five seconds. */
const LOOKS_MAX = 500
const LOOK_AGAIN_MS = 10

/**
 * A pool has ended before its connections have closed, and one that is cut off then throws where nobody hears it: they are given
 * time. What a test forgot to end is cut off.
 */
async function drop(name: string): Promise<void> {
  await asAdmin(async (admin) => {
    for (let looks = 0; looks < LOOKS_MAX; looks++) {
      const { rows } = await admin.query('select from pg_stat_activity where datname = $1', [name])
      if (rows.length === 0) break
      await sleep(LOOK_AGAIN_MS)
    }
    await admin.query(`drop database "${name}" with (force)`)
  })
}

async function makeTemplate(migrations: readonly Migration[]): Promise<string> {
  const name = await create('template0')
  const db = connect(urlOf(name))
  await migrate(db, migrations)
  await db.destroy() // A template must have no connections.
  return name
}

async function create(template: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin((admin) => admin.query(`create database "${name}" template "${template}" strategy file_copy`))
  return name
}

function connect(url: string): Kysely<unknown> {
  return new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, types: valueTypes, max: 5 }) }) })
}

function urlOf(name: string): string {
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return url.href
}

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('databaseUrl') })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
