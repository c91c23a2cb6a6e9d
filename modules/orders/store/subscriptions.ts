/** Who is told of which workitems, and what is to be told. */
import type { DicomJson } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { newId } from '../../../platform/server/ids.ts'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { Channel } from '../tables.ts'
import type { Db } from './entries.ts'
import { asJson } from './performed.ts'

export interface Subscriber {
  readonly aeTitle: string
  readonly channel: Channel
}

export interface Subscription extends Subscriber {
  /** With a deletion lock. */
  readonly locked: boolean
}

export interface GlobalSubscription extends Subscription {
  readonly keys: DicomJson
}

const columns = ['ae_title as aeTitle', 'channel', 'locked'] as const

export function subscribersOf(db: Db, uid: string): Promise<Subscriber[]> {
  return db.selectFrom('workitem_subscription').select(['ae_title as aeTitle', 'channel']).where('uid', '=', uid).orderBy('ae_title').execute()
}

/** Until the transaction is over no workitem comes, and nobody else subscribes to all. */
export async function holdNewWorkitems(tx: Db): Promise<void> {
  await sql`lock table workitem_global_subscription in share row exclusive mode`.execute(tx)
}

/** None of them changes until the transaction is over. */
export async function globalSubscriptions(tx: Db): Promise<GlobalSubscription[]> {
  await sql`lock table workitem_global_subscription in row exclusive mode`.execute(tx)
  return tx.selectFrom('workitem_global_subscription').select([...columns, 'keys']).orderBy('ae_title').execute()
}

/** What was subscribed to before is replaced. */
export async function subscribe(tx: Db, uid: string, subscription: Subscription): Promise<void> {
  const row = rowOf(subscription)
  await tx.insertInto('workitem_subscription').values({ uid, ...row })
    .onConflict((on) => on.columns(['uid', 'ae_title']).doUpdateSet(row)).execute()
}

/** What was subscribed to before stays as it is. */
export async function subscribeToNew(tx: Db, uid: string, subscription: Subscription): Promise<void> {
  await tx.insertInto('workitem_subscription').values({ uid, ...rowOf(subscription) }).onConflict((on) => on.doNothing()).execute()
}

export async function subscribeGlobally(tx: Db, uid: string, { keys, ...subscription }: GlobalSubscription): Promise<void> {
  const row = { ...rowOf(subscription), keys: asJson(keys) }
  await tx.insertInto('workitem_global_subscription').values({ uid, ...row })
    .onConflict((on) => on.columns(['uid', 'ae_title']).doUpdateSet(row)).execute()
}

function rowOf({ aeTitle, channel, locked }: Subscription) {
  return { ae_title: aeTitle, channel, locked }
}

export async function unsubscribe(tx: Db, uid: string, aeTitle: string): Promise<void> {
  await tx.deleteFrom('workitem_subscription').where('uid', '=', uid).where('ae_title', '=', aeTitle).execute()
}

export async function unsubscribeFromAll(tx: Db, aeTitle: string): Promise<void> {
  // In the order in which `holdNewWorkitems` and what follows it takes them: the one waits for the other, not both.
  await tx.deleteFrom('workitem_global_subscription').where('ae_title', '=', aeTitle).execute()
  await tx.deleteFrom('workitem_subscription').where('ae_title', '=', aeTitle).execute()
}

/** What was subscribed to stays. @param uid - the well-known one. */
export async function suspend(tx: Db, uid: string, aeTitle: string): Promise<void> {
  await tx.deleteFrom('workitem_global_subscription').where('uid', '=', uid).where('ae_title', '=', aeTitle).execute()
}

/** Who is told of anything at all by associations. */
export async function dimseSubscribers(db: Db): Promise<readonly string[]> {
  const found = await db.selectFrom('workitem_subscription').select('ae_title').where('channel', '=', 'dimse')
    .union(db.selectFrom('workitem_global_subscription').select('ae_title').where('channel', '=', 'dimse')).orderBy('ae_title').execute()
  return found.map((row) => row.ae_title)
}

export interface WorkitemEvent {
  readonly uid: string
  readonly type: number
  readonly information: DicomJson
}

/** @returns its id. */
export async function addEvent(tx: Db, { uid, type, information }: WorkitemEvent, now: Instant): Promise<string> {
  const id = newId('wev', now)
  await tx.insertInto('workitem_event').values({ id, uid, type, information: asJson(information), at: at(now) }).execute()
  return id
}

/** Those that are still there, in the order in which they happened. */
export function eventsById(db: Db, ids: readonly string[]): Promise<WorkitemEvent[]> {
  return db.selectFrom('workitem_event').select(['uid', 'type', 'information']).where('id', 'in', ids).orderBy('id').execute()
}

export async function forgetEvents(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('workitem_event').where('at', '<', at(before)).execute()
}
