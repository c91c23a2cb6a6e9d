export type { AssociationSummary, Ending } from './acceptor.ts'
export { isAeTitle } from './ae-title.ts'
export type { Peer, StoreRequest, StoreScp } from './dispatch.ts'
export {
  AssociationAbortedError, AssociationError, AssociationRejectedError, ConnectionLostError, DataSetInterruptedError,
  NoPresentationContextError, PeerSilentError, ProtocolError,
} from './errors.ts'
export { VERIFICATION_SOP_CLASS } from './messages/echo.ts'
export type { MoveOriginator, Priority, StoreAnswer } from './messages/store.ts'
export type { AcceptedContext, Admission, RejectReason } from './negotiation.ts'
export { associate, type Association, type RequestorOptions, type StoreInstance } from './requestor.ts'
export { serveDicom, type DicomServer, type DicomServerOptions } from './server.ts'
export { isDone as isDoneStatus } from './status.ts'
export { isStorageClass } from './storage-classes.ts'
