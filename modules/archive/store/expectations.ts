import { sql, type QueryExecutorProvider } from 'kysely'

/** Whose a Study will be that has not arrived, as an order says. */
export interface Expectation {
  /** Who says so; says it anew by saying something else. */
  readonly source: string
  readonly studyUid: string
  /** Empty: known by the Study Instance UID alone. */
  readonly accessionNumber: string
  readonly patientId: string
  readonly issuer: string
  readonly patientName: string
  readonly birthDate: string
  readonly sex: string
}

export async function expect(db: QueryExecutorProvider, it: Expectation): Promise<void> {
  await sql`
    insert into expected_study (source, study_uid, accession_number, patient_id, issuer, patient_name, birth_date, sex)
      values (${it.source}, ${it.studyUid}, ${it.accessionNumber}, ${it.patientId}, ${it.issuer}, ${it.patientName}, ${it.birthDate}, ${it.sex})
      on conflict (source) do update set study_uid = excluded.study_uid, accession_number = excluded.accession_number,
        patient_id = excluded.patient_id, issuer = excluded.issuer, patient_name = excluded.patient_name,
        birth_date = excluded.birth_date, sex = excluded.sex`.execute(db)
}

/** What an order says of a Study that came: by its UID, or else by its Accession Number. The same that the guard asks, migration 0080. */
export async function expectedOf(
  db: QueryExecutorProvider, { studyUid, accessionNumber, patientId }: Pick<Expectation, 'studyUid' | 'accessionNumber' | 'patientId'>,
): Promise<Omit<Expectation, 'source' | 'studyUid'> | undefined> {
  const { rows } = await sql<Omit<Expectation, 'source' | 'studyUid'>>`
    select accession_number as "accessionNumber", patient_id as "patientId", issuer, patient_name as "patientName", birth_date as "birthDate", sex
      from expected_study
      where study_uid = ${studyUid} or (accession_number <> '' and accession_number = ${accessionNumber})
      order by study_uid = ${studyUid} desc, patient_id = ${patientId} desc limit 1`.execute(db)
  return rows[0]
}

export async function forget(db: QueryExecutorProvider, source: string): Promise<void> {
  await sql`delete from expected_study where source = ${source}`.execute(db)
}
