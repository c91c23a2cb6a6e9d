import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Whose Studies will be that have not arrived: the guard of migration 0031 asks here too. */
const TABLE = `
create table expected_study (
  source text collate "C" primary key,
  study_uid text collate "C" not null,
  accession_number text not null,
  patient_id text not null,
  issuer text not null,
  patient_name text not null,
  birth_date text not null,
  sex text not null
)`

/**
 * As migration 0031 made it, and last: what an order says of the Study, by its UID, or else by an Accession Number that came
 * from the same issuer, or from one that is not told. Of several orders under one number, the Patient's own counts.
 */
const WRONG_PATIENT = `
create or replace function archive_wrong_patient(entry jsonb) returns text language plpgsql stable as $$
declare
  expected record;
  planned record;
  known text;
  what text;
begin
  if entry->>'patient_id' <> '' then
    select * into expected from patient
      where patient.patient_id = entry->>'patient_id' and patient.issuer = entry->>'issuer' and patient.patient_id <> '';
    if found then
      what := archive_contradiction(entry, expected.name, expected.birth_date, expected.sex);
      -- Of a Patient who was corrected, senders still know what was before.
      if what is not null and not exists (
        select from study join received_identity came on came.study_id = study.id
          where study.patient_id = expected.id and archive_contradiction(entry, came.patient_name, came.birth_date, came.sex) is null
      ) then
        return 'patient-' || what || ':' || expected.id;
      end if;
    end if;
  end if;
  if entry->>'accession_number' <> '' then
    select patient.* into expected
      from study_index known join patient on patient.id = known.patient_row
      where known.accession_number = left(entry->>'accession_number', 400) and patient.issuer = entry->>'issuer'
      order by patient.patient_id = entry->>'patient_id' desc limit 1;
    if found and expected.patient_id <> entry->>'patient_id' and expected.patient_id <> '' and entry->>'patient_id' <> '' then
      return 'accession-of-other-patient:' || expected.id;
    end if;
  end if;
  select * into planned from expected_study order_of
    where order_of.study_uid = entry->>'study_uid'
      or (order_of.accession_number <> '' and order_of.accession_number = entry->>'accession_number'
        and (order_of.issuer = entry->>'issuer' or order_of.issuer = '' or entry->>'issuer' = ''))
    order by order_of.study_uid = entry->>'study_uid' desc, order_of.patient_id = entry->>'patient_id' desc limit 1;
  if found then
    select id into known from patient where patient.patient_id = planned.patient_id and patient.issuer = planned.issuer;
    if entry->>'patient_id' <> '' and planned.patient_id <> entry->>'patient_id' then
      return 'accession-of-other-patient:' || coalesce(known, '');
    end if;
    what := archive_contradiction(entry, planned.patient_name, planned.birth_date, planned.sex);
    if what is not null then return 'patient-' || what || ':' || coalesce(known, ''); end if;
  end if;
  return null;
end $$`

export const expected: Migration = {
  module: 'archive', number: 80, name: 'expected',
  async up(db) {
    await sql.raw(TABLE).execute(db)
    await sql`create index expected_study_uid on expected_study (study_uid)`.execute(db)
    await sql`create index expected_study_accession on expected_study (accession_number) where accession_number <> ''`.execute(db)
    await sql.raw(WRONG_PATIENT).execute(db)
  },
}
