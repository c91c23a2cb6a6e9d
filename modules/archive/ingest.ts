/**
 * Everything that comes in, comes in here: by C-STORE, by STOW, from a disk, from another site.
 *
 * The bytes go to the blob store and through the scanner in one pass; neither holds more than a header. Nothing is
 * answered before the blob is durable; what is not wanted leaves nothing behind.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { DicomError, encodeFileMeta, scanPart10, type Scan, type Scanner } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import { StorageFullError, type Blobs, type BlobWriter, type Place } from '../../platform/server/blobs/index.ts'
import { SECOND_MS, type Clock } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import { faultOf, type Log } from '../../platform/server/log.ts'
import { describe, type Description } from './describe.ts'
import type { Origin } from './origin.ts'
import { createIndexing, type Indexing } from './indexing.ts'
import { KnownSeries } from './known-series.ts'
import { instanceUidsOfSeries, type IngestAnswer } from './store/ingest.ts'
import type { ArchiveTables } from './tables.ts'

export type Ingested =
  | { readonly kind: 'stored'; readonly studyId: string }
  /** The same bytes are here already. */
  | { readonly kind: 'duplicate' }
  /** The SOP Instance UID is here with other content: the first is kept. */
  | { readonly kind: 'conflict' }
  /** It contradicts itself, or what is known of its Study and Series. */
  | { readonly kind: 'mismatch'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'full' }

/** What a peer announced before it sent the data set. */
export interface Announced {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
}

export interface Ingest {
  /** A bare data set, as C-STORE carries it. It is stored as a Part 10 file. */
  dataSet(origin: Origin, announced: Announced, bytes: AsyncIterable<Uint8Array>): Promise<Ingested>
  /** A file, kept as it is to the byte. */
  file(origin: Origin, bytes: AsyncIterable<Uint8Array>): Promise<Ingested>
  /** A file whose blob is in place: rows are written if they are missing. */
  replay(place: Place, origin: Origin, bytes: AsyncIterable<Uint8Array>): Promise<Ingested>
  /** Resolves when all that was answered for is in rows: what reads them for a sender waits for this. */
  indexed(): Promise<void>
  /** What has no rows by now gets them at the next start. */
  close(): void
}

export interface IngestOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Blobs
  readonly clock: Clock
  readonly log: Log
  /** Called after the rows are there. */
  readonly stored: (studyId: string) => void
}

interface Context extends IngestOptions {
  readonly indexing: Indexing
  readonly known: KnownSeries
  readonly closing: AbortSignal
}

export function createIngest(options: IngestOptions): Ingest {
  const indexing = createIndexing(options.db)
  const known = new KnownSeries((seriesUid) => instanceUidsOfSeries(options.db, seriesUid))
  const closing = new AbortController()
  const context = { ...options, indexing, known, closing: closing.signal }
  const take = (origin: Origin, bytes: AsyncIterable<Uint8Array>, prefix?: Uint8Array, announced?: Announced) =>
    takeIn(context, { origin, bytes, prefix, announced })
  return {
    dataSet: (origin, announced, bytes) => take(origin, bytes, encodeFileMeta(announced), announced),
    file: (origin, bytes) => take(origin, bytes),
    replay: (place, origin, bytes) => replay(context, place, origin, bytes),
    indexed() {
      indexing.hurry()
      return known.arrived()
    },
    close: () => closing.abort(),
  }
}

interface Incoming {
  readonly origin: Origin
  readonly bytes: AsyncIterable<Uint8Array>
  readonly prefix: Uint8Array | undefined
  readonly announced: Announced | undefined
}

async function takeIn(options: Context, incoming: Incoming): Promise<Ingested> {
  let writer: BlobWriter | undefined
  try {
    writer = await options.blobs.begin()
    const scan = await copy(incoming, writer)
    const described = describe(scan)
    if (described.kind === 'unreadable') return described
    const reason = disagreement(incoming.announced, described.description)
    if (reason !== null) return { kind: 'mismatch', reason }
    const place = await writer.finish({ kind: 'instance', origin: incoming.origin })
    return await indexOrKeep(options, writer, { place, scan, description: described.description, origin: incoming.origin })
  } catch (error) {
    if (error instanceof DicomError) return { kind: 'unreadable', reason: error.message }
    if (error instanceof StorageFullError) return { kind: 'full' }
    throw error
  } finally {
    await writer?.abandon()
  }
}

/** One pass: each chunk goes to disk and through the scanner. */
async function copy({ bytes, prefix }: Incoming, writer: BlobWriter): Promise<Scan> {
  const scanner = scanPart10()
  if (prefix !== undefined) await put(prefix, scanner, writer)
  for await (const chunk of bytes) {
    const behind = put(chunk, scanner, writer)
    if (behind !== undefined) await behind
  }
  return scanner.end()
}

function put(chunk: Uint8Array, scanner: Scanner, writer: BlobWriter): Promise<void> | undefined {
  scanner.push(chunk)
  return writer.write(chunk)
}

/** PS3.4 §B.2.3: the command and the data set must speak of the same Instance. */
function disagreement(announced: Announced | undefined, described: Description): string | null {
  if (announced === undefined) return null
  if (announced.sopInstanceUid !== described.instanceUid) return 'SOP Instance UID differs from the command'
  if (announced.sopClassUid !== described.sopClassUid) return 'SOP Class UID differs from the command'
  return null
}

/** Beyond this the answer waits for the rows, so that a slow database slows its senders. */
const WAITING_MAX = 256

/**
 * The blob is durable, and a crash from here on loses nothing: `Archive.recover` writes the rows. So the next Instance of a
 * Series that is being received is answered for at once, and its rows follow; all others wait for what the database says.
 *
 * A blob that got no row is taken back. But where the database did not answer, it may have committed all the same: the
 * bytes then stay, and a restart finds out.
 */
async function indexOrKeep(context: Context, writer: BlobWriter, arrived: Arrived): Promise<Ingested> {
  const { indexing, known } = context
  const studyId = indexing.waiting < WAITING_MAX ? known.studyOfNew(arrived.description) : null
  if (studyId !== null) {
    await writer.keep(followUp(context, arrived))
    return { kind: 'stored', studyId }
  }
  const indexed = index(context, arrived, true)
  let answer: IngestAnswer | undefined
  try {
    answer = await indexed
    return outcomeOf(answer)
  } finally {
    if (answer === undefined || answer.kind === 'stored') await writer.keep(indexed)
  }
}

interface Arrived {
  readonly place: Place
  readonly description: Description
  readonly scan: Scan
  readonly origin: Origin
}

function index({ clock, indexing, known, stored }: Context, arrived: Arrived, isUrgent: boolean): Promise<IngestAnswer> {
  const now = clock.now()
  const ids = {
    patient: newId('pat', now), study: newId('stu', now), series: newId('ser', now), instance: newId('ins', now),
  }
  const { description } = arrived
  return known.whileArriving(description, async () => {
    const answer = await indexing.add({ ids, ...arrived }, isUrgent)
    if (answer.kind !== 'stored') return answer
    stored(answer.studyId)
    await known.learn(description, answer.studyId)
    return answer
  })
}

const TRY_AGAIN_MS = SECOND_MS

/** What was acknowledged gets its rows, however long the database is away. */
async function followUp(context: Context, arrived: Arrived): Promise<void> {
  const { log, closing } = context
  for (;;) {
    try {
      mustBeStored(context, arrived, await index(context, arrived, false))
      return
    } catch (error) {
      if (closing.aborted || error instanceof NotIndexedError) throw error
      log.warn({ ...faultOf(error), blob: arrived.place.id }, 'rows of an acknowledged instance wait for the database')
      await sleep(TRY_AGAIN_MS, undefined, { signal: closing })
    }
  }
}

/** Another process was quicker, or the Series is gone: it was acknowledged, and stays in a segment that a restart reads. */
function mustBeStored({ known, log }: Context, { description, place }: Arrived, { kind }: IngestAnswer): void {
  if (kind === 'stored' || kind === 'duplicate') return
  known.forget(description)
  log.error({ instanceUid: description.instanceUid, blob: place.id, kind }, 'an acknowledged instance is not in the index')
  throw new NotIndexedError(kind)
}

class NotIndexedError extends Error {
  override readonly name = 'NotIndexedError'
}

function outcomeOf(answer: IngestAnswer): Ingested {
  switch (answer.kind) {
    case 'stored': return answer
    case 'duplicate': return { kind: 'duplicate' }
    case 'conflict': return { kind: 'conflict' }
    case 'series-of-other-study': return { kind: 'mismatch', reason: 'its Series belongs to another Study' }
    case 'beyond-limits': return { kind: 'unreadable', reason: 'an element is longer than the archive can hold' }
    case 'study-of-other-patient': return { kind: 'mismatch', reason: 'its Study belongs to another Patient' }
  }
}

async function replay(
  context: Context, place: Place, origin: Origin, bytes: AsyncIterable<Uint8Array>,
): Promise<Ingested> {
  const scanner = scanPart10()
  for await (const chunk of bytes) scanner.push(chunk)
  const scan = scanner.end()
  const described = describe(scan)
  if (described.kind === 'unreadable') return described
  return outcomeOf(await index(context, { place, scan, description: described.description, origin }, true))
}
