/**
 * Immutable bytes named by their SHA-256, in segments.
 *
 * A new file with fsync for each instance bounds ingest at a few hundred a second; an append with
 * fdatasync does several thousand (docs/decisions/0003-segments.md). The segment is the durable record: rows
 * that name its blobs may be committed without waiting for the database's own log, because `recover`
 * reads again what a crash may have kept from them.
 *
 * @module
 */
import { mkdir, open as openFile } from 'node:fs/promises'
import path from 'node:path'
import type { BlobId, BlobReader } from '@filmjacket/bytes'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../clock.ts'
import { newId } from '../ids.ts'
import { compactSegment, isSparse, liveBytesOf } from './compaction.ts'
import { BlobDamagedError, isAbsent, SegmentLostError, StorageFullError, StoreAwayError } from './errors.ts'
import { IdleSegments, SEGMENT_BYTES } from './idle-segments.ts'
import { FarSegments } from './objects/far-segments.ts'
import { Moving } from './objects/moving.ts'
import type { SegmentStore } from './objects/segment-store.ts'
import { cutRoom, digestOf, readInto, readRange, readUpTo, recordsIn, recordsOf } from './reading.ts'
import { ReadingInTurn } from './reading-in-turn.ts'
import { SegmentFiles } from './segment-files.ts'
import type { SegmentRegister } from './segment-register.ts'
import { Segment, type Place, type RecordWriter } from './segment.ts'
import { isFull, Space } from './space.ts'

const PLACES_KEPT = 100_000

export interface BlobWriter {
  /** @returns a promise only when the disk is behind: await it before the next call. */
  write(chunk: Uint8Array): Promise<void> | undefined
  /** Makes the blob durable. It is not yet known to anyone: the caller now writes the rows. */
  finish(note: object): Promise<Place>
  /**
   * The blob stays. Its segment is not sealed before `rows`, if they are still on their way, and never if they fail:
   * a restart hands the blob to `recover` again.
   */
  keep(rows?: Promise<unknown>): Promise<void>
  /** Leaves nothing of this blob, at whatever point. */
  abandon(): Promise<void>
}

/** Writes the rows of a blob anew, if they are missing. */
export type Replay = (place: Place, note: unknown, bytes: AsyncIterable<Uint8Array>) => Promise<void>

export interface Blobs extends BlobReader {
  /** @throws StorageFullError if the disk has no room to begin with. */
  begin(): Promise<BlobWriter>
  /**
   * Hands on what may be on disk but not in rows, after a crash. Replaying twice must do no harm.
   *
   * @returns how many records were handed on.
   */
  recover(replay: Replay): Promise<number>
  /** Writes anew those of these segments of which most is dead, and removes their files. @returns which are gone. */
  compact(segments: readonly string[], signal: AbortSignal): Promise<readonly string[]>
  /** @throws BlobDamagedError if the bytes are not those that the id names. */
  verify(id: BlobId): Promise<void>
  /** For one who reads many small blobs, mostly in the order in which they came. */
  inTurn(): BlobReader
  /** Which of these are no longer where they were put: somebody removed or cut their file. Looks, and reads nothing. */
  lacking(ids: readonly BlobId[]): Promise<readonly BlobId[]>
  /** Where segments go that the disk need not keep. Null: nowhere. */
  readonly moving: Moving | null
  close(): Promise<void>
}

export interface BlobsOptions {
  readonly folder: string
  /** Bytes of the disk that are left to others. 0 asks for none. */
  readonly reserveBytes: number
  readonly register: SegmentRegister
  readonly clock: Clock
  /** Null or absent: every segment stays in the folder. */
  readonly store?: SegmentStore | null
}

export async function openBlobs(options: BlobsOptions): Promise<Blobs> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 })
  return new SegmentedBlobs(options)
}

class SegmentedBlobs implements Blobs {
  readonly #options: BlobsOptions
  readonly #space: Space
  readonly #files: SegmentFiles
  readonly #far: FarSegments
  readonly moving: Moving | null
  readonly #idle: IdleSegments
  readonly #places = new LRUCache<BlobId, Place>({ max: PLACES_KEPT })

  constructor(options: BlobsOptions) {
    this.#options = options
    this.#space = new Space(options.folder, options.reserveBytes, options.clock)
    const { folder, clock, register: { db }, store = null } = options
    this.#idle = new IdleSegments(options.folder, () => this.#newSegment())
    this.#far = new FarSegments({ db, clock, store })
    this.#files = new SegmentFiles((segment) => this.#pathOf(segment), this.#far)
    this.moving = store && new Moving({ db, clock, store, folder, forget: (segment) => this.#files.forget(segment) })
  }

  async begin(): Promise<BlobWriter> {
    try {
      await this.#space.demand()
      const segment = await this.#take()
      return this.#writer(segment, segment.record())
    } catch (error) {
      return throwAsFull(error)
    }
  }

  read(blob: BlobId, start: number, end: number): AsyncGenerator<Uint8Array> {
    return this.#reading(blob, start, end, (segment) => this.#far.noteUse(segment))
  }

  async readInto(blob: BlobId, start: number, into: Uint8Array): Promise<number> {
    const place = await this.#placeOf(blob)
    if (start >= place.length) throw new BlobDamagedError(`a blob of ${place.length} bytes is read from ${start}`)
    this.#far.noteUse(place.segment)
    const room = into.subarray(0, place.length - start)
    const fill = ({ segment, offset }: Place) => this.#files.use(segment, (file) => readInto(file, offset + start, room))
    return fill(place).catch(async (error: unknown) => fill(await this.#movedFrom(place, error)))
  }

  async compact(segments: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
    const gone: string[] = []
    const compacting = {
      db: this.#options.register.db, pathOf: (segment: string) => this.#pathOf(segment), begin: () => this.begin(),
      recordsOf: (segment: string) => this.#files.read(segment, (file) => recordsIn(file, segment)),
      read: ({ place }: { readonly place: Place }) => this.#bytesAt(place), forget: (segment: string) => this.#files.forget(segment),
    }
    for (const sparse of await liveBytesOf(compacting.db, segments)) {
      if (signal.aborted) break
      const isWorthIt = async () => isSparse(sparse, await this.#files.sizeOf(sparse.segment))
      const isGone = async () => (await isWorthIt()) && compactSegment(compacting, sparse, signal)
      if (await isGone().catch(notNow)) gone.push(sparse.segment)
    }
    return gone
  }

  async verify(id: BlobId): Promise<void> {
    // It may have been removed and stored again since it was last read, elsewhere.
    const { length } = await this.#placeAnew(id)
    if ((await digestOf(this.#reading(id, 0, length))) !== id) throw new BlobDamagedError(`blob ${id} has other bytes`)
  }

  inTurn(): BlobReader {
    return new ReadingInTurn({
      knownPlaceOf: (blob) => this.#places.get(blob),
      placeOf: (blob) => this.#placeOf(blob),
      bytesOf: (segment, start, length) => {
        this.#far.noteUse(segment)
        return this.#files.use(segment, (file) => readUpTo(file, start, length))
      },
      read: (blob, start, end) => this.read(blob, start, end),
    })
  }

  async lacking(ids: readonly BlobId[]): Promise<readonly BlobId[]> {
    const doubtful = await this.#notThere(ids)
    // They may have been moved since it was last known where they are.
    for (const id of doubtful) this.#places.delete(id)
    return doubtful.length === 0 ? [] : this.#notThere(doubtful)
  }

  async recover(replay: Replay): Promise<number> {
    let replayed = 0
    for (const segment of await this.#options.register.abandoned()) {
      let end = 0
      for await (const record of recordsOf(this.#pathOf(segment), segment)) {
        await replay(record.place, record.note, this.#bytesAt(record.place))
        replayed++
        end = record.end
      }
      await cutRoom(this.#pathOf(segment), end)
      await this.#options.register.seal(segment)
    }
    return replayed
  }

  async close(): Promise<void> {
    for (const segment of await this.#idle.drain()) await this.#retire(segment)
    await this.#files.close()
  }

  async *#reading(blob: BlobId, start: number, end: number, noteUse?: (segment: string) => void): AsyncGenerator<Uint8Array> {
    const place = await this.#placeOf(blob)
    if (end > place.length) throw new BlobDamagedError(`a blob of ${place.length} bytes is read up to ${end}`)
    noteUse?.(place.segment)
    let at = start
    try {
      for await (const part of this.#part(place, start, end)) {
        at += part.length
        yield part
      }
    } catch (error) {
      yield* this.#part(await this.#movedFrom(place, error), at, end)
    }
  }

  async #notThere(ids: readonly BlobId[]): Promise<readonly BlobId[]> {
    const places = await this.#placesOf(ids)
    const sizes = new Map<string, number>()
    for (const { segment } of places.values())
      if (!sizes.has(segment)) sizes.set(segment, await this.#files.sizeOf(segment))
    return ids.filter((id) => {
      const place = places.get(id)
      return place === undefined || (sizes.get(place.segment) ?? 0) < place.offset + place.length
    })
  }

  async #placesOf(ids: readonly BlobId[]): Promise<ReadonlyMap<BlobId, Place>> {
    const places = new Map<BlobId, Place>()
    for (const id of ids) {
      const place = this.#places.get(id)
      if (place !== undefined) places.set(id, place)
    }
    const unknown = ids.filter((id) => !places.has(id))
    for (const place of unknown.length === 0 ? [] : await this.#options.register.placesOf(unknown)) {
      this.#places.set(place.id, place)
      places.set(place.id, place)
    }
    return places
  }

  #bytesAt(place: Place): AsyncIterable<Uint8Array> {
    return this.#part(place, 0, place.length)
  }

  #writer(segment: Segment, record: RecordWriter): BlobWriter {
    let held = true
    const giveBack = async () => {
      if (held) await this.#giveBack(segment)
      held = false
    }
    return {
      write: (chunk) => {
        this.#space.use(chunk.length)
        this.#idle.received(chunk.length)
        return record.write(chunk)?.catch(throwAsFull)
      },
      finish: (note) => this.#finish(segment, record, note).catch(throwAsFull),
      keep: (rows) => {
        if (rows !== undefined) segment.awaitRows(rows)
        return giveBack()
      },
      abandon: async () => {
        if (held) await record.abandon()
        await giveBack()
      },
    }
  }

  /** Of a segment that is ours no more, another may have read all that it will. */
  async #finish(segment: Segment, record: RecordWriter, note: object): Promise<Place> {
    const place = await record.finish(Buffer.from(JSON.stringify(note)))
    if (!this.#options.register.isOurs(segment.name)) throw new SegmentLostError('the connection to the database was lost')
    return place
  }

  #part({ segment, offset }: Place, start: number, end: number): AsyncIterable<Uint8Array> {
    return this.#files.read(segment, (file) => readRange(file, offset + start, offset + end))
  }

  /** Where it is now, if its segment is gone. @throws else `error` */
  async #movedFrom(place: Place, error: unknown): Promise<Place> {
    const moved = isAbsent(error) ? await this.#placeAnew(place.id) : place
    if (moved.segment === place.segment) throw error
    return moved
  }

  #placeAnew(id: BlobId): Promise<Place> {
    this.#places.delete(id)
    return this.#placeOf(id)
  }

  async #placeOf(id: BlobId): Promise<Place> {
    const known = this.#places.get(id) ?? (await this.#options.register.placeOf(id))
    if (known === undefined) throw new BlobDamagedError(`no blob ${id}`)
    this.#places.set(id, known)
    return known
  }

  /** Segments whose lock was lost with the database's connection, or whose file was removed, are left to `recover`. */
  async #take(): Promise<Segment> {
    for (;;) {
      const segment = await this.#idle.take()
      if (!segment.broken && !segment.isRemoved && this.#options.register.isOurs(segment.name)) return segment
      this.#idle.gone()
      await segment.close()
    }
  }

  /** The row is written before the file, so that no file can be forgotten. */
  async #newSegment(): Promise<Segment> {
    const name = newId('seg', this.#options.clock.now())
    await this.#options.register.add(name)
    const segment = await Segment.create(this.#pathOf(name), name)
    await syncFolder(this.#options.folder).catch(async (error: unknown) => {
      await segment.close()
      throw error
    })
    return segment
  }

  async #giveBack(segment: Segment): Promise<void> {
    if (!segment.broken && segment.size < SEGMENT_BYTES) {
      this.#idle.giveBack(segment)
      return
    }
    this.#idle.gone()
    await this.#retire(segment)
  }

  /** A broken segment stays unsealed, and one that rows do not tell of: the next start reads it again. */
  async #retire(segment: Segment): Promise<void> {
    await segment.close()
    if (!segment.broken && (await segment.isInRows()) && this.#options.register.isOurs(segment.name)) await this.#options.register.seal(segment.name)
  }

  #pathOf(segment: string): string {
    return path.join(this.#options.folder, segment)
  }
}

/** A new file is only there after a crash if its folder was synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await openFile(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Segments of a store that is away wait for another night. */
function notNow(error: unknown): false {
  if (error instanceof StoreAwayError) return false
  throw error
}

function throwAsFull(error: unknown): never {
  throw isFull(error) ? new StorageFullError('the disk has no room for more images', { cause: error }) : error
}
