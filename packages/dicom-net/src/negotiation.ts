/**
 * What an acceptor answers to a request. Pure. PS3.8 §9.3.3.2, PS3.7 §D.3.3.4.
 *
 * @module
 */
import { VERIFICATION_SOP_CLASS } from './messages/echo.ts'
import { ContextResult, DICOM_APPLICATION_CONTEXT, type AnsweredContext, type AssociateRq, type ProposedContext } from './pdu-associate.ts'
import type { RoleSelection } from './pdu-user-information.ts'
import type { AssociateRj } from './pdu.ts'
import { isStorageClass, isWireUid } from './storage-classes.ts'

/** A context that both sides agreed on. */
export interface AcceptedContext {
  readonly id: number
  readonly abstractSyntax: string
  readonly transferSyntax: string
}

/** What the policy of the acceptor may say. */
export type Admission =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'rejected'; readonly reason: RejectReason }

export type RejectReason =
  | 'calling-ae-not-recognized' | 'called-ae-not-recognized' | 'no-reason-given'
  | 'temporary-congestion' | 'local-limit-exceeded'

const PERMANENT = 1
const TRANSIENT = 2
const [SERVICE_USER, PROVIDER_ACSE, PROVIDER_PRESENTATION] = [1, 2, 3]

/** PS3.8 Table 9-21. What time may heal is transient. */
export const rejections: { readonly [R in RejectReason]: AssociateRj } = {
  'no-reason-given': { result: PERMANENT, source: SERVICE_USER, reason: 1 },
  'calling-ae-not-recognized': { result: PERMANENT, source: SERVICE_USER, reason: 3 },
  'called-ae-not-recognized': { result: PERMANENT, source: SERVICE_USER, reason: 7 },
  'temporary-congestion': { result: TRANSIENT, source: PROVIDER_PRESENTATION, reason: 1 },
  'local-limit-exceeded': { result: TRANSIENT, source: PROVIDER_PRESENTATION, reason: 2 },
}

/** The reasons of the service-provider, which come before any policy. PS3.8 §9.2.2, AE-6. */
export function providerRejection(rq: AssociateRq): AssociateRj | null {
  if ((rq.protocolVersion & 1) === 0) return { result: PERMANENT, source: PROVIDER_ACSE, reason: 2 }
  if (rq.applicationContext === DICOM_APPLICATION_CONTEXT) return null
  return { result: PERMANENT, source: SERVICE_USER, reason: 2 }
}

/** @param stores - a storage service is there. Verification always is. */
export function answerContexts(proposed: readonly ProposedContext[], stores: boolean): AnsweredContext[] {
  return proposed.map(({ id, abstractSyntax, transferSyntaxes }) => {
    const isKnown = abstractSyntax === VERIFICATION_SOP_CLASS || (stores && isStorageClass(abstractSyntax))
    // The order is the peer's wish, and what we store we store as received: any syntax will do.
    const transferSyntax = transferSyntaxes.find(isWireUid)
    if (isKnown && transferSyntax !== undefined) return { id, result: ContextResult.acceptance, transferSyntax }
    const result = isKnown ? ContextResult.transferSyntaxesNotSupported : ContextResult.abstractSyntaxNotSupported
    return { id, result, transferSyntax: transferSyntaxes[0] ?? '' }
  })
}

/** A requestor stays the user of what it proposed; that it may be provider too is of no use to us yet. */
export function answerRoles(proposed: readonly RoleSelection[] | undefined): RoleSelection[] {
  return (proposed ?? []).map(({ sopClassUid, scu }) => ({ sopClassUid, scu, scp: false }))
}

/** The contexts that came to be, by ID: what was proposed joined with what was answered. */
export function acceptedContexts(
  proposed: readonly ProposedContext[], answered: readonly AnsweredContext[],
): Map<number, AcceptedContext> {
  const byId = new Map(proposed.map((context) => [context.id, context]))
  const accepted = new Map<number, AcceptedContext>()
  for (const { id, result, transferSyntax } of answered) {
    const context = byId.get(id)
    if (result !== ContextResult.acceptance || transferSyntax === null || context === undefined) continue
    accepted.set(id, { id, abstractSyntax: context.abstractSyntax, transferSyntax })
  }
  return accepted
}
