/** Devices and transfers that passed a threshold since somebody was last told (NET-31). */
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { HOUR_MS, MINUTE_MS } from '../../../platform/server/clock.ts'
import type { DevicesTables } from '../tables.ts'

type Db = Kysely<DevicesTables>

export interface Passed {
  readonly id: string
  readonly description: string
  readonly ae_title: string
}

export interface TurnedQuiet extends Passed {
  readonly is_quiet: boolean
  readonly quiet_hours: number | null
}

/** Marks those that became quiet, or are quiet no more: by their last call, or since they were added. */
export async function turnQuiet(tx: Db, now: Instant): Promise<TurnedQuiet[]> {
  const isQuiet = sql<boolean>`(may_call and quiet_hours is not null
    and coalesce(last_contact_at, created_at) <= ${new Date(now)}::timestamptz - quiet_hours * ${HOUR_MS}::float8 * interval '1 millisecond')`
  return tx.updateTable('device').set({ is_quiet: isQuiet }).where('is_quiet', '<>', isQuiet)
    .returning(['id', 'description', 'ae_title', 'is_quiet', 'quiet_hours']).execute()
}

export interface TurnedSlow extends Passed {
  readonly transfer_id: string
  readonly slow_minutes: number | null
}

/** Marks what has been leaving for its device for longer than it may; each once. */
export async function turnSlow(tx: Db, now: Instant): Promise<TurnedSlow[]> {
  return tx.updateTable('transfer').from('device').set({ is_slow: true })
    .whereRef('device.id', '=', 'transfer.device_id').where('direction', '=', 'send').where('state', '=', 'running').where('is_slow', '=', false)
    .where(sql<boolean>`transfer.started_at <= ${new Date(now)}::timestamptz - device.slow_minutes * ${MINUTE_MS}::float8 * interval '1 millisecond'`)
    .returning(['transfer.id as transfer_id', 'device.id', 'device.description', 'device.ae_title', 'device.slow_minutes']).execute()
}
