import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

const init: Migration = {
  module: 'packaging', number: 1, name: 'init',
  async up(db) {
    await sql`
      create table package (
        id text collate "C" primary key,
        study_id text collate "C" not null references study,
        format text not null check (format in ('zip', 'iso')),
        instance_ids text[] not null,
        size_bytes bigint not null,
        etag text not null,
        created_at timestamptz not null
      )`.execute(db)
  },
}

const recipe: Migration = {
  module: 'packaging', number: 2, name: 'recipe',
  async up(db) {
    await sql`alter table package add recipe jsonb`.execute(db)
  },
}

const pictures: Migration = {
  module: 'packaging', number: 3, name: 'pictures',
  async up(db) {
    await sql`
      create table package_picture (
        package_id text collate "C" not null references package on delete cascade,
        digest text collate "C" not null,
        bytes bytea not null,
        primary key (package_id, digest)
      )`.execute(db)
  },
}

export const migrations: readonly Migration[] = [init, recipe, pictures]
