/**
 * What devices find in the archive and fetch from it: only those that may, and of the archive only what they may see
 * (NET-20). All of it leaves a trace.
 *
 * @module
 */
import type { BlobReader } from '@filmjacket/bytes'
import type { DataSet, ElementMap, Tag } from '@filmjacket/dicom-data'
import { isDoneStatus } from '@filmjacket/dicom-net'
import type { MoveOriginator, QueryLevel, QueryOptions, SentStep, StoreInstance } from '@filmjacket/dicom-net'
import type { Kysely } from 'kysely'
import { audit, type AuditEntry } from '../../platform/server/audit.ts'
import type { Log } from '../../platform/server/log.ts'
import { answering, levelOf } from './answer.ts'
import { findPages } from './find.ts'
import type { PeerRights, Peers } from './peers.ts'
import { readQuery } from './query.ts'
import { readRetrieval, wanted, type Wanted } from './retrieval.ts'
import { send, storeOne, type SentTo } from './sending.ts'
import type { ArchiveTables } from './tables.ts'

/** Who asks, as far as an association tells. */
export interface Asker {
  readonly callingAe: string
  readonly address: string
}

export type Refused =
  /** Nobody has said that it may. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'malformed'; readonly tag: Tag }

export type FindAnswer =
  | Refused
  | { readonly kind: 'matches'; readonly identifiers: readonly (ElementMap | Uint8Array)[]; readonly areAllKeysSupported: boolean }

export type RetrieveAnswer =
  | Refused
  | { readonly kind: 'unknown-destination' }
  | { readonly kind: 'planned'; readonly count: number }
  | SentStep

interface Question {
  readonly identifier: DataSet
  readonly level: QueryLevel
  readonly signal: AbortSignal
}

export interface FindQuestion extends Question {
  readonly options: QueryOptions
  readonly transferSyntaxUid: string
}

export interface MoveQuestion extends Question {
  readonly destination: string
  readonly moveOriginator: MoveOriginator
}

export interface GetQuestion extends Question {
  readonly transferSyntaxesFor: (sopClassUid: string) => readonly string[]
  readonly store: (instance: StoreInstance) => Promise<SentStep>
}

/** Each ends early if its signal is aborted or its reader leaves. */
export interface QueryRetrieve {
  find(asker: Asker, question: FindQuestion): AsyncIterable<FindAnswer>
  move(asker: Asker, question: MoveQuestion): AsyncIterable<RetrieveAnswer>
  get(asker: Asker, question: GetQuestion): AsyncIterable<RetrieveAnswer>
}

export interface QueryRetrieveOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: BlobReader
  readonly log: Log
  readonly peers: Peers
  /** What we call ourselves. */
  readonly aeTitle: () => string
  /** Resolves when what was acknowledged until now can be found. */
  readonly indexed: () => Promise<void>
}

export function createQueryRetrieve(options: QueryRetrieveOptions): QueryRetrieve {
  return {
    find: (asker, question) => find(options, asker, question),
    move: (asker, question) => move(options, asker, question),
    get: (asker, question) => get(options, asker, question),
  }
}

async function* find(
  options: QueryRetrieveOptions, asker: Asker, { identifier, level, options: agreed, transferSyntaxUid }: FindQuestion,
): AsyncGenerator<FindAnswer, void> {
  const { db, aeTitle } = options
  const rights = await rightsOf(options, asker, { action: 'archive.queried', subject: level })
  if (rights === null) {
    yield NOT_ALLOWED
    return
  }
  const query = readQuery(identifier, agreed)
  if (query.kind === 'malformed') {
    yield query
    return
  }
  const { characterSet, within } = rights
  const answers = answering(identifier, level, { aeTitle: aeTitle(), characterSet, transferSyntaxUid })
  const areAllKeysSupported = answers.areAllKeysSupported && query.ignored.length === 0
  let found = 0
  try {
    const pages = findPages(db, { level: levelOf[level], filter: query.filter, ...(within !== undefined && { within }) }, answers.wants)
    for await (const entries of pages) {
      found += entries.length
      yield { kind: 'matches', identifiers: entries.map((entry) => answers.answer(entry)), areAllKeysSupported }
    }
  } finally {
    await note(options, asker, { action: 'archive.queried', subject: level, outcome: 'done', detail: { found } })
  }
}

async function* move(options: QueryRetrieveOptions, asker: Asker, question: MoveQuestion): AsyncGenerator<RetrieveAnswer, void> {
  const asked = await whatIsWanted(options, asker, question)
  const destination = asked.kind === 'wanted' ? await options.peers.destination(question.destination) : null
  if (asked.kind !== 'wanted') yield asked
  else if (destination === null) yield { kind: 'unknown-destination' }
  else {
    const { blobs, log, aeTitle } = options
    const { signal, moveOriginator } = question
    const steps = send(asked.wanted, destination, { blobs, log, callingAe: aeTitle(), moveOriginator, signal })
    yield* noted(options, asker, { to: question.destination, count: asked.wanted.count, steps })
  }
}

async function* get(options: QueryRetrieveOptions, asker: Asker, question: GetQuestion): AsyncGenerator<RetrieveAnswer, void> {
  const asked = await whatIsWanted(options, asker, question)
  if (asked.kind !== 'wanted') yield asked
  else {
    const steps = sendBack(options, asked.wanted, question)
    yield* noted(options, asker, { to: asker.callingAe, count: asked.wanted.count, steps })
  }
}

async function* sendBack(
  { blobs, log }: QueryRetrieveOptions, { instances }: Wanted, { signal, transferSyntaxesFor, store }: GetQuestion,
): AsyncGenerator<SentTo, void> {
  const storing = {
    blobs, log, decompress: false, taken: transferSyntaxesFor,
    store: async (instance: StoreInstance) => (await store(instance)).status,
  }
  for await (const instance of instances) {
    if (signal.aborted) return
    const status = await storeOne(instance, storing)
    yield { kind: 'sent', sopInstanceUid: instance.instanceUid, status, studyId: instance.studyId }
  }
}

async function whatIsWanted(
  options: QueryRetrieveOptions, asker: Asker, { identifier, level }: Question,
): Promise<Refused | { readonly kind: 'wanted'; readonly wanted: Wanted }> {
  const rights = await rightsOf(options, asker, { action: 'archive.sent', subject: level })
  if (rights === null) return NOT_ALLOWED
  const read = readRetrieval(identifier, level)
  return read.kind === 'malformed' ? read : { kind: 'wanted', wanted: await wanted(options, read.filter, rights.within) }
}

const NOT_ALLOWED = { kind: 'not-allowed' } as const

/** @returns null if it may not, which is noted. */
async function rightsOf(
  options: QueryRetrieveOptions, asker: Asker, what: Pick<AuditEntry, 'action' | 'subject'>,
): Promise<PeerRights | null> {
  const rights = await options.peers.rightsOf(asker.callingAe)
  if (rights === null) await note(options, asker, { ...what, outcome: 'refused' })
  else await options.indexed()
  return rights
}

interface Steps {
  readonly to: string
  readonly count: number
  readonly steps: AsyncIterable<SentTo>
}

/** Whatever ends it, what has left until then is noted. */
async function* noted(options: QueryRetrieveOptions, asker: Asker, { to, count, steps }: Steps): AsyncGenerator<RetrieveAnswer, void> {
  const left = new Map<string, { instances: number; failed: number }>()
  yield { kind: 'planned', count }
  try {
    for await (const { studyId, ...step } of steps) {
      const counts = left.get(studyId) ?? { instances: 0, failed: 0 }
      left.set(studyId, counts)
      if (isDoneStatus(step.status)) counts.instances++
      else counts.failed++
      yield step
    }
  } finally {
    for (const [subject, counts] of left)
      await note(options, asker, { action: 'archive.sent', subject, outcome: 'done', detail: { to, ...counts } })
  }
}

function note({ db }: QueryRetrieveOptions, { callingAe, address }: Asker, entry: Omit<AuditEntry, 'actor' | 'address'>): Promise<void> {
  return audit(db, { ...entry, actor: callingAe, address })
}
