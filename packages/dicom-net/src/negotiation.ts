/**
 * What an acceptor answers to a request. Pure. PS3.8 §9.3.3.2, PS3.7 §D.3.3.4.
 *
 * @module
 */
import type { AcceptedContext } from './accepted-context.ts'
import {
  ContextResult, DICOM_APPLICATION_CONTEXT, type AnsweredContext, type AssociateRq, type ProposedContext,
} from './pdu-associate.ts'
import type { ExtendedNegotiation, RoleSelection } from './pdu-user-information.ts'
import type { AssociateRj } from './pdu.ts'
import { answerQueryOptions, type QueryOptions } from './query-options.ts'
import { acceptedIdentifierSyntaxes, isProvided, isReported, isUsed, serviceClassOf } from './service-classes.ts'
import type { Services } from './services.ts'
import { isWireUid } from './storage-classes.ts'

/** What the policy of the acceptor may say. */
export type Admission =
  /** `identityResponse`: to a user identity that wants one; empty for a name or passcode. PS3.7 §D.3.3.7.2. */
  | { readonly kind: 'accepted'; readonly identityResponse?: Uint8Array }
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

/**
 * Contexts: of each the first Transfer Syntax that will do. The order is the peer's wish, and what we store we
 * store as received: there, any will do.
 */
export function answerContexts(rq: AssociateRq, services: Services): AnsweredContext[] {
  const { roles = [], commonExtended } = rq.userInformation
  const offersToProvide = new Set(roles.filter(({ scp }) => scp).map(({ sopClassUid }) => sopClassUid))
  return rq.contexts.map(({ id, abstractSyntax, transferSyntaxes }) => {
    const serviceClass = serviceClassOf(abstractSyntax, commonExtended)
    const isKnown = serviceClass !== null && (isProvided(serviceClass, services) ||
      (isUsed(serviceClass, services) && (isReported(serviceClass) || offersToProvide.has(abstractSyntax))))
    const transferSyntax = transferSyntaxes.find(serviceClass === 'storage' || serviceClass === 'verification'
      ? isWireUid
      : (uid) => acceptedIdentifierSyntaxes.includes(uid))
    if (isKnown && transferSyntax !== undefined) return { id, result: ContextResult.acceptance, transferSyntax }
    const result = isKnown ? ContextResult.transferSyntaxesNotSupported : ContextResult.abstractSyntaxNotSupported
    return { id, result, transferSyntax: transferSyntaxes[0] ?? '' }
  })
}

/** What the requestor may be: user of what we provide, provider of what we use. */
export function answerRoles({ userInformation }: AssociateRq, services: Services): RoleSelection[] {
  const { roles = [], commonExtended } = userInformation
  return roles.map(({ sopClassUid, scu, scp }) => {
    const serviceClass = serviceClassOf(sopClassUid, commonExtended)
    return {
      sopClassUid,
      scu: scu && serviceClass !== null && isProvided(serviceClass, services),
      scp: scp && serviceClass !== null && isUsed(serviceClass, services),
    }
  })
}

/** How many requests may wait at the same time, either way; 0 is no limit. */
export interface AsynchronousWindow {
  readonly invoked: number
  readonly performed: number
}

/** Without negotiation. PS3.7 §D.3.3.3. */
export const oneAtATime: AsynchronousWindow = { invoked: 1, performed: 1 }

/** Of what was proposed no more than ours, told from the requestor's side; null if nothing was proposed. */
export function answerWindow(
  proposed: AsynchronousWindow | undefined, ours: AsynchronousWindow,
): AsynchronousWindow | null {
  if (proposed === undefined) return null
  return { invoked: lower(proposed.invoked, ours.performed), performed: lower(proposed.performed, ours.invoked) }
}

function lower(one: number, other: number): number {
  return one === 0 || other === 0 ? Math.max(one, other) : Math.min(one, other)
}

/** Extended negotiation: queries as `supported`, all else as `others` says; what is not answered is not supported. */
export function answerExtended(
  proposed: readonly ExtendedNegotiation[] | undefined, supported: Partial<QueryOptions>,
  others: (item: ExtendedNegotiation) => Uint8Array | null,
): ExtendedNegotiation[] {
  return (proposed ?? []).flatMap((item) => {
    const information = answerQueryOptions(item.sopClassUid, item.information, supported) ?? others(item)
    return information === null ? [] : [{ sopClassUid: item.sopClassUid, information }]
  })
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
