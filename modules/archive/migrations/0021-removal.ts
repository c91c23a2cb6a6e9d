import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Records of segments whose rows were removed on purpose: a restart must not bring them back. */
export const removal: Migration = {
  module: 'archive', number: 21, name: 'removal',
  async up(db) {
    await sql`
      create table removed_record (
        segment text collate "C" not null,
        "offset" bigint not null,
        removed_at timestamptz not null,
        primary key (segment, "offset")
      )`.execute(db)
  },
}
