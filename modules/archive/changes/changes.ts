/**
 * What became of Studies, page by page, for programs that follow: each change once, in order, none left out however many write
 * at the same time. API-04.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import type { Caller } from '../../../platform/server/auth/caller.ts'
import { DAY_MS, SECOND_MS, type Clock } from '../../../platform/server/clock.ts'
import type { Live } from '../../../platform/server/live.ts'
import type { ChangeKind } from '../contract.ts'
import type { ImageRights } from '../dicomweb/index.ts'
import * as store from '../store/changes.ts'
import type { ArchiveTables } from '../tables.ts'
import { readPosition, writePosition, type Position } from './position.ts'

/** As migration 0060 tells it. */
const NEWS = 'study-changes'
const PAGE = 100
/** More who wait at the same time in this process are answered at once. */
const WAITING_MAX = 200

export interface Asked {
  readonly since?: string
  readonly limit?: number
  readonly waitSeconds?: number
  /** Without it, all. */
  readonly kinds?: readonly ChangeKind[]
}

export interface ToldChange {
  readonly kind: ChangeKind
  readonly studyUid: string
  readonly at: number
  readonly position: string
}

export type Told =
  | { readonly kind: 'page'; readonly changes: readonly ToldChange[]; readonly last: string; readonly done: boolean }
  | { readonly kind: 'malformed' }
  /** What followed it is not kept any more, or it is a place in another database's feed. */
  | { readonly kind: 'gone' }

export interface Changes {
  /** @param signal - ends the waiting. */
  read(caller: Caller, asked: Asked, signal: AbortSignal): Promise<Told>
  /** Drops what is older than a site keeps. Doing it twice drops nothing twice. */
  forget(): Promise<number>
}

export interface ChangesOptions {
  readonly db: Kysely<ArchiveTables>
  readonly clock: Clock
  readonly rights: Pick<ImageRights, 'studies'>
  readonly live: Pick<Live, 'follow'>
  readonly keptDays: () => number
}

type Page = Exclude<Told, { kind: 'malformed' }>

export function createChanges({ db, clock, rights, live, keptDays }: ChangesOptions): Changes {
  let waiting = 0

  async function page(from: Position | 'oldest' | 'now', asked: Omit<store.Wanted, 'after'>): Promise<Page> {
    await store.placeChanges(db)
    const after = typeof from === 'string' ? 0 : from.number
    const { feed, changes } = await store.readChanges(db, { ...asked, after, limit: asked.limit + 1 })
    const place = (number: number) => writePosition({ feed: feed.feed, number })
    if (from === 'now') return { kind: 'page', changes: [], last: place(feed.last), done: true }
    if (from !== 'oldest' && (from.feed !== feed.feed || after < feed.forgotten || after > feed.last)) return { kind: 'gone' }
    const shown = changes.slice(0, asked.limit)
    const done = changes.length === shown.length
    const last = done ? feed.last : shown.at(-1)?.position ?? after
    return { kind: 'page', changes: shown.map(({ position, ...change }) => ({ ...change, position: place(position) })), last: place(last), done }
  }

  /** Listens before it looks: what comes between is heard. */
  async function waitFor(look: () => Promise<Page>, seconds: number, signal: AbortSignal): Promise<Page> {
    const over = AbortSignal.any([signal, AbortSignal.timeout(seconds * SECOND_MS)])
    const news = live.follow(NEWS, over)
    waiting += 1
    try {
      while ((await news.next()).done !== true) {
        const found = await look()
        if (found.kind !== 'page' || found.changes.length > 0) return found
      }
      return await look()
    } finally {
      waiting -= 1
      await news.return(undefined)
    }
  }

  return {
    async read(caller, { since, limit = PAGE, waitSeconds = 0, kinds = null }, signal) {
      const from = since === undefined ? 'oldest' : since === 'now' ? since : readPosition(since)
      if (from === null) return { kind: 'malformed' }
      const studies = await rights.studies(caller)
      const look = () => page(from, { limit, kinds, studies })
      const found = await look()
      const waits = waitSeconds > 0 && from !== 'now' && found.kind === 'page' && found.changes.length === 0 && waiting < WAITING_MAX
      return waits ? waitFor(look, waitSeconds, signal) : found
    },
    forget: () => store.forgetChanges(db, clock.now() - keptDays() * DAY_MS),
  }
}
