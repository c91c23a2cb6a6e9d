/**
 * How the queue of jobs stands, and what a person may do about a job that fails. ADM-21.
 *
 * What a job is about stays unseen: a mail waits with its text.
 *
 * @module
 */
import { sql, type QueryExecutorProvider } from 'kysely'
import type { Instant } from './clock.ts'

/** All jobs of one kind that are not done. */
export interface KindOfJob {
  readonly kind: string
  /** Never tried, and it is time. */
  readonly waiting: number
  /** Never tried, and for later. */
  readonly planned: number
  readonly running: number
  /** Tried without success, and will be again. */
  readonly failing: number
  /** Tried as often as it may be. */
  readonly givenUp: number
  /** Since when the oldest could run that nobody has taken. */
  readonly dueSince: Instant | null
}

export interface FailingJob {
  readonly id: string
  readonly kind: string
  readonly attempts: number
  readonly maxAttempts: number
  readonly isGivenUp: boolean
  readonly createdAt: Instant
  /** When it is tried again. */
  readonly runAt: Instant
  /** What stood in the way the last time, in English. */
  readonly lastError: string
}

const IS_FREE = sql<boolean>`locked_at is null`
const IS_OPEN = sql<boolean>`locked_at is null and attempts < max_attempts`

export async function kindsOfJobs(db: QueryExecutorProvider): Promise<readonly KindOfJob[]> {
  const { rows } = await sql<KindOfJob>`
    select task_identifier as kind,
      count(*) filter (where ${IS_OPEN} and attempts = 0 and run_at <= now()) as waiting,
      count(*) filter (where ${IS_OPEN} and attempts = 0 and run_at > now()) as planned,
      count(*) filter (where locked_at is not null) as running,
      count(*) filter (where ${IS_OPEN} and attempts > 0) as failing,
      count(*) filter (where ${IS_FREE} and attempts >= max_attempts) as "givenUp",
      min(run_at) filter (where ${IS_OPEN} and run_at <= now()) as "dueSince"
    from graphile_worker.jobs group by task_identifier order by task_identifier`.execute(db)
  return rows
}

/** Those that nobody will try again first, then the next to be tried. */
export async function failingJobs(db: QueryExecutorProvider, limit: number): Promise<readonly FailingJob[]> {
  const { rows } = await sql<FailingJob>`
    select id::text as id, task_identifier as kind, attempts, max_attempts as "maxAttempts", attempts >= max_attempts as "isGivenUp",
      created_at as "createdAt", run_at as "runAt", coalesce(last_error, '') as "lastError"
    from graphile_worker.jobs where attempts > 0 and ${IS_FREE} order by "isGivenUp" desc, run_at, id limit ${limit}`.execute(db)
  return rows
}

/** Tries a job now; one that was given up has all its tries again. @returns its kind; undefined if it does not fail, or is done. */
export async function tryAgain(db: QueryExecutorProvider, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ kind: string }>`
    select failing.task_identifier as kind from graphile_worker.jobs as failing,
      graphile_worker.reschedule_jobs(array[failing.id], run_at := now(),
        attempts := case when failing.attempts >= failing.max_attempts then 0 else failing.attempts end) as again
    where failing.id = ${id}::bigint and failing.attempts > 0 and failing.locked_at is null and again.id = failing.id`.execute(db)
  return rows[0]?.kind
}

/** Takes a job out that was given up. @returns its kind; undefined if it was not. */
export async function removeGivenUp(db: QueryExecutorProvider, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ kind: string }>`
    select over.task_identifier as kind from graphile_worker.jobs as over, graphile_worker.complete_jobs(array[over.id]) as gone
    where over.id = ${id}::bigint and over.attempts >= over.max_attempts and over.locked_at is null and gone.id = over.id`.execute(db)
  return rows[0]?.kind
}
