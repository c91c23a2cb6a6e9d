import type { Kysely } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'
import { at } from '../../platform/server/database/index.ts'
import type { GrantRow, GrantsTables } from './tables.ts'

export type Db = Kysely<GrantsTables>

/** Once is enough: an account has at most one standing grant on its own Patient. */
export async function addOwnPatient(db: Db, row: GrantRow): Promise<void> {
  await db.insertInto('access_grant').values({ ...row, until: null, created_at: at(row.created_at) })
    .onConflict((on) => on.columns(['account_id', 'patient_id', 'issuer'])
      .where('parent_id', 'is', null).where('ended_at', 'is', null).doNothing())
    .execute()
}

/** What an account holds at this instant. */
export function openGrants(db: Db, accountId: string, now: Instant): Promise<GrantRow[]> {
  return db.selectFrom('access_grant').selectAll().where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at(now))]))
    .orderBy('created_at').execute()
}

export function grantById(db: Db, id: string, now: Instant): Promise<GrantRow | undefined> {
  return db.selectFrom('access_grant').selectAll().where('id', '=', id).where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at(now))])).executeTakeFirst()
}

export async function holdersOfPatient(
  db: Db, { patientId, issuer }: { patientId: string; issuer: string }, now: Instant,
): Promise<readonly string[]> {
  const rows = await db.selectFrom('access_grant').select('account_id').distinct()
    .where('patient_id', '=', patientId).where('issuer', '=', issuer).where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at(now))])).execute()
  return rows.map(({ account_id }) => account_id)
}
