import { isoTime, isoTimeOrNull } from '../../../platform/server/clock.ts'
import type { HeldCase, HeldIdentity, HeldInstance } from '../contract.ts'
import type { Origin } from '../origin.ts'
import type { Held } from '../store/quarantine.ts'
import type { Case } from './cases.ts'

export function caseView({ first, instances, bytes, here, actions }: Case): HeldCase {
  return {
    id: first.case_id, why: first.why, detail: first.detail, state: first.state, came: cameAs(first), here,
    studyUid: first.study_uid, modality: first.modality, studyDate: first.study_date, studyDescription: first.study_description,
    instances, bytes, from: fromWhere(first.origin as Origin), receivedAt: isoTime(first.received_at),
    decidedAt: isoTimeOrNull(first.decided_at), actions: [...actions],
  }
}

function cameAs(row: Held): HeldIdentity {
  return {
    patientId: row.patient_id, issuer: row.issuer, patientName: row.patient_name, birthDate: row.birth_date, sex: row.sex,
    accessionNumber: row.accession_number,
  }
}

export function imageView({ id, instance_uid: instanceUid, size_bytes: bytes, arrivals, state, detail }: Held): HeldInstance {
  return { id, instanceUid, bytes, arrivals, state, detail }
}

/** A device by its AE title; people and files by how they came. */
function fromWhere(origin: Origin): string {
  switch (origin.kind) {
    case 'dimse': return origin.callingAe
    case 'wado': return origin.aeTitle
    case 'dicom-web': return 'DICOMweb'
    case 'upload':
    case 'import':
    case 'made':
    case 'demo': return origin.kind
  }
}
