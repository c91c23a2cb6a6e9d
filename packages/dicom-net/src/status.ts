/** Status (0000,0900): what it says of any service. PS3.7 Annex C. What each service means by it: `statuses.ts`. */

/** The values that we give ourselves, or act upon. */
export const Status = {
  success: 0x0000,
  /** Done, as far as optional attributes are there. PS3.4 §F.8.2.1.4. */
  someAttributesMissing: 0x0001,
  processingFailure: 0x0110,
  invalidArgument: 0x0115,
  duplicateInstance: 0x0111,
  noSuchInstance: 0x0112,
  invalidAttributeValue: 0x0106,
  invalidObjectInstance: 0x0117,
  noSuchSopClass: 0x0118,
  missingAttribute: 0x0120,
  notAuthorized: 0x0124,
  noSuchAction: 0x0123,
  noSuchEventType: 0x0113,
  sopClassNotSupported: 0x0122,
  unrecognizedOperation: 0x0211,
  outOfResources: 0xa700,
  noSubOperationSucceeded: 0xa702,
  moveDestinationUnknown: 0xa801,
  identifierDoesNotMatch: 0xa900,
  someSubOperationsFailed: 0xb000,
  unableToProcess: 0xc000,
  cancelled: 0xfe00,
  pending: 0xff00,
  /** Matches go on; optional keys of the query are not supported. PS3.4 Table C.4-1. */
  pendingWithUnsupportedKeys: 0xff01,
} as const

/** PS3.7 Annex C. */
export type StatusKind = 'success' | 'pending' | 'cancelled' | 'warning' | 'failure'

const warnings: ReadonlySet<number> = new Set([0x0001, 0x0107, 0x0116])

export function statusKind(status: number): StatusKind {
  if (status === Status.success) return 'success'
  if (isPending(status)) return 'pending'
  if (status === Status.cancelled) return 'cancelled'
  return warnings.has(status) || status >> 12 === 0xb ? 'warning' : 'failure'
}

/** Further responses to the same request follow. */
export function isPending(status: number): boolean {
  return status === Status.pending || status === Status.pendingWithUnsupportedKeys
}

/** Success or one of the warnings: the peer did what was asked. PS3.7 §C. */
export function isDone(status: number): boolean {
  const kind = statusKind(status)
  return kind === 'success' || kind === 'warning'
}

const ERROR_COMMENT_CHARACTERS = 64

/** As Error Comment (0000,0902) may be: LO of the default repertoire, 64 characters. */
export function errorComment(text: string): string {
  return text.replace(/[^\x20-\x5b\x5d-\x7e]/g, '?').slice(0, ERROR_COMMENT_CHARACTERS)
}
