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
  {
    module: 'blobs', number: 2, name: 'objects',
    async up(db) {
      await sql`alter table blob_segment add column used_at timestamptz not null default now()`.execute(db)
      await sql`update blob_segment set used_at = created_at`.execute(db)
      await sql`create index blob_segment_unused on blob_segment (used_at, name) where sealed`.execute(db)
      await sql`
        create table blob_object (
          segment text collate "C" not null,
          store text collate "C" not null,
          state text not null check (state in ('coming', 'kept', 'going')),
          size_bytes bigint not null,
          made_at timestamptz not null,
          primary key (segment, store)
        )`.execute(db)
      await sql`create unique index blob_object_kept on blob_object (segment) where state = 'kept'`.execute(db)
      await sql`create index blob_object_open on blob_object (store) where state <> 'kept'`.execute(db)
    },
  },
]
