/**
 * What became of files, written down: a row for each, and the counts of their upload.
 *
 * @module
 */
import type { Clock } from '../../../platform/server/clock.ts'
import { putFiles, rowsLike, type FileRow } from './store/files.ts'
import { addCounts, lockUpload, type Counts, type Db } from './store/uploads.ts'

/** Noted twice, a file counts once. */
export async function note(db: Db, clock: Clock, uploadId: string, noted: readonly FileRow[]): Promise<void> {
  const rows = [...new Map(noted.map((row) => [keyOf(row), row])).values()]
  if (rows.length === 0) return
  await db.transaction().execute(async (tx) => {
    if ((await lockUpload(tx, uploadId)) === undefined) return
    const before = (await rowsLike(tx, uploadId, rows.map(({ path }) => path), [])).filter((row) => rows.some((each) => keyOf(each) === keyOf(row)))
    await putFiles(tx, rows)
    await addCounts(tx, uploadId, difference(before, rows), clock.now())
  })
}

function keyOf({ path, digest }: FileRow): string {
  return `${digest} ${path}`
}

function difference(before: readonly FileRow[], after: readonly FileRow[]): Counts {
  const counts = { taken: 0, duplicate: 0, held: 0, refused: 0, skipped: 0, taken_bytes: 0 }
  for (const [rows, sign] of [[before, -1], [after, 1]] as const) {
    for (const { outcome, bytes } of rows) {
      counts[outcome] += sign
      if (outcome === 'taken') counts.taken_bytes += sign * bytes
    }
  }
  return counts
}
