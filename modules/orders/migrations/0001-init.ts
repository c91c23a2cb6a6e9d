import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Ids of procedures and steps are made of one count: SH holds 16 characters. */
const TABLES = `
  create sequence order_number start 1001;
  create table imaging_order (
    id text collate "C" primary key,
    version integer not null,
    patient_id text not null,
    issuer text not null,
    patient_name text not null,
    birth_date text collate "C" not null,
    sex text not null,
    accession_number text not null,
    placer_number text not null,
    filler_number text not null,
    study_uid text collate "C" not null unique,
    procedure_id text not null default 'P' || nextval('order_number'),
    description text not null,
    referring_physician text not null,
    notes text not null,
    created_at timestamptz not null
  );
  create index imaging_order_accession on imaging_order (accession_number) where accession_number <> '';
  create index imaging_order_filler on imaging_order (filler_number) where filler_number <> '';
  create table scheduled_step (
    id text collate "C" primary key,
    order_id text collate "C" not null references imaging_order on delete cascade,
    step_id text not null default 'S' || nextval('order_number'),
    description text not null,
    modality text not null,
    station_ae_title text collate "C" not null,
    start_date text collate "C" not null,
    start_time text collate "C" not null,
    performing_physician text not null,
    state text not null check (state in ('scheduled', 'in-progress', 'completed', 'discontinued', 'cancelled')),
    reason text not null default '',
    changed_at timestamptz not null
  );
  create index scheduled_step_of on scheduled_step (order_id);
  create index scheduled_step_day on scheduled_step (start_date, start_time, id);
  create index scheduled_step_open on scheduled_step (start_date, start_time, id) where state in ('scheduled', 'in-progress');
  create table performed_step (
    id text collate "C" primary key,
    sop_instance_uid text collate "C" not null unique,
    ae_title text collate "C" not null,
    state text not null check (state in ('in-progress', 'completed', 'discontinued')),
    study_uid text collate "C" not null,
    modality text not null,
    description text not null,
    patient_id text not null,
    patient_name text not null,
    start_date text collate "C" not null,
    start_time text collate "C" not null,
    end_date text collate "C" not null,
    end_time text collate "C" not null,
    series integer not null,
    images integer not null,
    reason text not null,
    attributes jsonb not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
  );
  create index performed_step_study on performed_step (study_uid);
  create index performed_step_day on performed_step (start_date, start_time, id);
  create table performed_of (
    performed_id text collate "C" not null references performed_step on delete cascade,
    step_id text collate "C" not null references scheduled_step on delete cascade,
    primary key (performed_id, step_id)
  );
  create index performed_of_step on performed_of (step_id)`

export const init: Migration = {
  module: 'orders', number: 1, name: 'init',
  async up(db) {
    for (const statement of TABLES.split(';')) await sql.raw(statement).execute(db)
  },
}
