import { sql } from 'kysely'
import type { Db } from './uploads.ts'

/** A Study of which an upload brought, or would have brought, images. */
export interface ArrivedStudy {
  readonly id: string
  readonly studyUid: string
  readonly date: string
  readonly description: string
  readonly accessionNumber: string
  readonly modalities: readonly string[]
  readonly instances: number
  readonly uploaded: number
  readonly patientRow: string
  readonly patientName: string
  readonly patientId: string
  readonly birthDate: string
  readonly sex: string
}

/** By patient, the newest Study first. What is no longer here is not told. */
export async function arrivedStudies(db: Db, uploadId: string, limit: number): Promise<ArrivedStudy[]> {
  return db.with('came', (eb) => eb.selectFrom('upload_file')
    .innerJoin('instance', 'instance.blob_id', 'upload_file.digest').innerJoin('series', 'series.id', 'instance.series_id')
    .select(['series.study_id', ({ fn }) => fn.count<number>('instance.id').distinct().as('uploaded')])
    .where('upload_file.upload_id', '=', uploadId).where('upload_file.outcome', 'in', ['taken', 'duplicate'])
    .groupBy('series.study_id'))
    .selectFrom('came').innerJoin('study', 'study.id', 'came.study_id').innerJoin('patient', 'patient.id', 'study.patient_id')
    .select(['study.id', 'study.study_uid as studyUid', 'study.date', 'study.description', 'study.accession_number as accessionNumber',
      'study.instances', 'came.uploaded', 'patient.id as patientRow', 'patient.name as patientName', 'patient.patient_id as patientId',
      'patient.birth_date as birthDate', 'patient.sex'])
    .select((eb) => eb.selectFrom('series').whereRef('series.study_id', '=', 'study.id')
      .select(sql<string[]>`array_agg(distinct series.modality) filter (where series.modality <> '')`.as('all')).as('modalities'))
    .orderBy('patient.name').orderBy('patient.id').orderBy('study.date', 'desc').orderBy('study.id').limit(limit).execute()
    .then((rows) => rows.map(({ modalities, ...row }) => ({ ...row, modalities: modalities ?? [] })))
}
