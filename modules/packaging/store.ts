import { sql, type Kysely } from 'kysely'
import { at } from '../../platform/server/database/index.ts'
import type { Recipe } from './recipe.ts'
import type { PackageRow, PackagingTables } from './tables.ts'

export type Db = Kysely<PackagingTables>

/** @param pictures - by digest. */
export async function addPackage(db: Db, { recipe, ...row }: PackageRow, pictures: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('package').values({ ...row, created_at: at(row.created_at), recipe: asJson(recipe) }).execute()
    for (const [digest, bytes] of pictures) await tx.insertInto('package_picture').values({ package_id: row.id, digest, bytes }).execute()
  })
}

export async function pictureOf(db: Db, packageId: string, digest: string): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('package_picture').select('bytes').where('package_id', '=', packageId).where('digest', '=', digest).executeTakeFirst()
  return row?.bytes
}

/** What tells whether it is still the same; the whole row names thousands of Instances. */
export function packageNow(db: Db, id: string): Promise<Pick<PackageRow, 'study_id' | 'format' | 'etag'> | undefined> {
  return db.selectFrom('package').select(['study_id', 'format', 'etag']).where('id', '=', id).executeTakeFirst()
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
