/**
 * Stored files that somebody took away, found by who was about to send them: administrators are told, they stand among the
 * damaged, and devices are asked for them. POR-20.
 *
 * @module
 */
import type { BlobId } from '@filmjacket/bytes'
import type { Kysely } from 'kysely'
import type { Blobs } from '../../../platform/server/blobs/index.ts'
import type { Clock } from '../../../platform/server/clock.ts'
import { emit } from '../../../platform/server/events.ts'
import type { Log } from '../../../platform/server/log.ts'
import { blobsOfStudy, damagedOfStudy, isStored, knownDamaged, noteDamaged, noteProven, noteSound, unproven } from '../store/damaged.ts'
import type { ArchiveTables } from '../tables.ts'
import { checkBlob } from './check-blob.ts'

/** Stored files were found to be gone that nobody had missed. */
export const FILES_MISSING = 'files.missing'
const SUBJECT = 'storage'

export interface LackingOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Pick<Blobs, 'lacking' | 'verify'>
  readonly clock: Clock
  readonly log: Log
}

/** @returns whether any of these is gone, or known to be damaged. */
export async function areLacking(options: LackingOptions, ids: readonly BlobId[]): Promise<boolean> {
  const { db, blobs } = options
  const lacking = new Set(await blobs.lacking(ids))
  if (lacking.size > 0) await noteMissing(options, [...lacking])
  const known = await knownDamaged(db)
  let areDamaged = false
  for (const id of ids) {
    const damage = lacking.has(id) ? undefined : known.get(id)
    if (damage?.isMissing === true) await noteSound(db, id) // Somebody put it back; whether it is whole, the check finds.
    else areDamaged ||= damage !== undefined
  }
  return lacking.size > 0 || areDamaged
}

async function noteMissing({ db, clock, log }: LackingOptions, lacking: readonly BlobId[]): Promise<void> {
  log.error({ files: lacking.length, blob: lacking[0] }, 'stored files are gone')
  await db.transaction().execute(async (tx) => {
    let unknown = 0
    for (const id of lacking) if ((await isStored(tx, id)) && (await noteDamaged(tx, id, true, clock.now()))) unknown += 1
    if (unknown > 0) await emit(tx, { name: FILES_MISSING, subject: SUBJECT })
  })
}

/** Looks for the files of a Study. @returns the SOP Instance UIDs of its Instances of which they are gone or damaged. */
export async function lackingOfStudy(options: LackingOptions, studyId: string): Promise<readonly string[]> {
  await prove(options)
  const areAny = await areLacking(options, await blobsOfStudy(options.db, studyId))
  return areAny ? damagedOfStudy(options.db, studyId) : []
}

const PROVEN_AT_ONCE = 1_000

/** Reads what came back in place of damaged files, once: it counts when it is what it should be. */
async function prove({ db, blobs, clock }: LackingOptions): Promise<void> {
  for (const { instanceId, blobId } of await unproven(db, PROVEN_AT_ONCE)) {
    const soundness = await checkBlob(blobs, blobId)
    if (soundness === 'away') continue
    if (soundness !== 'sound') await noteDamaged(db, blobId, soundness === 'missing', clock.now())
    await noteProven(db, instanceId)
  }
}
