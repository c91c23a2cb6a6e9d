import type { DicomJson } from '@filmjacket/dicom-data'
import type { Generated } from 'kysely'
import type { Instant } from '../../platform/server/clock.ts'
import type { StepState } from './contract.ts'
import type { WorkitemState } from './workitems/state.ts'

/** A Requested Procedure, with the order and the patient that it is of. An order of several has a row for each. */
export interface OrderRow {
  id: string
  /** Grows with each change of it or of its steps. */
  version: number
  patient_id: string
  issuer: string
  patient_name: string
  birth_date: string
  sex: string
  accession_number: string
  /** Of whoever ordered, and of whoever fills the order, where a system of orders says so. */
  placer_number: string
  filler_number: string
  study_uid: string
  procedure_id: Generated<string>
  description: string
  referring_physician: string
  notes: string
  created_at: Instant
}

export interface StepRow {
  id: string
  order_id: string
  step_id: Generated<string>
  description: string
  modality: string
  station_ae_title: string
  /** DA. */
  start_date: string
  /** TM of six digits. */
  start_time: string
  performing_physician: string
  state: StepState
  reason: string
  changed_at: Instant
}

/** A Modality Performed Procedure Step, as its modality told it. */
export interface PerformedRow {
  id: string
  sop_instance_uid: string
  /** Who told it; nobody else may change it. */
  ae_title: string
  state: 'in-progress' | 'completed' | 'discontinued'
  study_uid: string
  modality: string
  description: string
  patient_id: string
  patient_name: string
  /** DA and TM. */
  start_date: string
  start_time: string
  end_date: string
  end_time: string
  series: number
  images: number
  reason: string
  /** All of it, in the DICOM JSON Model. */
  attributes: object
  created_at: Instant
  changed_at: Instant
}

/** Which steps a performed one is of; none: it was not planned. */
export interface PerformedOfRow {
  performed_id: string
  step_id: string
}

export interface WorkitemRow {
  uid: string
  state: WorkitemState
  transaction_uid: string | null
  /** DT, as it was told. */
  starts_at: string
  /** Null: it was forgotten. */
  attributes: DicomJson | null
  created_at: Instant
  changed_at: Instant
}

/** How events reach a subscriber: by an association that we open, or over a WebSocket that it opened. */
export type Channel = 'dimse' | 'web'

export interface SubscriptionRow {
  uid: string
  ae_title: string
  channel: Channel
  /** With a deletion lock. */
  locked: boolean
}

/** Of all workitems, or of those that match its keys, by the well-known UID of either. */
export interface GlobalSubscriptionRow extends SubscriptionRow {
  keys: DicomJson
}

export interface WorkitemEventRow {
  id: string
  /** Of the workitem. */
  uid: string
  type: number
  information: DicomJson
  at: Instant
}

export interface OrdersTables {
  imaging_order: OrderRow
  scheduled_step: StepRow
  performed_step: PerformedRow
  performed_of: PerformedOfRow
  workitem: WorkitemRow
  workitem_subscription: SubscriptionRow
  workitem_global_subscription: GlobalSubscriptionRow
  workitem_event: WorkitemEventRow
}
