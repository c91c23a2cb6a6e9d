/**
 * Everything that comes in, comes in here: by C-STORE, by STOW, from a disk, from another site.
 *
 * The bytes go to the blob store and through the scanner in one pass; neither holds more than a header. Nothing is
 * answered before the blob is durable; what is not wanted leaves nothing behind.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { encodeFileMeta, type Scan } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import { StorageFullError, type Blobs, type BlobWriter, type Place } from '../../platform/server/blobs/index.ts'
import { SECOND_MS, type Clock } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import { faultOf, type Log } from '../../platform/server/log.ts'
import type { Why } from './contract.ts'
import type { Description } from './describe.ts'
import { createIndexing, type How, type Indexing } from './indexing.ts'
import { KnownSeries } from './known-series.ts'
import type { Origin } from './origin.ts'
import { readingOf, readThrough, ReadThrough, type Copied, type Unreadable } from './reading.ts'
import { SAME_UID_FINDING, type Arrival, type Finding, type Holding, type Kept as HeldAs } from './quarantine/holding.ts'
import { NOTE_CLASS, type Rejections } from './quarantine/rejection.ts'
import type { Guard, Policy } from './quarantine/settings.ts'
import { instanceUidsOfSeries, type Doubt, type IngestAnswer, type IngestEntry } from './store/ingest.ts'
import type { ArchiveTables } from './tables.ts'

export type Ingested =
  | { readonly kind: 'stored'; readonly studyId: string }
  /** The same bytes are here already. */
  | { readonly kind: 'duplicate' }
  /** The SOP Instance UID is here with other content: the first is kept. */
  | { readonly kind: 'conflict' }
  /** It contradicts itself, or what is known of its Study and Series. */
  | { readonly kind: 'mismatch'; readonly reason: string }
  /** `isKept`: a person finds its bytes in quarantine. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly isKept: boolean }
  /** It is durable, and not in the archive before a person has decided. */
  | { readonly kind: 'held'; readonly why: Why }
  | { readonly kind: 'full' }
  /** It would wait for a person, and as many wait as the site keeps. */
  | { readonly kind: 'no-room' }

/** What a peer announced before it sent the data set. */
export interface Announced {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
}

export interface Ingest {
  /** A bare data set, as C-STORE carries it. It is stored as a Part 10 file. */
  dataSet(origin: Origin, announced: Announced, bytes: AsyncIterable<Uint8Array>): Promise<Ingested>
  /**
   * A file, kept as it is to the byte.
   *
   * @param decided - in place of what the site wants.
   */
  file(origin: Origin, bytes: AsyncIterable<Uint8Array>, decided?: Policy): Promise<Ingested>
  /**
   * A file whose blob is in place: rows are written if they are missing.
   *
   * @param decided - a person said so: the outcome is told, and nothing is held again.
   */
  replay(kept: Kept, decided?: Policy): Promise<Ingested>
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
  readonly holding: Holding
  /** What the site wants of what arrives now. */
  readonly policy: () => Policy
  /** Called after the rows are there. */
  readonly stored: (studyId: string) => void
  /** What a note of this Study rejects goes before the sender of the note is told that it is stored. */
  readonly rejections: Pick<Rejections, 'apply'>
}

/** A blob that is in place. */
export interface Kept {
  readonly place: Place
  readonly origin: Origin
  readonly bytes: AsyncIterable<Uint8Array>
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
  return {
    dataSet: (origin, announced, bytes) => takeIn(context, { origin, bytes, prefix: encodeFileMeta(announced), announced }),
    file: (origin, bytes, decided) =>
      takeIn(decided === undefined ? context : { ...context, policy: () => decided }, { origin, bytes, prefix: undefined, announced: undefined }),
    replay: (kept, decided) => replay(context, kept, decided),
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

async function takeIn(context: Context, incoming: Incoming): Promise<Ingested> {
  let writer: BlobWriter | undefined
  try {
    writer = await context.blobs.begin()
    const read = readingOf(await copyIn(incoming, writer))
    if (read.kind === 'not-dicom') return { kind: 'unreadable', reason: read.reason, isKept: false }
    const reason = read.kind === 'described' ? disagreement(incoming.announced, read.description) : null
    if (reason !== null) return { kind: 'mismatch', reason }
    const { origin } = incoming
    const place = await writer.finish({ kind: 'instance', origin })
    if (read.kind === 'described') return await indexOrKeep(context, writer, { place, origin, ...read })
    return await keepWith(writer, holdUnreadable(context, { place, origin, description: read.description }, read))
  } catch (error) {
    if (error instanceof StorageFullError) return { kind: 'full' }
    throw error
  } finally {
    await writer?.abandon()
  }
}

/** One pass: each chunk goes to disk and through the scanner. What breaks in reading, is written to its end all the same. */
async function copyIn({ bytes, prefix }: Incoming, writer: BlobWriter): Promise<Copied> {
  const reader = new ReadThrough()
  if (prefix !== undefined) {
    reader.push(prefix)
    await writer.write(prefix)
  }
  for await (const chunk of bytes) {
    reader.push(chunk)
    const behind = writer.write(chunk)
    if (behind !== undefined) await behind
    if (reader.isHopeless) break
  }
  return reader.end()
}

/** What a segment that was written needs to know of it: the outcome, and whether the bytes are to stay. */
interface Settled {
  readonly outcome: Ingested
  readonly isKept: boolean
}

async function holdUnreadable({ holding }: Context, arrival: Arrival, { reason, description }: Unreadable): Promise<Settled> {
  const why = description === null ? 'unreadable' : 'no-identity'
  return asKept(await holding.hold(arrival, { why, detail: reason }), { kind: 'unreadable', reason, isKept: true })
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
 */
async function indexOrKeep(context: Context, writer: BlobWriter, arrived: Arrived): Promise<Ingested> {
  const { indexing, known } = context
  const isQuick = indexing.waiting < WAITING_MAX && arrived.description.sopClassUid !== NOTE_CLASS
  const studyId = isQuick ? known.studyOfNew(arrived.description) : null
  if (studyId === null) return keepWith(writer, settle(context, arrived, context.policy()))
  await writer.keep(followUp(context, arrived))
  return { kind: 'stored', studyId }
}

/**
 * A blob that got no row is taken back. But where the database did not answer, it may have committed all the same: the
 * bytes then stay, and a restart finds out.
 */
async function keepWith(writer: BlobWriter, settling: Promise<Settled>): Promise<Ingested> {
  let settled: Settled | undefined
  try {
    settled = await settling
    return settled.outcome
  } finally {
    if (settled?.isKept !== false) await writer.keep(settling)
  }
}

interface Arrived extends Arrival {
  readonly description: Description
  readonly scan: Scan
}

function entryOf({ clock }: Context, { place, origin, description, scan }: Arrived, guard: Guard): IngestEntry {
  const now = clock.now()
  const ids = {
    patient: newId('pat', now), study: newId('stu', now), series: newId('ser', now), instance: newId('ins', now),
  }
  return { ids, place, origin, description, scan, guard }
}

type Write = () => Promise<IngestAnswer>

function arriving(context: Context, { description }: Arrived, write: Write): Promise<IngestAnswer> {
  const { known, stored } = context
  return known.whileArriving(description, async () => {
    const answer = await write()
    if (answer.kind !== 'stored') return answer
    stored(answer.studyId)
    await known.learn(description, answer.studyId)
    return answer
  })
}

function index(context: Context, arrived: Arrived, guard: Guard, how: How): Promise<IngestAnswer> {
  const entry = entryOf(context, arrived, guard)
  return arriving(context, arrived, () => context.indexing.add(entry, how))
}

/** What comes of it, by what rows say and the site decided. */
async function settle(context: Context, arrived: Arrived, policy: Policy): Promise<Settled> {
  const { holding } = context
  const answer = await index(context, arrived, policy.guard, 'awaited')
  switch (answer.kind) {
    case 'stored':
      if (answer.doubt !== undefined) await holding.note(arrived, findingOf(answer.doubt))
      if (arrived.description.sopClassUid === NOTE_CLASS) await context.rejections.apply(answer.studyId)
      return { outcome: { kind: 'stored', studyId: answer.studyId }, isKept: true }
    case 'duplicate': return { outcome: { kind: 'duplicate' }, isKept: false }
    case 'conflict': return settleConflict(context, arrived, policy)
    case 'doubtful': return held(context, arrived, findingOf(answer.doubt))
    case 'study-of-other-patient':
    case 'series-of-other-study':
      if (policy.guard === 'hold') return held(context, arrived, { why: answer.kind, detail: CONTRADICTIONS[answer.kind] })
      return { outcome: { kind: 'mismatch', reason: CONTRADICTIONS[answer.kind] }, isKept: false }
    case 'beyond-limits':
      return holdUnreadable(context, arrived, {
        kind: 'unreadable', reason: 'an element is longer than the archive can hold', description: arrived.description,
      })
  }
}

const CONTRADICTIONS = {
  'study-of-other-patient': 'its Study belongs to another Patient', 'series-of-other-study': 'its Series belongs to another Study',
} as const

function findingOf({ why, against }: Doubt): Finding {
  return { why, against, detail: 'its Patient contradicts what is known here' }
}

async function held({ holding }: Context, arrived: Arrived, finding: Finding): Promise<Settled> {
  return asKept(await holding.hold(arrived, finding), { kind: 'held', why: finding.why })
}

function asKept(kept: HeldAs, outcome: Ingested): Settled {
  return { outcome: kept === 'no-room' ? { kind: 'no-room' } : outcome, isKept: kept === 'kept' }
}

/** The SOP Instance UID is here with other content. */
async function settleConflict(context: Context, arrived: Arrived, { sameUid, guard }: Policy): Promise<Settled> {
  const { holding } = context
  if (sameUid === 'first') {
    await holding.refused(arrived)
    return { outcome: { kind: 'conflict' }, isKept: false }
  }
  if (sameUid === 'replace') {
    const entry = entryOf(context, arrived, guard)
    const answer = await arriving(context, arrived, () => holding.replace(entry))
    if (answer.kind === 'stored') return { outcome: { kind: 'stored', studyId: answer.studyId }, isKept: true }
  }
  return held(context, arrived, SAME_UID_FINDING)
}

const TRY_AGAIN_MS = SECOND_MS

/** What was acknowledged gets its rows, however long the database is away. */
async function followUp(context: Context, arrived: Arrived): Promise<void> {
  const { log, closing } = context
  for (;;) {
    try {
      await keepAcknowledged(context, arrived, await index(context, arrived, context.policy().guard, 'continuing'))
      return
    } catch (error) {
      if (closing.aborted) throw error
      log.warn({ ...faultOf(error), blob: arrived.place.id }, 'rows of an acknowledged instance wait for the database')
      await sleep(TRY_AGAIN_MS, undefined, { signal: closing })
    }
  }
}

/** Another process was quicker, or the Series is gone: it was acknowledged, so a person finds it in quarantine. */
async function keepAcknowledged({ holding, known, log }: Context, arrived: Arrived, answer: IngestAnswer): Promise<void> {
  if (answer.kind === 'stored' && answer.doubt !== undefined) await holding.note(arrived, findingOf(answer.doubt))
  if (answer.kind === 'stored' || answer.kind === 'duplicate') return
  const { kind } = answer
  const { description, place } = arrived
  known.forget(description)
  log.error({ instanceUid: description.instanceUid, blob: place.id, kind }, 'an acknowledged instance is not in the index, but in quarantine')
  const isContradiction = kind === 'study-of-other-patient' || kind === 'series-of-other-study'
  const finding = isContradiction ? { why: kind, detail: CONTRADICTIONS[kind] } : SAME_UID_FINDING
  await holding.hold(arrived, kind === 'doubtful' ? findingOf(answer.doubt) : finding, true)
}

/** Twice does no harm: what was judged once is not held again, and what is in rows is a duplicate. */
async function replay(context: Context, { place, origin, bytes }: Kept, decided?: Policy): Promise<Ingested> {
  const { holding } = context
  if (decided === undefined && (await holding.isHeld(place.id))) return { kind: 'duplicate' }
  const read = readingOf(await readThrough(bytes))
  if (read.kind === 'not-dicom') return { kind: 'unreadable', reason: read.reason, isKept: false }
  const within = { ...context, holding: decided === undefined ? promised(holding) : judged(holding) }
  const { outcome } = read.kind === 'described'
    ? await settle(within, { place, origin, ...read }, decided ?? context.policy())
    : await holdUnreadable(within, { place, origin, description: read.description }, read)
  return outcome
}

/** What a restart finds was durable before: it may be acknowledged. */
function promised(holding: Holding): Holding {
  return { ...holding, hold: (arrival, finding) => holding.hold(arrival, finding, true), replace: (entry) => holding.replace(entry, true) }
}

/** Who decided, is told the outcome, and keeps the row. */
function judged(holding: Holding): Holding {
  return {
    ...holding, hold: () => Promise.resolve('kept'), note: () => Promise.resolve(), refused: () => Promise.resolve(),
    replace: (entry) => holding.replace(entry, true),
  }
}
