/** Entries as those who ask over HTTP see them. */
import { isoTime } from '../../platform/server/clock.ts'
import type { EntryView, PerformedView } from './contract.ts'
import type { Entry } from './entry.ts'
import type { Performed } from './store/performed.ts'

export function entryView(entry: Entry): EntryView {
  const { id, version, state, reason, patientId, issuer, patientName, birthDate, sex, accessionNumber, description, modality } = entry
  const { stationAeTitle, date, time, performingPhysician, referringPhysician, notes, studyUid, procedureId, stepId } = entry
  return {
    id, version, state, reason, patientId, issuer, patientName, birthDate, sex, accessionNumber, description, modality, stationAeTitle, date, time,
    performingPhysician, referringPhysician, notes, studyUid, procedureId, stepId,
    createdAt: isoTime(entry.createdAt), changedAt: isoTime(entry.changedAt),
  }
}

export function performedView(row: Performed): PerformedView {
  const { id, state, ae_title: aeTitle, modality, description, patient_id: patientId, patient_name: patientName, series, images, reason } = row
  return {
    id, state, aeTitle, modality, description, patientId, patientName, series, images, reason,
    startedAt: `${row.start_date} ${row.start_time}`.trim(), endedAt: `${row.end_date} ${row.end_time}`.trim(),
  }
}
