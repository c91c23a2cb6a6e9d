import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { StepState } from '../contract.ts'
import type { Entry } from '../entry.ts'
import type { OrdersTables } from '../tables.ts'

export type Db = Kysely<OrdersTables>

const columns = [
  'scheduled_step.id', 'order_id as orderId', 'version', 'state', 'reason', 'patient_id as patientId', 'issuer',
  'patient_name as patientName', 'birth_date as birthDate', 'sex', 'accession_number as accessionNumber',
  'placer_number as placerNumber', 'filler_number as fillerNumber', 'study_uid as studyUid', 'procedure_id as procedureId',
  'imaging_order.description as description', 'referring_physician as referringPhysician', 'notes', 'step_id as stepId',
  'scheduled_step.description as stepDescription', 'modality', 'station_ae_title as stationAeTitle', 'start_date as date',
  'start_time as time', 'performing_physician as performingPhysician', 'created_at as createdAt', 'changed_at as changedAt',
] as const

function entries(db: Db) {
  return db.selectFrom('scheduled_step').innerJoin('imaging_order', 'imaging_order.id', 'scheduled_step.order_id').select(columns)
}

/** From day to day, both included. */
export function entriesOfDays(db: Db, from: string, to: string, limit: number): Promise<Entry[]> {
  return entries(db).where('start_date', '>=', from).where('start_date', '<=', to)
    .orderBy('start_date').orderBy('start_time').orderBy('scheduled_step.id').limit(limit).execute()
}

export function entryById(db: Db, id: string): Promise<Entry | undefined> {
  return entries(db).where('scheduled_step.id', '=', id).executeTakeFirst()
}

/** Whoever else wants to change the order waits until the transaction is over. */
export function entryToChange(tx: Db, id: string): Promise<Entry | undefined> {
  return entries(tx).where('scheduled_step.id', '=', id).forUpdate(['imaging_order', 'scheduled_step']).executeTakeFirst()
}

export interface OpenQuery {
  /** Days as DA; null is open. */
  readonly from: string | null
  readonly to: string | null
  /** Planned there, or nowhere in particular; null: anywhere. */
  readonly station: string | null
  /** Exactly these; null: any. */
  readonly modality: string | null
  readonly patientId: string | null
  readonly accessionNumber: string | null
}

/** One page of what modalities are told of, in the order in which it is planned. */
export function openEntries(db: Db, query: OpenQuery, after: Entry | null, limit: number): Promise<Entry[]> {
  return openQuery(db, query, after, limit).execute()
}

export function openQuery(db: Db, { from, to, station, modality, patientId, accessionNumber }: OpenQuery, after: Entry | null, limit: number) {
  return entries(db).where('state', 'in', ['scheduled', 'in-progress'])
    .$if(from !== null, (query) => query.where('start_date', '>=', from ?? ''))
    .$if(to !== null, (query) => query.where('start_date', '<=', to ?? ''))
    .$if(station !== null, (query) => query.where('station_ae_title', 'in', [station ?? '', '']))
    .$if(modality !== null, (query) => query.where('modality', '=', modality ?? ''))
    .$if(patientId !== null, (query) => query.where('patient_id', '=', patientId ?? ''))
    .$if(accessionNumber !== null, (query) => query.where('accession_number', '=', accessionNumber ?? ''))
    .$if(after !== null, (query) => query.where(
      sql<boolean>`(start_date, start_time, scheduled_step.id) > (${after?.date ?? ''}, ${after?.time ?? ''}, ${after?.id ?? ''})`))
    .orderBy('start_date').orderBy('start_time').orderBy('scheduled_step.id').limit(limit)
}

/** Another patient who has this Accession Number from the same source of numbers. */
export async function isOthersAccession(db: Db, { accessionNumber, patientId, issuer }: Pick<Entry, 'accessionNumber' | 'patientId' | 'issuer'>, orderId: string): Promise<boolean> {
  if (accessionNumber === '') return false
  const found = await db.selectFrom('imaging_order').select('id').where('accession_number', '=', accessionNumber).where('id', '<>', orderId)
    .where((eb) => eb.or([eb('patient_id', '<>', patientId), eb('issuer', '<>', issuer)])).limit(1).executeTakeFirst()
  return found !== undefined
}

/** What was ordered under these Accession Numbers, the newest first. */
export function orderedUnder(db: Db, accessionNumbers: readonly string[]): Promise<Pick<Entry, 'accessionNumber' | 'patientId' | 'description'>[]> {
  return db.selectFrom('imaging_order').select(['accession_number as accessionNumber', 'patient_id as patientId', 'description'])
    .where('accession_number', '=', sql<string>`any(${[...accessionNumbers]}::text[])`).where('accession_number', '<>', '')
    .orderBy('created_at', 'desc').execute()
}

export type NewRows = Omit<Entry, 'procedureId' | 'stepId' | 'version'>

export async function addEntry(tx: Db, entry: NewRows): Promise<void> {
  await tx.insertInto('imaging_order').values({ id: entry.orderId, version: 1, created_at: at(entry.createdAt), ...orderColumns(entry) }).execute()
  await tx.insertInto('scheduled_step').values({
    id: entry.id, order_id: entry.orderId, state: entry.state, reason: entry.reason, changed_at: at(entry.changedAt), ...stepColumns(entry),
  }).execute()
}

/** All that a person may change. */
export async function changeEntry(tx: Db, entry: Entry): Promise<void> {
  await tx.updateTable('imaging_order').set({ ...orderColumns(entry), version: entry.version }).where('id', '=', entry.orderId).execute()
  await tx.updateTable('scheduled_step').set({ ...stepColumns(entry), changed_at: at(entry.changedAt) }).where('id', '=', entry.id).execute()
}

export async function setState(tx: Db, { id, orderId }: Pick<Entry, 'id' | 'orderId'>, state: StepState, reason: string, now: Instant): Promise<void> {
  await tx.updateTable('imaging_order').set((eb) => ({ version: eb('version', '+', 1) })).where('id', '=', orderId).execute()
  await tx.updateTable('scheduled_step').set({ state, reason, changed_at: at(now) }).where('id', '=', id).execute()
}

function orderColumns(entry: NewRows) {
  return {
    patient_id: entry.patientId, issuer: entry.issuer, patient_name: entry.patientName, birth_date: entry.birthDate, sex: entry.sex,
    accession_number: entry.accessionNumber, placer_number: entry.placerNumber, filler_number: entry.fillerNumber, study_uid: entry.studyUid,
    description: entry.description, referring_physician: entry.referringPhysician, notes: entry.notes,
  }
}

function stepColumns(entry: NewRows) {
  return {
    description: entry.stepDescription, modality: entry.modality, station_ae_title: entry.stationAeTitle, start_date: entry.date,
    start_time: entry.time, performing_physician: entry.performingPhysician,
  }
}

/** The steps that a Study is of; with a step's id, that one alone. */
export function entriesOfStudy(tx: Db, studyUid: string, stepId: string): Promise<Entry[]> {
  return entries(tx).where('study_uid', '=', studyUid).$if(stepId !== '', (query) => query.where('step_id', '=', stepId))
    .orderBy('scheduled_step.id').forUpdate(['imaging_order', 'scheduled_step']).execute()
}

/** What was planned and not begun, and of which a Study has arrived: by its UID, or by number and patient. */
export function plannedFor(tx: Db, { studyUid, accessionNumber, patientId }: { studyUid: string; accessionNumber: string; patientId: string }): Promise<Entry[]> {
  return entries(tx).where('state', '=', 'scheduled').where((eb) => eb.or([
    eb('study_uid', '=', studyUid),
    eb.and([eb('accession_number', '=', accessionNumber), eb('accession_number', '<>', ''), eb('patient_id', '=', patientId)]),
  ])).orderBy('scheduled_step.id').forUpdate(['imaging_order', 'scheduled_step']).execute()
}

/** Under way by the images alone, and quiet since. */
export function quietSince(tx: Db, since: Instant, limit: number): Promise<Entry[]> {
  return entries(tx).where('state', '=', 'in-progress').where('changed_at', '<', at(since))
    .where(sql<boolean>`not exists (select from performed_of where performed_of.step_id = scheduled_step.id)`)
    .orderBy('scheduled_step.id').limit(limit).forUpdate(['imaging_order', 'scheduled_step']).execute()
}

/** Orders of which every step was planned before a day. @returns their ids. */
export async function removeBefore(tx: Db, day: string, limit: number): Promise<string[]> {
  const rows = await tx.deleteFrom('imaging_order').where('id', 'in', (eb) => eb.selectFrom('imaging_order as old').select('old.id')
    .where(sql<boolean>`not exists (select from scheduled_step where order_id = old.id and start_date >= ${day})`).limit(limit))
    .returning('id').execute()
  await tx.deleteFrom('performed_step').where('start_date', '<', day).execute()
  return rows.map(({ id }) => id)
}
