import type { BlobId } from '@filmjacket/bytes'
import type { StoreScp } from '@filmjacket/dicom-net'
import type { Kysely } from 'kysely'
import type { Blobs } from '../../platform/server/blobs/index.ts'
import type { Clock, Instant } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import { mountJobs } from '../../platform/server/jobs.ts'
import type { Log } from '../../platform/server/log.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import { createCommitments } from './commitment.ts'
import { asCorrected } from './correction/leaving.ts'
import { commitScp, findScp, getScp, moveScp, storeScp, type ArchiveServices } from './dimse.ts'
import { find, findPages, type Found, type FoundPage, type Wants } from './find.ts'
import { createIngest, type Ingest } from './ingest.ts'
import { commitmentJobs, jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { noteAllOmitted } from './note-omitted.ts'
import type { Origin } from './origin.ts'
import { nobody, type Peers } from './peers.ts'
import { createQuarantine, type Quarantine } from './quarantine/cases.ts'
import { createHolding } from './quarantine/holding.ts'
import { quarantineJobs } from './quarantine/jobs.ts'
import { quarantineRoutes } from './quarantine/routes.ts'
import { createRejections } from './quarantine/rejection.ts'
import { limitsOf, policyOf, quarantineSettings, REJECTION_NOTES } from './quarantine/settings.ts'
import { createQueryRetrieve } from './query-retrieve.ts'
import type { Query } from './query.ts'
import { areLacking, lackingOfStudy } from './scrub/lacking.ts'
import { createSettling, type Settling } from './settle.ts'
import { arrivalOf, countsOfStudies, heldInstances, idsOfStudies, studyByUid, type Arrival, type HeldStudy } from './store/holdings.ts'
import { instancesOfStudy, type StoredInstance } from './store/instances.ts'
import { isRemoved } from './store/removal.ts'
import { similarWord } from './store/similar-names.ts'
import * as expectations from './store/expectations.ts'
import * as studies from './store/studies.ts'
import type { ArchiveTables, PreviewRow } from './tables.ts'

export { fileOf, headerOf, objectOf, storedFileOf } from './content.ts'
export {
  createDicomWeb, DICOM_WEB_ORIGINS, DICOM_WEB_ROOT, isTrustedOrigin, type DicomWebOptions, type ImageAction, type ImageRights,
} from './dicomweb/index.ts'
export { scannedPixels } from './dicomweb/scanned-pixels.ts'
export type { ArchiveServices } from './dimse.ts'
export type { Found, FoundInstance, FoundPage, FoundPatient, FoundSeries, FoundStudy, Wants } from './find.ts'
export { describedAsExplicit, formsOf, inForm, type Form } from './form.ts'
export { lent } from './lent.ts'
export type { Ingest, Ingested } from './ingest.ts'
export { createKeeping, type KeepingOptions } from './keeping.ts'
export type { StorageStanding } from './scrub/storage.ts'
export { STUDY_CORRECTED } from './correction/corrections.ts'
export { checkBlob, type Soundness } from './scrub/check-blob.ts'
export type { FetchAgain } from './scrub/fetch-again.ts'
export {
  attributes, foldedName, readKey, readQuery, type Attribute, type Filter, type KeyOptions, type Level, type Match, type Order, type Query,
  type ReadKey, type ReadQuery,
} from './query.ts'
export type { Origin } from './origin.ts'
export type { Destination, PeerRights, Peers } from './peers.ts'
export { STUDY_SETTLED } from './settle.ts'
export type { Expectation } from './store/expectations.ts'
export type { Arrival, HeldStudy } from './store/holdings.ts'
export type { PlacedInstance, StoredInstance } from './store/instances.ts'
export type { PatientIdentity, SeriesOverview, SeriesPreview, StudyOverview } from './store/studies.ts'
export type { ArchiveTables } from './tables.ts'
export { createUpload, type UploadOptions } from './upload/index.ts'
export { createChangeFeed, type ChangeFeedOptions } from './changes/index.ts'
export { createLabelling, type Labels } from './labels/index.ts'

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
  /** The word of all patients' names that resembles this one most; null if none does. */
  similarWord(word: string): Promise<string | null>
  studiesOfPatient(identity: studies.PatientIdentity): Promise<studies.StudyOverview[]>
  study(id: string): Promise<studies.StudyOverview | undefined>
  studyByUid(studyUid: string): Promise<HeldStudy | undefined>
  /** How many Instances of each Study are here, with a sound file. */
  countsOfStudies(studyUids: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** What of a Study decides where it goes by itself. */
  arrivalOf(studyId: string): Promise<Arrival | undefined>
  /** Our id of each Study that is here. */
  idsOfStudies(studyUids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Which of these Instances are here, with a sound file. */
  heldInstances(instanceUids: readonly string[]): Promise<ReadonlySet<string>>
  /** Whether a Study with this UID is here and nothing of it is on its way. */
  isSettled(studyUid: string): Promise<boolean>
  patientOf(studyId: string): Promise<studies.PatientIdentity | undefined>
  seriesOf(studyId: string): Promise<studies.SeriesOverview[]>
  previewOf(studyId: string, seriesId?: string): Promise<PreviewRow | undefined>
  previewsOf(studyId: string): Promise<studies.SeriesPreview[]>
  /** When an Instance of a Study last came, went or was corrected. */
  changedAt(studyId: string): Promise<Instant | undefined>
  /** As they leave. */
  instancesOf(studyId: string): Promise<readonly StoredInstance[]>
  /** What is kept until a person has decided. */
  readonly quarantine: Quarantine
  /** Whose Studies will be that have not arrived: the guard against wrong patients asks here too. */
  readonly expectations: typeof expectations
  /** Whether any of these files was taken from the disk, or is known to be damaged; administrators are told. */
  areLacking(ids: readonly BlobId[]): Promise<boolean>
  /** SOP Instance UIDs of what of a Study has no sound file any more. Looks for each, and reads what came back in place of one. */
  lackingOfStudy(studyId: string): Promise<readonly string[]>
  /** Brings rows up to what a crash left in the blob store. Call it before anything else is let in. */
  recover(): Promise<number>
  /** Every blob's name, in order. */
  blobs(): AsyncIterable<BlobId>
  countBlobs(): Promise<number>
  /** Something of this Study is told otherwise than before: it is settled anew when it is quiet. */
  touched(studyId: string): void
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
  /** What the site has set; without it, defaults hold. */
  readonly settings?: Pick<Settings, 'value'>
}

export function createArchive(options: ArchiveOptions): Archive {
  const { db, ingestDb, blobs, clock, log, peers = nobody, aeTitle = () => 'FILMJACKET', settings } = options
  const rejections = createRejections({
    db, clock, isOn: () => settings?.value(REJECTION_NOTES) ?? REJECTION_NOTES.default, changed: (studyId) => settling.touched(studyId),
  })
  const settling: Settling = createSettling({ db, blobs, clock, log, rejections })
  const limits = () => limitsOf(settings)
  const holding = createHolding(db, clock, limits)
  const ingest = createIngest({
    db: ingestDb, blobs, clock, log, holding, policy: () => policyOf(settings), stored: (studyId) => settling.touched(studyId), rejections,
  })
  const indexed = () => ingest.indexed()
  const quarantine = createQuarantine({ db, blobs, clock, ingest, limits })
  const commitments = createCommitments({ db, clock, peers, aeTitle, indexed })
  const queryRetrieve = createQueryRetrieve({ db, blobs, log, peers, aeTitle, indexed })
  const store = storeScp(ingest, log)
  return {
    module: moduleOf({
      name: 'archive', migrations, settings: quarantineSettings, routes: [mount({ quarantine }, quarantineRoutes)],
      jobs: [mountJobs(settling, jobs), mountJobs(commitments, commitmentJobs), mountJobs(quarantine, quarantineJobs)],
    }),
    ingest, quarantine, store, expectations,
    services: {
      store, find: findScp(queryRetrieve), move: moveScp(queryRetrieve), get: getScp(queryRetrieve),
      commit: commitScp(commitments, log),
    },
    ...answers(db, blobs, ingest),
    async recover() {
      const recovered = await recover(db, blobs, ingest)
      await noteAllOmitted(db, blobs)
      return recovered
    },
    areLacking: (ids) => areLacking({ db, blobs, clock, log }, ids),
    lackingOfStudy: (studyId) => lackingOfStudy({ db, blobs, clock, log }, studyId),
    blobs: () => allBlobs(db),
    countBlobs: () => studies.countBlobs(db),
    touched: (studyId) => settling.touched(studyId),
    async settleTouched() {
      await indexed()
      await settling.askNow()
    },
    close() {
      ingest.close()
      settling.close()
    },
  }
}

/** What is asked of rows. */
function answers(db: Kysely<ArchiveTables>, blobs: Blobs, ingest: Ingest) {
  /** What a sender was told of is in what it asks for next. */
  const whenIndexed = <Asked extends unknown[], Answer>(query: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      await ingest.indexed()
      return query(...asked)
    }
  return {
    find: whenIndexed((query: Query, wants?: Wants) => find(db, query, wants)),
    async *findAll(query: Omit<Query, 'limit' | 'after'>, wants?: Wants) {
      await ingest.indexed()
      for await (const page of findPages(db, query, wants)) yield* page
    },
    similarWord: whenIndexed((word: string) => similarWord(db, word)),
    studiesOfPatient: whenIndexed((identity: studies.PatientIdentity) => studies.studiesOfPatient(db, identity)),
    study: (id: string) => studies.studyOverview(db, id),
    studyByUid: (studyUid: string) => studyByUid(db, studyUid),
    countsOfStudies: whenIndexed((studyUids: readonly string[]) => countsOfStudies(db, studyUids)),
    arrivalOf: whenIndexed((studyId: string) => arrivalOf(db, studyId)),
    idsOfStudies: (studyUids: readonly string[]) => idsOfStudies(db, studyUids),
    heldInstances: whenIndexed((instanceUids: readonly string[]) => heldInstances(db, instanceUids)),
    isSettled: whenIndexed((studyUid: string) => studies.isSettled(db, studyUid)),
    patientOf: (studyId: string) => studies.patientOfStudy(db, studyId),
    seriesOf: (studyId: string) => studies.seriesOfStudy(db, studyId),
    previewOf: (studyId: string, seriesId?: string) => studies.previewOf(db, studyId, seriesId),
    previewsOf: (studyId: string) => studies.previewsOfStudy(db, studyId),
    changedAt: (studyId: string) => studies.changedAt(db, studyId),
    instancesOf: whenIndexed(async (studyId: string) => asCorrected({ db, blobs, reader: 'person' }, studyId, await instancesOfStudy(db, studyId))),
  }
}

/** What cannot be understood any more is held: it must not keep the others, nor the server, from coming up. */
function recover(db: Kysely<ArchiveTables>, blobs: Blobs, ingest: Ingest): Promise<number> {
  return blobs.recover(async (place, note, bytes) => {
    const { kind, origin } = note as { kind?: string; origin: Origin }
    if (kind === 'instance' && !(await isRemoved(db, place))) await ingest.replay({ place, origin, bytes })
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
