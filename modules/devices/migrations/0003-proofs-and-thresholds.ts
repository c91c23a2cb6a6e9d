import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Devices that were known before call as they did, tell of nothing, and give no priors. */
export const proofsAndThresholds: Migration = {
  module: 'devices', number: 3, name: 'proofs-and-thresholds',
  async up(db) {
    await sql`alter table device
      add column caller_proof text not null default 'none' check (caller_proof in ('none', 'tls', 'certificate')),
      add column caller_name text,
      add column worklist_model text not null default 'worklist'
        check (worklist_model in ('worklist', 'study-root', 'patient-root', 'patient-study-only')),
      add column worklist_level text not null default 'study' check (worklist_level in ('patient', 'study')),
      add column gives_priors boolean not null default false,
      add column quiet_hours integer check (quiet_hours between 1 and 8760),
      add column slow_minutes integer check (slow_minutes between 1 and 1440),
      add column is_quiet boolean not null default false`.execute(db)
    await sql`alter table transfer add column is_slow boolean not null default false`.execute(db)
  },
}
