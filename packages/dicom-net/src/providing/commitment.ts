/** Storage Commitment as provider (N-ACTION), and as the user that is told (N-EVENT-REPORT). PS3.4 §J.3. */
import { AssociationError } from '../errors.ts'
import { reportCommitmentOver } from '../invoking/commitment.ts'
import { CommitmentEvent, REQUEST_COMMITMENT } from '../messages/commitment.ts'
import type { Answer } from '../messages/find.ts'
import { normalizedResponse } from '../messages/normalized.ts'
import { Status } from '../status.ts'
import { decodeQuestion, decodeReport } from '../storage-commitment.ts'
import { identifierOf, isRefusal } from './identifier.ts'
import type { Response, Work } from './work.ts'

export async function provideCommitment(work: Work): Promise<Response> {
  return { command: normalizedResponse(work.message.command, await guarded(work, () => commit(work))) }
}

export async function provideCommitted(work: Work): Promise<Response> {
  return { command: normalizedResponse(work.message.command, await guarded(work, () => committed(work))) }
}

async function guarded(work: Work, serve: () => Promise<Answer>): Promise<Answer> {
  try {
    return await serve()
  } catch (fault) {
    if (!(fault instanceof AssociationError)) work.onFault(fault)
    return { status: Status.processingFailure }
  }
}

async function commit(work: Work): Promise<Answer> {
  const { message, peer, services, gone, answered, invoker } = work
  const { command } = message
  if (services.commit === undefined) return { status: Status.sopClassNotSupported }
  if (command.ActionTypeID !== REQUEST_COMMITMENT) return { status: Status.noSuchAction }
  const dataSet = await identifierOf(message)
  if (isRefusal(dataSet)) return { status: Status.processingFailure }
  const question = decodeQuestion(dataSet)
  if (question === null) return { status: Status.invalidArgument }
  return services.commit(peer, {
    ...question, signal: gone,
    async report(report) {
      await answered
      return reportCommitmentOver(invoker, report)
    },
  })
}

async function committed({ message, peer, services }: Work): Promise<Answer> {
  const { command } = message
  if (services.committed === undefined) return { status: Status.sopClassNotSupported }
  const { allStored, someFailed } = CommitmentEvent
  if (command.EventTypeID !== allStored && command.EventTypeID !== someFailed) return { status: Status.noSuchEventType }
  const dataSet = await identifierOf(message)
  const report = isRefusal(dataSet) ? null : decodeReport(dataSet)
  return report === null ? { status: Status.invalidArgument } : services.committed(peer, report)
}
