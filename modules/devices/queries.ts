/**
 * Asking devices what they hold: for a person at the query page, and for the modules that fetch images by themselves.
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { SECOND_MS } from '../../platform/server/clock.ts'
import type { Archive } from '../archive/index.ts'
import type { RemoteStudy, RemoteStudyList, StudySearch, WorklistEntry, WorklistEntryList, WorklistSearch } from './contract.ts'
import { has, speaksFhir, type Device } from './device.ts'
import { worklistOf } from './peer/dimse-worklist.ts'
import { DeviceError, deviceErrorOf } from './peer/failure.ts'
import { fhirWorklistOf } from './peer/fhir-worklist.ts'
import { newestFirst } from './peer/matching-keys.ts'
import { openArchive } from './peer/open-archive.ts'
import type { FoundStudy, StudyKeys } from './peer/remote-archive.ts'
import { allDevices, deviceById, type Db } from './store/devices.ts'

export type Asked<T> =
  | { readonly kind: 'answered'; readonly answer: T }
  /** There is no such device, or it does not do this for us. */
  | { readonly kind: 'no-device' }
  | { readonly kind: 'failed'; readonly error: DeviceError }

/** What one device holds of a Study. */
export interface Holding {
  readonly device: Device
  /** Null where it could not be asked: `error` tells why. */
  readonly study: FoundStudy | null
  readonly instances: number
  readonly error: DeviceError | null
}

export interface Comparison {
  readonly here: number
  /** Of every device that was asked; the one with most Instances first (NET-09). */
  readonly there: readonly Holding[]
}

export interface Queries {
  /** Whoever asks for people by name is written down, and how many were found. */
  find(caller: Caller, search: StudySearch, signal?: AbortSignal): Promise<Asked<RemoteStudyList>>
  worklist(caller: Caller, search: WorklistSearch, signal?: AbortSignal): Promise<Asked<WorklistEntryList>>
  /** Every device that answers queries is asked at the same time, or only those that `choose` takes. */
  compare(studyUid: string, options?: CompareOptions): Promise<Comparison>
  /**
   * The Studies of a Patient on all devices that `choose` takes, each once with the most Instances that any has;
   * devices that cannot be asked are left out, and told (NET-09, NET-13).
   */
  studiesOfPatient(patientId: string, options?: CompareOptions): Promise<PatientStudies>
}

export interface PatientStudies {
  readonly studies: readonly (RemoteStudy & { readonly deviceId: string })[]
  readonly failed: readonly Holding[]
}

export interface CompareOptions {
  readonly choose?: (device: Device) => boolean
  /** How long each is waited for; else 20 s. */
  readonly withinMs?: number
  readonly signal?: AbortSignal
}

export interface QueriesOptions {
  readonly db: Db
  readonly archive: Pick<Archive, 'countsOfStudies' | 'idsOfStudies'>
  readonly own: () => { readonly aeTitle: string }
}

const STUDIES_MAX = 200
const ENTRIES_MAX = 500
/** Of a Patient, on one device. */
const PATIENT_STUDIES_MAX = 1_000
/** All devices are waited for; one that hangs must not hold up the others for long. */
const COMPARE_MS = 20 * SECOND_MS

export function createQueries(options: QueriesOptions): Queries {
  return {
    find: (caller, search, signal) => find(options, caller, search, signal),
    worklist: (caller, search, signal) => worklist(options, caller, search, signal),
    compare: (studyUid, how = {}) => compare(options, studyUid, how),
    studiesOfPatient: (patientId, how = {}) => studiesOfPatient(options, patientId, how),
  }
}

async function find(
  options: QueriesOptions, caller: Caller, { deviceId, ...keys }: StudySearch, signal?: AbortSignal,
): Promise<Asked<RemoteStudyList>> {
  const device = await deviceById(options.db, deviceId)
  if (device === undefined || !has(device, 'query')) return { kind: 'no-device' }
  return answered(async () => {
    const { items, isCut } = await firstOf(studiesOn(options, device, keys, signal), STUDIES_MAX)
    await note(options.db, caller, 'searched', device, items.length)
    return { studies: await besideOurs(options, items), isCut }
  })
}

async function worklist(
  { db, own }: QueriesOptions, caller: Caller, { deviceId, ...keys }: WorklistSearch, signal?: AbortSignal,
): Promise<Asked<WorklistEntryList>> {
  const device = await deviceById(db, deviceId)
  if (device === undefined || !has(device, 'worklist')) return { kind: 'no-device' }
  const dial = { device, callingAe: own().aeTitle, ...(signal !== undefined && { signal }) }
  return answered(async () => {
    const { items, isCut } = await firstOf((speaksFhir(device) ? fhirWorklistOf : worklistOf)(dial, keys), ENTRIES_MAX)
    await note(db, caller, 'worklist-searched', device, items.length)
    return { entries: items.sort(earliestFirst), isCut }
  })
}

async function answered<T>(ask: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: 'answered', answer: await ask() }
  } catch (error) {
    const failure = deviceErrorOf(error)
    if (failure === null) throw error
    return { kind: 'failed', error: failure }
  }
}

async function* studiesOn(
  { own }: QueriesOptions, device: Device, keys: StudyKeys, signal?: AbortSignal,
): AsyncGenerator<FoundStudy, void, undefined> {
  const remote = await openArchive({ device, callingAe: own().aeTitle, ...(signal !== undefined && { signal }) })
  try {
    yield* remote.studies(keys)
  } finally {
    await remote.close()
  }
}

async function firstOf<T>(items: AsyncIterable<T>, limit: number): Promise<{ items: T[]; isCut: boolean }> {
  const first: T[] = []
  for await (const item of items) {
    if (first.length === limit) return { items: first, isCut: true }
    first.push(item)
  }
  return { items: first, isCut: false }
}

async function besideOurs<S extends FoundStudy>(
  { archive }: QueriesOptions, found: readonly S[],
): Promise<(S & Pick<RemoteStudy, 'here' | 'studyId'>)[]> {
  const uids = found.map(({ studyUid }) => studyUid)
  const [counts, ids] = await Promise.all([archive.countsOfStudies(uids), archive.idsOfStudies(uids)])
  const beside = found.map((study) => ({ ...study, here: counts.get(study.studyUid) ?? 0, studyId: ids.get(study.studyUid) ?? null }))
  return beside.sort(newestFirst)
}

async function compare(options: QueriesOptions, studyUid: string, how: CompareOptions): Promise<Comparison> {
  const [counts, there] = await Promise.all([
    options.archive.countsOfStudies([studyUid]),
    onAll(options, how, (device, signal) => holdingOf(options, device, studyUid, signal)),
  ])
  return { here: counts.get(studyUid) ?? 0, there: there.sort((a, b) => b.instances - a.instances) }
}

/** Archives that do not count are asked for every Instance. */
async function holdingOf(
  { own }: QueriesOptions, device: Device, studyUid: string, signal: AbortSignal,
): Promise<Holding> {
  const remote = await openArchive({ device, callingAe: own().aeTitle, signal })
  try {
    const study = (await remote.study(studyUid)) ?? null
    const instances = study === null ? 0 : study.instances ?? (await remote.instancesOf(study)).length
    return { device, study, instances, error: null }
  } finally {
    await remote.close()
  }
}

async function onAll(
  { db }: QueriesOptions, { choose = () => true, withinMs = COMPARE_MS, signal }: CompareOptions,
  ask: (device: Device, signal: AbortSignal) => Promise<Holding>,
): Promise<Holding[]> {
  const asked = (await allDevices(db)).filter((device) => has(device, 'query') && choose(device))
  const deadline = AbortSignal.timeout(withinMs)
  // One for each device: each association listens, and many listeners on one signal are a leak, as far as Node can tell.
  const until = () => AbortSignal.any(signal === undefined ? [deadline] : [deadline, signal])
  return Promise.all(asked.map(async (device) => {
    const outcome = await answered(() => ask(device, until()))
    if (outcome.kind === 'answered') return outcome.answer
    signal?.throwIfAborted()
    const error = deadline.aborted || outcome.kind !== 'failed' ? new DeviceError('timeout') : outcome.error
    return { device, study: null, instances: 0, error }
  }))
}

async function studiesOfPatient(options: QueriesOptions, patientId: string, how: CompareOptions): Promise<PatientStudies> {
  if (patientId === '' || /[*?\\]/.test(patientId)) return { studies: [], failed: [] }
  const best = new Map<string, FoundStudy & { readonly deviceId: string }>()
  const asked = await onAll(options, how, async (device, signal) => {
    const { items } = await firstOf(studiesOn(options, device, { patientId }, signal), PATIENT_STUDIES_MAX)
    // An archive may match by less than it was asked for.
    for (const study of items.filter((found) => found.patientId === patientId)) {
      const other = best.get(study.studyUid)
      if (other === undefined || (study.instances ?? 0) > (other.instances ?? 0)) best.set(study.studyUid, { ...study, deviceId: device.id })
    }
    return { device, study: null, instances: 0, error: null }
  })
  return { studies: await besideOurs(options, [...best.values()]), failed: asked.filter(({ error }) => error !== null) }
}

function earliestFirst(a: WorklistEntry, b: WorklistEntry): number {
  return -newestFirst(a, b)
}

async function note(db: Db, caller: Caller, action: string, { id, aeTitle }: Device, found: number): Promise<void> {
  await audit(db, { action: `devices.${action}`, actor: actorOf(caller), address: null, subject: id, outcome: 'done', detail: { aeTitle, found } })
}
