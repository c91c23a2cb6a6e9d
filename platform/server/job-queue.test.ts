import { sql, type Kysely } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addJobTables, freshDatabaseAt } from './database/testing.ts'
import { failingJobs, kindsOfJobs, removeGivenUp, tryAgain } from './job-queue.ts'
import { enqueue } from './jobs.ts'

let db: Kysely<unknown>
/** Ids of jobs by the number in their payload. */
let ids: readonly string[]

beforeAll(async () => {
  const fresh = await freshDatabaseAt([])
  db = fresh.db
  await addJobTables(fresh.url)
  const kind = { kind: 'test.work', attempts: 3 }
  for (let n = 0; n < 4; n++) await enqueue(db, kind, { n })
  await enqueue(db, kind, { n: 4 }, { runAt: Date.UTC(2100, 0) })
  const { rows } = await sql<{ id: string }>`select id::text as id from graphile_worker._private_jobs order by id`.execute(db)
  ids = rows.map(({ id }) => id)
  const set = (n: number, what: ReturnType<typeof sql>) => sql`update graphile_worker._private_jobs set ${what} where id = ${ids[n]}::bigint`.execute(db)
  await set(1, sql`locked_at = now(), locked_by = 'worker', attempts = 1`)
  await set(2, sql`attempts = 1, last_error = 'no answer', run_at = now() + interval '1 hour'`)
  await set(3, sql`attempts = 3, last_error = 'gone'`)
})

describe('the queue', () => {
  it('is told by kind and state', async () => {
    expect(await kindsOfJobs(db)).toMatchObject([{ kind: 'test.work', waiting: 1, planned: 1, running: 1, failing: 1, givenUp: 1 }])
    expect((await kindsOfJobs(db))[0]?.dueSince).toBeTypeOf('number')
  })

  it('tells what fails, first what nobody will try again', async () => {
    expect(await failingJobs(db, 9)).toMatchObject([
      { id: ids[3], isGivenUp: true, attempts: 3, maxAttempts: 3, lastError: 'gone' }, { id: ids[2], isGivenUp: false, lastError: 'no answer' },
    ])
  })

  it('takes out nothing that will be tried again, that runs, or that was never tried', async () => {
    for (const n of [0, 1, 2, 4]) expect(await removeGivenUp(db, ids[n] ?? '')).toBeUndefined()
    for (const n of [0, 1, 4]) expect(await tryAgain(db, ids[n] ?? '')).toBeUndefined()
    expect(await kindsOfJobs(db)).toMatchObject([{ waiting: 1, planned: 1, running: 1, failing: 1, givenUp: 1 }])
  })

  it('tries a job now that waits after a failure, and one that was given up with all its tries', async () => {
    expect(await tryAgain(db, ids[2] ?? '')).toBe('test.work')
    expect(await failingJobs(db, 9)).toMatchObject([{ id: ids[3] }, { id: ids[2], attempts: 1 }])
    expect(await tryAgain(db, ids[3] ?? '')).toBe('test.work')
    expect(await kindsOfJobs(db)).toMatchObject([{ waiting: 2, failing: 1, givenUp: 0 }])
  })

  it('takes out what was given up', async () => {
    await sql`update graphile_worker._private_jobs set attempts = 3 where id = ${ids[3]}::bigint`.execute(db)
    expect(await removeGivenUp(db, ids[3] ?? '')).toBe('test.work')
    expect(await removeGivenUp(db, ids[3] ?? '')).toBeUndefined()
    expect(await kindsOfJobs(db)).toMatchObject([{ waiting: 1, planned: 1, running: 1, failing: 1, givenUp: 0 }])
  })
})
