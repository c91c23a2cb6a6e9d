/**
 * Everything that comes in, comes in here: by C-STORE, by STOW, from a disk, from another site.
 *
 * The bytes go to the blob store and through the scanner in one pass; neither holds more than a header. The
 * blob is durable first, the rows second, the answer last; what is not wanted leaves nothing behind.
 *
 * @module
 */
import { DicomError, encodeFileMeta, scanPart10, type Scan, type Scanner } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import { StorageFullError, type Blobs, type BlobWriter, type Place } from '../../platform/server/blobs/index.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import { describe, type Description } from './describe.ts'
import type { Origin } from './origin.ts'
import { ingestInstance, type IngestAnswer } from './store/ingest.ts'
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
}

export interface IngestOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Blobs
  readonly clock: Clock
  /** Called after the rows are there. */
  readonly stored: (studyId: string) => void
}

export function createIngest(options: IngestOptions): Ingest {
  const take = (origin: Origin, bytes: AsyncIterable<Uint8Array>, prefix?: Uint8Array, announced?: Announced) =>
    takeIn(options, { origin, bytes, prefix, announced })
  return {
    dataSet: (origin, announced, bytes) => take(origin, bytes, encodeFileMeta(announced), announced),
    file: (origin, bytes) => take(origin, bytes),
    replay: (place, origin, bytes) => replay(options, place, origin, bytes),
  }
}

interface Incoming {
  readonly origin: Origin
  readonly bytes: AsyncIterable<Uint8Array>
  readonly prefix: Uint8Array | undefined
  readonly announced: Announced | undefined
}

async function takeIn(options: IngestOptions, incoming: Incoming): Promise<Ingested> {
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

interface Arrived {
  readonly place: Place
  readonly description: Description
  readonly scan: Scan
  readonly origin: Origin
}

/**
 * A blob that got no row is taken back. But where the database did not answer, it may have committed all the same: the
 * bytes then stay, and a restart finds out.
 */
async function indexOrKeep(options: IngestOptions, writer: BlobWriter, arrived: Arrived): Promise<Ingested> {
  let outcome: Ingested | undefined
  try {
    outcome = await index(options, arrived)
    return outcome
  } finally {
    if (outcome === undefined || outcome.kind === 'stored') await writer.keep()
  }
}

async function index({ db, clock, stored }: IngestOptions, arrived: Arrived): Promise<Ingested> {
  const now = clock.now()
  const ids = {
    patient: newId('pat', now), study: newId('stu', now), series: newId('ser', now), instance: newId('ins', now),
  }
  const answer = await ingestInstance(db, { ids, ...arrived })
  if (answer.kind === 'stored') stored(answer.studyId)
  return outcomeOf(answer)
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
  options: IngestOptions, place: Place, origin: Origin, bytes: AsyncIterable<Uint8Array>,
): Promise<Ingested> {
  const scanner = scanPart10()
  for await (const chunk of bytes) scanner.push(chunk)
  const scan = scanner.end()
  const described = describe(scan)
  if (described.kind === 'unreadable') return described
  return index(options, { place, scan, description: described.description, origin })
}
