import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Devices that were known before may call us, as they could, and do nothing for us. */
const DEVICE = `
  alter table device
    add column host text,
    add column port integer check (port between 1 and 65535),
    add column roles text[] not null default '{}',
    add column is_default boolean not null default false,
    add column character_set text not null default '',
    add column decompress boolean not null default false,
    add column query_model text not null default 'study-root' check (query_model in ('study-root', 'patient-root')),
    add column retrieve_by text not null default 'move' check (retrieve_by in ('move', 'get')),
    add column worklist_modality text,
    add column worklist_ae_title text,
    add column dicomweb_url text,
    add column dicomweb_authorization text,
    add column patients_may_download boolean not null default false,
    add column may_call boolean not null default true,
    add column may_query boolean not null default false,
    add column is_watched boolean not null default false,
    add column tls_mode text not null default 'off' check (tls_mode in ('off', 'server', 'mutual')),
    add column tls_authority text,
    add column tls_expected_name text,
    add column tls_certificate text,
    add column tls_key text;
  create unique index device_default on device (is_default) where is_default;

  create table device_check (
    id bigint generated always as identity primary key,
    device_id text collate "C" not null references device on delete cascade,
    checked_at timestamptz not null,
    outcome text not null,
    ms integer not null,
    status integer,
    detail text not null,
    is_scheduled boolean not null
  );
  create index device_check_of on device_check (device_id, id desc);

  create table device_alert (
    is_only boolean primary key default true check (is_only),
    address text
  )`

/** A transfer outlives its device, so that it still tells what became of it. */
const TRANSFER = `
  create table transfer (
    id text collate "C" primary key,
    direction text not null check (direction in ('retrieve', 'send')),
    device_id text collate "C" references device on delete set null,
    device_description text not null,
    study_uid text collate "C" not null,
    patient_name text not null default '',
    study_date text collate "C" not null default '',
    study_description text not null default '',
    state text not null check (state in ('queued', 'running', 'done', 'incomplete', 'failed', 'cancelled')),
    total integer,
    already integer not null default 0,
    moved integer not null default 0,
    failed integer not null default 0,
    problem text,
    status integer,
    started_by text collate "C",
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    lease text,
    seen_at timestamptz
  );
  create index transfer_open on transfer (state, created_at) where state in ('queued', 'running');
  create unique index transfer_once on transfer (direction, device_id, study_uid) where state in ('queued', 'running');

  create table transfer_instance (
    transfer_id text collate "C" not null references transfer on delete cascade,
    instance_uid text collate "C" not null,
    outcome text not null check (outcome in ('done', 'failed')),
    status integer,
    reason text not null,
    primary key (transfer_id, instance_uid)
  )`

export const manage: Migration = {
  module: 'devices', number: 2, name: 'manage',
  async up(db) {
    for (const statement of [...DEVICE.split(';'), ...TRANSFER.split(';')]) await sql.raw(statement).execute(db)
  },
}
