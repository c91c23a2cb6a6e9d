import { open as openFile, stat } from 'node:fs/promises'
import { LRUCache } from 'lru-cache'
import { MINUTE_MS } from '../clock.ts'
import { isAbsent } from './errors.ts'
import type { FarSegments } from './objects/far-segments.ts'
import type { SegmentBytes } from './segment-bytes.ts'

const OPEN_FILES = 64
/** Another process may have moved it away: its room is free when nobody has it open. */
const OPEN_MS = 5 * MINUTE_MS

/** Segments open for reading, shared by all readers. A file leaves when it is neither used nor recent. */
export class SegmentFiles {
  readonly #pathOf: (segment: string) => string
  readonly #far: FarSegments
  readonly #users = new Map<SegmentBytes, number>()
  readonly #open: LRUCache<string, Promise<SegmentBytes>>

  constructor(pathOf: (segment: string) => string, far: FarSegments) {
    this.#pathOf = pathOf
    this.#far = far
    this.#open = new LRUCache({ max: OPEN_FILES, ttl: OPEN_MS, ttlAutopurge: true, dispose: (file) => void this.#release(file) })
  }

  /** Asked of the disk, or of the store, now; 0 where it is nowhere. @throws StoreAwayError */
  async sizeOf(segment: string): Promise<number> {
    try {
      return (await stat(this.#pathOf(segment))).size
    } catch (error) {
      if (!isAbsent(error)) throw error
      return (await this.#far.sizeOf(segment)) ?? 0
    }
  }

  /** Runs `work` with the file open. */
  async use<T>(segment: string, work: (file: SegmentBytes) => Promise<T>): Promise<T> {
    const file = await this.#acquire(segment)
    try {
      return await work(file)
    } finally {
      await this.#drop(file)
    }
  }

  /** Reads with the file open. */
  async *read<T>(segment: string, read: (file: SegmentBytes) => AsyncIterable<T>): AsyncGenerator<T> {
    const file = await this.#acquire(segment)
    try {
      yield* read(file)
    } finally {
      await this.#drop(file)
    }
  }

  /** Who reads from it goes on; the file is closed behind the last of them. */
  forget(segment: string): void {
    this.#open.delete(segment)
  }

  async close(): Promise<void> {
    const files = [...this.#open.values()]
    this.#open.clear()
    await Promise.allSettled(files)
  }

  async #acquire(segment: string): Promise<SegmentBytes> {
    let opening = this.#open.get(segment)
    if (opening === undefined) {
      opening = this.#openAnywhere(segment).then((file) => this.#count(file, 1))
      opening.catch(() => this.#open.delete(segment))
      this.#open.set(segment, opening)
    }
    return this.#count(await opening, 1)
  }

  async #openAnywhere(segment: string): Promise<SegmentBytes> {
    try {
      return await openFile(this.#pathOf(segment), 'r')
    } catch (error) {
      const far = isAbsent(error) ? await this.#far.open(segment) : undefined
      if (far === undefined) throw error
      return far
    }
  }

  /** The cache itself counts as one user, so that a file stays open while it is listed. */
  #count(file: SegmentBytes, more: number): SegmentBytes {
    this.#users.set(file, (this.#users.get(file) ?? 0) + more)
    return file
  }

  async #drop(file: SegmentBytes): Promise<void> {
    this.#count(file, -1)
    if (this.#users.get(file) !== 0) return
    this.#users.delete(file)
    await file.close()
  }

  async #release(opening: Promise<SegmentBytes>): Promise<void> {
    const file = await opening.catch(() => undefined)
    if (file !== undefined) await this.#drop(file)
  }
}
