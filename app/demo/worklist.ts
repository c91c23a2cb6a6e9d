/**
 * What the demo hospital has to do today, and what its scanners told of it so far: an entry of the worklist in each state.
 *
 * @module
 */
import { encodeDataSet, newUid, readDataSet, Tags, TransferSyntaxes, type DataSet, type ElementMap } from '@filmjacket/dicom-data'
import type { NewEntry } from '../../modules/orders/contract.ts'
import type { Entry, OrdersParts } from '../../modules/orders/index.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { PATIENTS, type Patient } from './patients.ts'

/** They may ask the worklist for what is planned on them. */
export const SCANNERS = [
  { aeTitle: 'DEMO_CT', description: 'CT scanner, ground floor', worklistAccess: 'own' },
  { aeTitle: 'DEMO_MR', description: 'MR scanner, basement', worklistAccess: 'own' },
] as const
type Scanner = (typeof SCANNERS)[number]['aeTitle'] | ''

/** What became of it. */
type Course = 'scheduled' | 'cancelled' | 'in-progress' | 'completed' | 'discontinued'

interface Plan {
  readonly patient: Patient
  readonly time: string
  readonly description: string
  readonly modality: string
  readonly scanner: Scanner
  readonly course: Course
  readonly referrer?: string
  readonly notes?: string
}

const PLANS: readonly Plan[] = [
  { patient: PATIENTS.anna, time: '0815', description: 'CT Chest with contrast', modality: 'CT', scanner: 'DEMO_CT', course: 'completed', referrer: 'Okafor^Ngozi^^Dr.' },
  { patient: PATIENTS.cyrillic, time: '0840', description: 'MR Brain without contrast', modality: 'MR', scanner: 'DEMO_MR', course: 'discontinued', referrer: 'Lindqvist^Per^^Dr.' },
  { patient: PATIENTS.long, time: '0900', description: 'CT Chest with contrast', modality: 'CT', scanner: 'DEMO_CT', course: 'cancelled' },
  {
    patient: PATIENTS.accents, time: '0930', description: 'MR Brain without contrast', modality: 'MR', scanner: 'DEMO_MR', course: 'in-progress',
    referrer: 'Müller^Jürgen^^Dr.', notes: 'Comes by wheelchair.\nPrefers to be spoken to in German.',
  },
  { patient: PATIENTS.ben, time: '1015', description: 'X-ray left hand PA', modality: 'DX', scanner: '', course: 'scheduled', referrer: 'Haddad^Samir^^Dr.' },
  { patient: PATIENTS.rightToLeft, time: '1100', description: 'CT Chest with contrast', modality: 'CT', scanner: 'DEMO_CT', course: 'scheduled', referrer: 'Okafor^Ngozi^^Dr.' },
  { patient: PATIENTS.anna, time: '1430', description: 'Echocardiography, transthoracic', modality: 'US', scanner: '', course: 'scheduled' },
]

const TOMORROW: readonly Plan[] = [
  { patient: PATIENTS.ben, time: '0900', description: 'MR Brain without contrast', modality: 'MR', scanner: 'DEMO_MR', course: 'scheduled', referrer: 'Lindqvist^Per^^Dr.' },
  { patient: PATIENTS.cyrillic, time: '1120', description: 'CT Chest with contrast', modality: 'CT', scanner: 'DEMO_CT', course: 'scheduled' },
]

const SYSTEM: Caller = { kind: 'anonymous' }

type Orders = Pick<OrdersParts, 'orders' | 'services'>

/** Once a day. @param days - as DA. */
export async function loadWorklist(orders: Orders, days: { readonly today: string; readonly tomorrow: string }): Promise<void> {
  for (const [date, plans] of [[days.today, PLANS], [days.tomorrow, TOMORROW]] as const) {
    const { entries } = await orders.orders.list({ from: date, to: date })
    if (entries.length > 0) continue
    for (const plan of plans) await follow(orders, plan, await planned(orders, plan, date))
  }
  const { unplanned } = await orders.orders.list({ from: days.today, to: days.today })
  if (unplanned.length === 0) await perform(orders, 'DEMO_CT', emergencyOf(days.today), 'completed')
}

async function planned({ orders }: Orders, plan: Plan, date: string): Promise<Entry> {
  const { patient, time, description, modality, scanner, referrer = '', notes = '' } = plan
  const added = await orders.add(SYSTEM, {
    ...identityOf(patient), accessionNumber: `W${date.slice(2)}${time}`, time, date, description, modality, stationAeTitle: scanner,
    referringPhysician: referrer, notes,
  })
  if (added.kind !== 'saved') throw new Error(`the demo's entry at ${time} was not taken: ${added.kind}`)
  return added.entry
}

function identityOf({ id, name, birthDate, sex }: Patient): Pick<NewEntry, 'patientId' | 'patientName' | 'birthDate' | 'sex'> {
  return { patientId: id, patientName: name.replace(/\^+$/, ''), birthDate, sex }
}

async function follow(orders: Orders, { course, scanner }: Plan, entry: Entry): Promise<void> {
  if (course === 'scheduled') return
  if (course === 'cancelled') await orders.orders.cancel(SYSTEM, entry.id, entry.version, 'Patient cannot come today')
  else await perform(orders, scanner, entry, course)
}

type Performed = Pick<Entry, 'patientId' | 'patientName' | 'date' | 'time' | 'description' | 'modality' | 'studyUid' | 'stepId'>

/** Somebody who came in an emergency. */
function emergencyOf(date: string): Performed {
  const { id, name } = PATIENTS.ben
  return { patientId: id, patientName: name, date, time: '0705', description: 'CT Head, emergency', modality: 'CT', studyUid: newUid(), stepId: '' }
}

async function perform({ services }: Orders, aeTitle: Scanner, entry: Performed, course: Exclude<Course, 'scheduled' | 'cancelled'>): Promise<void> {
  const peer = { callingAe: aeTitle, calledAe: 'DEMO', address: '127.0.0.1', implementation: null }
  const step = { sopInstanceUid: newUid(), signal: new AbortController().signal }
  await services.beginStep(peer, { ...step, attributes: dataSetOf(begun(entry, aeTitle)) })
  if (course !== 'in-progress') await services.changeStep(peer, { ...step, attributes: dataSetOf(ended(entry, course)) })
}

function begun({ patientId, patientName, date, time, description, modality, studyUid, stepId }: Performed, aeTitle: Scanner): ElementMap {
  return {
    [Tags.ScheduledStepAttributesSequence]: [{ [Tags.StudyInstanceUID]: studyUid, [Tags.ScheduledProcedureStepID]: stepId }],
    [Tags.PatientName]: patientName, [Tags.PatientID]: patientId, [Tags.Modality]: modality, [Tags.PerformedStationAETitle]: aeTitle,
    [Tags.PerformedProcedureStepStatus]: 'IN PROGRESS', [Tags.PerformedProcedureStepDescription]: description,
    [Tags.PerformedProcedureStepStartDate]: date, [Tags.PerformedProcedureStepStartTime]: time,
  }
}

const SLICES = 48

function ended({ date, time, studyUid }: Performed, course: 'completed' | 'discontinued'): ElementMap {
  const isDone = course === 'completed'
  const images = Array.from({ length: isDone ? SLICES : 3 }, (_, at) => ({ [Tags.ReferencedSOPInstanceUID]: `${studyUid}.1.${at}` }))
  return {
    [Tags.PerformedProcedureStepStatus]: course.toUpperCase(), [Tags.PerformedProcedureStepEndDate]: date,
    // A quarter of an hour later, within the hour.
    [Tags.PerformedProcedureStepEndTime]: time.slice(0, 2) + String(Number(time.slice(2, 4)) + 15).padStart(2, '0'),
    [Tags.PerformedSeriesSequence]: [{ [Tags.SeriesInstanceUID]: `${studyUid}.1`, [Tags.ReferencedImageSequence]: images }],
    ...(isDone ? {} : { [Tags.PerformedProcedureStepDiscontinuationReasonCodeSequence]: [{
      [Tags.CodeValue]: '110502', [Tags.CodingSchemeDesignator]: 'DCM', [Tags.CodeMeaning]: 'Incorrect procedure ordered',
    }] }),
  }
}

function dataSetOf(elements: ElementMap): DataSet {
  const syntax = TransferSyntaxes.explicitVrLittleEndian
  return readDataSet(encodeDataSet(elements, syntax), syntax)
}
