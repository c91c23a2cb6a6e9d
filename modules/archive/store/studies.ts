import { sql, type Kysely } from 'kysely'
import { at } from '../../../platform/server/database/index.ts'
import type { Instant } from '../../../platform/server/clock.ts'
import type { ArchiveTables, PreviewRow } from '../tables.ts'

type Db = Kysely<ArchiveTables>

/** A Patient as rows know one: Patient ID and issuer together. PS3.3 C.7.1.1. */
export interface PatientIdentity {
  readonly patientId: string
  readonly issuer: string
}

export interface StudyOverview {
  readonly id: string
  readonly accessionNumber: string
  /** DA, TM as received. */
  readonly date: string
  readonly time: string
  readonly description: string
  readonly instances: number
  readonly sizeBytes: number
  readonly series: number
  readonly modalities: readonly string[]
  readonly hasPreview: boolean
}

export interface SeriesOverview {
  readonly id: string
  readonly modality: string
  readonly number: number | null
  readonly description: string
  readonly instances: number
  readonly hasPreview: boolean
}

function overviews(db: Db) {
  return db.selectFrom('study').select(['study.id', 'study.accession_number', 'study.date', 'study.time',
    'study.description', 'study.instances', 'study.size_bytes']).select((eb) => [
    eb.selectFrom('series').whereRef('series.study_id', '=', 'study.id')
      .select((of) => of.fn.countAll<number>().as('n')).as('series'),
    eb.selectFrom('series').whereRef('series.study_id', '=', 'study.id')
      .select(sql<string[]>`array_agg(distinct series.modality order by series.modality)`.as('all')).as('modalities'),
    eb.exists(eb.selectFrom('series_preview').innerJoin('series', 'series.id', 'series_preview.series_id')
      .whereRef('series.study_id', '=', 'study.id').select('series.id')).as('has_preview'),
  ])
}

type OverviewRow = Awaited<ReturnType<ReturnType<typeof overviews>['executeTakeFirstOrThrow']>>

function overviewOf(row: OverviewRow): StudyOverview {
  return {
    id: row.id, accessionNumber: row.accession_number, date: row.date, time: row.time, description: row.description,
    instances: row.instances, sizeBytes: row.size_bytes, series: row.series ?? 0,
    modalities: (row.modalities ?? []).filter((modality) => modality !== ''), hasPreview: Boolean(row.has_preview),
  }
}

export function studiesOfPatientQuery(db: Db, { patientId, issuer }: PatientIdentity) {
  return overviews(db).innerJoin('patient', 'patient.id', 'study.patient_id')
    .where('patient.patient_id', '=', patientId).where('patient.patient_id', '!=', '')
    .where('patient.issuer', '=', issuer)
    .orderBy('study.date', 'desc').orderBy('study.time', 'desc').orderBy('study.id')
}

/** Newest first. An empty Patient ID is nobody's. */
export async function studiesOfPatient(db: Db, identity: PatientIdentity): Promise<StudyOverview[]> {
  return (await studiesOfPatientQuery(db, identity).execute()).map(overviewOf)
}

export async function studyOverview(db: Db, id: string): Promise<StudyOverview | undefined> {
  const row = await overviews(db).where('study.id', '=', id).executeTakeFirst()
  return row && overviewOf(row)
}

/** Whose a Study is. */
export async function patientOfStudy(db: Db, id: string): Promise<PatientIdentity | undefined> {
  const row = await db.selectFrom('study').innerJoin('patient', 'patient.id', 'study.patient_id')
    .select(['patient.patient_id', 'patient.issuer']).where('study.id', '=', id).executeTakeFirst()
  return row && { patientId: row.patient_id, issuer: row.issuer }
}

export async function seriesOfStudy(db: Db, studyId: string): Promise<SeriesOverview[]> {
  const rows = await db.selectFrom('series').leftJoin('series_preview', 'series_preview.series_id', 'series.id')
    .select(['series.id', 'series.modality', 'series.number', 'series.description', 'series.instances',
      'series_preview.series_id as preview'])
    .where('series.study_id', '=', studyId).orderBy('series.number').orderBy('series.series_uid').execute()
  return rows.map(({ preview, ...row }) => ({ ...row, hasPreview: preview !== null }))
}

/** The picture that stands for a Series, or for the whole Study: that of its first Series with one. */
export async function previewOf(db: Db, studyId: string, seriesId?: string): Promise<PreviewRow | undefined> {
  return db.selectFrom('series_preview').innerJoin('series', 'series.id', 'series_preview.series_id')
    .selectAll('series_preview').where('series.study_id', '=', studyId)
    .$if(seriesId !== undefined, (query) => query.where('series.id', '=', seriesId ?? ''))
    .orderBy('series.number').orderBy('series.series_uid').limit(1).executeTakeFirst()
}

export interface SeriesPreview {
  readonly seriesUid: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The pictures of all Series that have one. */
export function previewsOfStudy(db: Db, studyId: string): Promise<SeriesPreview[]> {
  return db.selectFrom('series_preview').innerJoin('series', 'series.id', 'series_preview.series_id')
    .select(['series.series_uid as seriesUid', 'series_preview.media_type as mediaType', 'series_preview.bytes'])
    .where('series.study_id', '=', studyId).orderBy('series.number').orderBy('series.series_uid').execute()
}

/** Studies in which nothing moved since `quietSince`, and which nobody has looked after yet. */
export async function unsettledStudies(db: Db, quietSince: Instant): Promise<readonly string[]> {
  const rows = await db.selectFrom('study').select('id').where('changed_at', '<=', at(quietSince))
    .where((eb) => eb.or([eb('settled_at', 'is', null), eb('settled_at', '<', eb.ref('changed_at'))])).execute()
  return rows.map(({ id }) => id)
}

/** When an Instance last came in. */
export async function changedAt(db: Db, studyId: string): Promise<Instant | undefined> {
  const row = await db.selectFrom('study').select('changed_at').where('id', '=', studyId).executeTakeFirst()
  return row?.changed_at
}

export async function isSettled(db: Db, studyUid: string): Promise<boolean> {
  const row = await db.selectFrom('study').select('id').where('study_uid', '=', studyUid)
    .whereRef('settled_at', '>=', 'changed_at').executeTakeFirst()
  return row !== undefined
}

/** Settled as of `changedAt`: what arrived while it was being looked at, is looked at again. */
export async function markSettled(db: Db, studyId: string, changedAt: Instant): Promise<void> {
  await db.updateTable('study').set({ settled_at: at(changedAt) }).where('id', '=', studyId).execute()
}

export async function putPreview(db: Db, row: PreviewRow): Promise<void> {
  await db.insertInto('series_preview').values(row)
    .onConflict((on) => on.column('series_id').doUpdateSet({ media_type: row.media_type, bytes: row.bytes })).execute()
}

/** Every blob that an Instance stands on, by name, from `after` on: one page of a walk over all. */
export async function blobsAfter(db: Db, after: string, limit: number): Promise<readonly string[]> {
  const rows = await db.selectFrom('blob').select('id').where('id', '>', after).orderBy('id').limit(limit).execute()
  return rows.map(({ id }) => id)
}

export async function countBlobs(db: Db): Promise<number> {
  const { n } = await db.selectFrom('blob').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return n
}
