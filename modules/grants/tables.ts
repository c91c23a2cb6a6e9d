import type { Instant } from '../../platform/server/clock.ts'

export interface GrantRow {
  id: string
  /** The grant this one hangs on; what ends the parent ends it. */
  parent_id: string | null
  account_id: string
  /** All Studies of this Patient, those to come included. */
  patient_id: string
  issuer: string
  actions: string[]
  until: Instant | null
  ended_at: Instant | null
  created_at: Instant
}

export interface GrantsTables {
  access_grant: GrantRow
}
