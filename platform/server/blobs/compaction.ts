/**
 * Segments of which most was removed are written anew, without what is dead, and their files given back to the disk.
 *
 * A blob is copied, and made durable, before its row leads to the copy; a reader that was sent to the old file finds the new
 * one. The copy's note is marked: a restart after a crash must not take it for an arrival, as what was removed meanwhile would
 * come back. A segment of which a record is damaged keeps its file: what can still be read there is not lost. One that lies in a
 * store is read from there, and its object goes with the next round of moving.
 *
 * @module
 */
import { unlink } from 'node:fs/promises'
import { sql, type Kysely } from 'kysely'
import { isAbsent } from './errors.ts'
import { letGo } from './objects/object-rows.ts'
import type { FoundRecord } from './reading.ts'
import type { Place } from './segment.ts'
import type { BlobTables } from './tables.ts'

type Db = Kysely<BlobTables>

/** What a writer of blobs does for a copy. */
interface Copying {
  write(chunk: Uint8Array): Promise<void> | undefined
  finish(note: object): Promise<Place>
  keep(): Promise<void>
  abandon(): Promise<void>
}

export interface Compacting {
  readonly db: Db
  readonly pathOf: (segment: string) => string
  readonly recordsOf: (segment: string) => AsyncIterable<FoundRecord>
  readonly begin: () => Promise<Copying>
  readonly read: (found: FoundRecord) => AsyncIterable<Uint8Array>
  /** The file will be gone: nobody keeps it open. */
  readonly forget: (segment: string) => void
}

/** Dead beyond this, a segment is worth writing anew. */
const DEAD_SHARE = 0.5

export interface Sparse {
  readonly segment: string
  readonly liveBytes: number
}

/** Of these segments, those that nobody writes to any more, with what is alive in them. */
export async function liveBytesOf(db: Db, segments: readonly string[]): Promise<readonly Sparse[]> {
  const { rows } = await sql<Sparse>`
    select sealed.name as segment, coalesce(sum(blob.length), 0) as "liveBytes"
      from blob_segment sealed left join blob on blob.segment = sealed.name
      where sealed.sealed and sealed.name = any(${[...segments]}) group by 1 order by 2`.execute(db)
  return rows
}

export function isSparse({ liveBytes }: Sparse, fileBytes: number): boolean {
  return liveBytes === 0 || liveBytes < fileBytes * (1 - DEAD_SHARE)
}

/** @returns whether the segment is gone. Ends early, and whole, if the signal is aborted. */
export async function compactSegment(compacting: Compacting, { segment, liveBytes }: Sparse, signal: AbortSignal): Promise<boolean> {
  const { db, pathOf, recordsOf, forget } = compacting
  for await (const found of liveBytes === 0 ? [] : recordsOf(segment)) {
    if (signal.aborted) return false
    if (await isThere(db, found)) await move(compacting, found)
  }
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql`delete from blob_segment where name = ${segment} and sealed
      and not exists (select from blob where blob.segment = ${segment}) returning name`.execute(tx)
    if (rows.length === 0) return false
    await letGo(tx, segment)
    // Before the commit: a crash leaves a row without a file, which the next round takes out, and no file without a row.
    forget(segment)
    await unlink(pathOf(segment)).catch(ignoreAbsent)
    return true
  })
}

async function isThere(db: Db, { place: { id, segment, offset } }: FoundRecord): Promise<boolean> {
  const row = await db.selectFrom('blob').select('id').where('id', '=', id).where('segment', '=', segment).where('offset', '=', offset)
    .executeTakeFirst()
  return row !== undefined
}

async function move({ db, begin, read }: Compacting, found: FoundRecord): Promise<void> {
  const { place: from, note } = found
  const writer = await begin()
  try {
    for await (const chunk of read(found)) await writer.write(chunk)
    const to = await writer.finish(isMoved(note) ? note : { kind: 'moved', of: note })
    const { numUpdatedRows } = await db.updateTable('blob').set({ segment: to.segment, offset: to.offset })
      .where('id', '=', to.id).where('segment', '=', from.segment).where('offset', '=', from.offset).executeTakeFirst()
    // Removed while it was copied: nothing leads to the copy either.
    if (numUpdatedRows === 1n) await writer.keep()
  } finally {
    await writer.abandon()
  }
}

function isMoved(note: unknown): note is object {
  return typeof note === 'object' && note !== null && 'kind' in note && note.kind === 'moved'
}

function ignoreAbsent(error: unknown): void {
  if (!isAbsent(error)) throw error
}
