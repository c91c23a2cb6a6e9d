import type { Kysely } from 'kysely'
import type { Blobs } from '../../../platform/server/blobs/index.ts'
import type { Log } from '../../../platform/server/log.ts'
import { forgetRemovedIn, segmentsWithRemoved } from '../store/removal.ts'
import type { ArchiveTables } from '../tables.ts'

interface RoomOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Blobs
  readonly log: Log
}

/** Segments of which most was removed are written anew, and the disk has their room again. @returns how many are gone. */
export async function giveBackRoom({ db, blobs, log }: RoomOptions, signal: AbortSignal): Promise<number> {
  const gone = await blobs.compact(await segmentsWithRemoved(db), signal)
  if (gone.length === 0) return 0
  await forgetRemovedIn(db, gone)
  log.info({ segments: gone.length }, 'segments of which most was removed are gone')
  return gone.length
}
