import { sql } from 'kysely'
import assert from 'node:assert/strict'
import { beforeAll, describe, it } from 'vitest'
import type { Db } from './index.ts'
import { freshDatabase } from './testing.ts'
import { at } from './values.ts'

describe('values', () => {
  let db: Db
  beforeAll(async () => {
    db = await freshDatabase([])
  })

  async function value(expression: string): Promise<unknown> {
    const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(db)
    return rows[0]?.value
  }

  const cases: Record<string, unknown> = {
    '(select count(*) from (values (1), (2)) as t)': 2,
    '9007199254740991::bigint': Number.MAX_SAFE_INTEGER,
    'array[1, null]::bigint[]': [1, null],
    '(select sum(n) from (values (1::bigint), (2)) as t(n))': 3,
    'null::bigint': null,
    [`'1970-01-01 01:00:00.123+01'::timestamptz`]: 123,
    [`array['1970-01-01 00:00:01Z'::timestamptz, null]`]: [1_000, null],
    [`'infinity'::timestamptz`]: Infinity,
    [`'1931-02-28'::date`]: '1931-02-28',
    [`array['1931-02-28']::date[]`]: ['1931-02-28'],
  }
  for (const [expression, expected] of Object.entries(cases)) {
    it(`reads ${expression}`, async () => assert.deepEqual(await value(expression), expected))
  }

  it('does not round a bigint', async () => {
    await assert.rejects(value('9007199254740993::bigint'), RangeError)
  })

  it('gives an instant back as it was written, to the millisecond and in any time zone', async () => {
    await sql`set timezone = 'Asia/Kathmandu'`.execute(db)
    for (const instant of [0, -1, 1_700_000_000_001, 4_102_444_799_999]) {
      const { rows } = await sql<{ back: number }>`select ${at(instant)} as back`.execute(db)
      assert.equal(rows[0]?.back, instant)
    }
  })

  it('compares an instant in where as in values', async () => {
    interface Tables { visit: { due_at: number } }
    const visits = await freshDatabase<Tables>([{
      module: 'test', number: 1, name: 'visit',
      async up(tx) {
        await sql`create table visit (due_at timestamptz)`.execute(tx)
      },
    }])
    await visits.insertInto('visit').values([{ due_at: at(9) }, { due_at: at(10) }]).execute()
    assert.deepEqual(await visits.selectFrom('visit').selectAll().where('due_at', '>=', at(10)).execute(), [{ due_at: 10 }])
  })
})
