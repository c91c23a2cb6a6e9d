import type { Kysely } from 'kysely'
import { at } from '../../platform/server/database/index.ts'
import type { PackageRow, PackagingTables } from './tables.ts'

export type Db = Kysely<PackagingTables>

export async function addPackage(db: Db, row: PackageRow): Promise<void> {
  await db.insertInto('package').values({ ...row, created_at: at(row.created_at) }).execute()
}

export function packageById(db: Db, id: string): Promise<PackageRow | undefined> {
  return db.selectFrom('package').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function removePackage(db: Db, id: string): Promise<void> {
  await db.deleteFrom('package').where('id', '=', id).execute()
}
