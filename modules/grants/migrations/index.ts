import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'
import { openingsAndCodes } from './0002-openings-and-codes.ts'

const init: Migration = {
  module: 'grants', number: 1, name: 'init',
  async up(db) {
    await sql`
      create table access_grant (
        id text collate "C" primary key,
        parent_id text collate "C" references access_grant,
        account_id text collate "C" not null references account,
        patient_id text collate "C" not null check (patient_id <> ''),
        issuer text collate "C" not null,
        actions text[] not null,
        until timestamptz,
        ended_at timestamptz,
        created_at timestamptz not null
      )`.execute(db)
    await sql`create index access_grant_of_account on access_grant (account_id) where ended_at is null`.execute(db)
    await sql`create index access_grant_on_patient on access_grant (patient_id, issuer) where ended_at is null`.execute(db)
    await sql`
      create unique index access_grant_own_patient on access_grant (account_id, patient_id, issuer)
      where parent_id is null and ended_at is null`.execute(db)
  },
}

export const migrations: readonly Migration[] = [init, openingsAndCodes]
