import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Devices that were known before were never refused, and are not asked whether they keep what they get. */
export const refusalsAndCommitment: Migration = {
  module: 'devices', number: 20, name: 'refusals-and-commitment',
  async up(db) {
    await sql`alter table device
      add column refused_at timestamptz, add column refused_address text, add column refused_name text,
      add column refused_why text check (refused_why in ('may-not-call', 'no-tls', 'no-certificate', 'other-name', 'other-title')),
      add column asks_commitment boolean not null default false`.execute(db)
    await sql`alter table transfer
      add column commitment text check (commitment in ('due', 'asked', 'kept', 'not-kept', 'unanswered')),
      add column not_kept integer not null default 0`.execute(db)
    await sql`create table transfer_commitment (
      transfer_id text primary key references transfer (id) on delete cascade,
      transaction_uid text collate "C" not null unique,
      instances text[] not null
    )`.execute(db)
    await sql`create index transfer_commitment_open on transfer (ended_at) where commitment in ('due', 'asked')`.execute(db)
  },
}
