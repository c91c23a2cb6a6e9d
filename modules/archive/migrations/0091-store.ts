import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Whether the store of segments can be used, and when what lies there was checked. */
const TABLES = `
create table store_watch (
  reason text not null default '',
  words text not null default '',
  since timestamptz not null default now(),
  is_only boolean primary key default true check (is_only)
);
insert into store_watch default values;

alter table scrub add column with_store boolean not null default true, add column store_whole_at timestamptz`

export const store: Migration = {
  module: 'archive', number: 91, name: 'store',
  async up(db) {
    await sql.raw(TABLES).execute(db)
  },
}
