import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/**
 * What people corrected, and as what it came. A correction of a Patient holds for all of the Patient's Studies, those to
 * come included, and knows who that was before; one of a Study for that Study alone. Undone ones stay as history.
 */
const TABLES = `
create table correction (
  id text collate "C" primary key,
  made_at timestamptz not null,
  made_by text collate "C" not null,
  reason text not null check (reason in ('correct', 'coerce')),
  note text not null,
  patient_row text collate "C" references patient on delete set null,
  person_before jsonb,
  undone_at timestamptz,
  undone_by text collate "C"
);
create index correction_of_patient on correction (patient_row) where patient_row is not null and undone_at is null;

create table correction_study (
  correction_id text collate "C" not null references correction on delete cascade,
  study_id text collate "C" not null references study on delete cascade,
  changed jsonb not null,
  primary key (correction_id, study_id)
);
create index correction_of_study on correction_study (study_id);

create table received_identity (
  study_id text collate "C" primary key references study on delete cascade,
  patient_id text collate "C" not null,
  issuer text collate "C" not null,
  patient_name text not null,
  birth_date text not null,
  sex text not null,
  accession_number text not null
)`

/** Whether a corrected Study came under this identity: what arrives later under it belongs to the Study all the same. */
const CAME_AS = `
create function archive_came_as(study_row text, patient_id text, issuer text) returns boolean language sql stable as $$
  select exists (select from received_identity came
    where came.study_id = study_row and came.patient_id = archive_came_as.patient_id and came.issuer = archive_came_as.issuer)
$$`

/** What was corrected of the Patient holds for a new Study too: it came under the Patient's keys. */
const INHERIT = `
create function archive_study_inherits() returns trigger language plpgsql as $$
begin
  if not exists (select from correction where patient_row = new.patient_id and undone_at is null) then return null; end if;
  insert into correction_study (correction_id, study_id, changed)
    select distinct on (made.id) made.id, new.id, part.changed - 'accessionNumber'
      from correction made join correction_study part on part.correction_id = made.id
      where made.patient_row = new.patient_id and made.undone_at is null;
  insert into received_identity (study_id, patient_id, issuer, patient_name, birth_date, sex, accession_number)
    select new.id, patient.patient_id, patient.issuer, made.person_before->>'patientName', made.person_before->>'birthDate',
        made.person_before->>'sex', new.accession_number
      from patient join correction made on made.patient_row = patient.id
      where patient.id = new.patient_id order by made.made_at, made.id limit 1;
  return null;
end $$;

create trigger study_inherits after insert on study for each row execute function archive_study_inherits();

create function archive_index_again(study_row text) returns void language plpgsql as $$
begin
  delete from study_index where study_id = study_row;
  delete from study_word where study_id = study_row;
  perform archive_index_study(study_row);
end $$`

export const correction: Migration = {
  module: 'archive', number: 40, name: 'correction',
  async up(db) {
    for (const statements of [TABLES, CAME_AS, INHERIT]) await sql.raw(statements).execute(db)
  },
}
