import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Addresses that open the viewer once. Of their tokens, only the digests. */
const TABLE = `
create table viewer_launch (
  id text collate "C" primary key,
  token_hash text collate "C" not null unique,
  studies text[] not null,
  made_by text collate "C" not null references account,
  until timestamptz not null,
  used_at timestamptz,
  visitor_id text collate "C" references account,
  visit_until timestamptz
);
create index viewer_launch_until on viewer_launch (until)`

export const launches: Migration = {
  module: 'viewer', number: 20, name: 'launches',
  async up(db) {
    await sql.raw(TABLE).execute(db)
  },
}
