import { scanPart10 } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import type { Blobs } from '../../platform/server/blobs/index.ts'
import { wordsOfOmitted } from './omitted.ts'
import { noteOmitted, unnotedInstances } from './store/instances.ts'
import type { ArchiveTables } from './tables.ts'

const PAGE = 100

/** Notes it for what was stored before it was kept: their bytes are read through once. Doing it twice changes nothing. */
export async function noteAllOmitted(db: Kysely<ArchiveTables>, blobs: Blobs): Promise<number> {
  for (let noted = 0; ; ) {
    const instances = await unnotedInstances(db, PAGE)
    if (instances.length === 0) return noted
    for (const { id, blobId, sizeBytes } of instances) {
      const scanner = scanPart10()
      for await (const chunk of blobs.read(blobId, 0, sizeBytes)) scanner.push(chunk)
      await noteOmitted(db, id, wordsOfOmitted(scanner.end().omitted))
      noted++
    }
  }
}
