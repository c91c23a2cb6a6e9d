import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** How long Studies are kept, what was taken out; how far the check of stored files is, what it found; how full the disk was. */
const TABLES = `
create table removed_study (
  study_id text collate "C" primary key,
  study_uid text collate "C" not null,
  removed_at timestamptz not null,
  removed_by text collate "C",
  why text not null
);
create index removed_study_uid on removed_study (study_uid);

create table retention_rule (
  position integer primary key,
  source text not null,
  modality text not null,
  basis text not null check (basis in ('received', 'used', 'study-date')),
  keep_days integer check (keep_days > 0)
);

create table retention_run (
  at timestamptz primary key,
  studies integer not null,
  instances integer not null,
  size_bytes bigint not null,
  held integer not null
);

create table scrub (
  position text collate "C" not null default '',
  started_at timestamptz,
  files bigint not null default 0,
  bytes bigint not null default 0,
  whole_at timestamptz,
  whole_bytes bigint not null default 0,
  busy_until timestamptz,
  is_only boolean primary key default true check (is_only)
);
insert into scrub default values;

create table damaged_blob (
  blob_id text collate "C" primary key,
  found_at timestamptz not null,
  is_missing boolean not null
);

create table disk_watch (
  level text not null check (level in ('enough', 'low', 'critical')),
  since timestamptz not null,
  is_only boolean primary key default true check (is_only)
);
insert into disk_watch values ('enough', now())`

/** DA as the beginning of that day; null where it is none. */
const DAY = `
create function archive_day(value text) returns timestamptz language plpgsql stable parallel safe as $$
begin
  return to_timestamp(nullif(archive_date(value), '') || ' 000000', 'YYYYMMDD HH24MISS');
exception when others then
  return null;
end $$`

export const keeping: Migration = {
  module: 'archive', number: 41, name: 'keeping',
  async up(db) {
    for (const statements of [TABLES, DAY]) await sql.raw(statements).execute(db)
  },
}
