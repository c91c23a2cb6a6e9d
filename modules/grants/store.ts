import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'
import { at } from '../../platform/server/database/index.ts'
import type { GrantRow, GrantsTables } from './tables.ts'

export type Db = Kysely<GrantsTables>

interface Identity {
  readonly patientId: string
  readonly issuer: string
}

/** As a grant is made: nothing has happened to it yet. */
export type NewGrant = Omit<GrantRow, 'ended_at' | 'ended_by'>

export async function addGrant(db: Db, row: NewGrant): Promise<void> {
  await db.insertInto('access_grant').values(valuesOf(row)).execute()
}

/** Once is enough: an account has at most one standing grant on its own Patient. */
export async function addOwnPatient(db: Db, row: NewGrant): Promise<void> {
  await db.insertInto('access_grant').values(valuesOf(row))
    .onConflict((on) => on.columns(['account_id', 'patient_id', 'issuer'])
      .where('kind', '=', 'own').where('ended_at', 'is', null).doNothing())
    .execute()
}

function valuesOf(row: NewGrant) {
  return { ...row, until: row.until === null ? null : at(row.until), created_at: at(row.created_at), ended_at: null, ended_by: null }
}

function open(db: Db, now: Instant) {
  return db.selectFrom('access_grant').selectAll().where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at(now))]))
}

/** What an account holds at this instant. */
export function openGrants(db: Db, accountId: string, now: Instant): Promise<GrantRow[]> {
  return open(db, now).where('account_id', '=', accountId).orderBy('created_at').execute()
}

export function grantById(db: Db, id: string, now: Instant): Promise<GrantRow | undefined> {
  return open(db, now).where('id', '=', id).executeTakeFirst()
}

/** Of every account, the oldest first. */
export function grantsOnPatient(db: Db, { patientId, issuer }: Identity, now: Instant): Promise<GrantRow[]> {
  return open(db, now).where('patient_id', '=', patientId).where('issuer', '=', issuer).orderBy('created_at').orderBy('id').execute()
}

/** Whether somebody ended it; one whose time is over was not ended. */
export async function wasEnded(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('access_grant').select('ended_at').where('id', '=', id).executeTakeFirst()
  return row?.ended_at !== null
}

/** Ends a grant and all that hang on it. @returns those that were open until now. */
export async function endGrant(db: Db, id: string, by: string | null, now: Instant): Promise<GrantRow[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from access_grant where id = ${id}
      union select access_grant.id from access_grant join below on access_grant.parent_id = below.id
    ) select id from below`.execute(db)
  if (rows.length === 0) return []
  return db.updateTable('access_grant').set({ ended_at: at(now), ended_by: by })
    .where('id', 'in', rows.map((row) => row.id)).where('ended_at', 'is', null).returningAll().execute()
}
