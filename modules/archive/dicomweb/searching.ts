import type { Search } from '@filmjacket/dicom-web'

export interface Searching {
  readonly search: Search
  /** What the address names. */
  readonly studyUid?: string | undefined
  readonly seriesUid?: string | undefined
  /** Ids of the only Studies that the caller may look for; null for all. */
  readonly studies: readonly string[] | null
  /** Addresses in the answer begin with it. */
  readonly base: string
}
