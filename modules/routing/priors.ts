/**
 * Bringing a patient's earlier studies home before somebody asks for them (NET-30): when a study has arrived, or for who is
 * on a worklist. Only from devices that allow it, only so many, and not again for a while: off unless it is switched on.
 *
 * @module
 */
import { audit } from '../../platform/server/audit.ts'
import { DAY_MS, HOUR_MS, isoTime, type Clock } from '../../platform/server/clock.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import type { Archive } from '../archive/index.ts'
import { has, type Devices, type PatientStudies, type Remote } from '../devices/index.ts'
import type { Orders } from '../orders/index.ts'
import { PRIORS_ALIKE, PRIORS_MAX, PRIORS_OF_WORKLIST, PRIORS_ON, PRIORS_YEARS } from './settings.ts'
import { beginPriorSearch, type Db } from './store.ts'

export interface PriorsOptions {
  readonly db: Db
  readonly clock: Clock
  readonly archive: Pick<Archive, 'arrivalOf'>
  readonly devices: Pick<Devices, 'all' | 'byAeTitle'>
  readonly remote: Pick<Remote, 'studiesOfPatient' | 'worklist'> & { readonly transfers: Pick<Remote['transfers'], 'start'> }
  /** Our own worklist. */
  readonly orders: Pick<Orders, 'expected'>
  readonly settings: Pick<Settings, 'value'>
}

export interface Priors {
  /** A Study is quiet. */
  arrived(studyId: string): Promise<void>
  /** Looks who is to be examined. */
  lookAhead(signal: AbortSignal): Promise<void>
}

const SYSTEM = { kind: 'anonymous' } as const
/** The next image of the same day asks for nothing new. */
const AGAIN_AFTER_MS = 12 * HOUR_MS
const YEAR_DAYS = 365.25

/** For whom priors are wanted; what is empty is not known. */
interface Wanted {
  readonly patientId: string
  readonly birthDate: string
  readonly modalities: readonly string[]
  /** That arrived; null: of a worklist. */
  readonly studyUid: string | null
}

export function createPriors(options: PriorsOptions): Priors {
  return { arrived: (studyId) => arrived(options, studyId), lookAhead: (signal) => lookAhead(options, signal) }
}

async function arrived(options: PriorsOptions, studyId: string): Promise<void> {
  if (!options.settings.value(PRIORS_ON)) return
  const study = await options.archive.arrivalOf(studyId)
  // What came from where priors come from is one, or was fetched by somebody who chose it.
  if (study === undefined || (await comesFromPriors(options, study.sources))) return
  await bring(options, study)
}

async function comesFromPriors({ devices }: PriorsOptions, sources: readonly string[]): Promise<boolean> {
  const known = await Promise.all(sources.map((source) => devices.byAeTitle(source)))
  return known.length > 0 && known.every((device) => device?.givesPriors === true)
}

async function lookAhead(options: PriorsOptions, signal: AbortSignal): Promise<void> {
  const { settings, devices, remote, orders, clock } = options
  if (!settings.value(PRIORS_ON) || !settings.value(PRIORS_OF_WORKLIST)) return
  const day = (ahead: number) => isoTime(clock.now() + ahead * DAY_MS).slice(0, 10)
  const [today, tomorrow] = [day(0).replaceAll('-', ''), day(1).replaceAll('-', '')]
  for (const { patientId, birthDate, modality } of await orders.expected({ from: today, to: tomorrow }))
    await bring(options, { patientId, birthDate, modalities: [modality], studyUid: null })
  for (const device of (await devices.all()).filter((each) => has(each, 'worklist'))) {
    const asked = await remote.worklist(SYSTEM, { deviceId: device.id, dateFrom: day(0), dateTo: day(1) }, signal)
    // A worklist that is away is asked again next time; who watches it is told.
    if (asked.kind !== 'answered') continue
    for (const { patientId, birthDate, modality } of asked.answer.entries)
      await bring(options, { patientId, birthDate, modalities: modality === '' ? [] : [modality], studyUid: null })
  }
}

async function bring(options: PriorsOptions, wanted: Wanted): Promise<void> {
  const { db, clock, remote, settings } = options
  const { patientId } = wanted
  if (patientId === '') return
  const now = clock.now()
  if (!(await beginPriorSearch(db, patientId, now, now - AGAIN_AFTER_MS))) return
  const { studies } = await remote.studiesOfPatient(patientId, { choose: ({ givesPriors }) => givesPriors })
  const since = isoTime(now - settings.value(PRIORS_YEARS) * YEAR_DAYS * DAY_MS).slice(0, 10).replaceAll('-', '')
  const chosen = priorsAmong(studies, wanted, { since, isAlike: settings.value(PRIORS_ALIKE) }).slice(0, settings.value(PRIORS_MAX))
  for (const { deviceId, studyUid } of chosen) await remote.transfers.start(SYSTEM, { direction: 'retrieve', deviceId, studyUid })
  if (chosen.length === 0) return
  await audit(db, {
    action: 'routing.priors-fetched', actor: null, address: null, subject: wanted.studyUid ?? 'worklist', outcome: 'done',
    detail: { studies: chosen.length },
  })
}

interface Bounds {
  /** DA: what is older does not count. */
  readonly since: string
  readonly isAlike: boolean
}

type PriorStudy = PatientStudies['studies'][number]

/**
 * Of a patient's studies elsewhere those that are worth bringing, the newest first. Another birth date is another person
 * under the same id. Pure.
 */
export function priorsAmong(
  studies: readonly PriorStudy[], { studyUid, birthDate, modalities }: Wanted, { since, isAlike }: Bounds,
): readonly PriorStudy[] {
  return studies.filter((study) => study.studyUid !== studyUid && study.date >= since
    && (study.instances === null ? study.here === 0 : study.here < study.instances)
    && (birthDate === '' || study.birthDate === '' || study.birthDate === birthDate)
    && (!isAlike || modalities.length === 0 || study.modalities.length === 0 || study.modalities.some((each) => modalities.includes(each))))
}
