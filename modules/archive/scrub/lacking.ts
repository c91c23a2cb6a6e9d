/**
 * Stored files that somebody took away, found by who was about to send them: administrators are told, and they stand among
 * the damaged. POR-20.
 *
 * @module
 */
import type { BlobId } from '@filmjacket/bytes'
import type { Kysely } from 'kysely'
import type { Blobs } from '../../../platform/server/blobs/index.ts'
import type { Clock } from '../../../platform/server/clock.ts'
import { emit } from '../../../platform/server/events.ts'
import type { Log } from '../../../platform/server/log.ts'
import { isStored, noteDamaged } from '../store/scrub.ts'
import type { ArchiveTables } from '../tables.ts'

/** Stored files were found to be gone that nobody had missed. */
export const FILES_MISSING = 'files.missing'
const SUBJECT = 'storage'

export interface LackingOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Pick<Blobs, 'lacking'>
  readonly clock: Clock
  readonly log: Log
}

/** @returns whether any of these is gone. */
export async function areLacking({ db, blobs, clock, log }: LackingOptions, ids: readonly BlobId[]): Promise<boolean> {
  const lacking = await blobs.lacking(ids)
  if (lacking.length === 0) return false
  log.error({ files: lacking.length, blob: lacking[0] }, 'stored files are gone')
  await db.transaction().execute(async (tx) => {
    let unknown = 0
    for (const id of lacking) if ((await isStored(tx, id)) && (await noteDamaged(tx, id, true, clock.now()))) unknown += 1
    if (unknown > 0) await emit(tx, { name: FILES_MISSING, subject: SUBJECT })
  })
  return true
}
