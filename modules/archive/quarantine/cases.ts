/**
 * What waits for a person: why, what may be done, and doing it. ING-39.
 *
 * A decision is taken for a case, at once and audited; what it means for each image follows as a job, which finds its work in
 * the rows and may be broken off and begun again.
 *
 * @module
 */
import { etagOf, open, range } from '@filmjacket/bytes'
import { deriveFile, isUid, viewOf, type Scan } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import { actorOf, audit } from '../../../platform/server/audit.ts'
import type { Blobs } from '../../../platform/server/blobs/index.ts'
import type { Clock } from '../../../platform/server/clock.ts'
import type { Served } from '../../../platform/server/http/serve-extents.ts'
import type { Visit } from '../../../platform/server/http/route.ts'
import { enqueue } from '../../../platform/server/jobs.ts'
import type { Decision, HeaderLine, HeldAction, HeldRoom, HeldState, Why } from '../contract.ts'
import { headerOf } from '../content.ts'
import type { Ingest, Ingested } from '../ingest.ts'
import type { Origin } from '../origin.ts'
import { readThrough } from '../reading.ts'
import { noteRepaired } from '../store/correction.ts'
import { expectedOf } from '../store/expectations.ts'
import * as store from '../store/quarantine.ts'
import { undoRejection } from '../store/rejection.ts'
import type { CaseRow, Held } from '../store/quarantine.ts'
import type { ArchiveTables } from '../tables.ts'
import { headerLines } from './header-lines.ts'
import { isolate } from './isolate.ts'
import { repairedHeader, studyUidIn } from './repair.ts'
import { discardAged, roomOf } from './room.ts'
import { DECIDED, type Limits, type Policy } from './settings.ts'

export const DECIDE_HELD = { kind: 'archive.decide-held', attempts: 10 }

const WAITING: readonly HeldState[] = ['open', 'noted', 'in-work']
const DECIDED_STATES: readonly HeldState[] = ['accepted', 'repaired', 'replaced', 'discarded']
const CASES_A_PAGE = 25
const IMAGES_TOLD = 100

export interface Case extends Omit<CaseRow, 'cursor'> {
  readonly here: (store.IdentityHere & { readonly accessionNumber: string }) | null
  readonly actions: readonly HeldAction[]
}

export type Decided =
  | { readonly kind: 'taken' }
  | { readonly kind: 'not-found' }
  /** Nobody may do that about it, or not any more. */
  | { readonly kind: 'not-possible' }
  /** A download or a share stands on the Study that was to be taken out. */
  | { readonly kind: 'in-use' }

type By = Pick<Visit, 'caller' | 'address'>

export interface Quarantine {
  page(asked: { readonly is: 'waiting' | 'decided'; readonly after?: string | undefined }): Promise<{
    readonly cases: readonly Case[]
    readonly next: string | null
  }>
  room(): Promise<HeldRoom>
  one(caseId: string): Promise<{ readonly held: Case; readonly images: readonly Held[] } | undefined>
  header(by: By, id: string): Promise<{ readonly came: HeaderLine[] | null; readonly here: HeaderLine[] | null } | undefined>
  file(by: By, id: string): Promise<Served | undefined>
  decide(by: By, caseId: string, decision: Decision): Promise<Decided>
  /** Does what was decided about a case. */
  work(caseId: string, signal: AbortSignal): Promise<void>
  /** Discards what nobody decided about in time, where the site wants that. */
  age(signal: AbortSignal): Promise<void>
}

export interface QuarantineOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Blobs
  readonly clock: Clock
  readonly ingest: Ingest
  readonly limits: () => Limits
}

export function createQuarantine(options: QuarantineOptions): Quarantine {
  const { db } = options
  return {
    async page({ is, after }) {
      const rows = await store.casesPage(db, { states: is === 'waiting' ? WAITING : DECIDED_STATES, after, limit: CASES_A_PAGE })
      const cases = await Promise.all(rows.map((row) => caseOf(db, row)))
      return { cases, next: rows.length < CASES_A_PAGE ? null : (rows.at(-1)?.cursor ?? null) }
    },
    async one(caseId) {
      const waiting = await store.rowsOfCase(db, caseId, WAITING, IMAGES_TOLD)
      const images = waiting.length > 0 ? waiting : await store.rowsOfCase(db, caseId, DECIDED_STATES, IMAGES_TOLD)
      const [first] = images
      if (first === undefined) return undefined
      const counted = await store.countCase(db, caseId, [first.state])
      return { held: await caseOf(db, { first, ...counted }), images }
    },
    header: (by, id) => header(options, by, id),
    file: (by, id) => file(options, by, id),
    decide: (by, caseId, decision) => decide(options, by, caseId, decision),
    work: (caseId, signal) => work(options, caseId, signal),
    room: () => roomOf(options),
    async age(signal) {
      await discardAged(options, signal)
    },
  }
}

async function caseOf(db: Kysely<ArchiveTables>, { first, instances, bytes }: Omit<CaseRow, 'cursor'>): Promise<Case> {
  return { first, instances, bytes, here: await here(db, first), actions: actionsOf(first) }
}

/** Whom it contradicts, of whom there may be no more than an order; for an image of a UID that is here, whose that is. */
async function here(db: Kysely<ArchiveTables>, held: Held): Promise<Case['here']> {
  const { why, against, instance_uid: instanceUid, series_uid: seriesUid, study_uid: studyUid } = held
  const owner = against === null ? await store.ownerHere(db, OWNED_BY[why]?.({ instanceUid, seriesUid, studyUid }) ?? {}) : undefined
  const patient = await store.patientHere(db, against ?? owner?.patient ?? '')
  const accession = why === 'accession-of-other-patient' ? held.accession_number : owner?.accessionNumber
  if (patient !== undefined) return { ...patient, accessionNumber: accession ?? '' }
  const came = { studyUid, accessionNumber: held.accession_number, patientId: held.patient_id }
  return against === '' ? (await expectedOf(db, came)) ?? null : null
}

type Uids = Parameters<typeof store.ownerHere>[1]

const OWNED_BY: Readonly<Partial<Record<Why, (uids: Required<Uids>) => Uids>>> = {
  'same-uid': ({ instanceUid }) => ({ instanceUid }),
  'series-of-other-study': ({ seriesUid }) => ({ seriesUid }),
  'study-of-other-patient': ({ studyUid }) => ({ studyUid }),
}

/** What a person may do. `accept` stores it as it came; where it has no place as it is, only another header helps. */
const ACTIONS: Readonly<Record<Why, readonly HeldAction[]>> = {
  'unreadable': ['requeue', 'discard'],
  'no-identity': ['repair', 'discard'],
  'same-uid': ['accept', 'repair', 'discard'],
  'study-of-other-patient': ['repair', 'requeue', 'discard'],
  'series-of-other-study': ['repair', 'requeue', 'discard'],
  'accession-of-other-patient': ['accept', 'repair', 'discard'],
  'patient-birth-date': ['accept', 'repair', 'discard'],
  'patient-sex': ['accept', 'repair', 'discard'],
  'patient-name': ['accept', 'repair', 'discard'],
  'isolated': ['accept', 'repair', 'discard'],
  'rejected': ['accept', 'discard'],
}

export function actionsOf({ state, why }: Pick<Held, 'state' | 'why'>): readonly HeldAction[] {
  if (state === 'open') return ACTIONS[why]
  if (state === 'noted') return ['accept', 'isolate']
  return state === 'replaced' ? ['discard'] : []
}

async function header({ db, blobs }: QuarantineOptions, by: By, id: string): ReturnType<Quarantine['header']> {
  const held = await store.heldById(db, id)
  if (held === undefined) return undefined
  await lookedAt(db, by, held, 'archive.held-viewed')
  const scan = await scanOf(blobs, held)
  const stored = held.why === 'same-uid' ? await store.headerHere(db, held.instance_uid) : undefined
  return { came: scan && headerLines(scan.dataSet), here: stored === undefined ? null : headerLines(headerOf(stored)) }
}

/** Null where it cannot be read, or is gone. */
async function scanOf(blobs: Blobs, { state, blob_id: blob, size_bytes: size }: Held): Promise<Scan | null> {
  if (state === 'discarded') return null
  const read = await readThrough(blobs.read(blob, 0, size))
  return read.kind === 'scanned' ? read.scan : null
}

async function file({ db }: QuarantineOptions, by: By, id: string): Promise<Served | undefined> {
  const held = await store.heldById(db, id)
  if (held === undefined || held.state === 'discarded') return undefined
  await lookedAt(db, by, held, 'archive.held-downloaded')
  const list = [range(held.blob_id, 0, held.size_bytes)]
  return { list, etag: etagOf(list), mediaType: 'application/dicom', fileName: `${held.id}.dcm` }
}

async function lookedAt(db: Kysely<ArchiveTables>, { caller, address }: By, { id, why }: Held, action: string): Promise<void> {
  await audit(db, { action, actor: actorOf(caller), address, subject: id, outcome: 'done', detail: { why } })
}

async function decide({ db, clock }: QuarantineOptions, by: By, caseId: string, decision: Decision): Promise<Decided> {
  const { action } = decision
  return db.transaction().execute(async (tx): Promise<Decided> => {
    const [first] = await store.rowsOfCase(tx, caseId, ['open', 'noted', 'replaced'], 1)
    if (first === undefined) return { kind: 'not-found' }
    if (!actionsOf(first).includes(action)) return { kind: 'not-possible' }
    const now = clock.now()
    const { caller, address } = by
    const { state, why } = first
    const taking = { decision, by: actorOf(caller), now }
    if (action === 'isolate') {
      if (!(await isolate(tx, first, now))) return { kind: 'in-use' }
    } else if ((await store.takeCase(tx, caseId, state, taking)) === 0) return { kind: 'not-possible' }
    if (action === 'accept' && state === 'noted') await store.settleCase(tx, caseId, 'accepted', 'accept')
    else if (action === 'discard') await store.discardCase(tx, caseId, now)
    else if (action !== 'isolate') await enqueue(tx, DECIDE_HELD, { caseId }, { key: `held:${caseId}` })
    const { study_uid: studyUid } = first
    await audit(tx, {
      action: `archive.held-${PAST[action]}`, actor: actorOf(caller), address, subject: caseId, outcome: 'done',
      detail: { why, ...(isUid(studyUid) ? { studyUid } : {}) },
    })
    return { kind: 'taken' }
  })
}

const PAST: Readonly<Record<HeldAction, string>> = {
  accept: 'accepted', repair: 'repaired', requeue: 'requeued', isolate: 'isolated', discard: 'discarded',
}

const WORK_AT_ONCE = 50

async function work(options: QuarantineOptions, caseId: string, signal: AbortSignal): Promise<void> {
  const { db, ingest } = options
  for (;;) {
    const rows = await store.rowsOfCase(db, caseId, ['in-work'], WORK_AT_ONCE)
    if (rows.length === 0) break
    for (const row of rows) {
      signal.throwIfAborted()
      await workOn(options, row, row.decision as Decision)
    }
  }
  await ingest.indexed()
}

/** Its state tells what came of it; what could not be done waits again, with why. */
async function workOn(options: QuarantineOptions, held: Held, decision: Decision): Promise<void> {
  const { db, clock } = options
  // Before it is back: else the note would take it out again.
  if (held.why === 'rejected') await undoRejection(db, held.instance_uid, clock.now())
  const outcome = decision.action === 'repair' ? await repaired(options, held, decision.repair) : await taken(options, held, decision.action)
  const isDone = outcome.kind === 'stored' || outcome.kind === 'duplicate'
  if (isDone) await store.settleHeld(db, held.id, decision.action === 'repair' ? 'repaired' : 'accepted')
  else await store.settleHeld(db, held.id, 'open', reasonOf(outcome) ?? held.detail)
}

function reasonOf(outcome: Ingested): string | null {
  switch (outcome.kind) {
    case 'conflict': return 'its SOP Instance UID is here with other content'
    case 'full': return 'the storage is full'
    case 'no-room': return 'the quarantine is full'
    case 'unreadable':
    case 'mismatch': return outcome.reason
    case 'stored':
    case 'duplicate':
    case 'held': return null
  }
}

async function taken({ db, blobs, ingest }: QuarantineOptions, held: Held, action: HeldAction): Promise<Ingested> {
  const place = await store.placeOfHeld(db, held.blob_id)
  if (place === undefined) return { kind: 'unreadable', reason: 'its bytes are gone', isKept: false }
  const bytes = blobs.read(held.blob_id, 0, held.size_bytes)
  return ingest.replay({ place, origin: held.origin as Origin, bytes }, action === 'accept' ? DECIDED : AGAIN)
}

/** Tried again as it is; what another image of its UID says of it, stays to be decided. */
const AGAIN: Policy = { sameUid: 'review', guard: 'hold' }
/** A person gave it this identity. */
const GIVEN: Policy = { sameUid: 'review', guard: 'off' }

async function repaired({ db, blobs, ingest }: QuarantineOptions, held: Held, repair: Parameters<typeof repairedHeader>[2]): Promise<Ingested> {
  const scan = await scanOf(blobs, held)
  if (scan === null) return { kind: 'unreadable', reason: 'its header cannot be read', isKept: true }
  const changes = repairedHeader(scan.dataSet, held, repair, held.decided_at ?? held.received_at)
  await noteRepaired(db, studyUidIn(changes) ?? held.study_uid)
  const viewed = viewOf(scan, held.blob_id, changes)
  const bytes = viewed.kind === 'ready'
    ? open(viewed.list, blobs)
    : deriveFile(scan, changes, blobs.read(held.blob_id, 0, held.size_bytes))
  return ingest.file(held.origin as Origin, bytes, GIVEN)
}
