/**
 * What an error of a call to a device says, in words that a page can translate and an administrator can act upon.
 *
 * @module
 */
import { DicomError } from '@filmjacket/dicom-data'
import {
  AssociationAbortedError, AssociationError, AssociationRejectedError, ConnectionLostError, formatStatus, meaningOf,
  NoPresentationContextError, PeerSilentError, ServiceFailedError, TlsFailedError,
} from '@filmjacket/dicom-net'
import type { CheckOutcome, TransferProblem } from '../contract.ts'

export type FailureProblem =
  | Exclude<CheckOutcome, 'answered' | 'no-verification'>
  | Extract<TransferProblem, 'not-offered' | 'destination-unknown' | 'study-not-found' | 'no-progress'>

/** Something of the network or of the other side, and not of ours. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError'
  readonly problem: FailureProblem
  /** Of DIMSE or HTTP. */
  readonly status: number | null
  /** In English, for a person who knows networks. */
  readonly detail: string

  constructor(problem: FailureProblem, { status = null, detail = '', cause }: DeviceErrorParts = {}) {
    super(detail === '' ? problem : `${problem}: ${detail}`, cause === undefined ? {} : { cause })
    this.problem = problem
    this.status = status
    this.detail = detail
  }

  /** Whether the same may work a little later, without anybody's doing. */
  get isPassing(): boolean {
    if (this.problem === 'http-failed') return this.status !== null && (this.status >= 500 || this.status === 429)
    return passing.has(this.problem)
  }
}

interface DeviceErrorParts {
  readonly status?: number | null
  readonly detail?: string
  readonly cause?: unknown
}

const passing: ReadonlySet<FailureProblem> = new Set([
  'rejected', 'aborted', 'timeout', 'connection-refused', 'unreachable', 'connection-lost', 'failure-status',
])

const MOVE_DESTINATION_UNKNOWN = 0xa801

/** @returns null for a fault of ours, which is nobody else's to read. */
export function deviceErrorOf(error: unknown): DeviceError | null {
  if (error instanceof DeviceError) return error
  if (error instanceof AssociationRejectedError) return rejection(error)
  if (error instanceof TlsFailedError) return new DeviceError('tls-failed', { detail: wordsOf(error.cause), cause: error })
  if (error instanceof PeerSilentError) return new DeviceError('timeout', { cause: error })
  if (error instanceof NoPresentationContextError) return new DeviceError('not-offered', { cause: error })
  if (error instanceof AssociationAbortedError) return new DeviceError('aborted', { detail: error.message, cause: error })
  if (error instanceof ConnectionLostError) return lost(error)
  if (error instanceof ServiceFailedError) return failed(error)
  if (error instanceof DicomError) return new DeviceError('failure-status', { detail: 'its answer cannot be understood', cause: error })
  return error instanceof AssociationError ? new DeviceError('connection-lost', { cause: error }) : null
}

/** PS3.8 Table 9-21. */
function rejection(error: AssociationRejectedError): DeviceError {
  const { source, reason } = error
  if (source === 1 && reason === 3) return new DeviceError('wrong-calling-ae', { cause: error })
  if (source === 1 && reason === 7) return new DeviceError('wrong-called-ae', { cause: error })
  return new DeviceError('rejected', { detail: rejections[`${source} ${reason}`] ?? `source ${source}, reason ${reason}`, cause: error })
}

const rejections: { readonly [sourceAndReason: string]: string } = {
  '1 1': 'no reason given', '1 2': 'application context not supported', '2 2': 'protocol version not supported',
  '3 1': 'temporary congestion', '3 2': 'its limit of associations is reached',
}

const networkProblems: { readonly [code: string]: FailureProblem } = {
  ENOTFOUND: 'unknown-host', EAI_AGAIN: 'unknown-host', ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'unreachable', ENETUNREACH: 'unreachable', ETIMEDOUT: 'unreachable', EADDRNOTAVAIL: 'unreachable',
}

function lost(error: Error): DeviceError {
  return new DeviceError(networkProblemOf(error.cause) ?? 'connection-lost', { detail: codeOf(error.cause), cause: error })
}

export function networkProblemOf(cause: unknown): FailureProblem | undefined {
  return networkProblems[codeOf(cause)]
}

/** What a device writes in its comment may be anything, so it is told to nobody. */
function failed(error: ServiceFailedError): DeviceError {
  const { status, service } = error
  if (service === 'C-MOVE' && status === MOVE_DESTINATION_UNKNOWN) return new DeviceError('destination-unknown', { status, cause: error })
  const detail = `${service}: ${formatStatus(status)}, ${meaningOf(status, service).meaning}`
  return new DeviceError('failure-status', { status, detail, cause: error })
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}

/** OpenSSL's, or Node's, of a certificate: they hold names of machines only. */
function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.slice(0, 200) : ''
}

/** Does what is asked of a device; whatever goes wrong there is thrown as a DeviceError. */
export async function withDeviceErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw deviceErrorOf(error) ?? error
  }
}
