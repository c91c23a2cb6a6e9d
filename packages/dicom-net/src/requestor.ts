/**
 * Opening an association, and what is asked over it: C-ECHO, C-STORE. PS3.8 §7.1, PS3.7 §9.1.
 *
 * @module
 */
import { isAeTitle } from './ae-title.ts'
import {
  AssociationAbortedError, AssociationError, AssociationRejectedError, NoPresentationContextError, PeerSilentError,
} from './errors.ts'
import { implementation } from './implementation.ts'
import { MessageExchange, type Message } from './message-exchange.ts'
import { echoRequest, VERIFICATION_SOP_CLASS } from './messages/echo.ts'
import { readStoreResponse, storeRequest, type MoveOriginator, type Priority, type StoreAnswer } from './messages/store.ts'
import { acceptedContexts, type AcceptedContext } from './negotiation.ts'
import { DICOM_APPLICATION_CONTEXT, type AssociateAc, type AssociateRq, type ProposedContext } from './pdu-associate.ts'
import type { AssociateRj } from './pdu.ts'
import { SilenceWatch } from './silence.ts'
import { Status } from './status.ts'
import { connectTo } from './transport.ts'
import { UpperLayer, type UpperLayerUser } from './upper-layer.ts'

export interface RequestorOptions {
  readonly host: string
  readonly port: number
  readonly callingAe: string
  readonly calledAe: string
  /** At most 128. One Transfer Syntax each, where the data are stored in one: the acceptor chooses. */
  readonly contexts: readonly { readonly abstractSyntax: string; readonly transferSyntaxes: readonly string[] }[]
  /** How long the peer may be silent while it is its turn: connecting, answering, taking bytes. */
  readonly timeoutMs?: number
  /** Aborts the association. */
  readonly signal?: AbortSignal
}

export interface StoreInstance {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
  /** Bare, in that Transfer Syntax; without File Meta Information. */
  readonly dataSet: AsyncIterable<Uint8Array>
  readonly priority?: Priority
  readonly moveOriginator?: MoveOriginator | null
}

/** An association that we opened. Its calls are made one after the other, in the order they are asked for. */
export interface Association {
  readonly contexts: readonly AcceptedContext[]
  /** C-ECHO; the status of the answer. */
  echo(): Promise<number>
  /**
   * C-STORE; the status and comment of the answer.
   *
   * @throws NoPresentationContextError if none was accepted for this SOP Class and Transfer Syntax;
   *   AssociationError if the association ends before the answer; what `dataSet` throws, and then the
   *   association is aborted if part of the instance had left.
   */
  store(instance: StoreInstance): Promise<StoreAnswer>
  /** Resolves when the peer has confirmed, after the calls that were asked for. */
  release(): Promise<void>
  abort(): void
}

const TIMEOUT_MS = 30_000
const ARTIM_MS = 10_000
const MAX_PDU_BYTES = 128 * 1024
const MAX_CONTEXTS = 128

/**
 * Open an association.
 *
 * @throws AssociationRejectedError, AssociationAbortedError, ConnectionLostError, PeerSilentError;
 *   RangeError if the options cannot be put into a request.
 */
export async function associate(options: RequestorOptions): Promise<Association> {
  const requestor = new Requestor(options)
  await requestor.open()
  return requestor
}

interface Settle {
  readonly resolve: () => void
  readonly reject: (error: AssociationError) => void
}

class Requestor implements Association, UpperLayerUser {
  readonly #layer: UpperLayer
  readonly #request: AssociateRq
  readonly #timeoutMs: number
  readonly #signal: AbortSignal | undefined
  #exchange: MessageExchange | null = null
  #contexts: readonly AcceptedContext[] = []
  #silence: SilenceWatch | null = null
  /** Who waits for the association to open, or to be released. */
  #awaiting: Settle | null = null
  #failure: AssociationError | null = null
  #messageId = 0
  #lastCall: Promise<unknown> = Promise.resolve()
  readonly #onAbort = (): void => this.#end(new AssociationError('aborted by signal', { cause: this.#signal?.reason }))

  constructor(options: RequestorOptions) {
    this.#request = requestFor(options)
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS
    this.#signal = options.signal
    this.#layer = new UpperLayer(this, {
      side: 'requestor', artimMs: ARTIM_MS, maxPduBytes: MAX_PDU_BYTES, open: connectTo(options.host, options.port),
    })
  }

  get contexts(): readonly AcceptedContext[] {
    return this.#contexts
  }

  async open(): Promise<void> {
    if (this.#signal?.aborted === true) throw new AssociationError('aborted by signal', { cause: this.#signal.reason })
    this.#signal?.addEventListener('abort', this.#onAbort)
    const isPeersTurn = (): boolean => this.#awaiting !== null || this.#exchange?.waitsForPeer === true
    this.#silence = new SilenceWatch(this.#timeoutMs, isPeersTurn, () => this.#end(new PeerSilentError('peer silent')))
    await this.#settled(() => this.#layer.associate(this.#request))
  }

  async echo(): Promise<number> {
    const { command } = await this.#call(() => this.#contextFor(VERIFICATION_SOP_CLASS), ({ id }) =>
      this.#exchanging().call(id, echoRequest(this.#nextMessageId())))
    return command.Status ?? Status.processingFailure
  }

  async store(instance: StoreInstance): Promise<StoreAnswer> {
    const { sopClassUid, transferSyntaxUid, dataSet } = instance
    const { command } = await this.#call(() => this.#contextFor(sopClassUid, transferSyntaxUid), ({ id }) =>
      this.#exchanging().call(id, storeRequest(this.#nextMessageId(), instance), dataSet))
    return readStoreResponse(command, Status.processingFailure)
  }

  async release(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#failure !== null) throw this.#failure
      await this.#settled(() => this.#layer.release())
    })
  }

  abort(): void {
    this.#end(new AssociationAbortedError('us', { source: 0, reason: 0 }))
  }

  // Calls.

  #call(contextFor: () => AcceptedContext, call: (context: AcceptedContext) => Promise<Message>): Promise<Message> {
    return this.#inTurn(async () => {
      if (this.#failure !== null) throw this.#failure
      const context = contextFor()
      this.#silence?.restart()
      const response = await call(context)
      response.dataSet?.discard()
      return response
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#lastCall.then(work, work)
    this.#lastCall = turn.catch(() => undefined)
    return turn
  }

  #contextFor(abstractSyntax: string, transferSyntax?: string): AcceptedContext {
    const context = this.#contexts.find((accepted) =>
      accepted.abstractSyntax === abstractSyntax &&
      (transferSyntax === undefined || accepted.transferSyntax === transferSyntax))
    if (context !== undefined) return context
    const what = transferSyntax === undefined ? abstractSyntax : `${abstractSyntax} in ${transferSyntax}`
    throw new NoPresentationContextError(`no accepted Presentation Context for ${what}`)
  }

  #exchanging(): MessageExchange {
    if (this.#exchange === null) throw this.#failure ?? new AssociationError('no association')
    return this.#exchange
  }

  /** 1 to 65535, then from the start. */
  #nextMessageId(): number {
    this.#messageId = (this.#messageId % 0xffff) + 1
    return this.#messageId
  }

  // Confirmations and indications.

  #settled(begin: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#awaiting = { resolve, reject }
      this.#silence?.restart()
      begin()
    })
  }

  associateAccepted(ac: AssociateAc): void {
    const contexts = acceptedContexts(this.#request.contexts, ac.contexts)
    this.#contexts = [...contexts.values()]
    this.#exchange = new MessageExchange(this.#layer, {
      contexts, peerMaximumLength: ac.userInformation.maximumLength ?? 0,
      // We provide no service on associations of our own.
      onRequest: () => this.abort(),
      onSent: () => this.#silence?.restart(),
      onBroken: () => this.abort(),
    })
    this.#awaiting?.resolve()
    this.#awaiting = null
  }

  associateRejected({ result, source, reason }: AssociateRj): void {
    this.#over(new AssociationRejectedError(result, source, reason))
  }

  fragment(contextId: number, isCommand: boolean, isLast: boolean, bytes: Uint8Array): void {
    this.#exchange?.fragment(contextId, isCommand, isLast, bytes)
  }

  heard(): void {
    this.#silence?.restart()
  }

  released(): void {
    this.#awaiting?.resolve()
    this.#awaiting = null
    this.#over(new AssociationError('association released'))
  }

  /** The acceptor may end it, too; what waits for an answer then gets none. PS3.8 §7.2. */
  releaseRequested(): void {
    this.#layer.respondToRelease()
    this.#over(new AssociationError('association released by the acceptor'))
  }

  aborted(error: AssociationError): void {
    this.#over(error)
  }

  closed(): void {
    this.#over(new AssociationError('association over'))
  }

  #end(error: AssociationError): void {
    this.#layer.abort()
    this.#over(error)
  }

  #over(error: AssociationError): void {
    if (this.#failure !== null) return
    this.#failure = error
    this.#silence?.stop()
    this.#signal?.removeEventListener('abort', this.#onAbort)
    this.#exchange?.fail(error)
    this.#awaiting?.reject(error)
    this.#awaiting = null
  }

  // Never on this side.

  associateRequested(): void {
    return undefined
  }
}

function requestFor(options: RequestorOptions): AssociateRq {
  const { calledAe, callingAe, contexts } = options
  for (const title of [calledAe, callingAe]) {
    if (!isAeTitle(title)) throw new RangeError(`not an AE title: ${JSON.stringify(title)}`)
  }
  if (contexts.length === 0 || contexts.length > MAX_CONTEXTS) throw new RangeError(`${contexts.length} contexts`)
  const proposed = contexts.map((context, n): ProposedContext => ({ id: 2 * n + 1, ...context }))
  return {
    protocolVersion: 1, calledAe, callingAe, applicationContext: DICOM_APPLICATION_CONTEXT, contexts: proposed,
    userInformation: { maximumLength: MAX_PDU_BYTES, ...implementation },
  }
}
