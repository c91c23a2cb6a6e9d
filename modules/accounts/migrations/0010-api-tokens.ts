import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

export const apiTokens: Migration = {
  module: 'accounts', number: 10, name: 'api-tokens',
  async up(db) {
    await sql`
      create table api_token (
        id text collate "C" primary key,
        token_hash text collate "C" not null unique,
        account_id text collate "C" not null references account on delete cascade,
        name text not null,
        actions text[] not null,
        studies text[],
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      )`.execute(db)
    await sql`create index api_token_account on api_token (account_id, created_at)`.execute(db)
  },
}
