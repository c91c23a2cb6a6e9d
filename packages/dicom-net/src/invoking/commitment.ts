/** Storage Commitment: asking, and telling what came of it. PS3.4 §J.3. */
import { encodeIdentifier } from '../identifier.ts'
import type { Invoker } from '../invoker.ts'
import { CommitmentEvent, commitmentEvent, commitmentRequest, STORAGE_COMMITMENT } from '../messages/commitment.ts'
import { readStoreResponse, type StoreAnswer } from '../messages/store.ts'
import { Status } from '../status.ts'
import { encodeQuestion, encodeReport, type CommitmentQuestion, type CommitmentReport } from '../storage-commitment.ts'

/** N-ACTION. A success means that the report will come, on this association or on another. */
export async function requestCommitmentOver(invoker: Invoker, question: CommitmentQuestion): Promise<StoreAnswer> {
  const { command } = await invoker.call(
    () => invoker.contextFor(STORAGE_COMMITMENT, null, 'scu'), commitmentRequest,
    ({ transferSyntax }) => encodeIdentifier(encodeQuestion(question), transferSyntax))
  return readStoreResponse(command, Status.processingFailure)
}

/** N-EVENT-REPORT. */
export async function reportCommitmentOver(invoker: Invoker, report: CommitmentReport): Promise<StoreAnswer> {
  const event = report.failed.length === 0 ? CommitmentEvent.allStored : CommitmentEvent.someFailed
  const { command } = await invoker.call(
    () => invoker.contextFor(STORAGE_COMMITMENT, null, 'scp'), (id) => commitmentEvent(id, event),
    ({ transferSyntax }) => encodeIdentifier(encodeReport(report), transferSyntax))
  return readStoreResponse(command, Status.processingFailure)
}
