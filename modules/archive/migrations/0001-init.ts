import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

const TABLES = `
  create table patient (
    id text collate "C" primary key,
    patient_id text collate "C" not null,
    issuer text collate "C" not null,
    name text not null,
    birth_date text collate "C" not null,
    sex text collate "C" not null
  );
  create unique index patient_identity on patient (patient_id, issuer) where patient_id <> '';

  create table study (
    id text collate "C" primary key,
    patient_id text collate "C" not null references patient,
    study_uid text collate "C" not null unique,
    accession_number text not null,
    study_id text not null,
    date text collate "C" not null,
    time text collate "C" not null,
    description text not null,
    referring_physician text not null,
    instances integer not null default 0,
    size_bytes bigint not null default 0,
    changed_at timestamptz not null default now(),
    settled_at timestamptz
  );
  create index study_of_patient on study (patient_id, date desc, id);
  create index study_unsettled on study (changed_at) where settled_at is null or settled_at < changed_at;

  create table series (
    id text collate "C" primary key,
    study_id text collate "C" not null references study,
    series_uid text collate "C" not null unique,
    modality text not null,
    number integer,
    description text not null,
    instances integer not null default 0
  );
  create index series_of_study on series (study_id);

  create table instance (
    id text collate "C" primary key,
    series_id text collate "C" not null references series,
    instance_uid text collate "C" not null unique,
    sop_class_uid text collate "C" not null,
    transfer_syntax_uid text collate "C" not null,
    number integer,
    blob_id text collate "C" not null references blob,
    size_bytes bigint not null,
    data_set_start integer not null,
    bulk_start bigint,
    bulk_end bigint,
    crc32_before bigint not null,
    crc32_within bigint not null,
    crc32_after bigint not null,
    origin jsonb not null,
    received_at timestamptz not null default now()
  );
  create index instance_of_series on instance (series_id, number, instance_uid);
  create index instance_of_blob on instance (blob_id);

  create table instance_header (
    instance_id text collate "C" primary key references instance on delete cascade,
    bytes bytea not null
  );

  create table series_preview (
    series_id text collate "C" primary key references series on delete cascade,
    media_type text not null,
    bytes bytea not null
  )`

/** Headers compress well, and are read by the thousand: LZ4 costs less than what it saves on the way from disk. */
const COMPRESSION = `
  do $$ begin
    alter table instance_header alter column bytes set compression lz4;
  exception when others then null; -- a server built without LZ4 keeps its default
  end $$`

export const init: Migration = {
  module: 'archive', number: 1, name: 'init',
  async up(db) {
    for (const statement of TABLES.split(';')) await sql.raw(statement).execute(db)
    await sql.raw(COMPRESSION).execute(db)
  },
}
