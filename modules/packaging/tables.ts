import type { Instant } from '../../platform/server/clock.ts'
import type { Format } from './contract.ts'
import type { Recipe } from './recipe.ts'

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
  /** Null for those made before packages had one. */
  recipe: Recipe | null
}

export interface PackagingTables {
  package: PackageRow
}
