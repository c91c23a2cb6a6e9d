import type { BlobId } from '@filmjacket/bytes'
import { DicomError } from '@filmjacket/dicom-data'
import type { StoreScp } from '@filmjacket/dicom-net'
import type { Kysely } from 'kysely'
import type { Blobs } from '../../platform/server/blobs/index.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { mountJobs } from '../../platform/server/jobs.ts'
import { faultOf, type Log } from '../../platform/server/log.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import { createCommitments } from './commitment.ts'
import { commitScp, findScp, getScp, moveScp, storeScp, type ArchiveServices } from './dimse.ts'
import { find, findAll, type Found, type FoundPage, type Wants } from './find.ts'
import { createIngest, type Ingest } from './ingest.ts'
import { commitmentJobs, jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import type { Origin } from './origin.ts'
import { nobody, type Peers } from './peers.ts'
import { createQueryRetrieve } from './query-retrieve.ts'
import type { Query } from './query.ts'
import { createSettling } from './settle.ts'
import { countsOfStudies, heldInstances, studyByUid, type HeldStudy } from './store/holdings.ts'
import { instancesOfStudy, type StoredInstance } from './store/instances.ts'
import { isRemoved } from './store/removal.ts'
import * as studies from './store/studies.ts'
import type { ArchiveTables, PreviewRow } from './tables.ts'

export { fileOf, headerOf } from './content.ts'
export {
  createDicomWeb, DICOM_WEB_ORIGINS, DICOM_WEB_ROOT, isTrustedOrigin, type DicomWebOptions, type ImageAction, type ImageRights,
} from './dicomweb/index.ts'
export type { ArchiveServices } from './dimse.ts'
export type { Found, FoundInstance, FoundPage, FoundPatient, FoundSeries, FoundStudy, Wants } from './find.ts'
export { formsOf, inForm, type Form } from './form.ts'
export type { Ingest, Ingested } from './ingest.ts'
export {
  attributes, foldedName, readKey, readQuery, type Attribute, type Filter, type KeyOptions, type Level, type Match, type Order, type Query,
  type ReadKey, type ReadQuery,
} from './query.ts'
export type { Origin } from './origin.ts'
export type { Destination, PeerRights, Peers } from './peers.ts'
export { STUDY_SETTLED } from './settle.ts'
export type { HeldStudy } from './store/holdings.ts'
export type { PlacedInstance, StoredInstance } from './store/instances.ts'
export type { PatientIdentity, SeriesOverview, StudyOverview } from './store/studies.ts'
export type { ArchiveTables } from './tables.ts'

export interface Archive {
  readonly module: Module
  readonly ingest: Ingest
  /** C-STORE alone, for what we fetch ourselves. */
  readonly store: StoreScp
  /** What the archive does for devices. */
  readonly services: ArchiveServices
  /** One page of an answer. */
  find(query: Query, wants?: Wants): Promise<FoundPage>
  /** The whole answer, read as it is asked for. */
  findAll(query: Omit<Query, 'limit' | 'after'>, wants?: Wants): AsyncIterable<Found>
  studiesOfPatient(identity: studies.PatientIdentity): Promise<studies.StudyOverview[]>
  study(id: string): Promise<studies.StudyOverview | undefined>
  studyByUid(studyUid: string): Promise<HeldStudy | undefined>
  /** How many Instances of each Study are here. */
  countsOfStudies(studyUids: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Which of these Instances are here. */
  heldInstances(instanceUids: readonly string[]): Promise<ReadonlySet<string>>
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
  /** Without it, nobody may query or retrieve. */
  readonly peers?: Peers
  /** What we call ourselves. */
  readonly aeTitle?: () => string
}

export function createArchive(options: ArchiveOptions): Archive {
  const { db, ingestDb, blobs, clock, log, peers = nobody, aeTitle = () => 'FILMJACKET' } = options
  const settling = createSettling({ db, blobs, clock, log })
  const ingest = createIngest({ db: ingestDb, blobs, clock, log, stored: (studyId) => settling.touched(studyId) })
  const indexed = () => ingest.indexed()
  const commitments = createCommitments({ db, clock, peers, aeTitle, indexed })
  const queryRetrieve = createQueryRetrieve({ db, blobs, log, peers, aeTitle, indexed })
  const store = storeScp(ingest)
  return {
    module: moduleOf({ name: 'archive', migrations, jobs: [mountJobs(settling, jobs), mountJobs(commitments, commitmentJobs)] }),
    ingest,
    store,
    services: {
      store, find: findScp(queryRetrieve), move: moveScp(queryRetrieve), get: getScp(queryRetrieve),
      commit: commitScp(commitments, log),
    },
    async find(query, wants) {
      await ingest.indexed()
      return find(db, query, wants)
    },
    async *findAll(query, wants) {
      await ingest.indexed()
      yield* findAll(db, query, wants)
    },
    async studiesOfPatient(identity) {
      await ingest.indexed()
      return studies.studiesOfPatient(db, identity)
    },
    study: (id) => studies.studyOverview(db, id),
    studyByUid: (studyUid) => studyByUid(db, studyUid),
    async countsOfStudies(studyUids) {
      await ingest.indexed()
      return countsOfStudies(db, studyUids)
    },
    async heldInstances(instanceUids) {
      await ingest.indexed()
      return heldInstances(db, instanceUids)
    },
    isSettled: (studyUid) => studies.isSettled(db, studyUid),
    patientOf: (studyId) => studies.patientOfStudy(db, studyId),
    seriesOf: (studyId) => studies.seriesOfStudy(db, studyId),
    previewOf: (studyId, seriesId) => studies.previewOf(db, studyId, seriesId),
    async instancesOf(studyId) {
      await ingest.indexed()
      return instancesOfStudy(db, studyId)
    },
    recover: () => recover(db, blobs, ingest, log),
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
function recover(db: Kysely<ArchiveTables>, blobs: Blobs, ingest: Ingest, log: Log): Promise<number> {
  return blobs.recover(async (place, note, bytes) => {
    const { kind, origin } = note as { kind?: string; origin: Origin }
    if (kind !== 'instance' || (await isRemoved(db, place))) return
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
