/**
 * What open pages of administrators and clerks are told: devices that changed or were called, transfers that moved.
 *
 * @module
 */
import type { QueryExecutorProvider } from 'kysely'
import { tell } from '../../platform/server/live.ts'

/** Stands where an account does: all who may use devices hear the same. */
export const STAFF = 'devices:staff'

export type News = 'device' | 'devices' | 'transfer'

/** @param data - ids only: it passes through the database's log. */
export function tellStaff(db: QueryExecutorProvider, name: News, data: { readonly id: string } | null): Promise<void> {
  return tell(db, STAFF, name, data)
}
