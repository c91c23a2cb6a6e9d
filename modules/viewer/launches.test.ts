/** The viewer opened from another program: VWR-22. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AccountCaller, TokenCaller } from '../../platform/server/auth/caller.ts'
import type { ImageRights } from '../archive/index.ts'
import { TestGrants } from '../grants/testing.ts'
import { createLaunches, LAUNCH_LIFETIME_MS, VISIT_MS, type Launches } from './launches.ts'
import { launches as migration } from './migrations/0020-launches.ts'

const HERE = { address: '192.0.2.7', agent: 'a browser' }

let test: TestGrants
let launches: Launches
let program: TokenCaller

/** As the product has them: staff's tokens reach what they name, else all. */
const rights: ImageRights = {
  studies: () => Promise.resolve(null),
  may: (caller, _action, id) => Promise.resolve(caller.kind === 'token' && (caller.studies?.includes(id) ?? true)),
}

beforeAll(async () => {
  test = await TestGrants.open()
  await migration.up(test.db as never)
  const { store: { archive }, accounts: { visitors }, grants, clock } = test
  launches = createLaunches({ db: test.db as never, clock, archive, rights, grants, visitors })
  const clerk = await test.account('clerk')
  program = { kind: 'token', accountId: clerk.accountId, role: 'clerk', tokenId: 'tok_1', actions: ['read'], studies: null }
})

const uidOf = async (studyId: string): Promise<string> => {
  const page = await test.store.archive.find({ level: 'study', filter: {}, within: [studyId], limit: 1 })
  return page.kind === 'page' ? (page.entries[0]?.study.uid ?? '') : ''
}

async function addressOf(studyId: string): Promise<string> {
  const made = await launches.make(program, { studyUid: await uidOf(studyId) })
  if (made.kind !== 'made') throw new Error(made.kind)
  return made.token
}

/** Who came in, as the session says. */
async function cameIn(token: string): Promise<AccountCaller> {
  const outcome = await launches.redeem(token, HERE)
  if (outcome.kind !== 'open') throw new Error(outcome.kind)
  const caller = await test.accounts.recognize(outcome.session)
  if (caller.kind !== 'account') throw new Error(caller.kind)
  return caller
}

describe('an address from another program', () => {
  it('opens that exam to a visitor, to look and not to download, and no other', async () => {
    const { exams: [exam = ''] } = await test.patient()
    const visitor = await cameIn(await addressOf(exam))
    expect(visitor.role).toBe('visitor')
    expect(await test.sees(visitor)).toEqual([exam])
    expect(await test.grants.open(visitor, 'download', exam)).toBeUndefined()
  })

  it('works once, also for two at the same time', async () => {
    const { exams: [exam = ''] } = await test.patient()
    const token = await addressOf(exam)
    const outcomes = await Promise.all([1, 2, 3].map(() => launches.redeem(token, HERE)))
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['open', 'over', 'over'])
    expect(await launches.redeem('0'.repeat(32), HERE)).toEqual({ kind: 'over' })
  })

  it('is too old after a minute, and the visit over after some hours', async () => {
    const { exams: [exam = ''] } = await test.patient()
    const [late, visitor] = [await addressOf(exam), await cameIn(await addressOf(exam))]
    test.clock.time += LAUNCH_LIFETIME_MS
    expect(await launches.redeem(late, HERE)).toEqual({ kind: 'over' })
    test.clock.time += VISIT_MS
    expect(await test.sees(visitor)).toEqual([])
    await addressOf(exam)
    const { rows } = await sql<{ active: boolean }>`select active from account where id = ${visitor.accountId}`.execute(test.db)
    expect(rows).toEqual([{ active: false }])
  })

  it('is not made for what the token does not reach, or is not there', async () => {
    const { exams: [exam = '', other = ''] } = await test.patient()
    const narrow: TokenCaller = { ...program, studies: [other] }
    expect(await launches.make(narrow, { studyUid: await uidOf(exam) })).toEqual({ kind: 'no-exam' })
    expect(await launches.make(program, { studyUid: '1.2.3.4' })).toEqual({ kind: 'no-exam' })
    expect(await launches.make(program, { studyUid: await uidOf(exam), accessionNumber: 'NONE' })).toEqual({ kind: 'no-exam' })
  })

  it('is audited when it is made and when somebody comes in by it, and kept as a digest', async () => {
    const { exams: [exam = ''] } = await test.patient()
    const token = await addressOf(exam)
    const visitor = await cameIn(token)
    const { rows } = await sql<{ action: string; actor: string; address: string | null }>`
      select action, actor, address from audit where action like 'viewer.launch%' order by id desc limit 2`.execute(test.db)
    expect(rows.map(({ action, address }) => [action, address])).toEqual([['viewer.launch-used', HERE.address], ['viewer.launch-made', null]])
    expect(rows[0]?.actor).toBe(visitor.accountId)
    const kept = await sql<{ text: string }>`select viewer_launch::text as text from viewer_launch`.execute(test.db)
    expect(JSON.stringify(kept.rows)).not.toContain(token)
  })
})
