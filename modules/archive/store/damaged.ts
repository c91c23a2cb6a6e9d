/** Stored files that are gone or damaged, and what came back in place of such. */
import type { BlobId } from '@filmjacket/bytes'
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

export async function isStored(db: Db, id: BlobId): Promise<boolean> {
  const { rows } = await sql`select from blob where id = ${id}`.execute(db)
  return rows.length > 0
}

/** @returns whether it was not known before. */
export async function noteDamaged(db: Db, id: BlobId, isMissing: boolean, now: Instant): Promise<boolean> {
  const { rows } = await sql`insert into damaged_blob (blob_id, found_at, is_missing) values (${id}, ${at(now)}, ${isMissing})
    on conflict (blob_id) do update set is_missing = excluded.is_missing returning xmax = 0 as new`.execute(db)
  return (rows[0] as { new?: boolean } | undefined)?.new === true
}

export async function noteSound(db: Db, id: BlobId): Promise<void> {
  await sql`delete from damaged_blob where blob_id = ${id}`.execute(db)
}

/** All that are known, and whether they are gone: mostly none. */
export async function knownDamaged(db: Db): Promise<ReadonlyMap<BlobId, { readonly isMissing: boolean }>> {
  const { rows } = await sql<{ id: BlobId; isMissing: boolean }>`select blob_id as id, is_missing as "isMissing" from damaged_blob`.execute(db)
  return new Map(rows.map(({ id, isMissing }) => [id, { isMissing }]))
}

/** What devices said who were asked for it; null before they were. */
export interface Asked {
  readonly at: Instant
  /** `absent`: none of them has it. */
  readonly answer: 'absent' | 'failed'
}

export interface Damaged {
  readonly id: string
  readonly foundAt: Instant
  readonly isMissing: boolean
  readonly asked: Asked | null
  readonly studyId: string | null
  readonly patientName: string
  readonly studyDescription: string
  readonly instanceUid: string
  readonly sizeBytes: number
  readonly cameFrom: string
}

export async function countDamaged(db: Db): Promise<number> {
  const { rows } = await sql<{ damaged: number }>`select count(*)::integer as damaged from damaged_blob join blob on blob.id = blob_id`.execute(db)
  return rows[0]?.damaged ?? 0
}

/** What was removed since is damaged no more. */
export async function allDamaged(db: Db, limit: number): Promise<readonly Damaged[]> {
  const { rows } = await sql<Omit<Damaged, 'asked'> & { askedAt: Instant | null; answer: Asked['answer'] | null }>`
    select damaged.blob_id as id, damaged.found_at as "foundAt", damaged.is_missing as "isMissing", damaged.asked_at as "askedAt", damaged.answer,
        study.id as "studyId", coalesce(patient.name, '') as "patientName", coalesce(study.description, '') as "studyDescription",
        coalesce(instance.instance_uid, '') as "instanceUid", blob.length as "sizeBytes",
        coalesce(instance.origin->>'callingAe', instance.origin->>'aeTitle', instance.origin->>'kind', '') as "cameFrom"
      from damaged_blob damaged join blob on blob.id = damaged.blob_id
      left join instance on instance.blob_id = blob.id left join series on series.id = instance.series_id
      left join study on study.id = series.study_id left join patient on patient.id = study.patient_id
      order by damaged.found_at desc, damaged.blob_id limit ${limit}`.execute(db)
  return rows.map(({ askedAt, answer, ...damaged }) => ({ ...damaged, asked: askedAt === null || answer === null ? null : { at: askedAt, answer } }))
}

export async function blobsOfStudy(db: Db, studyId: string): Promise<readonly BlobId[]> {
  const { rows } = await sql<{ id: BlobId }>`
    select distinct blob_id as id from instance join series on series.id = instance.series_id where series.study_id = ${studyId}`.execute(db)
  return rows.map(({ id }) => id)
}

/** SOP Instance UIDs of a Study's Instances of which the file is gone or damaged. */
export async function damagedOfStudy(db: Db, studyId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ uid: string }>`
    select instance_uid as uid from damaged_blob join instance on instance.blob_id = damaged_blob.blob_id
      join series on series.id = instance.series_id where series.study_id = ${studyId} order by 1`.execute(db)
  return rows.map(({ uid }) => uid)
}

export interface StudyToAskFor {
  readonly id: string
  readonly studyUid: string
}

/** Studies with a damaged file that nobody was asked for, or not since `failed`; not since `absent` where all said that they have none. */
export async function studiesToAskFor(db: Db, since: Readonly<Record<Asked['answer'], Instant>>, limit: number): Promise<readonly StudyToAskFor[]> {
  const { rows } = await sql<StudyToAskFor>`
    select study.id, study.study_uid as "studyUid" from damaged_blob damaged join instance on instance.blob_id = damaged.blob_id
      join series on series.id = instance.series_id join study on study.id = series.study_id
      where damaged.asked_at is null or damaged.asked_at <= case damaged.answer when 'absent' then ${at(since.absent)} else ${at(since.failed)} end
      group by study.id order by min(coalesce(damaged.asked_at, '-infinity')), study.id limit ${limit}`.execute(db)
  return rows
}

export async function noteAnswer(db: Db, studyId: string, { at: now, answer }: Asked): Promise<void> {
  await sql`update damaged_blob set asked_at = ${at(now)}, answer = ${answer} from instance join series on series.id = instance.series_id
    where instance.blob_id = damaged_blob.blob_id and series.study_id = ${studyId}`.execute(db)
}

/** As if nobody had been asked. */
export async function forgetAnswers(tx: Db): Promise<void> {
  await sql`update damaged_blob set asked_at = null, answer = null`.execute(tx)
}

export interface Mended {
  readonly foundAt: Instant
  readonly mendedAt: Instant
  /** To the byte; else the same image as another wrote it. */
  readonly isSame: boolean
  readonly studyId: string
  readonly patientName: string
  readonly studyDescription: string
  readonly instanceUid: string
}

/** Newest first. */
export async function allMended(db: Db, since: Instant, limit: number): Promise<readonly Mended[]> {
  const { rows } = await sql<Mended>`
    select mended.found_at as "foundAt", mended.mended_at as "mendedAt", mended.is_same as "isSame", study.id as "studyId",
        patient.name as "patientName", study.description as "studyDescription", instance.instance_uid as "instanceUid"
      from mended_instance mended join instance on instance.id = mended.instance_id join series on series.id = instance.series_id
      join study on study.id = series.study_id join patient on patient.id = study.patient_id
      where mended.mended_at > ${at(since)} order by mended.mended_at desc, instance.instance_uid limit ${limit}`.execute(db)
  return rows
}

/** What came back, and was not read since. */
export async function unproven(db: Db, limit: number): Promise<readonly { readonly instanceId: string; readonly blobId: BlobId }[]> {
  const { rows } = await sql<{ instanceId: string; blobId: BlobId }>`
    select instance.id as "instanceId", instance.blob_id as "blobId" from mended_instance mended
      join instance on instance.id = mended.instance_id where not is_proven order by 1 limit ${limit}`.execute(db)
  return rows
}

export async function noteProven(db: Db, instanceId: string): Promise<void> {
  await sql`update mended_instance set is_proven = true where instance_id = ${instanceId}`.execute(db)
}
