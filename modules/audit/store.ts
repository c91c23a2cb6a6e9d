import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'
import { at } from '../../platform/server/database/index.ts'
import type { AuditRow, AuditTables } from './tables.ts'

export type Db = Kysely<AuditTables>

export interface Wanted {
  readonly actors?: readonly string[]
  readonly subjects?: readonly string[]
  readonly action?: string
  readonly outcome?: AuditRow['outcome']
  readonly from?: Instant
  /** Not included. */
  readonly until?: Instant
  readonly before?: number
  readonly limit: number
}

/** Newest first. */
export function entries(db: Db, { actors, subjects, action, outcome, from, until, before, limit }: Wanted): Promise<AuditRow[]> {
  return db.selectFrom('audit').selectAll()
    .$if(actors !== undefined, (query) => query.where('actor', 'in', actors?.length === 0 ? [''] : [...(actors ?? [])]))
    .$if(subjects !== undefined, (query) => query.where('subject', 'in', subjects?.length === 0 ? [''] : [...(subjects ?? [])]))
    .$if(action !== undefined, (query) => query.where(sql<boolean>`action collate "C" ^@ ${action ?? ''}`))
    .$if(outcome !== undefined, (query) => query.where('outcome', '=', outcome ?? 'done'))
    .$if(from !== undefined, (query) => query.where('at', '>=', at(from ?? 0)))
    .$if(until !== undefined, (query) => query.where('at', '<', at(until ?? 0)))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc').limit(limit).execute()
}
