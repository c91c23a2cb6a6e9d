import type { Generated } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'

export interface ForwardRuleRow {
  id: string
  description: string
  from_ae_title: string | null
  modality: string | null
  /** Null once the device is removed. */
  device_id: string | null
  is_on: boolean
  created_at: Instant
}

/** A Study that a rule sends on. */
export interface ForwardRow {
  rule_id: string
  study_uid: string
  /** That it had when it was last sent: more than these are sent anew. */
  instances: number
  transfer_id: string | null
  state: 'open' | 'done' | 'given-up'
  tries: Generated<number>
  /** When it is looked at again. */
  due_at: Instant
  changed_at: Instant
}

/** Whose earlier studies were looked for, and when. */
export interface PriorSearchRow {
  patient_id: string
  searched_at: Instant
}

export interface RoutingTables {
  forward_rule: ForwardRuleRow
  forward: ForwardRow
  prior_search: PriorSearchRow
}
