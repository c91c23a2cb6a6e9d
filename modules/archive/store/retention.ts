/** Rules of how long Studies are kept, and the Studies whose time is over. */
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

export interface Rule {
  readonly source: string
  readonly modality: string
  readonly basis: 'received' | 'used' | 'study-date'
  readonly keepDays: number | null
}

export async function allRules(db: Db): Promise<readonly Rule[]> {
  const { rows } = await sql<Rule>`
    select source, modality, basis, keep_days as "keepDays" from retention_rule order by position`.execute(db)
  return rows
}

export async function putRules(tx: Db, rules: readonly Rule[]): Promise<void> {
  await sql`delete from retention_rule`.execute(tx)
  await sql`insert into retention_rule (position, source, modality, basis, keep_days)
    select position, source, modality, basis, "keepDays" from ${numbered(rules)}`.execute(tx)
}

function numbered(rules: readonly Rule[]) {
  const words = JSON.stringify(rules.map((rule, index) => ({ ...rule, position: index + 1 })))
  return sql`jsonb_to_recordset(${words}::jsonb)
    as rule (position integer, source text, modality text, basis text, "keepDays" integer)`
}

export interface Due {
  readonly id: string
  readonly patientName: string
  readonly patientId: string
  readonly date: string
  readonly description: string
  readonly instances: number
  readonly sizeBytes: number
  /** Of the rule that decided, from 1. */
  readonly rule: number
  /** Since when its time is over. */
  readonly overAt: Instant
}

/** Looking at a Study counts as its use, and so does sending it. */
const USES = ['archive.viewed', 'archive.downloaded', 'archive.sent']

/** The way by which its first image came; the ids of Instances rise as they arrive. */
const SOURCE = sql`(select coalesce(instance.origin->>'callingAe', instance.origin->>'aeTitle', instance.origin->>'kind')
  from instance join series on series.id = instance.series_id where series.study_id = study.id order by instance.id limit 1)`

/** Null where nobody can tell: then it is kept. The index of the audit is in another collation than ids. */
const BEGAN = sql`case rule.basis
  when 'received' then study.changed_at
  when 'used' then greatest(study.changed_at, (select max(audit.at) from audit
    where audit.subject = study.id collate "default" and audit.outcome = 'done' and audit.action = any(${USES})))
  else archive_day(study.date) end`

/** Ids of Studies in order, a page of them. */
export async function studyIdsAfter(db: Db, after: string, limit: number): Promise<readonly string[]> {
  return (await studyIdsQuery(db, after, limit).execute()).map(({ id }) => id)
}

export function studyIdsQuery(db: Db, after: string, limit: number) {
  return db.selectFrom('study').select('id').where('id', '>', after).orderBy('id').limit(limit)
}

/** Which of these Studies' time is over by the first of the rules that fits them. What is still arriving is not looked at. */
export async function dueAmong(db: Db, rules: readonly Rule[], now: Instant, ids: readonly string[]): Promise<readonly Due[]> {
  return (await dueQuery(rules, now, ids).execute(db)).rows
}

export function dueQuery(rules: readonly Rule[], now: Instant, ids: readonly string[]) {
  return sql<Due>`
    select study.id, (select name from patient where patient.id = study.patient_id) as "patientName",
        (select patient.patient_id from patient where patient.id = study.patient_id) as "patientId", study.date, study.description, study.instances,
        study.size_bytes as "sizeBytes", decided.position as rule, decided.began + make_interval(days => decided."keepDays") as "overAt"
      from study cross join lateral (
        select rule.position, rule."keepDays", ${BEGAN} as began from ${listed(rules)}
          where (rule.source = '' or rule.source = ${SOURCE})
            and (rule.modality = '' or exists (select from series where series.study_id = study.id and series.modality = rule.modality))
          order by rule.position limit 1
      ) decided
      where study.id = any(${[...ids]}) and study.settled_at >= study.changed_at
        and decided.began + make_interval(days => decided."keepDays") <= ${at(now)}`
}

/** As values, of which the planner knows that they are few: of a function it believes that it tells a hundred. */
function listed(rules: readonly Rule[]) {
  const rows = rules.map(({ source, modality, basis, keepDays }, index) =>
    sql`(${index + 1}::integer, ${source}::text, ${modality}::text, ${basis}::text, ${keepDays}::integer)`)
  return sql`(values ${sql.join(rows)}) as rule (position, source, modality, basis, "keepDays")`
}

export interface Run {
  readonly at: Instant
  readonly studies: number
  readonly instances: number
  readonly sizeBytes: number
  readonly held: number
}

export async function addRun(db: Db, run: Run): Promise<void> {
  await sql`insert into retention_run (at, studies, instances, size_bytes, held)
    values (${at(run.at)}, ${run.studies}, ${run.instances}, ${run.sizeBytes}, ${run.held}) on conflict do nothing`.execute(db)
}

export async function lastRuns(db: Db, limit: number): Promise<readonly Run[]> {
  const { rows } = await sql<Run>`
    select at, studies, instances, size_bytes as "sizeBytes", held from retention_run order by at desc limit ${limit}`.execute(db)
  return rows
}

/** From where Studies came, as far as the latest tell. */
export async function recentSources(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ source: string }>`
    select distinct coalesce(origin->>'callingAe', origin->>'aeTitle', origin->>'kind') as source
      from (select origin from instance order by id desc limit 5000) latest order by 1`.execute(db)
  return rows.map(({ source }) => source)
}
