import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** What DICOMweb tells of a Series, made once when its Study is settled. Deflated already: PostgreSQL need not try. */
export const seriesMetadata: Migration = {
  module: 'archive', number: 20, name: 'series-metadata',
  async up(db) {
    await sql`
      create table series_metadata (
        series_id text collate "C" primary key references series on delete cascade,
        as_of timestamptz not null,
        base text not null,
        raw_bytes integer not null,
        crc32 bigint not null,
        deflated bytea not null
      )`.execute(db)
    await sql`alter table series_metadata alter column deflated set storage external`.execute(db)
  },
}
