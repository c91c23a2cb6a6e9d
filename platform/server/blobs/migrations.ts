import { sql } from 'kysely'
import type { Migration } from '../database/migrate.ts'

export const blobMigrations: readonly Migration[] = [
  {
    module: 'blobs', number: 1, name: 'init',
    async up(db) {
      await sql`
        create table blob (
          id text collate "C" primary key,
          segment text collate "C" not null,
          "offset" bigint not null,
          length bigint not null
        )`.execute(db)
      await sql`
        create table blob_segment (
          name text collate "C" primary key,
          owner text collate "C" not null,
          sealed boolean not null,
          created_at timestamptz not null
        )`.execute(db)
      await sql`create index blob_segment_open on blob_segment (owner) where not sealed`.execute(db)
    },
  },
]
