/**
 * Who is told of which workitems: of one, of all, or of all that match. PS3.4 §CC.2.3, Table CC.2.3-2; PS3.18 §11.10 to §11.12.
 *
 * All are those that are not over yet. A deletion lock keeps a workitem for longer, not for ever.
 *
 * @module
 */
import { matches, Tags, toDicomJson, type DataSet, type DicomJson, type Tag } from '@filmjacket/dicom-data'
import { FILTERED_GLOBAL_SUBSCRIPTION, GLOBAL_SUBSCRIPTION } from '@filmjacket/dicom-net'
import type { Db } from '../store/entries.ts'
import * as store from '../store/subscriptions.ts'
import { workitemToChange, type Workitem } from '../store/workitems.ts'
import { stateReport } from './events.ts'
import { dataSetIn, dataSetOf, jsonOf } from './json.ts'
import { malformedKey, matchingWorkitems } from './matching.ts'
import type { WorkitemNews } from './news.ts'
import { note, type Absent, type By } from './workitem.ts'

export type Subscribed = { readonly kind: 'done' } | { readonly kind: 'malformed'; readonly tag: Tag } | Absent
/** `not-global`: only what is subscribed to as a whole is suspended. */
export type Suspended = { readonly kind: 'done' | 'not-global' }

export interface Subscriptions {
  /** @param keys - of which workitems, where all that match are subscribed to. */
  subscribe(by: By, uid: string, subscription: store.Subscription, keys: DataSet | null): Promise<Subscribed>
  unsubscribe(by: By, uid: string, aeTitle: string): Promise<{ readonly kind: 'done' }>
  suspend(by: By, uid: string, aeTitle: string): Promise<Suspended>
}

export interface SubscriptionsOptions {
  readonly db: Db
  readonly news: Pick<WorkitemNews, 'happened'>
}

const NO_KEYS = dataSetOf({})

export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { db } = options
  return {
    async subscribe(by, uid, subscription, keys) {
      if (uid === GLOBAL_SUBSCRIPTION) return subscribeToAll(options, by, uid, { subscription, keys: NO_KEYS })
      if (uid === FILTERED_GLOBAL_SUBSCRIPTION) return subscribeToAll(options, by, uid, { subscription, keys: keys ?? NO_KEYS })
      return subscribeToOne(options, by, uid, subscription)
    },
    unsubscribe: (by, uid, aeTitle) => db.transaction().execute(async (tx) => {
      await (isGlobal(uid) ? store.unsubscribeFromAll(tx, aeTitle) : store.unsubscribe(tx, uid, aeTitle))
      await note(tx, by, 'workitem-unsubscribed', uid, { aeTitle })
      return { kind: 'done' }
    }),
    suspend: (by, uid, aeTitle) => db.transaction().execute(async (tx): Promise<Suspended> => {
      if (!isGlobal(uid)) return { kind: 'not-global' }
      await store.suspend(tx, uid, aeTitle)
      await note(tx, by, 'workitem-subscription-suspended', uid, { aeTitle })
      return { kind: 'done' }
    }),
  }
}

function isGlobal(uid: string): boolean {
  return uid === GLOBAL_SUBSCRIPTION || uid === FILTERED_GLOBAL_SUBSCRIPTION
}

function subscribeToOne({ db, news }: SubscriptionsOptions, by: By, uid: string, subscription: store.Subscription): Promise<Subscribed> {
  return db.transaction().execute(async (tx): Promise<Subscribed> => {
    const known = await workitemToChange(tx, uid)
    if (known === undefined) return { kind: 'not-found' }
    if (known.attributes === null) return { kind: 'gone' }
    await store.subscribe(tx, uid, subscription)
    await news.happened(tx, [subscription], [stateReport({ ...known, attributes: known.attributes })])
    await note(tx, by, 'workitem-subscribed', uid, detailOf(subscription))
    return { kind: 'done' }
  })
}

interface Wish {
  readonly subscription: store.Subscription
  readonly keys: DataSet
}

/** What it had subscribed to stays as it was; with a lock it hears of each at once. */
async function subscribeToAll({ db, news }: SubscriptionsOptions, by: By, uid: string, { subscription, keys }: Wish): Promise<Subscribed> {
  const tag = malformedKey(keys)
  if (tag !== null) return { kind: 'malformed', tag }
  return db.transaction().execute(async (tx): Promise<Subscribed> => {
    await store.holdNewWorkitems(tx)
    await store.subscribeGlobally(tx, uid, { ...subscription, keys: { ...toDicomJson(keys), ...jsonOf({ [Tags.SpecificCharacterSet]: 'ISO_IR 192' }) } })
    const initial: store.WorkitemEvent[] = []
    for await (const workitem of matchingWorkitems(tx, keys)) {
      if (isOver(workitem)) continue
      await store.subscribeToNew(tx, workitem.uid, subscription)
      if (subscription.locked) initial.push(stateReport(workitem))
    }
    await news.happened(tx, [subscription], initial)
    await note(tx, by, 'workitem-subscribed', uid, detailOf(subscription))
    return { kind: 'done' }
  })
}

function isOver({ state }: Workitem): boolean {
  return state === 'COMPLETED' || state === 'CANCELED'
}

function detailOf({ aeTitle, locked }: store.Subscription) {
  return { aeTitle, locked }
}

/** Subscribes to a new workitem who has subscribed to all, or to such. @returns who that is. */
export async function subscribersOfNew(tx: Db, uid: string, attributes: DicomJson): Promise<readonly store.Subscriber[]> {
  const dataSet = dataSetIn(attributes)
  const fitting = (await store.globalSubscriptions(tx)).filter(({ keys }) => matches(dataSet, dataSetIn(keys)))
  // Who has subscribed to all and to such is told once, and has a lock if it asked for one.
  const each = new Map<string, store.Subscription>()
  for (const one of fitting) each.set(one.aeTitle, { ...one, locked: one.locked || each.get(one.aeTitle)?.locked === true })
  for (const subscription of each.values()) await store.subscribe(tx, uid, subscription)
  return [...each.values()]
}
