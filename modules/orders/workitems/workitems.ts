/**
 * Workitems (NET-23): what is to be done, by whoever takes it up. Made, claimed, told of and ended by programs and staff.
 * Unified Procedure Steps, PS3.4 Annex CC.
 *
 * The Transaction UID of who claimed one is asked for, and told to nobody.
 *
 * @module
 */
import { newUid, Tags, toDicomJson, type DataSet, type DicomJson, type Tag } from '@filmjacket/dicom-data'
import type { SearchTerms } from '@filmjacket/dicom-web'
import { DAY_MS, type Clock, type Instant } from '../../../platform/server/clock.ts'
import type { Db } from '../store/entries.ts'
import { subscribersOf, type WorkitemEvent } from '../store/subscriptions.ts'
import * as store from '../store/workitems.ts'
import { cancelRequested, eventsOf, stateReport } from './events.ts'
import { digitsOf, hasValue, jsonOf } from './json.ts'
import { dateTimeOf, flawsOfChange, flawsOfNew, lacksToComplete, stateIn, withCancellation, WORKITEM_CLASS } from './requirements.ts'
import type { WorkitemNews } from './news.ts'
import { searchWorkitems, type Search } from './search.ts'
import { mayCancel, mayMove, mayUpdate, type Hindrance, type Verdict, type WorkitemState } from './state.ts'
import { subscribersOfNew } from './subscriptions.ts'
import { note, type Absent, type By } from './workitem.ts'

type Invalid = { readonly kind: 'invalid'; readonly tags: readonly Tag[] }
type Hindered = { readonly kind: 'no'; readonly why: Hindrance }

export type Created = { readonly kind: 'created'; readonly uid: string; readonly isChanged: boolean } | { readonly kind: 'exists' } | Invalid
export type Found = { readonly kind: 'found'; readonly attributes: DicomJson } | Absent
export type Updated = { readonly kind: 'done' } | Absent | Invalid | Hindered
export type Moved =
  | { readonly kind: 'done' }
  /** It is in that state; nothing was changed. */
  | { readonly kind: 'already'; readonly state: WorkitemState }
  /** It cannot be completed before these are told. */
  | { readonly kind: 'incomplete'; readonly tags: readonly Tag[] }
  | Absent | Invalid | Hindered

export interface Workitems {
  /** @param uid - null: the one that it tells, or a new one. */
  create(by: By, uid: string | null, given: DataSet): Promise<Created>
  one(uid: string): Promise<Found>
  /** @param transactionUid - of who claimed it. */
  update(by: By, uid: string, transactionUid: string | null, given: DataSet): Promise<Updated>
  /** @param given - the state that is wanted, and the Transaction UID. */
  move(by: By, uid: string, given: DataSet): Promise<Moved>
  /** @param given - why, as far as it is told. */
  cancel(by: By, uid: string, given: DataSet | null): Promise<Moved>
  search(terms: SearchTerms): Promise<Search>
  forgetOld(): Promise<void>
}

export interface WorkitemsOptions {
  readonly db: Db
  readonly clock: Clock
  /** How long one is kept that nobody changes. */
  readonly keepDays: () => number
  readonly news: Pick<WorkitemNews, 'happened'>
  /** What we call ourselves. */
  readonly aeTitle: () => string
}

const AT_ONCE = 500

export function createWorkitems(options: WorkitemsOptions): Workitems {
  const { db, clock, keepDays, aeTitle } = options
  return {
    create: (by, uid, given) => create(options, by, uid, given),
    async one(uid) {
      const known = await store.workitemByUid(db, uid)
      if (known === undefined) return { kind: 'not-found' }
      return known.attributes === null ? { kind: 'gone' } : { kind: 'found', attributes: known.attributes }
    },
    update: (by, uid, transactionUid, given) => changing(options, by, uid, ({ before, now }) => update(before, transactionUid, given, now)),
    move: (by, uid, given) => changing(options, by, uid, ({ before, now }) => move(before, given, now)),
    cancel: (by, uid, given) => changing(options, by, uid, (known) => cancel(known, by.aeTitle ?? aeTitle(), given)),
    search: (terms) => searchWorkitems(db, terms),
    async forgetOld() {
      const [since, lockedSince] = [1, 2].map((times) => clock.now() - times * keepDays() * DAY_MS) as [Instant, Instant]
      while ((await store.forgetWorkitems(db, since, lockedSince, AT_ONCE)) === AT_ONCE) continue
    },
  }
}

async function create({ db, clock, news }: WorkitemsOptions, by: By, wanted: string | null, given: DataSet): Promise<Created> {
  const uid = wanted ?? (given.text(Tags.SOPInstanceUID) || newUid())
  const tags = flawsOfNew(given, uid)
  if (tags.length > 0) return { kind: 'invalid', tags }
  const now = clock.now()
  const isChanged = !hasValue(given, Tags.WorklistLabel)
  const attributes = { ...toDicomJson(given), ...(isChanged ? jsonOf({ [Tags.WorklistLabel]: WORKLIST }) : {}), ...ownAttributes(uid, now) }
  const workitem = { uid, state: 'SCHEDULED', transactionUid: null, startsAt: startOf(given), attributes: withoutTransaction(attributes) } as const
  return db.transaction().execute(async (tx): Promise<Created> => {
    if (!(await store.addWorkitem(tx, workitem, now))) return { kind: 'exists' }
    await news.happened(tx, await subscribersOfNew(tx, uid, workitem.attributes), eventsOf(null, workitem))
    await note(tx, by, 'workitem-created', uid)
    return { kind: 'created', uid, isChanged }
  })
}

/** Of a workitem that names no list. It is of type 1 from then on. */
const WORKLIST = 'Worklist'

function ownAttributes(uid: string, now: Instant): DicomJson {
  return jsonOf({
    [Tags.SpecificCharacterSet]: 'ISO_IR 192', [Tags.SOPClassUID]: WORKITEM_CLASS, [Tags.SOPInstanceUID]: uid,
    [Tags.ScheduledProcedureStepModificationDateTime]: dateTimeOf(now),
  })
}

function withoutTransaction(attributes: DicomJson): DicomJson {
  return Object.fromEntries(Object.entries(attributes).filter(([tag]) => tag !== TRANSACTION))
}

const TRANSACTION = digitsOf(Tags.TransactionUID)

function startOf(given: DataSet): string {
  return given.text(Tags.ScheduledProcedureStepStartDateTime) ?? ''
}

/** What is to be written, under which name in the audit. */
interface Change {
  readonly kind: 'change'
  readonly what: string
  readonly after: store.Workitem
  /** Where it is more than what has changed. */
  readonly events?: readonly WorkitemEvent[]
}

interface Known {
  readonly before: store.Workitem
  /** Somebody has subscribed to it. */
  readonly isFollowed: boolean
  readonly now: Instant
}

/** It, or why nothing changes. */
type Worked<O> = Change | { readonly kind: 'not'; readonly told: O }

type Done = { readonly kind: 'done' }

function changing<O>(
  { db, clock, news }: WorkitemsOptions, by: By, uid: string, work: (known: Known) => Worked<O>,
): Promise<O | Absent | Done> {
  return db.transaction().execute(async (tx): Promise<O | Absent | Done> => {
    const known = await store.workitemToChange(tx, uid)
    if (known === undefined) return { kind: 'not-found' }
    if (known.attributes === null) return { kind: 'gone' }
    const subscribers = await subscribersOf(tx, uid)
    const [now, before] = [clock.now(), { ...known, attributes: known.attributes }]
    const change = work({ before, isFollowed: subscribers.length > 0, now })
    if (change.kind === 'not') return change.told
    await store.changeWorkitem(tx, change.after, now)
    await news.happened(tx, subscribers, change.events ?? eventsOf(before, change.after))
    await note(tx, by, change.what, uid)
    return { kind: 'done' }
  })
}

function not<O>(told: O): Worked<O> {
  return { kind: 'not', told }
}

function update(before: store.Workitem, transactionUid: string | null, given: DataSet, now: Instant): Worked<Updated> {
  const verdict = mayUpdate(before, transactionUid)
  if (verdict.kind === 'no') return not(verdict)
  const tags = flawsOfChange(given)
  if (tags.length > 0) return not({ kind: 'invalid', tags })
  const planned = before.state === 'SCHEDULED' ? jsonOf({ [Tags.ScheduledProcedureStepModificationDateTime]: dateTimeOf(now) }) : {}
  const attributes = { ...before.attributes, ...toDicomJson(given), ...planned, ...jsonOf({ [Tags.SpecificCharacterSet]: 'ISO_IR 192' }) }
  return { kind: 'change', what: 'workitem-updated', after: { ...before, attributes, startsAt: startOf(given) || before.startsAt } }
}

function move(before: store.Workitem, given: DataSet, now: Instant): Worked<Moved> {
  const wanted = stateIn(given)
  if (wanted === undefined) return not({ kind: 'invalid', tags: [Tags.ProcedureStepState] })
  const transactionUid = given.text(Tags.TransactionUID) || null
  const verdict = mayMove(before, wanted, transactionUid)
  if (verdict.kind !== 'go') return notMoved(verdict, wanted)
  if (wanted === 'COMPLETED') {
    const tags = lacksToComplete(before.attributes)
    if (tags.length > 0) return not({ kind: 'incomplete', tags })
  }
  const attributes = wanted === 'CANCELED' ? withCancellation(before.attributes, {}, now) : before.attributes
  return { kind: 'change', what: `workitem-${MOVED[wanted]}`, after: inState({ ...before, transactionUid, attributes }, wanted) }
}

const MOVED: Readonly<Record<WorkitemState, string>> = {
  'SCHEDULED': 'created', 'IN PROGRESS': 'claimed', 'COMPLETED': 'completed', 'CANCELED': 'canceled',
}

/** Of PS3.4 Table CC.2.2-1, what a workitem has a place for. */
const OF_CANCELLATION: readonly string[] = [Tags.ReasonForCancellation, Tags.ProcedureStepDiscontinuationReasonCodeSequence].map(digitsOf)

/** Of what is not claimed yet, subscribers hear that it begins and ends. PS3.4 Table CC.1.1-2. */
function cancel({ before, isFollowed, now }: Known, requestingAe: string, given: DataSet | null): Worked<Moved> {
  const verdict = mayCancel(before, isFollowed)
  const told = given === null ? {} : toDicomJson(given)
  const request = cancelRequested(before.uid, requestingAe, told)
  if (verdict.kind === 'ask') return { kind: 'change', what: 'workitem-cancel-requested', after: before, events: [request] }
  if (verdict.kind !== 'go') return notMoved(verdict, 'CANCELED')
  const ofCancellation = Object.entries(told).filter(([tag]) => OF_CANCELLATION.includes(tag))
  const attributes = withCancellation(before.attributes, Object.fromEntries(ofCancellation), now)
  const after = inState({ ...before, attributes }, 'CANCELED')
  return { kind: 'change', what: 'workitem-canceled', after, events: [request, stateReport(inState(before, 'IN PROGRESS')), stateReport(after)] }
}

function notMoved(verdict: Exclude<Verdict, { readonly kind: 'go' }>, state: WorkitemState): Worked<Moved> {
  return not(verdict.kind === 'already' ? { kind: 'already', state } : verdict)
}

function inState(workitem: store.Workitem, state: WorkitemState): store.Workitem {
  return { ...workitem, state, attributes: { ...workitem.attributes, ...jsonOf({ [Tags.ProcedureStepState]: state }) } }
}
