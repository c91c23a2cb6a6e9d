import type { Generated } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import type { FileOutcome, FileReason, UploadState } from '../contract.ts'
import type { ArchiveTables } from '../tables.ts'

export interface UploadRow {
  id: string
  account_id: string
  /** What the person chose, in a few words. */
  label: string
  state: UploadState
  /** As chosen. */
  files: number
  bytes: number
  /** Files with each outcome. */
  taken: Generated<number>
  duplicate: Generated<number>
  held: Generated<number>
  refused: Generated<number>
  skipped: Generated<number>
  taken_bytes: Generated<number>
  started_at: Instant
  changed_at: Instant
  ended_at: Instant | null
}

export interface UploadFileRow {
  upload_id: string
  /** As it was called where it came from. It names a line of the report, and nothing on our disks. */
  path: string
  /** SHA-256 of its bytes; empty where they were not read. */
  digest: string
  bytes: number
  outcome: FileOutcome
  reason: FileReason | null
  detail: string
}

export interface UploadTables extends ArchiveTables {
  upload: UploadRow
  upload_file: UploadFileRow
}
