/**
 * Looking things up in the audit trail. ADM-11, ADM-12.
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import { DAY_MS, type Instant } from '../../platform/server/clock.ts'
import type { People } from '../accounts/index.ts'
import type { Archive } from '../archive/index.ts'
import type { TrailExam, TrailFilter } from './contract.ts'
import * as store from './store.ts'
import type { AuditRow } from './tables.ts'

export const PAGE = 100
/** What shows somebody's images or exams to a person, or gives them away. */
const LOOKS = [
  'archive.downloaded', 'archive.held-viewed', 'archive.sent', 'archive.viewed', 'portal.downloaded', 'portal.exam-shown',
  'viewer.launch-used', 'viewer.studies-exported', 'viewer.studies-listed',
] as const
/** A table that a spreadsheet still opens. */
const MOST_IN_FILE = 200_000
/** More exams than this under one number are no one's exam. */
const MOST_EXAMS = 1_000

export interface Told extends AuditRow {
  readonly actorName: string | null
  readonly subjectName: string | null
  /** The exam that it was done to, and those that were shown. */
  readonly exams: readonly TrailExam[]
}

export interface Trail {
  page(filter: TrailFilter): Promise<{ readonly entries: readonly Told[]; readonly next: string | null }>
  /** All that fits, as it is read. */
  all(caller: AccountCaller, filter: TrailFilter): AsyncIterable<Told>
}

export interface TrailOptions {
  readonly db: store.Db
  readonly people: Pick<People, 'known' | 'called'>
  readonly archive: Pick<Archive, 'find' | 'findAll'>
}

export function createTrail({ db, people, archive }: TrailOptions): Trail {
  const told = (rows: readonly AuditRow[]) => named({ db, people, archive }, rows)

  async function wanted(filter: TrailFilter, limit: number): Promise<store.Wanted> {
    const { who, action, looked, exam, outcome, from, to, before } = filter
    return {
      limit,
      ...(who !== undefined && { actors: await actorsCalled(who.trim()) }),
      ...(exam !== undefined && { subjects: await examsCalled(exam.trim()) }),
      ...(action !== undefined && { action }),
      ...(looked !== undefined && { actions: LOOKS }),
      ...(outcome !== undefined && { outcome }),
      ...(from !== undefined && { from: startOf(from) }),
      ...(to !== undefined && { until: startOf(to) + DAY_MS }),
      ...(before !== undefined && { before: Number(before) }),
    }
  }

  /** Accounts by name, user name or id; and whatever is called exactly so, such as a device. */
  async function actorsCalled(who: string): Promise<readonly string[]> {
    return [who, ...(await people.called(who))]
  }

  async function examsCalled(text: string): Promise<readonly string[]> {
    const ids = new Set(await store.studiesNoted(db, text, MOST_EXAMS))
    const match = { kind: 'any-of', values: [text] } as const
    for (const filter of [{ patientId: match }, { accessionNumber: match }]) {
      for await (const { study } of archive.findAll({ level: 'study', filter })) {
        if (ids.size >= MOST_EXAMS) break
        ids.add(study.id)
      }
    }
    return [...ids]
  }

  async function* all(caller: AccountCaller, filter: TrailFilter): AsyncGenerator<Told, void, undefined> {
    const first = await wanted(filter, PAGE)
    await audit(db, { action: 'audit.exported', actor: actorOf(caller), address: null, subject: 'audit', outcome: 'done' })
    let { before } = first
    for (let count = 0; count < MOST_IN_FILE;) {
      const rows = await store.entries(db, { ...first, ...(before !== undefined && { before }) })
      yield* await told(rows)
      const last = rows.at(-1)
      if (last === undefined || rows.length < PAGE) return
      count += rows.length
      before = last.id
    }
  }

  return {
    all,
    async page(filter) {
      const rows = await store.entries(db, await wanted(filter, PAGE + 1))
      const shown = rows.slice(0, PAGE)
      return { entries: await told(shown), next: rows.length > PAGE ? String(shown.at(-1)?.id ?? '') : null }
    },
  }
}

/** With names of people and numbers of exams, as far as they are known. */
async function named({ db, people, archive }: TrailOptions, rows: readonly AuditRow[]): Promise<readonly Told[]> {
  const [known, exams] = await Promise.all([
    people.known(rows.flatMap(({ actor, subject }) => (actor === null ? [subject] : [actor, subject]))),
    numbersOf({ db, archive }, rows.flatMap(studiesOf)),
  ])
  return rows.map((row) => ({
    ...row, actorName: row.actor === null ? null : (known.get(row.actor)?.display_name ?? row.actor),
    subjectName: known.get(row.subject)?.display_name ?? null,
    exams: studiesOf(row).flatMap((id) => exams.get(id) ?? []),
  }))
}

/** Those that were noted; of a Study that has not settled yet, as the archive has it. */
async function numbersOf({ db, archive }: Pick<TrailOptions, 'db' | 'archive'>, ids: readonly string[]): Promise<ReadonlyMap<string, TrailExam>> {
  const studies = [...new Set(ids)]
  const noted = new Map((await store.examsNoted(db, studies)).map((row) =>
    [row.study_id, { patientId: row.patient_id, accessionNumber: row.accession_number }]))
  const rest = studies.filter((id) => !noted.has(id))
  const page = rest.length === 0 ? null : await archive.find({ level: 'study', filter: {}, within: rest, limit: rest.length })
  for (const { study, patient } of page?.kind === 'page' ? page.entries : [])
    noted.set(study.id, { patientId: patient.patientId, accessionNumber: study.accessionNumber })
  return noted
}

/** Of our ids, those that may be a Study's. */
function studiesOf({ subject, shown }: Pick<AuditRow, 'subject' | 'shown'>): readonly string[] {
  return subject.startsWith('stu_') ? [subject, ...shown] : shown
}

function startOf(day: string): Instant {
  return Date.parse(`${day}T00:00:00Z`)
}
