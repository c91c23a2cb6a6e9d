/**
 * Who is told of which workitems, and what is to be told. Events are looked up by those who carry them, and do not stay for long.
 */
import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

const TABLES = `
  create table workitem_subscription (
    uid text collate "C" not null references workitem on delete cascade,
    ae_title text collate "C" not null,
    channel text not null check (channel in ('dimse', 'web')),
    locked boolean not null,
    primary key (uid, ae_title)
  );
  create index workitem_subscription_of on workitem_subscription (ae_title);
  create table workitem_global_subscription (
    uid text collate "C" not null,
    ae_title text collate "C" not null,
    channel text not null check (channel in ('dimse', 'web')),
    locked boolean not null,
    keys jsonb not null,
    primary key (uid, ae_title)
  );
  create table workitem_event (
    id text collate "C" primary key,
    uid text collate "C" not null,
    type integer not null,
    information jsonb not null,
    at timestamptz not null
  );
  create index workitem_event_age on workitem_event (at)`

export const subscriptions: Migration = {
  module: 'orders', number: 3, name: 'subscriptions',
  async up(db) {
    for (const statement of TABLES.split(';')) await sql.raw(statement).execute(db)
  },
}
