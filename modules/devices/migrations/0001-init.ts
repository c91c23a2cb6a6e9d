import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

export const init: Migration = {
  module: 'devices', number: 1, name: 'init',
  async up(db) {
    await sql`
      create table device (
        id text collate "C" primary key,
        description text not null,
        ae_title text collate "C" not null unique,
        last_contact_at timestamptz,
        last_address text,
        created_at timestamptz not null
      )`.execute(db)
    await sql`
      create table device_refused (
        ae_title text collate "C" not null,
        address text not null,
        refused_at timestamptz not null,
        times integer not null,
        primary key (ae_title, address)
      )`.execute(db)
  },
}
