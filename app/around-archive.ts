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

export interface AroundArchive extends Omit<KeepingOptions, 'db' | 'people' | 'touched' | 'ingest'>, Pick<DicomWebOptions, 'rights'> {
  readonly db: Database['db']
  readonly archive: Archive
  readonly people: People
  readonly live: Live
}

export function aroundArchive(given: AroundArchive): { readonly labels: Labels; readonly modules: readonly Module[] } {
  const { db, clock, settings, rights, archive, live, people } = given
  const { ingest } = archive
  const { module: labelling, labels } = createLabelling({ db, clock, rights })
  const nameOf = async (id: string): Promise<string> => (await people.one(id))?.display_name ?? ''
  return {
    labels,
    modules: [
      labelling,
      createChangeFeed({ db, clock, rights, live, settings }),
      createDicomWeb({ ...given, ingest }),
      createUpload({ db, clock, settings, rights, ingest, nameOf }),
      createKeeping({ ...given, ingest, touched: (studyId) => archive.touched(studyId) }),
    ],
  }
}
