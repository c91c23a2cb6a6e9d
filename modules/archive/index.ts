import type { BlobId } from '@filmjacket/bytes'
import { DicomError } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import type { Blobs } from '../../platform/server/blobs/index.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { mountJobs } from '../../platform/server/jobs.ts'
import { faultOf, type Log } from '../../platform/server/log.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import { storeScp, type StoreScp } from './dimse.ts'
import { createIngest, type Ingest } from './ingest.ts'
import { jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import type { Origin } from './origin.ts'
import { createSettling } from './settle.ts'
import { instancesOfStudy, type StoredInstance } from './store/instances.ts'
import * as studies from './store/studies.ts'
import type { ArchiveTables, PreviewRow } from './tables.ts'

export { fileOf, headerOf } from './content.ts'
export type { StoreScp } from './dimse.ts'
export type { Ingest, Ingested } from './ingest.ts'
export { STUDY_SETTLED } from './settle.ts'
export type { StoredInstance } from './store/instances.ts'
export type { PatientIdentity, SeriesOverview, StudyOverview } from './store/studies.ts'
export type { ArchiveTables } from './tables.ts'

export interface Archive {
  readonly module: Module
  readonly ingest: Ingest
  readonly store: StoreScp
  studiesOfPatient(identity: studies.PatientIdentity): Promise<studies.StudyOverview[]>
  study(id: string): Promise<studies.StudyOverview | undefined>
  /** Whether a Study with this UID is here and nothing of it is on its way. */
  isSettled(studyUid: string): Promise<boolean>
  patientOf(studyId: string): Promise<studies.PatientIdentity | undefined>
  seriesOf(studyId: string): Promise<studies.SeriesOverview[]>
  previewOf(studyId: string, seriesId?: string): Promise<PreviewRow | undefined>
  instancesOf(studyId: string): Promise<StoredInstance[]>
  /** Brings rows up to what a crash left in the blob store. Call it before anything else is let in. */
  recover(): Promise<number>
  /** Every blob's name, in order. */
  blobs(): AsyncIterable<BlobId>
  countBlobs(): Promise<number>
  /** Before a process ends that brought something in: others look after it. */
  settleTouched(): Promise<void>
  close(): void
}

export interface ArchiveOptions {
  readonly db: Kysely<ArchiveTables>
  /** Commits of this one do not wait for the database's log: the blob is the durable record. */
  readonly ingestDb: Kysely<ArchiveTables>
  readonly blobs: Blobs
  readonly clock: Clock
  readonly log: Log
}

export function createArchive({ db, ingestDb, blobs, clock, log }: ArchiveOptions): Archive {
  const settling = createSettling({ db, blobs, clock, log })
  const ingest = createIngest({ db: ingestDb, blobs, clock, log, stored: (studyId) => settling.touched(studyId) })
  return {
    module: moduleOf({ name: 'archive', migrations, jobs: [mountJobs(settling, jobs)] }),
    ingest,
    store: storeScp(ingest),
    async studiesOfPatient(identity) {
      await ingest.indexed()
      return studies.studiesOfPatient(db, identity)
    },
    study: (id) => studies.studyOverview(db, id),
    isSettled: (studyUid) => studies.isSettled(db, studyUid),
    patientOf: (studyId) => studies.patientOfStudy(db, studyId),
    seriesOf: (studyId) => studies.seriesOfStudy(db, studyId),
    previewOf: (studyId, seriesId) => studies.previewOf(db, studyId, seriesId),
    async instancesOf(studyId) {
      await ingest.indexed()
      return instancesOfStudy(db, studyId)
    },
    recover: () => recover(blobs, ingest, log),
    blobs: () => allBlobs(db),
    countBlobs: () => studies.countBlobs(db),
    async settleTouched() {
      await ingest.indexed()
      await settling.askNow()
    },
    close() {
      ingest.close()
      settling.close()
    },
  }
}

/** A record that cannot be understood any more must not keep the others, nor the server, from coming up. */
function recover(blobs: Blobs, ingest: Ingest, log: Log): Promise<number> {
  return blobs.recover(async (place, note, bytes) => {
    const { kind, origin } = note as { kind?: string; origin: Origin }
    if (kind !== 'instance') return
    try {
      await ingest.replay(place, origin, bytes)
    } catch (error) {
      if (!(error instanceof DicomError)) throw error
      log.error({ ...faultOf(error), blob: place.id }, 'a stored instance could not be indexed again')
    }
  })
}

const BLOBS_A_PAGE = 1_000

async function* allBlobs(db: Kysely<ArchiveTables>): AsyncGenerator<BlobId> {
  for (let after = ''; ; ) {
    const page = await studies.blobsAfter(db, after, BLOBS_A_PAGE)
    yield* page as readonly BlobId[]
    const last = page.at(-1)
    if (last === undefined) return
    after = last
  }
}
