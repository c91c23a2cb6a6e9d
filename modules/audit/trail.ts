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
import type { TrailFilter } from './contract.ts'
import * as store from './store.ts'
import type { AuditRow } from './tables.ts'

export const PAGE = 100
/** A table that a spreadsheet still opens. */
const MOST_IN_FILE = 200_000
/** More exams than this under one number are no one's exam. */
const MOST_EXAMS = 1_000

export interface Told extends AuditRow {
  readonly actorName: string | null
  readonly subjectName: string | null
}

export interface Trail {
  page(filter: TrailFilter): Promise<{ readonly entries: readonly Told[]; readonly next: string | null }>
  /** All that fits, as it is read. */
  all(caller: AccountCaller, filter: TrailFilter): AsyncIterable<Told>
}

export interface TrailOptions {
  readonly db: store.Db
  readonly people: Pick<People, 'all'>
  readonly archive: Pick<Archive, 'findAll'>
}

type Names = ReadonlyMap<string, string>

export function createTrail({ db, people, archive }: TrailOptions): Trail {
  async function names(): Promise<Names> {
    return new Map((await people.all()).map(({ id, display_name: name }) => [id, name]))
  }

  async function wanted(filter: TrailFilter, limit: number): Promise<store.Wanted> {
    const { who, action, exam, outcome, from, to, before } = filter
    return {
      limit,
      ...(who !== undefined && { actors: await actorsCalled(who.trim()) }),
      ...(exam !== undefined && { subjects: await examsCalled(exam.trim()) }),
      ...(action !== undefined && { action }),
      ...(outcome !== undefined && { outcome }),
      ...(from !== undefined && { from: startOf(from) }),
      ...(to !== undefined && { until: startOf(to) + DAY_MS }),
      ...(before !== undefined && { before: Number(before) }),
    }
  }

  /** Accounts by name, user name or id; and whatever is called exactly so, such as a device. */
  async function actorsCalled(who: string): Promise<readonly string[]> {
    const text = who.toLowerCase()
    const accounts = (await people.all()).filter(({ id, username, display_name: name }) =>
      id === who || username.includes(text) || name.toLowerCase().includes(text))
    return [who, ...accounts.map(({ id }) => id)]
  }

  async function examsCalled(text: string): Promise<readonly string[]> {
    const ids = new Set<string>()
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
    const [known, first] = [await names(), await wanted(filter, PAGE)]
    await audit(db, { action: 'audit.exported', actor: actorOf(caller), address: null, subject: 'audit', outcome: 'done' })
    let { before } = first
    for (let told = 0; told < MOST_IN_FILE;) {
      const rows = await store.entries(db, { ...first, ...(before !== undefined && { before }) })
      for (const row of rows) yield named(row, known)
      const last = rows.at(-1)
      if (last === undefined || rows.length < PAGE) return
      told += rows.length
      before = last.id
    }
  }

  return {
    all,
    async page(filter) {
      const known = await names()
      const rows = await store.entries(db, await wanted(filter, PAGE + 1))
      const shown = rows.slice(0, PAGE)
      return { entries: shown.map((row) => named(row, known)), next: rows.length > PAGE ? String(shown.at(-1)?.id ?? '') : null }
    },
  }
}

function named(row: AuditRow, names: Names): Told {
  return { ...row, actorName: row.actor === null ? null : (names.get(row.actor) ?? row.actor), subjectName: names.get(row.subject) ?? null }
}

function startOf(day: string): Instant {
  return Date.parse(`${day}T00:00:00Z`)
}
