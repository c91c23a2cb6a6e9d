/**
 * Which segments there are, and whose they are.
 *
 * A process holds an advisory lock in the database under its owner's name for as long as it lives. A segment
 * that is not sealed and whose owner's lock is free belongs to nobody: its process died.
 *
 * @module
 */
import type { BlobId } from '@filmjacket/bytes'
import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import { SECOND_MS, type Clock } from '../clock.ts'
import { newId } from '../ids.ts'
import type { Place } from './segment.ts'
import type { BlobTables } from './tables.ts'

type Db = Kysely<BlobTables>

const CONNECT_MS = 10 * SECOND_MS

interface Lock {
  readonly owner: string
  /** Its connection holds the lock. */
  readonly client: pg.Client
}

export class SegmentRegister {
  readonly db: Db
  readonly #databaseUrl: string
  readonly #clock: Clock
  readonly #ours = new Set<string>()
  #lock: Lock | null = null
  #taking: Promise<Lock> | null = null
  readonly #listeners: (() => void)[] = []

  constructor(db: Db, databaseUrl: string, clock: Clock) {
    this.db = db
    this.#databaseUrl = databaseUrl
    this.#clock = clock
  }

  /** Announces a segment of ours. Call it before the file is made. */
  async add(name: string): Promise<void> {
    const { owner } = this.#lock ?? (await (this.#taking ??= this.#takeLock()))
    await this.db
      .insertInto('blob_segment')
      .values({ name, owner, sealed: false, created_at: sql`now()` })
      .execute()
    this.#ours.add(name)
  }

  /** False once the connection that held our lock is gone: another process may be reading the segment now. */
  isOurs(name: string): boolean {
    return this.#ours.has(name)
  }

  /** Calls back whenever our lock went with its connection: our segments are nobody's now, and `recover` is due. */
  onLost(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /**
   * Nothing more will be written, and all of it is in rows. This commit waits for the database's log, and
   * with it for every commit before it.
   */
  async seal(name: string): Promise<void> {
    this.#ours.delete(name)
    await this.db.updateTable('blob_segment').set({ sealed: true }).where('name', '=', name).execute()
  }

  /** Segments whose process died before sealing them. */
  async abandoned(): Promise<readonly string[]> {
    const open = await this.db.selectFrom('blob_segment').select(['name', 'owner']).where('sealed', '=', false)
      .orderBy('name').execute()
    const dead = new Map<string, boolean>()
    for (const { owner } of open) if (!dead.has(owner)) dead.set(owner, await this.#isFree(owner))
    return open.filter(({ owner }) => dead.get(owner) === true).map(({ name }) => name)
  }

  async placeOf(id: BlobId): Promise<Place | undefined> {
    const row = await this.db.selectFrom('blob').select(['segment', 'offset', 'length']).where('id', '=', id)
      .executeTakeFirst()
    return row === undefined ? undefined : { id, ...row }
  }

  async placesOf(ids: readonly BlobId[]): Promise<readonly Place[]> {
    const rows = await this.db.selectFrom('blob').select(['id', 'segment', 'offset', 'length']).where('id', '=', sql<string>`any(${ids})`).execute()
    return rows.map((row) => ({ ...row, id: row.id as BlobId }))
  }

  async close(): Promise<void> {
    await this.#lock?.client.end()
    this.#lock = null
  }

  async #isFree(owner: string): Promise<boolean> {
    if (owner === this.#lock?.owner) return false
    return this.db.connection().execute(async (connection) => {
      const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_lock(${lockKey(owner)}) as free`
        .execute(connection)
      const free = rows[0]?.free === true
      if (free) await sql`select pg_advisory_unlock(${lockKey(owner)})`.execute(connection)
      return free
    })
  }

  /** One for all that is begun at once. */
  async #takeLock(): Promise<Lock> {
    try {
      return (this.#lock = await this.#newLock())
    } finally {
      this.#taking = null
    }
  }

  async #newLock(): Promise<Lock> {
    const owner = newId('own', this.#clock.now())
    const client = new pg.Client({ connectionString: this.#databaseUrl, connectionTimeoutMillis: CONNECT_MS })
    client.on('error', () => this.#lost(client))
    await client.connect()
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [owner])
    return { owner, client }
  }

  /** A connection may fail more than once, and an older one behind a newer. */
  #lost(client: pg.Client): void {
    if (this.#lock?.client !== client) return
    this.#lock = null
    this.#ours.clear()
    for (const listener of this.#listeners) listener()
  }
}

function lockKey(owner: string) {
  return sql`hashtextextended(${owner}, 0)`
}

/** Names the blob for all to read. In the same transaction as the rows that speak of it. */
export async function nameBlob(db: Db, place: Place): Promise<void> {
  await db.insertInto('blob').values(place).onConflict((on) => on.column('id').doNothing()).execute()
}
