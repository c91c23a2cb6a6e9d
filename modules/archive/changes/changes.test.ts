import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../../platform/server/auth/caller.ts'
import { DAY_MS, systemClock } from '../../../platform/server/clock.ts'
import { planOf } from '../../../platform/server/database/testing.ts'
import { buildWeb } from '../../../platform/server/http/server.ts'
import { Live } from '../../../platform/server/live.ts'
import { createLog } from '../../../platform/server/log.ts'
import type { ChangePage } from '../contract.ts'
import { createStudyRemoval } from '../removal.ts'
import { changesQuery } from '../store/changes.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../testing.ts'
import { createChanges, type Changes } from './changes.ts'
import { changeRoutes } from './routes.ts'

const ADMIN: Caller = { kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 'ses_1' }
const PROGRAM: Caller = { kind: 'token', accountId: 'acc_1', role: 'admin', tokenId: 'tok_1', actions: ['read'], studies: null }
const PATIENT: Caller = { kind: 'account', accountId: 'acc_2', role: 'patient', sessionId: 'ses_2' }
/** A program that sees the Studies of this list alone. */
const narrow = { ...PROGRAM, studies: [] as string[] }
const STORER: Caller = { ...PROGRAM, actions: ['store'] }
const CALLERS: Readonly<Record<string, Caller>> = { admin: ADMIN, program: PROGRAM, patient: PATIENT, narrow, storer: STORER }
const rights = { studies: (caller: Caller) => Promise.resolve(caller.kind === 'token' ? caller.studies : null) }
const NEVER = new AbortController().signal

let test: TestArchive
let live: Live
let changes: Changes
let today = 0
let ask: (query?: string, as?: string) => Promise<{ status: number; json: ChangePage & { code?: string } }>

/** As a process that has just been started would have it. */
function started(): Changes {
  const clock = { now: () => systemClock.now() + today * DAY_MS }
  return createChanges({ db: test.db, clock, rights, live, keptDays: () => 30 })
}

beforeAll(async () => {
  test = await testArchive()
  live = new Live(test.url, createLog('silent'))
  await live.start()
  changes = started()
  const web = await buildWeb({
    host: '127.0.0.1', port: 0, version: '0', log: createLog('silent'), secure: false, blobs: test.blobs,
    recognize: (token) => Promise.resolve(CALLERS[token] ?? { kind: 'anonymous' }),
    mounted: [{ routes: changeRoutes, service: { read: (...asked: Parameters<Changes['read']>) => changes.read(...asked) } }],
  })
  afterAll(() => Promise.all([web.close(), live.close()]))
  ask = async (query = '', as = 'program') => {
    const { statusCode, body } = await web.inject({ url: `/api/changes${query}`, cookies: { filmjacket_session: as } })
    return { status: statusCode, json: JSON.parse(body) as ChangePage }
  }
})

async function store(study: string, instance = 1): Promise<string> {
  const file = imageFile({ [Tags.StudyInstanceUID]: study, [Tags.SeriesInstanceUID]: `${study}.1`, [Tags.SOPInstanceUID]: `${study}.1.${instance}`, [Tags.PatientID]: `P${study}` })
  const stored = await test.archive.ingest.file({ kind: 'import' }, inChunks(file, 65_536))
  await test.archive.ingest.indexed()
  return stored.kind === 'stored' ? stored.studyId : expect.unreachable(stored.kind)
}

const now = async () => (await ask('?since=now')).json.last
const words = ({ changes: all }: ChangePage) => all.map(({ kind, studyUid }) => `${kind} ${studyUid}`)
const since = async (position: string, more = '') => words((await ask(`?since=${position}${more}`)).json)

describe('the feed of changes', () => {
  it('tells what came, was settled, reduced and removed, in that order', async () => {
    const start = await now()
    const id = await store('1.2.10')
    await store('1.2.10', 2)
    await sql`update study set settled_at = changed_at where id = ${id}`.execute(test.db)
    const removal = createStudyRemoval(test.db, systemClock)
    await removal.instance({ caller: ADMIN, address: '' }, '1.2.10.1.2')
    await removal.study({ caller: ADMIN, address: '' }, id)
    expect(await since(start)).toEqual(['arrived 1.2.10', 'settled 1.2.10', 'reduced 1.2.10', 'removed 1.2.10'])
    expect(await since(start, '&kinds=settled,removed')).toEqual(['settled 1.2.10', 'removed 1.2.10'])
    const { changes: [first], ...page } = (await ask(`?since=${start}&limit=3`)).json
    expect(Object.keys(first ?? {}).sort()).toEqual(['at', 'kind', 'position', 'studyUid'])
    expect([page.done, await since(page.last), await since(first?.position ?? '', '&limit=1')]).toEqual([false, ['removed 1.2.10'], ['settled 1.2.10']])
  })

  it('leaves out nothing that a transaction commits after one that began later', async () => {
    const start = await now()
    const note = (uid: string) => sql`select archive_note_change('stu_x', ${uid}, 'arrived')`
    let [release, opened] = [() => {}, () => {}]
    const [begun, go] = [new Promise<void>((resolve) => (opened = resolve)), new Promise<void>((resolve) => (release = resolve))]
    const slow = test.db.transaction().execute(async (tx) => {
      await note('1.2.20').execute(tx)
      opened()
      await go
    })
    await begun
    await test.db.transaction().execute((tx) => note('1.2.21').execute(tx))
    const { last, ...page } = (await ask(`?since=${start}`)).json
    expect([words({ ...page, last }), page.done]).toEqual([['arrived 1.2.21'], true])
    release()
    await slow
    expect(await since(last)).toEqual(['arrived 1.2.20'])
    expect(await since(start)).toEqual(['arrived 1.2.21', 'arrived 1.2.20'])
  })

  it('tells a follower everything once, while two write and over a restart', async () => {
    const start = await now()
    const [writers, each] = [2, 30]
    const wanted = Array.from({ length: writers * each }, (_, n) => `arrived 1.2.3${n % writers}.${Math.floor(n / writers)}`)
    const writing = Promise.all(Array.from({ length: writers }, async (_, writer) => {
      for (let n = 0; n < each; n++) await store(`1.2.3${writer}.${n}`)
    }))
    const seen: string[] = []
    let at = start
    for (let page = 0; seen.length < wanted.length; page++) {
      if (page === 5) changes = started()
      const { status, json } = await ask(`?since=${at}&limit=4&wait=5`)
      expect(status).toBe(200)
      seen.push(...words(json))
      at = json.last
    }
    await writing
    expect([...seen].sort()).toEqual([...wanted].sort())
    expect(await since(at)).toEqual([])
  })

  it('wakes who waits, for what they follow', async () => {
    const start = await now()
    const waiting = ask(`?since=${start}&wait=30&kinds=settled`)
    const id = await store('1.2.40')
    await sql`update study set settled_at = changed_at where id = ${id}`.execute(test.db)
    const { json } = await waiting
    expect(words(json)).toEqual(['settled 1.2.40'])
    expect(await since(json.last, '&wait=1')).toEqual([])
  })

  it('tells no more than the caller may see, and goes on behind what it did not tell', async () => {
    const start = await now()
    const [one] = [await store('1.2.50'), await store('1.2.51')]
    narrow.studies.push(one)
    const { json } = await ask(`?since=${start}`, 'narrow')
    expect([words(json), json.done, json.last]).toEqual([['arrived 1.2.50'], true, await now()])
    expect([(await ask('', 'patient')).status, (await ask('', 'storer')).status, (await ask('', 'nobody')).status]).toEqual([403, 403, 401])
  })

  it('refuses what is no position, and kinds that there are not', async () => {
    for (const query of ['?since=7', '?since=0123456789-', '?kinds=arrivals', '?limit=0', '?wait=31'])
      expect([query, (await ask(query)).status]).toEqual([query, 400])
  })

  it('says so when what followed a position is not kept, or it is of another feed', async () => {
    const start = await now()
    await store('1.2.60')
    const kept = await now()
    today = 31
    expect(await changes.forget()).toBeGreaterThan(0)
    expect(await changes.forget()).toBe(0)
    const gone = await ask(`?since=${start}`)
    expect([gone.status, gone.json.code]).toEqual([410, 'changes-gone'])
    expect(await since(kept)).toEqual([])
    await store('1.2.61')
    expect([await since(kept), words((await ask()).json)]).toEqual([['arrived 1.2.61'], ['arrived 1.2.61']])
    const beyond = `${kept.slice(0, -1)}zz`
    for (const other of [beyond, kept.replace(/^./, (first) => (first === 'a' ? 'b' : 'a'))]) expect((await ask(`?since=${other}`)).status).toBe(410)
  })

  it('ends its waiting with its caller', async () => {
    const gone = new AbortController()
    const waiting = changes.read(ADMIN, { since: await now(), waitSeconds: 30 }, gone.signal)
    gone.abort()
    expect(await waiting).toMatchObject({ kind: 'page', changes: [] })
    expect(await changes.read(ADMIN, { since: 'x' }, NEVER)).toEqual({ kind: 'malformed' })
  })
  it('is read by its index', async () => {
    const wanted = { after: 100, limit: 100, kinds: null, studies: null }
    await sql`insert into study_change (position, kind, study_id, study_uid)
      select 1000000 + n, 'arrived', 'stu_' || n, '1.2.' || n from generate_series(1, 20000) n`.execute(test.db)
    expect(await planOf(test.db, { compile: () => changesQuery(wanted).compile(test.db) })).toUse('study_change_position')
  })
})
