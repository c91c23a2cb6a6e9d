import type { Instant } from '../../platform/server/clock.ts'
import type { Failure, Format, RequestState } from './contract.ts'

export interface RequestRow {
  id: string
  account_id: string
  /** What allowed it; without that grant the file is not there any more. */
  grant_id: string
  study_id: string
  format: Format
  state: RequestState
  /** As the exam was called when it was asked for. */
  exam_description: string
  exam_date: string
  accession_number: string
  instances: number
  /** Of them, here so far. */
  fetched: number
  failure: Failure | null
  /** A PACS that may have more did not answer. */
  maybe_partial: boolean
  package_id: string | null
  size_bytes: number | null
  file_name: string | null
  /** Of PS3.11; null until it is ready, and where none fits. */
  media_profile: string | null
  disc_label: string[]
  notify_address: string | null
  /** Of the texts in the notice. */
  language: string
  created_at: Instant
  ready_at: Instant | null
  expires_at: Instant | null
  downloaded_at: Instant | null
  ended_at: Instant | null
  /** Its job gives a sign of life until then, or is lost. Null once it does not wait. */
  alive_until: Instant | null
  /** In which of few lanes it is being fetched. */
  lane: number | null
  /** How often the work on it was cut off or failed. */
  setbacks: number
}

export interface PortalTables {
  portal_request: RequestRow
}
