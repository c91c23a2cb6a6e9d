import type { BlobId } from '@filmjacket/bytes'
import { BlobDamagedError, StoreAwayError, type Blobs } from '../../../platform/server/blobs/index.ts'

/** Away: it lies in a store that cannot be used now, so nothing is known of it. */
export type Soundness = 'sound' | 'damaged' | 'missing' | 'away'

/** Reads all of a stored file and compares it with its digest. */
export async function checkBlob(blobs: Pick<Blobs, 'verify'>, id: BlobId): Promise<Soundness> {
  try {
    await blobs.verify(id)
    return 'sound'
  } catch (error) {
    if (error instanceof StoreAwayError) return 'away'
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return 'missing'
    // EIO: the disk itself cannot read it any more.
    if (error instanceof BlobDamagedError || code === 'EIO') return 'damaged'
    throw error
  }
}
