export type { AcceptedContext } from './accepted-context.ts'
export type { AssociationOffer, AssociationSummary, Ending } from './acceptor.ts'
export { isAeTitle } from './ae-title.ts'
export type { RequestorOptions, WantedContext } from './association-request.ts'
export { conformance, type ConformanceRow, type SpokenClass } from './conformance.ts'
export {
  availabilityContexts, commitmentContexts, findContexts, getContexts, moveContexts, performedContexts, reportContexts, storageContexts,
  workitemContexts, workitemEventContexts, worklistContexts,
} from './contexts.ts'
export {
  AssociationAbortedError, AssociationError, AssociationRejectedError, ConnectionLostError, DataSetInterruptedError,
  NoPresentationContextError, PeerSilentError, ProtocolError, ServiceFailedError, TlsFailedError,
} from './errors.ts'
export type { FindMatch, FindQuery } from './invoking/find.ts'
export type { NormalizedAction, NormalizedEvent, NormalizedObject, ObjectRead, ReadObject } from './invoking/normalized.ts'
export type { RetrieveProgress, RetrieveQuery } from './invoking/retrieve.ts'
export { LentParts, type LendingSource, type Readable } from './lent-parts.ts'
export { VERIFICATION_SOP_CLASS } from './messages/echo.ts'
export type { NormalizedAnswer } from './messages/normalized.ts'
export type { MoveOriginator, Priority, StoreAnswer, StoreInstance } from './messages/store.ts'
export type { Admission, AsynchronousWindow, RejectReason } from './negotiation.ts'
export type { CommonExtendedNegotiation, ExtendedNegotiation, RoleSelection } from './pdu-user-information.ts'
export { encodeQueryOptions, type QueryOptions } from './query-options.ts'
export { informationModels, MODALITY_WORKLIST, type FoundModel, type QueryLevel, type QueryModel } from './query-retrieve.ts'
export { associate, type Association } from './requestor.ts'
export { sendInstances, type SendOptions } from './send-instances.ts'
export { serveDicom, serverDefaults, type DicomServer, type DicomServerOptions } from './server.ts'
export type {
  ActionRequest, ActionScp, CommitmentRequest, CommitScp, CommittedScu, CreatedAnswer, CreateRequest, CreateScp, EventReport, EventScu, FindRequest, FindScp, FindStep, GetRequest, GetScp, MoveRequest, MoveScp,
  Peer, ReadAnswer, ReadRequest, ReadScp, Refusal, RetrieveRequest, RetrieveStep, SentStep, Services, SetRequest, SetScp, StoreRequest, StoreScp, WorklistRequest, WorklistScp,
} from './services.ts'
export { INSTANCE_AVAILABILITY, PERFORMED_STEP, PERFORMED_STEP_RETRIEVE } from './service-classes.ts'
export { isDone as isDoneStatus, Status, statusKind, type StatusKind } from './status.ts'
export { formatStatus, meaningOf, statusRows, type Service, type StatusMeaning, type StatusRow } from './statuses.ts'
export {
  CommitmentFailure, type CommitmentQuestion, type CommitmentReport, type FailedReference, type InstanceReference,
} from './storage-commitment.ts'
export { isStorageClass } from './storage-classes.ts'
export { tlsProfile, type ClientCertificate, type ShownCertificate, type TlsAcceptorOptions, type TlsRequestorOptions } from './tls-profile.ts'
export {
  FILTERED_GLOBAL_SUBSCRIPTION, GLOBAL_SUBSCRIPTION, workitemClasses, WorkitemAction, WorkitemEvent, WorkitemStatus, type WorkitemClass,
} from './workitem-classes.ts'
export { OfferedIdentity, type IdentityKind, type IdentityToOffer } from './user-identity.ts'
