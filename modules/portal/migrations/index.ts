import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

const init: Migration = {
  module: 'portal', number: 1, name: 'init',
  async up(db) {
    await sql`
      create table portal_request (
        id text collate "C" primary key,
        account_id text collate "C" not null references account,
        grant_id text collate "C" not null references access_grant,
        study_id text collate "C" not null references study,
        format text not null check (format in ('zip', 'iso')),
        state text not null
          check (state in ('queued', 'retrieving', 'ready', 'expired', 'cancelled', 'failed', 'removed')),
        exam_description text not null,
        exam_date text not null,
        accession_number text not null,
        instances integer not null,
        package_id text collate "C" references package on delete set null,
        size_bytes bigint,
        file_name text,
        notify_address text,
        language text not null,
        created_at timestamptz not null,
        ready_at timestamptz,
        expires_at timestamptz,
        downloaded_at timestamptz
      )`.execute(db)
    await sql`create index portal_request_of_account on portal_request (account_id, created_at desc)`.execute(db)
    await sql`create index portal_request_due on portal_request (expires_at) where state = 'ready'`.execute(db)
  },
}

const fetching: Migration = {
  module: 'portal', number: 2, name: 'fetching',
  async up(db) {
    await sql`
      alter table portal_request
        add column fetched integer not null default 0,
        add column failure text check (failure in ('empty', 'incomplete', 'interrupted', 'internal')),
        add column maybe_partial boolean not null default false,
        add column ended_at timestamptz,
        add column alive_until timestamptz,
        add column lane smallint,
        add column setbacks integer not null default 0`.execute(db)
    await sql`
      create index portal_request_waiting on portal_request (created_at, id)
      where state in ('queued', 'retrieving')`.execute(db)
    await sql`create unique index portal_request_lane on portal_request (lane) where lane is not null`.execute(db)
  },
}

/**
 * A request that is over tells the history in words of its own and needs its Study no more: only one under way, or whose
 * file is ready, stands in the way of the Study's removal.
 */
const history: Migration = {
  module: 'portal', number: 3, name: 'history',
  async up(db) {
    await sql`alter table portal_request drop constraint portal_request_study_id_fkey`.execute(db)
    await sql`
      create function portal_stands_on_study() returns trigger language plpgsql as $$
      begin
        if exists (select from portal_request
            where study_id = old.id and state in ('queued', 'retrieving', 'ready')) then
          raise exception 'a request stands on the Study' using errcode = 'foreign_key_violation';
        end if;
        return old;
      end $$`.execute(db)
    await sql`
      create trigger portal_stands_on_study before delete on study
        for each row execute function portal_stands_on_study()`.execute(db)
    await sql`create index portal_request_of_study on portal_request (study_id)`.execute(db)
  },
}

const media: Migration = {
  module: 'portal', number: 4, name: 'media',
  async up(db) {
    await sql`
      alter table portal_request add column media_profile text, add column disc_label text[] not null default '{}'`.execute(db)
  },
}

const missing: Migration = {
  module: 'portal', number: 5, name: 'missing',
  async up(db) {
    await sql`
      alter table portal_request drop constraint portal_request_failure_check,
        add constraint portal_request_failure_check
          check (failure in ('empty', 'incomplete', 'missing', 'interrupted', 'internal'))`.execute(db)
  },
}

export const migrations: readonly Migration[] = [init, fetching, history, media, missing]
