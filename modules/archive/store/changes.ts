/**
 * The feed of changes. A row is noted with its fact and has no position then: numbers are given when a transaction writes, not
 * when it commits, so a reader who had seen 8 would miss a 7 that commits later. Positions are given to what has been committed,
 * one reader at a time, in the order of numbers; facts of one Study are noted while its row is held, so theirs is right.
 *
 * Giving them is a commit of its own that waits for the database's log, and with it for all that is before it in the log: nothing
 * that is answered can be lost, though ingests do not wait.
 */
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { ChangeKind } from '../contract.ts'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

export interface Feed {
  /** Of this database: a position of another one means nothing here. */
  readonly feed: string
  readonly last: number
  /** Up to this one, changes are not kept any more. */
  readonly forgotten: number
}

export interface Change {
  readonly position: number
  readonly kind: ChangeKind
  readonly studyUid: string
  readonly at: Instant
}

/** Gives positions to what was committed since. */
export async function placeChanges(db: Db): Promise<void> {
  const { rows } = await sql`select from study_change where position is null limit 1`.execute(db)
  if (rows.length === 0) return
  await db.transaction().execute(async (tx) => {
    await sql`select from study_change_feed for update`.execute(tx)
    await sql`
      with placed as (
        update study_change set position = waiting.position from (
          select number, (select last from study_change_feed) + row_number() over (order by number) as position
            from study_change where position is null
        ) waiting
        where study_change.number = waiting.number returning study_change.position
      )
      update study_change_feed set last = greatest(last, (select max(position) from placed))`.execute(tx)
  })
}

export interface Wanted {
  readonly after: number
  readonly limit: number
  /** Null: all. */
  readonly kinds: readonly ChangeKind[] | null
  /** Ids of the only Studies that are told of; null: all. */
  readonly studies: readonly string[] | null
}

export function changesQuery({ after, limit, kinds, studies }: Wanted) {
  const ofKinds = kinds === null ? sql`` : sql`and kind = any(${kinds})`
  const ofStudies = studies === null ? sql`` : sql`and study_id = any(${studies})`
  return sql<Change>`
    select position, kind, study_uid as "studyUid", at from study_change
      where position > ${after} ${ofKinds} ${ofStudies} order by position limit ${limit}`
}

/** Both as of one moment: what is forgotten or placed meanwhile is in neither. */
export async function readChanges(db: Db, wanted: Wanted): Promise<{ readonly feed: Feed; readonly changes: readonly Change[] }> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const { rows } = await sql<Feed>`select feed, last, forgotten from study_change_feed`.execute(tx)
    const [feed] = rows
    if (feed === undefined) throw new Error('the feed of changes has no row')
    return { feed, changes: (await changesQuery(wanted).execute(tx)).rows }
  })
}

/** Those from the beginning on, as far as they are older. */
export async function forgetChanges(db: Db, before: Instant): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`select from study_change_feed for update`.execute(tx)
    const { rows } = await sql<{ forgotten: number }>`
      update study_change_feed set forgotten = greatest(forgotten, coalesce(
        (select min(position) - 1 from study_change where position is not null and at >= ${at(before)}), last))
      returning forgotten`.execute(tx)
    const { numAffectedRows } = await sql`delete from study_change where position <= ${rows[0]?.forgotten ?? 0}`.execute(tx)
    return Number(numAffectedRows ?? 0)
  })
}
