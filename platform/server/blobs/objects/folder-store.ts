/**
 * A folder on another disk, such as a large slow one or another machine's.
 *
 * A mark tells the folder from the empty one that is seen where its disk is not mounted: without it nothing is said to be
 * missing, and nothing is written.
 *
 * @module
 */
import { createWriteStream } from 'node:fs'
import { access, mkdir, open as openFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { codeOf, isAbsent, SegmentAbsentError, StoreAwayError } from '../errors.ts'
import type { SegmentStore } from './segment-store.ts'

const MARK = 'filmjacket-store'
const MARK_TEXT = 'Filmjacket keeps segments of images in this folder. Leave this file here: it tells that the disk is mounted.\n'

export class FolderStore implements SegmentStore {
  readonly name: string
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = path.resolve(folder)
    this.name = `folder:${this.#folder}`
  }

  async establish(): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 })
      await writeFile(path.join(this.#folder, MARK), MARK_TEXT, { mode: 0o600, flush: true })
    } catch (error) {
      throw unusable(error)
    }
  }

  put(segment: string, bytes: Readable, signal: AbortSignal): Promise<void> {
    const [draft, whole] = [this.#draftOf(segment), this.#pathOf(segment)]
    return this.#here(async () => {
      await pipeline(bytes, createWriteStream(draft, { mode: 0o600, flush: true }), { signal })
      await rename(draft, whole)
      await this.#syncNames()
    })
  }

  read(segment: string, start: number, length: number): Promise<Buffer> {
    return this.#here(async () => {
      const file = await openFile(this.#pathOf(segment), 'r')
      try {
        const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(length), 0, length, start)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    })
  }

  async sizeOf(segment: string): Promise<number | null> {
    return this.#here(async () => (await stat(this.#pathOf(segment))).size).catch((error: unknown) => {
      if (error instanceof SegmentAbsentError) return null
      throw error
    })
  }

  remove(segment: string): Promise<void> {
    return this.#here(async () => {
      for (const name of [this.#draftOf(segment), this.#pathOf(segment)]) await rm(name, { force: true })
    })
  }

  /** What goes wrong means the folder is away, unless its mark can be seen. */
  async #here<T>(work: () => Promise<T>): Promise<T> {
    try {
      // Before, too: into a folder that is not the one, nothing is written.
      await access(path.join(this.#folder, MARK))
      return await work()
    } catch (error) {
      await access(path.join(this.#folder, MARK)).catch((away: unknown) => Promise.reject(unusable(away)))
      throw isAbsent(error) ? new SegmentAbsentError('a segment is not in its folder', { cause: error }) : writingFailed(error)
    }
  }

  async #syncNames(): Promise<void> {
    const handle = await openFile(this.#folder, 'r')
    await handle.sync().finally(() => handle.close())
  }

  #pathOf(segment: string): string {
    return path.join(this.#folder, segment)
  }

  #draftOf(segment: string): string {
    return path.join(this.#folder, `${segment}.part`)
  }
}

const REFUSALS = new Set(['EACCES', 'EPERM', 'EROFS'])

function unusable(error: unknown): StoreAwayError {
  const code = codeOf(error) ?? 'unknown'
  if (REFUSALS.has(code)) return new StoreAwayError('refused', `the folder cannot be used (${code})`, { cause: error })
  if (code === 'ENOENT') return new StoreAwayError('no-place', `the folder has no file ${MARK}: is its disk mounted?`, { cause: error })
  return new StoreAwayError('unreachable', `the folder cannot be reached (${code})`, { cause: error })
}

/** EIO is left as it is: the disk is there, and cannot read this file. */
function writingFailed(error: unknown): unknown {
  const code = codeOf(error) ?? ''
  if (REFUSALS.has(code)) return unusable(error)
  return code === 'ENOSPC' || code === 'EDQUOT' ? new StoreAwayError('refused', `the folder has no room (${code})`, { cause: error }) : error
}
