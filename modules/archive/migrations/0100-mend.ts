import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** What was said when devices were asked for a damaged file; and what came back in place of one. */
const TABLES = `
alter table damaged_blob add column asked_at timestamptz, add column answer text check (answer in ('absent', 'failed'));

create table mended_instance (
  instance_id text collate "C" primary key references instance on delete cascade,
  found_at timestamptz not null,
  mended_at timestamptz not null default now(),
  is_same boolean not null,
  is_proven boolean not null default false
);
create index mended_instance_at on mended_instance (mended_at desc);
create index mended_instance_unproven on mended_instance (instance_id) where not is_proven`

/**
 * An Instance of which the file is gone or damaged, and that arrived once more under the same Patient, Study and Series, gets the
 * file that came. Its row stays, and with it all that stands on it. Null: nothing is to be mended, and what is here stays.
 */
const MEND = `
create function archive_mend(entry jsonb, header bytea) returns text language plpgsql as $$
declare
  lost record;
  since timestamptz;
  is_same boolean;
begin
  select instance.id, instance.blob_id, instance.size_bytes, series.study_id into lost
    from instance join series on series.id = instance.series_id join study on study.id = series.study_id
      join patient on patient.id = study.patient_id
    where instance.instance_uid = entry->>'instance_uid' and instance.sop_class_uid = entry->>'sop_class_uid'
      and series.series_uid = entry->>'series_uid' and study.study_uid = entry->>'study_uid'
      and ((patient.patient_id, patient.issuer) = (entry->>'patient_id', entry->>'issuer')
        or archive_came_as(study.id, entry->>'patient_id', entry->>'issuer'));
  if not found then return null; end if;
  delete from damaged_blob where blob_id = lost.blob_id returning found_at into since;
  if not found then return null; end if;
  is_same := lost.blob_id = entry->>'blob_id';

  insert into removed_record (segment, "offset", removed_at) select segment, "offset", now() from blob where id = lost.blob_id
    on conflict do nothing;
  if is_same then
    update blob set segment = entry->>'segment', "offset" = (entry->>'offset')::bigint where id = lost.blob_id;
  else
    insert into blob (id, segment, "offset", length)
      values (entry->>'blob_id', entry->>'segment', (entry->>'offset')::bigint, (entry->>'size_bytes')::bigint)
      on conflict (id) do nothing;
    update instance set blob_id = entry->>'blob_id', size_bytes = (entry->>'size_bytes')::bigint,
        transfer_syntax_uid = entry->>'transfer_syntax_uid', data_set_start = (entry->>'data_set_start')::integer,
        bulk_start = (entry->>'bulk_start')::bigint, bulk_end = (entry->>'bulk_end')::bigint,
        crc32_before = (entry->>'crc32_before')::bigint, crc32_within = (entry->>'crc32_within')::bigint,
        crc32_after = (entry->>'crc32_after')::bigint
      where id = lost.id;
    update instance_header set bytes = header, omitted = entry->'omitted' where instance_id = lost.id;
    update study set size_bytes = size_bytes - lost.size_bytes + (entry->>'size_bytes')::bigint,
        changed_at = date_trunc('milliseconds', clock_timestamp()) where id = lost.study_id;
    delete from blob where id = lost.blob_id and not exists (select from instance where blob_id = blob.id)
      and not exists (select from quarantined where blob_id = blob.id and state <> 'discarded');
  end if;

  insert into mended_instance (instance_id, found_at, is_same) values (lost.id, since, is_same)
    on conflict (instance_id) do update
      set found_at = excluded.found_at, mended_at = now(), is_same = excluded.is_same, is_proven = false;
  insert into audit (action, actor, address, subject, outcome, detail)
    values ('archive.mended', coalesce(entry->'origin'->>'callingAe', entry->'origin'->>'aeTitle'), null, lost.study_id, 'done',
      jsonb_build_object('instanceUid', entry->>'instance_uid', 'sameBytes', is_same));
  return 'stored:' || lost.study_id;
end $$`

/** What repeats or contradicts an Instance that is here may be what it lacks. */
const INGEST = `
alter function archive_ingest(jsonb, bytea) rename to archive_take_in;

create function archive_ingest(entry jsonb, header bytea) returns text language plpgsql as $$
declare
  answer text := archive_take_in(entry, header);
begin
  if answer in ('duplicate', 'conflict') then return coalesce(archive_mend(entry, header), answer); end if;
  return answer;
end $$`

export const mend: Migration = {
  module: 'archive', number: 100, name: 'mend',
  async up(db) {
    for (const statements of [TABLES, MEND, INGEST]) await sql.raw(statements).execute(db)
  },
}
