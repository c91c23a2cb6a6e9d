/**
 * A person's wish to have an exam as a file, from the click to the last byte.
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
import type { AccountCaller, Caller } from '../../platform/server/auth/caller.ts'
import type { Clock, Instant } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import { enqueue } from '../../platform/server/jobs.ts'
import { tell, type Live } from '../../platform/server/live.ts'
import type { NoteLook } from '../../platform/server/looks.ts'
import type { Language, Settings } from '../../platform/server/settings/index.ts'
import type { Grants, Opened } from '../grants/index.ts'
import type { Packages } from '../packaging/index.ts'
import type { Door, NewRequest, NotifyChange } from './contract.ts'
import { fileOf, type Fetching, type File } from './file.ts'
import type { Naming } from './friendly.ts'
import { noticeLater } from './notice.ts'
import { LOST_MS, PREPARE_REQUEST, wishFor } from './prepare.ts'
import { standingOf, type Standing } from './standing.ts'
import * as store from './store/requests.ts'
import { tellWaiting } from './telling.ts'
import type { RequestRow } from './tables.ts'

/** A request with its place among all that wait; null once it does not wait. */
export interface Placed {
  readonly row: RequestRow
  readonly position: number | null
}

export type Created =
  | { readonly kind: 'created'; readonly request: Placed }
  | { readonly kind: Exclude<Door, 'open'>; readonly standing: Standing }
  | { readonly kind: 'not-yours' }

export interface Requests {
  create(caller: AccountCaller, wish: NewRequest, language: Language): Promise<Created>
  /** Newest first. */
  all(caller: AccountCaller): Promise<readonly Placed[]>
  ofStudy(caller: AccountCaller, studyId: string): Promise<readonly Placed[]>
  one(caller: AccountCaller, id: string): Promise<Placed | undefined>
  file(fetching: Fetching, id: string): Promise<File>
  /** Whether, and where, to write when it is ready. Written at once if it has become so meanwhile. */
  notify(caller: AccountCaller, id: string, change: NotifyChange, language: Language): Promise<Placed | undefined>
  /** Cancels what waits, removes what is ready. @returns false if there is no such request. */
  remove(caller: AccountCaller, id: string): Promise<boolean>
  standing(caller: AccountCaller): Promise<Standing>
  /** Somebody ended a grant: what was asked for on it is not prepared, nor kept. */
  endOfGrant(grantId: string): Promise<void>
}

export interface RequestsOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly grants: Grants
  readonly packages: Packages
  readonly settings: Settings
  readonly live: Pick<Live, 'follow'>
  readonly looks: NoteLook
  readonly naming: Naming
  readonly publicUrl: string
}

const SYSTEM: Caller = { kind: 'anonymous' }

/** A history of more than this is read nowhere. */
const HISTORY = 200

export function createRequests(options: RequestsOptions): Requests {
  const { db, clock, settings } = options
  const own = async (caller: AccountCaller, id: string) => {
    const row = await store.requestById(db, id)
    return row?.account_id === caller.accountId ? asOfNow(row, clock) : undefined
  }
  const one = async (caller: AccountCaller, id: string) => placed(db, clock, await own(caller, id))
  return {
    one,
    create: (caller, wish, language) => create(options, caller, wish, language),
    all: async ({ accountId }) => allPlaced(db, clock, await store.requestsOfAccount(db, accountId, HISTORY)),
    ofStudy: async ({ accountId }, studyId) => allPlaced(db, clock, await store.requestsOfStudy(db, accountId, studyId)),
    file: async (fetching, id) => fileOf(options, await own(fetching.caller, id), fetching),
    async notify(caller, id, change, language) {
      const row = await own(caller, id)
      if (row === undefined) return undefined
      await notify(options, row, change, language)
      return one(caller, id)
    },
    async remove(caller, id) {
      const row = await own(caller, id)
      if (row !== undefined) await endRequest(options, caller, row)
      return row !== undefined
    },
    standing: ({ accountId }) => standingOf(db, settings, accountId, clock.now()),
    async endOfGrant(grantId) {
      for (const row of await store.requestsOfGrant(db, grantId)) await endRequest(options, SYSTEM, row)
    },
  }
}

/** Time does not wait for the hourly sweep. */
export function asOfNow(row: RequestRow, clock: Clock): RequestRow {
  return isExpired(row, clock.now()) ? { ...row, state: 'expired', ended_at: row.expires_at } : row
}

export function isExpired({ state, expires_at }: Pick<RequestRow, 'state' | 'expires_at'>, now: Instant): boolean {
  return state === 'ready' && expires_at !== null && now >= expires_at
}

export async function allPlaced(db: store.Db, clock: Clock, rows: readonly RequestRow[]): Promise<readonly Placed[]> {
  const waits = rows.some(({ state }) => store.WAITING.includes(state))
  const places = new Map(waits ? (await store.waiting(db)).map(({ id, position }) => [id, position]) : [])
  return rows.map((row) => ({ row: asOfNow(row, clock), position: places.get(row.id) ?? null }))
}

async function placed(db: store.Db, clock: Clock, row: RequestRow | undefined): Promise<Placed | undefined> {
  return row && (await allPlaced(db, clock, [row]))[0]
}

async function create(
  { db, clock, grants, settings, naming }: RequestsOptions, caller: AccountCaller, wish: NewRequest, language: Language,
): Promise<Created> {
  const opened = await grants.open(caller, 'download', wish.examId)
  if (opened === undefined) return { kind: 'not-yours' }
  const asShown = { ...opened, study: { ...opened.study, description: await naming.ofStudy(opened.study) } }
  const row = await db.transaction().execute(async (tx): Promise<RequestRow | Exclude<Created, { kind: 'created' }>> => {
    await store.oneAtATime(tx, caller.accountId)
    const standing = await standingOf(tx, settings, caller.accountId, clock.now())
    if (standing.door !== 'open') return { kind: standing.door, standing }
    const added = await store.addRequest(tx, rowOf(caller, wish, asShown, wish.language ?? language, clock.now()))
    await audit(tx, {
      action: 'portal.request-created', actor: actorOf(caller), address: null, subject: wish.examId, outcome: 'done',
      detail: { request: added.id, format: wish.format, consent: wish.consent },
    })
    await enqueue(tx, PREPARE_REQUEST, { requestId: added.id }, wishFor(added))
    await tell(tx, caller.accountId, 'request', { id: added.id })
    return added
  })
  if ('kind' in row) return row
  return { kind: 'created', request: (await placed(db, clock, row)) ?? { row, position: null } }
}

function rowOf(
  { accountId }: AccountCaller, wish: NewRequest, { grant, study }: Opened, language: Language, now: Instant,
): store.NewRow {
  return {
    id: newId('req', now), account_id: accountId, grant_id: grant.id, study_id: study.id, format: wish.format,
    state: 'queued', exam_description: study.description, exam_date: study.date,
    accession_number: study.accessionNumber, instances: study.instances, fetched: study.instances, failure: null,
    maybe_partial: false, package_id: null, size_bytes: null, file_name: null, notify_address: wish.notifyAddress ?? null,
    language, created_at: now, alive_until: now + LOST_MS, setbacks: 0, media_profile: null, disc_label: [],
  }
}

async function notify(
  { db, settings, publicUrl }: RequestsOptions, row: RequestRow, change: NotifyChange, language: Language,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const now = await store.setNotice(tx, row.id, change.notifyAddress, change.language ?? language)
    if (now?.state === 'ready') await noticeLater(tx, settings, now, publicUrl)
    if (now !== undefined) await tell(tx, row.account_id, 'request', { id: row.id })
  })
}

/** Cancels what waits, removes what is ready; what is over already stays as it is. */
export async function endRequest(
  { db, packages, clock }: Pick<RequestsOptions, 'db' | 'packages' | 'clock'>, caller: Caller, row: RequestRow,
): Promise<void> {
  const ended = await db.transaction().execute(async (tx) => {
    const gone = await store.end(tx, row.id, store.WAITING, 'cancelled', clock.now())
      ?? await store.end(tx, row.id, ['ready'], 'removed', clock.now())
    if (gone === undefined) return undefined
    await audit(tx, {
      action: `portal.request-${gone.state}`, actor: actorOf(caller), address: null, subject: gone.study_id,
      outcome: 'done', detail: { request: gone.id },
    })
    await tell(tx, row.account_id, 'request', { id: gone.id })
    if (gone.state === 'cancelled') await tellWaiting(tx)
    return gone
  })
  if (ended?.package_id != null) await packages.remove(ended.package_id)
}
