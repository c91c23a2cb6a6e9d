/** Instances to be sent: what kinds there are, then one Series after the other. */
import { sql, type Kysely } from 'kysely'
import type { Filter } from '../query.ts'
import type { ArchiveTables } from '../tables.ts'
import { placedOf, type PlacedInstance } from './instances.ts'
import { conditionOn } from './match.ts'
import { conditionsOf } from './search.ts'

type Db = Kysely<ArchiveTables>
type Within = readonly string[] | undefined

const INSTANCES = sql`study_index found join series on series.study_id = found.study_id join instance on instance.series_id = series.id`

function where(filter: Filter, within: Within) {
  const conditions = conditionsOf({ level: 'instance', filter, ...(within !== undefined && { within }) })
  return sql`where ${sql.join(conditions, sql` and `)}`
}

export interface KindCount {
  readonly sopClassUid: string
  readonly transferSyntaxUid: string
  readonly instances: number
}

export async function kindsOf(db: Db, filter: Filter, within: Within): Promise<readonly KindCount[]> {
  const { rows } = await sql<KindCount>`
    select instance.sop_class_uid as "sopClassUid", instance.transfer_syntax_uid as "transferSyntaxUid", count(*)::integer as instances
      from ${INSTANCES} ${where(filter, within)} group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export interface SeriesPlace {
  readonly id: string
  readonly studyId: string
}

export async function seriesOf(db: Db, filter: Filter, within: Within): Promise<readonly SeriesPlace[]> {
  const { rows } = await sql<SeriesPlace>`
    select series.id, series.study_id as "studyId" from ${INSTANCES} ${where(filter, within)}
      group by series.id order by series.study_id, series.number, series.series_uid`.execute(db)
  return rows
}

export async function instancesOf(
  db: Db, { id, studyId }: SeriesPlace, { instanceUid }: Filter,
): Promise<readonly (PlacedInstance & { readonly studyId: string })[]> {
  const rows = await db.selectFrom('instance').selectAll().where('series_id', '=', id)
    .where(instanceUid === undefined ? sql<boolean>`true` : sql<boolean>`${conditionOn(sql`instance_uid`, instanceUid)}`)
    .orderBy('number').orderBy('instance_uid').execute()
  return rows.map((row) => ({ ...placedOf(row), studyId }))
}
