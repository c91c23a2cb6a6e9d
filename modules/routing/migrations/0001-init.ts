import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

const TABLES = `
  create table forward_rule (
    id text collate "C" primary key,
    description text not null,
    from_ae_title text collate "C",
    modality text collate "C",
    device_id text collate "C" references device on delete set null,
    is_on boolean not null,
    created_at timestamptz not null
  );
  create table forward (
    rule_id text collate "C" not null references forward_rule on delete cascade,
    study_uid text collate "C" not null,
    instances integer not null,
    transfer_id text collate "C",
    state text not null check (state in ('open', 'done', 'given-up')),
    tries integer not null default 0,
    due_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (rule_id, study_uid)
  );
  create index forward_due on forward (due_at) where state = 'open';
  create table prior_search (
    patient_id text collate "C" primary key,
    searched_at timestamptz not null
  )`

export const init: Migration = {
  module: 'routing', number: 1, name: 'init',
  async up(db) {
    for (const statement of TABLES.split(';')) await sql.raw(statement).execute(db)
  },
}
