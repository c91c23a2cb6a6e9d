/**
 * A patient's wish to have an exam as a file, from the click to the last byte.
 *
 * ```
 * queued -> retrieving -> ready -> expired
 *    \__________\___________\___-> cancelled, failed, removed
 * ```
 *
 * Somebody else's request, and one that never was, look alike.
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import type { Clock, Instant } from '../../platform/server/clock.ts'
import type { Served } from '../../platform/server/http/serve-extents.ts'
import { newId } from '../../platform/server/ids.ts'
import { enqueue } from '../../platform/server/jobs.ts'
import { tell } from '../../platform/server/live.ts'
import type { Grants, Opened } from '../grants/index.ts'
import type { Packages } from '../packaging/index.ts'
import type { NewRequest, RequestState } from './contract.ts'
import { DOWNLOAD_LIMIT, QUEUE_LIMIT } from './limits.ts'
import { PREPARE_REQUEST } from './prepare.ts'
import * as store from './store.ts'
import type { RequestRow } from './tables.ts'

export type Created =
  | { readonly kind: 'created'; readonly request: RequestRow }
  | { readonly kind: 'queue-full'; readonly limit: number }
  | { readonly kind: 'download-limit'; readonly limit: number }
  | { readonly kind: 'not-yours' }

export type File =
  | { readonly kind: 'file'; readonly served: Served }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-ready'; readonly state: RequestState }
  | { readonly kind: 'gone' }

export interface Requests {
  create(caller: AccountCaller, wish: NewRequest, language: string): Promise<Created>
  /** Newest first. */
  all(caller: AccountCaller): Promise<readonly RequestRow[]>
  ofStudy(caller: AccountCaller, studyId: string): Promise<readonly RequestRow[]>
  one(caller: AccountCaller, id: string): Promise<RequestRow | undefined>
  file(caller: AccountCaller, id: string): Promise<File>
  /** Cancels what waits, removes what is ready. @returns false if there is no such request. */
  remove(caller: AccountCaller, id: string): Promise<boolean>
}

export interface RequestsOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly grants: Grants
  readonly packages: Packages
}

/** A history of more than this is read nowhere. */
const HISTORY = 200

export function createRequests(options: RequestsOptions): Requests {
  const { db } = options
  const one = (caller: AccountCaller, id: string) => requestOf(options, caller, id)
  return {
    one,
    create: (caller, wish, language) => create(options, caller, wish, language),
    all: async ({ accountId }) => (await store.requestsOfAccount(db, accountId, HISTORY)).map((row) => asOfNow(row, options.clock)),
    ofStudy: async ({ accountId }, studyId) =>
      (await store.requestsOfStudy(db, accountId, studyId)).map((row) => asOfNow(row, options.clock)),
    file: async (caller, id) => fileOf(options, await one(caller, id)),
    remove: async (caller, id) => remove(options, caller, await one(caller, id)),
  }
}

async function requestOf({ db, clock }: RequestsOptions, caller: AccountCaller, id: string): Promise<RequestRow | undefined> {
  const row = await store.requestById(db, id)
  return row?.account_id === caller.accountId ? asOfNow(row, clock) : undefined
}

/** Time does not wait for the hourly sweep. */
export function asOfNow(row: RequestRow, clock: Clock): RequestRow {
  return isExpired(row, clock.now()) ? { ...row, state: 'expired' } : row
}

export function isExpired({ state, expires_at }: Pick<RequestRow, 'state' | 'expires_at'>, now: Instant): boolean {
  return state === 'ready' && expires_at !== null && now >= expires_at
}

async function create(
  { db, clock, grants }: RequestsOptions, caller: AccountCaller, wish: NewRequest, language: string,
): Promise<Created> {
  const opened = await grants.open(caller, 'download', wish.examId)
  if (opened === undefined) return { kind: 'not-yours' }
  const request = rowOf(caller, wish, opened, language, clock.now())
  return db.transaction().execute(async (tx): Promise<Created> => {
    await store.oneAtATime(tx, caller.accountId)
    const { waiting, ready } = await store.countHeld(tx, caller.accountId, clock.now())
    if (waiting >= QUEUE_LIMIT) return { kind: 'queue-full', limit: QUEUE_LIMIT }
    if (waiting + ready >= DOWNLOAD_LIMIT) return { kind: 'download-limit', limit: DOWNLOAD_LIMIT }
    await store.addRequest(tx, request)
    await audit(tx, {
      action: 'portal.request-created', actor: actorOf(caller), address: null, subject: wish.examId, outcome: 'done',
      detail: { request: request.id, format: wish.format, consent: wish.consent },
    })
    await enqueue(tx, PREPARE_REQUEST, { requestId: request.id })
    await tell(tx, caller.accountId, 'request', { id: request.id })
    return { kind: 'created', request }
  })
}

function rowOf(
  { accountId }: AccountCaller, wish: NewRequest, { grant, study }: Opened, language: string, now: Instant,
): RequestRow {
  return {
    id: newId('req', now), account_id: accountId, grant_id: grant.id, study_id: study.id, format: wish.format,
    state: 'queued', exam_description: study.description, exam_date: study.date,
    accession_number: study.accessionNumber, instances: study.instances, package_id: null, size_bytes: null,
    file_name: null, notify_address: wish.notifyAddress ?? null, language,
    created_at: now, ready_at: null, expires_at: null, downloaded_at: null,
  }
}

async function fileOf({ db, clock, grants, packages }: RequestsOptions, row: RequestRow | undefined): Promise<File> {
  if (row === undefined) return { kind: 'not-found' }
  if (row.state === 'expired' || row.state === 'removed') return { kind: 'gone' }
  if (row.state !== 'ready' || row.package_id === null) return { kind: 'not-ready', state: row.state }
  if (!(await grants.stillOpens(row.grant_id, 'download', row.study_id))) return { kind: 'not-found' }
  const laidOut = await packages.serve(row.package_id)
  if (laidOut === undefined) return { kind: 'gone' }
  const delivered = () => noteDelivered(db, row, clock.now())
  return { kind: 'file', served: { ...laidOut, fileName: row.file_name ?? `images.${row.format}`, delivered } }
}

/** The last byte has left: it is the patient's to keep. */
async function noteDelivered(db: store.Db, row: RequestRow, now: Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await store.noteDownload(tx, row.id, now)
    await audit(tx, {
      action: 'portal.downloaded', actor: row.account_id, address: null, subject: row.study_id, outcome: 'done',
      detail: { request: row.id, format: row.format, bytes: row.size_bytes ?? 0 },
    })
    await tell(tx, row.account_id, 'request', { id: row.id })
  })
}

async function remove(
  { db, packages }: RequestsOptions, caller: AccountCaller, row: RequestRow | undefined,
): Promise<boolean> {
  if (row === undefined) return false
  const moved = await db.transaction().execute(async (tx) => {
    const gone = await store.move(tx, row.id, ['queued', 'retrieving'], 'cancelled')
      ?? await store.move(tx, row.id, ['ready'], 'removed')
    if (gone === undefined) return undefined
    await audit(tx, {
      action: `portal.request-${gone.state}`, actor: actorOf(caller), address: null, subject: gone.study_id,
      outcome: 'done', detail: { request: gone.id },
    })
    await tell(tx, caller.accountId, 'request', { id: gone.id })
    return gone
  })
  if (moved?.package_id != null) await packages.remove(moved.package_id)
  return true
}
