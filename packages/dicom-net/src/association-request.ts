/**
 * How an association is wished for, and the request that says so. PS3.8 §9.3.2, PS3.7 §D.3.3.
 *
 * @module
 */
import { isAeTitle } from './ae-title.ts'
import { implementation } from './implementation.ts'
import type { AsynchronousWindow } from './negotiation.ts'
import { DICOM_APPLICATION_CONTEXT, type AssociateRq, type ProposedContext } from './pdu-associate.ts'
import type { CommonExtendedNegotiation, ExtendedNegotiation, UserInformation } from './pdu-user-information.ts'
import type { Services } from './services.ts'
import type { TlsRequestorOptions } from './tls-profile.ts'
import { identityToSend, type IdentityToOffer } from './user-identity.ts'

export interface WantedContext {
  readonly abstractSyntax: string
  readonly transferSyntaxes: readonly string[]
  /** What we want to be; user and not provider, unless told. The same for all contexts of a SOP Class. */
  readonly roles?: { readonly scu: boolean; readonly scp: boolean }
}

export interface RequestorOptions extends Pick<Services, 'store' | 'committed'> {
  readonly host: string
  readonly port: number
  readonly callingAe: string
  readonly calledAe: string
  /** At most 128. One Transfer Syntax each, where the data are stored in one: the acceptor chooses. */
  readonly contexts: readonly WantedContext[]
  /** How long the peer may be silent while it is its turn: connecting, answering, taking bytes. */
  readonly timeoutMs?: number
  /** The same once the association is open, for archives that think long about a C-MOVE. Default `timeoutMs`. */
  readonly answerTimeoutMs?: number
  /** Aborts the association. */
  readonly signal?: AbortSignal
  readonly tls?: TlsRequestorOptions
  /** Requests at the same time, if the acceptor agrees. One, unless told. */
  readonly asynchronousWindow?: AsynchronousWindow
  /** See `encodeQueryOptions`. */
  readonly extended?: readonly ExtendedNegotiation[]
  /** To which service an uncommon SOP Class belongs. */
  readonly commonExtended?: readonly CommonExtendedNegotiation[]
  readonly userIdentity?: IdentityToOffer
  /** Whether the acceptor is asked to say that it looked at the identity. */
  readonly wantsIdentityResponse?: boolean
  /** A service of ours on this association threw: `store` or `committed`. The peer hears only a status. */
  readonly onFault?: (fault: unknown) => void
}

export const MAX_PDU_BYTES = 128 * 1024
const MAX_CONTEXTS = 128

/** @throws RangeError if the options cannot be put into a request. */
export function requestFor(options: RequestorOptions): AssociateRq {
  const { calledAe, callingAe, contexts } = options
  for (const title of [calledAe, callingAe]) {
    if (!isAeTitle(title)) throw new RangeError(`not an AE title: ${JSON.stringify(title)}`)
  }
  if (contexts.length === 0 || contexts.length > MAX_CONTEXTS) throw new RangeError(`${contexts.length} contexts`)
  const proposed = contexts.map(({ abstractSyntax, transferSyntaxes }, n): ProposedContext =>
    ({ id: 2 * n + 1, abstractSyntax, transferSyntaxes }))
  return {
    protocolVersion: 1, calledAe, callingAe, applicationContext: DICOM_APPLICATION_CONTEXT, contexts: proposed,
    userInformation: userInformationFor(options),
  }
}

function userInformationFor(options: RequestorOptions): UserInformation {
  const { contexts, asynchronousWindow, extended, commonExtended, userIdentity, wantsIdentityResponse } = options
  const roles = new Map(contexts.flatMap(({ abstractSyntax: sopClassUid, roles }) =>
    roles === undefined ? [] : [[sopClassUid, { sopClassUid, ...roles }]]))
  return {
    maximumLength: MAX_PDU_BYTES, ...implementation, roles: [...roles.values()],
    ...(asynchronousWindow !== undefined && { asynchronousWindow }),
    ...(extended !== undefined && { extended }),
    ...(commonExtended !== undefined && { commonExtended }),
    ...(userIdentity !== undefined && { userIdentity: identityToSend(userIdentity, wantsIdentityResponse === true) }),
  }
}
