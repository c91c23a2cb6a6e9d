/** There is no room for more. Nothing of the blob was kept; the same may be tried later. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError'
}

/** The lock on a segment went with the connection to the database: nothing more is promised of what is written there. Told as a database that is away. */
export class SegmentLostError extends Error {
  override readonly name = 'SegmentLostError'
  /** SQLSTATE `connection_failure`. */
  readonly code = '08006'
}

/** A blob that rows speak of is not there, or is not what its digest says. */
export class BlobDamagedError extends Error {
  override readonly name = 'BlobDamagedError'
}

/**
 * - `unreachable`: no answer, or one that says that it cannot just now
 * - `refused`: it answers, and does not let us
 * - `no-place`: it answers, and has no such bucket; or the folder is not the one that was used before
 * - `unsound`: it answers, and keeps other bytes than it was given
 * - `unconfigured`: what is asked for lies in a store that this process was not started with
 */
export type AwayReason = 'unreachable' | 'refused' | 'no-place' | 'unsound' | 'unconfigured'

/** The store of segments cannot be used now. It says nothing about what lies there: that is neither lost nor damaged. */
export class StoreAwayError extends Error {
  override readonly name = 'StoreAwayError'
  readonly reason: AwayReason

  /** @param message - the store's own words, for administrators. */
  constructor(reason: AwayReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/** The store answers that it has no such segment. Told as a file that is not there. */
export class SegmentAbsentError extends Error {
  override readonly name = 'SegmentAbsentError'
  readonly code = 'ENOENT'
}

/** Whether it says that a file, or what stands for one, is not there. */
export function isAbsent(error: unknown): boolean {
  return codeOf(error) === 'ENOENT'
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
