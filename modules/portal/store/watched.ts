/** Everybody's requests, for who looks after the portal. */
import type { RequestState } from '../contract.ts'
import type { RequestRow } from '../tables.ts'
import type { Db } from './requests.ts'

export interface Wanted {
  readonly states: readonly RequestState[] | null
  /** In the exam's description or its Accession Number, or of one of these accounts. */
  readonly text: { readonly words: string; readonly accountIds: readonly string[] } | null
  readonly before: string | null
  readonly limit: number
}

/** Newest first: ids rise with time. */
export function watchedQuery(db: Db, { states, text, before, limit }: Wanted) {
  let query = db.selectFrom('portal_request').selectAll().orderBy('id', 'desc').limit(limit)
  if (states !== null) query = query.where('state', 'in', states)
  if (before !== null) query = query.where('id', '<', before)
  if (text !== null) {
    const like = `%${text.words.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) => eb.or([
      eb('exam_description', 'ilike', like), eb('accession_number', 'ilike', like),
      ...(text.accountIds.length === 0 ? [] : [eb('account_id', 'in', text.accountIds)]),
    ]))
  }
  return query
}

export function watched(db: Db, wanted: Wanted): Promise<RequestRow[]> {
  return watchedQuery(db, wanted).execute()
}
