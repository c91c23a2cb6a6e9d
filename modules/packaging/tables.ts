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

/** A picture drawn when the package was made: its recipe tells where it goes. */
export interface PictureRow {
  package_id: string
  /** SHA-256. */
  digest: string
  bytes: Uint8Array
}

export interface PackagingTables {
  package: PackageRow
  package_picture: PictureRow
}
