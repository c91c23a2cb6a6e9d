import type { Instant } from '../../platform/server/clock.ts'
import type { Format, RequestState } from './contract.ts'

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
  package_id: string | null
  size_bytes: number | null
  file_name: string | null
  notify_address: string | null
  /** Of the texts in the notice. */
  language: string
  created_at: Instant
  ready_at: Instant | null
  expires_at: Instant | null
  downloaded_at: Instant | null
}

export interface PortalTables {
  portal_request: RequestRow
}
