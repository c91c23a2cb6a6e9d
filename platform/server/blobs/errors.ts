/** There is no room for more. Nothing of the blob was kept; the same may be tried later. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError'
}

/** A blob that rows speak of is not there, or is not what its digest says. */
export class BlobDamagedError extends Error {
  override readonly name = 'BlobDamagedError'
}
