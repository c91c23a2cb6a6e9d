import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Those of the last day are counted whenever an administrator looks whether all is well. */
export const failedTransfers: Migration = {
  module: 'devices', number: 30, name: 'failed-transfers',
  async up(db) {
    await sql`create index transfer_failed on transfer (ended_at) where state in ('failed', 'incomplete')`.execute(db)
  },
}
