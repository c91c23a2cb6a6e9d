/**
 * Tables step by step, forward only.
 *
 * @module
 */
import { sql, type Kysely, type Transaction } from 'kysely'

export interface Migration {
  readonly module: string
  /** From 1, rising within the module. A step that has left the house never changes. */
  readonly number: number
  readonly name: string
  up(tx: Transaction<unknown>): Promise<void>
}

/** The database was changed by a newer or another program than this one. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/** Key of the advisory lock, in the product's database. */
const MIGRATING = 7_001

interface MigrationTables {
  migration: { module: string; number: number; name: string }
}

type Applied = MigrationTables['migration']

/**
 * Apply what is missing; nothing, if nothing is. Processes that start together take turns.
 *
 * Modules run in the order in which they first appear in `migrations`, so the caller lists lower layers
 * first; within a module by number. Each step commits by itself, together with its own record.
 *
 * @returns what was applied, as `module/number-name`.
 * @throws MigrationError if the database holds a step that is unknown here, or two steps share a number.
 */
export async function migrate(db: Kysely<unknown>, migrations: readonly Migration[]): Promise<string[]> {
  const steps = inOrder(migrations)
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATING})`.execute(connection)
    try {
      const applied = await readApplied(connection)
      const missing = steps.filter((step) => !applied.some((row) => isSame(row, step)))
      mustFit(steps, missing, applied)
      for (const step of missing) await apply(connection, step)
      return missing.map(nameOf)
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATING})`.execute(connection)
    }
  })
}

function inOrder(migrations: readonly Migration[]): Migration[] {
  const modules = [...new Set(migrations.map(({ module }) => module))]
  const steps = modules.flatMap((module) =>
    migrations.filter((step) => step.module === module).sort((a, b) => a.number - b.number),
  )
  const twice = steps.find((step, i) => i > 0 && isSame(step, steps[i - 1] ?? step))
  if (twice !== undefined) throw new MigrationError(`Two migrations are ${twice.module}/${twice.number}.`)
  return steps
}

async function readApplied(connection: Kysely<unknown>): Promise<Applied[]> {
  await sql`
    create table if not exists migration (
      module text collate "C" not null,
      number integer not null,
      name text not null,
      applied_at timestamptz not null default now(),
      primary key (module, number)
    )`.execute(connection)
  const records: Kysely<MigrationTables> = connection
  return records.selectFrom('migration').select(['module', 'number', 'name']).execute()
}

async function apply(connection: Kysely<unknown>, step: Migration): Promise<void> {
  const { module, number, name } = step
  await connection.transaction().execute(async (tx) => {
    await step.up(tx)
    const records: Kysely<MigrationTables> = tx
    await records.insertInto('migration').values({ module, number, name }).execute()
  })
}

/** Older programs do not touch newer databases, and no step slips in behind later ones. */
function mustFit(steps: readonly Migration[], missing: readonly Migration[], applied: readonly Applied[]): void {
  for (const row of applied) {
    const step = steps.find((known) => isSame(row, known))
    if (step === undefined) throw new MigrationError(`The database has ${nameOf(row)}, which this program does not know: it is older.`)
    if (step.name !== row.name) throw new MigrationError(`The database has ${nameOf(row)} where this program has ${nameOf(step)}.`)
  }
  for (const step of missing) {
    const later = applied.find((row) => row.module === step.module && row.number > step.number)
    if (later !== undefined) throw new MigrationError(`${nameOf(step)} comes too late: ${nameOf(later)} is applied.`)
  }
}

function isSame(a: Pick<Applied, 'module' | 'number'>, b: Pick<Applied, 'module' | 'number'>): boolean {
  return a.module === b.module && a.number === b.number
}

function nameOf({ module, number, name }: Applied): string {
  return `${module}/${String(number).padStart(4, '0')}-${name}`
}
