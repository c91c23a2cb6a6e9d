import type { Instant } from '../clock.ts'

export interface BlobTables {
  blob: {
    id: string
    segment: string
    /** Of the first byte in the segment. */
    offset: number
    length: number
  }
  blob_segment: {
    name: string
    /** The process that writes, as it is known to the advisory lock. */
    owner: string
    /** Nothing more is written, and rows know all of it. */
    sealed: boolean
    created_at: Instant
  }
}
