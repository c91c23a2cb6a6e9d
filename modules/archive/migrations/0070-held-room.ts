import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/**
 * How much is held, and how full that was when somebody looked; what found no room. Which Studies a repair wrote: their
 * headers tell as what they came. Which images a note rejected (IHE IOCM).
 */
const STATEMENTS = [
  `create index quarantined_room on quarantined (size_bytes) where state in ('open', 'in-work', 'replaced')`,
  `create index quarantined_age on quarantined (received_at) where state in ('open', 'replaced')`,
  `create table quarantine_watch (
    level text not null check (level in ('enough', 'low', 'full')),
    since timestamptz not null,
    refused bigint not null default 0,
    refused_at timestamptz,
    is_only boolean primary key default true check (is_only)
  )`,
  `insert into quarantine_watch (level, since) values ('enough', now())`,
  `create table repaired_study (study_uid text collate "C" primary key)`,
  `insert into repaired_study select distinct study_uid from quarantined where state in ('repaired', 'in-work') and study_uid <> ''`,
  `create table rejection (
    instance_uid text collate "C" not null,
    note_uid text collate "C" not null,
    title text not null,
    note_study_uid text collate "C" not null,
    noted_at timestamptz not null,
    undone_at timestamptz,
    primary key (instance_uid, note_uid)
  )`,
  `create index rejection_note on rejection (note_study_uid)`,
]

export const heldRoom: Migration = {
  module: 'archive', number: 70, name: 'held-room',
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
