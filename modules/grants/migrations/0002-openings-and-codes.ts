import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

export const openingsAndCodes: Migration = {
  module: 'grants', number: 2, name: 'openings-and-codes',
  async up(db) {
    await sql`
      alter table access_grant
        add column kind text not null default 'opened' check (kind in ('own', 'opened', 'code')),
        add column studies text[],
        add column reason text not null default '',
        add column granted_by text collate "C" references account,
        add column ended_by text collate "C" references account`.execute(db)
    await sql`
      update access_grant set kind = 'own' from account
      where account.id = access_grant.account_id and account.patient_id = access_grant.patient_id`.execute(db)
    await sql`drop index access_grant_own_patient`.execute(db)
    await sql`
      create unique index access_grant_own on access_grant (account_id, patient_id, issuer)
      where kind = 'own' and ended_at is null`.execute(db)
    await sql`create index access_grant_below on access_grant (parent_id) where parent_id is not null`.execute(db)
    await sql`
      create table access_code (
        id text collate "C" primary key,
        account_id text collate "C" not null references account,
        grant_id text collate "C" not null references access_grant,
        code_hash text collate "C" not null unique,
        check_hash text collate "C" not null,
        patient_id text collate "C" not null check (patient_id <> ''),
        issuer text collate "C" not null,
        patient_name text not null,
        language text not null,
        made_by text collate "C" not null references account,
        created_at timestamptz not null,
        opens_at timestamptz not null,
        until timestamptz not null,
        ended_at timestamptz,
        used_at timestamptz
      )`.execute(db)
    await sql`create index access_code_of_patient on access_code (patient_id, issuer)`.execute(db)
    await sql`create index access_code_due on access_code (until) where ended_at is null`.execute(db)
    await sql`
      create table access_code_try (
        code_hash text collate "C" primary key,
        wrong integer not null,
        tried_at timestamptz not null
      )`.execute(db)
  },
}
