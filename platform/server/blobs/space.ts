import { statfs } from 'node:fs/promises'
import { SECOND_MS, type Clock } from '../clock.ts'
import { StorageFullError } from './errors.ts'

/** The disk is asked at most this often. */
const FRESH_MS = SECOND_MS

/**
 * Keeps `reserveBytes` of the disk free for others: the database beside the blobs stops when it cannot
 * write its log, and with it everything.
 */
export class Space {
  readonly #folder: string
  readonly #reserveBytes: number
  readonly #clock: Clock
  #free = 0
  #askedAt = -Infinity

  constructor(folder: string, reserveBytes: number, clock: Clock) {
    this.#folder = folder
    this.#reserveBytes = reserveBytes
    this.#clock = clock
  }

  /** @throws StorageFullError if fewer than the reserved bytes are free. */
  async demand(): Promise<void> {
    if (this.#reserveBytes === 0) return
    if (this.#isStale() || this.#free < this.#reserveBytes) await this.#ask()
    if (this.#free < this.#reserveBytes) throw noRoom()
  }

  /**
   * Counts what is written. What has begun may take of the reserve, but not more than half: one instance of
   * gigabytes would otherwise take all of it.
   *
   * @throws StorageFullError
   */
  use(bytes: number): void {
    if (this.#reserveBytes === 0) return
    this.#free -= bytes
    // Others write to the disk and delete on it too. Writing does not wait for the answer.
    if (this.#isStale()) void this.#ask().catch(() => undefined)
    if (this.#free < this.#reserveBytes / 2) throw noRoom()
  }

  #isStale(): boolean {
    return this.#clock.now() - this.#askedAt >= FRESH_MS
  }

  async #ask(): Promise<void> {
    this.#askedAt = this.#clock.now()
    const { bavail, bsize } = await statfs(this.#folder)
    this.#free = bavail * bsize
  }
}

function noRoom(): StorageFullError {
  return new StorageFullError('the disk has no room for more images')
}

/** ENOSPC and EDQUOT mean the same to us. */
export function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOSPC' || code === 'EDQUOT'
}
