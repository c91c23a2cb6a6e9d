/**
 * The archive as a Storage SCP. Translates, decides nothing. PS3.4 Annex B.
 *
 * @module
 */
import type { Peer, StoreAnswer, StoreRequest } from '@filmjacket/dicom-net'
import type { Ingest, Ingested } from './ingest.ts'

export type StoreScp = (peer: Peer, request: StoreRequest) => Promise<StoreAnswer>

/** Answers only after the Instance is durable: the sender deletes on success. */
export function storeScp(ingest: Ingest): StoreScp {
  return async (peer, request) => {
    const { callingAe, calledAe, address } = peer
    const origin = { kind: 'dimse', callingAe, calledAe, peer: address } as const
    return storeStatus(await ingest.dataSet(origin, request, request.dataSet))
  }
}

/** PS3.4 Table B.2-1, PS3.7 §C. A duplicate is a success: the sender wants it stored, and it is. */
function storeStatus(outcome: Ingested): StoreAnswer {
  switch (outcome.kind) {
    case 'stored':
    case 'duplicate': return { status: 0x0000 }
    case 'conflict': return { status: 0x0111, comment: 'this SOP Instance UID is stored with other content' }
    case 'full': return { status: 0xa700, comment: 'out of resources: the storage is full' }
    case 'mismatch': return { status: 0xa900, comment: outcome.reason }
    case 'unreadable': return { status: 0xc000, comment: outcome.reason }
  }
}
