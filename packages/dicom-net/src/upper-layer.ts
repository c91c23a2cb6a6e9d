/**
 * The Upper Layer service provider of one association: it carries out what the tables of
 * `state-machine.ts` say. PS3.8 §7, §9.2.
 *
 * @module
 */
import { isAeTitle } from './ae-title.ts'
import {
  AbortReason, AssociationAbortedError, AssociationError, ConnectionLostError, ProtocolError, TlsFailedError,
} from './errors.ts'
import { providerRejection } from './negotiation.ts'
import {
  decodeAssociateAc, decodeAssociateRq, encodeAssociateAc, encodeAssociateRq, type AssociateAc, type AssociateRq,
} from './pdu-associate.ts'
import { PduReader, type PduReceiver } from './pdu-reader.ts'
import {
  decodeAbort, decodeAssociateRj, encodeAbort, encodeAssociateRj, encodeReleaseRp, encodeReleaseRq, fourBytes,
  PduType, type Abort, type AssociateRj,
} from './pdu.ts'
import { actionFor, actions, events, nextState, type Effect, type Event, type State } from './state-machine.ts'
import { isTlsError } from './tls-profile.ts'
import type { OpenTransport, Transport, TransportListener } from './transport.ts'

/** The indications and confirmations of PS3.8 §7, as one side or the other gets them. */
export interface UpperLayerUser {
  associateRequested(rq: AssociateRq): void
  associateAccepted(ac: AssociateAc): void
  associateRejected(rj: AssociateRj): void
  /** @throws ProtocolError to have the association aborted. */
  fragment(contextId: number, isCommand: boolean, isLast: boolean, bytes: Uint8Array): void
  /** Anything came; for those who count the silence. */
  heard(): void
  releaseRequested(): void
  released(): void
  /** A-ABORT, A-P-ABORT, or the connection is gone. Not called for an abort of our own. */
  aborted(error: AssociationError): void
  /** The transport connection is closed. The last call. */
  closed(): void
}

export interface UpperLayerOptions {
  readonly side: 'requestor' | 'acceptor'
  readonly artimMs: number
  /** The longest P-DATA-TF that we receive. */
  readonly maxPduBytes: number
  readonly open: OpenTransport
}

/** What comes with an event, for the action to use. */
interface Due {
  readonly send?: readonly Uint8Array[]
  readonly indicate?: () => void
  readonly refusal?: AssociateRj | null
}

export class UpperLayer implements PduReceiver, TransportListener {
  readonly #options: UpperLayerOptions
  readonly #user: UpperLayerUser
  readonly #reader: PduReader
  #state: State = 'Sta1'
  #transport: Transport | null = null
  #request: AssociateRq | null = null
  #artim: NodeJS.Timeout | undefined
  /** The stream of the peer cannot be understood any more: what comes is dropped. */
  #isDeaf = false
  #violation: Error | null = null
  #closeError: Error | null = null
  #hasRoom = true
  #bytesReceived = 0

  constructor(user: UpperLayerUser, options: UpperLayerOptions) {
    this.#user = user
    this.#options = options
    this.#reader = new PduReader(this, options.maxPduBytes)
  }

  get state(): State {
    return this.#state
  }

  get bytesReceived(): number {
    return this.#bytesReceived
  }

  /** What of the peer made us abort. A ProtocolError, unless it is a fault of ours. */
  get violation(): Error | null {
    return this.#violation
  }

  // The requests and responses of the local user.

  /** Acceptor: the transport connection is there. */
  acceptConnection(): void {
    this.#transport = this.#options.open(this)
    this.#raise('Evt5')
  }

  associate(rq: AssociateRq): void {
    this.#request = rq
    this.#raise('Evt1')
  }

  /** @returns false if the peer has gone meanwhile. */
  accept(ac: AssociateAc): boolean {
    return this.#raise('Evt7', { send: [encodeAssociateAc(ac)] })
  }

  reject(rj: AssociateRj): boolean {
    return this.#raise('Evt8', { send: [encodeAssociateRj(rj)] })
  }

  /**
   * Send whole P-DATA-TF PDUs, given in pieces.
   *
   * @returns false if `drained` is to be awaited before the next call.
   * @throws AssociationError if there is no association (any more).
   */
  sendData(pieces: readonly Uint8Array[]): boolean {
    if (!this.#raise('Evt9', { send: pieces })) throw new AssociationError(`P-DATA in ${this.#state}`)
    return this.#hasRoom
  }

  drained(): Promise<void> {
    return this.#transport?.drained() ?? Promise.resolve()
  }

  /** Nobody looks at the bytes of what was sent any more. */
  flushed(): Promise<void> {
    return this.#transport?.flushed() ?? Promise.resolve()
  }

  release(): boolean {
    return this.#raise('Evt11', { send: [encodeReleaseRq()] })
  }

  respondToRelease(): boolean {
    return this.#raise('Evt14', { send: [encodeReleaseRp()] })
  }

  abort(): boolean {
    return this.#raise('Evt15')
  }

  /** End it without a word, for what is not worth one any more. */
  destroy(): void {
    this.#transport?.destroy()
  }

  pause(): void {
    if (this.#state !== 'Sta13') this.#transport?.pause()
  }

  resume(): void {
    this.#transport?.resume()
  }

  // What the transport connection brings.

  connected(): void {
    if (this.#request !== null) this.#raise('Evt2', { send: [encodeAssociateRq(this.#request)] })
  }

  received(chunk: Buffer): void {
    this.#bytesReceived += chunk.length
    if (this.#isDeaf) return
    this.#user.heard()
    try {
      this.#reader.push(chunk)
    } catch (error) {
      this.#isDeaf = true
      this.#violation = error instanceof Error ? error : new Error('thrown: no Error')
      this.#raise('Evt19')
    }
  }

  closed(error: Error | null): void {
    this.#closeError = error
    this.#raise('Evt17')
    clearTimeout(this.#artim)
    this.#user.closed()
  }

  // What the reader finds in it.

  dataPdu(): void {
    this.#raise('Evt10')
  }

  fragment(contextId: number, isCommand: boolean, isLast: boolean, bytes: Uint8Array): void {
    if (this.#state !== 'Sta6' && this.#state !== 'Sta7') return
    this.#user.fragment(contextId, isCommand, isLast, bytes)
  }

  pdu(type: PduType, body: Uint8Array): void {
    switch (type) {
      case PduType.associateRq: this.#associateRq(decodeAssociateRq(body)); break
      case PduType.associateAc: {
        const ac = decodeAssociateAc(body)
        this.#raise('Evt3', { indicate: () => this.#user.associateAccepted(ac) })
        break
      }
      case PduType.associateRj: {
        const rj = decodeAssociateRj(body)
        this.#raise('Evt4', { indicate: () => this.#user.associateRejected(rj) })
        break
      }
      case PduType.dataTf: break // comes as dataPdu and fragment
      case PduType.releaseRq: {
        fourBytes(body)
        this.#raise('Evt12', { indicate: () => this.#user.releaseRequested() })
        break
      }
      case PduType.releaseRp: {
        fourBytes(body)
        this.#raise('Evt13', { indicate: () => this.#released() })
        break
      }
      case PduType.abort: {
        const abort = decodeAbort(body)
        this.#raise('Evt16', { indicate: () => this.#user.aborted(new AssociationAbortedError('peer', abort)) })
      }
    }
  }

  #associateRq(rq: AssociateRq): void {
    if (!isAeTitle(rq.calledAe) || !isAeTitle(rq.callingAe)) throw new ProtocolError('impossible AE title')
    this.#raise('Evt6', { refusal: providerRejection(rq), indicate: () => this.#user.associateRequested(rq) })
  }

  /** In a collision the acceptor still owes its own response after the confirmation. PS3.8 §7.2.2.2. */
  #released(): void {
    if (this.#state === 'Sta12') this.#user.releaseRequested()
    else this.#user.released()
  }

  // The machine.

  #raise(event: Event, due: Due = {}): boolean {
    const action = actionFor(this.#state, event)
    if (action === null) return false
    this.#state = nextState(action, this.#options.side, due.refusal != null)
    if (action === 'AA-8' || (action === 'AA-1' && event !== 'Evt15')) this.#violation ??= notDue(event)
    for (const effect of actions[action].effects) this.#carryOut(effect, event, due)
    return true
  }

  #carryOut(effect: Effect, event: Event, due: Due): void {
    switch (effect) {
      case 'connect': this.#transport = this.#options.open(this); break
      case 'send': this.#write(due.send ?? []); break
      case 'send-user-abort': this.#write([encodeAbort({ source: 0, reason: 0 })]); break
      case 'send-provider-abort': this.#write([encodeAbort(this.#provided())]); break
      case 'indicate': due.indicate?.(); break
      case 'indicate-p-abort': this.#user.aborted(this.#whyProvided(event)); break
      case 'judge-request': this.#judge(due); break
      case 'start-artim': this.#startArtim(); break
      case 'stop-artim': clearTimeout(this.#artim); break
      case 'close': this.#close(event); break
    }
  }

  #judge({ refusal, indicate }: Due): void {
    if (refusal == null) return indicate?.()
    this.#write([encodeAssociateRj(refusal)])
    this.#startArtim()
  }

  #write(pieces: readonly Uint8Array[]): void {
    this.#hasRoom = this.#transport?.write(pieces) ?? true
  }

  /** A peer that outlasted ARTIM will not take what is still unsent either. */
  #close(event: Event): void {
    if (event === 'Evt18') this.#transport?.destroy()
    else this.#transport?.close()
  }

  /** In Sta13 we must go on reading: a close with bytes unread would take our last PDU from the peer. */
  #startArtim(): void {
    clearTimeout(this.#artim)
    this.#artim = setTimeout(() => this.#raise('Evt18'), this.#options.artimMs)
    if (this.#state === 'Sta13') this.#transport?.resume()
  }

  #provided(): Abort {
    const reason = this.#violation instanceof ProtocolError ? this.#violation.reason : AbortReason.notSpecified
    return { source: 2, reason }
  }

  #whyProvided(event: Event): AssociationError {
    if (event !== 'Evt17') return new AssociationAbortedError('us', this.#provided(), this.#violation?.message)
    const cause = this.#closeError
    if (cause !== null && isTlsError(cause)) return new TlsFailedError(`TLS not agreed: ${cause.message}`, { cause })
    return new ConnectionLostError('transport connection closed', cause === null ? {} : { cause })
  }
}

/** A PDU that is understood, but not in this state. PS3.8 Table 9-26. */
function notDue(event: Event): ProtocolError {
  return new ProtocolError(`unexpected PDU: ${events[event]}`, AbortReason.unexpectedPdu)
}
