/**
 * From `queued` to `ready`, and in the end to `expired`: what jobs do for a request.
 *
 * @module
 */
import type { Clock } from '../../platform/server/clock.ts'
import { tell } from '../../platform/server/live.ts'
import { mailLater } from '../../platform/server/notify/mail.ts'
import type { Archive } from '../archive/index.ts'
import { packageName, type Package, type Packages } from '../packaging/index.ts'
import { LIFETIME_MS } from './limits.ts'
import { readyMail } from './notice.ts'
import * as store from './store.ts'
import type { RequestRow } from './tables.ts'

export const PREPARE_REQUEST = { kind: 'portal.prepare-request', attempts: 5 }

export interface Preparing {
  /** Looks first: a request that is not waiting any more is left alone. */
  prepare(requestId: string): Promise<void>
  /** Tells the patient that it did not work. */
  giveUp(requestId: string): Promise<void>
  expire(): Promise<void>
}

export interface PreparingOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly archive: Archive
  readonly packages: Packages
  /** Where the page is, for links in mails. */
  readonly publicUrl: string
}

export function createPreparing(options: PreparingOptions): Preparing {
  return {
    prepare: (requestId) => prepare(options, requestId),
    giveUp: (requestId) => giveUp(options, requestId),
    expire: () => expire(options),
  }
}

async function prepare(options: PreparingOptions, requestId: string): Promise<void> {
  const { db, archive, packages } = options
  const request = await store.requestById(db, requestId)
  if (request?.state !== 'queued' && request?.state !== 'retrieving') return
  const study = await archive.study(request.study_id)
  const made = await packages.prepare(request.study_id, request.format)
  if (study === undefined || made === null) return giveUp(options, requestId)
  if (!(await markReady(options, request, made, packageName(study, request.format)))) await packages.remove(made.id)
}

/** @returns false if the request was cancelled while the package was made. */
async function markReady(
  { db, clock, publicUrl }: PreparingOptions, request: RequestRow, made: Package, fileName: string,
): Promise<boolean> {
  const readyAt = clock.now()
  const { id: packageId, instances, sizeBytes } = made
  const ready = { packageId, instances, sizeBytes, fileName, readyAt, expiresAt: readyAt + LIFETIME_MS }
  return db.transaction().execute(async (tx) => {
    const row = await store.markReady(tx, request.id, ready)
    if (row === undefined) return false
    await tell(tx, row.account_id, 'request', { id: row.id })
    if (row.notify_address !== null) await mailLater(tx, readyMail(row, row.notify_address, publicUrl))
    return true
  })
}

async function giveUp({ db }: PreparingOptions, requestId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await store.move(tx, requestId, ['queued', 'retrieving'], 'failed')
    if (row !== undefined) await tell(tx, row.account_id, 'request', { id: row.id })
  })
}

async function expire({ db, clock, packages }: PreparingOptions): Promise<void> {
  const expired = await db.transaction().execute(async (tx) => {
    const rows = await store.expire(tx, clock.now())
    for (const row of rows) await tell(tx, row.account_id, 'request', { id: row.id })
    return rows
  })
  for (const { package_id } of expired) if (package_id !== null) await packages.remove(package_id)
}
