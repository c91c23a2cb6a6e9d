/** Addresses that open the viewer once. */
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'

export type Db = Kysely<unknown>

export interface NewLaunch {
  readonly id: string
  readonly tokenHash: string
  /** Of one Patient; the first is shown. */
  readonly studies: readonly string[]
  readonly madeBy: string
  readonly until: Instant
}

export type Launch = Pick<NewLaunch, 'id' | 'studies' | 'madeBy'>

export async function addLaunch(db: Db, { id, tokenHash, studies, madeBy, until }: NewLaunch): Promise<void> {
  await sql`
    insert into viewer_launch (id, token_hash, studies, made_by, until)
      values (${id}, ${tokenHash}, ${[...studies]}::text[], ${madeBy}, ${new Date(until).toISOString()})`.execute(db)
}

/** Of two at the same time, one. */
export async function takeLaunch(db: Db, tokenHash: string, now: Instant): Promise<Launch | undefined> {
  const at = new Date(now).toISOString()
  const { rows } = await sql<Launch>`
    update viewer_launch set used_at = ${at} where token_hash = ${tokenHash} and used_at is null and until > ${at}
      returning id, studies, made_by as "madeBy"`.execute(db)
  return rows[0]
}

export async function noteVisitor(db: Db, id: string, visitorId: string, until: Instant): Promise<void> {
  await sql`update viewer_launch set visitor_id = ${visitorId}, visit_until = ${new Date(until).toISOString()} where id = ${id}`.execute(db)
}

const TIDIED_AT_ONCE = 100

/** Forgets some whose time, and whose visit, is over. @returns the visitors that they brought. */
export async function forgetOld(db: Db, now: Instant): Promise<readonly string[]> {
  const at = new Date(now).toISOString()
  const { rows } = await sql<{ visitor: string | null }>`
    delete from viewer_launch where id in (
      select id from viewer_launch where until <= ${at} and (visit_until is null or visit_until <= ${at}) order by until limit ${TIDIED_AT_ONCE}
    ) returning visitor_id as visitor`.execute(db)
  return rows.flatMap(({ visitor }) => (visitor === null ? [] : [visitor]))
}
