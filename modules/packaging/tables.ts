import type { Instant } from '../../platform/server/clock.ts'
import type { Format } from './contract.ts'

/** A recipe, never a stored archive: the same row gives the same bytes at any time, on any server. */
export interface PackageRow {
  id: string
  study_id: string
  format: Format
  /** In the order in which they lie on the medium. */
  instance_ids: string[]
  size_bytes: number
  etag: string
  /** The time stamp of every file in it. */
  created_at: Instant
}

export interface PackagingTables {
  package: PackageRow
}
