/**
 * Work that outlives a request, on graphile-worker in our own PostgreSQL.
 *
 * At least once: a crashed worker's job returns by itself, so what runs looks first and then does. A job is added in the
 * transaction of the fact that asks for it.
 *
 * @module
 */
import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, runMigrations, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import { sql, type QueryExecutorProvider } from 'kysely'
import type { Pool } from 'pg'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { Attendance } from './attendance.ts'
import type { Instant } from './clock.ts'
import { faultOf, type Log } from './log.ts'
import { retryingPool } from './retrying-pool.ts'

export interface JobContext {
  /** Aborted when the process stops; the job then returns to the queue. */
  readonly signal: AbortSignal
  /** Nothing comes after this try: what cannot be done must be told now. */
  readonly isLastTry: boolean
}

interface JobOf<S, P extends TSchema> {
  /** `<module>.<verb-noun>`. */
  readonly kind: string
  readonly payload: P
  /** Tries in all, the first included. The wait between them grows exponentially, from seconds to hours. */
  readonly attempts: number
  /** Cron expression, in UTC, of a job without payload that comes back by itself. */
  readonly every?: string
  run(service: S, payload: Static<P>, context: JobContext): Promise<void>
}

export interface Job<S> {
  readonly kind: string
  readonly payload: TSchema
  readonly attempts: number
  readonly every?: string
  run(service: S, payload: never, context: JobContext): Promise<void>
}

export function job<S, P extends TSchema>(definition: JobOf<S, P>): Job<S> {
  return definition
}

export interface MountedJobs {
  readonly jobs: readonly Job<never>[]
  readonly service: unknown
}

export function mountJobs<S>(service: S, jobs: readonly Job<S>[]): MountedJobs {
  return { jobs, service }
}

export interface Wish {
  readonly runAt?: Instant
  /** A waiting job with the same key is replaced instead of doubled. */
  readonly key?: string
  /** Jobs of one queue run one after the other, in the order they came. */
  readonly queue?: string
}

/** Asks for a job with the transaction `db`: it exists if, and when, the transaction commits. */
export async function enqueue(
  db: QueryExecutorProvider, kind: { readonly kind: string; readonly attempts: number }, payload: object, wish: Wish = {},
): Promise<void> {
  const runAt = wish.runAt === undefined ? null : new Date(wish.runAt)
  await sql`select graphile_worker.add_job(${kind.kind}, payload := ${JSON.stringify(payload)}::json,
    run_at := ${runAt}::timestamptz, max_attempts := ${kind.attempts}::int, job_key := ${wish.key ?? null}::text,
    queue_name := ${wish.queue ?? null}::text)`.execute(db)
}

const CONCURRENCY = 4

export interface JobsOptions {
  readonly pool: Pool
  readonly log: Log
  readonly mounted: readonly MountedJobs[]
}

/** What the library says of itself at each step is of no use to an operator; failures are logged by `task`. */
const logger = new Logger(() => () => undefined)

export function migrateJobs(pool: Pool): Promise<void> {
  return runMigrations({ pgPool: pool, logger })
}

/** Runs jobs until stopped. Its tables must be there: `migrateJobs`. */
export async function runJobs({ pool, log, mounted }: JobsOptions): Promise<Runner> {
  const all = mounted.flatMap(({ jobs, service }) => jobs.map((each) => ({ each, service })))
  const taskList: TaskList = Object.fromEntries(all.map(({ each, service }) => [each.kind, task(each, service, log)]))
  const cron = all.flatMap(({ each: { kind, every } }) => (every === undefined ? [] : [{ task: kind, match: every }]))
  const attendance = new Attendance(pool, log)
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => attendance.enter(worker.workerId))
  events.on('worker:stop', ({ worker }) => attendance.leave(worker.workerId))
  await attendance.open()
  const runner = await run({
    pgPool: retryingPool(pool), taskList, parsedCronItems: parseCronItems(cron), concurrency: CONCURRENCY, noHandleSignals: true, logger, events,
  })
  runner.promise.finally(() => attendance.close()).catch(() => undefined)
  return runner
}

function task(each: Job<never>, service: unknown, log: Log): TaskList[string] {
  const work = each.run.bind(each) as (service: unknown, payload: unknown, context: JobContext) => Promise<void>
  return async (payload, helpers) => {
    const given = withoutCron(payload)
    if (!Value.Check(each.payload, given)) throw new TypeError(`payload of ${each.kind}`)
    const begun = performance.now()
    try {
      await work(service, given, { signal: helpers.abortSignal, isLastTry: helpers.job.attempts >= helpers.job.max_attempts })
      log.debug({ job: each.kind, ms: Math.round(performance.now() - begun) }, 'job done')
    } catch (error) {
      log.warn({ ...faultOf(error), job: each.kind, attempt: helpers.job.attempts, of: each.attempts }, 'job failed')
      throw error
    }
  }
}

/** The library adds to a recurring job's payload when it was due. */
function withoutCron(payload: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(payload as object).filter(([name]) => name !== '_cron'))
}
