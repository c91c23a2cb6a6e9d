import { sql } from 'kysely'
import type { Migration } from '../../../platform/server/database/migrate.ts'

/** Devices that were known before are told nothing of our worklist, and of no study that is here. A worklist may be asked for by FHIR. */
export const worklistAccess: Migration = {
  module: 'devices', number: 10, name: 'worklist-access',
  async up(db) {
    await sql`alter table device
      add column worklist_access text not null default 'none' check (worklist_access in ('none', 'own', 'all')),
      add column hears_availability boolean not null default false,
      drop constraint device_worklist_model_check,
      add constraint device_worklist_model_check
        check (worklist_model in ('worklist', 'study-root', 'patient-root', 'patient-study-only', 'fhir'))`.execute(db)
  },
}
