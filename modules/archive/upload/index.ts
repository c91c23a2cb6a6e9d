/**
 * From a disc, a folder or a phone into the archive, through a browser. ING-30, ING-31.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import type { Clock } from '../../../platform/server/clock.ts'
import { mount } from '../../../platform/server/http/route.ts'
import { moduleOf, type Module } from '../../../platform/server/module.ts'
import type { Settings } from '../../../platform/server/settings/index.ts'
import type { ImageRights } from '../dicomweb/index.ts'
import type { Ingest } from '../ingest.ts'
import { arrivedBy } from './arrived.ts'
import { receiveFiles } from './receiving.ts'
import { reportPage, tableOf } from './report.ts'
import { routes } from './routes.ts'
import type { UploadService } from './service.ts'
import { settings as declared } from './settings.ts'
import type { UploadTables } from './tables.ts'
import { createUploads } from './uploads.ts'

/** Requests of one upload at the same time. A page uses fewer. */
const REQUESTS_MAX = 8

export interface UploadOptions {
  readonly db: Kysely<unknown>
  readonly clock: Clock
  readonly settings: Settings
  readonly ingest: Ingest
  readonly rights: ImageRights
  /** Display name of an account; empty if it is gone. */
  readonly nameOf: (accountId: string) => Promise<string>
}

/** Its tables are the archive's. */
export function createUpload(options: UploadOptions): Module {
  const { clock, settings, ingest, rights, nameOf } = options
  const db = options.db as Kysely<UploadTables>
  const uploads = createUploads({ db, clock, settings, indexed: () => ingest.indexed() })
  const underWay = new Map<string, number>()
  const service: UploadService = {
    uploads, nameOf,
    async receive(upload, peer, files) {
      const { id } = upload
      const others = underWay.get(id) ?? 0
      if (others >= REQUESTS_MAX) return 'busy'
      underWay.set(id, others + 1)
      try {
        const bringing = { uploadId: id, accountId: upload.account_id, peer, fileBytesMax: uploads.fileBytesMax() }
        return await receiveFiles({ db, clock, ingest }, bringing, files)
      } finally {
        const left = (underWay.get(id) ?? 1) - 1
        if (left > 0) underWay.set(id, left)
        else underWay.delete(id)
      }
    },
    arrived: async (caller, id) => {
      await ingest.indexed()
      return arrivedBy(db, rights, caller, id)
    },
    report: (id, outcome, after) => reportPage(db, id, outcome, after),
    table: (id) => tableOf(db, id),
  }
  return moduleOf({ name: 'upload', settings: declared, routes: [mount(service, routes)] })
}
