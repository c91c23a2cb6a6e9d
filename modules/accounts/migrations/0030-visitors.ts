import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Who comes with an access code has a session like everybody, and so an account; no password ever fits it. */
export const visitors: Migration = {
  module: 'accounts', number: 30, name: 'visitors',
  async up(db) {
    await sql`
      alter table account
        drop constraint account_role_check,
        add constraint account_role_check check (role in ('admin', 'clerk', 'doctor', 'patient', 'visitor')),
        add constraint account_visitor_has_no_password check (role <> 'visitor' or password_hash is null)`.execute(db)
  },
}
