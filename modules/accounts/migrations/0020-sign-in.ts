import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

export const signIn: Migration = {
  module: 'accounts', number: 20, name: 'sign-in',
  async up(db) {
    await sql`
      alter table account
        add column email text,
        add column birth_date text,
        add column totp_secret text,
        add column totp_step bigint`.execute(db)
    await sql`create index account_email on account (email) where email is not null`.execute(db)
    await sql`
      alter table session
        add column method text not null default 'password',
        add column device text not null default '',
        add column address text not null default '',
        add column proved_at timestamptz`.execute(db)
    await sql`alter table invitation add column wrong integer not null default 0`.execute(db)
    await sql`
      create table sign_in_try (
        account_id text collate "C" not null references account on delete cascade,
        place text collate "C" not null,
        wrong integer not null,
        wrong_at timestamptz,
        right_at timestamptz,
        primary key (account_id, place)
      )`.execute(db)
    await sql`
      create table ticket (
        token_hash text collate "C" primary key,
        purpose text not null check (purpose in ('reset', 'code-setup', 'passkey-add', 'passkey-sign-in', 'oidc')),
        account_id text collate "C" references account on delete cascade,
        data jsonb not null,
        wrong integer not null default 0,
        expires_at timestamptz not null
      )`.execute(db)
    await sql`create index ticket_account on ticket (account_id) where account_id is not null`.execute(db)
    await sql`create index ticket_expires on ticket (expires_at)`.execute(db)
    await sql`
      create table passkey (
        id text collate "C" primary key,
        account_id text collate "C" not null references account on delete cascade,
        public_key bytea not null,
        counter bigint not null,
        transports text[] not null,
        name text not null,
        created_at timestamptz not null,
        used_at timestamptz
      )`.execute(db)
    await sql`create index passkey_account on passkey (account_id)`.execute(db)
    await sql`create table recovery_code (
      code_hash text collate "C" primary key, account_id text collate "C" not null references account on delete cascade)`.execute(db)
    await sql`create index recovery_code_account on recovery_code (account_id)`.execute(db)
    await sql`
      create table foreign_identity (
        issuer text collate "C" not null,
        subject text collate "C" not null,
        account_id text collate "C" not null references account on delete cascade,
        created_at timestamptz not null,
        primary key (issuer, subject)
      )`.execute(db)
    await sql`create index foreign_identity_account on foreign_identity (account_id)`.execute(db)
  },
}
