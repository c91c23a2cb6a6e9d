import type { Generated } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'
import type {
  CallerProof, CheckOutcome, CommitmentState, DeviceRole, Refusal, TransferDirection, TransferProblem, TransferState, WorklistAccess, WorklistLevel, WorklistModel,
} from './contract.ts'

export interface DeviceRow {
  id: string
  description: string
  ae_title: string
  last_contact_at: Instant | null
  last_address: string | null
  created_at: Instant
  host: string | null
  port: number | null
  roles: DeviceRole[]
  is_default: boolean
  character_set: string
  decompress: boolean
  query_model: 'study-root' | 'patient-root'
  retrieve_by: 'move' | 'get'
  worklist_modality: string | null
  worklist_ae_title: string | null
  worklist_model: WorklistModel
  worklist_level: WorklistLevel
  dicomweb_url: string | null
  /** Sealed, as the private key is. */
  dicomweb_authorization: string | null
  patients_may_download: boolean
  gives_priors: boolean
  may_call: boolean
  caller_proof: CallerProof
  caller_name: string | null
  may_query: boolean
  worklist_access: WorklistAccess
  hears_availability: boolean
  asks_commitment: boolean
  /** The last time it was turned away. */
  refused_at: Generated<Instant | null>
  refused_address: Generated<string | null>
  refused_why: Generated<Refusal | null>
  refused_name: Generated<string | null>
  is_watched: boolean
  quiet_hours: number | null
  slow_minutes: number | null
  /** Somebody was told that it is quiet. */
  is_quiet: Generated<boolean>
  tls_mode: 'off' | 'server' | 'mutual'
  /** PEM, as the other two. */
  tls_authority: string | null
  tls_expected_name: string | null
  tls_certificate: string | null
  /** Sealed. */
  tls_key: string | null
}

/** Callers that were turned away, so that an administrator can see whom to let in. */
export interface RefusedRow {
  ae_title: string
  address: string
  refused_at: Instant
  times: number
}

export interface CheckRow {
  id: Generated<number>
  device_id: string
  checked_at: Instant
  outcome: CheckOutcome
  ms: number
  status: number | null
  detail: string
  is_scheduled: boolean
}

/** One row at most. */
export interface AlertRow {
  is_only: Generated<boolean>
  address: string | null
}

export interface TransferRow {
  id: string
  direction: TransferDirection
  /** Null once the device is removed. */
  device_id: string | null
  device_description: string
  study_uid: string
  patient_name: Generated<string>
  study_date: Generated<string>
  study_description: Generated<string>
  state: TransferState
  /** Instances in all; null until known. */
  total: number | null
  already: Generated<number>
  moved: Generated<number>
  failed: Generated<number>
  problem: TransferProblem | null
  status: number | null
  /** Account; null for the system itself. */
  started_by: string | null
  created_at: Instant
  started_at: Instant | null
  ended_at: Instant | null
  /** Who works on it: a word that the worker made up. */
  lease: string | null
  /** When that worker was last seen. */
  seen_at: Instant | null
  /** Somebody was told that it is slow. */
  is_slow: Generated<boolean>
  commitment: Generated<CommitmentState | null>
  not_kept: Generated<number>
}

/** A question that is not answered yet. */
export interface TransferCommitmentRow {
  transfer_id: string
  transaction_uid: string
  /** SOP Instance UIDs. */
  instances: string[]
}

export interface TransferInstanceRow {
  transfer_id: string
  instance_uid: string
  outcome: 'done' | 'failed'
  status: number | null
  reason: string
}

export interface DevicesTables {
  device: DeviceRow
  device_refused: RefusedRow
  device_check: CheckRow
  device_alert: AlertRow
  transfer: TransferRow
  transfer_instance: TransferInstanceRow
  transfer_commitment: TransferCommitmentRow
}
