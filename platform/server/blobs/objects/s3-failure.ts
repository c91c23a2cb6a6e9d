import { S3ServiceException } from '@aws-sdk/client-s3'
import { codeOf, SegmentAbsentError, StoreAwayError } from '../errors.ts'

const BUSY_FROM = 500
const REFUSED = new Set([401, 403])

/** What a failure means to us. Only the store's own word that an object is not there says that. */
export function s3Failure(error: unknown): Error {
  const options = { cause: error }
  if (!(error instanceof S3ServiceException)) return new StoreAwayError('unreachable', `no connection (${wordOf(error)})`, options)
  const { name, $metadata: { httpStatusCode: status = 0 } } = error
  if (name === 'NoSuchKey') return new SegmentAbsentError('a segment is not in its bucket', options)
  const words = `${name} (${status})`
  if (name === 'NoSuchBucket') return new StoreAwayError('no-place', words, options)
  if (REFUSED.has(status)) return new StoreAwayError('refused', words, options)
  return new StoreAwayError(status >= BUSY_FROM || status === 0 ? 'unreachable' : 'refused', words, options)
}

/** A code where there is one: messages of a connection may hold more than is good to show. */
function wordOf(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.name : 'unknown')
}
