/**
 * The archive as a provider of C-STORE, C-FIND, C-MOVE, C-GET and Storage Commitment. Translates, decides nothing.
 * PS3.4 Annexes B, C and J.
 *
 * @module
 */
import { formatTag } from '@filmjacket/dicom-data'
import { Status } from '@filmjacket/dicom-net'
import type {
  CommitScp, FindScp, FindStep, GetScp, MoveScp, Refusal, RetrieveStep, Services, StoreAnswer, StoreScp,
} from '@filmjacket/dicom-net'
import { isDatabaseAway } from '../../platform/server/database/index.ts'
import { faultOf, type Log } from '../../platform/server/log.ts'
import type { Commitments } from './commitment.ts'
import type { Ingest, Ingested } from './ingest.ts'
import type { QueryRetrieve, Refused, RetrieveAnswer } from './query-retrieve.ts'

export type ArchiveServices = Required<Pick<Services, 'store' | 'find' | 'move' | 'get' | 'commit'>>

/** Answers only after the Instance is durable: the sender deletes on success. */
export function storeScp(ingest: Ingest, log: Log): StoreScp {
  return async (peer, request) => {
    const { callingAe, calledAe, address } = peer
    const origin = { kind: 'dimse', callingAe, calledAe, peer: address } as const
    return storeStatus(await ingest.dataSet(origin, request, request.dataSet).catch((error: unknown) => {
      const lack = lackOf(error)
      if (lack === null) throw error
      log.error({ ...faultOf(error), callingAe, peer: address }, `an instance cannot be taken: ${lack}`)
      return { kind: 'lack', lack } as const
    }))
  }
}

/** What is wanting for a while: the same may be sent again. Null: it is a fault. */
function lackOf(error: unknown): string | null {
  if (isDatabaseAway(error)) return 'the database cannot be reached'
  const isOutOfHandles = error instanceof Error && 'code' in error && (error.code === 'EMFILE' || error.code === 'ENFILE')
  return isOutOfHandles ? 'too many files are open' : null
}

/** PS3.4 Table B.2-1, PS3.7 §C. A duplicate is a success: the sender wants it stored, and it is. */
function storeStatus(outcome: Ingested | { readonly kind: 'lack'; readonly lack: string }): StoreAnswer {
  switch (outcome.kind) {
    case 'stored':
    case 'duplicate': return { status: 0x0000 }
    case 'conflict': return { status: 0x0111, comment: 'this SOP Instance UID is stored with other content' }
    case 'full': return { status: 0xa700, comment: 'out of resources: the storage is full' }
    case 'lack': return { status: 0xa700, comment: `out of resources: ${outcome.lack}` }
    case 'no-room': return { status: 0xa700, comment: 'out of resources: too much waits in quarantine' }
    case 'mismatch': return { status: 0xa900, comment: outcome.reason }
    // It is durable, and a person decides: whether it was changed on the way is not known yet.
    case 'held': return { status: 0xb000, comment: 'kept, and held until a person has looked at it' }
    case 'unreadable': return { status: 0xc000, comment: outcome.reason }
  }
}

export function findScp(archive: QueryRetrieve): FindScp {
  return async function* (peer, request): AsyncGenerator<FindStep> {
    for await (const answer of archive.find(peer, request)) yield answer.kind === 'matches' ? answer : refusal(answer)
  }
}

export function moveScp(archive: QueryRetrieve): MoveScp {
  return (peer, request) => retrieveSteps(archive.move(peer, request))
}

export function getScp(archive: QueryRetrieve): GetScp {
  return (peer, request) => retrieveSteps(archive.get(peer, request))
}

async function* retrieveSteps(answers: AsyncIterable<RetrieveAnswer>): AsyncGenerator<RetrieveStep> {
  for await (const answer of answers) yield answer.kind === 'planned' || answer.kind === 'sent' ? answer : refusal(answer)
}

const NOT_AUTHORIZED = 0x0124

/** PS3.4 Tables C.4-1 to C.4-3, PS3.7 §C.5. */
function refusal(answer: Refused | { readonly kind: 'unknown-destination' }): Refusal {
  switch (answer.kind) {
    case 'not-allowed': return { kind: 'refused', status: NOT_AUTHORIZED, comment: 'this device may not query or retrieve' }
    case 'unknown-destination': return { kind: 'refused', status: Status.moveDestinationUnknown }
    case 'malformed': return {
      kind: 'refused', status: Status.identifierDoesNotMatch, comment: `${formatTag(answer.tag)} is missing or cannot be understood`,
      offendingElements: [answer.tag],
    }
  }
}

const DUPLICATE_TRANSACTION = 0x0131

/** Any device that may send may ask what became of it: the answer tells nothing but its own list. */
export function commitScp(commitments: Commitments, log: Log): CommitScp {
  return async ({ callingAe }, question) => {
    const report = await commitments.promise(callingAe, question)
    if (report === null) return { status: DUPLICATE_TRANSACTION, comment: 'a report on this transaction is on its way' }
    // Behind the answer; where that association is over, a job calls.
    void question.report(report)
      .then(({ status }) => (status === Status.success ? commitments.told({ aeTitle: callingAe, transactionUid: question.transactionUid }) : undefined))
      .catch((error: unknown) => log.debug({ callingAe, ...faultOf(error) }, 'commitment is reported on another association'))
    return { status: Status.success }
  }
}
