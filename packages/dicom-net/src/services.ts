/**
 * The services that a caller of this package provides to peers. Those that are absent are not accepted.
 *
 * @module
 */
import type { DataSet, ElementMap } from '@filmjacket/dicom-data'
import type { Answer } from './messages/find.ts'
import type { NormalizedAnswer } from './messages/normalized.ts'
import type { MoveOriginator, Priority, StoreAnswer, StoreInstance } from './messages/store.ts'
import type { QueryOptions } from './query-options.ts'
import type { QueryLevel, QueryModel } from './query-retrieve.ts'
import type { CommitmentQuestion, CommitmentReport } from './storage-commitment.ts'

/** Who is at the other end. The titles are valid AE titles, and what the peer says of itself. */
export interface Peer {
  readonly callingAe: string
  readonly calledAe: string
  /** IP address. */
  readonly address: string
  /** Implementation Version Name, else Implementation Class UID. */
  readonly implementation: string | null
}

export interface StoreRequest {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
  readonly priority: Priority
  readonly moveOriginator: MoveOriginator | null
  /**
   * The Data Set as it comes, each part the consumer's own. Not reading it holds the sender back.
   * Throws DataSetInterruptedError if the association breaks before the last byte.
   */
  readonly dataSet: AsyncIterable<Uint8Array>
  /** Aborted when the association is over: an answer would reach nobody. */
  readonly signal: AbortSignal
}

/** A Data Set that was not read to its end when this settles is read away before the answer leaves. */
export type StoreScp = (peer: Peer, request: StoreRequest) => Promise<StoreAnswer>

/** The service will not do it, or not go on. */
export interface Refusal extends Answer {
  readonly kind: 'refused'
}

interface QueryRequest {
  readonly identifier: DataSet
  readonly priority: Priority
  /** What was agreed on when the association was opened. */
  readonly options: QueryOptions
  /** Aborted by C-CANCEL, and when the association is over. */
  readonly signal: AbortSignal
}

export interface FindRequest extends QueryRequest {
  readonly model: QueryModel
  readonly level: QueryLevel
  /** In which a match must be written that is handed in as bytes. */
  readonly transferSyntaxUid: string
}

export interface WorklistRequest extends QueryRequest {
  readonly transferSyntaxUid: string
}

/** Bytes are in the Transfer Syntax of the request. */
export type Identifier = ElementMap | Uint8Array

interface Matching {
  /** False: some optional keys of the query were not looked at. */
  readonly areAllKeysSupported?: boolean
}

/** Several at a time cost less each; each is an answer of its own. */
export type FindStep =
  | (Matching & { readonly kind: 'match'; readonly identifier: Identifier })
  | (Matching & { readonly kind: 'matches'; readonly identifiers: readonly Identifier[] })
  | Refusal

/** Not asked for the next step before the last has left; left in the middle when the peer cancels. */
export type FindScp = (peer: Peer, request: FindRequest) => AsyncIterable<FindStep>
export type WorklistScp = (peer: Peer, request: WorklistRequest) => AsyncIterable<FindStep>

export interface RetrieveRequest extends QueryRequest {
  readonly model: QueryModel
  readonly level: QueryLevel
}

export interface MoveRequest extends RetrieveRequest {
  /** The AE title to send to. */
  readonly destination: string
  /** To be named in each C-STORE. */
  readonly moveOriginator: MoveOriginator
}

export interface GetRequest extends RetrieveRequest {
  /** In which Transfer Syntaxes the peer takes this SOP Class, in the order of its contexts. */
  readonly transferSyntaxesFor: (sopClassUid: string) => readonly string[]
  /**
   * Send an Instance over this association. What cannot be sent is a failed sub-operation.
   *
   * @throws AssociationError if the association is over.
   */
  readonly store: (instance: StoreInstance) => Promise<SentStep>
}

/** How one sub-operation went. */
export interface SentStep {
  readonly kind: 'sent'
  readonly sopInstanceUid: string
  /** Status of the C-STORE, or one of our own where there was none. */
  readonly status: number
}

/** `planned` comes first: without it the peer is not told how many remain. */
export type RetrieveStep = { readonly kind: 'planned'; readonly count: number } | SentStep | Refusal

/** Sends the Instances itself, on an association to the destination; see `sendInstances`. */
export type MoveScp = (peer: Peer, request: MoveRequest) => AsyncIterable<RetrieveStep>
export type GetScp = (peer: Peer, request: GetRequest) => AsyncIterable<RetrieveStep>

export interface CommitmentRequest extends CommitmentQuestion {
  /**
   * Tell the outcome on this association; the status of the peer's answer. Leaves behind the answer to the
   * request, so await it only once that was given. If the association is over, tell it on another.
   *
   * @throws AssociationError if the association is over.
   */
  readonly report: (report: CommitmentReport) => Promise<StoreAnswer>
  readonly signal: AbortSignal
}

/** A success says that a report will follow, not that anything is kept. */
export type CommitScp = (peer: Peer, request: CommitmentRequest) => Promise<StoreAnswer>
/** The user's side: the report has come. */
export type CommittedScu = (peer: Peer, report: CommitmentReport) => Promise<StoreAnswer>

export interface CreateRequest {
  /** Null: the provider is to choose one. */
  readonly sopInstanceUid: string | null
  readonly attributes: DataSet
  readonly signal: AbortSignal
}

export interface CreatedAnswer extends NormalizedAnswer {
  /** That was chosen, where the request named none. */
  readonly sopInstanceUid?: string
}

export interface SetRequest {
  readonly sopInstanceUid: string
  /** Those that are changed. */
  readonly attributes: DataSet
  readonly signal: AbortSignal
}

export interface ReadRequest {
  readonly sopInstanceUid: string
  /** Those that are asked for; none: all. */
  readonly tags: readonly number[]
  readonly signal: AbortSignal
}

export interface ReadAnswer extends NormalizedAnswer {
  /** Of a success, or a warning. */
  readonly attributes?: ElementMap
}

export interface ActionRequest {
  readonly sopInstanceUid: string
  readonly actionTypeId: number
  /** Null where none came. */
  readonly information: DataSet | null
  readonly signal: AbortSignal
}

export interface EventReport {
  readonly sopInstanceUid: string
  readonly eventTypeId: number
  /** Null where none came. */
  readonly information: DataSet | null
  readonly signal: AbortSignal
}

export type CreateScp = (peer: Peer, request: CreateRequest) => Promise<CreatedAnswer>
export type SetScp = (peer: Peer, request: SetRequest) => Promise<NormalizedAnswer>
export type ReadScp = (peer: Peer, request: ReadRequest) => Promise<ReadAnswer>
export type ActionScp = (peer: Peer, request: ActionRequest) => Promise<NormalizedAnswer>
/** The user's side: something happened. */
export type EventScu = (peer: Peer, report: EventReport) => Promise<NormalizedAnswer>

export interface Services {
  /** C-STORE of any storage class. */
  store?: StoreScp
  /** C-FIND of Patient Root, Study Root and Patient/Study Only. */
  find?: FindScp
  /** C-FIND of the Modality Worklist. */
  worklist?: WorklistScp
  move?: MoveScp
  get?: GetScp
  /** Storage Commitment, N-ACTION. */
  commit?: CommitScp
  /** Storage Commitment, N-EVENT-REPORT. */
  committed?: CommittedScu
  /** Modality Performed Procedure Step, N-CREATE. */
  beginStep?: CreateScp
  /** Modality Performed Procedure Step, N-SET. */
  changeStep?: SetScp
  /** Modality Performed Procedure Step Retrieve, N-GET. */
  readStep?: ReadScp
  /** Instance Availability Notification, N-CREATE. */
  available?: CreateScp
  /** Unified Procedure Step, N-CREATE. */
  createWorkitem?: CreateScp
  /** Unified Procedure Step, N-SET. */
  changeWorkitem?: SetScp
  /** Unified Procedure Step, N-GET. */
  readWorkitem?: ReadScp
  /** Unified Procedure Step, N-ACTION: see `WorkitemAction`. */
  actOnWorkitem?: ActionScp
  /** Unified Procedure Step, C-FIND. */
  findWorkitems?: WorklistScp
  /** Unified Procedure Step, N-EVENT-REPORT: see `WorkitemEvent`. */
  workitemEvent?: EventScu
}

export type ServiceName = keyof Services

export const serviceNames = [
  'store', 'find', 'worklist', 'move', 'get', 'commit', 'committed', 'beginStep', 'changeStep', 'readStep', 'available',
  'createWorkitem', 'changeWorkitem', 'readWorkitem', 'actOnWorkitem', 'findWorkitems', 'workitemEvent',
] as const satisfies readonly ServiceName[]

/** Of an object that holds more, methods or functions, those that are there. */
export function servicesOf(owner: Services): Services {
  const services: { [name: string]: unknown } = {}
  for (const name of serviceNames) {
    const service = owner[name] as ((...args: readonly unknown[]) => unknown) | undefined
    if (service !== undefined) services[name] = service.bind(owner)
  }
  return services
}
