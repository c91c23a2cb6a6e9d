/**
 * Accounts of people who have none: who comes with an access code gets a session, as narrow as the code's grant.
 *
 * They are in no list, nobody signs in to them by name, and no password can be set.
 *
 * @module
 */
import type { Clock } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import type { Sessions, Whence } from './sessions.ts'
import * as store from './store.ts'
import { endSessions } from './store/sessions.ts'
import type { AccountRow } from './tables.ts'

export interface Visitors {
  /** @returns the account's id. Without a grant it reaches nothing. */
  add(displayName: string): Promise<string>
  /** @returns the token of a new session, or undefined once the account is closed. */
  startSession(accountId: string, whence?: Whence): Promise<string | undefined>
  /** For good, with all sessions. */
  close(accountId: string): Promise<void>
}

const UNKNOWN: Whence = { address: '', agent: '' }

export function createVisitors(db: store.Db, clock: Clock, sessions: Pick<Sessions, 'start'>): Visitors {
  return {
    async add(displayName) {
      const account = rowOf(displayName, clock)
      await store.addAccount(db, account)
      return account.id
    },
    async startSession(accountId, whence = UNKNOWN) {
      const account = await store.accountById(db, accountId)
      return account?.role === 'visitor' && account.active ? sessions.start(account, 'access-code', whence) : undefined
    },
    close: (accountId) => db.transaction().execute(async (tx) => {
      await store.setActive(tx, accountId, false)
      await endSessions(tx, accountId)
    }),
  }
}

function rowOf(displayName: string, clock: Clock): AccountRow {
  const now = clock.now()
  const id = newId('acc', now)
  return {
    id, username: id.toLowerCase(), display_name: displayName, role: 'visitor', patient_id: null, patient_issuer: null,
    password_hash: null, active: true, wrong: 0, wrong_at: null, created_at: now,
    email: null, birth_date: null, totp_secret: null, totp_step: null, password_at: null,
  }
}
