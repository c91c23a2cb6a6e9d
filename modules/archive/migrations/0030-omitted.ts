import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/**
 * What a stored header lacks, `[tag, at, start, end, crc32, isImplicit]` of each value, so that the bytes that came can be
 * told again. Null where it was stored before this was noted: `Archive.recover` notes it.
 */
export const omitted: Migration = {
  module: 'archive', number: 30, name: 'omitted',
  async up(db) {
    await sql`alter table instance_header add column omitted jsonb`.execute(db)
    await sql`alter table instance_header alter column omitted set default '[]'`.execute(db)
    await sql`create index instance_header_unnoted on instance_header (instance_id) where omitted is null`.execute(db)
  },
}
