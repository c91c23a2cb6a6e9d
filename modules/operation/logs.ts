/**
 * The program's log for administrators: read, searched, taken along, and made to tell more for a while. ADM-19.
 *
 * It holds no name, birth date or value of an image, at any level; what it holds is shown as text.
 *
 * @module
 */
import type { QueryExecutorProvider } from 'kysely'
import { actorOf, audit } from '../../platform/server/audit.ts'
import { DAY_MS, HOUR_MS, isoTime, isoTimeOrNull, MINUTE_MS, type Clock, type Instant } from '../../platform/server/clock.ts'
import type { Visit } from '../../platform/server/http/route.ts'
import type { LogBook, LogLine } from '../../platform/server/log-book.ts'
import { fits, type LogFilter, type LogLineView, type LogPage, type Span, type Telling, type TellingChange } from './contract.ts'

export const PAGE = 100
const SPAN_MS = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS } as const satisfies Record<Span, number>

type By = Pick<Visit, 'caller' | 'address'>

export interface Logs {
  page(filter: LogFilter): Promise<LogPage>
  /** Each line as it is written; null while there is none. */
  follow(signal: AbortSignal): AsyncIterable<LogLineView | null>
  /** All that is kept, as it was written. */
  export(by: By): Promise<AsyncIterable<Uint8Array>>
  tell(by: By, change: TellingChange): Promise<Telling>
}

export interface LogsOptions {
  readonly db: QueryExecutorProvider
  readonly clock: Clock
  readonly book: LogBook
}

export function createLogs(options: LogsOptions): Logs {
  const { db, clock, book } = options
  return {
    async page(filter) {
      const since = sinceOf(filter.within, clock.now())
      const found = await book.last((line) => line.at >= since && fits(viewOf(line), filter), PAGE + 1, placeOf(filter.before))
      const lines = found.slice(0, PAGE).map(viewOf)
      return { lines, next: found.length > PAGE ? lines.at(-1)?.place ?? null : null, telling: tellingOf(book) }
    },
    async *follow(signal) {
      for await (const line of book.follow(signal)) yield line && viewOf(line)
    },
    async export(by) {
      await note(db, by, 'log-exported', {})
      return encoded(book.all())
    },
    tell: (by, change) => tell(options, by, change),
  }
}

async function tell({ db, clock, book }: LogsOptions, by: By, { telling }: TellingChange): Promise<Telling> {
  await note(db, by, 'log-level-changed', telling === null ? { level: 'usual' } : { ...telling })
  if (telling === null) book.tellAsUsual()
  else book.tell(telling.level, clock.now() + telling.minutes * MINUTE_MS)
  return tellingOf(book)
}

function note(db: QueryExecutorProvider, { caller, address }: By, done: string, detail: Readonly<Record<string, string | number>>): Promise<void> {
  return audit(db, { action: `operation.${done}`, actor: actorOf(caller), address, subject: 'log', outcome: 'done', detail })
}

function tellingOf(book: LogBook): Telling {
  const { level, until } = book.telling()
  return { level, until: isoTimeOrNull(until) }
}

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const line of lines) yield Buffer.from(`${line}\n`)
}

function viewOf({ place, at, level, message, fields }: LogLine): LogLineView {
  return {
    place: place === null ? null : `${place.file}.${place.offset}`, at: isoTime(at), level, message,
    details: detailsOf(fields),
  }
}

/** Of `{ contexts: { proposed: 1 } }` it is `contexts.proposed: 1`; what is null is not told. */
function detailsOf(fields: object, above = ''): string[] {
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    if (value === null) return []
    return typeof value === 'object' ? detailsOf(value, `${above}${name}.`) : [`${above}${name}: ${textOf(value)}`]
  })
}

/** Nobody reads the thousandth of a millisecond. */
function textOf(value: unknown): string {
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(1) : String(value)
}

function sinceOf(span: Span | undefined, now: Instant): Instant {
  return span === undefined ? 0 : now - SPAN_MS[span]
}

function placeOf(before: string | undefined) {
  const [file, offset] = before?.split('.').map(Number) ?? []
  return file === undefined || offset === undefined ? undefined : { file, offset }
}
