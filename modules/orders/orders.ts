/**
 * Who is to be examined (NET-21): entries are added, changed, cancelled and taken up again by staff, and by programs whose
 * token is for that. What modalities perform moves them too: `performed.ts`.
 *
 * @module
 */
import { isDate, newUid } from '@filmjacket/dicom-data'
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import type { Archive } from '../archive/index.ts'
import type { EntryChange, NewEntry } from './contract.ts'
import type { Entry } from './entry.ts'
import * as store from './store/entries.ts'
import { performedOfStep, unplannedOfDays, type Performed } from './store/performed.ts'

export type Flawed =
  /** These fields hold no such value as they should, though they look like one: the 31st of June. */
  | { readonly kind: 'invalid'; readonly fields: readonly string[] }
  /** Another patient's. */
  | { readonly kind: 'accession-taken' }
export type AddedEntry = { readonly kind: 'saved'; readonly entry: Entry } | Flawed
export type ChangedEntry =
  | AddedEntry
  | { readonly kind: 'not-found' }
  /** Somebody, or a modality, changed it since it was looked at. */
  | { readonly kind: 'stale' }
  /** What it is now does not allow it. */
  | { readonly kind: 'not-now' }

export interface Days {
  readonly from: string
  readonly to: string
}

export interface ListedEntries {
  readonly entries: readonly Entry[]
  readonly isCut: boolean
  readonly unplanned: readonly Performed[]
}

export interface KnownEntry {
  readonly entry: Entry
  readonly performed: readonly Performed[]
  /** Ours; null while nothing of it is here. */
  readonly studyId: string | null
}

export interface Orders {
  list(days: Days): Promise<ListedEntries>
  one(id: string): Promise<KnownEntry | undefined>
  add(caller: Caller, entry: NewEntry): Promise<AddedEntry>
  /** Only before it has begun: a modality has taken the rest over by then. */
  change(caller: Caller, id: string, change: EntryChange): Promise<ChangedEntry>
  /** Of what has not begun, too. */
  cancel(caller: Caller, id: string, version: number, reason: string): Promise<ChangedEntry>
  /** What was cancelled or given up is planned once more. */
  reopen(caller: Caller, id: string, version: number): Promise<ChangedEntry>
  /** Open ones of these days, for what is done ahead of them. */
  expected(days: Days): Promise<readonly Entry[]>
  /** Under these Accession Numbers, of whichever patients. */
  ordered(accessionNumbers: readonly string[]): Promise<readonly Pick<Entry, 'accessionNumber' | 'patientId' | 'description'>[]>
}

export interface OrdersOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly archive: Pick<Archive, 'expectations' | 'idsOfStudies'>
}

const LISTED_MAX = 500

export function createOrders(options: OrdersOptions): Orders {
  const { db, archive } = options
  return {
    async list({ from, to }) {
      const found = await store.entriesOfDays(db, from, to, LISTED_MAX + 1)
      return { entries: found.slice(0, LISTED_MAX), isCut: found.length > LISTED_MAX, unplanned: await unplannedOfDays(db, from, to) }
    },
    async one(id) {
      const entry = await store.entryById(db, id)
      if (entry === undefined) return undefined
      const [performed, ids] = await Promise.all([performedOfStep(db, id), archive.idsOfStudies([entry.studyUid])])
      return { entry, performed, studyId: ids.get(entry.studyUid) ?? null }
    },
    ordered: (accessionNumbers) => store.orderedUnder(db, accessionNumbers),
    expected: ({ from, to }) => store.openEntries(db, { ...ANYTHING, from, to }, null, LISTED_MAX),
    add: (caller, given) => add(options, caller, given),
    change: (caller, id, { version, ...change }) => whenCurrent(options, id, version, async (tx, before) => {
      if (before.state !== 'scheduled') return { kind: 'not-now' }
      return save(options, tx, { caller, before, after: changed(before, change) })
    }),
    cancel: (caller, id, version, reason) => whenCurrent(options, id, version, async (tx, before) => {
      if (before.state !== 'scheduled') return { kind: 'not-now' }
      await archive.expectations.forget(tx, before.orderId)
      return move(options, tx, { caller, before, state: 'cancelled', reason })
    }),
    reopen: (caller, id, version) => whenCurrent(options, id, version, async (tx, before) => {
      if (before.state !== 'cancelled' && before.state !== 'discontinued') return { kind: 'not-now' }
      await archive.expectations.expect(tx, expectationOf(before))
      return move(options, tx, { caller, before, state: 'scheduled', reason: '' })
    }),
  }
}

const ANYTHING = { station: null, modality: null, patientId: null, accessionNumber: null } as const

async function add(options: OrdersOptions, caller: Caller, given: NewEntry): Promise<AddedEntry> {
  const { db, clock, archive } = options
  const now = clock.now()
  const entry = changed({
    id: newId('stp', now), orderId: newId('ord', now), version: 1, state: 'scheduled', reason: '', patientId: '', issuer: '', patientName: '',
    birthDate: '', sex: '', accessionNumber: '', placerNumber: '', fillerNumber: '', studyUid: newUid(), procedureId: '', description: '',
    referringPhysician: '', notes: '', stepId: '', stepDescription: '', modality: '', stationAeTitle: '', date: '', time: '',
    performingPhysician: '', createdAt: now, changedAt: now,
  }, given)
  const fields = flawsOf(entry)
  if (fields.length > 0) return { kind: 'invalid', fields }
  return db.transaction().execute(async (tx): Promise<AddedEntry> => {
    if (await store.isOthersAccession(tx, entry, entry.orderId)) return { kind: 'accession-taken' }
    await store.addEntry(tx, entry)
    await archive.expectations.expect(tx, expectationOf(entry))
    await note(tx, caller, 'added', entry)
    return { kind: 'saved', entry: await saved(tx, entry) }
  })
}

type Tx = store.Db

/** One at a time, and only for who has seen what is there. */
function whenCurrent(
  { db }: OrdersOptions, id: string, version: number, work: (tx: Tx, before: Entry) => Promise<ChangedEntry>,
): Promise<ChangedEntry> {
  return db.transaction().execute(async (tx): Promise<ChangedEntry> => {
    const before = await store.entryToChange(tx, id)
    if (before === undefined) return { kind: 'not-found' }
    return before.version === version ? work(tx, before) : { kind: 'stale' }
  })
}

interface Saving {
  readonly caller: Caller
  readonly before: Entry
  readonly after: Entry
}

async function save({ clock, archive }: OrdersOptions, tx: Tx, { caller, before, after }: Saving): Promise<ChangedEntry> {
  const fields = flawsOf(after)
  if (fields.length > 0) return { kind: 'invalid', fields }
  if (await store.isOthersAccession(tx, after, after.orderId)) return { kind: 'accession-taken' }
  const names = (Object.keys(after) as (keyof Entry)[]).filter((name) => after[name] !== before[name])
  if (names.length === 0) return { kind: 'saved', entry: before }
  await store.changeEntry(tx, { ...after, version: before.version + 1, changedAt: clock.now() })
  await archive.expectations.expect(tx, expectationOf(after))
  await note(tx, caller, 'changed', after, { fields: names.join(',') })
  return { kind: 'saved', entry: await saved(tx, after) }
}

interface Moving {
  readonly caller: Caller
  readonly before: Entry
  readonly state: 'cancelled' | 'scheduled'
  readonly reason: string
}

async function move({ clock }: OrdersOptions, tx: Tx, { caller, before, state, reason }: Moving): Promise<ChangedEntry> {
  await store.setState(tx, before, state, reason, clock.now())
  await note(tx, caller, state === 'cancelled' ? 'cancelled' : 'reopened', before)
  return { kind: 'saved', entry: await saved(tx, before) }
}

/** With the ids and the version that the database gave. */
async function saved(tx: Tx, entry: Entry): Promise<Entry> {
  return (await store.entryById(tx, entry.id)) ?? entry
}

/** What is left out stays. The step is described as its procedure is. */
function changed(entry: Entry, change: Partial<NewEntry>): Entry {
  const given = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, name === 'notes' ? value.trimEnd() : value.trim()]))
  const after = { ...entry, ...given }
  return { ...after, stepDescription: after.description, time: after.time.padEnd(6, '0') }
}

/** What its shape cannot tell. Pure. */
export function flawsOf({ patientId, patientName, description, birthDate, date }: Entry): readonly string[] {
  const found = [
    patientId === '' && 'patientId', patientName === '' && 'patientName', description === '' && 'description',
    birthDate !== '' && !isDate(birthDate) && 'birthDate', !isDate(date) && 'date',
  ]
  return found.filter((field) => field !== false)
}

/** Whose Study it will be when it arrives. */
function expectationOf({ orderId, studyUid, accessionNumber, patientId, issuer, patientName, birthDate, sex }: Entry) {
  return { source: orderId, studyUid, accessionNumber, patientId, issuer, patientName, birthDate, sex }
}

async function note(tx: Tx, caller: Caller, what: string, { id, studyUid }: Entry, more: Readonly<Record<string, string>> = {}): Promise<void> {
  await audit(tx, { action: `orders.${what}`, actor: actorOf(caller), address: null, subject: id, outcome: 'done', detail: { studyUid, ...more } })
}
