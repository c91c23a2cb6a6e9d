import { sql, type Kysely } from 'kysely'
import { at } from '../../platform/server/database/index.ts'
import type { Recipe } from './recipe.ts'
import type { PackageRow, PackagingTables } from './tables.ts'

export type Db = Kysely<PackagingTables>

export async function addPackage(db: Db, { recipe, ...row }: PackageRow): Promise<void> {
  await db.insertInto('package').values({ ...row, created_at: at(row.created_at), recipe: asJson(recipe) }).execute()
}

export function packageById(db: Db, id: string): Promise<PackageRow | undefined> {
  return db.selectFrom('package').selectAll().where('id', '=', id).executeTakeFirst()
}

function asJson(recipe: PackageRow['recipe']) {
  return sql<Recipe>`${JSON.stringify(recipe)}::jsonb`
}

/** The same images are other bytes now. */
export async function changeBytes(
  db: Db, id: string, { recipe, ...bytes }: Pick<PackageRow, 'size_bytes' | 'etag' | 'recipe'>,
): Promise<void> {
  await db.updateTable('package').set({ ...bytes, recipe: asJson(recipe) }).where('id', '=', id).execute()
}

export async function removePackage(db: Db, id: string): Promise<void> {
  await db.deleteFrom('package').where('id', '=', id).execute()
}
