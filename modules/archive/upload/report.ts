/**
 * The report of an upload: each file, and what became of it.
 *
 * @module
 */
import { csvLine } from '../../../platform/server/csv.ts'
import type { FileOutcome, FileReason, Report } from '../contract.ts'
import { filesOf, type FileRow, type Place } from './store/files.ts'
import type { Db } from './store/uploads.ts'

const PAGE = 100
const ROWS_AT_ONCE = 1_000

/** @param after - the `next` of the page before. @returns null if that is no place in a report. */
export async function reportPage(db: Db, uploadId: string, outcome: FileOutcome | null, after: string | null): Promise<Report | null> {
  const place = after === null ? null : placeIn(after)
  if (after !== null && place === null) return null
  const found = await filesOf(db, uploadId, { outcome, after: place, limit: PAGE + 1 })
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    files: shown.map(({ path, bytes, outcome: became, reason, detail }) => ({ path, bytes, outcome: became, reason, detail })),
    next: found.length > PAGE && last !== undefined ? cursorOf(last) : null,
  }
}

function cursorOf({ digest, path }: Place): string {
  return Buffer.from(JSON.stringify([path, digest])).toString('base64url')
}

function placeIn(cursor: string): Place | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const [path, digest] = Array.isArray(parts) ? (parts as unknown[]) : []
    return typeof path === 'string' && typeof digest === 'string' ? { path, digest } : null
  } catch {
    return null
  }
}

const HEAD = ['File', 'Bytes', 'Outcome', 'Reason', 'Detail', 'SHA-256']
/** By it a spreadsheet knows that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

const OUTCOMES: Readonly<Record<FileOutcome, string>> = {
  taken: 'taken', duplicate: 'here already', held: 'held for review', refused: 'refused', skipped: 'left out',
}

const REASONS: Readonly<Record<FileReason, string>> = {
  directory: 'directory of a disc', program: 'program or its data', 'not-dicom': 'no DICOM image',
  conflict: 'another image with this SOP Instance UID is here', mismatch: 'contradicts itself or what is here', unreadable: 'damaged or no valid DICOM',
  'too-large': 'larger than this site takes', 'cannot-read': 'the browser could not read it', held: 'waits for a person',
  'no-room': 'it would wait for a person, and too much does already',
  'archive-broken': 'packed file that cannot be unpacked', 'archive-encrypted': 'packed file with a password',
  'archive-too-much': 'packed file that unpacks to too much', 'archive-nested': 'packed file within another',
}

/** All of it for a spreadsheet, read as it is sent. */
export async function* tableOf(db: Db, uploadId: string): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(HEAD))
  for (let after: FileRow | null = null; ; ) {
    const rows: readonly FileRow[] = await filesOf(db, uploadId, { outcome: null, after, limit: ROWS_AT_ONCE })
    yield Buffer.from(rows.map(lineOf).join(''))
    const last = rows.at(-1)
    if (last === undefined || rows.length < ROWS_AT_ONCE) return
    after = last
  }
}

function lineOf({ path, bytes, outcome, reason, detail, digest }: FileRow): string {
  return csvLine([path, bytes, OUTCOMES[outcome], reason === null ? '' : REASONS[reason], detail, digest])
}
