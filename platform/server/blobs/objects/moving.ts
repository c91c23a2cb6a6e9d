/**
 * Whole segments move to a store: copied, read back, noted, and only then removed here.
 *
 * A crash leaves the file, or the object, or both; rows tell which of them is the segment (`object-rows.ts`), and the next turn
 * removes the other. One process at a time moves.
 *
 * @module
 */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { sql, type Kysely } from 'kysely'
import type { Clock, Instant } from '../../clock.ts'
import { isAbsent, StoreAwayError } from '../errors.ts'
import { digestOf } from '../reading.ts'
import type { BlobTables } from '../tables.ts'
import { announce, forgetObject, keep, keptAmong, movable, noteUsed, sumsByStore, toRemove, type StoreSum } from './object-rows.ts'
import type { SegmentStore } from './segment-store.ts'
import { NO_SEGMENT, tryStore, type StoreTrial } from './try-store.ts'

export interface MovingOptions {
  readonly db: Kysely<BlobTables>
  readonly clock: Clock
  readonly store: SegmentStore
  /** Where segments are files. */
  readonly folder: string
  /** Nobody keeps the file open for the next reader. */
  readonly forget: (segment: string) => void
}

export interface MovingRule {
  /** What was wanted before, and not since, moves. */
  readonly unusedSince: Instant
  /** Asked before each: as long as it is so, what is unused the longest moves whenever it was wanted. */
  readonly isTight: () => Promise<boolean>
  /** The turn ends, with the segment that it is at. */
  readonly until: Instant
}

export interface Amounts {
  readonly here: { readonly segments: number; readonly bytes: number }
  readonly stores: readonly StoreSum[]
}

const LOOKED_AT = 500
const READ_BACK_BYTES = 4 * 1024 * 1024

export class Moving {
  readonly #options: MovingOptions

  constructor(options: MovingOptions) {
    this.#options = options
  }

  get storeName(): string {
    return this.#options.store.name
  }

  /**
   * One turn. Another process may be at it: then nothing is done.
   *
   * @returns how many segments moved.
   * @throws StoreAwayError; all is as it was then, and the next turn tries again.
   */
  turn(rule: MovingRule, signal: AbortSignal): Promise<number> {
    return this.#alone(async () => {
      await this.#establish()
      // A store that is away is noticed before somebody wants something of it.
      await this.#options.store.sizeOf(NO_SEGMENT)
      await this.#sweep()
      let moved = 0
      for (const { name, usedAt } of await movable(this.#options.db, LOOKED_AT)) {
        if (signal.aborted || this.#options.clock.now() >= rule.until) break
        if (usedAt > rule.unusedSince && !(await rule.isTight())) break
        if (await this.#move(name, signal)) moved++
      }
      return moved
    })
  }

  /** What the store does with a few bytes. */
  async trial(): Promise<StoreTrial> {
    return tryStore(this.#options.store, this.#options.clock, () => this.#establish())
  }

  async amounts(): Promise<Amounts> {
    const { db, folder } = this.#options
    const names = await readdir(folder)
    const sizes = await Promise.all(names.map((name) => stat(path.join(folder, name)).then(({ size }) => size, () => 0)))
    return { here: { segments: names.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }, stores: await sumsByStore(db) }
  }

  async #establish(): Promise<void> {
    const { db, store } = this.#options
    const used = await db.selectFrom('blob_object').select('segment').where('store', '=', store.name).limit(1).executeTakeFirst()
    if (used === undefined) await store.establish()
  }

  async #sweep(): Promise<void> {
    const { db, store, folder } = this.#options
    for (const segment of await toRemove(db, store.name)) {
      await store.remove(segment)
      await forgetObject(db, segment, store.name)
    }
    for (const segment of await keptAmong(db, await readdir(folder))) await this.#removeFile(segment)
  }

  /** @returns false where there is nothing to move. */
  async #move(segment: string, signal: AbortSignal): Promise<boolean> {
    const { db, clock, store, folder } = this.#options
    const file = path.join(folder, segment)
    const { size: sizeBytes } = await stat(file).catch(() => ({ size: 0 }))
    const digest = sizeBytes === 0 ? null : await this.#copy(segment, createReadStream(file), signal)
    if (digest === null) {
      // Empty, or the check of stored files will tell of it. Others come first the next time.
      await noteUsed(db, segment, clock.now())
      return false
    }
    if ((await digestOf(this.#readBack(segment)).catch(nullIfAbsent)) !== digest)
      throw new StoreAwayError('unsound', 'a segment that was read back had other bytes')
    const isKept = await keep(db, segment, { store: store.name, sizeBytes })
    if (isKept) await this.#removeFile(segment)
    return isKept
  }

  /** @returns the digest of what was copied; null where our own disk cannot read it. */
  async #copy(segment: string, file: Readable, signal: AbortSignal): Promise<string | null> {
    const { db, store } = this.#options
    await announce(db, segment, store.name)
    const digest = createHash('sha256')
    try {
      await store.put(segment, Readable.from(hashing(file, digest), { objectMode: false }), signal)
      return digest.digest('hex')
    } catch (error) {
      if (file.errored !== null) return null
      throw error
    }
  }

  async *#readBack(segment: string): AsyncGenerator<Uint8Array> {
    for (let at = 0; ; at += READ_BACK_BYTES) {
      const part = await this.#options.store.read(segment, at, READ_BACK_BYTES)
      if (part.length > 0) yield part
      if (part.length < READ_BACK_BYTES) return
    }
  }

  async #removeFile(segment: string): Promise<void> {
    this.#options.forget(segment)
    await rm(path.join(this.#options.folder, segment), { force: true })
  }

  /** The lock is the connection's: it ends with the process. */
  #alone(work: () => Promise<number>): Promise<number> {
    return this.#options.db.connection().execute(async (connection) => {
      const { rows: [row] } = await sql<{ free: boolean }>`select pg_try_advisory_lock(hashtextextended('moving segments', 0)) as free`.execute(connection)
      if (row?.free !== true) return 0
      return work().finally(() => sql`select pg_advisory_unlock(hashtextextended('moving segments', 0))`.execute(connection))
    })
  }
}

function nullIfAbsent(error: unknown): null {
  if (isAbsent(error)) return null
  throw error
}

async function* hashing(file: Readable, hash: Hash): AsyncGenerator<Buffer> {
  for await (const part of file as AsyncIterable<Buffer>) {
    hash.update(part)
    yield part
  }
}
