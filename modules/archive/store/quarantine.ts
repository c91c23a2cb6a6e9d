/** What is kept for a person: rows of the quarantine, and the blobs that only they speak of. */
import { parseBlobId, type BlobId } from '@filmjacket/bytes'
import { sql, type Insertable, type Kysely, type Selectable } from 'kysely'
import type { Place } from '../../../platform/server/blobs/index.ts'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { HeldAction, HeldState } from '../contract.ts'
import { omittedOf } from '../omitted.ts'
import type { ArchiveTables, QuarantinedRow } from '../tables.ts'

type Db = Kysely<ArchiveTables>
export type Held = Selectable<QuarantinedRow>
export type NewHeld = Omit<Insertable<QuarantinedRow>, 'arrivals' | 'decision' | 'decided_at' | 'decided_by' | 'received_at'> & {
  readonly received_at: Instant
}

/** @returns whether the blob has its row by now because of `place`; else these bytes were here before. */
export async function nameNewBlob(tx: Db, place: Place): Promise<boolean> {
  const { rows } = await sql`
    insert into blob (id, segment, "offset", length) values (${place.id}, ${place.segment}, ${place.offset}, ${place.length})
      on conflict (id) do nothing returning id`.execute(tx)
  return rows.length > 0
}

/** The same bytes again are one row: what was decided about them is asked again. @returns whether it is the first of its case. */
export async function putHeld(tx: Db, row: NewHeld): Promise<boolean> {
  const before = await tx.selectFrom('quarantined').select('state').where('blob_id', '=', row.blob_id).executeTakeFirst()
  const values = { ...row, origin: JSON.stringify(row.origin), received_at: at(row.received_at) }
  await tx.insertInto('quarantined').values(values).onConflict((on) => on.column('blob_id').doUpdateSet((eb) => ({
    case_id: row.case_id, why: row.why, detail: row.detail, against: row.against, origin: values.origin, received_at: values.received_at,
    arrivals: eb('quarantined.arrivals', '+', 1), decided_at: null, decided_by: null,
    state: eb.case().when('quarantined.state', '=', 'in-work').then<HeldState>('in-work').else<HeldState>(row.state).end(),
  }))).execute()
  if (before?.state === row.state) return false
  const { n } = await tx.selectFrom('quarantined').select((eb) => eb.fn.countAll<number>().as('n'))
    .where('case_id', '=', row.case_id).where('state', '=', row.state).executeTakeFirstOrThrow()
  return n === 1
}

export async function isHeld(db: Db, blobId: BlobId): Promise<boolean> {
  return (await db.selectFrom('quarantined').select('id').where('blob_id', '=', blobId).executeTakeFirst()) !== undefined
}

export interface CaseRow {
  readonly first: Held
  readonly instances: number
  readonly bytes: number
  /** Of the row that it stands in the list by. */
  readonly cursor: string
}

/** Newest first, one entry for each case and state. */
export async function casesPage(
  db: Db, { states, after, limit }: { readonly states: readonly HeldState[]; readonly after?: string | undefined; readonly limit: number },
): Promise<readonly CaseRow[]> {
  const { rows } = await sql<{ first: string; instances: number; bytes: number; cursor: string }>`
    select max(id) as cursor, min(id) as first, count(*)::integer as instances, sum(size_bytes)::bigint as bytes
      from quarantined where state = any(${states}::text[])
      group by case_id, state having max(id) < ${after ?? '~'} order by max(id) desc limit ${limit}`.execute(db)
  const firsts = rows.length === 0 ? [] : await db.selectFrom('quarantined').selectAll().where('id', 'in', rows.map(({ first }) => first)).execute()
  const byId = new Map(firsts.map((row) => [row.id, row]))
  return rows.flatMap(({ first: id, ...row }) => {
    const first = byId.get(id)
    return first === undefined ? [] : [{ ...row, first }]
  })
}

/** In the order of arrival. */
export async function rowsOfCase(db: Db, caseId: string, states: readonly HeldState[], limit: number): Promise<readonly Held[]> {
  return db.selectFrom('quarantined').selectAll().where('case_id', '=', caseId).where('state', 'in', [...states])
    .orderBy('id').limit(limit).execute()
}

export async function countCase(db: Db, caseId: string, states: readonly HeldState[]): Promise<{ instances: number; bytes: number }> {
  return db.selectFrom('quarantined').select((eb) => [
    eb.fn.countAll<number>().as('instances'), eb.fn.coalesce(eb.fn.sum<number>('size_bytes'), sql<number>`0`).as('bytes'),
  ]).where('case_id', '=', caseId).where('state', 'in', [...states]).executeTakeFirstOrThrow()
}

export async function heldById(db: Db, id: string): Promise<Held | undefined> {
  return db.selectFrom('quarantined').selectAll().where('id', '=', id).executeTakeFirst()
}

export interface Decided {
  readonly decision: object
  readonly by: string | null
  readonly now: Instant
}

/** All of a case that waits. @returns how many; none if somebody was quicker. */
export async function takeCase(tx: Db, caseId: string, from: HeldState, { decision, by, now }: Decided): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('quarantined')
    .set({ state: 'in-work', decision: JSON.stringify(decision), decided_by: by, decided_at: at(now) })
    .where('case_id', '=', caseId).where('state', '=', from).executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function settleHeld(db: Db, id: string, state: HeldState, detail?: string): Promise<void> {
  await db.updateTable('quarantined')
    .set({ state, decision: null, ...(detail !== undefined && { detail }), ...(state === 'open' && { decided_at: null, decided_by: null }) })
    .where('id', '=', id).execute()
}

/** What of a case is in work for `action` is done. */
export async function settleCase(tx: Db, caseId: string, state: HeldState, action: HeldAction): Promise<readonly string[]> {
  const rows = await tx.updateTable('quarantined').set({ state, decision: null }).where('case_id', '=', caseId).where('state', '=', 'in-work')
    .where(sql`decision->>'action'`, '=', action).returning('blob_id').execute()
  return rows.map(({ blob_id }) => blob_id)
}

/** Their bytes become unreachable, unless an Instance has them too; a restart does not bring them back. */
export async function discardCase(tx: Db, caseId: string, now: Instant): Promise<void> {
  await forgetBlobs(tx, await settleCase(tx, caseId, 'discarded', 'discard'), now)
}

/** The bytes stay in their segment until it is written anew; nothing leads to them. */
export async function forgetBlobs(tx: Db, blobs: readonly string[], now: Instant): Promise<void> {
  await sql`
    with gone as (
      delete from blob where id = any(${blobs}::text[]) and not exists (select from instance where blob_id = blob.id)
        and not exists (select from quarantined where blob_id = blob.id and state <> 'discarded')
      returning segment, "offset"
    )
    insert into removed_record (segment, "offset", removed_at) select segment, "offset", ${at(now)} from gone
      on conflict do nothing`.execute(tx)
}

export async function placeOfHeld(db: Db, blobId: string): Promise<Place | undefined> {
  const row = await db.selectFrom('blob').selectAll().where('id', '=', blobId).executeTakeFirst()
  return row && { id: parseBlobId(row.id), segment: row.segment, offset: row.offset, length: row.length }
}

export interface IdentityHere {
  readonly patientId: string
  readonly issuer: string
  readonly patientName: string
  readonly birthDate: string
  readonly sex: string
}

/** By the id of the Patient's row. */
export async function patientHere(db: Db, id: string): Promise<IdentityHere | undefined> {
  return db.selectFrom('patient')
    .select(['patient_id as patientId', 'issuer', 'name as patientName', 'birth_date as birthDate', 'sex']).where('id', '=', id).executeTakeFirst()
}

/** What the Instance, Series or Study of these UIDs is here as: whose, and in which Study. */
export async function ownerHere(
  db: Db, { instanceUid, seriesUid, studyUid }: { readonly instanceUid?: string; readonly seriesUid?: string; readonly studyUid?: string },
): Promise<{ readonly patient: string; readonly accessionNumber: string } | undefined> {
  const { rows } = await sql<{ patient: string; accessionNumber: string }>`
    select study.patient_id as patient, study.accession_number as "accessionNumber" from study where study.id in (
      select study.id from study where study.study_uid = ${studyUid ?? ''}
      union all select series.study_id from series where series.series_uid = ${seriesUid ?? ''}
      union all select series.study_id from instance join series on series.id = instance.series_id where instance.instance_uid = ${instanceUid ?? ''}
    ) limit 1`.execute(db)
  return rows[0]
}

/** The Instance of this UID leaves its place: its rows go, its bytes are kept by `id`. @returns its blob. */
export async function supersede(tx: Db, instanceUid: string): Promise<SupersededInstance | undefined> {
  const { rows } = await sql<SupersededInstance>`
    with gone as (delete from instance where instance_uid = ${instanceUid} returning *),
    fewer as (update series set instances = instances - 1 where id = (select series_id from gone) returning study_id, series_uid, modality),
    lighter as (
      update study set instances = instances - 1, size_bytes = size_bytes - (select size_bytes from gone),
        changed_at = date_trunc('milliseconds', clock_timestamp())
        where id = (select study_id from fewer) returning study.*
    )
    select gone.blob_id as "blobId", gone.size_bytes as "sizeBytes", gone.sop_class_uid as "sopClassUid", gone.origin,
        fewer.series_uid as "seriesUid", fewer.modality, lighter.study_uid as "studyUid", lighter.accession_number as "accessionNumber",
        lighter.date as "studyDate", lighter.description as "studyDescription", patient.patient_id as "patientId", patient.issuer,
        patient.name as "patientName", patient.birth_date as "birthDate", patient.sex
      from gone, fewer, lighter join patient on patient.id = lighter.patient_id`.execute(tx)
  return rows[0]
}

export interface SupersededInstance extends IdentityHere {
  readonly blobId: BlobId
  readonly sizeBytes: number
  readonly sopClassUid: string
  readonly origin: unknown
  readonly seriesUid: string
  readonly modality: string
  readonly studyUid: string
  readonly accessionNumber: string
  readonly studyDate: string
  readonly studyDescription: string
}

export async function removeEmptySeries(tx: Db, seriesUid: string): Promise<void> {
  await tx.deleteFrom('series').where('series_uid', '=', seriesUid).where('instances', '=', 0).execute()
}

/** Images of a Study, all or those of these UIDs, as rows of the quarantine, but for what one says of all of them. */
export async function imagesToHold(tx: Db, studyId: string, instanceUids?: readonly string[]) {
  const rows = await tx.selectFrom('instance').innerJoin('series', 'series.id', 'instance.series_id').innerJoin('study', 'study.id', 'series.study_id')
    .innerJoin('patient', 'patient.id', 'study.patient_id').where('study.id', '=', studyId).orderBy('instance.id')
    .$if(instanceUids !== undefined, (query) => query.where('instance.instance_uid', 'in', [...(instanceUids ?? [])]))
    .select([
      'instance.blob_id', 'instance.instance_uid', 'instance.sop_class_uid', 'instance.size_bytes', 'instance.origin', 'series.series_uid',
      'series.modality', 'study.accession_number', 'study.date as study_date', 'study.description as study_description', 'patient.patient_id',
      'patient.issuer', 'patient.name as patient_name', 'patient.birth_date', 'patient.sex',
    ]).execute()
  return rows.map((row) => ({ ...row, blob_id: row.blob_id as BlobId }))
}

export async function putAll(tx: Db, rows: readonly NewHeld[]): Promise<void> {
  for (const row of rows) await putHeld(tx, row)
}

/** Of the Instance of this UID. */
export async function headerHere(db: Db, instanceUid: string) {
  const row = await db.selectFrom('instance').innerJoin('instance_header', 'instance_header.instance_id', 'instance.id')
    .select(['instance.transfer_syntax_uid as transferSyntaxUid', 'instance_header.bytes as header', 'instance_header.omitted'])
    .where('instance.instance_uid', '=', instanceUid).executeTakeFirst()
  return row && { ...row, omitted: omittedOf(row.omitted) }
}
