import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/**
 * Whether two names may be spellings of one: alike, or one within the other, or with a word in common where the birth dates
 * are known and the same (people marry). No name contradicts nothing.
 */
const NAMES = `
create function archive_names_agree(one text, other text, born_alike boolean) returns boolean
language sql immutable parallel safe as $$
  select archive_folded(one) = archive_folded(other) or archive_folded(one) = '' or archive_folded(other) = ''
    or similarity(archive_folded(one), archive_folded(other)) >= 0.4
    or (select count(*) from (select archive_words(one) intersect select archive_words(other)) shared)
      >= case when born_alike then 1
        else least((select count(*) from archive_words(one)), (select count(*) from archive_words(other))) end
$$`

/** The identity that came against the one that is expected: the first thing in which they cannot be of one person. */
const CONTRADICTION = `
create function archive_contradiction(given jsonb, name text, birth_date text, sex text) returns text
language sql immutable parallel safe as $$
  select case
    when archive_date(given->>'birth_date') <> '' and archive_date(birth_date) <> ''
      and archive_date(given->>'birth_date') <> archive_date(birth_date) then 'birth-date'
    when given->>'sex' in ('M', 'F') and sex in ('M', 'F') and given->>'sex' <> sex then 'sex'
    when not archive_names_agree(given->>'patient_name', name,
      archive_date(birth_date) <> '' and archive_date(given->>'birth_date') = archive_date(birth_date)) then 'name'
  end
$$`

/**
 * Why a new Study may be a wrong Patient's, as \`why:id\` of the Patient that it contradicts; null if nothing speaks against
 * it. What is expected is what rows know of its Patient ID, and of its Accession Number from the same issuer.
 */
const WRONG_PATIENT = `
create function archive_wrong_patient(entry jsonb) returns text language plpgsql stable as $$
declare
  expected record;
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
  return null;
end $$`

/**
 * As migration 0002 made it, and: a Study that may be a wrong Patient's is told, and under \`hold\` not stored; what the
 * header lacks is noted. The guard is asked once for each Study, where it would be new.
 */
const INGEST = `
create or replace function archive_ingest(entry jsonb, header bytea) returns text language plpgsql as $$
declare
  found_blob text;
  owner record;
  patient_row text;
  study_row text;
  series_row text;
  placed integer;
  doubt text;
begin
  select blob_id into found_blob from instance where instance_uid = entry->>'instance_uid';
  if found then
    return case when found_blob = entry->>'blob_id' then 'duplicate' else 'conflict' end;
  end if;

  select series.id as series_id, study.id as study_id, study.study_uid, patient.patient_id, patient.issuer
    into owner
    from series join study on study.id = series.study_id join patient on patient.id = study.patient_id
    where series.series_uid = entry->>'series_uid';
  if found then
    if owner.study_uid <> entry->>'study_uid' then return 'series-of-other-study'; end if;
    if (owner.patient_id, owner.issuer) <> (entry->>'patient_id', entry->>'issuer')
        and not archive_came_as(owner.study_id, entry->>'patient_id', entry->>'issuer') then
      return 'study-of-other-patient';
    end if;
    study_row := owner.study_id;
    series_row := owner.series_id;
  else
    select study.id as study_id, patient.patient_id, patient.issuer into owner
      from study join patient on patient.id = study.patient_id where study.study_uid = entry->>'study_uid';
    if not found then
      if entry->>'guard' in ('warn', 'hold') then
        doubt := archive_wrong_patient(entry);
        if doubt is not null and entry->>'guard' = 'hold' then return 'doubtful:' || doubt; end if;
      end if;
      insert into patient (id, patient_id, issuer, name, birth_date, sex)
        values (entry->>'new_patient', entry->>'patient_id', entry->>'issuer', entry->>'patient_name',
          entry->>'birth_date', entry->>'sex')
        on conflict (patient_id, issuer) where patient_id <> '' do nothing;
      select id into patient_row from patient where id = entry->>'new_patient'
        or (patient_id <> '' and patient_id = entry->>'patient_id' and issuer = entry->>'issuer');
      insert into study (id, patient_id, study_uid, accession_number, study_id, date, time, description,
          referring_physician)
        values (entry->>'new_study', patient_row, entry->>'study_uid', entry->>'accession_number',
          entry->>'study_id', entry->>'study_date', entry->>'study_time', entry->>'study_description',
          entry->>'referring_physician')
        on conflict (study_uid) do nothing;
      select study.id as study_id, patient.patient_id, patient.issuer into owner
        from study join patient on patient.id = study.patient_id where study.study_uid = entry->>'study_uid';
    end if;
    if (owner.patient_id, owner.issuer) <> (entry->>'patient_id', entry->>'issuer')
        and not archive_came_as(owner.study_id, entry->>'patient_id', entry->>'issuer') then
      return 'study-of-other-patient';
    end if;
    study_row := owner.study_id;
    insert into series (id, study_id, series_uid, modality, number, description)
      values (entry->>'new_series', study_row, entry->>'series_uid', entry->>'modality',
        (entry->>'series_number')::integer, entry->>'series_description')
      on conflict (series_uid) do nothing;
    select id into series_row from series where series_uid = entry->>'series_uid' and study_id = study_row;
    if not found then return 'series-of-other-study'; end if;
  end if;

  insert into blob (id, segment, "offset", length)
    values (entry->>'blob_id', entry->>'segment', (entry->>'offset')::bigint, (entry->>'size_bytes')::bigint)
    on conflict (id) do nothing;
  insert into instance (id, series_id, instance_uid, sop_class_uid, transfer_syntax_uid, number, blob_id, size_bytes,
      data_set_start, bulk_start, bulk_end, crc32_before, crc32_within, crc32_after, origin)
    values (entry->>'new_instance', series_row, entry->>'instance_uid', entry->>'sop_class_uid',
      entry->>'transfer_syntax_uid', (entry->>'number')::integer, entry->>'blob_id', (entry->>'size_bytes')::bigint,
      (entry->>'data_set_start')::integer, (entry->>'bulk_start')::bigint, (entry->>'bulk_end')::bigint,
      (entry->>'crc32_before')::bigint, (entry->>'crc32_within')::bigint, (entry->>'crc32_after')::bigint,
      entry->'origin')
    on conflict (instance_uid) do nothing;
  get diagnostics placed = row_count;
  if placed = 0 then
    select blob_id into found_blob from instance where instance_uid = entry->>'instance_uid';
    return case when found_blob = entry->>'blob_id' then 'duplicate' else 'conflict' end;
  end if;
  insert into instance_header (instance_id, bytes, omitted) values (entry->>'new_instance', header, entry->'omitted');
  update series set instances = instances + 1 where id = series_row;
  update study set instances = instances + 1, size_bytes = size_bytes + (entry->>'size_bytes')::bigint,
    changed_at = date_trunc('milliseconds', clock_timestamp()) where id = study_row;
  return 'stored:' || study_row || coalesce(':' || doubt, '');
end $$`

export const guard: Migration = {
  module: 'archive', number: 31, name: 'guard',
  async up(db) {
    for (const statement of [NAMES, CONTRADICTION, WRONG_PATIENT, INGEST]) await sql.raw(statement).execute(db)
  },
}
