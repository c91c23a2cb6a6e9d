import { Tags } from '@filmjacket/dicom-data'
import { sql, type Kysely } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../platform/server/audit.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { csvLine } from '../../platform/server/csv.ts'
import { addJobTables, planOf } from '../../platform/server/database/testing.ts'
import { createLog } from '../../platform/server/log.ts'
import { createLooks } from '../../platform/server/looks.ts'
import { createSettings, settingsMigrations } from '../../platform/server/settings/index.ts'
import { createAccounts } from '../accounts/index.ts'
import { migrations as accountsMigrations } from '../accounts/migrations/index.ts'
import { accountsOptions, NOBODY } from '../accounts/testing.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../archive/testing.ts'
import { examWatches } from './exams.ts'
import { migrations } from './migrations/index.ts'
import { entriesQuery, noteExam } from './store.ts'
import type { AuditTables } from './tables.ts'
import { createTrail, PAGE, type Trail } from './trail.ts'

const clock: Clock = { now: () => Date.UTC(2026, 0, 1) }

let db: Kysely<AuditTables>
let trail: Trail
let store: TestArchive
let ada: AccountCaller
let clara: string
/** The exam of Patient ID P-1, and that with accession number ACC-7. */
let exams: readonly [string, string]

beforeAll(async () => {
  store = await testArchive([...settingsMigrations, ...accountsMigrations, ...migrations])
  await addJobTables(store.url)
  const any = store.db as unknown as Kysely<unknown>
  db = store.db as unknown as Kysely<AuditTables>
  const { people } = createAccounts(accountsOptions({ db: any, clock, settings: createSettings({ db: any, clock, log: createLog('silent') }) }))
  const add = async (username: string, displayName: string) => {
    const added = await people.add(NOBODY, { username, displayName, role: 'admin' })
    return added.kind === 'added' ? added.account.id : ''
  }
  ada = { kind: 'account', accountId: await add('ada', 'Ada'), role: 'admin', sessionId: 'ses' }
  clara = await add('clara', 'Peeters, Clara')
  const examOf = async (patientId: string, accession: string, uid: string) => {
    const file = imageFile({
      [Tags.PatientID]: patientId, [Tags.AccessionNumber]: accession, [Tags.StudyInstanceUID]: uid, [Tags.SeriesInstanceUID]: `${uid}.1`,
      [Tags.SOPInstanceUID]: `${uid}.1.1`,
    })
    await store.archive.ingest.file({ kind: 'import' }, inChunks(file))
    return (await store.archive.studyByUid(uid))?.id ?? ''
  }
  exams = [await examOf('P-1', 'ACC-1', '1.2.31'), await examOf('P-7', 'ACC-7', '1.2.37')]
  trail = createTrail({ db, people, archive: store.archive })
  const entry = { address: '192.0.2.1', outcome: 'done' } as const
  for (let n = 0; n < PAGE + 20; n++) await audit(db, { ...entry, action: 'portal.downloaded', actor: clara, subject: exams[0], detail: { n } })
  await audit(db, { ...entry, action: 'accounts.signed-in', actor: ada.accountId, subject: ada.accountId, outcome: 'refused' })
  await audit(db, { ...entry, action: 'archive.queried', actor: 'SCANNER', subject: exams[1], detail: { why: '=cmd()' } })
})

async function told(filter: Parameters<Trail['page']>[0]) {
  return (await trail.page(filter)).entries
}

describe('the audit trail', () => {
  it('is read newest first, a page at a time, and nothing twice', async () => {
    const first = await trail.page({})
    const second = await trail.page({ before: first.next ?? '' })
    // The rest, and that two people were added.
    expect([first.entries.length, second.entries.length, second.next]).toEqual([PAGE, 24, null])
    const ids = [...first.entries, ...second.entries].map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
    expect(new Set(ids).size).toBe(PAGE + 24)
  })

  it('is found by a person\'s name, user name or id, and by an AE title', async () => {
    for (const who of ['peeters', 'clara', clara]) expect((await told({ who }))[0]).toMatchObject({ actor: clara, actorName: 'Peeters, Clara' })
    expect(await told({ who: 'SCANNER' })).toMatchObject([{ action: 'archive.queried', actorName: 'SCANNER' }])
    expect(await told({ who: 'nobody' })).toEqual([])
  })

  it('is found by Patient ID and by Accession Number, whole', async () => {
    expect(await told({ exam: 'P-1' })).toHaveLength(PAGE)
    expect(await told({ exam: 'ACC-7' })).toMatchObject([{ subject: exams[1] }])
    for (const exam of ['P', '*', '%', exams[0]]) expect(await told({ exam })).toEqual([])
  })

  it('tells for each entry whose exam it is, by its numbers', async () => {
    expect((await told({ exam: 'ACC-7' }))[0]?.exams).toEqual([{ patientId: 'P-7', accessionNumber: 'ACC-7' }])
  })

  it('tells who looked at whose exams, also in a list of many, and once for a page that asks again', async () => {
    const looks = createLooks(db, clock)
    const who = { caller: ada, address: '192.0.2.9' }
    for (let n = 0; n < 3; n++) await looks(who, { action: 'viewer.studies-listed', subject: 'studies', shown: exams })
    for (const exam of ['P-1', 'P-7', 'ACC-7']) {
      const [entry, ...more] = (await told({ exam, looked: 'yes' })).filter(({ action }) => action.startsWith('viewer.'))
      expect(more).toEqual([])
      expect(entry).toMatchObject({ actorName: 'Ada', address: '192.0.2.9', exams: [{ patientId: 'P-1' }, { patientId: 'P-7' }] })
    }
    expect((await told({ looked: 'yes' })).some(({ action }) => action.startsWith('accounts.'))).toBe(false)
  })

  it('is found by the numbers that an exam had, when it is corrected or removed', async () => {
    const [watch] = examWatches({ db, clock: { now: () => 1 }, archive: store.archive })
    await watch?.run(exams[0])
    await noteExam(db, { study_id: exams[0], patient_id: 'P-1-RIGHT', accession_number: 'ACC-1', noted_at: 2 })
    await noteExam(db, { study_id: 'stu_gone', patient_id: 'P-GONE', accession_number: 'ACC-GONE', noted_at: 1 })
    await audit(db, { action: 'portal.downloaded', actor: clara, address: null, subject: 'stu_gone', outcome: 'done' })
    for (const exam of ['P-1', 'P-1-RIGHT']) expect((await told({ exam }))[0]?.exams).toContainEqual({ patientId: 'P-1-RIGHT', accessionNumber: 'ACC-1' })
    expect(await told({ exam: 'P-GONE' })).toMatchObject([{ subject: 'stu_gone', exams: [{ accessionNumber: 'ACC-GONE' }] }])
  })

  it('is found by action, outcome and day', async () => {
    expect(await told({ action: 'accounts.signed' })).toMatchObject([{ action: 'accounts.signed-in', subjectName: 'Ada' }])
    expect(await told({ action: '%' })).toEqual([])
    expect(await told({ outcome: 'refused' })).toHaveLength(1)
    const { rows: [now] } = await sql<{ day: string }>`select to_char(now() at time zone 'utc', 'YYYY-MM-DD') as day`.execute(db)
    expect(await told({ from: now?.day ?? '', to: now?.day ?? '' })).toHaveLength(PAGE)
    expect(await told({ to: '2020-01-01' })).toEqual([])
  })

  it('as a table holds all of it, and no formula; and that it was taken is in it next time', async () => {
    const all = []
    for await (const each of trail.all(ada, { action: 'archive' })) all.push(each)
    expect(all).toHaveLength(1)
    expect(csvLine([String(all[0]?.detail['why'])])).toBe('\'=cmd()\r\n')
    expect(await told({ action: 'audit.exported' })).toMatchObject([{ actor: ada.accountId }])
  })

  it('is found by its indexes at a realistic size', async () => {
    await sql`insert into audit (action, actor, subject, outcome, detail)
      select 'filler.' || n % 50, 'acc_' || n % 500, 'stu_' || n, 'done', '{}' from generate_series(1, 50000) n`.execute(db)
    const by = (column: 'actor' | 'subject') => db.selectFrom('audit').selectAll().where(column, 'in', [clara, exams[1]]).orderBy('id', 'desc').limit(PAGE)
    expect(await planOf(db, by('subject'))).not.toContain('Seq Scan')
    expect(await planOf(db, by('actor'))).not.toContain('Seq Scan')
    const ofExam = entriesQuery(db, { subjects: exams, limit: PAGE })
    expect(await planOf(db, ofExam)).not.toContain('Seq Scan')
  })
})
