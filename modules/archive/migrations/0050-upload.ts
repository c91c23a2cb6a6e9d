import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** What people brought through a browser, and what became of each file. Ids sort by time, so the newest is the last. */
const TABLES = `
  create table upload (
    id text collate "C" primary key,
    account_id text collate "C" not null,
    label text not null,
    state text not null check (state in ('open', 'done', 'cancelled')),
    files integer not null,
    bytes bigint not null,
    taken integer not null default 0,
    duplicate integer not null default 0,
    held integer not null default 0,
    refused integer not null default 0,
    skipped integer not null default 0,
    taken_bytes bigint not null default 0,
    started_at timestamptz not null,
    changed_at timestamptz not null,
    ended_at timestamptz
  );
  create index upload_of_account on upload (account_id, id desc);

  create table upload_file (
    upload_id text collate "C" not null references upload on delete cascade,
    path text collate "C" not null,
    digest text collate "C" not null,
    bytes bigint not null,
    outcome text not null check (outcome in ('taken', 'duplicate', 'held', 'refused', 'skipped')),
    reason text,
    detail text not null,
    primary key (upload_id, path, digest)
  );
  create index upload_file_by_digest on upload_file (upload_id, digest);
  create index upload_file_to_look_at on upload_file (upload_id, outcome, path, digest) where outcome <> 'taken'`

export const upload: Migration = {
  module: 'archive', number: 50, name: 'upload',
  async up(db) {
    for (const statement of TABLES.split(';')) await sql.raw(statement).execute(db)
  },
}
