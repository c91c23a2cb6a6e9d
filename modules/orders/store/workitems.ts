/** Workitems of Unified Procedure Steps. */
import type { DicomJson } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { WorkitemState } from '../workitems/state.ts'
import type { Db } from './entries.ts'
import { asJson } from './performed.ts'

export interface Workitem {
  readonly uid: string
  readonly state: WorkitemState
  readonly transactionUid: string | null
  readonly startsAt: string
  readonly attributes: DicomJson
}

const columns = ['uid', 'state', 'transaction_uid as transactionUid', 'starts_at as startsAt', 'attributes'] as const

/** Attributes are null of one that was forgotten. */
export type KnownWorkitem = Omit<Workitem, 'attributes'> & { readonly attributes: DicomJson | null }

export function workitemByUid(db: Db, uid: string): Promise<KnownWorkitem | undefined> {
  return db.selectFrom('workitem').select(columns).where('uid', '=', uid).executeTakeFirst()
}

/** Whoever else wants to change it waits until the transaction is over. */
export function workitemToChange(tx: Db, uid: string): Promise<KnownWorkitem | undefined> {
  return tx.selectFrom('workitem').select(columns).where('uid', '=', uid).forUpdate().executeTakeFirst()
}

/** @returns false if it is there, or was. */
export async function addWorkitem(tx: Db, { uid, ...workitem }: Workitem, now: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('workitem').values({ uid, created_at: at(now), ...written(workitem, now) })
    .onConflict((on) => on.column('uid').doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function changeWorkitem(tx: Db, { uid, ...workitem }: Workitem, now: Instant): Promise<void> {
  await tx.updateTable('workitem').set(written(workitem, now)).where('uid', '=', uid).execute()
}

function written({ state, transactionUid, startsAt, attributes }: Omit<Workitem, 'uid'>, now: Instant) {
  return { state, transaction_uid: transactionUid, starts_at: startsAt, attributes: asJson(attributes), changed_at: at(now) }
}

/** What the database can answer of a search: values that must be there as they are. */
export function workitemsWith(db: Db, contained: DicomJson, after: Workitem | null, limit: number): Promise<Workitem[]> {
  return searchQuery(db, contained, after, limit).execute() as Promise<Workitem[]>
}

/** In the order in which they are due. */
export function searchQuery(db: Db, contained: DicomJson, after: Workitem | null, limit: number) {
  return db.selectFrom('workitem').select(columns).where('attributes', 'is not', null)
    .$if(Object.keys(contained).length > 0, (query) => query.where(sql<boolean>`attributes @> ${asJson(contained)}`))
    .$if(after !== null, (query) => query.where(sql<boolean>`(starts_at, uid) > (${after?.startsAt ?? ''}, ${after?.uid ?? ''})`))
    .orderBy('starts_at').orderBy('uid').limit(limit)
}

/** Those that nobody changed since, and who waits for what of them. @param lockedSince - the same, of those with a deletion lock. @returns how many. */
export async function forgetWorkitems(db: Db, since: Instant, lockedSince: Instant, limit: number): Promise<number> {
  const { rows } = await sql<{ readonly uid: string }>`
    with old as (
      select uid from workitem where attributes is not null and changed_at < ${at(since)} and (changed_at < ${at(lockedSince)}
        or not exists (select from workitem_subscription each where each.uid = workitem.uid and each.locked)) limit ${limit}
    ), unheard as (delete from workitem_subscription where uid in (select uid from old))
    update workitem set attributes = null, transaction_uid = null where uid in (select uid from old) returning uid`.execute(db)
  return rows.length
}
