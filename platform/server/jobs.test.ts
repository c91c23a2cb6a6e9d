import { sql } from 'kysely'
import pg from 'pg'
import Type from 'typebox'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from './clock.ts'
import { freshDatabaseAt } from './database/testing.ts'
import { deliverTo, emit } from './events.ts'
import { enqueue, job, migrateJobs, mountJobs, runJobs, type MountedJobs } from './jobs.ts'
import { Live, tell } from './live.ts'
import { createLog } from './log.ts'

const log = createLog('silent')
const ends: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function worker(...mounted: MountedJobs[]) {
  const { db, url } = await freshDatabaseAt([])
  const pool = new pg.Pool({ connectionString: url })
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined))
  ends.push(() => pool.end())
  await migrateJobs(pool)
  const runner = await runJobs({ pool, log, mounted })
  ends.push(() => runner.stop())
  return { db, url }
}

/** What is put in comes out in order; `next` waits for it. */
function mailbox<T>() {
  const waiting: T[] = []
  let wake = () => {}
  return {
    put: (item: T) => {
      waiting.push(item)
      wake()
    },
    async next(): Promise<T> {
      while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      return waiting.shift() as T
    },
    waiting,
  }
}

const Payload = Type.Object({ n: Type.Integer() })

describe('a job', () => {
  const done = mailbox<number>()
  const count = job({
    kind: 'test.count', payload: Payload, attempts: 3,
    run: (service: typeof done, { n }) => {
      service.put(n)
      return Promise.resolve()
    },
  })

  it('runs when the transaction that asked for it commits, and not otherwise', async () => {
    const { db } = await worker(mountJobs(done, [count]))
    const rolledBack = db.transaction().execute(async (tx) => {
      await enqueue(tx, count, { n: 1 })
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    await db.transaction().execute((tx) => enqueue(tx, count, { n: 2 }))
    expect(await done.next()).toBe(2)
    expect(done.waiting).toEqual([])
  })

  it('that fails while the connection breaks is noted as failed all the same', async () => {
    const tries = mailbox<number>()
    const failing = job({
      kind: 'test.break', payload: Payload, attempts: 2,
      run: async (service: typeof tries, { n }) => {
        await holder.query('begin; select from graphile_worker._private_jobs for update')
        service.put(n)
        throw new Error('now')
      },
    })
    const { db, url } = await worker(mountJobs(tries, [failing]))
    const holder = new pg.Client({ connectionString: url })
    await holder.connect()
    ends.push(() => holder.end())
    await enqueue(db, failing, { n: 1 })
    await tries.next()
    const broken = () => sql<{ n: number }>`select count(pg_terminate_backend(pid))::integer as n from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()`.execute(db)
    await vi.waitUntil(async () => (await broken()).rows[0]?.n === 1, { timeout: 20_000 })
    await holder.query('rollback')
    const noted = () => sql<{ error: string | null }>`select last_error as error from graphile_worker.jobs where locked_at is null`.execute(db)
    await vi.waitUntil(async () => (await noted()).rows[0]?.error === 'now', { timeout: 40_000 })
  }, 60_000)

  it('is tried again after a failure, and told when it is its last try', async () => {
    const tries = mailbox<boolean>()
    const failing = job({
      kind: 'test.fail', payload: Payload, attempts: 2,
      run: (service: typeof tries, _payload, { isLastTry }) => {
        service.put(isLastTry)
        return Promise.reject(new Error('again'))
      },
    })
    const { db } = await worker(mountJobs(tries, [failing]))
    await enqueue(db, failing, { n: 1 })
    expect([await tries.next(), await tries.next()]).toEqual([false, true])
  })

  it('with a key waits once, however often it is asked for', async () => {
    const { db } = await worker(mountJobs(done, [count]))
    const runAt = systemClock.now() + 300
    for (const n of [1, 2, 3]) await enqueue(db, count, { n }, { key: 'one', runAt })
    expect(await done.next()).toBe(3)
    expect(done.waiting).toEqual([])
  })
})

describe('an event', () => {
  it('reaches every watcher of its name, in the order of its subject', async () => {
    const seen = mailbox<string>()
    const watches = ['a', 'b'].map((who) => ({
      event: 'thing.happened',
      run: (subject: string) => {
        seen.put(`${who} ${subject}`)
        return Promise.resolve()
      },
    }))
    const { db } = await worker(deliverTo(watches))
    await emit(db, { name: 'other.happened', subject: 'x' })
    await emit(db, { name: 'thing.happened', subject: 'x' })
    expect([await seen.next(), await seen.next()]).toEqual(['a x', 'b x'])
  })
})

describe('live news', () => {
  it('reaches the account it is for, after the commit', async () => {
    const { db, url } = await worker()
    const live = new Live(url, log)
    await live.start()
    ends.push(() => live.close())
    const gone = new AbortController()
    const news = live.follow('acc_1', gone.signal)
    expect((await news.next()).value).toEqual({ name: 'heartbeat', data: null })
    await tell(db, 'acc_2', 'request', { id: 'not for us' })
    await tell(db, 'acc_1', 'request', { id: 'req_1' })
    expect((await news.next()).value).toEqual({ name: 'request', data: { id: 'req_1' } })
    gone.abort()
    let last = await news.next()
    while (last.done !== true) last = await news.next()
    expect(last.done).toBe(true)
  })
})

describe('a worker that died', () => {
  it('has its job taken by the next that starts', async () => {
    const done = mailbox<number>()
    const { db, url } = await freshDatabaseAt([])
    const pool = new pg.Pool({ connectionString: url })
    pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined))
    ends.push(() => pool.end())
    await migrateJobs(pool)
    const kind = { kind: 'test.left-behind', attempts: 3 }
    for (const n of [1, 2]) await enqueue(db, kind, { n }, { queue: 'one by one' })
    await pool.query(`update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now(), attempts = 1
      where id = (select min(id) from graphile_worker._private_jobs)`)
    await pool.query(`update graphile_worker._private_job_queues set locked_by = 'worker-dead', locked_at = now()`)
    const leftBehind = job({
      ...kind, payload: Payload,
      run: (service: typeof done, { n }) => {
        service.put(n)
        return Promise.resolve()
      },
    })
    const runner = await runJobs({ pool, log, mounted: [mountJobs(done, [leftBehind])] })
    ends.push(() => runner.stop())
    expect([await done.next(), await done.next()]).toEqual([1, 2])
  })

  it('is not taken for dead while it lives', async () => {
    let finish = () => {}
    const finished = new Promise<void>((resolve) => (finish = resolve))
    const begun = mailbox<number>()
    const slow = job({
      kind: 'test.slow', payload: Payload, attempts: 1,
      run: async (_service: null, { n }) => {
        begun.put(n)
        await finished
      },
    })
    const { db, url } = await worker(mountJobs(null, [slow]))
    await enqueue(db, { kind: 'test.slow', attempts: 1 }, { n: 1 })
    await begun.next()
    const other = new pg.Pool({ connectionString: url })
    other.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined))
    ends.push(() => other.end())
    const second = await runJobs({ pool: other, log, mounted: [mountJobs(null, [slow])] })
    ends.push(() => second.stop())
    await enqueue(db, { kind: 'test.slow', attempts: 1 }, { n: 2 })
    expect(await begun.next()).toBe(2)
    expect(begun.waiting).toEqual([])
    finish()
  })
})
