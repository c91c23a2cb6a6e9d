import type { Kysely } from 'kysely'
import { LRUCache } from 'lru-cache'
import { HOUR_MS, type Clock } from '../../clock.ts'
import { StoreAwayError } from '../errors.ts'
import type { SegmentBytes } from '../segment-bytes.ts'
import type { BlobTables } from '../tables.ts'
import { adopt, keptAs, noteUsed, type Kept } from './object-rows.ts'
import { ReadAhead } from './read-ahead.ts'
import type { SegmentStore } from './segment-store.ts'

const USES_KEPT = 10_000
/** Rules count in days. */
const NOTED_EVERY_MS = 12 * HOUR_MS

interface FarOptions {
  readonly db: Kysely<BlobTables>
  readonly clock: Clock
  /** Null: none is configured. What was put into one before cannot be read then. */
  readonly store: SegmentStore | null
}

/** Segments of which no file is here, read from the store that has them. */
export class FarSegments {
  readonly #options: FarOptions
  readonly #ahead: ReadAhead | null
  readonly #noted: LRUCache<string, true>

  constructor(options: FarOptions) {
    const { store, clock } = options
    this.#options = options
    this.#ahead = store && new ReadAhead(store)
    this.#noted = new LRUCache({ max: USES_KEPT, ttl: NOTED_EVERY_MS, perf: clock })
  }

  /** Undefined: no store has it either. @throws StoreAwayError */
  async open(segment: string): Promise<SegmentBytes | undefined> {
    const kept = await this.#keptAs(segment)
    if (kept === undefined) return undefined
    this.#mustBeOurs(kept)
    return this.#ahead?.open(segment, kept.sizeBytes)
  }

  /** As the store says now. Null: nowhere. */
  async sizeOf(segment: string): Promise<number | null> {
    const kept = await this.#keptAs(segment)
    return kept === undefined ? null : this.#mustBeOurs(kept).sizeOf(segment)
  }

  /** Somebody wants something of it: it stays here for longer. */
  noteUse(segment: string): void {
    const { db, clock, store } = this.#options
    if (store === null || this.#noted.has(segment)) return
    this.#noted.set(segment, true)
    // What fails makes a segment move too soon, and it can be read from there.
    noteUsed(db, segment, clock.now()).catch(() => this.#noted.delete(segment))
  }

  /** A database that was brought back from a backup does not know what moved after that: it learns it here. */
  async #keptAs(segment: string): Promise<Kept | undefined> {
    const { db, store } = this.#options
    const known = await keptAs(db, segment)
    const sizeBytes = known === undefined ? await store?.sizeOf(segment) : undefined
    if (store === null || typeof sizeBytes !== 'number') return known
    return (await adopt(db, segment, { store: store.name, sizeBytes })) ? { store: store.name, sizeBytes } : keptAs(db, segment)
  }

  #mustBeOurs(kept: Kept): SegmentStore {
    const { store } = this.#options
    if (store?.name === kept.store) return store
    throw new StoreAwayError('unconfigured', `it lies in ${kept.store}, and this server was started ${store === null ? 'without a store' : `with ${store.name}`}`)
  }
}
