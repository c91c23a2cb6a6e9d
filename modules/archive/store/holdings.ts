/**
 * What we hold of what others hold too, by their UIDs.
 *
 * @module
 */
import { sql, type Kysely } from 'kysely'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

/** A Study as somebody would recognize it. */
export interface HeldStudy {
  readonly id: string
  readonly instances: number
  /** PN, DA and text, as received. */
  readonly patientName: string
  readonly date: string
  readonly description: string
}

export async function studyByUid(db: Db, studyUid: string): Promise<HeldStudy | undefined> {
  return db.selectFrom('study').innerJoin('patient', 'patient.id', 'study.patient_id')
    .select(['study.id', 'study.instances', 'patient.name as patientName', 'study.date', 'study.description'])
    .where('study.study_uid', '=', studyUid).executeTakeFirst()
}

/** How many Instances of each Study are here, with a file that is sound as far as is known; what is not here, is not in the answer. */
export async function countsOfStudies(db: Db, studyUids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ study_uid: string; instances: number }>`
    with lost as materialized (
      select series.study_id, count(*)::integer as instances from damaged_blob join instance on instance.blob_id = damaged_blob.blob_id
        join series on series.id = instance.series_id group by 1
    )
    select study_uid, study.instances - coalesce(lost.instances, 0) as instances from study left join lost on lost.study_id = study.id
      where study_uid = any(${[...studyUids]}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.study_uid, row.instances]))
}

/** A Study as those see it who decide what is done with it by itself. */
export interface Arrival {
  readonly studyUid: string
  readonly instances: number
  readonly patientId: string
  /** DA; empty where it is not known. */
  readonly birthDate: string
  readonly modalities: readonly string[]
  /** AE titles of the devices from which its Instances came. */
  readonly sources: readonly string[]
}

export async function arrivalOf(db: Db, studyId: string): Promise<Arrival | undefined> {
  return db.selectFrom('study').innerJoin('patient', 'patient.id', 'study.patient_id')
    .select(['study.study_uid as studyUid', 'study.instances', 'patient.patient_id as patientId', 'patient.birth_date as birthDate'])
    .select(sql<string[]>`array(select distinct modality from series where series.study_id = study.id and modality <> '')`.as('modalities'))
    .select(sql<string[]>`array(select distinct source from series join instance on instance.series_id = series.id,
      lateral (select coalesce(instance.origin ->> 'callingAe', instance.origin ->> 'aeTitle') as source) s
      where series.study_id = study.id and source is not null)`.as('sources'))
    .where('study.id', '=', studyId).executeTakeFirst()
}

/** Our id of each Study; what is not here, is not in the answer. */
export async function idsOfStudies(db: Db, studyUids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('study').select(['study_uid', 'id'])
    .where('study_uid', '=', sql<string>`any(${[...studyUids]}::text[])`).execute()
  return new Map(rows.map((row) => [row.study_uid, row.id]))
}

/** Which of these Instances are here, with a file that is sound as far as is known. */
export async function heldInstances(db: Db, instanceUids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('instance').select('instance_uid')
    .where('instance_uid', '=', sql<string>`any(${[...instanceUids]}::text[])`)
    .where(sql<boolean>`not exists (select from damaged_blob where damaged_blob.blob_id = instance.blob_id)`).execute()
  return new Set(rows.map((row) => row.instance_uid))
}
