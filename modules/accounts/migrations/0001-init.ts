import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

export const init: Migration = {
  module: 'accounts', number: 1, name: 'init',
  async up(db) {
    await sql`
      create table account (
        id text collate "C" primary key,
        username text not null unique,
        display_name text not null,
        role text not null check (role in ('admin', 'clerk', 'doctor', 'patient')),
        patient_id text,
        patient_issuer text,
        password_hash text,
        active boolean not null,
        wrong integer not null default 0,
        wrong_at timestamptz,
        created_at timestamptz not null,
        check ((role = 'patient') = (patient_id is not null)),
        check ((patient_id is null) = (patient_issuer is null))
      )`.execute(db)
    await sql`
      create table session (
        id text collate "C" primary key,
        token_hash text collate "C" not null unique,
        account_id text collate "C" not null references account on delete cascade,
        created_at timestamptz not null,
        seen_at timestamptz not null
      )`.execute(db)
    await sql`create index session_account on session (account_id)`.execute(db)
    await sql`
      create table invitation (
        token_hash text collate "C" primary key,
        account_id text collate "C" not null references account on delete cascade,
        expires_at timestamptz not null
      )`.execute(db)
    await sql`create index invitation_account on invitation (account_id)`.execute(db)
  },
}
