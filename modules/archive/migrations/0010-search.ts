import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/**
 * How a text is compared where readers do not mind case, accents and width of letters: `folded` of dicom-data, with one sigma.
 * Components of a name stand without padding, and without empty ones at the end. PS3.5 §6.2.1.1.
 */
const FOLDED = `
create function archive_folded(value text) returns text language plpgsql immutable strict parallel safe as $$
declare
  plain text := lower(value);
begin
  if value !~ '^[ -~]*$' then
    plain := lower(regexp_replace(normalize(value, NFKD), '[\\u0300-\\u036f]', '', 'g'));
    plain := translate(plain, 'øđðłıħς', 'oddlihσ');
    plain := replace(replace(replace(replace(plain, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    plain := normalize(plain, NFC);
  end if;
  plain := btrim(regexp_replace(plain, '\\s+', ' ', 'g'));
  if position('^' in plain) > 0 then
    plain := regexp_replace(regexp_replace(plain, ' ?\\^ ?', '^', 'g'), '\\^+$', '');
  end if;
  return plain;
end $$`

/** Each word of a name once, in all its writings; `Müller` also as it is written where there is no `ü`. */
const WORDS = `
create function archive_words(name text) returns setof text language sql immutable strict parallel safe as $$
  select distinct word collate "C"
    from (values (name), (replace(replace(replace(replace(replace(replace(
      name, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'Ä', 'Ae'), 'Ö', 'Oe'), 'Ü', 'Ue'))) written (form),
      regexp_split_to_table(archive_folded(form), '[\\s^=,.''’-]+') word
    where word <> ''
$$`

/** DA as it should be, also of `YYYY.MM.DD`; empty where it is none, so that it sorts behind all others. */
const DATES = `
create function archive_date(value text) returns text language sql immutable strict parallel safe as $$
  select case when value ~ '^\\d{8}$' then value
    when value ~ '^\\d{4}\\.\\d\\d\\.\\d\\d$' then replace(value, '.', '') else '' end
$$;

create function archive_time(value text) returns text language sql immutable strict parallel safe as $$
  select case when value ~ '^\\d\\d(:?\\d\\d(:?\\d\\d(\\.\\d{1,6})?)?)?$'
    then overlay('000000.000000' placing replace(value, ':', '') from 1) else '' end
$$`

/**
 * What a Study is found by, apart from the rows that change with each Instance: an index there would be written
 * anew for each of them. Rows are only ever added by an ingest, under keys of their own, so that no ingest waits here for
 * another.
 */
const TABLES = `
create table study_index (
  study_id text collate "C" references study on delete cascade,
  patient_row text collate "C" not null references patient,
  patient_id text collate "C" not null,
  issuer text collate "C" not null,
  patient_name text not null,
  name text collate "C" not null,
  other_names text collate "C" not null,
  birth_date text collate "C" not null,
  sex text collate "C" not null,
  accession_number text collate "C" not null,
  date text collate "C" not null,
  time text collate "C" not null,
  description text collate "C" not null,
  referring_physician text collate "C" not null,
  primary key (study_id) include (date, time)
);
create index study_index_date on study_index (date, time, study_id);
create index study_index_name on study_index (name, patient_row, study_id);
create index study_index_patient_id on study_index (patient_id, study_id);
create index study_index_accession on study_index (accession_number, study_id);
create index study_index_birth_date on study_index (birth_date, study_id);
create index study_index_patient on study_index (patient_row);
create index study_index_name_parts on study_index using gin (name gin_trgm_ops);
create index study_index_description_parts on study_index using gin (description gin_trgm_ops);

create table study_word (
  study_id text collate "C" not null references study on delete cascade,
  word text collate "C" not null,
  date text collate "C" not null,
  time text collate "C" not null,
  primary key (study_id, word)
);
create index study_word_word on study_word (word, study_id) include (date, time);

create index series_modality on series (modality, study_id)`

/** What an index holds is cut where no person reads on: an entry of more than a third of a page would refuse the image. */
const FILL = `
create function archive_index_study(study_row text) returns void language plpgsql as $$
begin
  insert into study_index (study_id, patient_row, patient_id, issuer, patient_name, name, other_names, birth_date, sex,
      accession_number, date, time, description, referring_physician)
    select study.id, patient.id, patient.patient_id, patient.issuer, patient.name,
        left(archive_folded(split_part(patient.name, '=', 1)), 400),
        concat_ws('=', nullif(archive_folded(split_part(patient.name, '=', 2)), ''), nullif(archive_folded(split_part(patient.name, '=', 3)), '')),
        archive_date(patient.birth_date), patient.sex,
        left(study.accession_number, 400), archive_date(study.date), archive_time(study.time), archive_folded(study.description),
        archive_folded(study.referring_physician)
      from study join patient on patient.id = study.patient_id where study.id = study_row;
  insert into study_word (study_id, word, date, time)
    select distinct study.id, left(word, 400), archive_date(study.date), archive_time(study.time)
      from study join patient on patient.id = study.patient_id, archive_words(patient.name) word where study.id = study_row;
end $$;

create function archive_study_added() returns trigger language plpgsql as $$
begin
  perform archive_index_study(new.id);
  return null;
end $$;

create trigger study_added after insert on study for each row execute function archive_study_added();

select count(archive_index_study(id)) from study`

export const search: Migration = {
  module: 'archive', number: 10, name: 'search',
  async up(db) {
    await sql`create extension if not exists pg_trgm`.execute(db)
    for (const statements of [FOLDED, WORDS, DATES, TABLES, FILL]) await sql.raw(statements).execute(db)
  },
}
