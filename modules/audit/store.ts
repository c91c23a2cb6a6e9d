import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'
import { at } from '../../platform/server/database/index.ts'
import type { AuditExamRow, AuditRow, AuditTables } from './tables.ts'

export type Db = Kysely<AuditTables>

export interface Wanted {
  readonly actors?: readonly string[]
  readonly subjects?: readonly string[]
  readonly action?: string
  /** One of these. */
  readonly actions?: readonly string[]
  readonly outcome?: AuditRow['outcome']
  readonly from?: Instant
  /** Not included. */
  readonly until?: Instant
  readonly before?: number
  readonly limit: number
}

/** Newest first. */
export function entries(db: Db, wanted: Wanted): Promise<AuditRow[]> {
  return entriesQuery(db, wanted).execute()
}

export function entriesQuery(db: Db, { actors, subjects, action, actions, outcome, from, until, before, limit }: Wanted) {
  return db.selectFrom('audit').selectAll()
    .$if(actors !== undefined, (query) => query.where('actor', 'in', actors?.length === 0 ? [''] : [...(actors ?? [])]))
    .$if(subjects !== undefined, (query) => query.where(isAbout(subjects ?? [])))
    .$if(action !== undefined, (query) => query.where(sql<boolean>`action collate "C" ^@ ${action ?? ''}`))
    .$if(actions !== undefined, (query) => query.where('action', 'in', [...(actions ?? [])]))
    .$if(outcome !== undefined, (query) => query.where('outcome', '=', outcome ?? 'done'))
    .$if(from !== undefined, (query) => query.where('at', '>=', at(from ?? 0)))
    .$if(until !== undefined, (query) => query.where('at', '<', at(until ?? 0)))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc').limit(limit)
}

/** Done to one of these Studies, or showed one in a list. The last condition is that of the index. */
function isAbout(studies: readonly string[]): RawBuilder<boolean> {
  const ids = sql`${[...studies]}::text[]`
  return sql`(subject = any(${ids}) or (shown && ${ids} and shown <> '{}'))`
}

/** Notes the numbers under which a Study is known now; those before stay. */
export async function noteExam(db: Db, row: AuditExamRow): Promise<void> {
  await db.insertInto('audit_exam').values({ ...row, noted_at: at(row.noted_at) })
    .onConflict((on) => on.columns(['study_id', 'patient_id', 'accession_number']).doUpdateSet({ noted_at: at(row.noted_at) })).execute()
}

/** Each Study once, under its latest numbers. */
export async function examsNoted(db: Db, studyIds: readonly string[]): Promise<AuditExamRow[]> {
  if (studyIds.length === 0) return []
  return db.selectFrom('audit_exam').distinctOn('study_id').selectAll().where('study_id', 'in', [...studyIds])
    .orderBy('study_id').orderBy('noted_at', 'desc').execute()
}

export async function studiesNoted(db: Db, number: string, limit: number): Promise<string[]> {
  const rows = await db.selectFrom('audit_exam').select('study_id').distinct()
    .where((eb) => eb.or([eb('patient_id', '=', number), eb('accession_number', '=', number)])).limit(limit).execute()
  return rows.map(({ study_id: id }) => id)
}
