/**
 * Workitems of Unified Procedure Steps. One whose attributes are gone was forgotten: its UID is told as gone, and not given again.
 *
 * The index of all attributes serves searches for exact values of any of them.
 */
import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

const TABLES = `
  create table workitem (
    uid text collate "C" primary key,
    state text not null check (state in ('SCHEDULED', 'IN PROGRESS', 'COMPLETED', 'CANCELED')),
    transaction_uid text collate "C",
    starts_at text collate "C" not null,
    attributes jsonb,
    created_at timestamptz not null,
    changed_at timestamptz not null
  );
  create index workitem_attributes on workitem using gin (attributes jsonb_path_ops);
  create index workitem_order on workitem (starts_at, uid) where attributes is not null;
  create index workitem_age on workitem (changed_at) where attributes is not null`

export const workitems: Migration = {
  module: 'orders', number: 2, name: 'workitems',
  async up(db) {
    for (const statement of TABLES.split(';')) await sql.raw(statement).execute(db)
  },
}
