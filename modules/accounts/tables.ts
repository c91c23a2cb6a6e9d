import type { Instant } from '../../platform/server/clock.ts'
import type { Role } from './contract.ts'

export interface AccountRow {
  id: string
  /** Lower case. */
  username: string
  display_name: string
  role: Role
  /** Of the Patient this account belongs to: (0010,0020) and its issuer. Null for staff. */
  patient_id: string | null
  patient_issuer: string | null
  /** Argon2id in PHC form; null until the invitation is redeemed. */
  password_hash: string | null
  active: boolean
  /** Wrong passwords in a row. */
  wrong: number
  /** Of the last wrong password. */
  wrong_at: Instant | null
  created_at: Instant
}

export interface SessionRow {
  id: string
  token_hash: string
  account_id: string
  created_at: Instant
  seen_at: Instant
}

export interface InvitationRow {
  token_hash: string
  account_id: string
  expires_at: Instant
}

export interface ApiTokenRow {
  id: string
  token_hash: string
  account_id: string
  name: string
  actions: string[]
  /** Ids of the only Studies that it reaches; null for as many as its account does. */
  studies: string[] | null
  created_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

export interface AccountsTables {
  account: AccountRow
  session: SessionRow
  invitation: InvitationRow
  api_token: ApiTokenRow
}
