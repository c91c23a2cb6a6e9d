import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Words of the house on its Studies. They are ours alone: nothing of DICOM knows of them. */
const TABLES = `
create table label (
  id text collate "C" primary key,
  name text not null,
  folded text collate "C" not null unique,
  colour text not null check (colour in ('plain', 'blue', 'green', 'amber', 'red', 'jacket'))
);

create table study_label (
  study_id text collate "C" not null references study on delete cascade,
  label_id text collate "C" not null references label on delete cascade,
  primary key (study_id, label_id)
);
create index study_label_label on study_label (label_id, study_id)`

/** Once for each Study that a statement touches; a Study that is being removed is not there any more. */
const NOTE = `
create function archive_labels_changed() returns trigger language plpgsql as $$
begin
  perform archive_note_change(study.id, study.study_uid, 'labelled')
    from (select distinct study_id from touched) each join study on study.id = each.study_id;
  return null;
end $$;

create trigger study_labelled after insert on study_label referencing new table as touched
  for each statement execute function archive_labels_changed();
create trigger study_unlabelled after delete on study_label referencing old table as touched
  for each statement execute function archive_labels_changed()`

export const labels: Migration = {
  module: 'archive', number: 61, name: 'labels',
  async up(db) {
    for (const statements of [TABLES, NOTE]) await sql.raw(statements).execute(db)
  },
}
