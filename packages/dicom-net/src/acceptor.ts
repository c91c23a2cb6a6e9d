/**
 * One association that a peer opened with us: admission, then requests one after the other. PS3.8 §7.1.
 *
 * @module
 */
import type { Socket } from 'node:net'
import { CommandField } from './command.ts'
import { AssociationAbortedError, PeerSilentError, ProtocolError, type AssociationError } from './errors.ts'
import { implementation } from './implementation.ts'
import { Invoker } from './invoker.ts'
import { MessageExchange } from './message-exchange.ts'
import {
  acceptedContexts, answerContexts, answerExtended, answerRoles, answerWindow, oneAtATime, rejections, type Admission,
  type AsynchronousWindow,
} from './negotiation.ts'
import {
  ContextResult, DICOM_APPLICATION_CONTEXT, type AssociateAc, type AssociateRq, type ProposedContext,
} from './pdu-associate.ts'
import type { ExtendedNegotiation } from './pdu-user-information.ts'
import { Provider } from './provider.ts'
import { decodeQueryOptions, type QueryOptions } from './query-options.ts'
import { AgreedRoles } from './roles.ts'
import type { Peer, Services } from './services.ts'
import { SilenceWatch } from './silence.ts'
import { isDone } from './status.ts'
import type { ShownCertificate } from './tls-profile.ts'
import { socketTransport } from './transport.ts'
import { UpperLayer, type UpperLayerUser } from './upper-layer.ts'
import { OfferedIdentity } from './user-identity.ts'

/** How an association ended. `silent`: the peer sent nothing, or nothing more; `tls-failed`: it never began. */
export type Ending =
  | 'released' | 'rejected' | 'aborted' | 'aborted-by-peer' | 'connection-lost' | 'silent' | 'tls-failed'

/** What a peer shows and wants, besides what it says of itself. */
export interface AssociationOffer {
  /** Null without TLS, or where none was shown. */
  readonly certificate: ShownCertificate | null
  readonly userIdentity: OfferedIdentity | null
  readonly contexts: readonly ProposedContext[]
}

/** For one line of a log. Holds nothing of a Data Set. */
export interface AssociationSummary {
  /** Titles are empty where the peer never got as far as a valid request. */
  readonly peer: Peer
  readonly contexts: { readonly proposed: number; readonly accepted: number }
  /** Instances that were stored: answered with success or a warning. */
  readonly instances: number
  /** Bytes received, headers and all. */
  readonly bytes: number
  readonly ms: number
  readonly ended: Ending
  /** Why, where there is something to say. */
  readonly reason: string | null
}

export interface AcceptorOptions {
  readonly maxPduBytes: number
  readonly artimMs: number
  readonly idleMs: number
  /** Take one of the places that there are for associations, if one is free. */
  takePlace(): boolean
  givePlaceBack(): void
  admit(peer: Peer, offer: AssociationOffer): Admission | Promise<Admission>
  readonly services: Services
  readonly window: AsynchronousWindow
  readonly queryOptions: Partial<QueryOptions>
  answerExtended(item: ExtendedNegotiation): Uint8Array | null
  readonly closed: (summary: AssociationSummary) => void
  readonly onFault: (fault: unknown, peer: Peer) => void
  /** The transport connection is closed. */
  gone(acceptor: Acceptor): void
}

const NOTHING = new Uint8Array(0)

export class Acceptor implements UpperLayerUser {
  readonly #options: AcceptorOptions
  readonly #layer: UpperLayer
  readonly #gone = new AbortController()
  readonly #startedMs = performance.now()
  #peer: Peer
  #proposed = 0
  #accepted = 0
  #instances = 0
  #hasPlace = false
  #isOver = false
  #isClosing = false
  #exchange: MessageExchange | null = null
  #invoker: Invoker | null = null
  #provider: Provider | null = null
  #silence: SilenceWatch | null = null
  readonly #certificate: ShownCertificate | null
  readonly #maxPduBytes: number
  #isReleaseDue = false

  constructor(socket: Socket, options: AcceptorOptions, certificate: ShownCertificate | null = null) {
    this.#options = options
    this.#certificate = certificate
    this.#peer = { callingAe: '', calledAe: '', address: addressOf(socket), implementation: null }
    const { artimMs, maxPduBytes } = options
    this.#maxPduBytes = maxPduBytes
    this.#layer = new UpperLayer(this, { side: 'acceptor', artimMs, maxPduBytes, open: socketTransport(socket) })
  }

  start(): void {
    this.#layer.acceptConnection()
  }

  /** End it when the request in work is answered, or now if there is none. Resolves when no service runs. */
  async shutDown(): Promise<void> {
    this.#isClosing = true
    if (this.#provider?.isWorking === true) await this.#provider.stop()
    this.#abort('shutting down')
  }

  /** End it now. */
  destroy(): void {
    this.#abort('shutting down')
    this.#layer.destroy()
  }

  // Negotiation.

  associateRequested(rq: AssociateRq): void {
    const { implementationVersionName: version, implementationClassUid: classUid } = rq.userInformation
    const { callingAe, calledAe } = rq
    this.#peer = {
      callingAe: callingAe.trim(), calledAe: calledAe.trim(), address: this.#peer.address,
      implementation: version ?? classUid ?? null,
    }
    this.#proposed = rq.contexts.length
    this.#hasPlace = this.#options.takePlace()
    if (!this.#hasPlace) this.#answer(rq, { kind: 'rejected', reason: 'local-limit-exceeded' })
    else void this.#admit(rq)
  }

  async #admit(rq: AssociateRq): Promise<void> {
    try {
      this.#answer(rq, await this.#options.admit(this.#peer, this.#offer(rq)))
    } catch (fault) {
      this.#options.onFault(fault, this.#peer)
      this.#answer(rq, { kind: 'rejected', reason: 'no-reason-given' })
    }
  }

  #offer({ contexts, userInformation: { userIdentity } }: AssociateRq): AssociationOffer {
    const identity = userIdentity === undefined ? null : new OfferedIdentity(userIdentity)
    return { certificate: this.#certificate, userIdentity: identity, contexts }
  }

  #answer(rq: AssociateRq, admission: Admission): void {
    if (this.#isOver) return
    if (admission.kind === 'rejected' || this.#isClosing) {
      const reason = admission.kind === 'rejected' ? admission.reason : 'temporary-congestion'
      this.#layer.reject(rejections[reason])
      this.#end('rejected', reason)
      return
    }
    const ac = this.#acceptance(rq, admission)
    this.#accepted = ac.contexts.filter(({ result }) => result === ContextResult.acceptance).length
    this.#establish(rq, ac)
    this.#layer.accept(ac)
  }

  #acceptance(rq: AssociateRq, { identityResponse }: Admission & { kind: 'accepted' }): AssociateAc {
    const { services, window, queryOptions } = this.#options
    const { asynchronousWindow, extended, userIdentity } = rq.userInformation
    const agreed = answerWindow(asynchronousWindow, window)
    const wantsResponse = userIdentity?.positiveResponseRequested === true && identityResponse !== undefined
    return {
      protocolVersion: 1, calledAe: rq.calledAe, callingAe: rq.callingAe,
      applicationContext: DICOM_APPLICATION_CONTEXT, contexts: answerContexts(rq, services),
      userInformation: {
        maximumLength: this.#maxPduBytes, ...implementation,
        ...(agreed !== null && { asynchronousWindow: agreed }),
        roles: answerRoles(rq, services),
        extended: answerExtended(extended, queryOptions, (item) => this.#options.answerExtended(item)),
        ...(wantsResponse && { userIdentityResponse: identityResponse }),
      },
    }
  }

  #establish(rq: AssociateRq, ac: AssociateAc): void {
    const { asynchronousWindow: window = oneAtATime, roles } = ac.userInformation
    const contexts = acceptedContexts(rq.contexts, ac.contexts)
    const exchange = new MessageExchange(this.#layer, {
      contexts, peerMaximumLength: rq.userInformation.maximumLength ?? 0,
      onRequest: (message) => this.#provider?.requested(message),
      onSent: () => this.#silence?.restart(),
      onBroken: () => this.#abort('message broken off'),
    })
    this.#exchange = exchange
    this.#invoker = new Invoker({
      exchange, contexts, roles: new AgreedRoles(roles), side: 'acceptor', window: window.performed,
      asked: () => this.#silence?.restart(),
    })
    const provider = this.#providing(exchange, this.#invoker, ac, window.invoked)
    this.#provider = provider
    const isPeersTurn = (): boolean => !provider.isWorking || exchange.waitsForBytes || exchange.waitsForAnswer
    this.#silence = new SilenceWatch(this.#options.idleMs, isPeersTurn, () => this.#silent())
  }

  #providing(exchange: MessageExchange, invoker: Invoker, ac: AssociateAc, window: number): Provider {
    const { services, onFault } = this.#options
    const peer = this.#peer
    const extended = new Map(ac.userInformation.extended?.map((item) => [item.sopClassUid, item.information]))
    return new Provider({
      peer, services, exchange, invoker, window, gone: this.#gone.signal,
      queryOptionsFor: (uid) => decodeQueryOptions(uid, extended.get(uid) ?? NOTHING),
      onFault: (fault) => onFault(fault, peer),
      responded: ({ CommandField: field }, { Status: status = 0 }) => {
        if (field === CommandField.cStoreRq && isDone(status)) this.#instances++
      },
      idle: () => this.#idle(),
      violated: (why) => this.#abort(why),
    })
  }

  #idle(): void {
    if (this.#isOver) return
    if (this.#isClosing) this.#abort('shutting down')
    else if (this.#isReleaseDue) this.releaseRequested()
  }

  fragment(contextId: number, isCommand: boolean, isLast: boolean, bytes: Uint8Array): void {
    this.#exchange?.fragment(contextId, isCommand, isLast, bytes)
  }

  heard(): void {
    this.#silence?.restart()
  }

  // The end.

  releaseRequested(): void {
    this.#isReleaseDue = true
    if (this.#exchange?.isReceiving === true) this.#abort('release within a message')
    else if (this.#provider?.isWorking !== true && this.#layer.respondToRelease()) this.#end('released', null)
  }

  #silent(): void {
    this.#end('silent', 'idle', new PeerSilentError('peer silent'))
    this.#layer.abort()
  }

  #abort(why: string): void {
    this.#end('aborted', why)
    this.#layer.abort()
  }

  aborted(error: AssociationError): void {
    if (!(error instanceof AssociationAbortedError)) this.#end('connection-lost', null, error)
    else if (error.by === 'peer') this.#end('aborted-by-peer', `source ${error.source}, reason ${error.reason}`, error)
    else this.#violated(error)
  }

  #violated(error?: AssociationError): void {
    const { violation } = this.#layer
    const isOurFault = violation !== null && !(violation instanceof ProtocolError)
    if (isOurFault) this.#options.onFault(violation, this.#peer)
    this.#end('aborted', isOurFault ? 'fault' : (violation?.message ?? 'unexpected PDU'), error)
  }

  closed(): void {
    if (this.#layer.violation !== null) this.#violated()
    else this.#end('silent', 'no request')
    this.#options.gone(this)
  }

  #end(ended: Ending, reason: string | null, error?: AssociationError): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#silence?.stop()
    if (this.#hasPlace) this.#options.givePlaceBack()
    const cause = error ?? new AssociationAbortedError('us', { source: 0, reason: 0 }, reason ?? ended)
    this.#invoker?.fail(cause)
    this.#exchange?.fail(cause)
    this.#gone.abort(cause)
    this.#tell(ended, reason)
  }

  #tell(ended: Ending, reason: string | null): void {
    const { closed, onFault } = this.#options
    try {
      closed({
        peer: this.#peer, contexts: { proposed: this.#proposed, accepted: this.#accepted },
        instances: this.#instances, bytes: this.#layer.bytesReceived, ms: performance.now() - this.#startedMs,
        ended, reason,
      })
    } catch (fault) {
      onFault(fault, this.#peer)
    }
  }

  // Never on this side.

  associateAccepted(): void {
    return undefined
  }

  associateRejected(): void {
    return undefined
  }

  released(): void {
    return undefined
  }
}

/** An IPv4 peer of a dual-stack socket, as people write it. */
export function addressOf(socket: Socket): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
}
