/**
 * The program's log with a memory: its last lines can be read, searched and followed while it runs, and for a while it may
 * tell more than usual. ADM-19.
 *
 * Like its files it belongs to one process.
 *
 * @module
 */
import { setImmediate } from 'node:timers/promises'
import type { DestinationStream } from 'pino'
import { DAY_MS, type Clock, type Instant } from './clock.ts'
import { LogFiles, type LogPlace } from './config/log-files.ts'
import { Followers } from './followers.ts'
import { createLog, logLevels, standardOutput, type Log, type LogLevel } from './log.ts'

export interface LogLine {
  /** Null: it could not be written, and cannot be read again. */
  readonly place: LogPlace | null
  readonly at: Instant
  readonly level: LogLevel
  readonly message: string
  /** Ids, counts, milliseconds, bytes. */
  readonly fields: Readonly<Record<string, unknown>>
}

export interface Telling {
  readonly level: LogLevel
  /** Until then; null: that is the usual one. */
  readonly until: Instant | null
}

export interface LogBook {
  readonly log: Log
  /** Newest first; those before `before`, if that is given. */
  last(wanted: (line: LogLine) => boolean, limit: number, before?: LogPlace): Promise<readonly LogLine[]>
  /** All lines that are kept, as they were written, the oldest first. */
  all(): AsyncIterable<string>
  /** Each line from now until `signal` aborts; null while there is none. */
  follow(signal: AbortSignal): AsyncIterable<LogLine | null>
  telling(): Telling
  /** Tells at this level until then, and as usual after. */
  tell(level: LogLevel, until: Instant): void
  tellAsUsual(): void
  /** How many of each level since the start. */
  counts(): Readonly<Record<LogLevel, number>>
  /** How many errors in the last day, or since the start if that was later. */
  errorsLately(): number
}

export interface LogBookOptions {
  /** Null: nothing is kept. */
  readonly folder: string | null
  /** The usual one. */
  readonly level: LogLevel
  readonly clock: Clock
  /** Where lines go besides: standard output, unless told. */
  readonly to?: DestinationStream
}

export function openLogBook({ folder, level, clock, to = standardOutput() }: LogBookOptions): LogBook {
  const files = folder === null ? null : new LogFiles(folder)
  const memory = new Memory(clock)
  const followers = new Followers<LogLine>()
  const log = createLog(level, {
    write(text) {
      to.write(text)
      const line = lineOf(text, files?.append(text) ?? null)
      if (line === null) return
      memory.note(line)
      followers.tell(line)
    },
  })
  const volume = new Volume(log, level, clock)
  return {
    log,
    last: (wanted, limit, before) => last(files, { wanted, limit, before: before ?? null }),
    async *all() {
      if (files !== null) for await (const lines of files.forwards()) for (const { text } of lines) yield text
    },
    follow: (signal) => followers.follow(signal),
    telling: () => volume.telling,
    tell: (other, until) => volume.tell(other, until),
    tellAsUsual: () => volume.tellAsUsual(),
    counts: () => memory.counts,
    errorsLately: () => memory.errorsLately(),
  }
}

/** How much is told. Nobody can leave it louder than usual by mistake: it ends by itself. */
class Volume {
  readonly #log: Log
  readonly #usual: LogLevel
  readonly #clock: Clock
  #until: Instant | null = null
  #timer: NodeJS.Timeout | undefined

  constructor(log: Log, usual: LogLevel, clock: Clock) {
    this.#log = log
    this.#usual = usual
    this.#clock = clock
  }

  get telling(): Telling {
    return { level: levelOf(this.#log.level), until: this.#until }
  }

  tell(level: LogLevel, until: Instant): void {
    clearTimeout(this.#timer)
    this.#log.level = level
    this.#until = until
    this.#timer = setTimeout(() => this.tellAsUsual(), until - this.#clock.now()).unref()
  }

  tellAsUsual(): void {
    clearTimeout(this.#timer)
    this.#log.level = this.#usual
    this.#until = null
  }
}

/** More errors than this in a day need no number. */
const ERRORS_REMEMBERED = 1_000

class Memory {
  readonly #clock: Clock
  readonly #errors: Instant[] = []
  readonly counts: Record<LogLevel, number> = { debug: 0, info: 0, warn: 0, error: 0 }

  constructor(clock: Clock) {
    this.#clock = clock
  }

  note({ level, at }: LogLine): void {
    this.counts[level]++
    if (level !== 'error') return
    this.#errors.push(at)
    if (this.#errors.length > ERRORS_REMEMBERED) this.#errors.shift()
  }

  errorsLately(): number {
    const since = this.#clock.now() - DAY_MS
    return this.#errors.filter((at) => at > since).length
  }
}

/** Then others have their turn: who looks for what is not there must not hold up images. */
const LINES_AT_ONCE = 500

interface Search {
  readonly wanted: (line: LogLine) => boolean
  readonly limit: number
  readonly before: LogPlace | null
}

async function last(files: LogFiles | null, { wanted, limit, before }: Search): Promise<readonly LogLine[]> {
  const found: LogLine[] = []
  if (files === null) return found
  for await (const lines of files.backwards(before)) {
    for (const [n, { text, place }] of lines.entries()) {
      if (n % LINES_AT_ONCE === 0) await setImmediate()
      const line = lineOf(text, place)
      if (line !== null && wanted(line)) found.push(line)
      if (found.length >= limit) return found
    }
  }
  return found
}

/** Null where a crash left half of one. */
function lineOf(text: string, place: LogPlace | null): LogLine | null {
  try {
    const { level, time, msg, ...fields } = JSON.parse(text) as Record<string, unknown>
    if (typeof time !== 'number') return null
    return { place, at: time, level: levelOf(level), message: typeof msg === 'string' ? msg : '', fields }
  } catch {
    return null
  }
}

/** pino knows a level below and one above ours. */
function levelOf(level: unknown): LogLevel {
  if (level === 'trace') return 'debug'
  return logLevels.find((known) => known === level) ?? 'error'
}
