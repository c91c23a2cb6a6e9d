import { sql, type Kysely, type Selectable } from 'kysely'
import { at } from '../../../platform/server/database/index.ts'
import type { Check } from '../checked.ts'
import type { CheckRow, DevicesTables } from '../tables.ts'

type Db = Kysely<DevicesTables>

/** Keeps the latest `kept` of the device. Nothing, if it was removed meanwhile. @returns false then. */
export async function addCheck(tx: Db, deviceId: string, check: Check, kept: number): Promise<boolean> {
  const there = await tx.selectFrom('device').select('id').where('id', '=', deviceId).forShare().executeTakeFirst()
  if (there === undefined) return false
  await tx.insertInto('device_check').values({
    device_id: deviceId, checked_at: at(check.checkedAt), outcome: check.outcome, ms: check.ms, status: check.status,
    detail: check.detail, is_scheduled: check.isScheduled,
  }).execute()
  await sql`delete from device_check where device_id = ${deviceId} and id not in
    (select id from device_check where device_id = ${deviceId} order by id desc limit ${kept})`.execute(tx)
  return true
}

/** Newest first. */
export async function checksOf(db: Db, deviceId: string, limit: number): Promise<Check[]> {
  const rows = await db.selectFrom('device_check').selectAll().where('device_id', '=', deviceId)
    .orderBy('id', 'desc').limit(limit).execute()
  return rows.map(checkOf)
}

/** The latest of each device that was ever called. */
export async function latestChecks(db: Db): Promise<ReadonlyMap<string, Check>> {
  const rows = await db.selectFrom('device').innerJoinLateral(
    (eb) => eb.selectFrom('device_check').selectAll().whereRef('device_check.device_id', '=', 'device.id')
      .orderBy('id', 'desc').limit(1).as('latest'),
    (join) => join.onTrue(),
  ).selectAll('latest').execute()
  return new Map(rows.map((row) => [row.device_id, checkOf(row)]))
}

export async function alertAddress(db: Db): Promise<string | null> {
  const row = await db.selectFrom('device_alert').select('address').executeTakeFirst()
  return row?.address ?? null
}

export async function setAlertAddress(db: Db, address: string | null): Promise<void> {
  await db.insertInto('device_alert').values({ address })
    .onConflict((on) => on.column('is_only').doUpdateSet({ address })).execute()
}

function checkOf(row: Omit<Selectable<CheckRow>, 'id'>): Check {
  return {
    checkedAt: row.checked_at, outcome: row.outcome, ms: row.ms, status: row.status, detail: row.detail,
    isScheduled: row.is_scheduled,
  }
}
