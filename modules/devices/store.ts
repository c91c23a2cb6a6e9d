import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'
import { at } from '../../platform/server/database/index.ts'
import type { DeviceRow, DevicesTables, RefusedRow } from './tables.ts'

export type Db = Kysely<DevicesTables>

export function allDevices(db: Db): Promise<DeviceRow[]> {
  return db.selectFrom('device').selectAll().orderBy('description').orderBy('id').execute()
}

export function deviceByTitle(db: Db, aeTitle: string): Promise<DeviceRow | undefined> {
  return db.selectFrom('device').selectAll().where('ae_title', '=', aeTitle).executeTakeFirst()
}

/** @returns false if the AE title is taken. */
export async function addDevice(db: Db, row: DeviceRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.insertInto('device')
    .values({ ...row, last_contact_at: null, created_at: at(row.created_at) })
    .onConflict((on) => on.column('ae_title').doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export function removeDevice(db: Db, id: string): Promise<DeviceRow | undefined> {
  return db.deleteFrom('device').where('id', '=', id).returningAll().executeTakeFirst()
}

export async function noteContact(db: Db, id: string, address: string, now: Instant): Promise<void> {
  await db.updateTable('device').set({ last_contact_at: at(now), last_address: address }).where('id', '=', id).execute()
}

export function latestRefused(db: Db, limit: number): Promise<RefusedRow[]> {
  return db.selectFrom('device_refused').selectAll().orderBy('refused_at', 'desc').limit(limit).execute()
}

/** Counts a refusal, and forgets the oldest so that a stranger who tries many names cannot fill the table. */
export async function noteRefused(db: Db, aeTitle: string, address: string, now: Instant, kept: number): Promise<void> {
  await db.insertInto('device_refused').values({ ae_title: aeTitle, address, refused_at: at(now), times: 1 })
    .onConflict((on) => on.columns(['ae_title', 'address'])
      .doUpdateSet({ refused_at: at(now), times: sql`device_refused.times + 1` }))
    .execute()
  await sql`delete from device_refused where (ae_title, address) not in
    (select ae_title, address from device_refused order by refused_at desc limit ${kept})`.execute(db)
}

export async function forgetRefused(db: Db, aeTitle: string): Promise<void> {
  await db.deleteFrom('device_refused').where('ae_title', '=', aeTitle).execute()
}
