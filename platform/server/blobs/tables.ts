import type { Generated } from 'kysely'
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
    /** When something of it was last wanted, to the day; the check of stored files does not count. */
    used_at: Generated<Instant>
  }
  blob_object: {
    segment: string
    store: string
    state: 'coming' | 'kept' | 'going'
    /** Known once it is kept. */
    size_bytes: number
    made_at: Instant
  }
}
