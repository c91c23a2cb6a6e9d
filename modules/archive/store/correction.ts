/** Corrections of identity: what was changed of which Study, and as what it came. */
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import { personOf, type Changed, type Identity, type Person } from '../correction/identity.ts'
import type { Reason, Step } from '../correction/view.ts'
import type { ArchiveTables } from '../tables.ts'

export type Db = Kysely<ArchiveTables>

/** Those in force, in the order in which they were made. */
export async function stepsOf(db: Db, studyId: string): Promise<readonly Step[]> {
  const { rows } = await sql<Step>`
    select made.made_at as "madeAt", made.reason, part.changed
      from correction_study part join correction made on made.id = part.correction_id
      where part.study_id = ${studyId} and made.undone_at is null order by made.made_at, made.id`.execute(db)
  return rows
}

/** Whether a repair wrote headers of this Study: they tell as what they came. */
export async function isRepaired(db: Db, studyId: string): Promise<boolean> {
  const { rows } = await sql`
    select from repaired_study join study on study.study_uid = repaired_study.study_uid where study.id = ${studyId}`.execute(db)
  return rows.length > 0
}

/** Noted before the first of its images is written, so that none is ever without it. */
export async function noteRepaired(db: Db, studyUid: string): Promise<void> {
  await sql`insert into repaired_study values (${studyUid}) on conflict do nothing`.execute(db)
}

export interface Whose extends Identity {
  readonly studyUid: string
  readonly patientRow: string
}

const WHOSE = sql<Whose>`
  select study.study_uid as "studyUid", patient.id as "patientRow", patient.patient_id as "patientId", patient.issuer,
      patient.name as "patientName", patient.birth_date as "birthDate", patient.sex, study.accession_number as "accessionNumber"
    from study join patient on patient.id = study.patient_id`

/** As it is told now. */
export async function whoseStudy(db: Db, studyId: string): Promise<Whose | undefined> {
  const { rows } = await sql<Whose>`${WHOSE} where study.id = ${studyId}`.execute(db)
  return rows[0]
}

/** The same, and nobody else changes it before the transaction ends. */
export async function holdStudy(tx: Db, studyId: string): Promise<Whose | undefined> {
  const { rows } = await sql<Whose>`${WHOSE} where study.id = ${studyId} for update`.execute(tx)
  return rows[0]
}

export async function studiesOfRow(db: Db, patientRow: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('study').select('id').where('patient_id', '=', patientRow).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** As what a corrected Study came; undefined of others. */
export async function cameAs(db: Db, studyId: string): Promise<Identity | undefined> {
  const { rows } = await sql<Identity>`
    select patient_id as "patientId", issuer, patient_name as "patientName", birth_date as "birthDate", sex,
        accession_number as "accessionNumber" from received_identity where study_id = ${studyId}`.execute(db)
  return rows[0]
}

/** The first correction of a Study keeps what it came as. */
export async function keepReceived(tx: Db, studyId: string): Promise<void> {
  await sql`
    insert into received_identity (study_id, patient_id, issuer, patient_name, birth_date, sex, accession_number)
      select study.id, patient.patient_id, patient.issuer, patient.name, patient.birth_date, patient.sex, study.accession_number
        from study join patient on patient.id = study.patient_id where study.id = ${studyId}
      on conflict do nothing`.execute(tx)
}

export async function forgetReceived(tx: Db, studyId: string): Promise<void> {
  await sql`delete from received_identity where study_id = ${studyId}`.execute(tx)
}

export interface NewCorrection {
  readonly id: string
  readonly madeAt: Instant
  readonly madeBy: string
  readonly reason: Reason
  readonly note: string
  /** Of a correction that holds for all Studies of a Patient: whose, and who that was before. */
  readonly ofPatient: { readonly row: string; readonly before: Person } | null
}

export async function addCorrection(tx: Db, made: NewCorrection, parts: ReadonlyMap<string, Changed>): Promise<void> {
  const { id, madeAt, madeBy, reason, note, ofPatient } = made
  const before = ofPatient && JSON.stringify(ofPatient.before)
  await sql`insert into correction (id, made_at, made_by, reason, note, patient_row, person_before)
    values (${id}, ${at(madeAt)}, ${madeBy}, ${reason}, ${note}, ${ofPatient?.row ?? null}, ${before}::jsonb)`.execute(tx)
  const [studies, changes] = [[...parts.keys()], [...parts.values()].map((changed) => JSON.stringify(changed))]
  await sql`insert into correction_study (correction_id, study_id, changed)
    select ${id}, * from unnest(${studies}::text[], ${changes}::jsonb[])`.execute(tx)
}

export interface MadeCorrection extends Omit<NewCorrection, 'ofPatient'> {
  /** Of the Study that was asked about. */
  readonly changed: Changed
  readonly studies: number
  readonly undoneAt: Instant | null
  readonly undoneBy: string | null
}

/** Newest first, undone ones too. */
export async function historyOf(db: Db, studyId: string): Promise<readonly MadeCorrection[]> {
  const { rows } = await sql<MadeCorrection>`
    select made.id, made.made_at as "madeAt", made.made_by as "madeBy", made.reason, made.note, part.changed,
        made.undone_at as "undoneAt", made.undone_by as "undoneBy",
        (select count(*)::integer from correction_study every where every.correction_id = made.id) as studies
      from correction_study part join correction made on made.id = part.correction_id
      where part.study_id = ${studyId} order by made.made_at desc, made.id desc`.execute(db)
  return rows
}

/** @returns what it changed, by Study; null if it is not there, or undone already. */
export async function takeBack(
  tx: Db, id: string, by: string, now: Instant,
): Promise<{ readonly patientRow: string | null; readonly parts: ReadonlyMap<string, Changed> } | null> {
  const { rows } = await sql<{ patientRow: string | null }>`
    update correction set undone_at = ${at(now)}, undone_by = ${by} where id = ${id} and undone_at is null
      returning patient_row as "patientRow"`.execute(tx)
  const [made] = rows
  if (made === undefined) return null
  const parts = await sql<{ study: string; changed: Changed }>`
    select study_id as study, changed from correction_study where correction_id = ${id} order by study_id`.execute(tx)
  return { ...made, parts: new Map(parts.rows.map(({ study, changed }) => [study, changed])) }
}

/** A Patient that is here; one without Patient ID is nobody else's. */
export async function patientWith(
  db: Db, { patientId, issuer }: Pick<Identity, 'patientId' | 'issuer'>,
): Promise<(Person & { readonly row: string }) | undefined> {
  if (patientId === '') return undefined
  const row = await db.selectFrom('patient').select(['id as row', 'name as patientName', 'birth_date as birthDate', 'sex'])
    .where('patient_id', '=', patientId).where('issuer', '=', issuer).where('patient_id', '!=', '').executeTakeFirst()
  return row
}

/** @returns the row of the Patient of this identity, which is added if it is not there. */
export async function patientFor(tx: Db, id: string, identity: Identity): Promise<string> {
  const { patientId, issuer, patientName, birthDate, sex } = identity
  await sql`insert into patient (id, patient_id, issuer, name, birth_date, sex)
    values (${id}, ${patientId}, ${issuer}, ${patientName}, ${birthDate}, ${sex})
    on conflict (patient_id, issuer) where patient_id <> '' do nothing`.execute(tx)
  return (await patientWith(tx, identity))?.row ?? id
}

/** Who a Patient is by the corrections that are in force. */
export async function personOfRow(db: Db, patientRow: string): Promise<Person | undefined> {
  const { rows } = await sql<{ before: Person; changed: Partial<Person> | null }>`
    select made.person_before as before,
        case when made.undone_at is null then (select changed from correction_study where correction_id = made.id limit 1) end as changed
      from correction made where made.patient_row = ${patientRow} order by made.made_at, made.id`.execute(db)
  const [first] = rows
  return first && personOf(rows.reduce((person, { changed }) => ({ ...person, ...changed }), first.before))
}

export async function namePatient(tx: Db, row: string, { patientName, birthDate, sex }: Person): Promise<void> {
  await tx.updateTable('patient').set({ name: patientName, birth_date: birthDate, sex }).where('id', '=', row).execute()
}

/** Whose it is, and what it is found by; the Study counts as changed. A Patient who has none left is not kept. */
export async function assignStudy(
  tx: Db, studyId: string, { patientRow, accessionNumber }: { readonly patientRow: string; readonly accessionNumber: string }, now: Instant,
): Promise<void> {
  const { rows } = await sql<{ before: string }>`
    update study set patient_id = ${patientRow}, accession_number = ${accessionNumber},
        changed_at = greatest(${at(now)}, changed_at + interval '1 millisecond')
      from (select patient_id as before from study where id = ${studyId}) known
      where id = ${studyId} returning known.before`.execute(tx)
  await sql`select archive_index_again(${studyId})`.execute(tx)
  await sql`delete from patient where id = ${rows[0]?.before ?? ''} and id <> ${patientRow}
    and not exists (select from study where study.patient_id = patient.id)`.execute(tx)
}
