import type { Kysely } from 'kysely'
import type { Blobs } from '../../../platform/server/blobs/index.ts'
import type { MediaInput } from '../../../platform/server/http/route.ts'
import { wishesOf, type Wish } from '@filmjacket/dicom-web'
import { asCorrected } from '../correction/leaving.ts'
import type { Ingest } from '../ingest.ts'
import type { Remove } from '../removal.ts'
import { instancesWithin, studyByUid, type InstancePlace, type StudyPlace, type Within } from '../store/dicomweb.ts'
import type { ArchiveTables } from '../tables.ts'
import type { Metadata } from './metadata.ts'
import type { Opening } from './opening.ts'
import type { PixelsOf } from './pixels.ts'
import { noImages } from './problems.ts'
import type { ImageAction, ImageRights } from './rights.ts'

/** Below which all of DICOMweb is. */
export const ROOT = '/dicom-web'

export interface DicomWebService {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Blobs
  readonly ingest: Ingest
  readonly remove: Remove
  readonly rights: ImageRights
  readonly opening: Opening
  readonly metadata: Metadata
  readonly pixelsOf: PixelsOf
}

/** What an address names, from the Study down. */
export interface PlaceParams {
  readonly study: string
  readonly series?: string
  readonly instance?: string
}

type Input<P> = MediaInput<P>

/** @throws Problem if there is no such Study, or the caller may not. */
export async function openStudy(
  { opening }: DicomWebService, input: Input<PlaceParams>, action: ImageAction,
): Promise<StudyPlace> {
  return (await opening(input, action, input.params.study)) ?? noImages()
}

/** Instances at the address; never none. @throws Problem as `openStudy`. */
export async function openInstances(
  service: DicomWebService, input: Input<PlaceParams>, action: ImageAction,
): Promise<readonly [InstancePlace, ...InstancePlace[]]> {
  const study = await openStudy(service, input, action)
  const [first, ...others] = await instancesWithin(service.db, study.id, withinOf(input.params))
  return first === undefined ? noImages() : [first, ...others]
}

/** To send them whole, as they leave. @throws Problem as `openStudy`. */
export async function openFiles(
  service: DicomWebService, input: Input<PlaceParams>,
): Promise<readonly [InstancePlace, ...InstancePlace[]]> {
  const study = await openStudy(service, input, 'download')
  const [first, ...others] = await asCorrected({ ...service, reader: 'person' }, study.id, await instancesWithin(service.db, study.id, withinOf(input.params)))
  return first === undefined ? noImages() : [first, ...others]
}

/** Whole Instances are cut off in their middle when somebody ends the grant; pictures and metadata are soon over. */
export async function untilEnded({ db, rights }: DicomWebService, { caller, params, signal }: Input<PlaceParams>): Promise<AbortSignal | undefined> {
  const study = rights.untilEnded === undefined ? undefined : await studyByUid(db, params.study)
  return study && rights.untilEnded?.(caller, study.id, signal)
}

export function withinOf({ series, instance }: PlaceParams): Within {
  return { seriesUid: series, instanceUid: instance }
}

/** PS3.18 §8.3.3.1: what the query string accepts comes before the header. */
export function wishesIn({ headers, query }: Input<unknown>): readonly Wish[] {
  return wishesOf(headers.accept, query.find(([name]) => name === 'accept')?.[1])
}

export function baseOf({ origin }: Input<unknown>): string {
  return `${origin}${ROOT}`
}
