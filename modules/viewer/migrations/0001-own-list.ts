import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** What of the list of studies is a person's own: searches under names, and which columns are shown. */
const TABLES = `
create table saved_search (
  id text collate "C" primary key,
  account_id text collate "C" not null references account on delete cascade,
  name text not null,
  search jsonb not null,
  columns text[] not null,
  is_start boolean not null default false,
  unique (account_id, name)
);
create unique index saved_search_start on saved_search (account_id) where is_start;

create table chosen_columns (
  account_id text collate "C" primary key references account on delete cascade,
  columns text[] not null
)`

export const ownList: Migration = {
  module: 'viewer', number: 1, name: 'own-list',
  async up(db) {
    await sql.raw(TABLES).execute(db)
  },
}
