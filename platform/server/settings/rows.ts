/** Rows of settings and texts: what differs from the default, and every change that was made. */
import { sql, type Kysely, type QueryExecutorProvider } from 'kysely'
import type { Migration } from '../database/migrate.ts'
import type { Instant } from '../clock.ts'
import { at } from '../database/values.ts'
import type { SettingValue } from './setting.ts'
import type { Language } from './words.ts'

/** Of a setting, which has no language, the empty one. */
export type RowLanguage = Language | ''

export interface SettingRow {
  readonly key: string
  readonly language: RowLanguage
  readonly value: SettingValue
  readonly changed_at: Instant
  /** Account. */
  readonly changed_by: string | null
}

/** A change; `value` is null where the default was taken back. */
export interface ChangeRow extends Omit<SettingRow, 'value'> {
  readonly value: SettingValue | null
}

export async function allRows(db: Kysely<unknown>): Promise<readonly SettingRow[]> {
  return (await sql<SettingRow>`select key, language, value, changed_at, changed_by from setting`.execute(db)).rows
}

/** Sets, or with null takes back to the default, and notes the change. */
export async function writeRow(db: QueryExecutorProvider, { key, language, value, changed_at, changed_by }: ChangeRow): Promise<void> {
  const json = JSON.stringify(value)
  if (value === null) await sql`delete from setting where key = ${key} and language = ${language}`.execute(db)
  else {
    await sql`insert into setting (key, language, value, changed_at, changed_by)
      values (${key}, ${language}, ${json}::jsonb, ${at(changed_at)}, ${changed_by})
      on conflict (key, language) do update
      set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(db)
  }
  await sql`insert into setting_change (key, language, value, changed_at, changed_by)
    values (${key}, ${language}, ${json}::jsonb, ${at(changed_at)}, ${changed_by})`.execute(db)
}

/** Newest first. */
export async function changesOf(db: Kysely<unknown>, key: string, limit: number): Promise<readonly ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`select key, language, value, changed_at, changed_by from setting_change
    where key = ${key} order by id desc limit ${limit}`.execute(db)
  return rows
}

export const settingsMigrations: readonly Migration[] = [
  {
    module: 'settings', number: 1, name: 'init',
    async up(db) {
      await sql`
        create table setting (
          key text collate "C" not null,
          language text not null check (language in ('', 'en', 'nl', 'fr')),
          value jsonb not null,
          changed_at timestamptz not null,
          changed_by text collate "C",
          primary key (key, language)
        )`.execute(db)
      await sql`
        create table setting_change (
          id bigint generated always as identity primary key,
          key text collate "C" not null,
          language text not null,
          value jsonb,
          changed_at timestamptz not null,
          changed_by text collate "C"
        )`.execute(db)
      await sql`create index setting_change_of on setting_change (key, id)`.execute(db)
    },
  },
]
