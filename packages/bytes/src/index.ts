export { parseBlobId, type BlobId } from './blob-id.ts'
export { crc32, crc32Combine, crc32Of } from './crc32.ts'
export { etagOf } from './etag.ts'
export {
  lengthOf, literal, range, sizeOf, slice, type BlobRange, type Extent, type ExtentList, type Literal,
} from './extent.ts'
export { parseRange, type ByteRange } from './http-range.ts'
export { once } from './once.ts'
export { open, type BlobReader } from './open.ts'
export { pack } from './pack.ts'
export { readInto, readsInto } from './read-into.ts'
