import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Reports of Storage Commitment that their askers were promised and have not been told. PS3.4 §J.3.3. */
export const commitment: Migration = {
  module: 'archive', number: 11, name: 'commitment',
  async up(db) {
    await sql`
      create table commitment_report (
        ae_title text collate "C" not null,
        transaction_uid text collate "C" not null,
        report jsonb not null,
        asked_at timestamptz not null,
        primary key (ae_title, transaction_uid)
      )`.execute(db)
  },
}
