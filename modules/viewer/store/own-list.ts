/** Saved searches and chosen columns, by account. */
import { sql, type Kysely } from 'kysely'
import type { NewSavedSearch, SavedSearch } from '../contract.ts'

type Db = Kysely<unknown>

const SHOWN = sql`id, name, search, columns, is_start as "isStart"`

export async function savedSearches(db: Db, account: string): Promise<readonly SavedSearch[]> {
  const { rows } = await sql<SavedSearch>`select ${SHOWN} from saved_search where account_id = ${account} order by lower(name), name`.execute(db)
  return rows
}

/** Whoever's it is. */
export async function savedSearch(db: Db, id: string): Promise<SavedSearch | undefined> {
  const { rows } = await sql<SavedSearch>`select ${SHOWN} from saved_search where id = ${id}`.execute(db)
  return rows[0]
}

/** One of the same name is replaced, and stays what it is to its person. */
export async function putSearch(db: Db, account: string, id: string, { name, search, columns }: NewSavedSearch): Promise<SavedSearch | undefined> {
  const { rows } = await sql<SavedSearch>`
    insert into saved_search (id, account_id, name, search, columns)
      values (${id}, ${account}, ${name}, ${JSON.stringify(search)}::jsonb, ${columns}::text[])
      on conflict (account_id, name) do update set search = excluded.search, columns = excluded.columns
      returning ${SHOWN}`.execute(db)
  return rows[0]
}

export async function isNameTaken(db: Db, account: string, id: string, name: string): Promise<boolean> {
  const { rows } = await sql`select from saved_search where account_id = ${account} and name = ${name} and id <> ${id}`.execute(db)
  return rows.length > 0
}

export async function renameSearch(db: Db, account: string, id: string, name: string): Promise<boolean> {
  const { rows } = await sql`update saved_search set name = ${name} where account_id = ${account} and id = ${id} returning id`.execute(db)
  return rows.length > 0
}

/** At most one of an account is the start. */
export async function startWith(tx: Db, account: string, id: string, isStart: boolean): Promise<boolean> {
  if (isStart) await sql`update saved_search set is_start = false where account_id = ${account} and is_start and id <> ${id}`.execute(tx)
  const { rows } = await sql`update saved_search set is_start = ${isStart} where account_id = ${account} and id = ${id} returning id`.execute(tx)
  return rows.length > 0
}

export async function dropSearch(db: Db, account: string, id: string): Promise<boolean> {
  const { rows } = await sql`delete from saved_search where account_id = ${account} and id = ${id} returning id`.execute(db)
  return rows.length > 0
}

export async function chosenColumns(db: Db, account: string): Promise<string[] | null> {
  const { rows } = await sql<{ columns: string[] }>`select columns from chosen_columns where account_id = ${account}`.execute(db)
  return rows[0]?.columns ?? null
}

export async function chooseColumns(db: Db, account: string, columns: readonly string[]): Promise<void> {
  await sql`insert into chosen_columns (account_id, columns) values (${account}, ${columns}::text[])
    on conflict (account_id) do update set columns = excluded.columns`.execute(db)
}
