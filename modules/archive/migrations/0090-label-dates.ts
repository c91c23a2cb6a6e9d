import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Of the Study, as `study_word` has them: those that bear a label lie side by side in the order of pages. A Study keeps its date. */
const DATES = `
alter table study_label add column date text collate "C", add column time text collate "C";
update study_label set date = found.date, time = found.time from study_index found where found.study_id = study_label.study_id;
alter table study_label alter column date set not null, alter column time set not null;
drop index study_label_label;
create index study_label_label on study_label (label_id, date, time, study_id)`

export const labelDates: Migration = {
  module: 'archive', number: 90, name: 'label-dates',
  async up(db) {
    await sql.raw(DATES).execute(db)
  },
}
