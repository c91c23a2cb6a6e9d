import { sql } from 'kysely'
import { at } from '../../../platform/server/database/index.ts'
import type { PerformedRow } from '../tables.ts'
import type { Db } from './entries.ts'

export type Performed = PerformedRow

const LISTED_MAX = 200

/** @returns false if it is there. */
export async function addPerformed(tx: Db, row: Performed): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('performed_step').values({
    ...row, attributes: asJson(row.attributes), created_at: at(row.created_at), changed_at: at(row.changed_at),
  }).onConflict((on) => on.column('sop_instance_uid').doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export function performedByUid(db: Db, sopInstanceUid: string): Promise<Performed | undefined> {
  return db.selectFrom('performed_step').selectAll().where('sop_instance_uid', '=', sopInstanceUid).executeTakeFirst()
}

export function performedToChange(tx: Db, sopInstanceUid: string): Promise<Performed | undefined> {
  return tx.selectFrom('performed_step').selectAll().where('sop_instance_uid', '=', sopInstanceUid).forUpdate().executeTakeFirst()
}

export async function changePerformed(tx: Db, { id, created_at, ...row }: Performed): Promise<void> {
  await tx.updateTable('performed_step')
    .set({ ...row, attributes: asJson(row.attributes), created_at: at(created_at), changed_at: at(row.changed_at) }).where('id', '=', id).execute()
}

/** PostgreSQL takes any text but NUL and halves of surrogate pairs. */
export function asJson<J extends object>(attributes: J) {
  const clean = (_: string, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value)
  return sql<J>`${JSON.stringify(attributes, clean)}::jsonb`
}

export async function linkPerformed(tx: Db, performedId: string, stepIds: readonly string[]): Promise<void> {
  if (stepIds.length === 0) return
  await tx.insertInto('performed_of').values(stepIds.map((stepId) => ({ performed_id: performedId, step_id: stepId })))
    .onConflict((on) => on.doNothing()).execute()
}

export async function stepsOfPerformed(tx: Db, performedId: string): Promise<string[]> {
  const rows = await tx.selectFrom('performed_of').select('step_id').where('performed_id', '=', performedId).orderBy('step_id').execute()
  return rows.map(({ step_id }) => step_id)
}

/** Oldest first. */
export function performedOfStep(db: Db, stepId: string): Promise<Performed[]> {
  return db.selectFrom('performed_step').innerJoin('performed_of', 'performed_of.performed_id', 'performed_step.id')
    .selectAll('performed_step').where('performed_of.step_id', '=', stepId).orderBy('performed_step.id').execute()
}

/** By their SOP Instance UIDs. */
export async function performedOfStudy(db: Db, studyUid: string): Promise<string[]> {
  const rows = await db.selectFrom('performed_step').select('sop_instance_uid').where('study_uid', '=', studyUid).orderBy('id').execute()
  return rows.map(({ sop_instance_uid }) => sop_instance_uid)
}

/** What was performed on these days without having been planned. */
export function unplannedOfDays(db: Db, from: string, to: string): Promise<Performed[]> {
  return db.selectFrom('performed_step').selectAll().where('start_date', '>=', from).where('start_date', '<=', to)
    .where(sql<boolean>`not exists (select from performed_of where performed_id = performed_step.id)`)
    .orderBy('start_date').orderBy('start_time').orderBy('id').limit(LISTED_MAX).execute()
}
