/**
 * STOW-RS: files one after the other into the archive, none of them whole in memory. PS3.18 §10.5.
 *
 * @module
 */
import { isUid, Tags } from '@filmjacket/dicom-data'
import { addressOf, FailureReasons, WarningReasons, type FailedReference, type StoredReference, type StoreOutcome } from '@filmjacket/dicom-web'
import { inTurn, untilRead } from '../in-turn.ts'
import type { Ingest, Ingested } from '../ingest.ts'
import type { Origin } from '../origin.ts'
import { ReadThrough, type Copied } from '../reading.ts'

export interface Receiving {
  readonly ingest: Ingest
  readonly origin: Origin
  /** The address names it: nothing else is taken. */
  readonly studyUid: string | undefined
  /** Whether the sender may add to this Study. */
  readonly mayStore: (studyUid: string) => Promise<boolean>
  readonly base: string
}

/** One Part 10 file: bytes that come, or were made. */
export type IncomingFile = AsyncIterable<Uint8Array>

/** All of them; what fails is told, and does not keep the others from being stored. */
export async function receive(receiving: Receiving, files: AsyncIterable<IncomingFile | FailedReference>): Promise<StoreOutcome> {
  const outcomes = await inTurn(files, (file, read): Promise<Received> =>
    Symbol.asyncIterator in file ? receiveOne(receiving, untilRead(file, read)) : Promise.resolve({ failed: file }))
  // Who stored something asks for it next.
  await receiving.ingest.indexed()
  return told(receiving, outcomes)
}

function told({ base }: Receiving, outcomes: readonly Received[]): StoreOutcome {
  const received = outcomes.filter((outcome) => 'stored' in outcome)
  const [study, ...others] = new Set(received.map(({ studyUid }) => studyUid))
  return {
    retrieveUrl: study === undefined || others.length > 0 ? null : addressOf(base, { study }),
    stored: received.map(({ stored }) => stored), failed: outcomes.flatMap((outcome) => ('failed' in outcome ? [outcome.failed] : [])),
  }
}

type Received =
  | { readonly stored: StoredReference; readonly studyUid: string }
  | { readonly failed: FailedReference }

async function receiveOne(receiving: Receiving, file: IncomingFile): Promise<Received> {
  const watch: Watched = { uids: NOBODY }
  try {
    const outcome = await receiving.ingest.file(receiving.origin, watched(receiving, file, watch))
    return receivedAs(receiving, watch.uids, outcome)
  } catch (error) {
    if (error instanceof NotWantedError) return { failed: { ...watch.uids, failureReason: error.reason } }
    throw error
  }
}

interface Uids {
  readonly studyUid: string
  readonly seriesUid: string
  readonly sopClassUid: string
  readonly sopInstanceUid: string
}

const NOBODY: Uids = { studyUid: '', seriesUid: '', sopClassUid: '', sopInstanceUid: '' }

interface Watched {
  uids: Uids
}

/** Thrown into an ingest before its last byte: what it has by then is dropped. */
class NotWantedError extends Error {
  override readonly name = 'NotWantedError'
  readonly reason: number

  constructor(reason: number) {
    super('not wanted')
    this.reason = reason
  }
}

/**
 * Who it is, learned while it passes, and whether it is wanted, before the last of it has passed. What cannot be read, or names
 * no Study, is the ingest's to judge: it is kept for a person wherever its sender may add to all Studies.
 */
async function* watched(receiving: Receiving, file: IncomingFile, watch: Watched): AsyncGenerator<Uint8Array> {
  const reader = new ReadThrough()
  let held: Uint8Array | undefined
  for await (const chunk of file) {
    reader.push(chunk)
    if (held !== undefined) yield held
    held = chunk
  }
  watch.uids = uidsOf(reader.end())
  const { studyUid } = watch.uids
  if (receiving.studyUid !== undefined && isUid(studyUid) && studyUid !== receiving.studyUid) throw new NotWantedError(FailureReasons.mismatch)
  if (!(await receiving.mayStore(studyUid))) throw new NotWantedError(FailureReasons.notAuthorized)
  if (held !== undefined) yield held
}

function uidsOf(copied: Copied): Uids {
  if (copied.kind === 'broken') return NOBODY
  const { dataSet } = copied.scan
  return {
    studyUid: dataSet.text(Tags.StudyInstanceUID) ?? '', seriesUid: dataSet.text(Tags.SeriesInstanceUID) ?? '',
    sopClassUid: dataSet.text(Tags.SOPClassUID) ?? '', sopInstanceUid: dataSet.text(Tags.SOPInstanceUID) ?? '',
  }
}

/** Duplicates are stored: the sender wants them here, and they are. */
function receivedAs({ base }: Receiving, uids: Uids, outcome: Ingested): Received {
  const { studyUid, seriesUid, sopClassUid, sopInstanceUid } = uids
  const fail = (failureReason: number): Received => ({ failed: { sopClassUid, sopInstanceUid, failureReason } })
  switch (outcome.kind) {
    case 'stored':
    case 'duplicate': {
      const retrieveUrl = addressOf(base, { study: studyUid, series: seriesUid, instance: sopInstanceUid })
      return { stored: { sopClassUid, sopInstanceUid, retrieveUrl }, studyUid }
    }
    case 'held':
      return { stored: { sopClassUid, sopInstanceUid, retrieveUrl: '', warningReason: WarningReasons.coerced }, studyUid }
    case 'conflict': return fail(FailureReasons.duplicateInstance)
    case 'mismatch': return fail(FailureReasons.mismatch)
    case 'unreadable': return fail(FailureReasons.cannotUnderstand)
    case 'full':
    case 'no-room': return fail(FailureReasons.outOfResources)
  }
}
