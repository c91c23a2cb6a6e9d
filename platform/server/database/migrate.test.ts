import { sql } from 'kysely'
import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import type { Db } from './index.ts'
import { migrate, MigrationError, type Migration } from './migrate.ts'
import { freshDatabase, freshDatabaseAt, planOf } from './testing.ts'

/** A step that writes down that it ran. */
function step(module: string, number: number, name = 'step'): Migration {
  return {
    module, number, name,
    async up(tx) {
      await sql`create table if not exists ran (at serial, what text)`.execute(tx)
      await sql`insert into ran (what) values (${`${module} ${number}`})`.execute(tx)
    },
  }
}

async function ran(db: Db): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`select what from ran order by at`.execute(db)
  return rows.map(({ what }) => what)
}

describe('migrate', () => {
  it('runs modules as they are listed and numbers as they rise', async () => {
    const db: Db = await freshDatabase([])
    await migrate(db, [step('lower', 2), step('lower', 1), step('upper', 1), step('lower', 3)])
    assert.deepEqual(await ran(db), ['lower 1', 'lower 2', 'lower 3', 'upper 1'])
  })

  it('applies only what is missing', async () => {
    const db: Db = await freshDatabase([])
    assert.deepEqual(await migrate(db, [step('a', 1, 'init')]), ['a/0001-init'])
    assert.deepEqual(await migrate(db, [step('a', 1, 'init'), step('a', 2), step('b', 1)]), ['a/0002-step', 'b/0001-step'])
    assert.deepEqual(await migrate(db, [step('a', 1, 'init'), step('a', 2), step('b', 1)]), [])
  })

  it('applies each step once when several processes start together', async () => {
    const { db } = await freshDatabaseAt([])
    const steps = [step('a', 1), step('a', 2)]
    const applied = await Promise.all([1, 2, 3].map(() => migrate(db, steps)))
    assert.equal(applied.flat().length, 2)
    assert.deepEqual(await ran(db), ['a 1', 'a 2'])
  })

  it('keeps what was applied before a step that fails, and nothing of that step', async () => {
    const db: Db = await freshDatabase([])
    const failing: Migration = {
      ...step('a', 2),
      async up(tx) {
        await step('a', 2).up(tx)
        throw new Error('no')
      },
    }
    await assert.rejects(migrate(db, [step('a', 1), failing]), /^Error: no$/)
    assert.deepEqual(await ran(db), ['a 1'])
    assert.deepEqual(await migrate(db, [step('a', 1), step('a', 2)]), ['a/0002-step'])
  })

  const refused: Record<string, readonly Migration[]> = {
    'a database that is newer than the program': [step('a', 1)],
    'a step that changed its name': [step('a', 1), step('a', 3, 'other')],
    'a step behind one that is applied': [step('a', 1), step('a', 2), step('a', 3)],
    'two steps of one number': [step('a', 1), step('a', 3), step('a', 3)],
  }
  for (const [what, steps] of Object.entries(refused)) {
    it(`refuses ${what}`, async () => {
      const db: Db = await freshDatabase([step('a', 1), step('a', 3)])
      await assert.rejects(migrate(db, steps), MigrationError)
    })
  }
})

describe('planOf', () => {
  it('tells an index from a scan', async ({ expect }) => {
    interface Tables { thing: { id: number; word: string } }
    const db = await freshDatabase<Tables>([{
      module: 'test', number: 1, name: 'thing',
      async up(tx) {
        await sql`create table thing (id integer primary key, word text)`.execute(tx)
        await sql`insert into thing select n, n::text from generate_series(1, 10000) as n`.execute(tx)
      },
    }])
    expect(await planOf(db, db.selectFrom('thing').selectAll().where('id', '=', 7))).toUse('thing_pkey')
    expect(await planOf(db, db.selectFrom('thing').selectAll().where('word', '=', '7'))).not.toUse('thing_pkey')
  })
})
