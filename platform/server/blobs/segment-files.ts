import { open as openFile, type FileHandle } from 'node:fs/promises'
import { LRUCache } from 'lru-cache'

const OPEN_FILES = 64

/** Segments open for reading, shared by all readers. A file leaves when it is neither used nor recent. */
export class SegmentFiles {
  readonly #pathOf: (segment: string) => string
  readonly #users = new Map<FileHandle, number>()
  readonly #open: LRUCache<string, Promise<FileHandle>>

  constructor(pathOf: (segment: string) => string) {
    this.#pathOf = pathOf
    this.#open = new LRUCache({ max: OPEN_FILES, dispose: (file) => void this.#release(file) })
  }

  /** Runs `work` with the file open. */
  async use<T>(segment: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
    const file = await this.#acquire(segment)
    try {
      return await work(file)
    } finally {
      await this.#drop(file)
    }
  }

  /** Reads with the file open. */
  async *read(segment: string, read: (file: FileHandle) => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
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

  async #acquire(segment: string): Promise<FileHandle> {
    let opening = this.#open.get(segment)
    if (opening === undefined) {
      opening = openFile(this.#pathOf(segment), 'r').then((file) => this.#count(file, 1))
      opening.catch(() => this.#open.delete(segment))
      this.#open.set(segment, opening)
    }
    return this.#count(await opening, 1)
  }

  /** The cache itself counts as one user, so that a file stays open while it is listed. */
  #count(file: FileHandle, more: number): FileHandle {
    this.#users.set(file, (this.#users.get(file) ?? 0) + more)
    return file
  }

  async #drop(file: FileHandle): Promise<void> {
    this.#count(file, -1)
    if (this.#users.get(file) !== 0) return
    this.#users.delete(file)
    await file.close()
  }

  async #release(opening: Promise<FileHandle>): Promise<void> {
    const file = await opening.catch(() => undefined)
    if (file !== undefined) await this.#drop(file)
  }
}
