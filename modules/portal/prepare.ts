/**
 * From `queued` to `ready`: what jobs do for a request.
 *
 * What is here is packed at once. Where a PACS has more, a second job fetches it, in one of few lanes, so that nobody
 * whose images are here waits behind somebody's slow PACS. Lanes are rows, not queues of the job library: what a crash
 * leaves in them is known by its silence.
 *
 * @module
 */
import { MINUTE_MS, SECOND_MS, type Clock } from '../../platform/server/clock.ts'
import { enqueue, type Wish } from '../../platform/server/jobs.ts'
import { tell } from '../../platform/server/live.ts'
import { isLanguage, type Settings } from '../../platform/server/settings/index.ts'
import type { Archive } from '../archive/index.ts'
import { packageName, type Package, type Packages } from '../packaging/index.ts'
import { bringHome, holdingsOf, IncompleteError } from './bring-home.ts'
import type { Failure } from './contract.ts'
import type { Naming } from './friendly.ts'
import { noticeLater } from './notice.ts'
import { endOf } from './settings.ts'
import type { ExamSource, ExamSources } from './sources.ts'
import * as requests from './store/requests.ts'
import * as work from './store/work.ts'
import type { RequestRow } from './tables.ts'
import { tellWaiting } from './telling.ts'
import { ALIVE_MS, watchOver, type Watch } from './watch.ts'

export const PREPARE_REQUEST = { kind: 'portal.prepare-request', attempts: 5 }
export const FETCH_REQUEST = { kind: 'portal.fetch-request', attempts: 5 }

/** So many exams are fetched at a time. */
const FETCH_LANES = 2
/** When to look again for a free lane. */
const LANE_PAUSE_MS = 2 * SECOND_MS
/** What was cut off or failed more often would be so again. */
export const SETBACKS_MAX = 5
/** A job that was asked for, or failed and comes back, is lost if it has not begun after this time. */
export const LOST_MS = 10 * MINUTE_MS

export interface Work {
  readonly signal: AbortSignal
  readonly isLastTry: boolean
}

export interface Preparing {
  /** Looks first: a request that is not waiting any more is left alone. */
  prepare(requestId: string, context: Work): Promise<void>
  /** The same, bringing home first what only a PACS has. */
  fetch(requestId: string, context: Work): Promise<void>
}

export interface PreparingOptions {
  readonly db: requests.Db
  readonly clock: Clock
  readonly archive: Archive
  readonly packages: Packages
  readonly settings: Settings
  readonly sources: ExamSources
  readonly naming: Naming
  /** Where the page is, for links in mails. */
  readonly publicUrl: string
}

export function createPreparing(options: PreparingOptions): Preparing {
  return {
    prepare: (requestId, context) => workOn(options, requestId, context, handOver),
    fetch: (requestId, context) => workOn(options, requestId, context, fetchInLane),
  }
}

/** A waiting job of the same request is replaced, not doubled. */
export function wishFor({ id }: Pick<RequestRow, 'id'>): Wish {
  return { key: `portal:${id}` }
}

/** What to do where a PACS has more than we. @returns whether the request can be packed now. */
type Missing = (options: PreparingOptions, row: RequestRow, source: ExamSource, watch: Watch) => Promise<boolean>

async function workOn(options: PreparingOptions, requestId: string, context: Work, missing: Missing): Promise<void> {
  const { db, clock } = options
  const row = await work.begin(db, requestId, clock.now() + ALIVE_MS)
  if (row === undefined) return
  const watch = watchOver(db, clock, row, context.signal)
  try {
    await prepare(options, row, watch, missing)
  } catch (error) {
    if (watch.cancelled) return
    // The process ends: who runs next takes it up.
    if (context.signal.aborted) throw error
    const after = await work.setBack(db, row.id, clock.now() + LOST_MS)
    const isLast = context.isLastTry || (after?.setbacks ?? 0) >= SETBACKS_MAX
    if (isLast) await giveUp(options, row.id, error instanceof IncompleteError ? error.failure : 'internal')
    throw error
  } finally {
    watch.stop()
  }
}

async function prepare(options: PreparingOptions, row: RequestRow, watch: Watch, missing: Missing): Promise<void> {
  const { archive, sources } = options
  const { known, lost } = await holdingsOf(archive, row.study_id)
  const here = known - lost.length
  const compared = await sources.compare(row.study_id, watch.signal)
  const [best] = compared.sources.toSorted((a, b) => b.instances - a.instances)
  if (best !== undefined && best.instances > (lost.length > 0 ? 0 : here)) {
    const started = await startFetching(options, row, Math.max(best.instances, known), here)
    if (!started || !(await missing(options, row, best, watch))) return
  }
  await pack(options, row, { maybePartial: compared.unanswered > 0, signal: watch.signal })
}

async function startFetching({ db }: PreparingOptions, row: RequestRow, instances: number, here: number): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const started = await work.startFetching(tx, row.id, instances, here)
    if (started !== undefined) await tell(tx, row.account_id, 'request', { id: row.id })
    return started !== undefined
  })
}

/** To those that fetch, without holding up those that need not. */
async function handOver({ db, clock }: PreparingOptions, row: RequestRow): Promise<boolean> {
  await db.transaction().execute(async (tx) => {
    await work.begin(tx, row.id, clock.now() + LOST_MS)
    await enqueue(tx, FETCH_REQUEST, { requestId: row.id }, wishFor(row))
  })
  return false
}

/** As many as there are lanes, and each exam once; who finds none free looks again a little later. */
async function fetchInLane(options: PreparingOptions, row: RequestRow, source: ExamSource, watch: Watch): Promise<boolean> {
  const { db, clock } = options
  if (await work.takeLane(db, row, FETCH_LANES)) {
    await bringHome(options, row.study_id, source, watch)
    return true
  }
  const again = { ...wishFor(row), runAt: clock.now() + LANE_PAUSE_MS }
  await db.transaction().execute(async (tx) => {
    const waits = await work.begin(tx, row.id, clock.now() + LOST_MS)
    if (waits !== undefined) await enqueue(tx, FETCH_REQUEST, { requestId: row.id }, again)
  })
  return false
}

async function pack(options: PreparingOptions, row: RequestRow, { maybePartial, signal }: { readonly maybePartial: boolean; readonly signal: AbortSignal }): Promise<void> {
  const { archive, packages } = options
  const study = await archive.study(row.study_id)
  const prepared = await packages.prepare(row.study_id, row.format, { signal, ...(isLanguage(row.language) ? { language: row.language } : {}) })
  if (study === undefined || prepared.kind !== 'made') return giveUp(options, row.id, prepared.kind === 'missing' ? 'missing' : 'empty')
  const { made } = prepared
  const fileName = packageName({ ...study, description: await options.naming.ofStudy(study) }, row.format)
  if (!(await markReady(options, row, made, { fileName, maybePartial }))) await packages.remove(made.id)
}

/** @returns false if the request was cancelled while the package was made. */
async function markReady(
  { db, clock, settings, publicUrl }: PreparingOptions, request: RequestRow, made: Package,
  told: Pick<requests.Ready, 'fileName' | 'maybePartial'>,
): Promise<boolean> {
  const readyAt = clock.now()
  const { id: packageId, instances, sizeBytes, profile, label } = made
  const ready = { ...told, packageId, instances, sizeBytes, profile, label, readyAt, expiresAt: endOf(settings, readyAt) }
  return db.transaction().execute(async (tx) => {
    const row = await requests.markReady(tx, request.id, ready)
    if (row === undefined) return false
    await tell(tx, row.account_id, 'request', { id: row.id })
    await tellWaiting(tx)
    await noticeLater(tx, settings, row, publicUrl)
    return true
  })
}

/** Tells that it did not work. */
export async function giveUp({ db, clock }: Pick<PreparingOptions, 'db' | 'clock'>, requestId: string, failure: Failure): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await requests.fail(tx, requestId, failure, clock.now())
    if (row === undefined) return
    await tell(tx, row.account_id, 'request', { id: row.id })
    await tellWaiting(tx)
  })
}
