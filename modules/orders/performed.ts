/**
 * What modalities perform (NET-23): a step is begun, told of while it goes on, and ends for good. What was planned moves
 * with it; what was not planned is kept too, and all of it can be read again. PS3.4 §F.7, §F.8.
 *
 * @module
 */
import { formatTag, fromDicomJson, isDate, newUid, Tags, toDicomJson, type DataSet, type ElementMap, type Tag } from '@filmjacket/dicom-data'
import { audit } from '../../platform/server/audit.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import type { Devices } from '../devices/index.ts'
import { stateBy, type Entry } from './entry.ts'
import { countsIn, factsIn, stateIn, stepsIn } from './performed-attributes.ts'
import * as entries from './store/entries.ts'
import * as store from './store/performed.ts'
import type { Asker } from './worklist.ts'

export type BegunStep =
  | { readonly kind: 'begun'; readonly sopInstanceUid: string }
  | { readonly kind: 'not-allowed' | 'duplicate' }
  | { readonly kind: 'missing' | 'invalid'; readonly tag: Tag }

export type ChangedStep =
  | { readonly kind: 'changed' }
  /** It ended: it changes no more. */
  | { readonly kind: 'over' }
  /** There is none, or another device told of it. */
  | { readonly kind: 'not-allowed' | 'not-found' }
  | { readonly kind: 'invalid'; readonly tag: Tag }

export type ReadStep =
  /** `isAll`: each attribute that was asked for is there. */
  | { readonly kind: 'read'; readonly attributes: ElementMap; readonly isAll: boolean }
  /** There is none, or it is none of the device's business. */
  | { readonly kind: 'not-allowed' | 'not-found' }

export interface PerformedSteps {
  /** @param sopInstanceUid - null: one is made. */
  begin(asker: Asker, sopInstanceUid: string | null, attributes: DataSet): Promise<BegunStep>
  change(asker: Asker, sopInstanceUid: string, attributes: DataSet): Promise<ChangedStep>
  /** @param tags - those that are wanted; none: all. */
  read(asker: Asker, sopInstanceUid: string, tags: readonly Tag[]): Promise<ReadStep>
}

export interface PerformedOptions {
  readonly db: entries.Db
  readonly clock: Clock
  readonly devices: Pick<Devices, 'byAeTitle'>
}

export function createPerformedSteps(options: PerformedOptions): PerformedSteps {
  return {
    begin: (asker, sopInstanceUid, attributes) => begin(options, asker, sopInstanceUid ?? newUid(), attributes),
    change: (asker, sopInstanceUid, attributes) => change(options, asker, sopInstanceUid, attributes),
    read: (asker, sopInstanceUid, tags) => read(options, asker, sopInstanceUid, tags),
  }
}

async function accessOf({ devices }: PerformedOptions, { callingAe }: Asker): Promise<'none' | 'own' | 'all'> {
  const device = await devices.byAeTitle(callingAe)
  return device?.mayCall === true ? device.worklistAccess : 'none'
}

/** PS3.4 Table F.7.2-1: what is told at the beginning, and of which Study. */
async function begin(options: PerformedOptions, asker: Asker, sopInstanceUid: string, attributes: DataSet): Promise<BegunStep> {
  const { db, clock } = options
  if ((await accessOf(options, asker)) === 'none') return { kind: 'not-allowed' }
  const state = stateIn(attributes)
  if (state === undefined) return { kind: 'missing', tag: Tags.PerformedProcedureStepStatus }
  if (state !== 'in-progress') return { kind: 'invalid', tag: Tags.PerformedProcedureStepStatus }
  const planned = stepsIn(attributes)
  const [first] = planned
  if (first === undefined) return { kind: 'missing', tag: Tags.ScheduledStepAttributesSequence }
  if (planned.some(({ studyUid }) => studyUid === '')) return { kind: 'missing', tag: Tags.StudyInstanceUID }
  const now = clock.now()
  const row: store.Performed = {
    id: newId('pps', now), sop_instance_uid: sopInstanceUid, ae_title: asker.callingAe, state, study_uid: first.studyUid,
    ...NOTHING, ...factsIn(attributes), ...countsIn(attributes), attributes: toDicomJson(attributes), created_at: now, changed_at: now,
  }
  if (!isDate(row.start_date)) return { kind: row.start_date === '' ? 'missing' : 'invalid', tag: Tags.PerformedProcedureStepStartDate }
  return db.transaction().execute(async (tx): Promise<BegunStep> => {
    if (!(await store.addPerformed(tx, row))) return { kind: 'duplicate' }
    const steps: Entry[] = []
    for (const { studyUid, stepId } of planned) steps.push(...await entries.entriesOfStudy(tx, studyUid, stepId))
    const own = steps.filter(({ patientId }) => row.patient_id === '' || patientId === row.patient_id)
    await store.linkPerformed(tx, row.id, own.map(({ id }) => id))
    await moveSteps(options, tx, own, '')
    await note(tx, asker, 'step-begun', row, own.length)
    return { kind: 'begun', sopInstanceUid }
  })
}

const NOTHING = {
  modality: '', description: '', patient_id: '', patient_name: '', start_date: '', start_time: '', end_date: '', end_time: '',
  reason: '', series: 0, images: 0,
} as const

async function change(options: PerformedOptions, asker: Asker, sopInstanceUid: string, attributes: DataSet): Promise<ChangedStep> {
  const { db, clock } = options
  if ((await accessOf(options, asker)) === 'none') return { kind: 'not-allowed' }
  return db.transaction().execute(async (tx): Promise<ChangedStep> => {
    const before = await store.performedToChange(tx, sopInstanceUid)
    if (before?.ae_title !== asker.callingAe) return { kind: 'not-found' }
    if (before.state !== 'in-progress') return { kind: 'over' }
    const state = attributes.has(Tags.PerformedProcedureStepStatus) ? stateIn(attributes) : before.state
    if (state === undefined) return { kind: 'invalid', tag: Tags.PerformedProcedureStepStatus }
    const row = {
      ...before, state, ...factsIn(attributes), ...countsIn(attributes), study_uid: before.study_uid, changed_at: clock.now(),
      attributes: { ...before.attributes, ...toDicomJson(attributes) },
    }
    await store.changePerformed(tx, row)
    if (state !== before.state) {
      const steps = await stepsOf(tx, row)
      await moveSteps(options, tx, steps, row.reason)
      await note(tx, asker, state === 'completed' ? 'step-completed' : 'step-discontinued', row, steps.length)
    }
    return { kind: 'changed' }
  })
}

async function stepsOf(tx: entries.Db, { id }: store.Performed): Promise<readonly Entry[]> {
  const found = await Promise.all((await store.stepsOfPerformed(tx, id)).map((stepId) => entries.entryToChange(tx, stepId)))
  return found.filter((entry) => entry !== undefined)
}

async function moveSteps({ clock }: PerformedOptions, tx: entries.Db, steps: readonly Entry[], reason: string): Promise<void> {
  for (const step of steps) {
    const state = stateBy((await store.performedOfStep(tx, step.id)).map((each) => each.state))
    if (state !== null && state !== step.state) await entries.setState(tx, step, state, state === 'discontinued' ? reason : '', clock.now())
  }
}

async function note(tx: entries.Db, { callingAe, address }: Asker, what: string, row: store.Performed, planned: number): Promise<void> {
  const { id, study_uid: studyUid, series, images } = row
  await audit(tx, { action: `orders.${what}`, actor: callingAe, address, subject: id, outcome: 'done', detail: { planned, series, images, ...uidOnly(studyUid) } })
}

/** Who sees the whole worklist may read each step, others those that they told of themselves. */
async function read(options: PerformedOptions, asker: Asker, sopInstanceUid: string, tags: readonly Tag[]): Promise<ReadStep> {
  const access = await accessOf(options, asker)
  if (access === 'none') return { kind: 'not-allowed' }
  const row = await store.performedByUid(options.db, sopInstanceUid)
  if (row === undefined || (access === 'own' && row.ae_title !== asker.callingAe)) return { kind: 'not-found' }
  await note(options.db, asker, 'step-read', row, 0)
  const wanted = tags.map((tag) => formatTag(tag).replace(/[(),]/g, ''))
  const told = Object.entries(row.attributes).filter(([tag]) => wanted.length === 0 || wanted.includes(tag))
  return { kind: 'read', attributes: fromDicomJson(Object.fromEntries(told)), isAll: wanted.every((tag) => Object.hasOwn(row.attributes, tag)) }
}

/** What only claims to be a UID may be anything, a name too. */
function uidOnly(studyUid: string): Readonly<Record<string, string>> {
  return /^[0-9.]{1,64}$/.test(studyUid) ? { studyUid } : {}
}
