/** A blob's name: the SHA-256 of its bytes, 64 lower-case hexadecimal digits. */
export type BlobId = string & { readonly __brand: 'BlobId' }

/** @throws RangeError if `text` is not 64 lower-case hexadecimal digits. */
export function parseBlobId(text: string): BlobId {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new RangeError('a blob id is 64 hexadecimal digits')
  return text as BlobId
}
