import type { BlobId } from '@filmjacket/bytes'
import { BlobDamagedError, type Blobs } from '../../../platform/server/blobs/index.ts'

export type Soundness = 'sound' | 'damaged' | 'missing'

/** Reads all of a stored file and compares it with its digest. */
export async function checkBlob(blobs: Pick<Blobs, 'verify'>, id: BlobId): Promise<Soundness> {
  try {
    await blobs.verify(id)
    return 'sound'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return 'missing'
    // EIO: the disk itself cannot read it any more.
    if (error instanceof BlobDamagedError || code === 'EIO') return 'damaged'
    throw error
  }
}
