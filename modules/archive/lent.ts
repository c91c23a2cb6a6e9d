/**
 * What leaves by DIMSE, read into buffers that serve again.
 *
 * @module
 */
import { open, readInto, readsInto, sizeOf, type BlobReader, type ExtentList } from '@filmjacket/bytes'
import { LentParts } from '@filmjacket/dicom-net'

/** For one sender, who is through with a part before the next but one. */
export function lent(list: ExtentList, blobs: BlobReader): AsyncIterable<Uint8Array> {
  if (!readsInto(blobs)) return open(list, blobs)
  return new LentParts(() => Promise.resolve({
    size: sizeOf(list),
    read: (into, position) => readInto(list, position, into, blobs),
    close: () => Promise.resolve(),
  }))
}
