import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Since when a password holds, what another service needs to hear of at sign-out, and finding people among very many. */
export const limits: Migration = {
  module: 'accounts', number: 40, name: 'limits',
  async up(db) {
    await sql`alter table account add column password_at timestamptz`.execute(db)
    // Nobody has to choose anew on the day of the update.
    await sql`update account set password_at = now() where password_hash is not null`.execute(db)
    await sql`alter table session add column service_token text`.execute(db)
    await sql`create extension if not exists pg_trgm`.execute(db)
    // Not taken apart by the planner, and told as dear as it is: so that the index is used.
    await sql`
      create function account_words(username text, display_name text, patient_id text, email text) returns text
      language sql immutable parallel safe cost 500 set search_path = pg_catalog as $$
        select regexp_replace(normalize(
          lower(username || ' ' || display_name || ' ' || coalesce(patient_id, '') || ' ' || coalesce(email, '')), nfd), '[\u0300-\u036f]', '', 'g')
      $$`.execute(db)
    await sql`create index account_words on account using gin (account_words(username, display_name, patient_id, email) gin_trgm_ops)`.execute(db)
  },
}
