/** Which Instances were rejected, by which note. IHE RAD TF IOCM. */
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { RejectionTitle } from '../contract.ts'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

export interface KeyObject {
  readonly id: string
  readonly instanceUid: string
  readonly transferSyntaxUid: string
}

export async function keyObjectsOf(db: Db, studyId: string, sopClassUid: string): Promise<readonly KeyObject[]> {
  return db.selectFrom('instance').innerJoin('series', 'series.id', 'instance.series_id').where('series.study_id', '=', studyId)
    .where('instance.sop_class_uid', '=', sopClassUid).orderBy('instance.id')
    .select(['instance.id', 'instance.instance_uid as instanceUid', 'instance.transfer_syntax_uid as transferSyntaxUid']).execute()
}

export interface Rejection {
  readonly noteUid: string
  readonly title: RejectionTitle
  readonly instanceUids: readonly string[]
}

/** What a person took back stays taken back: a note says it once. */
export async function putRejection(db: Db, studyId: string, { noteUid, title, instanceUids }: Rejection, now: Instant): Promise<void> {
  await sql`
    insert into rejection (instance_uid, note_uid, title, note_study_uid, noted_at)
      select unnest(${[...instanceUids]}::text[]), ${noteUid}, ${title}, study.study_uid, ${at(now)} from study where study.id = ${studyId}
      on conflict do nothing`.execute(db)
}

export interface Rejected {
  readonly studyId: string
  readonly studyUid: string
  readonly instanceUid: string
  readonly title: RejectionTitle
  readonly noteUid: string
}

/**
 * Instances that are here although a note rejects them: in the Study, or by a note that is in the Study. A note says nothing
 * about another Patient's.
 */
export async function rejectedHere(db: Db, studyId: string): Promise<readonly Rejected[]> {
  const { rows } = await sql<Rejected>`
    with named as (
      select instance_uid, note_uid, title, note_study_uid, noted_at from rejection
        where undone_at is null and note_study_uid = (select study_uid from study where id = ${studyId})
      union select rejection.instance_uid, note_uid, title, note_study_uid, noted_at
        from series join instance on instance.series_id = series.id join rejection on rejection.instance_uid = instance.instance_uid
        where series.study_id = ${studyId} and undone_at is null
    )
    select distinct on (instance.instance_uid) study.id as "studyId", study.study_uid as "studyUid", instance.instance_uid as "instanceUid",
        named.title, named.note_uid as "noteUid"
      from named join instance using (instance_uid) join series on series.id = instance.series_id join study on study.id = series.study_id
      join study note on note.study_uid = named.note_study_uid and note.patient_id = study.patient_id
      where named.note_uid <> instance.instance_uid order by instance.instance_uid, named.noted_at desc`.execute(db)
  return rows
}

/** They may show what is rejected; they are drawn anew when the Study is quiet. */
export async function forgetPreviews(tx: Db, studyId: string): Promise<void> {
  await sql`delete from series_preview using series where series.id = series_preview.series_id and series.study_id = ${studyId}`.execute(tx)
}

export async function undoRejection(db: Db, instanceUid: string, now: Instant): Promise<void> {
  await sql`update rejection set undone_at = ${at(now)} where instance_uid = ${instanceUid} and undone_at is null`.execute(db)
}
