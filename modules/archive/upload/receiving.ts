/**
 * The files of one request into the archive, none of them whole in memory, and a row for each that is durable.
 *
 * @module
 */
import type { Clock } from '../../../platform/server/clock.ts'
import { kindOfFile, type FileAnswer } from '../contract.ts'
import { inTurn, untilRead } from '../in-turn.ts'
import type { Ingest, Ingested } from '../ingest.ts'
import { note } from './notes.ts'
import { answerOf, outcomeOfHeld } from './offered.ts'
import { PassingFile, TooLargeError } from './passing-file.ts'
import { heldFiles, rowsLike, type FileRow, type Place } from './store/files.ts'
import type { Db } from './store/uploads.ts'

export interface IncomingFile {
  readonly path: string
  readonly content: AsyncIterable<Uint8Array>
}

export interface Receiving {
  readonly db: Db
  readonly clock: Clock
  readonly ingest: Ingest
}

export interface Bringing {
  readonly uploadId: string
  readonly accountId: string
  readonly peer: string
  readonly fileBytesMax: number
}

/** `full`: the archive has no room. It is noted nowhere, and sent again when there is. */
type Received = { readonly kind: 'settled'; readonly row: FileRow } | { readonly kind: 'full'; readonly path: string }

/** What came whole before a break is noted: the answer may not reach its sender, who asks again. */
export async function receiveFiles(receiving: Receiving, bringing: Bringing, files: AsyncIterable<IncomingFile>): Promise<readonly FileAnswer[]> {
  const rows: FileRow[] = []
  try {
    let earlier: Promise<unknown> = Promise.resolve()
    const outcomes = await inTurn(files, (file, read) => {
      const siblings = { rows, settled: earlier }
      const receipt = receiveOne(receiving, bringing, { ...file, content: untilRead(file.content, read) }, siblings).then((received) => {
        if (received.kind === 'settled') rows.push(received.row)
        return received
      })
      earlier = Promise.allSettled([earlier, receipt])
      return receipt
    })
    return outcomes.map((received) =>
      received.kind === 'settled' ? answerOf(received.row) : { path: received.path, outcome: 'full', reason: null })
  } finally {
    await note(receiving.db, receiving.clock, bringing.uploadId, rows)
  }
}

/** What came before in this request: the next is read while one is still being stored. */
interface Siblings {
  readonly rows: readonly FileRow[]
  /** Resolves when the rows are all of them. */
  readonly settled: Promise<unknown>
}

async function receiveOne(
  receiving: Receiving, bringing: Bringing, { path, content }: IncomingFile, siblings: Siblings,
): Promise<Received> {
  const { uploadId, accountId, peer, fileBytesMax } = bringing
  const file = new PassingFile(content, fileBytesMax)
  const settle = (words: Words, digest = ''): Received =>
    ({ kind: 'settled', row: { upload_id: uploadId, path, digest, bytes: file.bytes, ...words } })
  try {
    const no = noImage(path, await file.head())
    if (no !== null) {
      await file.digest()
      return settle(no)
    }
    const outcome = await receiving.ingest.file({ kind: 'upload', accountId, uploadId, peer }, file.content())
    const digest = await file.digest()
    if (outcome.kind === 'full') return { kind: 'full', path }
    if (outcome.kind === 'duplicate') return settle(await wordsForDuplicate(receiving, uploadId, { path, digest }, siblings), digest)
    return settle(wordsFor(outcome), digest)
  } catch (error) {
    if (error instanceof TooLargeError) return settle({ outcome: 'refused', reason: 'too-large', detail: '' })
    throw error
  }
}

type Words = Pick<FileRow, 'outcome' | 'reason' | 'detail'>

function noImage(path: string, head: Uint8Array): Words | null {
  // A page unpacks a ZIP, and sends what is in it.
  if (Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PK\x03\x04') return { outcome: 'refused', reason: 'archive-nested', detail: '' }
  const kind = kindOfFile(path, head)
  return kind === 'dicom' ? null : { outcome: 'skipped', reason: kind, detail: '' }
}

/** Sent twice by this upload, because an answer got lost, or here before. */
async function wordsForDuplicate({ db, ingest }: Receiving, uploadId: string, place: Place, siblings: Siblings): Promise<Words> {
  await Promise.all([ingest.indexed(), siblings.settled])
  const known = [...siblings.rows, ...(await rowsLike(db, uploadId, [], [place.digest]))]
  const outcome = outcomeOfHeld(uploadId, place, known, await heldFiles(db, [place.digest])) ?? 'duplicate'
  return { outcome, reason: null, detail: '' }
}

function wordsFor(outcome: Exclude<Ingested, { kind: 'full' | 'duplicate' }>): Words {
  switch (outcome.kind) {
    case 'stored': return { outcome: 'taken', reason: null, detail: '' }
    case 'held': return { outcome: 'held', reason: 'held', detail: '' }
    case 'conflict': return { outcome: 'refused', reason: 'conflict', detail: '' }
    case 'no-room': return { outcome: 'refused', reason: 'no-room', detail: '' }
    case 'mismatch': return { outcome: 'refused', reason: 'mismatch', detail: outcome.reason }
    case 'unreadable': return { outcome: outcome.isKept ? 'held' : 'refused', reason: 'unreadable', detail: outcome.reason }
  }
}
