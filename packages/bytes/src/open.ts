/** Read an extent list, the last step of everything that is served. */
import type { BlobId } from './blob-id.ts'
import type { ExtentList } from './extent.ts'

export interface BlobReader {
  /**
   * The bytes `start` up to, not including, `end` of a blob, in order.
   *
   * @throws Error if the blob is not there, or shorter than `end`.
   */
  read(blob: BlobId, start: number, end: number): AsyncIterable<Uint8Array>
  /** The same if they are in memory already: small ones are then had without waiting. */
  atHand?(blob: BlobId, start: number, end: number): Uint8Array | undefined
  /**
   * The bytes from `start` on, into memory that the reader has: as many as there is room for.
   *
   * @returns how many, at least one.
   * @throws Error as `read` does.
   */
  readInto?(blob: BlobId, start: number, into: Uint8Array): Promise<number>
}

/** The bytes of `list`. Reads on only as its consumer does; stops when the consumer stops. */
export async function* open(list: ExtentList, blobs: BlobReader): AsyncGenerator<Uint8Array, void, undefined> {
  for (const extent of list) {
    if (extent.kind === 'literal') {
      yield extent.bytes
      continue
    }
    const end = extent.offset + extent.length
    const bytes = blobs.atHand?.(extent.blob, extent.offset, end)
    if (bytes === undefined) yield* blobs.read(extent.blob, extent.offset, end)
    else yield bytes
  }
}
