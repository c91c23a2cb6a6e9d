/**
 * What stands around the archive, each a Module of its own: DICOMweb, upload, labels, the change feed, and what keeps it.
 *
 * @module
 */
import {
  createChangeFeed, createDicomWeb, createKeeping, createLabelling, createUpload,
  type Archive, type DicomWebOptions, type KeepingOptions, type Labels,
} from '../modules/archive/index.ts'
import type { People } from '../modules/accounts/index.ts'
import type { Database } from '../platform/server/database/index.ts'
import type { Live } from '../platform/server/live.ts'
import type { Module } from '../platform/server/module.ts'

export interface AroundArchiveOptions extends Omit<KeepingOptions, 'db' | 'people' | 'touched' | 'ingest'>, Pick<DicomWebOptions, 'rights'> {
  readonly db: Database['db']
  readonly archive: Archive
  readonly people: People
  readonly live: Live
}

export interface AroundArchive {
  readonly labels: Labels
  readonly storage: ReturnType<typeof createKeeping>['storage']
  readonly modules: readonly Module[]
}

export function aroundArchive(given: AroundArchiveOptions): AroundArchive {
  const { db, clock, settings, rights, archive, live, people } = given
  const { ingest } = archive
  const { module: labelling, labels } = createLabelling({ db, clock, rights })
  const nameOf = async (id: string): Promise<string> => (await people.one(id))?.display_name ?? ''
  const { module: keeping, storage } = createKeeping({ ...given, ingest, touched: (studyId) => archive.touched(studyId) })
  return {
    labels, storage,
    modules: [
      labelling,
      createChangeFeed({ db, clock, rights, live, settings }),
      createDicomWeb({ ...given, ingest }),
      createUpload({ db, clock, settings, rights, ingest, nameOf }),
      keeping,
    ],
  }
}
