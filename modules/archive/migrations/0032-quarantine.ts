import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/**
 * Bytes that are kept and are not in the archive, with why, and what became of them. No row refers to a blob by a key of
 * its own: the trace stays when the bytes are gone.
 */
export const quarantine: Migration = {
  module: 'archive', number: 32, name: 'quarantine',
  async up(db) {
    await sql`
      create table quarantined (
        id text collate "C" primary key,
        case_id text collate "C" not null,
        blob_id text collate "C" not null unique,
        why text collate "C" not null,
        detail text not null,
        state text collate "C" not null check (state in ('open', 'noted', 'in-work', 'accepted', 'repaired', 'replaced', 'discarded')),
        against text collate "C",
        patient_id text not null,
        issuer text not null,
        patient_name text not null,
        birth_date text not null,
        sex text not null,
        study_uid text not null,
        series_uid text not null,
        instance_uid text not null,
        sop_class_uid text not null,
        accession_number text not null,
        modality text not null,
        study_date text not null,
        study_description text not null,
        size_bytes bigint not null,
        origin jsonb not null,
        arrivals integer not null default 1,
        decision jsonb,
        received_at timestamptz not null,
        decided_at timestamptz,
        decided_by text
      )`.execute(db)
    await sql`create index quarantined_case on quarantined (case_id, state, id)`.execute(db)
    await sql`create index quarantined_recent on quarantined (state, received_at desc, id)`.execute(db)
    await sql`create index quarantined_instance on quarantined (instance_uid) where instance_uid <> ''`.execute(db)
  },
}
