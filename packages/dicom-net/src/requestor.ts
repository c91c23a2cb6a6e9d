/**
 * Opening an association, and what is asked over it. PS3.8 §7.1, PS3.7 §9.1, §10.1.
 *
 * @module
 */
import type { AcceptedContext } from './accepted-context.ts'
import { MAX_PDU_BYTES, requestFor, type RequestorOptions } from './association-request.ts'
import { AssociationAbortedError, AssociationError, AssociationRejectedError, PeerSilentError } from './errors.ts'
import { Invoker } from './invoker.ts'
import { reportCommitmentOver, requestCommitmentOver } from './invoking/commitment.ts'
import { findOver, type FindMatch, type FindQuery } from './invoking/find.ts'
import {
  actOver, createOver, readOver, reportOver, setOver, type NormalizedAction, type NormalizedEvent, type NormalizedObject, type ObjectRead, type ReadObject,
} from './invoking/normalized.ts'
import { retrieveOver, type RetrieveProgress, type RetrieveQuery } from './invoking/retrieve.ts'
import { echoOver, storeOver } from './invoking/store.ts'
import { MessageExchange } from './message-exchange.ts'
import type { StoreAnswer, StoreInstance } from './messages/store.ts'
import { acceptedContexts, oneAtATime } from './negotiation.ts'
import type { AssociateAc, AssociateRq } from './pdu-associate.ts'
import type { UserInformation } from './pdu-user-information.ts'
import type { AssociateRj } from './pdu.ts'
import { Provider } from './provider.ts'
import { decodeQueryOptions, type QueryOptions } from './query-options.ts'
import { AgreedRoles } from './roles.ts'
import { SilenceWatch } from './silence.ts'
import type { CommitmentQuestion, CommitmentReport } from './storage-commitment.ts'
import { requestorTls } from './tls-profile.ts'
import { connectTo } from './transport.ts'
import { UpperLayer, type UpperLayerUser } from './upper-layer.ts'

/**
 * An association that we opened. Its calls are made one after the other, in the order they are asked for; as
 * many at a time as the asynchronous window has places. Each fails with AssociationError if the association
 * ends before the answer, and with NoPresentationContextError if no accepted context fits.
 */
export interface Association {
  readonly contexts: readonly AcceptedContext[]
  /** What the acceptor said besides. */
  readonly acceptor: Pick<
    UserInformation, 'implementationClassUid' | 'implementationVersionName' | 'asynchronousWindow' | 'roles' | 'extended' | 'userIdentityResponse'
  >
  /** What of the options that were asked for by `extended` a query of this class may use. */
  queryOptions(sopClassUid: string): QueryOptions
  /** C-ECHO; the status of the answer. */
  echo(): Promise<number>
  /**
   * C-STORE; the status and comment of the answer.
   *
   * @throws what `dataSet` throws, and then the association is aborted if part of the instance had left.
   */
  store(instance: StoreInstance): Promise<StoreAnswer>
  /**
   * C-FIND: matches as they come. The peer is held back while they are not taken; leaving the loop cancels.
   *
   * @throws ServiceFailedError where the peer says so.
   */
  find(query: FindQuery): AsyncGenerator<FindMatch, void, undefined>
  /** C-MOVE: each response as it comes, the last with the outcome. Leaving the loop cancels. */
  move(query: RetrieveQuery & { readonly destination: string }): AsyncGenerator<RetrieveProgress, void, undefined>
  /**
   * C-GET: the same; the Instances come to the `store` of the association's options, for the classes of
   * which its contexts ask the role of provider (`getContexts`).
   */
  get(query: RetrieveQuery): AsyncGenerator<RetrieveProgress, void, undefined>
  /** N-ACTION. The report comes to `committed`, here or on an association that the peer opens. */
  requestCommitment(question: CommitmentQuestion): Promise<StoreAnswer>
  /** N-EVENT-REPORT, on a context that asks for the role of provider (`reportContexts`). */
  reportCommitment(report: CommitmentReport): Promise<StoreAnswer>
  /** N-CREATE of a performed procedure step, a workitem, or a notice that Instances are available. */
  create(object: NormalizedObject): Promise<StoreAnswer>
  /** N-SET: `attributes` are those that change. */
  set(object: NormalizedObject): Promise<StoreAnswer>
  /** N-GET. */
  read(object: ReadObject): Promise<ObjectRead>
  /** N-ACTION with a workitem. */
  act(action: NormalizedAction): Promise<StoreAnswer>
  /** N-EVENT-REPORT, on a context that asks for the role of provider (`workitemEventContexts`). */
  report(event: NormalizedEvent): Promise<StoreAnswer>
  /** Resolves when the peer has confirmed, after the calls that were asked for. */
  release(): Promise<void>
  abort(): void
}

const TIMEOUT_MS = 30_000
const ARTIM_MS = 10_000

/**
 * Open an association.
 *
 * @throws AssociationRejectedError, AssociationAbortedError, ConnectionLostError, TlsFailedError, PeerSilentError;
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
  readonly #options: RequestorOptions
  readonly #gone = new AbortController()
  #contexts: readonly AcceptedContext[] = []
  #acceptor: UserInformation = {}
  #exchange: MessageExchange | null = null
  #invoker: Invoker | null = null
  #provider: Provider | null = null
  #silence: SilenceWatch | null = null
  /** Who waits for the association to open, or to be released. */
  #awaiting: Settle | null = null
  #failure: AssociationError | null = null
  readonly #onAbort = (): void =>
    this.#end(new AssociationError('aborted by signal', { cause: this.#options.signal?.reason }))

  constructor(options: RequestorOptions) {
    this.#request = requestFor(options)
    this.#options = options
    const { host, port, tls } = options
    this.#layer = new UpperLayer(this, {
      side: 'requestor', artimMs: ARTIM_MS, maxPduBytes: MAX_PDU_BYTES,
      open: connectTo(host, port, tls === undefined ? undefined : requestorTls(tls)),
    })
  }

  get contexts(): readonly AcceptedContext[] {
    return this.#contexts
  }

  get acceptor(): Association['acceptor'] {
    return this.#acceptor
  }

  queryOptions(sopClassUid: string): QueryOptions {
    const item = this.#acceptor.extended?.find((extended) => extended.sopClassUid === sopClassUid)
    return decodeQueryOptions(sopClassUid, item?.information ?? new Uint8Array(0))
  }

  async open(): Promise<void> {
    const { signal } = this.#options
    if (signal?.aborted === true) throw new AssociationError('aborted by signal', { cause: signal.reason })
    signal?.addEventListener('abort', this.#onAbort)
    this.#watch(this.#timeoutMs())
    await this.#settled(() => this.#layer.associate(this.#request))
    this.#watch(this.#options.answerTimeoutMs ?? this.#timeoutMs())
  }

  echo(): Promise<number> {
    return echoOver(this.#invoking())
  }

  store(instance: StoreInstance): Promise<StoreAnswer> {
    return storeOver(this.#invoking(), instance)
  }

  find(query: FindQuery): AsyncGenerator<FindMatch, void, undefined> {
    return findOver(this.#invoking(), query)
  }

  move(query: RetrieveQuery & { readonly destination: string }): AsyncGenerator<RetrieveProgress, void, undefined> {
    return retrieveOver(this.#invoking(), query, query.destination)
  }

  get(query: RetrieveQuery): AsyncGenerator<RetrieveProgress, void, undefined> {
    return retrieveOver(this.#invoking(), query, null)
  }

  requestCommitment(question: CommitmentQuestion): Promise<StoreAnswer> {
    return requestCommitmentOver(this.#invoking(), question)
  }

  reportCommitment(report: CommitmentReport): Promise<StoreAnswer> {
    return reportCommitmentOver(this.#invoking(), report)
  }

  create(object: NormalizedObject): Promise<StoreAnswer> {
    return createOver(this.#invoking(), object)
  }

  set(object: NormalizedObject): Promise<StoreAnswer> {
    return setOver(this.#invoking(), object)
  }

  read(object: ReadObject): Promise<ObjectRead> {
    return readOver(this.#invoking(), object)
  }

  act(action: NormalizedAction): Promise<StoreAnswer> {
    return actOver(this.#invoking(), action)
  }

  report(event: NormalizedEvent): Promise<StoreAnswer> {
    return reportOver(this.#invoking(), event)
  }

  async release(): Promise<void> {
    await this.#invoking().alone(async () => {
      this.#watch(this.#timeoutMs())
      await this.#settled(() => this.#layer.release())
    })
  }

  abort(): void {
    this.#end(new AssociationAbortedError('us', { source: 0, reason: 0 }))
  }

  #timeoutMs(): number {
    return this.#options.timeoutMs ?? TIMEOUT_MS
  }

  #watch(limitMs: number): void {
    this.#silence?.stop()
    if (this.#failure !== null) return
    this.#silence = new SilenceWatch(
      limitMs, () => this.#isPeersTurn(), () => this.#end(new PeerSilentError('peer silent')))
  }

  /** What the peer waits for itself, such as our answer to a C-STORE of a C-GET, is not its silence. */
  #isPeersTurn(): boolean {
    if (this.#awaiting !== null || this.#exchange?.waitsForBytes === true) return true
    return this.#exchange?.waitsForAnswer === true && this.#provider?.isWorking !== true
  }

  #invoking(): Invoker {
    if (this.#invoker === null) throw this.#failure ?? new AssociationError('no association')
    return this.#invoker
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
    const { maximumLength = 0, asynchronousWindow: window = oneAtATime, roles } = ac.userInformation
    const contexts = acceptedContexts(this.#request.contexts, ac.contexts)
    this.#contexts = [...contexts.values()]
    this.#acceptor = ac.userInformation
    const exchange = new MessageExchange(this.#layer, {
      contexts, peerMaximumLength: maximumLength,
      // Where we provide no service there is nothing to ask of us.
      onRequest: (message) => (this.#provider === null ? this.abort() : this.#provider.requested(message)),
      onSent: () => this.#silence?.restart(),
      onBroken: () => this.abort(),
    })
    this.#exchange = exchange
    this.#invoker = new Invoker({
      exchange, contexts, roles: new AgreedRoles(roles), side: 'requestor', window: window.invoked,
      asked: () => this.#silence?.restart(),
    })
    this.#provider = this.#providing(exchange, this.#invoker, window.performed)
    this.#awaiting?.resolve()
    this.#awaiting = null
  }

  #providing(exchange: MessageExchange, invoker: Invoker, window: number): Provider | null {
    const { store, committed, callingAe, calledAe, host } = this.#options
    if (store === undefined && committed === undefined) return null
    const { implementationVersionName: version, implementationClassUid: classUid } = this.#acceptor
    return new Provider({
      peer: { callingAe, calledAe, address: host, implementation: version ?? classUid ?? null },
      services: { ...(store !== undefined && { store }), ...(committed !== undefined && { committed }) },
      exchange, invoker, window, gone: this.#gone.signal,
      queryOptionsFor: (uid) => this.queryOptions(uid),
      onFault: (fault) => this.#options.onFault?.(fault),
      responded: () => this.#silence?.restart(),
      idle: () => undefined,
      violated: () => this.abort(),
    })
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
    this.#options.signal?.removeEventListener('abort', this.#onAbort)
    this.#gone.abort(error)
    this.#invoker?.fail(error)
    this.#exchange?.fail(error)
    this.#awaiting?.reject(error)
    this.#awaiting = null
  }

  // Never on this side.

  associateRequested(): void {
    return undefined
  }
}
