import type { Instant } from '../../platform/server/clock.ts'
import type { GrantKind } from './contract.ts'
import type { PrintLanguage } from './spanish.ts'

export interface GrantRow {
  id: string
  kind: GrantKind
  /** The grant this one hangs on; what ends the parent ends it. */
  parent_id: string | null
  account_id: string
  patient_id: string
  issuer: string
  /** Ids of the only Studies of this Patient that it opens; null for all, those to come included. */
  studies: string[] | null
  actions: string[]
  /** Why it was opened, in the words of who did. */
  reason: string
  granted_by: string | null
  until: Instant | null
  ended_at: Instant | null
  ended_by: string | null
  created_at: Instant
}

/** An access code on a printout. Neither the code nor the birth date is kept: only what their hash is. */
export interface AccessCodeRow {
  id: string
  /** Of the visitor's account; whoever shows the code gets a session of it. */
  account_id: string
  grant_id: string
  /** Of the code alone: finds the row. */
  code_hash: string
  /** Of code and birth date together: opens it. */
  check_hash: string
  patient_id: string
  issuer: string
  /** PN. */
  patient_name: string
  language: PrintLanguage
  made_by: string
  created_at: Instant
  /** Before this, there are no results yet. */
  opens_at: Instant
  until: Instant
  ended_at: Instant | null
  used_at: Instant | null
}

/** Tries with a code in a row that were not right, whether there is such a code or not. */
export interface CodeTryRow {
  code_hash: string
  wrong: number
  tried_at: Instant
}

export interface GrantsTables {
  access_grant: GrantRow
  access_code: AccessCodeRow
  access_code_try: CodeTryRow
}
