/**
 * The log on disk: numbered files of bounded size in the data folder, of which the oldest go.
 *
 * What cannot be written there is lost here and nowhere else: a log that is in the way of its program is worse than none.
 *
 * @module
 */
import { close, fstatSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

const FILE = /^(\d{6,})\.ndjson$/

export interface LogFileBounds {
  readonly fileBytes: number
  readonly files: number
}

/** Months of a quiet house, a night of one that fails all the time. */
const BOUNDS: LogFileBounds = { fileBytes: 2 * 1024 * 1024, files: 8 }

/** Where a line begins: the number of its file, and bytes. Later lines are greater, file first. */
export interface LogPlace {
  readonly file: number
  readonly offset: number
}

export interface KeptText {
  readonly place: LogPlace
  readonly text: string
}

interface Writing {
  readonly file: number
  /** Open for as long as lines go there: a log that has to open its file says nothing when there are too many files. */
  readonly fd: number
  size: number
}

export class LogFiles {
  readonly #folder: string
  readonly #bounds: LogFileBounds
  /** That is written to; null before the first line, and after one that could not be written. */
  #now: Writing | null = null

  /** Neither makes nor opens anything yet: the folder above it may not be there so far. */
  constructor(folder: string, bounds = BOUNDS) {
    this.#folder = folder
    this.#bounds = bounds
  }

  /** Writes it at once, so that a crash does not take it along. @returns null if it could not be written. */
  append(line: string): LogPlace | null {
    try {
      const bytes = Buffer.from(line)
      const now = this.#withRoom(bytes.length)
      const place = { file: now.file, offset: now.size }
      now.size += writeSync(now.fd, bytes)
      if (now.size - place.offset < bytes.length) throw new RangeError('the disk took a part of it')
      return place
    } catch {
      this.#close()
      return null
    }
  }

  /** Lines from the newest to the oldest, one file at a time; those before `before`, if that is given. */
  async *backwards(before: LogPlace | null): AsyncGenerator<readonly KeptText[], void, undefined> {
    for (const file of this.#numbers().reverse()) {
      if (before !== null && file > before.file) continue
      const lines = await this.#linesOf(file)
      yield lines.filter(({ place }) => before === null || file < before.file || place.offset < before.offset).reverse()
    }
  }

  /** Lines from the oldest to the newest, one file at a time. */
  async *forwards(): AsyncGenerator<readonly KeptText[], void, undefined> {
    for (const file of this.#numbers()) yield this.#linesOf(file)
  }

  #withRoom(bytes: number): Writing {
    const now = this.#now ?? this.#goOn()
    if (now.size === 0 || now.size + bytes <= this.#bounds.fileBytes) return now
    this.#close()
    for (const old of this.#numbers().slice(0, 1 - this.#bounds.files)) rmSync(this.#pathOf(old), { force: true })
    return (this.#now = this.#open(now.file + 1))
  }

  /** Behind what is there. */
  #goOn(): Writing {
    makeFolder(this.#folder)
    const now = (this.#now = this.#open(this.#numbers().at(-1) ?? 1))
    // A line that a crash cut short must not take the next one with it.
    if (now.size > 0) now.size += writeSync(now.fd, '\n')
    return now
  }

  #open(file: number): Writing {
    const fd = openSync(this.#pathOf(file), 'a', 0o600)
    return { file, fd, size: fstatSync(fd).size }
  }

  #close(): void {
    if (this.#now !== null) close(this.#now.fd, () => undefined)
    this.#now = null
  }

  #numbers(): number[] {
    try {
      return readdirSync(this.#folder).flatMap((name) => FILE.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b)
    } catch {
      return []
    }
  }

  /** In order. None, if the file went meanwhile. */
  async #linesOf(file: number): Promise<KeptText[]> {
    const bytes = await readFile(this.#pathOf(file)).catch(() => Buffer.alloc(0))
    const lines: KeptText[] = []
    for (let offset = 0; offset < bytes.length;) {
      const found = bytes.indexOf('\n', offset)
      const end = found === -1 ? bytes.length : found
      if (end > offset) lines.push({ place: { file, offset }, text: bytes.toString('utf8', offset, end) })
      offset = end + 1
    }
    return lines
  }

  #pathOf(file: number): string {
    return path.join(this.#folder, `${String(file).padStart(6, '0')}.ndjson`)
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
