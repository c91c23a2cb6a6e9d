/** What is told of one Study on its card. */
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

export interface CardRow {
  readonly date: string
  readonly description: string
  readonly modalities: readonly string[]
  readonly series: number
  readonly instances: number
  readonly sizeBytes: number
  readonly changedAt: Instant
  readonly others: number
}

export async function cardOf(db: Db, studyId: string): Promise<CardRow | undefined> {
  const { rows } = await sql<CardRow>`
    select study.date, study.description, study.instances, study.size_bytes as "sizeBytes", study.changed_at as "changedAt",
        (select count(*)::integer from series where study_id = study.id) as series,
        array(select distinct modality from series where study_id = study.id and modality <> '' order by 1) as modalities,
        (select count(*)::integer - 1 from study every where every.patient_id = study.patient_id) as others
      from study where study.id = ${studyId}`.execute(db)
  return rows[0]
}

export interface OriginRow {
  readonly kind: string
  readonly from: string
  readonly accountId: string | null
  readonly instances: number
  readonly firstAt: Instant
  readonly lastAt: Instant
}

/** The first to bring something comes first. */
export async function originsOf(db: Db, studyId: string): Promise<readonly OriginRow[]> {
  const { rows } = await sql<OriginRow>`
    select origin->>'kind' as kind, coalesce(origin->>'callingAe', origin->>'aeTitle', origin->>'peer', '') as "from",
        origin->>'accountId' as "accountId", count(*)::integer as instances,
        min(received_at) as "firstAt", max(received_at) as "lastAt"
      from instance join series on series.id = instance.series_id where series.study_id = ${studyId}
      group by 1, 2, 3 order by 5, 2`.execute(db)
  return rows
}
