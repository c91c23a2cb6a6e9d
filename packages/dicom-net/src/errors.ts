/** What ends an association before its time, as errors with a name to tell them by. */
import { formatStatus, meaningOf, type Service } from './statuses.ts'

/** Reason/Diag. of an A-ABORT whose source is the service-provider. PS3.8 Table 9-26. */
export const AbortReason = {
  notSpecified: 0,
  unrecognizedPdu: 1,
  unexpectedPdu: 2,
  unrecognizedPduParameter: 4,
  unexpectedPduParameter: 5,
  invalidPduParameterValue: 6,
} as const
export type AbortReason = (typeof AbortReason)[keyof typeof AbortReason]

/** The peer broke the Upper Layer protocol. The association must be aborted with `reason`. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
  readonly reason: AbortReason

  constructor(message: string, reason: AbortReason = AbortReason.invalidPduParameterValue) {
    super(message)
    this.reason = reason
  }
}

/** The association did not come about, or is over. Every other error here is one of these. */
export class AssociationError extends Error {
  override readonly name: string = 'AssociationError'
}

/** The acceptor answered A-ASSOCIATE-RJ. The numbers are those of PS3.8 Table 9-21. */
export class AssociationRejectedError extends AssociationError {
  override readonly name = 'AssociationRejectedError'
  readonly result: number
  readonly source: number
  readonly reason: number

  constructor(result: number, source: number, reason: number) {
    super(`association rejected: result ${result}, source ${source}, reason ${reason}`)
    this.result = result
    this.source = source
    this.reason = reason
  }
}

/** A-ABORT, sent or received. `source` 0 is the service-user, 2 the service-provider. PS3.8 Table 9-26. */
export class AssociationAbortedError extends AssociationError {
  override readonly name = 'AssociationAbortedError'
  readonly by: 'peer' | 'us'
  readonly source: number
  readonly reason: number

  constructor(by: 'peer' | 'us', abort: { source: number; reason: number }, why?: string) {
    const detail = why === undefined ? '' : `: ${why}`
    super(`association aborted by ${by}: source ${abort.source}, reason ${abort.reason}${detail}`)
    this.by = by
    this.source = abort.source
    this.reason = abort.reason
  }
}

/** The transport connection could not be opened, or closed without a release or an abort. */
export class ConnectionLostError extends AssociationError {
  override readonly name = 'ConnectionLostError'
}

/** The peer was silent for too long while it was its turn. */
export class PeerSilentError extends AssociationError {
  override readonly name = 'PeerSilentError'
}

/** No accepted Presentation Context fits what is to be sent. */
export class NoPresentationContextError extends AssociationError {
  override readonly name = 'NoPresentationContextError'
}

/** A Data Set broke off before its last fragment. What was taken of it is to be rolled back. */
export class DataSetInterruptedError extends AssociationError {
  override readonly name = 'DataSetInterruptedError'
}

/** The peer performed a service without success: it said so, and the association goes on. */
export class ServiceFailedError extends Error {
  override readonly name = 'ServiceFailedError'
  readonly service: Service
  readonly status: number
  /** Error Comment (0000,0902): the peer's own words, which may hold anything. */
  readonly comment: string | null

  constructor(service: Service, status: number, comment: string | null) {
    super(`${service} failed: ${formatStatus(status)}, ${meaningOf(status, service).meaning}`)
    this.service = service
    this.status = status
    this.comment = comment
  }
}

/** The connection is there, but TLS was not agreed: certificate, name, version or cipher. `cause` tells which. */
export class TlsFailedError extends AssociationError {
  override readonly name = 'TlsFailedError'
}
