/**
 * What is said of files before they are sent: what is here already is not asked for.
 *
 * @module
 */
import type { FileAnswer, FileOutcome, FoundReason, OfferedFile } from '../contract.ts'
import type { FileRow, HeldFile, Place } from './store/files.ts'

export interface Answered {
  readonly answers: readonly FileAnswer[]
  /** To be noted: what is settled without being sent. */
  readonly rows: readonly FileRow[]
}

/** @param known - rows of this upload with the paths or digests of these files. */
export function answerTo(uploadId: string, files: readonly OfferedFile[], known: readonly FileRow[], held: readonly HeldFile[]): Answered {
  const rows: FileRow[] = []
  const place = ({ path, digest = '' }: Pick<OfferedFile, 'path' | 'digest'>) => `${digest} ${path}`
  const noted = new Map(known.map((row) => [place(row), row]))
  const answers = files.map((file): FileAnswer => {
    const before = noted.get(place(file))
    if (before !== undefined && file.reason === undefined) return answerOf(before)
    const settled = settledAs(uploadId, file, [...known, ...rows], held)
    if (settled === null) return { path: file.path, outcome: 'send', reason: null }
    const row: FileRow = {
      upload_id: uploadId, path: file.path, digest: file.digest ?? '', bytes: file.bytes, detail: '', ...settled,
    }
    rows.push(row)
    return answerOf(row)
  })
  return { answers, rows }
}

type Settled = Pick<FileRow, 'outcome' | 'reason'>

function settledAs(uploadId: string, { path, digest, reason }: OfferedFile, rows: readonly FileRow[], held: readonly HeldFile[]): Settled | null {
  if (reason !== undefined) return { outcome: outcomeFor(reason), reason }
  const outcome = digest === undefined ? null : outcomeOfHeld(uploadId, { path, digest }, rows, held)
  return outcome === null ? null : { outcome, reason: null }
}

/**
 * A file that the archive holds: it was taken by this upload, whose answer got lost, or was here before.
 *
 * @returns null if it is not here.
 */
export function outcomeOfHeld(
  uploadId: string, { path, digest }: Place, rows: readonly FileRow[], held: readonly HeldFile[],
): 'taken' | 'duplicate' | null {
  const found = held.find((each) => each.digest === digest)
  if (found === undefined) return null
  const isCounted = rows.some((row) => row.digest === digest && row.path !== path && row.outcome === 'taken')
  return found.uploadId === uploadId && !isCounted ? 'taken' : 'duplicate'
}

const NO_IMAGES: readonly FoundReason[] = ['directory', 'program', 'not-dicom']

function outcomeFor(reason: FoundReason): FileOutcome {
  return NO_IMAGES.includes(reason) ? 'skipped' : 'refused'
}

export function answerOf({ path, outcome, reason }: FileRow): FileAnswer {
  return { path, outcome, reason }
}
