import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/**
 * What became of Studies, for programs that follow. Triggers note it, so that no way into, through or out of the archive is
 * forgotten. A row gets its position later, by who reads (store/changes.ts): `number` follows neither the order of commits, nor
 * does it survive as one without gaps. Rows outlive the Studies that they tell of.
 */
const TABLES = `
create table study_change (
  number bigint generated always as identity primary key,
  position bigint,
  kind text not null check (kind in ('arrived', 'settled', 'corrected', 'labelled', 'reduced', 'removed')),
  study_id text collate "C" not null,
  study_uid text collate "C" not null,
  at timestamptz not null default clock_timestamp()
);
create unique index study_change_position on study_change (position) where position is not null;
create index study_change_waiting on study_change (number) where position is null;

create table study_change_feed (
  feed text collate "C" not null default substr(md5(gen_random_uuid()::text), 1, 10),
  last bigint not null default 0,
  forgotten bigint not null default 0,
  is_only boolean primary key default true check (is_only)
);
insert into study_change_feed default values`

/** The channel is that of platform/server/live.ts: waiting followers look again. */
const NOTE = `
create function archive_note_change(study_row text, uid text, what text) returns void language plpgsql as $$
begin
  insert into study_change (kind, study_id, study_uid) values (what, study_row, uid);
  perform pg_notify('filmjacket_live', '{"account":"study-changes","name":"changed","data":null}');
end $$;

create function archive_study_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then perform archive_note_change(old.id, old.study_uid, tg_argv[0]);
  else perform archive_note_change(new.id, new.study_uid, tg_argv[0]);
  end if;
  return null;
end $$;

create trigger study_change_arrived after insert on study for each row execute function archive_study_changed('arrived');
create trigger study_change_removed after delete on study for each row execute function archive_study_changed('removed');
create trigger study_change_settled after update of settled_at on study for each row
  when (new.settled_at is distinct from old.settled_at and new.settled_at >= new.changed_at)
  execute function archive_study_changed('settled');
create trigger study_change_reduced after update of instances on study for each row
  when (new.instances < old.instances and new.instances > 0) execute function archive_study_changed('reduced');
create trigger study_change_corrected after update of patient_id, accession_number, date, time, description on study for each row
  execute function archive_study_changed('corrected')`

export const changes: Migration = {
  module: 'archive', number: 60, name: 'changes',
  async up(db) {
    for (const statements of [TABLES, NOTE]) await sql.raw(statements).execute(db)
  },
}
