import { sql, type Kysely, type Selectable } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'
import { at } from '../../platform/server/database/index.ts'
import type { ForwardRow, ForwardRuleRow, RoutingTables } from './tables.ts'

export type Db = Kysely<RoutingTables>
export type ForwardRule = ForwardRuleRow
export type Forward = Selectable<ForwardRow>

export interface RuleTally {
  readonly done: number
  readonly open: number
  readonly givenUp: number
  readonly lastAt: Instant | null
}

/** By description. */
export function allRules(db: Db): Promise<ForwardRule[]> {
  return db.selectFrom('forward_rule').selectAll().orderBy('description').orderBy('id').execute()
}

export function ruleById(db: Db, id: string): Promise<ForwardRule | undefined> {
  return db.selectFrom('forward_rule').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function tallies(db: Db): Promise<ReadonlyMap<string, RuleTally>> {
  const inState = (state: Forward['state']) => sql<number>`(count(*) filter (where state = ${state}))::integer`
  const rows = await db.selectFrom('forward').select(['rule_id', (eb) => eb.fn.max('changed_at').as('lastAt')])
    .select([inState('done').as('done'), inState('open').as('open'), inState('given-up').as('givenUp')])
    .groupBy('rule_id').execute()
  return new Map(rows.map(({ rule_id, ...tally }) => [rule_id, tally]))
}

export async function addRule(tx: Db, row: ForwardRule): Promise<void> {
  await tx.insertInto('forward_rule').values({ ...row, created_at: at(row.created_at) }).execute()
}

export async function changeRule(tx: Db, { id, description, from_ae_title, modality, device_id, is_on }: ForwardRule): Promise<void> {
  await tx.updateTable('forward_rule').set({ description, from_ae_title, modality, device_id, is_on }).where('id', '=', id).execute()
}

/** With what it did. */
export function removeRule(tx: Db, id: string): Promise<ForwardRule | undefined> {
  return tx.deleteFrom('forward_rule').where('id', '=', id).returningAll().executeTakeFirst()
}

/** Puts a Study in line, once for as many Instances as it has. @returns false if that many were in line before. */
export async function putInLine(db: Db, ruleId: string, studyUid: string, instances: number, now: Instant): Promise<boolean> {
  const fresh = { instances, state: 'open' as const, tries: 0, due_at: at(now), changed_at: at(now), transfer_id: null }
  const { numInsertedOrUpdatedRows } = await db.insertInto('forward').values({ rule_id: ruleId, study_uid: studyUid, ...fresh })
    .onConflict((on) => on.columns(['rule_id', 'study_uid']).doUpdateSet(fresh).where('forward.instances', '<', instances)).executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Open ones that are due, the longest waiting first. */
export function dueForwards(db: Db, now: Instant, limit: number): Promise<Forward[]> {
  return db.selectFrom('forward').selectAll().where('state', '=', 'open').where('due_at', '<=', at(now)).orderBy('due_at').limit(limit).execute()
}

export async function changeForward(
  db: Db, { rule_id, study_uid, instances }: Forward, change: Partial<Pick<Forward, 'state' | 'tries' | 'transfer_id'>> & { readonly dueAt: Instant; readonly now: Instant },
): Promise<void> {
  const { dueAt, now, ...rest } = change
  await db.updateTable('forward').set({ ...rest, due_at: at(dueAt), changed_at: at(now) })
    .where('rule_id', '=', rule_id).where('study_uid', '=', study_uid).where('instances', '=', instances).execute()
}

/** Notes that somebody's priors are looked for now. @returns false if that was done since `since`. */
export async function beginPriorSearch(db: Db, patientId: string, now: Instant, since: Instant): Promise<boolean> {
  await db.deleteFrom('prior_search').where('searched_at', '<', at(since)).execute()
  const { numInsertedOrUpdatedRows } = await db.insertInto('prior_search').values({ patient_id: patientId, searched_at: at(now) })
    .onConflict((on) => on.column('patient_id').doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
