/** Access codes and the tries at them. */
import { sql, type ExpressionBuilder } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { Db } from '../store.ts'
import type { AccessCodeRow, GrantsTables } from '../tables.ts'

/** With what a list tells of it. */
export interface KnownCode extends AccessCodeRow {
  /** Tries in a row that were not right. */
  readonly wrong: number
  readonly studies: string[] | null
}

export async function addCode(db: Db, row: Omit<AccessCodeRow, 'ended_at' | 'used_at'>): Promise<void> {
  const { created_at, opens_at, until, ...rest } = row
  await db.insertInto('access_code')
    .values({ ...rest, created_at: at(created_at), opens_at: at(opens_at), until: at(until), ended_at: null, used_at: null }).execute()
}

export function codeByHash(db: Db, codeHash: string): Promise<AccessCodeRow | undefined> {
  return db.selectFrom('access_code').selectAll().where('code_hash', '=', codeHash).executeTakeFirst()
}

/**
 * Counts a try before it is judged, so that tries at the same time are counted one by one; alike for a code that there
 * is and one that there is not. @returns how many there have been in a row, this one included.
 */
export async function takeTry(db: Db, codeHash: string, now: Instant): Promise<number> {
  const { wrong } = await db.insertInto('access_code_try').values({ code_hash: codeHash, wrong: 1, tried_at: at(now) })
    .onConflict((on) => on.column('code_hash').doUpdateSet((eb) => ({
      wrong: sql<number>`least(${eb.ref('access_code_try.wrong')} + 1, 1000)`, tried_at: at(now),
    })))
    .returning('wrong').executeTakeFirstOrThrow()
  return wrong
}

export async function forgive(db: Db, codeHash: string): Promise<void> {
  await db.deleteFrom('access_code_try').where('code_hash', '=', codeHash).execute()
}

/** Tries at codes that never were. Those at one that there is are kept as long as it. */
export async function forgetTries(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('access_code_try').where('tried_at', '<', at(before))
    .where((eb) => eb.not(eb.exists(ofTry(eb)))).execute()
}

function ofTry(eb: ExpressionBuilder<GrantsTables, 'access_code_try'>) {
  return eb.selectFrom('access_code').select('access_code.id').whereRef('access_code.code_hash', '=', 'access_code_try.code_hash')
}

export async function noteUse(db: Db, id: string, now: Instant): Promise<void> {
  await db.updateTable('access_code').set({ used_at: at(now) }).where('id', '=', id).execute()
}

export function endCode(db: Db, id: string, now: Instant): Promise<AccessCodeRow | undefined> {
  return db.updateTable('access_code').set({ ended_at: at(now) }).where('id', '=', id).where('ended_at', 'is', null)
    .returningAll().executeTakeFirst()
}

/** Whose time is over though nobody ended them. */
export function codesOver(db: Db, now: Instant): Promise<AccessCodeRow[]> {
  return db.selectFrom('access_code').selectAll().where('ended_at', 'is', null).where('until', '<=', at(now)).execute()
}

function known(db: Db) {
  return db.selectFrom('access_code').innerJoin('access_grant', 'access_grant.id', 'access_code.grant_id')
    .leftJoin('access_code_try', 'access_code_try.code_hash', 'access_code.code_hash')
    .selectAll('access_code').select('access_grant.studies')
    .select((eb) => eb.fn.coalesce('access_code_try.wrong', sql<number>`0`).as('wrong'))
}

export function codeById(db: Db, id: string): Promise<KnownCode | undefined> {
  return known(db).where('access_code.id', '=', id).executeTakeFirst()
}

/** Newest first. */
export function codesOfPatient(db: Db, patientId: string, issuer: string): Promise<KnownCode[]> {
  return known(db).where('access_code.patient_id', '=', patientId).where('access_code.issuer', '=', issuer)
    .orderBy('access_code.id', 'desc').limit(50).execute()
}

/** Newest first: ids rise with time. */
export function codes(db: Db, wanted: { readonly words: string; readonly before: string | null; readonly limit: number }): Promise<KnownCode[]> {
  let query = known(db).orderBy('access_code.id', 'desc').limit(wanted.limit)
  if (wanted.before !== null) query = query.where('access_code.id', '<', wanted.before)
  if (wanted.words !== '') {
    const like = wanted.words.replace(/[\\%_]/g, '\\$&')
    query = query.where((eb) => eb.or([
      eb('access_code.patient_name', 'ilike', `%${like.replace(/[\s,]+/g, '%')}%`), eb('access_code.patient_id', 'ilike', `${like}%`),
    ]))
  }
  return query.execute()
}
