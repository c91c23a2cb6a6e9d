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
    const now = this.#clock.now()
    if (now - this.#askedAt >= FRESH_MS || this.#free < this.#reserveBytes) {
      const { bavail, bsize } = await statfs(this.#folder)
      this.#free = bavail * bsize
      this.#askedAt = now
    }
    if (this.#free < this.#reserveBytes) throw new StorageFullError('the disk has no room for more images')
  }

  /** Counts what was written since the disk was last asked. */
  used(bytes: number): void {
    this.#free -= bytes
  }
}

/** ENOSPC and EDQUOT mean the same to us. */
export function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOSPC' || code === 'EDQUOT'
}
