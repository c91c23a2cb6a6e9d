/**
 * How PostgreSQL's values become JavaScript's. Set per pool: other libraries keep `pg`'s own ways.
 *
 * `bigint` and `numeric` are numbers, times are milliseconds, a `date` stays the text that it is.
 *
 * @module
 */
import { sql, type RawBuilder } from 'kysely'
import pg from 'pg'
import type { Instant } from '../clock.ts'

type Parser = (text: string) => unknown

/** Takes any number of pg_type, though its own type lists only some. */
const getTypeParser = pg.types.getTypeParser as (id: number, format?: 'text' | 'binary') => unknown
const { INT8, NUMERIC, DATE, TIMESTAMPTZ } = pg.types.builtins

/** Of pg_type; `pg` reads arrays but does not name them. */
const [TEXT_ARRAY, INT8_ARRAY, DATE_ARRAY, TIMESTAMPTZ_ARRAY] = [1009, 1016, 1182, 1185] as const

const parsers = new Map<number, Parser>([
  [INT8, exactNumber],
  [INT8_ARRAY, eachOf(INT8_ARRAY, exactNumber)],
  [NUMERIC, Number], // Sums of bigint are numeric.
  [DATE, String],
  [DATE_ARRAY, eachOf(TEXT_ARRAY, String)],
  [TIMESTAMPTZ, (text) => instantOf(standard(TIMESTAMPTZ)(text))],
  [TIMESTAMPTZ_ARRAY, eachOf(TIMESTAMPTZ_ARRAY, instantOf)],
])

export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (id, format): unknown =>
    (format === 'binary' ? undefined : parsers.get(id)) ?? getTypeParser(id, format),
}

/**
 * An instant as a statement takes it, in `values`, `set` and `where` alike.
 *
 * `timestamptz` columns are read as {@link Instant}; a bare number would not be understood when written.
 */
export function at(instant: Instant): RawBuilder<Instant> {
  return sql<Instant>`${new Date(instant)}::timestamptz`
}

function standard(id: number): Parser {
  return getTypeParser(id) as Parser
}

function eachOf(arrayId: number, parse: (item: string) => unknown): Parser {
  const items = standard(arrayId) as (text: string) => (string | null)[]
  return (text) => items(text).map((item) => (item === null ? null : parse(item)))
}

/** A `Date`, or plus or minus infinity. */
function instantOf(value: unknown): Instant {
  return Number(value)
}

function exactNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is not exact as a number`)
  return value
}
