/**
 * What stands on a Study from outside the archive: downloads, shares. Each module refers to the Study by a key of its own,
 * which the database knows; so nobody has to tell.
 *
 * @module
 */
import { sql, type Kysely } from 'kysely'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

/** Keys that keep a Study from being removed; our own Series go with it. */
async function keysOnStudies(db: Db): Promise<readonly { readonly table: string; readonly column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select class.relname as table, attribute.attname as column
      from pg_constraint key join pg_class class on class.oid = key.conrelid
      join pg_attribute attribute on attribute.attrelid = key.conrelid and attribute.attnum = key.conkey[1]
      where key.contype = 'f' and key.confrelid = 'study'::regclass and key.confdeltype in ('a', 'r') and class.relname <> 'series'
      order by 1, 2`.execute(db)
  return rows
}

/** Which of these Studies something stands on. */
export async function heldAmong(db: Db, studyIds: readonly string[]): Promise<ReadonlySet<string>> {
  const held = new Set<string>()
  for (const { table, column } of await keysOnStudies(db)) {
    const { rows } = await sql<{ id: string }>`
      select distinct ${sql.ref(column)} as id from ${sql.table(table)} where ${sql.ref(column)} = any(${[...studyIds]})`.execute(db)
    for (const { id } of rows) held.add(id)
  }
  return held
}
