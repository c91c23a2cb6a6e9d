import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/index.ts'

/** The trail names Studies by our ids, and outlives them: their numbers are kept beside it. */
export const exams: Migration = {
  module: 'audit-pages', number: 2, name: 'exams',
  async up(db) {
    await sql`
      create table audit_exam (
        study_id text collate "C" not null,
        patient_id text collate "C" not null,
        accession_number text collate "C" not null,
        noted_at timestamptz not null,
        primary key (study_id, patient_id, accession_number)
      )`.execute(db)
    await sql`create index audit_exam_patient on audit_exam (patient_id)`.execute(db)
    await sql`create index audit_exam_accession on audit_exam (accession_number)`.execute(db)
  },
}
