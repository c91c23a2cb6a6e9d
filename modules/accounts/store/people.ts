/** Finding people among very many. */
import { sql } from 'kysely'
import type { Role } from '../contract.ts'
import type { Db } from '../store.ts'
import type { AccountRow } from '../tables.ts'

export interface PeopleWanted {
  /** Words, each of which is somewhere in name, user name, Patient ID or address. */
  readonly text: string
  readonly roles?: readonly Role[]
  /** User name behind which to go on. */
  readonly after: string | null
  readonly limit: number
}

/** An account with what else leads into it. */
export interface PersonRow extends AccountRow {
  readonly passkeys: number
  readonly foreign: number
}

/** By user name. Visitors with an access code are not among them. */
export async function people(db: Db, wanted: PeopleWanted): Promise<PersonRow[]> {
  const rows = await peopleQuery(db, wanted).select((eb) => [
    eb.selectFrom('passkey').select((of) => of.fn.countAll<number>().as('n')).whereRef('passkey.account_id', '=', 'account.id').as('passkeys'),
    eb.selectFrom('foreign_identity').select((of) => of.fn.countAll<number>().as('n'))
      .whereRef('foreign_identity.account_id', '=', 'account.id').as('foreign'),
  ]).execute()
  return rows.map(({ passkeys, foreign, ...account }) => ({ ...account, passkeys: passkeys ?? 0, foreign: foreign ?? 0 }))
}

export function peopleQuery(db: Db, { text, roles, after, limit }: PeopleWanted) {
  let query = db.selectFrom('account').selectAll('account').where('role', '!=', 'visitor')
  for (const pattern of patternsOf(text)) query = query.where(sql<boolean>`account_words(username, display_name, patient_id, email) like ${pattern}`)
  return query.$if(roles !== undefined, (asked) => asked.where('role', 'in', [...(roles ?? [])]))
    .$if(after !== null, (asked) => asked.where('username', '>', after ?? ''))
    .orderBy('username').limit(limit)
}

/** Folded as the index has them: without case and accents. */
function patternsOf(text: string): readonly string[] {
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[\s,]+/).filter((word) => word !== '')
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}

export async function accountsById(db: Db, ids: readonly string[]): Promise<AccountRow[]> {
  return ids.length === 0 ? [] : db.selectFrom('account').selectAll().where('id', 'in', [...ids]).where('role', '!=', 'visitor').execute()
}

export function accountsOfRole(db: Db, role: Role): Promise<AccountRow[]> {
  return db.selectFrom('account').selectAll().where('role', '=', role).where('active', '=', true).orderBy('display_name').orderBy('id').execute()
}
