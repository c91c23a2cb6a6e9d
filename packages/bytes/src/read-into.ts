/** Extent lists read at any place, into memory that serves again. */
import { lengthOf, type ExtentList } from './extent.ts'
import type { BlobReader } from './open.ts'

export type BlobIntoReader = Required<Pick<BlobReader, 'readInto'>>

export function readsInto(blobs: BlobReader): blobs is BlobReader & BlobIntoReader {
  return blobs.readInto !== undefined
}

/** @returns how many bytes of `list` were read from `position` on: those of one extent at most; 0 at the end. */
export async function readInto(list: ExtentList, position: number, into: Uint8Array, blobs: BlobIntoReader): Promise<number> {
  let start = position
  for (const extent of list) {
    const length = lengthOf(extent)
    if (start >= length) {
      start -= length
      continue
    }
    const room = into.subarray(0, length - start)
    if (extent.kind === 'range') return blobs.readInto(extent.blob, extent.offset + start, room)
    room.set(extent.bytes.subarray(start, start + room.length))
    return room.length
  }
  return 0
}
