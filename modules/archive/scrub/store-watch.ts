/**
 * What need not lie on the disk of the server moves to the store, and administrators are told while that cannot be used. NET-28.
 *
 * @module
 */
import { StoreAwayError, type Amounts, type Moving } from '../../../platform/server/blobs/index.ts'
import { DAY_MS, isoTime, SECOND_MS } from '../../../platform/server/clock.ts'
import type { Log } from '../../../platform/server/log.ts'
import type { StorageView, StoreTrialView } from '../contract.ts'
import { changeStoreAway, storeAway, type StoreAway } from '../store/store-watch.ts'
import { freePercentOf, tellStore, type WatchOptions } from './disk-watch.ts'

export interface StoreOptions extends WatchOptions {
  readonly log: Log
  /** Null: no store is configured. */
  readonly moving: Moving | null
  readonly moveRule: () => { readonly afterDays: number; readonly belowPercent: number }
}

/** Less than the minute after which the next turn begins. */
const TURN_MS = 45 * SECOND_MS

/** Moves for a while. Where the store cannot be used, all stays as it is. */
export async function moveOn(options: StoreOptions, signal: AbortSignal): Promise<void> {
  const { moving, moveRule, clock, disk } = options
  if (moving === null) return
  const { afterDays, belowPercent } = moveRule()
  const isTight = async () => freePercentOf(await disk()) < belowPercent
  const rule = { unusedSince: clock.now() - afterDays * DAY_MS, isTight, until: clock.now() + TURN_MS }
  // What breaks off because we stop says nothing about the store.
  const away = await moving.turn(rule, signal).then(() => null, (error: unknown) => (signal.aborted ? null : asAway(error)))
  if (!signal.aborted) await note(options, away)
}

async function note(options: StoreOptions, away: StoreAwayError | null): Promise<void> {
  const { db, clock, log } = options
  const isNews = await db.transaction().execute(async (tx) => {
    const changed = await changeStoreAway(tx, away && { reason: away.reason, words: away.message }, clock.now())
    if (changed) await tellStore(options, tx, away?.message ?? null)
    return changed
  })
  if (!isNews) return
  if (away === null) log.info('the store of segments can be used again')
  else log.warn({ reason: away.reason, words: away.message }, 'the store of segments cannot be used')
}

function asAway(error: unknown): StoreAwayError {
  if (error instanceof StoreAwayError) return error
  throw error
}

export async function storeView({ db, moving, moveRule }: Pick<StoreOptions, 'db' | 'moving' | 'moveRule'>): Promise<StorageView['store']> {
  if (moving === null) return null
  const [amounts, away] = await Promise.all([moving.amounts(), storeAway(db)])
  return { name: moving.storeName, ...placesOf(amounts, moving.storeName), ...moveRule(), away: away && awayView(away) }
}

function placesOf({ here, stores }: Amounts, name: string): Pick<NonNullable<StorageView['store']>, 'here' | 'there' | 'elsewhere'> {
  const there = stores.find(({ store }) => store === name) ?? { segments: 0, bytes: 0 }
  const elsewhere = stores.filter(({ store }) => store !== name).map(({ store, ...sum }) => ({ name: store, ...sum }))
  return { here, there: { segments: there.segments, bytes: there.bytes }, elsewhere }
}

function awayView({ reason, words, since }: StoreAway): NonNullable<NonNullable<StorageView['store']>['away']> {
  return { reason, words, since: isoTime(since) }
}

/** What an administrator is told who asks whether it works. Null: there is none. */
export async function tryStoreNow(moving: Moving | null): Promise<StoreTrialView | null> {
  const trial = await moving?.trial()
  if (trial === undefined) return null
  return trial.kind === 'works'
    ? { works: true, tookMs: trial.tookMs, step: null, reason: null, words: '' }
    : { works: false, tookMs: 0, step: trial.step, reason: trial.reason, words: trial.words }
}
