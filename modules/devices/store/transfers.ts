import { sql, type Kysely, type Selectable } from 'kysely'
import { at } from '../../../platform/server/database/index.ts'
import type { Instant } from '../../../platform/server/clock.ts'
import type { InstanceOutcome } from '../peer/attempt.ts'
import type { TransferDirection, TransferProblem, TransferState } from '../contract.ts'
import type { DevicesTables, TransferRow } from '../tables.ts'

type Db = Kysely<DevicesTables>

/** As it is read. */
export type Transfer = Selectable<TransferRow>

const OPEN: readonly TransferState[] = ['queued', 'running']

export interface NewTransferRow {
  readonly id: string
  readonly direction: TransferDirection
  readonly deviceId: string
  readonly deviceDescription: string
  readonly studyUid: string
  readonly startedBy: string | null
  readonly now: Instant
}

/** @returns false if the same is under way. */
export async function addTransfer(tx: Db, row: NewTransferRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('transfer').values({
    id: row.id, direction: row.direction, device_id: row.deviceId, device_description: row.deviceDescription,
    study_uid: row.studyUid, state: 'queued', started_by: row.startedBy, created_at: at(row.now),
    total: null, problem: null, status: null, started_at: null, ended_at: null, lease: null, seen_at: null,
  }).onConflict((on) => on.columns(['direction', 'device_id', 'study_uid'])
    .where('state', 'in', sql<TransferState>`('queued', 'running')`).doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export function openTransfer(db: Db, direction: TransferDirection, deviceId: string, studyUid: string): Promise<Transfer | undefined> {
  return db.selectFrom('transfer').selectAll().where('direction', '=', direction).where('device_id', '=', deviceId)
    .where('study_uid', '=', studyUid).where('state', 'in', OPEN).executeTakeFirst()
}

export function transferById(db: Db, id: string): Promise<Transfer | undefined> {
  return db.selectFrom('transfer').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Newest first, from `before` on. */
export function transfersBefore(
  db: Db, before: string | undefined, direction: TransferDirection | undefined, limit: number,
): Promise<Transfer[]> {
  return db.selectFrom('transfer').selectAll()
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .$if(direction !== undefined, (query) => query.where('direction', '=', direction ?? 'send'))
    .orderBy('id', 'desc').limit(limit).execute()
}

export interface Claim {
  readonly lease: string
  readonly now: Instant
  /** Whose worker was not seen since is without one. */
  readonly goneSince: Instant
  /** At most so many at a time. */
  readonly most: number
}

/**
 * The oldest transfer that nobody works on, of a device that nobody is busy with: a slow one holds up only its own.
 * @returns undefined if there is none, or no room for one.
 */
export async function claimNext(db: Db, { lease, now, goneSince, most }: Claim): Promise<Transfer | undefined> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('devices:transfers', 0))`.execute(tx)
    const busy = await tx.selectFrom('transfer').select('device_id')
      .where('state', '=', 'running').where('seen_at', '>', at(goneSince)).execute()
    if (busy.length >= most) return undefined
    const devices = busy.flatMap(({ device_id }) => (device_id === null ? [] : [device_id]))
    const next = await tx.selectFrom('transfer').select('id').where('state', 'in', OPEN)
      .where((eb) => eb.or([eb('state', '=', 'queued'), eb('seen_at', '<=', at(goneSince))]))
      .$if(devices.length > 0, (query) => query.where((eb) => eb.or([eb('device_id', 'is', null), eb('device_id', 'not in', devices)])))
      .orderBy('created_at').orderBy('id').limit(1).executeTakeFirst()
    if (next === undefined) return undefined
    return tx.updateTable('transfer')
      .set({ state: 'running', lease, seen_at: at(now), started_at: sql<Instant>`coalesce(started_at, ${new Date(now)}::timestamptz)` })
      .where('id', '=', next.id).returningAll().executeTakeFirst()
  })
}

/** Whether there is something to claim, of whatever device. */
export async function hasWaiting(db: Db, goneSince: Instant): Promise<boolean> {
  const row = await db.selectFrom('transfer').select('id').where('state', 'in', OPEN)
    .where((eb) => eb.or([eb('state', '=', 'queued'), eb('seen_at', '<=', at(goneSince))])).limit(1).executeTakeFirst()
  return row !== undefined
}

export interface Standing {
  readonly patientName: string
  readonly studyDate: string
  readonly studyDescription: string
  readonly total: number
  readonly already: number
  readonly moved: number
  readonly failed: number
}

function columnsOf(standing: Standing | null) {
  if (standing === null) return {}
  const { patientName, studyDate, studyDescription, total, already, moved, failed } = standing
  return {
    patient_name: patientName, study_date: studyDate, study_description: studyDescription, total, already, moved, failed,
  }
}

/** @returns false if it is another's, or over: cancelled, or taken by somebody who thought us gone. */
export async function note(db: Db, id: string, lease: string, now: Instant, standing: Standing | null): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('transfer').set({ seen_at: at(now), ...columnsOf(standing) })
    .where('id', '=', id).where('lease', '=', lease).where('state', '=', 'running').executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function addOutcomes(db: Db, transferId: string, outcomes: readonly InstanceOutcome[]): Promise<void> {
  if (outcomes.length === 0) return
  const rows = outcomes.map(({ instanceUid, isDone, status, reason }) => ({
    transfer_id: transferId, instance_uid: instanceUid, outcome: isDone ? 'done' as const : 'failed' as const, status, reason,
  }))
  await db.insertInto('transfer_instance').values(rows).onConflict((on) => on.columns(['transfer_id', 'instance_uid'])
    .doUpdateSet({ outcome: sql`excluded.outcome`, status: sql`excluded.status`, reason: sql`excluded.reason` })).execute()
}

/** What left already, in an earlier try. */
export async function sentInstances(db: Db, transferId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('transfer_instance').select('instance_uid').where('transfer_id', '=', transferId)
    .where('outcome', '=', 'done').execute()
  return new Set(rows.map((row) => row.instance_uid))
}

export async function failuresOf(db: Db, transferId: string, limit: number): Promise<InstanceOutcome[]> {
  const rows = await db.selectFrom('transfer_instance').selectAll().where('transfer_id', '=', transferId)
    .where('outcome', '=', 'failed').orderBy('instance_uid').limit(limit).execute()
  return rows.map((row) => ({ instanceUid: row.instance_uid, isDone: false, status: row.status, reason: row.reason }))
}

/** By SOP Instance UID, of all that did not leave. */
export async function failedInstances(db: Db, transferId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('transfer_instance').select('instance_uid').where('transfer_id', '=', transferId)
    .where('outcome', '=', 'failed').execute()
  return new Set(rows.map((row) => row.instance_uid))
}

export interface Ending {
  readonly state: TransferState
  readonly problem: TransferProblem | null
  readonly status: number | null
  readonly standing: Standing | null
  readonly now: Instant
}

/** What left is of no interest any more; what did not, is. @returns false if it is another's, or over. */
export async function finish(tx: Db, id: string, lease: string, { state, problem, status, standing, now }: Ending): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('transfer')
    .set({ state, problem, status, ended_at: at(now), lease: null, ...columnsOf(standing) })
    .where('id', '=', id).where('lease', '=', lease).where('state', '=', 'running').executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx.deleteFrom('transfer_instance').where('transfer_id', '=', id).where('outcome', '=', 'done').execute()
  return true
}

/** Back into the queue: this process ends before the transfer does. */
export async function release(db: Db, id: string, lease: string): Promise<void> {
  await db.updateTable('transfer').set({ state: 'queued', lease: null, seen_at: null })
    .where('id', '=', id).where('lease', '=', lease).where('state', '=', 'running').execute()
}

/** Whoever works on it finds out. @returns undefined if it is not there, or over. */
export function cancel(tx: Db, id: string, now: Instant): Promise<Transfer | undefined> {
  return tx.updateTable('transfer').set({ state: 'cancelled', ended_at: at(now), lease: null })
    .where('id', '=', id).where('state', 'in', OPEN).returningAll().executeTakeFirst()
}

export async function forgetOld(db: Db, endedBefore: Instant): Promise<void> {
  await db.deleteFrom('transfer').where('ended_at', '<', at(endedBefore)).execute()
}
