/**
 * One association that a peer opened with us: admission, then requests one after the other. PS3.8 §7.1.
 *
 * @module
 */
import type { Socket } from 'node:net'
import { CommandField } from './command.ts'
import { answer, type Peer, type Scp, type StoreScp } from './dispatch.ts'
import { AssociationAbortedError, AssociationError, PeerSilentError, ProtocolError } from './errors.ts'
import { implementation } from './implementation.ts'
import { MessageExchange, type Message } from './message-exchange.ts'
import { acceptedContexts, answerContexts, answerRoles, rejections, type AcceptedContext, type Admission } from './negotiation.ts'
import { ContextResult, DICOM_APPLICATION_CONTEXT, type AnsweredContext, type AssociateRq } from './pdu-associate.ts'
import { SilenceWatch } from './silence.ts'
import { isDone } from './status.ts'
import { socketTransport } from './transport.ts'
import { UpperLayer, type UpperLayerUser } from './upper-layer.ts'

/** How an association ended. `silent`: the peer sent nothing, or nothing more. */
export type Ending = 'released' | 'rejected' | 'aborted' | 'aborted-by-peer' | 'connection-lost' | 'silent'

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
  admit(peer: Peer): Admission | Promise<Admission>
  readonly store: StoreScp | undefined
  readonly closed: (summary: AssociationSummary) => void
  readonly onFault: (fault: unknown, peer: Peer) => void
  /** The transport connection is closed. */
  gone(acceptor: Acceptor): void
}

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
  #silence: SilenceWatch | null = null
  #scp: Scp | null = null
  #running: Promise<void> | null = null
  readonly #backlog: Message[] = []
  #isReleaseDue = false

  constructor(socket: Socket, options: AcceptorOptions) {
    this.#options = options
    this.#peer = { callingAe: '', calledAe: '', address: addressOf(socket), implementation: null }
    const { artimMs, maxPduBytes } = options
    this.#layer = new UpperLayer(this, { side: 'acceptor', artimMs, maxPduBytes, open: socketTransport(socket) })
  }

  start(): void {
    this.#layer.acceptConnection()
  }

  /** End it when the request in work is answered, or now if there is none. Resolves when no service runs. */
  async shutDown(): Promise<void> {
    this.#isClosing = true
    if (this.#running === null) this.#abort('shutting down')
    await this.#running
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
      this.#answer(rq, await this.#options.admit(this.#peer))
    } catch (fault) {
      this.#options.onFault(fault, this.#peer)
      this.#answer(rq, { kind: 'rejected', reason: 'no-reason-given' })
    }
  }

  #answer(rq: AssociateRq, admission: Admission): void {
    if (this.#isOver) return
    if (admission.kind === 'rejected' || this.#isClosing) {
      const reason = admission.kind === 'rejected' ? admission.reason : 'temporary-congestion'
      this.#layer.reject(rejections[reason])
      this.#end('rejected', reason)
      return
    }
    const answered = answerContexts(rq.contexts, this.#options.store !== undefined)
    this.#accepted = answered.filter(({ result }) => result === ContextResult.acceptance).length
    this.#establish(rq, acceptedContexts(rq.contexts, answered))
    this.#layer.accept(this.#acceptance(rq, answered))
  }

  #acceptance(rq: AssociateRq, contexts: readonly AnsweredContext[]): Parameters<UpperLayer['accept']>[0] {
    const roles = answerRoles(rq.userInformation.roles)
    return {
      protocolVersion: 1, calledAe: rq.calledAe, callingAe: rq.callingAe,
      applicationContext: DICOM_APPLICATION_CONTEXT, contexts,
      userInformation: { maximumLength: this.#options.maxPduBytes, ...implementation, roles },
    }
  }

  #establish(rq: AssociateRq, contexts: ReadonlyMap<number, AcceptedContext>): void {
    const peerMaximumLength = rq.userInformation.maximumLength ?? 0
    const exchange = new MessageExchange(this.#layer, {
      contexts, peerMaximumLength,
      onRequest: (message) => this.#requested(message),
      onSent: () => this.#silence?.restart(),
      onBroken: () => this.#abort('message broken off'),
    })
    this.#exchange = exchange
    const peer = this.#peer
    this.#scp = {
      peer, store: this.#options.store, signal: this.#gone.signal,
      onFault: (fault) => this.#options.onFault(fault, peer),
    }
    const isPeersTurn = (): boolean => this.#running === null || exchange.waitsForPeer
    this.#silence = new SilenceWatch(this.#options.idleMs, isPeersTurn, () => this.#silent())
  }

  // Requests, one after the other: no asynchronous operations window was agreed.

  fragment(contextId: number, isCommand: boolean, isLast: boolean, bytes: Uint8Array): void {
    this.#exchange?.fragment(contextId, isCommand, isLast, bytes)
  }

  heard(): void {
    this.#silence?.restart()
  }

  #requested(message: Message): void {
    // Nothing that runs here can be cancelled yet, and a C-CANCEL has no response. PS3.7 §9.3.2.3.
    if (message.command.CommandField === CommandField.cCancelRq) return
    if (this.#running !== null) {
      this.#backlog.push(message)
      this.#exchange?.hold(true)
      return
    }
    this.#running = this.#work(message)
  }

  async #work(first: Message): Promise<void> {
    for (let next: Message | undefined = first; next !== undefined; next = this.#backlog.shift()) {
      await this.#serve(next)
      if (this.#isOver || this.#isClosing) break
    }
    this.#running = null
    if (this.#isOver) return
    if (this.#isClosing) {
      this.#abort('shutting down')
      return
    }
    this.#exchange?.hold(false)
    if (this.#isReleaseDue) this.releaseRequested()
  }

  async #serve(message: Message): Promise<void> {
    const [scp, exchange] = [this.#scp, this.#exchange]
    if (scp === null || exchange === null) return
    const response = await answer(message, scp)
    if (message.dataSet?.isOver === false) {
      message.dataSet.discard()
      await message.dataSet.whenOver()
    }
    if (this.#isOver) return
    try {
      await exchange.send(message.context.id, response)
      if (message.command.CommandField === CommandField.cStoreRq && isDone(response.Status ?? 0)) this.#instances++
    } catch (error) {
      // The association ended under the answer, and has been told so elsewhere.
      if (!(error instanceof AssociationError)) throw error
    }
  }

  // The end.

  releaseRequested(): void {
    this.#isReleaseDue = true
    if (this.#exchange?.isReceiving === true) this.#abort('release within a message')
    else if (this.#running === null && this.#layer.respondToRelease()) this.#end('released', null)
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
function addressOf(socket: Socket): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
}
