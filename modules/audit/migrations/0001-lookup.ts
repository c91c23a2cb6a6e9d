import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/index.ts'

/** By actor, subject and place alone, and by the beginning of an action: newest first. */
export const lookup: Migration = {
  module: 'audit-pages', number: 1, name: 'lookup',
  async up(db) {
    await sql`create index audit_action_id on audit (action collate "C", id desc)`.execute(db)
    await sql`create index audit_actor_id on audit (actor, id desc)`.execute(db)
    await sql`create index audit_subject_id on audit (subject, id desc)`.execute(db)
    await sql`create index audit_at on audit (at)`.execute(db)
  },
}
