/**
 * DICOMweb: searches, images, and storing them, over HTTP. PS3.18. NET-25.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import type { Blobs } from '../../../platform/server/blobs/index.ts'
import type { Clock } from '../../../platform/server/clock.ts'
import { mount } from '../../../platform/server/http/route.ts'
import { moduleOf, type Module } from '../../../platform/server/module.ts'
import type { Ingest } from '../ingest.ts'
import { createRemove } from '../removal.ts'
import { STUDY_SETTLED } from '../settle.ts'
import type { ArchiveTables } from '../tables.ts'
import { createMetadata } from './metadata.ts'
import { createOpening } from './opening.ts'
import { pictureRoutes } from './picture-routes.ts'
import { DICOM_WEB_ORIGINS } from './origins.ts'
import { createPixels } from './pixels.ts'
import { removeRoutes } from './remove-routes.ts'
import type { ImageRights } from './rights.ts'
import { routes } from './routes.ts'
import { searchRoutes } from './search-routes.ts'
import { ROOT } from './service.ts'
import { storeRoutes } from './store-routes.ts'
import { wadoUri } from './wado-uri.ts'

export { DICOM_WEB_ORIGINS, isTrustedOrigin } from './origins.ts'
export type { ImageAction, ImageRights } from './rights.ts'
export { ROOT as DICOM_WEB_ROOT } from './service.ts'

export interface DicomWebOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Blobs
  readonly ingest: Ingest
  readonly clock: Clock
  readonly rights: ImageRights
  /** How the site is usually reached. */
  readonly publicUrl: () => string
}

/** Its tables are the archive's. */
export function createDicomWeb(options: DicomWebOptions): Module {
  const { db, blobs, clock, publicUrl } = options
  const metadata = createMetadata(db, () => `${publicUrl()}${ROOT}`)
  const service = {
    ...options, opening: createOpening(options), metadata, pixelsOf: createPixels(db, blobs), remove: createRemove(db, clock),
  }
  return moduleOf({
    name: 'dicom-web',
    settings: [DICOM_WEB_ORIGINS],
    routes: [mount(service, [...searchRoutes, ...routes, ...pictureRoutes, ...storeRoutes, ...removeRoutes, wadoUri])],
    watches: [{ event: STUDY_SETTLED, run: (studyId) => metadata.prepare(studyId) }],
  })
}
